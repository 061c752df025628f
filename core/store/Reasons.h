// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel {

/// Why a record is, or is not, on this laptop, as far as this laptop can know. The words are somebody else's.
struct Reasons {
    enum class State {
        Here,     ///< in at least one scope of the user
        OnlyHere, ///< made on this laptop, the server does not know it yet
        Removing, ///< deleted on this laptop, the server does not know yet
        Deleted,  ///< was here and has been deleted
        Left,     ///< was here and has left the user's scopes
        Gone,     ///< was here; deleted or moved while its scope was out of sight, which of the two is not known
        Unknown   ///< never here: it does not exist, or is outside of the user's scopes, or was made elsewhere just now
    };
    /// A scope the record is in, and by which row: itself, or the root it follows.
    struct Membership {
        Scope scope;
        std::string name;
        bool throughRoot = false;
    };

    State state = State::Unknown;
    RowKey row;
    std::string label; ///< "" for what is not here
    std::optional<RowKey> root;
    std::string rootLabel;
    std::vector<Membership> memberships;
    std::int64_t unsent = 0; ///< own changes to it without an answer

    Milliseconds at = 0;            ///< of departure: when this laptop learned of it
    std::int64_t seq = 0;           ///< and at which checkpoint
    std::optional<Scope> from = {}; ///< the scope that was lost, where it was a whole one
    std::string fromName;
    Id by; ///< who deleted it, if that is known, and when he did
    Milliseconds deletedAt = 0;

    [[nodiscard]] static Result<Reasons> of(Replica& replica, const RowKey& row);
};

/// Why a row departed, as table departed has it.
enum class Departure : std::uint8_t { Deleted = 1, Left = 2, ScopeLost = 3, OutOfSight = 4 };

/// Remembers that a row has gone, without anything of it; forgets it again when the row comes back.
[[nodiscard]] Status noteDeparture(sqlite::Connection& connection, const RowKey& row, Milliseconds at, std::int64_t seq,
                                   Departure reason, const std::optional<Scope>& scope = {});
[[nodiscard]] Status noteArrival(sqlite::Connection& connection, const RowKey& row);

/// What a person calls a scope: "the territory North", "the account team of Acme".
[[nodiscard]] Result<std::string> nameOf(Replica& replica, const Scope& scope);

} // namespace satchel
