// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/history/HistoryPanel.h"
#include "ui/records/Referred.h"
#include "ui/shell/BackgroundMode.h"
#include "ui/shell/Notifier.h"
#include "ui/shell/Page.h"
#include "ui/shell/PageKeys.h"
#include "ui/shell/PageRequests.h"
#include "ui/shell/Pages.h"
#include "ui/shell/Panels.h"
#include "ui/shell/Rail.h"
#include "ui/shell/SearchBox.h"
#include "ui/shell/SidePanels.h"
#include "ui/shell/SyncGateway.h"
#include "ui/shell/SyncState.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/WindowCommands.h"
#include "ui/shell/WindowMemory.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int railNarrowBelow = 1000;
constexpr int roomForHistory = 1500;
} // namespace

MainWindow::MainWindow(const Desk& desk, SyncGateway& gateway, Theme& theme, const QString& settingsFile)
    : m_desk(desk), m_gateway(gateway), m_theme(theme), m_settings(settingsFile, QSettings::IniFormat)
{
    setMinimumSize(560, 420);
    resize(firstSize(*this));
    auto* central = new QWidget(this);
    setCentralWidget(central);
    m_rail = new Rail(central);
    m_rail->setUser(toQString(desk.me.login), roleWord(desk.me.role));
    m_bar = new TopBar(desk, central);
    auto* stack = new QStackedWidget(central);
    m_stack = stack;
    m_pages = new Pages(pageCards(desk, gateway), desk.reader, stack, m_settings, this);
    m_history = new HistoryPanel(desk, central);
    m_history->hide();
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(column, 1);
    layout->addWidget(m_history);

    m_sync = new SyncState(desk, gateway, this);
    m_notifier = new Notifier(desk, m_settings, this);
    m_background = new BackgroundMode(*this, *m_notifier, gateway, m_settings);
    new PageKeys(*this, [this] { return currentPage(); });
    m_panels = new Panels(desk, *m_sync, gateway, *m_notifier, central);
    addPages();
    addCommands();
    connectSync(gateway);
    connectBackground();
    const RowKey me{schema::entity("user").number, desk.me.user};
    askReferred(desk.reader, this, me, [this](const std::optional<RowKey>&, const QString& name) {
        m_rail->setUser(name, roleWord(m_desk.me.role));
    });
    restore();
    m_notifier->look(); // after the page that somebody waits for has asked
}

MainWindow::~MainWindow()
{
    for (Page* page : m_pages->made())
        page->leave(); // what is being typed, while there is still a window around it
}

void MainWindow::addPages()
{
    for (const PageCard& card : m_pages->cards()) {
        m_rail->addPlace(card.id, card.iconName, card.title, card.key, card.below);
        m_rail->setOffered(card.id, card.offered);
    }
    connect(m_pages, &Pages::pageMade, this, &MainWindow::connectPage);
    connect(m_rail, &Rail::chosen, this, &MainWindow::go);
    connect(m_rail, &Rail::syncClicked, this, [this] { m_panels->toggleSync(); });
    connect(m_rail, &Rail::bellClicked, this, [this] { m_panels->toggleNotifications(); });
    connect(m_rail, &Rail::userClicked, this, [this] { m_theme.toggle(); });
    connect(&m_navigator, &Navigator::wanted, this, &MainWindow::visit);
    connect(m_bar, &TopBar::backClicked, &m_navigator, &Navigator::back);
    connect(m_bar, &TopBar::forwardClicked, &m_navigator, &Navigator::forward);
    connect(m_bar, &TopBar::primaryClicked, this, [this] { currentPage()->runPrimaryAction(); });
    connect(m_panels, &Panels::created, this, &MainWindow::showCreated);
    connect(m_panels, &Panels::closed, this, [this] { currentPage()->enter(); });
    connect(m_panels, &Panels::openRequested, this, &MainWindow::open);
    connect(m_panels, &Panels::pageWanted, this, &MainWindow::go);
    connect(m_panels, &Panels::notableChosen, this, &MainWindow::openNotable);
    connect(m_panels, &Panels::closingDecided, this, &MainWindow::decideClosing);
    connect(m_panels, &Panels::undoWanted, &m_desk.undo, &UndoHistory::undo);
    connect(m_history, &HistoryPanel::closed, this, &MainWindow::toggleHistory);
}

