// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/TodayPage.h"

#include "ui/records/LogBox.h"
#include "ui/today/AgendaEdits.h"
#include "ui/today/AgendaView.h"
#include "ui/today/CalendarView.h"
#include "ui/today/CustomerGlance.h"
#include "ui/today/SnoozeBar.h"
#include "ui/today/WeekStrip.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int roomForGlance = 720;
}

TodayPage::TodayPage(const Desk& desk, QWidget* parent)
    : Page(parent), m_desk(desk), m_glance(new CustomerGlance(desk, this))
{
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 0, 8, 8, 8);
    layout->addWidget(makeColumn(), 4);
    layout->addWidget(m_glance, 3);
    connectAll();
    addKeys();
    refresh();
}

QWidget* TodayPage::makeColumn()
{
    auto* column = new QWidget(this);
    m_week = new WeekStrip(column);
    QFrame* card = makeFrame("card", column);
    m_stack = new QStackedWidget(card);
    m_agenda = new AgendaView(m_stack);
    m_empty = new EmptyState(QStringLiteral("circle-check"), {}, {}, m_stack);
    m_calendarBox = new QWidget(m_stack);
    m_calendar = new CalendarView(m_calendarBox);
    m_heading = makeLabel({}, "heading", m_calendarBox);
    auto* calendar = new QVBoxLayout(m_calendarBox);
    setMargins(calendar, 12, 8, 12, 4, 8);
    calendar->addWidget(m_heading);
    calendar->addWidget(m_calendar, 1);
    for (QWidget* view : {static_cast<QWidget*>(m_agenda), static_cast<QWidget*>(m_empty), m_calendarBox})
        m_stack->addWidget(view);
    m_log = new LogBox(m_desk, card);
    m_snooze = new SnoozeBar([environment = &m_desk.environment] { return environment->now(); }, card);
    m_keys = makeLabel({}, "small", card);
    wrap(m_keys);
    auto* foot = new QVBoxLayout;
    setMargins(foot, 12, 8, 12, 0, 8);
    foot->addWidget(m_snooze);
    foot->addWidget(m_log);
    foot->addWidget(m_keys);
    auto* inner = new QVBoxLayout(card);
    setMargins(inner, 1, 4, 1, 8, 0);
    inner->addWidget(m_stack, 1);
    inner->addLayout(foot);
    auto* outer = new QVBoxLayout(column);
    setMargins(outer, 0, 0, 0, 0, 8);
    outer->addWidget(m_week);
    outer->addWidget(card, 1);
    return column;
}

void TodayPage::connectAll()
{
    connect(m_agenda, &AgendaView::currentItemChanged, this, &TodayPage::showCustomer);
    connect(m_agenda, &AgendaView::doneWanted, this, &TodayPage::markDone);
    connect(m_agenda, &AgendaView::snoozeWanted, this, &TodayPage::askSnooze);
    connect(m_agenda, &AgendaView::openWanted, this, &TodayPage::openCurrent);
    connect(m_agenda, &AgendaView::quoteWanted, this, &TodayPage::wantQuote);
    connect(m_agenda, &AgendaView::weekWanted, this, [this] { m_week->setFocus(Qt::ShortcutFocusReason); });
    connect(m_snooze, &SnoozeBar::chosen, this, &TodayPage::snooze);
    connect(m_snooze, &SnoozeBar::left, this, &TodayPage::enter);
    connect(m_week, &WeekStrip::chosen, this, &TodayPage::openDay);
    connect(m_calendar, &CalendarView::opened, this, &TodayPage::openDay);
    connect(m_calendar, &CalendarView::moved, this, &TodayPage::refreshCalendar);
    connect(m_glance, &CustomerGlance::openRequested, this, &Page::openRequested);
    connect(m_glance, &CustomerGlance::loaded, this, &Page::placeChanged);
    connect(m_log, &LogBox::logged, this, [this](const QString& sentence) {
        Q_EMIT notice(sentence, true);
        enter();
    });
}

