// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PricesPage.h"

#include "core/rules/Access.h"
#include "ui/prices/AskPrice.h"
#include "ui/prices/ImportView.h"
#include "ui/prices/JobBar.h"
#include "ui/prices/PriceJobs.h"
#include "ui/prices/PriceTable.h"
#include "ui/prices/PromotionsView.h"
#include "ui/prices/RevisionsView.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace satchel::ui {

namespace {

constexpr int mostLists = 1000;

QByteArray bytesOf(const Id& id)
{
    return {id.view().data(), 16};
}

QString fileIn(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

PricesPage::PricesPage(const Desk& desk, SyncGateway& gateway, QWidget* parent)
    : Page(parent),
      m_desk(desk),
      m_administers(mayCreate(desk.me.role, schema::entity("price_revision"))),
      m_jobs(new PriceJobs(desk, this)),
      m_list(new QComboBox(this)),
      m_news(makeFrame("hint", this)),
      m_newsText(makeLabel({}, "", m_news)),
      m_tabs(new QTabBar(this)),
      m_views(new QStackedWidget(this))
{
    nameCombo(m_list, tr("Price list"));
    m_list->setToolTip(withKey(tr("Price list"), QKeySequence(Qt::Key_L)));
    m_list->setMinimumWidth(240);
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    QPushButton* see = makeButton(tr("See what is new"), "link", m_news, QKeySequence(Qt::Key_W));
    connect(see, &QPushButton::clicked, this, &PricesPage::showWhatIsNew);
    auto* news = new QHBoxLayout(m_news);
    setMargins(news, 12, 4, 8, 4, 8);
    news->addWidget(m_newsText);
    news->addWidget(see);
    m_news->hide();
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 8, 0, 16);
    bar->addWidget(m_list);
    bar->addWidget(m_news);
    bar->addStretch();
    bar->addWidget(new JobBar(*m_jobs, this));
    QFrame* card = makeFrame("card", this);
    auto* inside = new QVBoxLayout(card);
    setMargins(inside, 1, 1, 1, 1, 0);
    inside->addWidget(m_tabs);
    inside->addWidget(m_views, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 0, 8, 8, 8);
    layout->addLayout(bar);
    layout->addWidget(card, 1);
    addTabs(gateway);
    connectViews();
    addKeys();
    setAcceptDrops(m_administers);
}

// A list may be long; it is not read before somebody looks at it.
void PricesPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!std::exchange(m_isRead, true))
        refresh();
}

void PricesPage::addTabs(SyncGateway& gateway)
{
    m_tabs->setAccessibleName(tr("Views of the price list"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    const auto add = [this](QWidget* view, const QString& name) {
        const int at = m_tabs->addTab(name);
        m_tabs->setTabToolTip(at, withKey(name, QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + at))));
        m_views->addWidget(view);
    };
    m_table = new PriceTable(m_desk, m_views);
    m_revisions = new RevisionsView(m_desk, gateway, *m_jobs, m_administers, m_views);
    m_ask = new AskPrice(m_desk, m_views);
    m_promotions = new PromotionsView(m_desk, *m_jobs, m_views);
    add(m_table, tr("Prices"));
    add(m_revisions, tr("Revisions"));
    add(m_ask, tr("What it costs"));
    add(m_promotions, tr("Promotions"));
    if (!m_administers)
        return;
    m_import = new ImportView(m_desk, *m_jobs, m_views);
    add(m_import, tr("Import"));
}

void PricesPage::connectViews()
{
    const auto openQuote = [this](const Id& quote) { Q_EMIT openRequested({schema::entity("quote").number, quote}); };
    const auto published = [this](const QString& sentence) {
        Q_EMIT notice(sentence, false);
        showTab(RevisionsTab);
    };
    connect(m_tabs, &QTabBar::currentChanged, this, &PricesPage::showTab);
    connect(m_list, &QComboBox::currentIndexChanged, this, &PricesPage::chooseList);
    connect(m_table, &PriceTable::askWanted, this, &PricesPage::askFor);
    connect(m_revisions, &RevisionsView::loaded, this, &PricesPage::tellWhatIsNew);
    connect(m_revisions, &RevisionsView::compared, this, &PricesPage::looked);
    connect(m_revisions, &RevisionsView::quoteWanted, this, openQuote);
    connect(m_revisions, &RevisionsView::askWanted, this, &PricesPage::askFor);
    connect(m_revisions, &RevisionsView::published, this, published);
    if (m_import == nullptr)
        return;
    connect(m_import, &ImportView::quoteWanted, this, openQuote);
    connect(m_import, &ImportView::askWanted, this, &PricesPage::askFor);
    connect(m_import, &ImportView::published, this, published);
    connect(m_import, &ImportView::said, this, [this](const QString& sentence) { Q_EMIT notice(sentence, false); });
}

