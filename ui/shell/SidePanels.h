// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/SyncState.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

/// Small panels that hang over a corner of the window without stopping anything: Esc or their key closes them.
class CornerPanel : public QFrame {
    Q_OBJECT
public:
    CornerPanel(const QString& title, int width, QWidget* parent);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    QVBoxLayout* m_body;
};

/// All keys (F1).
class KeysPanel final : public CornerPanel {
    Q_OBJECT
public:
    explicit KeysPanel(QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
};

/// Asks for the password when syncing needs it; work goes on without it.
class PasswordPanel final : public CornerPanel {
    Q_OBJECT
public:
    PasswordPanel(const QString& login, SyncGateway& gateway, QWidget* parent);
    void ask(const QString& why);
    void focusPassword();

private:
    QLabel* m_why;
    QLineEdit* m_password;
};

/// A sentence at the foot of the window, with an undo where there is one; goes away by itself.
class Notice final : public QFrame {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent);
    void show(const QString& sentence, bool undoable);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void undoWanted();

private:
    QLabel* m_text;
    QPushButton* m_undo;
    QTimer m_away;
};

} // namespace satchel::ui