void TodayPage::addKeys()
{
    const auto key = [this](const QKeySequence& sequence, auto slot) {
        auto* shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    key(QKeySequence(Qt::Key_N), [this] { runPrimaryAction(); });
    key(QKeySequence(Qt::Key_C), [this] {
        setView(m_view == View::Day ? View::Week : m_view == View::Week ? View::Month : View::Day);
    });
    key(QKeySequence(Qt::Key_Escape), [this] {
        const bool asking = m_snooze->isVisible();
        m_snooze->hide();
        if (asking || !(m_agenda->hasFocus() || m_calendar->hasFocus()) || !back())
            enter();
    });
    for (const QKeySequence& sequence : {QKeySequence(Qt::Key_L), QKeySequence(Qt::CTRL | Qt::Key_L)})
        key(sequence, [this] { focusLog(); });
}

QString TodayPage::title() const
{
    if (m_view != View::Day)
        return tr("Calendar");
    return m_day.isNull() ? tr("Today") : QLocale().toString(m_day, QStringLiteral("dddd d MMMM"));
}

QDate TodayPage::today() const
{
    return QDateTime::fromMSecsSinceEpoch(m_desk.environment.now()).date();
}

void TodayPage::runPrimaryAction()
{
    const auto customer = m_glance->customer();
    if (m_view == View::Day && customer)
        Q_EMIT addRequested(&schema::entity("task"), toQString(schema::entityNumbered(customer->entity)->name),
                            customer->id);
    else
        Q_EMIT addRequested(&schema::entity("task"), {}, {});
}

QWidget* TodayPage::keyTarget() const
{
    return m_agenda;
}

void TodayPage::enter()
{
    if (m_view != View::Day)
        m_calendar->setFocus(Qt::OtherFocusReason);
    else if (m_agenda->isVisibleTo(this))
        m_agenda->setFocus(Qt::OtherFocusReason);
    else
        m_week->setFocus(Qt::OtherFocusReason);
}

void TodayPage::refresh()
{
    refreshAgenda();
    refreshStrip();
    if (m_view != View::Day)
        refreshCalendar();
    m_glance->refresh();
}

void TodayPage::refreshAgenda()
{
    const std::string day =
        m_day.isNull() ? localDay(m_desk.environment.now()) : fromQString(m_day.toString(Qt::ISODate));
    if (m_agenda->model()->rowCount() == 0)
        readAgenda(day, agendaGlimpse);
    else
        readAgenda(day, wholeAgenda);
}

// A glimpse is asked for because somebody waits, the rest for when he does not.
void TodayPage::readAgenda(const std::string& day, int most)
{
    const Milliseconds now = m_desk.environment.now();
    const bool isToday = day == localDay(now);
    const auto question = [me = m_desk.me.user, now, day, isToday, most](Replica& replica) {
        return isToday ? loadAgenda(replica, me, now, most) : loadDay(replica, me, day, now);
    };
    const auto answer = [this, day, isToday, most, shown = m_day](const Agenda& agenda) {
        if (shown != m_day)
            return; // another day by now
        showAgenda(agenda, day, isToday);
        if (isToday && most == agendaGlimpse && !agenda.whole)
            readAgenda(day, wholeAgenda);
    };
    if (isToday && most == wholeAgenda)
        m_desk.reader.askLater(this, question, answer);
    else
        m_desk.reader.ask(this, question, answer);
}

void TodayPage::showAgenda(const Agenda& agenda, const std::string& day, bool isToday)
{
    const bool hadFocus = m_agenda->hasFocus();
    m_agenda->show(agenda, day, m_desk.environment.now());
    m_empty->setTexts(isToday ? tr("Nothing left to do") : tr("Nothing on this day"),
                      tr("Press N for a new to-do, or Ctrl+2 to look at your accounts."));
    if (m_view == View::Day)
        m_stack->setCurrentWidget(agenda.items.empty() ? static_cast<QWidget*>(m_empty) : m_agenda);
    showCurrent();
    if (hadFocus && agenda.items.empty())
        m_week->setFocus(Qt::OtherFocusReason);
}

void TodayPage::refreshStrip()
{
    const QDate chosen = m_day.isNull() ? today() : m_day;
    m_week->setDays(chosen, today());
    m_desk.reader.ask(
        this,
        [me = m_desk.me.user, first = m_week->firstDay()](Replica& replica) { return loadWeek(replica, me, first); },
        [this, first = m_week->firstDay()](const WeekLoad& load) {
            if (first == m_week->firstDay())
                m_week->setLoad(load);
        });
}

void TodayPage::refreshCalendar()
{
    m_heading->setText(m_calendar->heading());
    m_desk.reader.ask(
        this,
        [me = m_desk.me.user, first = m_calendar->firstDay(), last = m_calendar->lastDay()](Replica& replica) {
            return loadCalendar(replica, me, first, last);
        },
        [this, first = m_calendar->firstDay()](const CalendarDays& days) {
            if (first == m_calendar->firstDay())
                m_calendar->setEntries(days);
        });
}

void TodayPage::setView(View view)
{
    m_view = view;
    m_snooze->hide();
    if (view == View::Day) {
        refreshAgenda();
        m_stack->setCurrentWidget(m_agenda);
    } else {
        m_calendar->setSpan(view == View::Week ? CalendarView::Span::Week : CalendarView::Span::Month);
        m_calendar->setDay(m_calendar->day().isValid() && m_stack->currentWidget() == m_calendarBox ? m_calendar->day()
                           : m_day.isNull()                                                         ? today()
                                                                                                    : m_day,
                           today());
        refreshCalendar();
        m_stack->setCurrentWidget(m_calendarBox);
    }
    arrange();
    enter();
    Q_EMIT placeChanged();
}

void TodayPage::openDay(QDate day)
{
    m_day = day == today() ? QDate() : day;
    refreshStrip();
    setView(View::Day);
}

bool TodayPage::back()
{
    if (m_view == View::Day && m_day.isNull())
        return false;
    m_view == View::Day ? openDay(today()) : setView(View::Day);
    return true;
}

void TodayPage::showCustomer()
{
    const auto item = m_agenda->current();
    const auto customer = item ? item->customer : std::nullopt;
    m_glance->show(customer);
    if (customer)
        m_log->setCustomer(*customer);
    else
        m_log->setNobody();
    showCurrent();
    Q_EMIT placeChanged();
}

// The keys that this row has.
void TodayPage::showCurrent()
{
    QStringList keys;
    const auto item = m_agenda->current();
    const QString entity = item ? toQString(item->row.record.entity->name) : QString();
    if (m_view != View::Day) {
        keys << tr("Arrows move") << tr("Page Up, Page Down: earlier, later") << tr("Enter opens the day")
             << (m_view == View::Week ? tr("C month") : tr("C day"));
    } else {
        if (entity == QLatin1String("task") || entity == QLatin1String("activity"))
            keys << tr("D done") << tr("S put off");
        if (item && item->customer)
            keys << tr("L log result") << tr("N next step") << tr("Q quote");
        if (item)
            keys << tr("Enter opens");
        keys << tr("C calendar") << tr("W week");
    }
    const QChar joint(0xA0); // where it takes two lines, it breaks behind a dot
    m_keys->setText(keys.replaceInStrings(QStringLiteral(" "), joint).join(joint + QStringLiteral("· ")));
}

std::optional<RowKey> TodayPage::currentRecord() const
{
    return m_glance->content().record.entity == nullptr ? std::nullopt : m_glance->customer();
}

void TodayPage::perform(const QString& sentence, const std::vector<Edit>& edits)
{
    const Action action{.name = sentence, .edits = edits};
    const Id done = edits.front().id;
    m_desk.undo.perform(action, this, [this, sentence, done](const Result<ReplicaWriter::Done>& result) {
        if (result.ok())
            m_agenda->leave(done);
        Q_EMIT notice(result.ok() ? sentence : toQString(result.error().message), result.ok());
    });
}

void TodayPage::markDone()
{
    const auto item = m_agenda->current();
    if (!item)
        return;
    const auto edits = doneEdits(item->row.record, m_desk.environment.now());
    if (edits.empty())
        Q_EMIT notice(item->quote ? tr("Enter opens the quote, where you decide.")
                                  : tr("L logs how it was answered; then it is done."),
                      false);
    else
        perform(tr("Done: %1").arg(oneLine(item->row.title, 60)), edits);
}

void TodayPage::askSnooze()
{
    const auto item = m_agenda->current();
    if (!item)
        return;
    if (snoozeEdits(item->row.record, localDay(m_desk.environment.now(), 1)).empty())
        Q_EMIT notice(tr("This cannot be put off: somebody waits for your answer."), false);
    else
        m_snooze->ask(oneLine(item->row.title, 60));
}

void TodayPage::snooze(const QString& day)
{
    const auto item = m_agenda->current();
    enter();
    if (!item)
        return;
    perform(tr("Put off until %1: %2")
                .arg(dayAndTime(fromQString(day), {}, m_desk.environment.now()), oneLine(item->row.title, 60)),
            snoozeEdits(item->row.record, fromQString(day)));
}

void TodayPage::openCurrent()
{
    const auto item = m_agenda->current();
    if (item && item->quote)
        Q_EMIT openRequested({schema::entity("quote").number, *item->quote});
    else if (item && item->customer)
        Q_EMIT openRequested(*item->customer);
}

void TodayPage::wantQuote()
{
    if (m_glance->content().account.isNull())
        Q_EMIT notice(tr("A quote needs an account, and this is not about one."), false);
    else
        Q_EMIT quoteWanted(m_glance->content().account);
}

void TodayPage::focusLog()
{
    if (m_view == View::Day && m_log->hasCustomer())
        m_log->focusLine();
    else
        Q_EMIT notice(tr("Choose a row that is about a customer to log what happened."), false);
}

void TodayPage::arrange()
{
    m_glance->setVisible(m_view == View::Day && width() >= roomForGlance);
    m_log->setVisible(m_view == View::Day);
    m_week->setVisible(m_view == View::Day);
    showCurrent();
}

void TodayPage::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("today/view"), static_cast<int>(m_view));
}

void TodayPage::restore(const QSettings& settings)
{
    const int view = settings.value(QStringLiteral("today/view")).toInt();
    if (view == static_cast<int>(View::Week) || view == static_cast<int>(View::Month))
        setView(static_cast<View>(view));
}

void TodayPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

} // namespace satchel::ui
