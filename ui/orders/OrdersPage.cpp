// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/OrdersPage.h"

#include "core/sales/Orders.h"
#include "ui/deals/DealWords.h"
#include "ui/deals/PaperFiles.h"
#include "ui/orders/OrderView.h"
#include "ui/records/ListPane.h"
#include "ui/widgets/FileLinks.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr int roomForBoth = 720;

std::vector<ListChoice> choices(const Id& me)
{
    const Entity& order = schema::entity("order");
    const auto newest = [&](const QString& id, const QString& name, std::vector<Filter> filters) {
        return ListChoice{.id = id,
                          .name = name,
                          .filters = std::move(filters),
                          .orderBy = order.indexOf("ordered_on"),
                          .descending = true};
    };
    std::vector<ListChoice> all = {newest(QStringLiteral("all"), OrdersPage::tr("All, newest first"), {}),
                                   newest(QStringLiteral("mine"), OrdersPage::tr("Mine"),
                                          {{*order.indexOf("owner"), Comparison::Equal, Value(me)}})};
    for (const std::string& status : order.field("status")->choices)
        all.push_back(newest(toQString(status), choiceWord(status),
                             {{*order.indexOf("status"), Comparison::Equal, Value(status)}}));
    return all;
}

using Written = std::pair<sales::ExportedOrders, QString>;

Result<Written> writeListed(Replica& replica, const Query& query, const QString& name)
{
    SATCHEL_ASSIGN(sales::ExportedOrders exported, sales::exportListed(replica, query));
    SATCHEL_ASSIGN(const QString path, writeBeside(papersFolder(), name, QByteArray::fromStdString(exported.text)));
    return Written{std::move(exported), path};
}

} // namespace

OrdersPage::OrdersPage(const Desk& desk, QWidget* parent)
    : Page(parent),
      m_desk(desk),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_listCard(makeFrame("card", m_splitter)),
      m_list(new ListPane(desk, schema::entity("order"), choices(desk.me.user), m_listCard, false)),
      m_files(new FileLinks(m_listCard)),
      m_view(new OrderView(desk, m_splitter))
{
    m_list->setEmptyHint(tr("An order is made when a customer accepts a quote: Alt+Y in the quote."));
    auto* column = new QVBoxLayout(m_listCard);
    setMargins(column, 1, 1, 1, 1, 0);
    column->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    setMargins(foot, 8, 0, 8, 8, 0);
    foot->addWidget(m_files);
    column->addLayout(foot);
    m_listCard->setMinimumWidth(280);
    m_view->setMinimumWidth(360);
    m_splitter->addWidget(m_listCard);
    m_splitter->addWidget(m_view);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({380, 700});
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 0, 8, 8, 0);
    layout->addWidget(m_splitter);
    connect(m_list, &ListPane::currentChanged, this, [this](const Id& id) {
        if (!m_opened)
            m_view->show(id);
    });
    connect(m_list, &ListPane::opened, this, [this](const Id& id) { Q_EMIT openRequested({entity()->number, id}); });
    connect(m_list, &ListPane::notice, this, &Page::notice);
    connect(m_list, &ListPane::roomWanted, this, [this](int wanted) { giveListRoom(*m_splitter, wanted); });
    connect(m_list, &ListPane::stateChanged, m_files, &QWidget::hide);
    connect(m_view, &OrderView::openRequested, this, &Page::openRequested);
    connect(m_view, &OrderView::loaded, this, &Page::placeChanged);
    const auto key = [this](const QKeySequence& sequence, auto slot) {
        auto* shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(primaryKey(), [this] { runPrimaryAction(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        back();
        m_list->focusFilter();
    });
    key(QKeySequence(Qt::Key_Escape), [this] {
        if (!back())
            m_list->focusList();
    });
}

QString OrdersPage::title() const
{
    return m_opened && !m_view->title().isEmpty() ? m_view->title() : tr("Orders");
}

// What is listed, however it was narrowed.
void OrdersPage::runPrimaryAction()
{
    const QString name = tr("Orders %1").arg(toQString(localDay(m_desk.environment.now()))) + QStringLiteral(".csv");
    m_desk.reader.ask(
        this, [query = m_list->model().query(), name](Replica& replica) { return writeListed(replica, query, name); },
        [this](const Result<Written>& written) {
            if (!written.ok()) {
                Q_EMIT notice(sentenceOf(written.error()), false);
                return;
            }
            back();
            m_files->show(tr("Wrote %1 orders with %2 lines.")
                              .arg(numberWord(written->first.orders), numberWord(written->first.lines)),
                          {written->second});
        });
}

void OrdersPage::enter()
{
    if (m_opened)
        m_view->focusFirst();
    else
        m_list->focusList();
}

void OrdersPage::leave()
{
    m_view->finish();
}

void OrdersPage::refresh()
{
    m_list->refresh();
    m_view->refresh();
}

void OrdersPage::open(const Id& id)
{
    m_view->show(id);
    m_list->select(id);
    setOpened(true);
    m_view->focusFirst();
}

std::optional<RowKey> OrdersPage::currentRecord() const
{
    return m_view->shownId().isNull() ? std::nullopt : std::optional(RowKey{entity()->number, m_view->shownId()});
}

bool OrdersPage::back()
{
    if (!m_opened)
        return false;
    m_view->finish();
    setOpened(false);
    m_list->focusList();
    return true;
}

void OrdersPage::setOpened(bool opened)
{
    m_opened = opened;
    showBeside();
    Q_EMIT placeChanged();
}

void OrdersPage::showBeside()
{
    m_listCard->setVisible(!m_opened);
    m_view->setVisible(m_opened || width() >= roomForBoth);
}

void OrdersPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    showBeside();
}

void OrdersPage::save(QSettings& settings) const
{
    m_list->save(settings, QStringLiteral("order"));
    settings.setValue(QStringLiteral("order/split"), m_splitter->saveState());
    settings.setValue(QStringLiteral("order/opened"), m_opened);
    settings.setValue(QStringLiteral("order/record"), toQString(m_view->shownId().toString()));
}

void OrdersPage::restore(const QSettings& settings)
{
    m_list->restore(settings, QStringLiteral("order"));
    m_splitter->restoreState(settings.value(QStringLiteral("order/split")).toByteArray());
    const auto record = Id::parse(fromQString(settings.value(QStringLiteral("order/record")).toString()));
    if (!record || record->isNull())
        return;
    m_list->select(*record);
    m_view->show(*record);
    if (settings.value(QStringLiteral("order/opened")).toBool())
        setOpened(true);
}

} // namespace satchel::ui
