// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <string>

class QLabel;
class QLineEdit;
class QPushButton;

namespace satchel::ui {

/// Asks until when something is put off, with one more key: tomorrow, Monday, in a week, or a day that is typed. Hidden
/// until it is asked; Esc leaves. Window's thread.
class SnoozeBar final : public QFrame {
    Q_OBJECT
public:
    SnoozeBar(std::function<std::int64_t()> now, QWidget* parent);
    void ask(const QString& what);

Q_SIGNALS:
    /// A day YYYY-MM-DD.
    void chosen(const QString& day);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPushButton* addChoice(const QString& text, Qt::Key key, std::function<void()> run);
    void choose(int days);
    void leave();
    void readTyped();

    std::function<std::int64_t()> m_now;
    QLabel* m_what;
    QLineEdit* m_day;
    QLabel* m_trouble;
    QPushButton* m_first = nullptr;
};

} // namespace satchel::ui
