// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/AdminDeeds.h"

#include "core/schema/Schema.h"
#include "sync/server/Alerts.h"
#include "sync/server/HeldBack.h"
#include "sync/server/Oversight.h"
#include "sync/server/Recovery.h"
#include "sync/server/Write.h"

#include <limits>

namespace satchel::server {

namespace {

using Kind = AdminDeed::Kind;

// Letters and digits that cannot be taken for one another when somebody reads them aloud.
constexpr std::string_view passwordLetters = "abcdefghjkmnpqrstuvwxyz23456789";
constexpr std::size_t passwordGroups = 4;
constexpr std::size_t passwordGroup = 4;

/// "k7mw-p2qx-...": 16 letters of 31, so 79 bits.
std::string makePassword(Environment& environment)
{
    std::string password;
    while (password.size() < passwordGroups * (passwordGroup + 1) - 1) {
        if (password.size() % (passwordGroup + 1) == passwordGroup)
            password.push_back('-');
        const auto byte = static_cast<unsigned char>(environment.random(1)[0]);
        const std::size_t fair = 256 / passwordLetters.size() * passwordLetters.size();
        if (byte < fair) // else some letters would come more often than others
            password.push_back(passwordLetters[byte % passwordLetters.size()]);
    }
    return password;
}

Result<std::string> loginOfUser(Database& database, const Id& user)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT f_login FROM e_user WHERE id = $1 AND deleted = 0", {cell(user)}));
    if (rows.empty())
        return Error{ErrorKind::NotFound, "The server does not know this user yet; sync first."};
    return textOf(rows[0][0]);
}

/// "The device "Ana's laptop" of ana".
Result<std::string> nameOfDevice(Database& database, const Id& device)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT device.name, COALESCE(f_login, '') FROM device LEFT JOIN e_user ON "
                                  "e_user.id = device.user_id WHERE device.id = $1",
                                  {cell(device)}));
    if (rows.empty())
        return Error{ErrorKind::NotFound, "The server knows no such device."};
    return "the device \"" + textOf(rows[0][0]) + "\" of " + textOf(rows[0][1]);
}

std::string counted(std::int64_t count)
{
    return std::to_string(count) + (count == 1 ? " record" : " records");
}

} // namespace

Result<Caller> AdminDeeds::administrator(const std::string& token)
{
    SATCHEL_ASSIGN(Caller caller, m_identities.authenticate(m_database, token, m_environment.now()));
    SATCHEL_TRY(oversight::mustAdminister(caller));
    return caller;
}

Status AdminDeeds::log(const Caller& caller, const Id& subject, const std::string& what)
{
    return alerts::note(m_database, m_environment, "deed", subject.view(),
                        caller.login + " (" + caller.deviceName + ") " + what + ".");
}

template <typename Work>
Result<AdminDone> AdminDeeds::recorded(const std::string& token, const AdminDeed& deed, const Work& work)
{
    AdminDone done;
    SATCHEL_TRY(write(m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, administrator(token));
        SATCHEL_ASSIGN(const std::string what, work(caller, done));
        return log(caller, deed.subject, what);
    }));
    return done;
}

// Making the hash is slow on purpose, so it comes before the transaction; and not for strangers.
Result<AdminDone> AdminDeeds::setPassword(const std::string& token, const AdminDeed& deed)
{
    SATCHEL_TRY(administrator(token));
    const std::string password = deed.password.empty() ? makePassword(m_environment) : deed.password;
    SATCHEL_TRY(Passwords::checkNew(password));
    SATCHEL_ASSIGN(const std::string hash, m_identities.hashPassword(password));
    SATCHEL_ASSIGN(AdminDone done, recorded(token, deed, [&](const Caller& caller, AdminDone&) -> Result<std::string> {
                       if (deed.subject == caller.user) // it would end the session that does it
                           return invalid("Change your own password as a user, with the present one.");
                       SATCHEL_ASSIGN(const std::string login, loginOfUser(m_database, deed.subject));
                       SATCHEL_TRY(m_identities.setPassword(m_database, deed.subject, hash, m_environment.now(),
                                                            Identities::Chosen::BySomebodyElse));
                       return "set a new password for " + login;
                   }));
    if (deed.password.empty())
        done.password = password;
    return done;
}

Result<std::string> AdminDeeds::device(const Caller& caller, const AdminDeed& deed)
{
    SATCHEL_ASSIGN(const std::string name, nameOfDevice(m_database, deed.subject));
    if (deed.kind == Kind::ReadmitDevice) {
        SATCHEL_TRY(m_identities.readmitDevice(m_database, deed.subject));
        return "let " + name + " in again";
    }
    if (deed.subject == caller.device)
        return invalid("This is the device you are working on; shut it out from another one.");
    SATCHEL_TRY(m_identities.revokeDevice(m_database, deed.subject, m_environment.now()));
    SATCHEL_TRY(alerts::closeAbout(m_database, "stale", deed.subject.view(), m_environment.now()));
    return "shut out " + name;
}

