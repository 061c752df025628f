// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// Where orders are told to the system that delivers them, and the secret that both ends sign with
/// (sync/server/ORDERS.md). Kept in the database, so that every server on it does the same and nothing of it is on a
/// command line. Views of a connection.
struct Webhook {
    std::string url;     ///< "" if none is configured
    Bytes secret;        ///< "" if there is none
    bool paused = false; ///< since a restore: nobody knows yet whether this is the company or a copy of it
};

/// Where a request goes, taken apart.
struct WebhookAddress {
    bool secure = true;
    std::string host; ///< without the brackets of an IPv6 address
    std::string port;
    std::string target; ///< path and query
};

namespace webhook {

inline constexpr std::size_t leastSecret = 16;

/// https:// to anywhere, http:// to this machine only, no user in it. Invalid with a sentence for anything else.
[[nodiscard]] Result<WebhookAddress> addressOf(std::string_view url);
/// "sha256=" and the HMAC-SHA256 (RFC 2104) of these bytes in lower-case hexadecimal: the header X-Satchel-Signature.
[[nodiscard]] std::string signature(const Bytes& secret, std::string_view body);
/// Whether the header is the body's signature; takes as long for every wrong one. False without a secret.
[[nodiscard]] bool isSigned(const Bytes& secret, std::string_view body, std::string_view header);

[[nodiscard]] Result<Webhook> read(Database& database);

// These write in a transaction of their own.

/// Invalid for an address that is none, and for a secret shorter than leastSecret; "" keeps the one there is.
[[nodiscard]] Status set(Database& database, const std::string& url, const Bytes& secret, Milliseconds now);
/// Nothing is sent from now on, and no status is taken; what is recorded stays.
[[nodiscard]] Status off(Database& database);

/// Within the transaction of a restore: if a webhook is configured, it rests until it is set again.
[[nodiscard]] Status pauseAfterRestore(Database& database, Environment& environment);

} // namespace webhook
} // namespace satchel::server
