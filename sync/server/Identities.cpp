// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Identities.h"

#include "sync/server/Ledger.h"
#include "sync/server/LoginThrottle.h"
#include "sync/server/Marks.h"
#include "sync/server/Write.h"

#include <sodium.h>

namespace satchel::server {

namespace {

constexpr std::size_t secretSize = 32;
constexpr std::size_t longestName = 120;
constexpr Milliseconds hour = 60LL * 60 * 1000;

Error refusedLogin()
{
    return {ErrorKind::Unauthorized, "The login or the password is wrong."};
}

Cell hashOf(const std::string& token)
{
    Bytes hash(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                       reinterpret_cast<const unsigned char*>(token.data()), token.size(), nullptr, 0);
    return Blob{hash};
}

bool isName(const std::string& text)
{
    return !text.empty() && isStorableText(text) && codePoints(text) <= longestName;
}

Status checkForm(const LoginRequest& request)
{
    if (request.protocolVersion > protocol::version)
        return Error{ErrorKind::TooNew, "The server is older than this program and does not understand it yet. The "
                                        "server has to be updated first."};
    if (!isStorableText(request.login))
        return refusedLogin();
    if (!isName(request.deviceName))
        return invalid("The device needs a name of at most 120 characters.");
    if (!isName(request.program))
        return invalid("The program must say its name and version.");
    if (request.protocolVersion < protocol::version || request.incarnation.isNull() ||
        request.secret.size() != secretSize || (request.device && request.device->isNull()))
        return invalid("The request to sign in is incomplete.");
    return Ok{};
}

Status run(Database& database, std::string_view sql, const std::vector<Cell>& parameters)
{
    SATCHEL_TRY(database.query(sql, parameters));
    return Ok{};
}

} // namespace

std::string Identities::tables()
{
    return "CREATE TABLE credential (user_id BYTEA PRIMARY KEY, hash TEXT NOT NULL);\n"
           "CREATE TABLE token (hash BYTEA PRIMARY KEY, user_id BYTEA NOT NULL, device_id BYTEA NOT NULL, "
           "expires BIGINT NOT NULL, revoked BIGINT);\n"
           "CREATE INDEX token_user ON token (user_id);\n"
           "CREATE INDEX token_device ON token (device_id);\n"
           "CREATE TABLE device (id BYTEA PRIMARY KEY, user_id BYTEA NOT NULL, name TEXT NOT NULL, program TEXT NOT "
           "NULL, "
           "incarnation BYTEA NOT NULL, registered BIGINT NOT NULL, last_seen BIGINT NOT NULL, revoked BIGINT);\n"
           "CREATE TABLE incarnation (id BYTEA PRIMARY KEY, device_id BYTEA NOT NULL, secret BYTEA NOT NULL, "
           "last_number BIGINT NOT NULL, last_id BYTEA NOT NULL);\n"
           "CREATE INDEX incarnation_device ON incarnation (device_id);\n" +
           throttle::tables();
}

Result<Identities::User> Identities::find(Database& database, const std::string& login)
{
    SATCHEL_ASSIGN(
        const auto rows,
        database.query("SELECT e_user.id, f_role, COALESCE(f_active, 1), credential.hash, must_change FROM e_user "
                       "JOIN credential ON credential.user_id = e_user.id "
                       "WHERE f_login = $1 AND deleted = 0 ORDER BY e_user.id LIMIT 1",
                       {login}));
    if (rows.empty())
        return User{};
    const auto role = roleNamed(textOf(rows[0][1]));
    return User{idOf(rows[0][0]), role.value_or(Role::Salesperson), role && integerOf(rows[0][2]) != 0,
                textOf(rows[0][3]), integerOf(rows[0][4]) != 0};
}

Result<LoginReply> Identities::login(Database& database, const LoginRequest& request, Milliseconds now)
{
    SATCHEL_TRY(checkForm(request));
    SATCHEL_ASSIGN(const User user, check(database, request.login, request.password, now));
    SATCHEL_TRY(throttle::succeeded(database, request.login));
    if (user.mustChange)
        return administering::givenPassword();
    LoginReply reply;
    SATCHEL_TRY(write(database, [&]() -> Status {
        SATCHEL_ASSIGN(reply, admit(database, request, user, now));
        return Ok{};
    }));
    return reply;
}

Result<Identities::User> Identities::check(Database& database, const std::string& login, const std::string& password,
                                           Milliseconds now)
{
    SATCHEL_TRY(throttle::check(database, login, now));
    SATCHEL_ASSIGN(User user, find(database, login));
    SATCHEL_ASSIGN(const bool right, m_passwords.verify(user.hash, password));
    if (!right) {
        SATCHEL_TRY(throttle::failed(database, login, now));
        return refusedLogin();
    }
    if (!user.active)
        return Error{ErrorKind::Forbidden, "This user is disabled. Ask the administrator."};
    return user;
}

Result<Id> Identities::replacePassword(Database& database, const OwnPassword& wish, Milliseconds now)
{
    if (!isStorableText(wish.login))
        return refusedLogin();
    SATCHEL_ASSIGN(const User user, check(database, wish.login, wish.present, now));
    SATCHEL_TRY(throttle::succeeded(database, wish.login));
    if (!user.mustChange)
        return invalid("This password is your own already. Sign in to change it.");
    SATCHEL_TRY(Passwords::checkNew(wish.chosen));
    if (wish.chosen == wish.present)
        return invalid("This is the password you were given. Choose another one.", administering::passwordField);
    SATCHEL_ASSIGN(const std::string hash, m_passwords.hash(wish.chosen));
    SATCHEL_TRY(write(database, [&]() -> Status {
        // Under the lock: it may have been set anew while this one was hashed.
        SATCHEL_ASSIGN(const User present, find(database, wish.login));
        if (present.id != user.id || present.hash != user.hash)
            return refusedLogin();
        return setPassword(database, user.id, hash, now);
    }));
    return user.id;
}

Status Identities::checkPassword(Database& database, const Caller& caller, const std::string& password,
                                 Milliseconds now)
{
    SATCHEL_TRY(throttle::check(database, caller.login, now));
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT hash FROM credential WHERE user_id = $1", {cell(caller.user)}));
    SATCHEL_ASSIGN(const bool right, m_passwords.verify(rows.empty() ? std::string() : textOf(rows[0][0]), password));
    if (right)
        return throttle::succeeded(database, caller.login);
    SATCHEL_TRY(throttle::failed(database, caller.login, now));
    return invalid("The present password is wrong.", "present");
}

Result<LoginReply> Identities::admit(Database& database, const LoginRequest& request, const User& user,
                                     Milliseconds now)
{
    LoginReply reply;
    reply.user = user.id;
    reply.role = user.role;
    SATCHEL_ASSIGN(reply.device, registerDevice(database, request, user.id, now));
    SATCHEL_ASSIGN(reply.lastNumber, registerIncarnation(database, request, reply.device));
    reply.token = toHex(m_environment.random(32));
    reply.expiresAt = now + m_tokenLifetime;
    // A device that was shut out is known by its token for as long as it may still come back.
    SATCHEL_TRY(run(database,
                    "DELETE FROM token WHERE expires < $1 AND NOT EXISTS (SELECT 1 FROM device WHERE device.id = "
                    "token.device_id AND device.revoked IS NOT NULL)",
                    {now - day}));
    SATCHEL_TRY(run(database, "INSERT INTO token (hash, user_id, device_id, expires) VALUES ($1, $2, $3, $4)",
                    {hashOf(reply.token), cell(user.id), cell(reply.device), reply.expiresAt}));
    return reply;
}

// A device keeps its id over new incarnations and over a server that has forgotten it; a device of another user gets a
// new one, for it is a matter between a replica and one person.
Result<Id> Identities::registerDevice(Database& database, const LoginRequest& request, const Id& user, Milliseconds now)
{
    Id device = request.device ? *request.device : m_environment.newId();
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT user_id, revoked FROM device WHERE id = $1", {cell(device)}));
    const bool own = !rows.empty() && idOf(rows[0][0]) == user;
    if (own && integerOf(rows[0][1]) != 0)
        return administering::shutOut();
    if (own) {
        SATCHEL_TRY(run(database,
                        "UPDATE device SET name = $1, program = $2, incarnation = $3, last_seen = $4 WHERE id = $5",
                        {request.deviceName, request.program, cell(request.incarnation), now, cell(device)}));
        SATCHEL_TRY(rightsChanged(database)); // its name is remembered
        return device;
    }
    if (!rows.empty())
        device = m_environment.newId();
    SATCHEL_TRY(
        run(database,
            "INSERT INTO device (id, user_id, name, program, incarnation, registered, last_seen) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7)",
            {cell(device), cell(user), request.deviceName, request.program, cell(request.incarnation), now, now}));
    return device;
}

Result<std::int64_t> Identities::registerIncarnation(Database& database, const LoginRequest& request, const Id& device)
{
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT device_id, secret, last_number FROM incarnation WHERE id = $1",
                                  {cell(request.incarnation)}));
    if (rows.empty()) {
        SATCHEL_TRY(
            run(database,
                "INSERT INTO incarnation (id, device_id, secret, last_number, last_id) VALUES ($1, $2, $3, 0, $4)",
                {cell(request.incarnation), cell(device), Blob{request.secret}, cell(Bytes16{})}));
        return 0;
    }
    const Bytes& secret = bytesOf(rows[0][1]);
    const bool same = secret.size() == request.secret.size() &&
                      sodium_memcmp(secret.data(), request.secret.data(), secret.size()) == 0;
    if (idOf(rows[0][0]) != device || !same)
        return Error{ErrorKind::Conflict, "This replica is already known as another device's. Make a new profile."};
    return integerOf(rows[0][2]);
}

