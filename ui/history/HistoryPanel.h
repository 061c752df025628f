// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace satchel::ui {

/// The history of a record at the side of the window: who changed what, from, to, when, on which device, by which rule.
class HistoryPanel final : public QFrame {
    Q_OBJECT
public:
    HistoryPanel(const Desk& desk, QWidget* parent);
    void show(const RowKey& row);
    void refresh();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Line {
        QString what, from, to, who, rule, exact;
        bool whole = false;
    };
    struct Data {
        QString title;
        std::vector<Line> lines;
    };
    static Data load(Replica& replica, const RowKey& row, const Id& me, Milliseconds now);
    void display(const Data& lines);
    void addLine(const Line& line);

    const Desk& m_desk;
    RowKey m_row;
    QLabel* m_title;
    QScrollArea* m_scroll;
    QVBoxLayout* m_lines;
};

} // namespace satchel::ui
