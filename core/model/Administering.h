// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/model/Change.h"

#include <string>
#include <vector>

namespace satchel {

/// What only the server knows and an administrator sees of it, and what he may do there: plain values that travel
/// (sync/PROTOCOL.md, "Administration") and are shown. Users and territories are records like any other and not here.
namespace administering {
inline constexpr Milliseconds staleAfter = 30LL * 24 * 60 * 60 * 1000; ///< a device that has not come for so long
inline constexpr std::size_t shortestPassword = 8;                     ///< characters
inline constexpr std::size_t longestPassword = 1000;                   ///< bytes
/// Lines an Overview has of a kind at most; the newest.
inline constexpr std::size_t mostLines = 500;
} // namespace administering

struct Overview {
    /// A replica on a laptop.
    struct Device {
        Id id;
        Id user;
        std::string name;
        std::string program;
        Milliseconds registered = 0;
        Milliseconds lastSeen = 0;
        bool revoked = false;
        std::int64_t behind = 0;  ///< changes of the company since it was here
        std::int64_t waiting = 0; ///< changes of it that the server has and has not carried out
    };
    struct Alert {
        Id id;
        Milliseconds at = 0;
        std::string kind; ///< clone, recovery, fuse, quarantine, stale, digest, orders; deed: what an administrator did
        std::string text; ///< a sentence
        bool closed = false;
        Id subject; ///< what it is about, where that has an id
    };
    /// Deletions that wait because they are very many.
    struct Fuse {
        Id id;
        Id user;
        std::string device;
        Milliseconds at = 0;
        std::int64_t records = 0;
        std::string state; ///< blown, released, refused, undone
        Milliseconds ended = 0;
    };
    /// A change the server failed with.
    struct Quarantined {
        Id incarnation;
        std::int64_t number = 0;
        std::string login;
        std::string device;
        Milliseconds at = 0;
        std::int64_t attempts = 0;
        std::string error;
    };
    /// A record that only laptops know, after the server was restored.
    struct Held {
        RowKey row;
        std::string label;
        std::string device;
        Milliseconds at = 0;
    };

    Milliseconds at = 0;              ///< when the server said so
    std::vector<Id> withPassword;     ///< users that can sign in
    std::vector<Device> devices;      ///< by user, the newest first
    std::vector<Alert> alerts;        ///< newest first
    std::vector<Fuse> fuses;          ///< newest first
    std::vector<Quarantined> changes; ///< oldest first
    bool recovering = false;          ///< the server was restored, and the recovery is open
    std::vector<Held> held;
    std::int64_t heldInAll = 0;
};

/// One thing an administrator does at the server. The numbers travel.
struct AdminDeed {
    enum class Kind : std::uint8_t {
        SetPassword = 1,   ///< of user `subject`: `password`, or one that the server makes
        EndSessions = 2,   ///< of user `subject`
        RevokeDevice = 3,  ///< device `subject` is shut out
        ReadmitDevice = 4, ///< and may sign in again
        CloseAlert = 5,
        ReleaseFuse = 6,
        RefuseFuse = 7,
        UndoFuse = 8,
        RetryChange = 9, ///< `number` of incarnation `subject`
        AdoptRow = 10,   ///< row `subject` of entity `number`; null: all that are held
        CloseRecovery = 11
    };
    Kind kind = Kind::CloseAlert;
    Id subject;
    std::int64_t number = 0;
    std::string password; ///< only ever on its way to the server
};

/// What came of it.
struct AdminDone {
    std::string password;   ///< the one that was made
    std::int64_t count = 0; ///< records that were adopted or brought back
};

/// A person chooses his own password; his other sessions end.
struct OwnPassword {
    std::string present;
    std::string chosen;
    std::string login = {}; ///< of who has no session, because the present one opens none; "": whose session it is
};

namespace administering {
// What a refusal is about, where a laptop has to do something about it: `field` of a Forbidden. The names travel.
inline constexpr const char* passwordField = "password";
inline constexpr const char* deviceField = "device";
/// The password is right, but somebody else has set it: it opens nothing but the way to another one.
[[nodiscard]] bool wantsNewPassword(const Error& error);
[[nodiscard]] Error givenPassword();
/// This device was shut out: what it has of the company goes.
[[nodiscard]] bool saysShutOut(const Error& error);
[[nodiscard]] Error shutOut();
} // namespace administering

} // namespace satchel
