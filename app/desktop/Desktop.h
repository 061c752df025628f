// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/Options.h"
#include "core/base/Clock.h"
#include "ui/models/Desk.h"

#include <QObject>

#include <memory>

class QWidget;

namespace satchel {

namespace ui {
class MainWindow;
class SignInWindow;
class Theme;
} // namespace ui

class DesktopSync;
class SecretVault;

/// Builds and wires everything: the threads, the sign-in window of a new profile, the main window of a used one. Owned
/// by main(); window's thread.
class Desktop final : public QObject {
    Q_OBJECT
public:
    Desktop(const Options& options, Environment& environment, ui::Theme& theme);
    ~Desktop() override;

    void start();
    /// Ends the program: what is being typed is kept, windows close without asking.
    void end();

Q_SIGNALS:
    void signInShown();
    void mainWindowShown();
    /// The records are those of the server (also when the server could not be reached).
    void settled();

public:
    [[nodiscard]] ui::MainWindow* mainWindow() const { return m_window.get(); }
    /// The main window anew in another language, at the place where it was.
    void speak(const QString& language);
    [[nodiscard]] ui::SignInWindow* signInWindow() const { return m_signIn.get(); }
    [[nodiscard]] ui::ReplicaReader& reader() const { return *m_reader; }

private:
    void showSignIn();
    void showMainWindow(const ReplicaIdentity& identity);
    void makeMainWindow();
    void showUnreadable(const QString& sentence);
    void openVault(const QString& server, const QString& login);
    void readIdentity();
    void askPatience();
    void mend();
    void leaveCompany();
    void forgetToken();
    void tellLeft(qint64 unsent, const QString& file, const QString& trouble);
    void tell(const QString& sentence);

    Options m_options;
    Environment& m_environment;
    ui::Theme& m_theme;
    std::unique_ptr<ui::ReplicaReader> m_reader;
    std::unique_ptr<ui::ReplicaWriter> m_writer;
    std::unique_ptr<ui::UndoHistory> m_undo;
    std::unique_ptr<DesktopSync> m_sync;
    SecretVault* m_vault = nullptr;
    std::unique_ptr<ui::SignInWindow> m_signIn;
    std::unique_ptr<ui::Desk> m_desk;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<QWidget> m_patience; ///< shown while the records are being opened, if that takes long
    QString m_pendingToken;
    QStringList m_told;
    bool m_mending = false;
    bool m_leaving = false;
    int m_mended = 0;
};

} // namespace satchel