void Identities::seen(Database& database, const Caller& caller, Milliseconds now)
{
    const auto rows = database.query("SELECT last_seen FROM device WHERE id = $1", {cell(caller.device)});
    if (!rows.ok() || rows->empty() || integerOf(rows->at(0)[0]) > now - hour)
        return;
    // For the operator's eyes only: if it fails, the next request tries again.
    (void)write(database, [&] {
        return run(database, "UPDATE device SET last_seen = $1 WHERE id = $2", {now, cell(caller.device)});
    });
}

Result<Caller> Identities::readCaller(Database& database, const Cell& hash, Milliseconds now, Milliseconds& expires)
{
    SATCHEL_ASSIGN(
        const auto rows,
        database.query(
            "SELECT e_user.id, f_login, f_role, device.id, device.name, device.incarnation, expires FROM token "
            "JOIN device ON device.id = token.device_id JOIN e_user ON e_user.id = token.user_id "
            "WHERE hash = $1 AND expires > $2 AND token.revoked IS NULL AND device.revoked IS NULL "
            "AND deleted = 0 AND COALESCE(f_active, 1) <> 0",
            {hash, now}));
    const auto role = rows.empty() ? std::nullopt : roleNamed(textOf(rows[0][2]));
    if (!role)
        return stranger(database, hash);
    expires = integerOf(rows[0][6]);
    return Caller{idOf(rows[0][0]), textOf(rows[0][1]), *role, idOf(rows[0][3]), textOf(rows[0][4]), idOf(rows[0][5])};
}

