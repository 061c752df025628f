// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Field.h"

#include <cstdint>
#include <optional>

namespace satchel {

/// Where a row belongs: which scopes it is a member of, and which row is the root of its aggregate.
struct ScopePath {
    /// References that lead to the parent, tried in order; the root of the first that is set is the row's root.
    std::vector<std::string> parents = {};
    /// Field with the territory (own, else inherited along `inherits`); puts a root into that territory's scope.
    std::string territory = {};
    /// Reference to a row of the same entity from which an empty territory and the account teams are inherited.
    std::string inherits = {};
    /// Users whose own rows these are, whatever else: the row is a member of each one's user scope.
    std::vector<std::string> users = {};
    /// User who sees a root that has neither parent nor territory.
    std::string owner = {};
    /// The directory everybody has (Company) or the published catalogue (Catalogue).
    bool company = false;
    bool catalogue = false;
    /// The cost side of the catalogue (Margin): only for roles that may know margins.
    bool margin = false;
};

/// Where to look for a field by its name: places in Entity::fields by a hash of the names. Only a hint: whoever asks
/// compares the name, so an index that is missing or of other fields costs time and nothing else.
class FieldIndex {
public:
    FieldIndex() = default;
    explicit FieldIndex(const std::vector<Field>& fields);

    /// The place at which a field of this name would be; nothing if there is no telling.
    template <typename Is>
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name, const Is& is) const
    {
        if (m_places.empty())
            return std::nullopt;
        for (std::size_t at = hashOf(name) & (m_places.size() - 1); m_places[at] != none;
             at = (at + 1) & (m_places.size() - 1))
            if (is(m_places[at]))
                return m_places[at];
        return std::nullopt;
    }

private:
    static constexpr std::uint8_t none = 255;
    static std::size_t hashOf(std::string_view name)
    {
        if (name.empty())
            return 0;
        const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(name[at]); };
        return name.size() * 37 + letter(0) * 101 + letter(name.size() / 2) * 59 + letter(name.size() - 1) * 7;
    }
    std::vector<std::uint8_t> m_places; ///< a power of two of them, at most half full
};

/// One kind of record, exactly as declared in Declaration.cpp. `number` travels and never changes its meaning.
struct Entity {
    int number = 0;
    std::string name = {};
    int since = 1; ///< the first schema::version that has it; older programs are not told of its rows
    std::vector<Field> fields = {};
    std::vector<std::string> label = {};      ///< fields that make up what a person calls the record, joined by a space
    std::vector<std::string> naturalKey = {}; ///< what the world outside knows it by; never UNIQUE on a laptop
    ScopePath scope = {};
    RoleSet creators = {};
    RoleSet updaters = {};
    RoleSet deleters = {};
    bool revives = false;   ///< an edit that had not seen a delete undoes it; otherwise the delete wins
    bool mergeable = false; ///< two of them may turn out to be one
    std::string mark = {};  ///< a field by which the world tells them apart: a second one with the same is a candidate
    bool internal = false;  ///< not for people to list or add: Satchel's own bookkeeping
    bool derived = false;   ///< ids follow from what a row is made of: making it twice is making it once
    FieldIndex names = {};  ///< of `fields`, once they are all there

    /// Position of a field in `fields` by name or by number; nothing if there is none.
    [[nodiscard]] std::optional<std::size_t> indexOf(std::string_view fieldName) const;
    [[nodiscard]] std::optional<std::size_t> indexOfNumber(int fieldNumber) const;
    [[nodiscard]] const Field* field(std::string_view fieldName) const;
    /// Positions of the fields that travel with the field at `index` (itself included).
    [[nodiscard]] std::vector<std::size_t> groupOf(std::size_t index) const;
};

} // namespace satchel
