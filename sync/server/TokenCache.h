// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/model/Scope.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace satchel::server {

struct Caller;

/// Which state of the directory and of the tokens something was read from: it is the same state as long as these are
/// the same, whichever process changes it (table clock).
struct RightsState {
    Id history;
    std::int64_t count = 0;
    bool operator==(const RightsState&) const = default;
};

/// Callers by the hash of their token, remembered for one state of the rights. Thread-safe; owned by Identities.
class TokenCache {
public:
    /// Null if it is not known, or not of this state, or has expired.
    [[nodiscard]] std::shared_ptr<const Caller> find(const Bytes& hash, const RightsState& state, Milliseconds now);
    void keep(const Bytes& hash, const RightsState& state, std::shared_ptr<const Caller> caller, Milliseconds expires);
    /// Whether the token was good in the state looked at last: a hint for those who will look again before they rely
    /// on it.
    [[nodiscard]] bool recentlyGood(const Bytes& hash, Milliseconds now);

private:
    struct Known {
        std::shared_ptr<const Caller> caller;
        Milliseconds expires = 0;
    };
    std::mutex m_mutex;
    RightsState m_state;
    std::map<Bytes, Known> m_known;
};

} // namespace satchel::server
