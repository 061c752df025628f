// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Page.h"
#include "ui/today/Agenda.h"

class QStackedWidget;

namespace satchel::ui {

class AgendaView;
class EmptyState;
class RecordDetail;

/// The day: what is overdue, what is due, visits and calls by the clock; beside it the customer it is about.
class TodayPage final : public Page {
    Q_OBJECT
public:
    TodayPage(const Desk& desk, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("today"); }
    [[nodiscard]] QString title() const override { return tr("Today"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("calendar-check"); }
    [[nodiscard]] QString primaryAction() const override { return tr("New to-do"); }
    [[nodiscard]] QKeySequence primaryKey() const override { return {Qt::Key_N}; }
    void runPrimaryAction() override;
    void enter() override;
    void leave() override;
    void refresh() override;
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addKeys();
    void showCustomer();
    void act(const std::function<std::vector<Edit>(const Record&, Milliseconds)>& edits, const QString& sentence);
    [[nodiscard]] RecordDetail* glance() const;

    const Desk& m_desk;
    AgendaView* m_agenda;
    EmptyState* m_empty;
    QStackedWidget* m_glance;
    std::vector<RecordDetail*> m_details;
};

} // namespace satchel::ui
