// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace satchel::ui {

/// Two lines for a password a person chooses, the same in both. Window's thread; owned by the form they stand in.
class NewPasswordLines final : public QWidget {
    Q_OBJECT
public:
    explicit NewPasswordLines(QWidget* parent);
    void begin();
    void empty();
    [[nodiscard]] QString chosen() const;
    /// Why it cannot be taken, with the keyboard in the line at fault; "" if it can.
    [[nodiscard]] QString complaint();
    /// The same height as the fields of a large form.
    void setTall();

Q_SIGNALS:
    /// Enter was pressed in one of them.
    void entered();

private:
    QLineEdit* addLine(const QString& name, QVBoxLayout* layout);

    QLineEdit* m_chosen;
    QLineEdit* m_again;
};

} // namespace satchel::ui
