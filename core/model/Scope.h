// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"
#include "core/schema/Role.h"

#include <vector>

namespace satchel {

/// What a scope is about; the numbers travel. See ARCHITECTURE.md, "Scopes".
enum class ScopeKind : std::uint8_t {
    Company = 0,   ///< users and territories; everybody
    Catalogue = 1, ///< products, price lists, entries; everybody
    Territory = 2, ///< aggregates of a territory node
    Leads = 3,     ///< the lead queue of a node: leads with their activities and tasks
    Marketing = 4, ///< accounts and contacts of a node, without their activities
    Team = 5,      ///< the sites below an account, for those who sit on its team
    User = 6,      ///< a user's own rows
    Device = 7,    ///< outcomes for one device
    Margin = 8     ///< costs and floor prices; roles that may know margins (since version 2 of the declaration)
};

/// A set of rows that is given to people as a whole. Travels as 17 bytes: kind, id.
struct Scope {
    ScopeKind kind = ScopeKind::Company;
    Id id;
    auto operator<=>(const Scope&) const = default;

    [[nodiscard]] Bytes toBytes() const { return std::string(1, static_cast<char>(kind)) + std::string(id.view()); }
    [[nodiscard]] static std::optional<Scope> fromBytes(std::string_view bytes)
    {
        if (bytes.size() != 17 || static_cast<unsigned char>(bytes[0]) > 8)
            return std::nullopt;
        return Scope{static_cast<ScopeKind>(bytes[0]), *Id::fromBytes(bytes.substr(1))};
    }
};

} // namespace satchel
