// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace satchel::ui {

/// Asks for one of several things with the keyboard: typing narrows the list, arrows choose, Enter takes it, Esc
/// leaves. Where `free` is set, what was typed counts when nothing of the list fits. Hidden until it asks; stops
/// nothing. Window's thread.
class ChoicePanel final : public QFrame {
    Q_OBJECT
public:
    explicit ChoicePanel(QWidget* parent);

    struct Choice {
        QString text;
        QString aside = {};
    };
    void ask(const QString& title, const QString& hint, const QList<Choice>& choices, bool free);

Q_SIGNALS:
    /// `index` is -1 where the text was typed.
    void chosen(int index, const QString& text);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void choose();

    QLabel* m_title;
    QLineEdit* m_text;
    QListWidget* m_list;
    QList<Choice> m_choices;
    bool m_free = false;
};

} // namespace satchel::ui
