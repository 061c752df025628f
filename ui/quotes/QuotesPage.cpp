// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuotesPage.h"

#include "core/rules/Access.h"
#include "ui/quotes/NewQuotePanel.h"
#include "ui/quotes/QuoteEditor.h"
#include "ui/quotes/QuoteLists.h"
#include "ui/records/ListPane.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>

namespace satchel::ui {

namespace {
constexpr int roomForBoth = 960;
constexpr int daysThatAreSoon = 8;
} // namespace

QuotesPage::QuotesPage(const Desk& desk, QWidget* parent)
    : Page(parent),
      m_desk(desk),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_listCard(makeFrame("card", m_splitter)),
      m_list(new ListPane(desk, *entity(),
                          quoteChoices(desk.me.user, localDay(desk.environment.now(), -1),
                                       localDay(desk.environment.now(), daysThatAreSoon)),
                          m_listCard)),
      m_editor(new QuoteEditor(desk, m_splitter)),
      m_new(new NewQuotePanel(desk, this))
{
    auto* cardLayout = new QHBoxLayout(m_listCard);
    setMargins(cardLayout, 1, 1, 1, 1, 0);
    cardLayout->addWidget(m_list);
    m_listCard->setMinimumWidth(280);
    m_editor->setMinimumWidth(400);
    m_splitter->addWidget(m_listCard);
    m_splitter->addWidget(m_editor);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({360, 720});
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 0, 8, 8, 0);
    layout->addWidget(m_splitter);
    connectParts();
    addKeys();
}

void QuotesPage::connectParts()
{
    connect(m_list, &ListPane::currentChanged, this, [this](const Id& id) {
        if (m_opened)
            return;
        m_editor->show(id);
        // An empty list hides its rows, and the keys of the page must not be typed into what is left.
        if (id.isNull() && m_list->filterText().isEmpty() && isVisible() && !m_new->isVisible())
            m_listCard->setFocus(Qt::OtherFocusReason);
    });
    connect(m_list, &ListPane::opened, this, [this](const Id& id) { Q_EMIT openRequested({entity()->number, id}); });
    connect(m_list, &ListPane::deleteRequested, this, &QuotesPage::remove);
    connect(m_list, &ListPane::notice, this, &Page::notice);
    connect(m_list, &ListPane::roomWanted, this, [this](int wanted) { giveListRoom(*m_splitter, wanted); });
    connect(m_editor, &QuoteEditor::openRequested, this, &Page::openRequested);
    connect(m_editor, &QuoteEditor::historyRequested, this, &Page::historyRequested);
    connect(m_editor, &QuoteEditor::deleteRequested, this, [this] { remove(m_editor->shownId()); });
    connect(m_editor, &QuoteEditor::notice, this, &Page::notice);
    connect(m_editor, &QuoteEditor::loaded, this, &Page::placeChanged);
    connect(m_editor, &QuoteEditor::sidesChosen, this, [this] {
        m_folded = m_editor->widthForSides() > 0;
        arrange();
    });
    connect(m_new, &NewQuotePanel::created, this, [this](const Id& quote) {
        m_fresh = quote;
        Q_EMIT openRequested({entity()->number, quote});
    });
    connect(m_new, &NewQuotePanel::refused, this, [this](const QString& sentence) { Q_EMIT notice(sentence, false); });
    connect(m_new, &NewQuotePanel::closed, this, [this] {
        m_new->hide();
        enter();
    });
}

