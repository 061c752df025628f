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

class NewPasswordLines;

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
    /// Each key, or a few that belong together, with what it does.
    [[nodiscard]] static std::vector<std::pair<QString, QString>> keys();
    [[nodiscard]] QSize sizeHint() const override;
};

/// Asks for the password when syncing needs it; work goes on without it.
class PasswordPanel final : public CornerPanel {
    Q_OBJECT
public:
    PasswordPanel(const QString& login, SyncGateway& gateway, QWidget* parent);
    void ask(const QString& why);
    /// The password that was given has to be changed: asks for another one, too.
    void askNew(const QString& why);
    void focusPassword();

private:
    void give();

    SyncGateway& m_gateway;
    QLabel* m_why;
    QLineEdit* m_password;
    NewPasswordLines* m_new;
    QString m_given; ///< the one given last, until it is known whether it has to be changed
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
