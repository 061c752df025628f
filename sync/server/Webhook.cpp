// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Webhook.h"

#include "sync/server/Alerts.h"
#include "sync/server/Write.h"

#include <algorithm>
#include <charconv>
#include <sodium.h>

namespace satchel::server::webhook {

namespace {

constexpr std::string_view scheme = "sha256=";

Status put(Database& database, const std::string& name, const std::string& value)
{
    SATCHEL_TRY(database.query("INSERT INTO setting(name, value) VALUES($1, $2) ON CONFLICT(name) DO UPDATE SET "
                               "value=excluded.value",
                               {Cell(name), Cell(value)}));
    return Ok{};
}

Status drop(Database& database, const std::string& name)
{
    SATCHEL_TRY(database.query("DELETE FROM setting WHERE name=$1", {Cell(name)}));
    return Ok{};
}

bool isThisMachine(std::string_view host)
{
    return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

bool isPort(std::string_view text)
{
    unsigned port = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), port);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && port > 0 && port < 65536;
}

Error malformed()
{
    return invalid("The address must look like https://orders.example.com/satchel, in plain letters and without a "
                   "user's name.");
}

} // namespace

Result<WebhookAddress> addressOf(std::string_view url)
{
    // Nothing that another program might read in another way.
    if (url.size() > 2000 || std::any_of(url.begin(), url.end(), [](char c) {
            return c <= ' ' || c >= '\x7F' || std::string_view("\"<>\\^`{|}#@").find(c) != std::string_view::npos;
        }))
        return malformed();
    WebhookAddress address;
    address.secure = url.starts_with("https://");
    if (!address.secure && !url.starts_with("http://"))
        return malformed();
    url.remove_prefix(url.find("//") + 2);
    const std::size_t end = std::min(url.find_first_of("/?"), url.size());
    std::string_view host = url.substr(0, end);
    address.target = std::string(url.substr(end));
    if (!address.target.starts_with('/'))
        address.target.insert(0, "/");
    const std::size_t colon = host.rfind(':');
    const bool hasPort = colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos;
    address.port = hasPort ? std::string(host.substr(colon + 1)) : address.secure ? "443" : "80";
    if (hasPort)
        host = host.substr(0, colon);
    const bool bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    if (host.empty() || bracketed != (host.find(':') != std::string_view::npos) ||
        host.find_first_of("[]") != std::string_view::npos || !isPort(address.port))
        return malformed();
    address.host = std::string(host);
    if (!address.secure && !isThisMachine(address.host))
        return invalid("Orders leave this machine by https:// only; http:// is for localhost.");
    return address;
}

std::string signature(const Bytes& secret, std::string_view body)
{
    const auto bytes = [](std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    Bytes code(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
    crypto_auth_hmacsha256_update(&state, bytes(body), body.size());
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(code.data()));
    sodium_memzero(&state, sizeof state);
    return std::string(scheme) + toHex(code);
}

bool isSigned(const Bytes& secret, std::string_view body, std::string_view header)
{
    if (secret.empty() || !header.starts_with(scheme))
        return false;
    const auto given = fromHex(header.substr(scheme.size()));
    const auto right = fromHex(std::string_view(signature(secret, body)).substr(scheme.size()));
    return given && given->size() == right->size() && sodium_memcmp(given->data(), right->data(), right->size()) == 0;
}

Result<Webhook> read(Database& database)
{
    SATCHEL_ASSIGN(const auto settings, database.query("SELECT name, value FROM setting WHERE name LIKE 'webhook.%'"));
    Webhook found;
    for (const Row& row : settings) {
        if (textOf(row[0]) == "webhook.url")
            found.url = textOf(row[1]);
        if (textOf(row[0]) == "webhook.paused")
            found.paused = true;
    }
    SATCHEL_ASSIGN(const auto secrets, database.query("SELECT bytes FROM secret WHERE name='webhook'"));
    if (!secrets.empty())
        found.secret = bytesOf(secrets[0][0]);
    return found;
}

Status set(Database& database, const std::string& url, const Bytes& secret, Milliseconds now)
{
    SATCHEL_TRY(addressOf(url));
    if (!secret.empty() && secret.size() < leastSecret)
        return invalid("The secret must have at least " + std::to_string(leastSecret) + " characters.");
    return write(database, [&]() -> Status {
        SATCHEL_ASSIGN(const Webhook before, read(database));
        if (secret.empty() && before.secret.empty())
            return invalid("There is no secret yet to sign with. Put one into SATCHEL_WEBHOOK_SECRET or a file.");
        SATCHEL_TRY(put(database, "webhook.url", url));
        SATCHEL_TRY(drop(database, "webhook.paused"));
        if (!secret.empty())
            SATCHEL_TRY(database.query("INSERT INTO secret(name, bytes) VALUES('webhook', $1) ON CONFLICT(name) DO "
                                       "UPDATE SET bytes=excluded.bytes",
                                       {Blob{secret}}));
        return alerts::closeAbout(database, "orders", "paused", now);
    });
}

Status off(Database& database)
{
    return write(database, [&]() -> Status {
        SATCHEL_TRY(drop(database, "webhook.url"));
        SATCHEL_TRY(drop(database, "webhook.paused"));
        SATCHEL_TRY(database.query("DELETE FROM secret WHERE name='webhook'"));
        return Ok{};
    });
}

Status pauseAfterRestore(Database& database, Environment& environment)
{
    SATCHEL_ASSIGN(const Webhook configured, read(database));
    if (configured.url.empty())
        return Ok{};
    SATCHEL_TRY(put(database, "webhook.paused", "restored"));
    return alerts::raise(database, environment, "orders", "paused",
                         "After the restore no orders are sent, for this may be a copy of the company. If it is not, "
                         "say \"satchel-server webhook set\" again.");
}

} // namespace satchel::server::webhook