// Who comes with a token that is no longer good: a laptop that was shut out is to know it.
Error Identities::stranger(Database& database, const Cell& token)
{
    const auto device = database.query("SELECT 1 FROM token JOIN device ON device.id = token.device_id WHERE hash = $1 "
                                       "AND device.revoked IS NOT NULL",
                                       {token});
    if (!device.ok())
        return device.error();
    if (!device->empty())
        return administering::shutOut();
    return {ErrorKind::Unauthorized, "You are signed out. Sign in again to sync."};
}

Result<Caller> Identities::authenticate(Database& database, const std::string& token, Milliseconds now)
{
    Milliseconds expires = 0;
    return readCaller(database, hashOf(token), now, expires);
}

Result<Caller> Identities::authenticate(Database& database, const std::string& token, Milliseconds now,
                                        const RightsState& state)
{
    const Cell hash = hashOf(token);
    if (const auto known = m_cache.find(bytesOf(hash), state, now))
        return *known;
    Milliseconds expires = 0;
    SATCHEL_ASSIGN(Caller caller, readCaller(database, hash, now, expires));
    // An administrator's scopes are all there are, which no count of rights tells.
    if (caller.role != Role::Administrator) {
        SATCHEL_ASSIGN(auto scopes, Scoping(database).scopesOf(caller.user, caller.role));
        caller.scopes = std::make_shared<const std::set<Scope>>(std::move(scopes));
    }
    m_cache.keep(bytesOf(hash), state, std::make_shared<const Caller>(caller), expires);
    return caller;
}

bool Identities::wasLetIn(const std::string& token, Milliseconds now)
{
    return m_cache.recentlyGood(bytesOf(hashOf(token)), now);
}

Status Identities::letIn(Database& database, const std::string& token, Milliseconds now)
{
    if (wasLetIn(token, now))
        return Ok{};
    SATCHEL_TRY(authenticate(database, token, now));
    return Ok{};
}

