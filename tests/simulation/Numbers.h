// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Leases.h"
#include "sync/server/Database.h"

#include <map>
#include <set>

namespace satchel::simulation {

/// The plain memory of numbers that people read: which ranges the server has leased, also those it has forgotten since,
/// and which numbers stand on paper.
class Numbers {
public:
    /// What the server has leased since: no number twice.
    [[nodiscard]] std::string catchUp(server::Database& database);
    /// Older files are put back. Where that is not declared the server cannot know what it leased after they were
    /// copied, until a laptop of that time comes.
    void wentBack(server::Database& database, bool declared);

    /// A laptop has put a number on paper: leased to it as it is now, and on no other paper.
    [[nodiscard]] std::string printed(const std::string& laptop, const std::string& series, std::int64_t number,
                                      const ReplicaIdentity& identity, const Bytes& machine);

private:
    struct Range {
        std::int64_t last = 0;
        Id incarnation;
        Bytes machine;
        Id history;
        bool forgotten = false; ///< by a server that was put back without a word
        bool again = false;     ///< part of it was leased once more by it
    };
    using Ranges = std::multimap<std::pair<std::string, std::int64_t>, Range>; ///< by series and first number
    [[nodiscard]] std::vector<Ranges::iterator> meeting(const std::string& series, std::int64_t first,
                                                        std::int64_t last);

    Ranges m_ranges;
    std::map<std::pair<std::string, std::int64_t>, std::string> m_printed; ///< and by which laptop
};

} // namespace satchel::simulation
