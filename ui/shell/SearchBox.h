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

/// Something to begin for a customer, offered with his name: "New quote for %1".
struct CustomerCommand {
    QString name;
    QString iconName;
    std::function<void(const Id& account)> run;
};

/// The one search box (Ctrl+K): records of every kind as you type, then actions, then lines of the help; an action that
/// is called as was typed stands above them. The words of an action may be typed in any order, and a customer's name
/// behind the words of what is begun for him. The results hang below it as a child of the window; arrows choose, Enter
/// opens, Esc leaves.
class SearchBox final : public QLineEdit {
    Q_OBJECT
public:
    SearchBox(const Desk& desk, QWidget* parent);
    void setCommands(std::vector<Command> commands) { m_commands = std::move(commands); }
    void setCustomerCommands(std::vector<CustomerCommand> commands) { m_forCustomers = std::move(commands); }
    /// Keys and what they do; all of them lead to the help.
    void setHelp(std::vector<std::pair<QString, QString>> lines) { m_help = std::move(lines); }
    [[nodiscard]] QListWidget* results() const { return m_results; }

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void helpRequested();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Found {
        std::vector<Hit> records;
        std::vector<Hit> customers; ///< for what can be begun for them
    };
    /// A line of the results.
    struct Offer {
        QString title;
        QString iconName;
        QString context;
        QString aside;
        std::function<void()> run;
    };

    void search();
    [[nodiscard]] QString customerTyped() const;
    void show(const Found& found);
    void offerRecords(const std::vector<Hit>& records);
    void offerForCustomers(const std::vector<Hit>& customers);
    void offerCommands(bool calledSo);
    void offerHelp();
    void offer(Offer offer);
    void place();
    void choose();
    void leave();

    const Desk& m_desk;
    std::vector<Command> m_commands;
    std::vector<CustomerCommand> m_forCustomers;
    std::vector<std::pair<QString, QString>> m_help;
    std::vector<std::function<void()>> m_offered; ///< what the results do, one for each
    QPointer<QListWidget> m_results;
    std::shared_ptr<std::atomic<std::uint64_t>> m_generation;
};

} // namespace satchel::ui
