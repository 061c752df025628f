// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/models/RecordRow.h"

#include <QFrame>

class QGridLayout;
class QHBoxLayout;
class QLabel;

namespace satchel::ui {

class ElidedLabel;

/// A record as a peek shows it: its row, and what matters of it.
struct PeekData {
    RecordRow row; ///< no entity: not on this laptop
    std::vector<std::pair<QString, QString>> facts;
};

/// Runs on a worker thread.
[[nodiscard]] PeekData loadPeek(Replica& replica, const RowKey& key, Milliseconds now);

/// Below a list, at the press of Space: what matters of the record the list stands on. The keyboard stays in the list;
/// nothing can be changed here. Window's thread.
class PeekPanel final : public QFrame {
    Q_OBJECT
public:
    PeekPanel(const Desk& desk, QWidget* parent);
    void peek(const RowKey& key);

Q_SIGNALS:
    void shown();

private:
    void display(const PeekData& content);

    const Desk& m_desk;
    std::uint64_t m_asked = 0;
    ElidedLabel* m_title;
    ElidedLabel* m_about;
    QHBoxLayout* m_pills;
    QGridLayout* m_facts;
    QLabel* m_keys;
};

} // namespace satchel::ui
