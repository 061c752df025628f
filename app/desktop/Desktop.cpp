// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Desktop.h"

#include "app/desktop/DesktopSync.h"
#include "app/desktop/SecretVault.h"
#include "core/store/Leaving.h"
#include "ui/language/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ShutOutWindow.h"
#include "ui/shell/SignInWindow.h"
#include "ui/shell/TroubleWindow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QApplication>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace satchel {

using ui::fromQString;
using ui::toQString;

namespace {
constexpr int keyringPatienceMs = 10'000;
constexpr int quietStartMs = 1500; ///< who has waited so long wants to know for what
constexpr int mostMendings = 3;    // a disk that breaks again and again is not mended by us
} // namespace

Desktop::Desktop(const Options& options, Environment& environment, ui::Theme& theme)
    : m_options(options),
      m_environment(environment),
      m_theme(theme),
      m_reader(std::make_unique<ui::ReplicaReader>(fromQString(options.profile), environment)),
      m_writer(std::make_unique<ui::ReplicaWriter>(fromQString(options.profile), environment)),
      m_undo(std::make_unique<ui::UndoHistory>(*m_writer)),
      m_sync(std::make_unique<DesktopSync>(fromQString(options.profile), environment, nullptr))
{
    connect(m_reader.get(), &ui::ReplicaThread::failed, this, &Desktop::showUnreadable);
    for (ui::ReplicaThread* thread :
         {static_cast<ui::ReplicaThread*>(m_reader.get()), static_cast<ui::ReplicaThread*>(m_writer.get())}) {
        connect(thread, &ui::ReplicaThread::noticed, this, &Desktop::tell);
        connect(thread, &ui::ReplicaThread::damaged, this, &Desktop::mend);
    }
    connect(m_sync.get(), &DesktopSync::damaged, this, &Desktop::mend);
    // Later, because what the window shows of it goes with the window.
    connect(m_sync.get(), &DesktopSync::shutOut, this, &Desktop::leaveCompany, Qt::QueuedConnection);
    connect(m_sync.get(), &DesktopSync::left, this, &Desktop::tellLeft);
    connect(m_sync.get(), &DesktopSync::tokenIssued, this, [this](const QString& token) {
        m_pendingToken = token;
        if (m_vault != nullptr)
            m_vault->save(token);
    });
}

Desktop::~Desktop()
{
    m_window.reset();
    m_signIn.reset();
    m_sync.reset(); // first the one that may take long to stop
    m_undo.reset();
    m_writer.reset();
    m_reader.reset();
}

void Desktop::start()
{
    if (Leaving(fromQString(m_options.profile), m_environment).isDue())
        leaveCompany(); // it was shut out, and something came between
    else
        readIdentity();
}

// What is being typed is saved with the window, and so is among what is kept.
void Desktop::leaveCompany()
{
    if (std::exchange(m_leaving, true))
        return;
    QApplication::setQuitOnLastWindowClosed(false);
    m_window.reset();
    m_signIn.reset();
    forgetToken();
    m_writer->finish();
    m_writer->release();
    m_reader->release();
    m_sync->leave();
}

// Also of an earlier start that ended before the keyring had answered, or of a command, which knows no keyring.
void Desktop::forgetToken()
{
    if (SecretVault* vault = m_vault != nullptr ? m_vault : SecretVault::noted(m_options.profile, this))
        vault->forget();
}

void Desktop::tellLeft(qint64 unsent, const QString& file, const QString& trouble)
{
    auto* window = ui::makeShutOutWindow(unsent, file, trouble);
    connect(window, &ui::TroubleWindow::closed, this, [this, emptied = trouble.isEmpty()] {
        if (emptied) // else the next start tries once more
            Leaving(fromQString(m_options.profile), m_environment).forget();
    });
    window->show();
    QApplication::setQuitOnLastWindowClosed(true);
}

void Desktop::readIdentity()
{
    auto* waited = new QTimer(this);
    waited->setSingleShot(true);
    connect(waited, &QTimer::timeout, this, &Desktop::askPatience);
    if (!m_window && !m_signIn)
        waited->start(quietStartMs);
    m_reader->ask(
        this, [](Replica& replica) { return replica.identity(); },
        [this, waited](const Result<std::optional<ReplicaIdentity>>& identity) {
            delete waited;
            if (!identity.ok())
                showUnreadable(toQString(identity.error().message));
            else if (*identity)
                showMainWindow(**identity);
            else
                showSignIn();
            m_patience.reset(); // after the next window is there: the last one that closes ends the program
        });
}

// A million records are looked through for a minute after the machine was switched off under them.
void Desktop::askPatience()
{
    auto window = std::make_unique<ui::TroubleWindow>(
        QStringLiteral("clock"), tr("Your records are being opened"),
        tr("Satchel was not closed properly the last time, or the disk is slow. It looks whether everything is whole; "
           "with very many records that takes a minute or two. Nothing needs to be done."));
    window->show();
    m_patience = std::move(window);
}

void Desktop::end()
{
    if (m_window)
        m_window->end();
    else
        QApplication::quit();
}

// The file with the records was found damaged at work. When nobody has it open any more, opening it builds a new one.
void Desktop::mend()
{
    if (m_mending || m_mended == mostMendings)
        return;
    m_mending = true;
    ++m_mended;
    m_sync->release([this] {
        m_writer->release();
        m_reader->release();
        m_reader->ask(
            this, [](Replica& replica) { return replica.isDamaged(); },
            [this](bool) {
                m_mending = false;
                Q_EMIT m_sync->checkpointPublished(); // every page reads its records anew
                m_sync->syncNow();
            });
    });
}

