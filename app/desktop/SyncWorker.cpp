// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/SyncWorker.h"

#include "core/model/Administering.h"
#include "core/store/Leaving.h"
#include "core/store/Reserve.h"
#include "sync/client/HttpConversation.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/Text.h"

#include <QSysInfo>

namespace satchel {

using ui::fromQString;
using ui::toQString;

SyncWorker::SyncWorker(std::string folder, Environment& environment)
    : m_folder(std::move(folder)), m_environment(environment)
{
    connect(&m_wakeUp, &WakeUp::due, this, &SyncWorker::due);
}

SyncWorker::~SyncWorker() = default;

void SyncWorker::cancel()
{
    if (Engine* engine = m_running.load())
        engine->cancelled = true;
}

void SyncWorker::release()
{
    m_running = nullptr;
    m_engine.reset();
    m_replica.reset();
}

void SyncWorker::setToken(const QString& token)
{
    m_token = fromQString(token);
    if (m_engine)
        m_engine->setToken(m_token);
}

Status SyncWorker::prepare(const std::string& server)
{
    if (!m_replica) {
        SATCHEL_ASSIGN(m_replica, Replica::open(m_folder, m_environment));
    }
    std::string address = server;
    if (address.empty()) {
        SATCHEL_ASSIGN(const auto identity, m_replica->identity());
        if (!identity)
            return Error{ErrorKind::Unauthorized, fromQString(tr("Nobody has signed in on this profile yet."))};
        address = identity->server;
    }
    SATCHEL_ASSIGN(m_conversation, HttpConversation::open(address));
    m_engine = std::make_unique<Engine>(*m_replica, *m_conversation);
    m_engine->setToken(m_token);
    m_engine->onProgress = [this](const SyncProgress& progress) { reportProgress(progress); };
    m_engine->onPublished = [this] { Q_EMIT published(); };
    m_running = m_engine.get();
    return Ok{};
}

void SyncWorker::login(const QString& server, const QString& login, const QString& password, const QString& chosen)
{
    Q_EMIT started();
    m_running = nullptr;
    m_engine.reset(); // another server may be meant now
    if (const Status ready = prepare(fromQString(server)); !ready.ok()) {
        report(ready.error());
        return;
    }
    const auto identity = m_replica->identity();
    const std::string address =
        server.isEmpty() && identity.ok() && *identity ? (*identity)->server : fromQString(server);
    if (const Status in = enter(address, fromQString(login), fromQString(password), fromQString(chosen)); !in.ok()) {
        report(in.error());
        return;
    }
    m_token = m_engine->token();
    Q_EMIT loggedIn(toQString(m_token));
    sync();
}

// The password may have been changed at an attempt whose answer got lost: then the chosen one opens already.
Status SyncWorker::enter(const std::string& server, const std::string& login, const std::string& password,
                         const std::string& chosen)
{
    if (!chosen.empty()) {
        const Status changed = m_engine->changePassword({.present = password, .chosen = chosen, .login = login});
        if (!changed.ok() && changed.error().kind != ErrorKind::Unauthorized)
            return changed;
    }
    return m_engine->login(server, login, chosen.empty() ? password : chosen, fromQString(QSysInfo::machineHostName()));
}

void SyncWorker::sync()
{
    Q_EMIT started();
    if (!m_engine) {
        if (const Status ready = prepare({}); !ready.ok()) {
            report(ready.error());
            return;
        }
    }
    if (m_token.empty()) {
        Q_EMIT failed(tr("Your password is needed to sync. Everything you do is kept on this laptop until then."), true,
                      false);
        return;
    }
    m_engine->cancelled = false;
    const Result<SyncReport> result = m_engine->sync();
    if (!result.ok()) {
        report(result.error());
        return;
    }
    holdReserve(m_folder); // given up when the disk was full
    // It may wait for calls now; should that fail, it polls.
    const auto identity = m_replica->identity();
    if (identity.ok() && *identity && m_wakeUp.start((*identity)->server, m_token).ok())
        m_wakeUp.roundDone(result->checkpoint);
    Q_EMIT finished({.pushed = result->pushed,
                     .pulled = result->pulled,
                     .merged = result->merged,
                     .rejected = result->rejected,
                     .conflicts = result->conflicts,
                     .sentBytes = result->sentBytes,
                     .receivedBytes = result->receivedBytes,
                     .milliseconds = result->milliseconds,
                     .heldBack = ui::sentenceWord(toQString(result->heldBack))});
}

void SyncWorker::askReceipts(const Id& revision)
{
    if (!m_engine) {
        if (const Status ready = prepare({}); !ready.ok()) {
            Q_EMIT receiptsRefused(toQString(ready.error().message));
            return;
        }
    }
    if (m_token.empty()) {
        Q_EMIT receiptsRefused(tr("Your password is needed to ask the server who has it; sync first."));
        return;
    }
    const auto reply = m_engine->receipts(revision);
    if (!reply.ok()) {
        if (administering::saysShutOut(reply.error()))
            report(reply.error());
        Q_EMIT receiptsRefused(toQString(reply.error().message));
        return;
    }
    QList<ui::DeviceReceipt> devices;
    for (const ReceiptsReply::Device& device : reply->devices)
        devices << ui::DeviceReceipt{device.user, toQString(device.name), device.lastSeen, device.received};
    Q_EMIT receiptsCame(revision, devices);
}

Status SyncWorker::mayAsk()
{
    if (!m_engine)
        SATCHEL_TRY(prepare({}));
    if (m_token.empty())
        return Error{ErrorKind::Unauthorized,
                     fromQString(tr("Your password is needed to speak with the server; sync first."))};
    return Ok{};
}

// The sentence for who asked; a session that is over is everybody's matter.
QString SyncWorker::refusal(const Error& error)
{
    if ((error.kind == ErrorKind::Unauthorized && !m_token.empty()) || administering::saysShutOut(error))
        report(error);
    if (error.kind == ErrorKind::Unreachable)
        return tr("The server cannot be reached, and only the server can do this. Nothing was changed.");
    return ui::sentenceWord(toQString(error.message));
}

void SyncWorker::askOverview()
{
    if (const Status may = mayAsk(); !may.ok()) {
        Q_EMIT overviewRefused(toQString(may.error().message));
        return;
    }
    const auto overview = m_engine->overview();
    if (overview.ok())
        Q_EMIT overviewCame(*overview);
    else
        Q_EMIT overviewRefused(refusal(overview.error()));
}

// A colleague who was just added gets his first password.
Status SyncWorker::sendBefore(const AdminDeed& deed)
{
    if (deed.kind != AdminDeed::Kind::SetPassword)
        return Ok{};
    SATCHEL_ASSIGN(const ReplicaStatus status, m_replica->status());
    if (status.waiting == 0)
        return Ok{};
    m_engine->cancelled = false;
    SATCHEL_TRY(m_engine->sync());
    Q_EMIT published();
    return Ok{};
}

void SyncWorker::administer(int ticket, const AdminDeed& deed)
{
    const auto done = [&]() -> Result<AdminDone> {
        SATCHEL_TRY(mayAsk());
        SATCHEL_TRY(sendBefore(deed));
        return m_engine->administer(deed);
    }();
    if (!done.ok()) {
        Q_EMIT deedRefused(ticket, refusal(done.error()));
        return;
    }
    Q_EMIT performed(ticket, *done);
    askOverview();
    Q_EMIT due(true); // records may be others now
}

void SyncWorker::changePassword(const QString& present, const QString& chosen)
{
    const Status done = [&]() -> Status {
        SATCHEL_TRY(mayAsk());
        return m_engine->changePassword({.present = fromQString(present), .chosen = fromQString(chosen)});
    }();
    if (done.ok())
        Q_EMIT passwordChanged();
    else
        Q_EMIT passwordRefused(refusal(done.error()));
}

void SyncWorker::report(const Error& error)
{
    if (error.kind == ErrorKind::Busy && m_engine && m_engine->cancelled) {
        Q_EMIT stopped(ui::sentenceWord(toQString(error.message)));
        return;
    }
    const bool needsPassword = error.kind == ErrorKind::Unauthorized || administering::wantsNewPassword(error);
    const bool shutsOut = administering::saysShutOut(error);
    if (needsPassword || shutsOut) {
        m_token.clear();
        m_wakeUp.stop();
    }
    if (m_replica && m_replica->isDamaged())
        Q_EMIT damaged();
    const QString sentence = ui::sentenceWord(toQString(error.message));
    Q_EMIT failed(sentence, needsPassword, error.kind == ErrorKind::Unreachable);
    if (error.field == administering::passwordField)
        Q_EMIT newPasswordWanted(sentence);
    if (shutsOut)
        Q_EMIT shutOut();
}

void SyncWorker::leave()
{
    release();
    m_conversation.reset();
    const auto done = Leaving(m_folder, m_environment).leave();
    if (done.ok())
        Q_EMIT left(done->unsent, toQString(done->file), {});
    else
        Q_EMIT left(0, {}, ui::sentenceWord(toQString(done.error().message)));
}

void SyncWorker::reportProgress(const SyncProgress& progress)
{
    const Milliseconds now = m_environment.now();
    const bool last = progress.total > 0 && progress.done >= progress.total;
    if (!last && now - m_lastProgress < 60) // the window needs no more than that
        return;
    m_lastProgress = now;
    QString phase;
    switch (progress.phase) {
    case SyncProgress::Phase::Sending: phase = tr("Sending your changes"); break;
    case SyncProgress::Phase::Packing: phase = tr("The server packs your records"); break;
    case SyncProgress::Phase::Receiving: phase = tr("Fetching your records"); break;
    case SyncProgress::Phase::Publishing: phase = tr("Putting them in order"); break;
    }
    Q_EMIT progressed(phase, progress.done, progress.total, progress.bytes, progress.totalBytes);
}

} // namespace satchel
