// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Leads.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace satchel::ui {

/// What a lead becomes: a new account and a new contact, or those of this laptop that are the same, each with the
/// reason. Arrows choose, Tab goes to the other list, Enter converts, Esc leaves. Window's thread.
class ConvertPanel final : public QFrame {
    Q_OBJECT
public:
    explicit ConvertPanel(QWidget* parent);
    void ask(const sales::LeadMatches& matches);

Q_SIGNALS:
    void chosen(const satchel::Id& lead, const satchel::sales::Conversion& conversion);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillAccounts();
    void fillContacts();
    /// Whoever is chosen brings his account with him.
    void followContact();
    void choose();

    sales::LeadMatches m_matches;
    QLabel* m_title;
    QListWidget* m_accounts;
    QListWidget* m_contacts;
};

} // namespace satchel::ui