void PricesPage::addKeys()
{
    const auto key = [this](const QKeySequence& sequence, auto slot) {
        auto* shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        key(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)), [this, tab] { showTab(tab); });
    key(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        showTab(PricesTab);
        m_table->focusFilter();
    });
    key(QKeySequence(Qt::Key_L), [this] {
        m_list->setFocus(Qt::ShortcutFocusReason);
        m_list->showPopup();
    });
    key(QKeySequence(Qt::Key_W), [this] { showWhatIsNew(); });
    key(QKeySequence(Qt::ALT | Qt::Key_C), [this] {
        showTab(PromotionsTab);
        m_promotions->checkAll();
    });
    key(QKeySequence(Qt::Key_Escape), [this] {
        if (m_jobs->isBusy())
            m_jobs->stop();
        else
            enter();
    });
    const auto goOn = [this] {
        if (m_views->currentWidget() == m_import && m_import != nullptr)
            m_import->goOn();
        else if (m_views->currentWidget() == m_revisions)
            m_revisions->publish();
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), goOn);
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), goOn);
    if (m_import == nullptr)
        return;
    key(QKeySequence(Qt::Key_N), [this] { Q_EMIT addRequested(entity(), {}, {}); });
    key(QKeySequence(Qt::CTRL | Qt::Key_O), [this] { runPrimaryAction(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_S), [this] { m_import->saveRejects(); });
}

const Entity* PricesPage::entity() const
{
    return &schema::entity("price_list");
}

Id PricesPage::list() const
{
    return Id::fromBytes(m_list->currentData().toByteArray().toStdString()).value_or(Id{});
}

std::optional<RowKey> PricesPage::currentRecord() const
{
    const Id current = list();
    return current.isNull() ? std::nullopt : std::optional(RowKey{entity()->number, current});
}

QString PricesPage::primaryAction() const
{
    return m_import == nullptr ? QString() : tr("Import prices");
}

void PricesPage::runPrimaryAction()
{
    if (m_import == nullptr)
        return;
    showTab(ImportTab);
    m_import->choose();
}

void PricesPage::enter()
{
    switch (m_views->currentIndex()) {
    case PricesTab: m_table->focusTable(); break;
    case RevisionsTab: m_revisions->focusTimeline(); break;
    case AskTab: m_ask->focusLine(); break;
    case PromotionsTab: m_promotions->focusLine(); break;
    default: m_import->enter(); break;
    }
}

void PricesPage::refresh()
{
    m_desk.reader.ask(
        this,
        [](Replica& replica) {
            std::vector<List> lists;
            const auto page = replica.list({.entity = &schema::entity("price_list"), .limit = mostLists, .after = {}});
            if (page.ok())
                for (const Record& record : page->rows)
                    lists.push_back({record.id, oneLine(toQString(record.value("code").text()), 60),
                                     oneLine(toQString(record.label()), 120)});
            return lists;
        },
        [this](const std::vector<List>& lists) { showLists(lists); });
    m_table->refresh();
    m_revisions->refresh();
    m_ask->refresh();
    if (m_views->currentWidget() == m_promotions)
        m_promotions->refresh();
}

void PricesPage::showLists(const std::vector<List>& lists)
{
    const Id before = list();
    const Id wanted = m_wanted.isNull() ? before : m_wanted;
    m_lists = lists;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const List& each : m_lists)
            m_list->addItem(each.code.isEmpty() ? each.name : tr("%1 – %2").arg(each.code, each.name),
                            bytesOf(each.id));
        m_list->setCurrentIndex(m_lists.empty() ? -1 : qMax(0, m_list->findData(bytesOf(wanted))));
    }
    m_list->setVisible(!m_lists.empty());
    if (!m_lists.empty() && list() == m_wanted)
        m_wanted = {};
    if (m_lists.empty())
        m_table->setList({}, {});
    else if (list() != before)
        chooseList();
}