// What needs no transaction of its own.
Result<std::string> AdminDeeds::small(const Caller& caller, const AdminDeed& deed, AdminDone& done)
{
    const Milliseconds now = m_environment.now();
    switch (deed.kind) {
    case Kind::EndSessions: {
        SATCHEL_ASSIGN(const std::string login, loginOfUser(m_database, deed.subject));
        SATCHEL_TRY(m_identities.revokeTokens(m_database, deed.subject, now));
        return "ended all sessions of " + login;
    }
    case Kind::RevokeDevice:
    case Kind::ReadmitDevice: return device(caller, deed);
    case Kind::CloseAlert: {
        SATCHEL_ASSIGN(const auto rows, m_database.query("SELECT text FROM alert WHERE id = $1 AND closed IS NULL",
                                                         {cell(deed.subject)}));
        if (rows.empty())
            return Error{ErrorKind::NotFound, "This alert is closed already."};
        SATCHEL_TRY(alerts::close(m_database, deed.subject, now));
        return "closed the alert: " + textOf(rows[0][0]);
    }
    case Kind::AdoptRow: {
        std::optional<RowKey> only;
        if (!deed.subject.isNull()) {
            const bool fits = deed.number > 0 && deed.number <= std::numeric_limits<int>::max();
            only = RowKey{fits ? static_cast<int>(deed.number) : 0, deed.subject};
        }
        SATCHEL_ASSIGN(done.count, Recovery(m_database, m_environment).adopt(only));
        return "took " + counted(done.count) + " back that only laptops had";
    }
    case Kind::CloseRecovery:
        SATCHEL_TRY(Recovery(m_database, m_environment).close());
        return std::string("closed the recovery");
    default: return invalid("This cannot be done.");
    }
}

// These are transactions by themselves; rights and log go into the same one.
Result<AdminDone> AdminDeeds::heldBack(const std::string& token, const AdminDeed& deed)
{
    AdminDone done;
    std::string what;
    HeldBack held(m_database, m_environment, [&]() -> Status {
        SATCHEL_ASSIGN(const Caller caller, administrator(token));
        return log(caller, deed.subject, what);
    });
    switch (deed.kind) {
    case Kind::ReleaseFuse:
        what = "released deletions that a fuse had held";
        SATCHEL_TRY(held.release(deed.subject));
        break;
    case Kind::RefuseFuse:
        what = "refused deletions that a fuse had held";
        SATCHEL_TRY(held.refuse(deed.subject));
        break;
    case Kind::UndoFuse: {
        what = "brought back what a released fuse had deleted";
        SATCHEL_ASSIGN(done.count, held.undo(deed.subject));
        break;
    }
    default:
        what = "had the server try a change in quarantine once more";
        SATCHEL_TRY(held.retry(deed.subject, deed.number));
        break;
    }
    return done;
}

Result<AdminDone> AdminDeeds::perform(const std::string& token, const AdminDeed& deed)
{
    switch (deed.kind) {
    case Kind::SetPassword: return setPassword(token, deed);
    case Kind::ReleaseFuse:
    case Kind::RefuseFuse:
    case Kind::UndoFuse:
    case Kind::RetryChange: return heldBack(token, deed);
    default:
        return recorded(token, deed, [&](const Caller& caller, AdminDone& done) { return small(caller, deed, done); });
    }
}

Status AdminDeeds::changeOwnPassword(const std::string& token, const OwnPassword& wish)
{
    if (!wish.login.empty()) {
        SATCHEL_ASSIGN(const Id user, m_identities.replacePassword(m_database, wish, m_environment.now()));
        return alerts::note(m_database, m_environment, "deed", user.view(),
                            wish.login + " chose a password in place of the one given.");
    }
    SATCHEL_ASSIGN(const Caller caller, m_identities.authenticate(m_database, token, m_environment.now()));
    SATCHEL_TRY(m_identities.checkPassword(m_database, caller, wish.present, m_environment.now()));
    SATCHEL_TRY(Passwords::checkNew(wish.chosen));
    SATCHEL_ASSIGN(const std::string hash, m_identities.hashPassword(wish.chosen));
    return write(m_database, [&]() -> Status {
        SATCHEL_TRY(m_identities.authenticate(m_database, token, m_environment.now()));
        SATCHEL_TRY(m_identities.setOwnPassword(m_database, token, caller.user, hash, m_environment.now()));
        return log(caller, caller.user, "chose a new password");
    });
}

} // namespace satchel::server