void QuotesPage::addKeys()
{
    const auto key = [this](QWidget* where, const QKeySequence& sequence, auto slot) {
        auto* shortcut = new QShortcut(sequence, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(m_splitter, QKeySequence(Qt::Key_N), [this] { runPrimaryAction(); });
    key(this, QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        back();
        m_list->focusFilter();
    });
    key(m_splitter, QKeySequence(Qt::Key_Escape), [this] {
        if (!back())
            m_list->focusList();
    });
    key(this, QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { remove(m_editor->shownId()); });
}

QString QuotesPage::title() const
{
    return m_opened && !m_editor->title().isEmpty() ? m_editor->title() : entitiesWord(*entity());
}

QString QuotesPage::primaryAction() const
{
    return mayCreate(m_desk.me.role, *entity()) ? tr("New quote") : QString();
}

void QuotesPage::runPrimaryAction()
{
    if (primaryAction().isEmpty())
        return;
    m_new->begin();
    arrange();
}

bool QuotesPage::addFor(const QString& link, const Id& id)
{
    if (link == QLatin1String("account"))
        newFor(id);
    else
        runPrimaryAction();
    return true;
}

void QuotesPage::newFor(const Id& account)
{
    m_new->createFor(account);
}

void QuotesPage::enter()
{
    if (m_opened || !m_listCard->isVisibleTo(this))
        m_editor->focusLines();
    else if (m_list->model().rowCount() > 0)
        m_list->focusList();
    else
        m_listCard->setFocus(Qt::OtherFocusReason); // its rows are hidden
}

void QuotesPage::leave()
{
    m_new->hide();
    m_editor->finish();
}

// While the list is out of sight it is not read: its totals take the reader longer than a line of the quote.
void QuotesPage::refresh()
{
    m_stale = !m_listCard->isVisible();
    if (!m_stale)
        m_list->refresh();
    m_editor->refresh();
}

void QuotesPage::open(const Id& id)
{
    m_editor->show(id, std::exchange(m_fresh, Id{}) == id);
    m_list->select(id);
    setOpened(true);
    m_editor->focusLines();
}

std::optional<RowKey> QuotesPage::currentRecord() const
{
    if (m_editor->shownId().isNull())
        return std::nullopt;
    return RowKey{entity()->number, m_editor->shownId()};
}

bool QuotesPage::back()
{
    m_new->hide();
    if (!m_opened && m_listCard->isVisibleTo(this))
        return false;
    m_editor->finish();
    m_folded = false;
    setOpened(false);
    m_list->focusList();
    return true;
}

void QuotesPage::setOpened(bool opened)
{
    m_opened = opened;
    arrange();
    Q_EMIT placeChanged();
}

void QuotesPage::arrange()
{
    const bool room = width() >= roomForBoth;
    const bool crowded = room && m_splitter->width() - m_listCard->width() < m_editor->widthForSides();
    const bool folded = m_folded && crowded;
    m_listCard->setVisible(!m_opened && !folded);
    m_editor->setVisible(m_opened || room);
    m_editor->setSidesAllowed(m_opened || folded || !crowded);
    if (!m_opened && m_stale && isVisible()) {
        m_stale = false;
        m_list->refresh();
    }
    const int beside = isRightToLeft() ? 16 : width() - m_new->width() - 16;
    m_new->move(qMax(16, beside), 0);
}

void QuotesPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void QuotesPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    arrange();
}

void QuotesPage::remove(const Id& id)
{
    if (id.isNull())
        return;
    const QString name = m_editor->shownId() == id ? m_editor->title() : QString();
    const Action action{.name = tr("Deleted %1").arg(name.isEmpty() ? tr("a quote") : name),
                        .edits = {{.kind = OperationKind::Delete, .entity = entity(), .id = id}}};
    m_desk.undo.perform(action, this, [this, sentence = action.name](const Result<ReplicaWriter::Done>& result) {
        if (result.ok())
            back();
        Q_EMIT notice(result.ok() ? sentence : toQString(result.error().message), result.ok());
    });
}

void QuotesPage::save(QSettings& settings) const
{
    const auto set = [&](const char* name, const QVariant& value) {
        settings.setValue(id() + QLatin1Char('/') + QLatin1String(name), value);
    };
    m_list->save(settings, QStringLiteral("quote"));
    set("split", m_splitter->saveState());
    set("opened", m_opened);
    set("record", toQString(m_editor->shownId().toString()));
    set("why", m_editor->isWhyWanted());
    set("paper", m_editor->isPaperWanted());
}

void QuotesPage::restore(const QSettings& settings)
{
    const auto value = [&](const char* name) { return settings.value(id() + QLatin1Char('/') + QLatin1String(name)); };
    m_list->restore(settings, QStringLiteral("quote"));
    m_splitter->restoreState(value("split").toByteArray());
    m_editor->setWhyWanted(value("why").toBool());
    m_editor->setPaperShown(value("paper").toBool());
    const auto record = Id::parse(fromQString(value("record").toString()));
    if (!record || record->isNull())
        return;
    m_list->select(*record);
    m_editor->show(*record);
    if (value("opened").toBool())
        setOpened(true);
}

} // namespace satchel::ui
