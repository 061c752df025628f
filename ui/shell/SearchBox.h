// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QKeySequence>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>

#include <atomic>

namespace satchel::ui {

/// Something the person can do from the search box: "New contact", "Sync now".
struct Command {
    QString name;
    QString iconName;
    QKeySequence key;
    std::function<void()> run;
};

/// The one search box (Ctrl+K): records of every kind as you type, then actions. The results hang below it as a child
/// of the window; arrows choose, Enter opens, Esc leaves.
class SearchBox final : public QLineEdit {
    Q_OBJECT
public:
    SearchBox(const Desk& desk, QWidget* parent);
    void setCommands(std::vector<Command> commands) { m_commands = std::move(commands); }
    [[nodiscard]] QListWidget* results() const { return m_results; }

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void search();
    void show(const std::vector<Hit>& hits);
    void choose();
    void leave();

    const Desk& m_desk;
    std::vector<Command> m_commands;
    std::vector<Hit> m_hits;
    QPointer<QListWidget> m_results;
    std::shared_ptr<std::atomic<std::uint64_t>> m_generation;
};

} // namespace satchel::ui
