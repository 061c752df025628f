// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Change.h"
#include "sync/server/Database.h"
#include "sync/server/Parts.h"

namespace satchel::server {

/// Why a change that the server has is not decided yet; the words travel as the outcome's code.
namespace waitsFor {
inline constexpr const char* proposal = "proposal"; ///< the new owner of a record its author has lost
inline constexpr const char* fuse = "fuse";         ///< an administrator, for it deletes very much
inline constexpr const char* fault = "fault";       ///< the server failed with it and will try again
inline constexpr const char* bulk = "bulk";         ///< the other parts of the same action
inline constexpr const char* change = "change";     ///< an earlier change of the same laptop to the same records
} // namespace waitsFor

struct Deferred {
    Id incarnation;
    std::int64_t number = 0;
    std::string reason;
    Bytes subject; ///< what it waits for: a proposal, a fuse, a bulk
    Milliseconds since = 0;
    std::int64_t attempts = 0;
    std::string error;
};

/// The changes that were received and wait, and which rows they touch: only what depends on those waits behind them.
/// A view of a connection, within the caller's transaction.
class Deferrals {
public:
    explicit Deferrals(Database& database) : m_database(database) {}

    /// Whether an action of the incarnation, made after the one numbered `before`, speaks of rows that waiting ones
    /// touch.
    [[nodiscard]] Result<bool> isBehind(const Id& incarnation, std::int64_t before, const Parts& parts);
    /// Writes it down, or what it waits for now.
    [[nodiscard]] Status put(const Deferred& deferred, const Change& change);
    [[nodiscard]] Status remove(const Id& incarnation, std::int64_t number);
    [[nodiscard]] Result<std::vector<Deferred>> of(const Id& incarnation);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<Deferred>> about(const std::string& reason, std::string_view subject);
    [[nodiscard]] Result<std::optional<Deferred>> find(const Id& incarnation, std::int64_t number);

private:
    [[nodiscard]] Result<bool> touchesAny(const Id& incarnation, std::int64_t before, const Change& part);
    [[nodiscard]] Result<std::vector<Deferred>> select(const std::string& condition,
                                                       const std::vector<Cell>& parameters);

    Database& m_database;
};

} // namespace satchel::server
