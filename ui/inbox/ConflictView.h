// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/InboxEntry.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace satchel::ui {

/// One inbox item: the sentence, base, mine and theirs side by side with the kept one marked, the reason and the
/// answers.
class ConflictView final : public QFrame {
    Q_OBJECT
public:
    explicit ConflictView(QWidget* parent);
    void show(const InboxEntry& entry);

Q_SIGNALS:
    void swapWanted();
    void keepWanted();
    void openWanted();

private:
    void addValue(const QString& heading, const QString& detail, const QString& value, bool kept);

    QLabel* m_heading;
    QLabel* m_sentence;
    QHBoxLayout* m_values;
    QLabel* m_reason;
    QPushButton* m_swap;
    QPushButton* m_keep;
    QPushButton* m_open;
};

} // namespace satchel::ui