Bytes Identities::hashOfToken(const std::string& token)
{
    return bytesOf(hashOf(token));
}

Result<std::set<Bytes>> Identities::good(Database& database, const std::vector<Bytes>& hashes, Milliseconds now)
{
    std::set<Bytes> found;
    if (hashes.empty())
        return found;
    std::vector<Cell> parameters = {Cell(now)};
    const std::string marks = marksFor(hashes, parameters, [](const Bytes& hash) { return Cell(Blob{hash}); });
    SATCHEL_ASSIGN(const auto rows,
                   database.query("SELECT hash FROM token JOIN device ON device.id = token.device_id JOIN e_user ON "
                                  "e_user.id = token.user_id WHERE expires > $1 AND token.revoked IS NULL AND "
                                  "device.revoked IS NULL AND deleted = 0 AND COALESCE(f_active, 1) <> 0 AND hash IN " +
                                      marks,
                                  parameters));
    for (const Row& row : rows)
        found.insert(bytesOf(row[0]));
    return found;
}

Status Identities::logout(Database& database, const std::string& token, Milliseconds now)
{
    SATCHEL_TRY(
        run(database, "UPDATE token SET revoked = $1 WHERE hash = $2 AND revoked IS NULL", {now, hashOf(token)}));
    return rightsChanged(database);
}

Status Identities::setPassword(Database& database, const Id& user, const std::string& hash, Milliseconds now,
                               Chosen chosen)
{
    SATCHEL_TRY(run(database,
                    "INSERT INTO credential (user_id, hash, must_change) VALUES ($1, $2, $3) ON CONFLICT (user_id) DO "
                    "UPDATE SET hash = excluded.hash, must_change = excluded.must_change",
                    {cell(user), hash, std::int64_t{chosen == Chosen::BySomebodyElse}}));
    return revokeTokens(database, user, now);
}

Status Identities::setOwnPassword(Database& database, const std::string& token, const Id& user, const std::string& hash,
                                  Milliseconds now)
{
    SATCHEL_TRY(
        run(database, "UPDATE credential SET hash = $1, must_change = 0 WHERE user_id = $2", {hash, cell(user)}));
    SATCHEL_TRY(run(database, "UPDATE token SET revoked = $1 WHERE user_id = $2 AND revoked IS NULL AND hash <> $3",
                    {now, cell(user), hashOf(token)}));
    return rightsChanged(database);
}

Status Identities::revokeTokens(Database& database, const Id& user, Milliseconds now)
{
    SATCHEL_TRY(
        run(database, "UPDATE token SET revoked = $1 WHERE user_id = $2 AND revoked IS NULL", {now, cell(user)}));
    return rightsChanged(database);
}

Result<std::vector<DeviceInfo>> Identities::devices(Database& database)
{
    SATCHEL_ASSIGN(
        const auto rows,
        database.query("SELECT device.id, COALESCE(f_login, ''), name, program, registered, last_seen, revoked "
                       "FROM device LEFT JOIN e_user ON e_user.id = device.user_id "
                       "ORDER BY registered, device.id"));
    std::vector<DeviceInfo> devices;
    for (const Row& row : rows)
        devices.push_back({idOf(row[0]), textOf(row[1]), textOf(row[2]), textOf(row[3]), integerOf(row[4]),
                           integerOf(row[5]), integerOf(row[6]) != 0});
    return devices;
}

Status Identities::revokeDevice(Database& database, const Id& device, Milliseconds now)
{
    SATCHEL_ASSIGN(const auto known, database.query("SELECT 1 FROM device WHERE id = $1", {cell(device)}));
    if (known.empty())
        return Error{ErrorKind::NotFound, "There is no such device. See: satchel-server device list."};
    SATCHEL_TRY(run(database, "UPDATE device SET revoked = $1 WHERE id = $2 AND revoked IS NULL", {now, cell(device)}));
    SATCHEL_TRY(
        run(database, "UPDATE token SET revoked = $1 WHERE device_id = $2 AND revoked IS NULL", {now, cell(device)}));
    return rightsChanged(database);
}

Status Identities::readmitDevice(Database& database, const Id& device)
{
    SATCHEL_TRY(run(database, "UPDATE device SET revoked = NULL WHERE id = $1", {cell(device)}));
    return rightsChanged(database);
}

} // namespace satchel::server
