// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deals/ApprovalEntry.h"
#include "ui/models/Desk.h"

#include <QKeySequence>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace satchel::ui {

/// One request to approve: who asks for what and why, what it leaves, the answer and the buttons of whoever may decide
/// it; for who asked the one that takes it back. Does what is wanted itself. Window's thread.
class ApprovalView final : public QWidget {
    Q_OBJECT
public:
    /// The keys its owner makes work: shown on the buttons.
    struct Keys {
        QKeySequence approve, refuse, withdraw, open;
    };
    ApprovalView(const Desk& desk, const Keys& keys, QWidget* parent);
    void show(const ApprovalEntry& entry);
    [[nodiscard]] const ApprovalEntry& entry() const { return m_entry; }

    void approve() { decide(true); }
    /// The first time it goes to the answer; from there Enter refuses.
    void refuse();
    void withdraw();
    void focusAnswer();

Q_SIGNALS:
    void notice(const QString& sentence, bool undoable);
    void openRequested(satchel::RowKey row);
    /// It was decided or taken back.
    void answered();
    /// Back to the list, nothing decided.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void decide(bool approved);
    void run(const QString& name, const std::function<Status(Replica&)>& deed);

    const Desk& m_desk;
    ApprovalEntry m_entry;
    bool m_refusing = false;
    QLabel *m_heading, *m_sentence, *m_reason, *m_comment, *m_margin, *m_hint, *m_trouble;
    QLineEdit* m_answer;
    QPushButton *m_approve, *m_refuse, *m_withdraw, *m_open;
};

} // namespace satchel::ui
