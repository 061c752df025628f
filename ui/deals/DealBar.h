// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/DealSteps.h"
#include "ui/deals/DealPanel.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

/// What becomes of a quote: how it stands, and a button, with a key, for each step that this user may take with it now.
/// A step opens as a panel below; Esc closes it. Its owner says when the store changed. Window's thread.
class DealBar : public QWidget {
    Q_OBJECT
public:
    DealBar(const Desk& desk, QWidget* parent);

    void show(const Id& quote);
    void refresh();
    /// What is typed into the quote and not in it stands against the steps that freeze it.
    void setUnfinished(std::vector<Unfinished> unfinished);
    /// A panel is open, and wants the room.
    [[nodiscard]] bool isOpen() const { return m_panel != nullptr; }
    void focusPanel();

Q_SIGNALS:
    void notice(const QString& sentence, bool undoable);
    void openRequested(satchel::RowKey row);
    /// A panel was opened or closed.
    void toggled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

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
    void goTo(std::size_t unfinished);

    const Desk& m_desk;
    Id m_quote;
    std::uint64_t m_asked = 0;
    sales::DealSteps m_now;
    std::vector<Step> m_steps;
    std::size_t m_open = 0;
    QPointer<DealPanel> m_panel;
    std::vector<Unfinished> m_unfinished;
    QLabel* m_said;
    QPushButton* m_order;
    QWidget* m_row;
    QVBoxLayout* m_column;
};

} // namespace satchel::ui
