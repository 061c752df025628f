// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration/AdminView.h"

namespace satchel::ui {

/// Everybody who may come in or could: role, territories, when he was here last. N adds one, Enter changes one, P gives
/// a password, L locks or unlocks, O signs him out everywhere, G gives away what he has.
class PeopleView final : public AdminView {
    Q_OBJECT
public:
    PeopleView(const Desk& desk, ServerView& server, QWidget* parent);
    void show(const DirectoryRows& rows) override;
    void serverChanged() override;
    /// A new colleague.
    void add();

private:
    [[nodiscard]] const sales::Colleague* current() const;
    [[nodiscard]] QString stateOf(const sales::Colleague& person) const;
    void fill();
    void edit();
    void openPerson(const sales::Colleague& person);
    void givePassword(const Id& user, const QString& name);
    void lock();
    void signOut();
    void chosen();

    DirectoryRows m_rows;
    std::vector<Id> m_ids;
    QPushButton* m_lock;
    QList<QPushButton*> m_onOthers; ///< what makes no sense with oneself
};

} // namespace satchel::ui