void MainWindow::connectPage(Page* page)
{
    connect(page, &Page::openRequested, this, &MainWindow::open);
    connect(page, &Page::addRequested, this, [this](const Entity* entity, const QString& link, const Id& id) {
        Page* own = this->page(toQString(entity->name));
        if (own == nullptr || !own->addFor(link, id))
            m_panels->add(*entity, link, id);
    });
    connect(page, &Page::historyRequested, this, &MainWindow::toggleHistory);
    connect(page, &Page::counted, this, [this, page](qint64 waiting) { m_rail->setCount(page->id(), waiting); });
    connect(page, &Page::offered, this, [this, page](bool offered) { m_rail->setOffered(page->id(), offered); });
    connect(page, &Page::notice, this, &MainWindow::showNotice);
    connect(page, &Page::placeChanged, this, [this, page] {
        if (page == currentPage())
            showPlace();
    });
    connectRequests(page, *this, *m_panels);
}

void MainWindow::addCommands()
{
    const WindowParts parts{*this, *m_panels, *m_rail, m_navigator, m_gateway, m_theme, m_desk.undo};
    const std::vector<Command> commands = windowCommands(parts, m_pages->cards());
    addShortcuts(this, commands);
    SearchBox* search = m_bar->search();
    search->setCommands(commands);
    search->setCustomerCommands(customerCommands(parts));
    search->setHelp(KeysPanel::keys());
    connect(search, &SearchBox::helpRequested, m_panels, &Panels::toggleKeys);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this), &QShortcut::activated, search,
            [search] { search->setFocus(Qt::ShortcutFocusReason); });
    connect(search, &SearchBox::openRequested, this, &MainWindow::open);
    connect(search, &SearchBox::left, this, [this] { currentPage()->enter(); });
}

void MainWindow::connectSync(SyncGateway& gateway)
{
    connect(m_sync, &SyncState::changed, this, [this] {
        const SyncState::Kind kind = m_sync->kind();
        m_rail->setSync(m_sync->iconName(), m_sync->sentence(),
                        kind == SyncState::Kind::Trouble || kind == SyncState::Kind::NeedsPassword);
        m_rail->setCount(QStringLiteral("inbox"), m_sync->inbox());
    });
    connect(&gateway, &SyncGateway::checkpointPublished, this, &MainWindow::refreshPages);
    // Many commits in a row make one refresh.
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(30);
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::refreshPages);
    connect(&m_desk.writer, &ReplicaWriter::committed, this, [this] {
        m_refresh.start();
        m_gateway.editsWaiting();
    });
    connect(&m_desk.undo, &UndoHistory::undone, this, [this](const QString& sentence) { showNotice(sentence, false); });
    connect(&m_desk.undo, &UndoHistory::refused, this,
            [this](const QString& sentence) { showNotice(sentence, false); });
}

void MainWindow::connectBackground()
{
    connect(m_notifier, &Notifier::changed, this, [this] { m_rail->setUnread(m_notifier->unread()); });
    connect(m_background, &BackgroundMode::chosen, this, &MainWindow::openNotable);
    connect(m_background, &BackgroundMode::toldHere, this, [this](const Notable& notable) {
        showNotice(QStringLiteral("%1: %2").arg(notable.heading, oneLine(notable.text)), false);
    });
}

void MainWindow::openNotable(const Notable& notable)
{
    m_panels->hideAll();
    if (notable.key.isEmpty()) // many at once
        m_panels->toggleNotifications();
    else if (notable.kind == Notable::Kind::Inbox)
        go(QStringLiteral("inbox"));
    else if (notable.kind == Notable::Kind::Approval)
        go(QStringLiteral("approvals"));
    else
        open(notable.row);
}

void MainWindow::decideClosing(bool stays)
{
    m_background->decideClosing(stays);
    m_panels->hideAll();
    close();
}

void MainWindow::refreshPages()
{
    m_notifier->lookSoon();
    m_pages->refresh(currentPage());
    if (m_history->isVisible())
        m_history->refresh();
    m_sync->refresh();
}

Page* MainWindow::page(const QString& id) const
{
    return m_pages->page(id);
}