// Each thread that opens the replica may have the same to say.
void Desktop::tell(const QString& sentence)
{
    if (m_told.contains(sentence))
        return;
    m_told << sentence;
    if (!m_window && !m_signIn) // shown with the first window
        return;
    auto* window = new ui::TroubleWindow(QStringLiteral("circle-alert"), tr("About the records on this laptop"),
                                         sentence, m_window.get());
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window->addButton(tr("OK")), &QPushButton::clicked, window, &QWidget::close);
    window->show();
}

void Desktop::showSignIn()
{
    forgetToken(); // nobody is signed in here, so what the keyring may still hold is of no use
    m_signIn = std::make_unique<ui::SignInWindow>(m_options.server, m_options.login);
    connect(m_signIn.get(), &ui::SignInWindow::signInWanted, m_sync.get(),
            [this](const QString& server, const QString& login, const QString& password) {
                m_sync->signIn(server, login, password);
            });
    connect(m_signIn.get(), &ui::SignInWindow::cancelWanted, m_sync.get(), &DesktopSync::cancel);
    connect(m_sync.get(), &DesktopSync::progressed, m_signIn.get(), &ui::SignInWindow::showProgress);
    connect(m_sync.get(), &DesktopSync::failed, m_signIn.get(), &ui::SignInWindow::showTrouble);
    connect(m_signIn.get(), &ui::SignInWindow::newPasswordGiven, m_sync.get(), &DesktopSync::signIn);
    connect(m_sync.get(), &DesktopSync::newPasswordWanted, m_signIn.get(), &ui::SignInWindow::askNewPassword);
    connect(m_sync.get(), &DesktopSync::finished, m_signIn.get(), [this] { readIdentity(); });
    // The person's own records come first; he need not wait for the rest.
    connect(m_sync.get(), &DesktopSync::checkpointPublished, m_signIn.get(), [this] { readIdentity(); });
    connect(m_sync.get(), &DesktopSync::stopped, m_signIn.get(), &ui::SignInWindow::showTrouble);
    m_signIn->show();
    Q_EMIT signInShown();
    if (m_options.pictures.isEmpty() && !m_options.server.isEmpty() && !m_options.login.isEmpty() &&
        !m_options.password.isEmpty()) {
        m_signIn->showProgress({}, 0, 0);
        m_sync->signIn(m_options.server, m_options.login, m_options.password);
    }
}

void Desktop::openVault(const QString& server, const QString& login)
{
    if (!m_options.password
             .isEmpty()) { // given by whoever started us, as often as it is needed; no keyring is troubled
        if (m_pendingToken.isEmpty())
            m_sync->signIn(m_options.server, login, m_options.password); // the server may have moved
        m_sync->start();
        return;
    }
    m_vault = new SecretVault(m_options.profile, server, login, this);
    connect(m_vault, &SecretVault::unavailable, m_sync.get(), [this] { m_sync->setKeyring(false); });
    if (!m_pendingToken.isEmpty()) { // just signed in
        m_vault->save(m_pendingToken);
        m_sync->start();
        return;
    }
    connect(m_vault, &SecretVault::loaded, this, [this](const QString& token) {
        m_sync->setToken(token);
        if (!token.isEmpty() && m_sync->isStarted())
            m_sync->syncNow(); // the keyring was opened late
        m_sync->start();
    });
    // A keyring may wait for its own password for ever; syncing does not wait for it.
    QTimer::singleShot(keyringPatienceMs, m_sync.get(), &DesktopSync::start);
    m_vault->load();
}

void Desktop::showMainWindow(const ReplicaIdentity& identity)
{
    if (m_window)
        return;
    if (m_signIn) {
        disconnect(m_sync.get(), nullptr, m_signIn.get(), nullptr);
        m_signIn->hide();
    }
    m_desk = std::make_unique<ui::Desk>(ui::Desk{*m_reader, *m_writer, *m_undo, m_environment, identity});
    makeMainWindow();
    m_window->show();
    const QStringList before = std::exchange(m_told, {});
    for (const QString& sentence : before)
        tell(sentence);
    m_sync->setLogin(toQString(identity.login));
    connect(m_sync.get(), &DesktopSync::finished, this, &Desktop::settled);
    connect(m_sync.get(), &DesktopSync::failed, this, &Desktop::settled);
    openVault(toQString(identity.server), toQString(identity.login));
    Q_EMIT mainWindowShown();
}

void Desktop::makeMainWindow()
{
    m_window =
        std::make_unique<ui::MainWindow>(*m_desk, *m_sync, m_theme, ui::MainWindow::settingsFileIn(m_options.profile));
    if (!m_options.theme.isEmpty())
        m_theme.apply(ui::Theme::named(m_options.theme));
    // Later, because the window is still in the middle of the command that asked for it.
    connect(m_window.get(), &ui::MainWindow::languageChosen, this, &Desktop::speak, Qt::QueuedConnection);
}

void Desktop::speak(const QString& language)
{
    const QByteArray place = m_window->saveGeometry();
    m_window->remember();
    m_window.reset();
    ui::speak(*qobject_cast<QApplication*>(QCoreApplication::instance()), language);
    makeMainWindow();
    m_window->restoreGeometry(place);
    m_window->show();
}

// A replica of a newer program, or a file that is none: said in the window, and nothing is touched.
void Desktop::showUnreadable(const QString& sentence)
{
    auto* page =
        new ui::TroubleWindow(QStringLiteral("circle-alert"), tr("Satchel cannot open this profile"), sentence);
    page->setAttribute(Qt::WA_DeleteOnClose);
    connect(page->addButton(tr("Close")), &QPushButton::clicked, page, &QWidget::close);
    page->show();
    if (m_window)
        m_window->hide();
}

} // namespace satchel
