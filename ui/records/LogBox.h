// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace satchel::ui {

/// One line that logs a dealing with the customer: text and Enter add an activity that is done now, and the focus stays
/// for the next. "Called Ana..." is understood as a call without touching the kind.
class LogBox final : public QWidget {
    Q_OBJECT
public:
    LogBox(const Desk& desk, QWidget* parent);
    void setRecord(const Record& record);
    void focusLine();

private:
    void log();
    [[nodiscard]] std::string kindOf(const QString& text) const;

    const Desk& m_desk;
    Record m_record;
    QComboBox* m_kind;
    QLineEdit* m_line;
    QLabel* m_trouble;
};

} // namespace satchel::ui