const QList<Page*>& MainWindow::pages() const
{
    return m_pages->all();
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

void MainWindow::go(const QString& pageId)
{
    Page* next = page(pageId);
    if (next == nullptr)
        return;
    next->back();
    showPage(next);
    m_navigator.went({pageId});
    showPlace();
}

void MainWindow::open(const RowKey& row)
{
    if (const PageCard* card = m_pages->cardOf(row.entity)) {
        Page* shown = page(card->id);
        m_navigator.went({card->id, row});
        showPage(shown);
        shown->open(row.id);
        showPlace();
        return;
    }
    // A to-do or an activity has no page of its own: the customer it is about has.
    askReferred(m_desk.reader, this, row, [this](const std::optional<RowKey>& customer, const QString& label) {
        if (customer)
            open(*customer);
        else
            showNotice(label, false);
    });
}

void MainWindow::showCreated(const RowKey& row)
{
    if (m_pages->cardOf(row.entity) != nullptr) {
        open(row);
        return;
    }
    showNotice(tr("Added"), true); // a next step is added without leaving the day
    currentPage()->enter();
}

void MainWindow::visit(const Place& place)
{
    Page* target = page(place.page);
    showPage(target);
    if (place.record)
        target->open(place.record->id);
    else
        target->back();
    showPlace();
}

void MainWindow::showPage(Page* next)
{
    m_panels->hideAll();
    if (currentPage() != nullptr && next != currentPage())
        currentPage()->leave();
    m_stack->setCurrentWidget(next);
    m_rail->setCurrent(next->id());
    m_pages->enter(next);
    next->enter();
}

void MainWindow::showPlace()
{
    Page* current = currentPage();
    m_bar->setTitle(current->title());
    m_bar->setPrimary(current->primaryAction(), current->primaryKey(), current->primaryIcon());
    m_bar->setCanGo(m_navigator.canGoBack(), m_navigator.canGoForward());
    setWindowTitle(tr("%1 – Satchel").arg(current->title()));
    if (m_history->isVisible())
        m_history->show(current->currentRecord().value_or(RowKey{}));
}

void MainWindow::toggleHistory()
{
    const auto record = currentPage()->currentRecord();
    if (m_history->isVisible() || !record) {
        m_history->hide();
        if (m_openedForHistory)
            currentPage()->back();
        m_openedForHistory = false;
        currentPage()->enter();
        return;
    }
    if (width() < roomForHistory && currentPage()->entity() != nullptr && !currentPage()->isOpened()) {
        currentPage()->open(record->id);
        m_openedForHistory = true;
    }
    m_history->show(*record);
    m_history->setVisible(true);
}

void MainWindow::chooseLanguage(const QString& language)
{
    currentPage()->leave();
    remember();
    m_settings.setValue(QStringLiteral("language"), language);
    m_settings.sync();
    Q_EMIT languageChosen(language);
}

QString MainWindow::settingsFileIn(const QString& profile)
{
    return profile + QStringLiteral("/window.ini");
}

void MainWindow::toggleWhyHere()
{
    if (const auto record = currentPage()->currentRecord())
        m_panels->toggleWhyHere(*record);
    else
        showNotice(tr("Choose a record first; then this says why it is here."), false);
}

void MainWindow::toggleKeys()
{
    m_panels->toggleKeys();
}

void MainWindow::showNotice(const QString& sentence, bool undoable)
{
    m_panels->notify(sentence, undoable);
}

void MainWindow::restore()
{
    Page* last = page(recallWindow(m_settings, *this, m_theme));
    showPage(last != nullptr ? last : page(m_pages->cards().front().id));
    m_navigator.went({currentPage()->id(), currentPage()->isOpened() ? currentPage()->currentRecord() : std::nullopt});
    showPlace();
    m_rail->setSync(m_sync->iconName(), m_sync->sentence(), false);
    auto* now = new QTimer(this); // a crash loses half a minute of places at most
    connect(now, &QTimer::timeout, this, &MainWindow::remember);
    now->start(30'000);
    m_pages->makeTheRest();
}

void MainWindow::end()
{
    m_background->end();
}

void MainWindow::remember()
{
    rememberWindow(m_settings, *this, m_theme, m_pages->made(), *currentPage());
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setCollapsed(width() < railNarrowBelow);
    m_panels->hideAll();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    currentPage()->leave();
    remember();
    switch (m_background->closing()) {
    case BackgroundMode::Closing::Undecided: // asked once; the search box leads to it again
        event->ignore();
        m_panels->askClosing();
        return;
    case BackgroundMode::Closing::Stay:
        event->ignore();
        m_background->leaveWindow();
        return;
    case BackgroundMode::Closing::End: break;
    }
    m_desk.writer.finish();
    event->accept();
}

} // namespace satchel::ui
