// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace satchel::ui {

/// A quiet line on the page of a record, or where a new one is typed: there is another one like it. It asks after the
/// page is there, so that the page does not wait for it. Window's thread.
class TwinHint final : public QFrame {
    Q_OBJECT
public:
    TwinHint(const Desk& desk, QWidget* parent);
    /// A record of an account, contact or lead; hides itself for others, and while nothing is like it.
    void show(const Record& record);
    /// The same for one that is not stored yet: the button opens the other.
    void showTyped(const Record& record);
    void clear();

Q_SIGNALS:
    void compareRequested();
    void openRequested(satchel::RowKey row);
    /// It has come or gone: the panel around it is another height.
    void changed();

private:
    void ask(const Record& record, bool typed);

    const Desk& m_desk;
    QLabel* m_sentence;
    QPushButton* m_button;
    Record m_record;
    RowKey m_other;
    bool m_typed = false;
    std::uint64_t m_asked = 0;
};

} // namespace satchel::ui
