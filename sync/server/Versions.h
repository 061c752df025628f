// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Schema.h"

#include <map>

namespace satchel::server {

/// Which versions of the declaration a server speaks: its own, the two before it, and every newer one (which knows what
/// this one says). What an older laptop could not know is kept from it, so that both count the same rows; fields it
/// does not know it keeps. A plain value; tests hand in other numbers than the declaration's.
struct Versions {
    int newest = schema::version;
    std::map<int, int> since = {}; ///< entity number to version, in the place of Entity::since

    [[nodiscard]] int oldest() const { return newest - 2; }
    [[nodiscard]] int sinceOf(const Entity& entity) const
    {
        const auto found = since.find(entity.number);
        return found == since.end() ? entity.since : found->second;
    }
    [[nodiscard]] bool knows(int version, const Entity& entity) const { return sinceOf(entity) <= version; }
};

} // namespace satchel::server
