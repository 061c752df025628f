// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

class NewPasswordLines;

/// The first window of a new profile: three fields, then a page that counts the records as they come.
class SignInWindow final : public QWidget {
    Q_OBJECT
public:
    explicit SignInWindow(const QString& server, const QString& login);

    void showTrouble(const QString& sentence);
    /// The password that was typed has to be changed: the form asks for another one, too.
    void askNewPassword(const QString& sentence);
    void showProgress(const QString& phase, qint64 done, qint64 total, qint64 bytes = 0, qint64 totalBytes = 0);
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString login() const;

Q_SIGNALS:
    void signInWanted(const QString& server, const QString& login, const QString& password);
    void newPasswordGiven(const QString& server, const QString& login, const QString& password, const QString& chosen);
    void cancelWanted();

private:
    [[nodiscard]] QWidget* makeForm();
    [[nodiscard]] QWidget* makeProgress();
    QLineEdit* addField(const QString& name, const QString& hint, QVBoxLayout* layout);
    void submit();
    void say(const QString& sentence);

    QLineEdit* m_server = nullptr;
    QLineEdit* m_login = nullptr;
    QLineEdit* m_password = nullptr;
    NewPasswordLines* m_new = nullptr;
    QFrame* m_trouble = nullptr;
    QLabel* m_troubleText = nullptr;
    QPushButton* m_go = nullptr;
    QWidget* m_form = nullptr;
    QWidget* m_progress = nullptr;
    QLabel* m_phase = nullptr;
    QLabel* m_rows = nullptr;
    QProgressBar* m_bar = nullptr;
};

} // namespace satchel::ui
