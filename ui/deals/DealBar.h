// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/DealSteps.h"
#include "ui/models/Desk.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

class DealPanel;

/// What becomes of a quote: how it stands, and a button, with a key, for each step that this user may take with it now.
/// A step opens as a panel below; Esc closes it. Its owner says when the store changed. Window's thread.
class DealBar : public QWidget {
    Q_OBJECT
public:
    DealBar(const Desk& desk, QWidget* parent);

    void show(const Id& quote);
    void refresh();

Q_SIGNALS:
    void notice(const QString& sentence, bool undoable);
    void openRequested(satchel::RowKey row);

private:
    using May = bool (*)(const sales::DealSteps&);
    using Make = DealPanel* (*)(const Desk&, const sales::DealSteps&, QWidget*);
    struct Step {
        QPushButton* button;
        May may;
        Make make;
    };

    void addStep(const QString& name, const QKeySequence& key, May may, Make make);
    void display(const Result<sales::DealSteps>& steps);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString draftSentence() const;
    void toggle(std::size_t step);
    void closePanel();

    const Desk& m_desk;
    Id m_quote;
    std::uint64_t m_asked = 0;
    sales::DealSteps m_now;
    std::vector<Step> m_steps;
    std::size_t m_open = 0;
    QPointer<DealPanel> m_panel;
    QLabel* m_said;
    QPushButton* m_order;
    QWidget* m_row;
    QVBoxLayout* m_column;
};

} // namespace satchel::ui