void PricesPage::chooseList()
{
    const int at = m_list->currentIndex();
    if (at < 0 || at >= static_cast<int>(m_lists.size()))
        return;
    const List& chosen = m_lists[static_cast<std::size_t>(at)];
    const QString code = chosen.code.isEmpty() ? chosen.name : chosen.code;
    m_jobs->stop();
    m_news->hide();
    m_table->setList(chosen.id, code);
    m_revisions->setList(chosen.id);
    if (m_import != nullptr) {
        m_import->setList(chosen.id, code);
        if (m_views->currentWidget() == m_import)
            m_import->enter();
    }
    Q_EMIT placeChanged();
}

void PricesPage::open(const Id& id)
{
    m_wanted = id;
    if (const int at = m_list->findData(bytesOf(id)); at >= 0) {
        m_wanted = {};
        m_list->setCurrentIndex(at);
    }
    showTab(PricesTab);
}

void PricesPage::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab); // comes back here
    if (m_views->currentIndex() != tab) {
        m_views->setCurrentIndex(tab);
        if (m_views->currentWidget() == m_promotions)
            m_promotions->refresh();
    }
    if (isVisible())
        enter();
}

void PricesPage::askFor(const Id& product)
{
    m_ask->setProduct(product);
    showTab(AskTab);
}

void PricesPage::tellWhatIsNew()
{
    const Revisions& all = m_revisions->revisions();
    const RevisionEntry* newest = all.newest();
    m_news->hide();
    if (newest == nullptr)
        return;
    const QString key = toQString(all.list.toString());
    const RevisionEntry* seen = all.entry(m_seen.value(key));
    if (seen == nullptr)
        m_seen[key] = newest->id; // the first look: nothing is new
    else if (seen->number < newest->number) {
        m_newsText->setText(newest->number - seen->number == 1
                                ? tr("%1 is new since you last looked.").arg(revisionWord(newest->number))
                                : tr("%1 is new; you last looked at %2.")
                                      .arg(revisionWord(newest->number), revisionWord(seen->number)));
        m_news->show();
    }
}

void PricesPage::showWhatIsNew()
{
    const Revisions& all = m_revisions->revisions();
    const RevisionEntry* newest = all.newest();
    const RevisionEntry* seen = all.entry(m_seen.value(toQString(all.list.toString())));
    showTab(RevisionsTab);
    if (newest != nullptr && seen != nullptr && seen->id != newest->id)
        m_revisions->compare(seen->id, newest->id);
}

// The newest is looked at when it was set beside what was known before, or something older.
void PricesPage::looked(const Id& before, const Id& after)
{
    const Revisions& all = m_revisions->revisions();
    const RevisionEntry* newest = all.newest();
    const QString key = toQString(all.list.toString());
    const RevisionEntry* seen = all.entry(m_seen.value(key));
    if (newest == nullptr)
        return;
    const RevisionEntry* from = all.entry(before);
    const bool sinceThen = seen != nullptr && after == newest->id && (from == nullptr || from->number <= seen->number);
    if (sinceThen) {
        m_seen[key] = newest->id;
        m_news->hide();
    }
}

void PricesPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_import != nullptr && !fileIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PricesPage::dropEvent(QDropEvent* event)
{
    const QString file = fileIn(event->mimeData());
    if (m_import == nullptr || file.isEmpty())
        return;
    event->acceptProposedAction();
    showTab(ImportTab);
    m_import->take(file);
}

void PricesPage::save(QSettings& settings) const
{
    const Id chosen = list().isNull() ? m_wanted : list(); // nobody may have looked at it this time
    settings.setValue(QStringLiteral("prices/list"), toQString(chosen.toString()));
    settings.setValue(QStringLiteral("prices/tab"), m_views->currentIndex());
    for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen)
        settings.setValue(QStringLiteral("prices/seen/") + seen.key(), toQString(seen.value().toString()));
    if (m_import != nullptr)
        m_import->save(settings);
}

void PricesPage::restore(const QSettings& settings)
{
    const QString group = QStringLiteral("prices/seen/");
    const QStringList keys = settings.allKeys();
    for (const QString& key : keys)
        if (key.startsWith(group))
            if (const auto id = Id::parse(fromQString(settings.value(key).toString())))
                m_seen[key.mid(group.size())] = *id;
    m_wanted = Id::parse(fromQString(settings.value(QStringLiteral("prices/list")).toString())).value_or(Id{});
    const int tab = settings.value(QStringLiteral("prices/tab")).toInt();
    if (tab > 0 && tab < m_tabs->count())
        showTab(tab);
    if (m_import != nullptr)
        m_import->restore(settings);
}

} // namespace satchel::ui
