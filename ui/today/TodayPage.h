// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Page.h"
#include "ui/today/Agenda.h"

#include <QDate>

class QLabel;
class QStackedWidget;

namespace satchel::ui {

class AgendaView;
class CalendarView;
class CustomerGlance;
class EmptyState;
class LogBox;
class SnoozeBar;
class WeekStrip;

/// The day: what is overdue, visits and calls by the clock, follow-ups, approvals, leads that wait; a key for each
/// thing that is done with them; beside it the customer it is about. C shows the calendar of the week, then of the
/// month.
class TodayPage final : public Page {
    Q_OBJECT
public:
    TodayPage(const Desk& desk, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("today"); }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override { return QStringLiteral("calendar-check"); }
    [[nodiscard]] QString primaryAction() const override { return tr("New to-do"); }
    [[nodiscard]] QKeySequence primaryKey() const override { return {Qt::Key_N}; }
    void runPrimaryAction() override;
    void enter() override;
    [[nodiscard]] QWidget* keyTarget() const override;
    void refresh() override;
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;
    /// Back from a calendar or another day to today.
    bool back() override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

Q_SIGNALS:
    /// Q: a new quote for this account.
    void quoteWanted(const satchel::Id& account);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class View { Day, Week, Month };
    [[nodiscard]] QWidget* makeColumn();
    void connectAll();
    void addKeys();
    void showCustomer();
    void showCurrent();
    void setView(View view);
    void openDay(QDate day);
    void refreshAgenda();
    void refreshStrip();
    void readAgenda(const std::string& day, int most);
    void showAgenda(const Agenda& agenda, const std::string& day, bool isToday);
    void refreshCalendar();
    void markDone();
    void askSnooze();
    void snooze(const QString& day);
    void openCurrent();
    void wantQuote();
    void focusLog();
    void perform(const QString& sentence, const std::vector<Edit>& edits);
    void arrange();
    [[nodiscard]] QDate today() const;

    const Desk& m_desk;
    View m_view = View::Day;
    QDate m_day; ///< shown; null: today, whatever day that is
    AgendaView* m_agenda = nullptr;
    EmptyState* m_empty = nullptr;
    CalendarView* m_calendar = nullptr;
    QLabel* m_heading = nullptr; ///< of the calendar
    QWidget* m_calendarBox = nullptr;
    QStackedWidget* m_stack = nullptr;
    WeekStrip* m_week = nullptr;
    SnoozeBar* m_snooze = nullptr;
    LogBox* m_log = nullptr;
    QLabel* m_keys = nullptr;
    CustomerGlance* m_glance;
};

} // namespace satchel::ui
