// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/schema/Entity.h"
#include "core/schema/Value.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace satchel::test {

/// What one person did to one row, as it arrives at the server: who, when, what of the server he had seen (so many
/// arrivals), and what he saw and typed in each field. A removal types nothing.
struct Deed {
    struct Typed {
        std::size_t field = 0;
        Value before;
        Value after;
    };
    char author = 'a'; ///< one replica; of two edits of one instant the later letter's is the later
    Milliseconds at = 0;
    int seen = 0;
    bool removal = false;
    std::vector<Typed> typed;
    bool uncertain = false; ///< by a clock that was set: when it was typed decides nothing
};

/// A field that two people changed; field "" is the whole row.
struct Dispute {
    std::string field;
    Value base;
    Value theirs;
    Value mine;
    Value stands;
    std::string kept; ///< theirs, mine or both
    std::string rule;
    char their = 0; ///< author of the other side
    bool operator==(const Dispute&) const = default;
};

/// What must come of deeds that arrive one after the other at one row, told from the table of the design and not from
/// the code: it keeps no stamps and no revs, but remembers for each group of fields the deed that stands there, and
/// asks of a new one whether its author knew of it. Shares nothing with sync/merge. A value: a laptop's view is a copy
/// made when it synced, to which its own deeds arrive first.
class Oracle {
public:
    /// A row that was there from the beginning.
    Oracle(const Entity& entity, std::vector<Value> values);
    /// One that somebody made: his deed arrived first, and stands in every field that nobody has changed since.
    Oracle(const Entity& entity, std::vector<Value> values, char author, Milliseconds at);

    std::vector<Dispute> arrive(const Deed& deed);
    [[nodiscard]] const std::vector<Value>& values() const { return m_values; }
    [[nodiscard]] bool gone() const { return m_removal.has_value(); }
    [[nodiscard]] int arrivals() const { return m_arrivals; }
    /// The deletion it went with was undone for another row's sake.
    void comeBack() { m_removal.reset(); }
    /// A deed arrived that came to nothing, for another row's sake.
    void passBy() { ++m_arrivals; }

private:
    struct Standing {
        char author = 's'; ///< s: it was there from the beginning
        Milliseconds at = 0;
        int arrival = 0;
    };
    struct Case;

    [[nodiscard]] static bool knows(const Deed& deed, const Standing& standing);
    [[nodiscard]] static bool later(const Deed& deed, const Standing& standing);
    [[nodiscard]] std::string unitOf(std::size_t field) const;
    std::vector<Dispute> edit(const Deed& deed);
    std::vector<Dispute> remove(const Deed& deed);
    void settle(const Case& unit, std::vector<Dispute>& disputes);
    void whoIsLater(const Case& unit, std::vector<Dispute>& disputes);
    void stage(const Case& unit, std::vector<Dispute>& disputes);
    void united(const Case& unit, const std::optional<Value>& merged, const char* rule, bool overlap,
                std::vector<Dispute>& disputes);
    void take(const Case& unit);
    void dispute(const Case& unit, const char* kept, const char* rule, std::vector<Dispute>& disputes);

    const Entity* m_entity;
    std::vector<Value> m_values;
    Standing m_born;
    std::map<std::string, Standing> m_standing; ///< by group, or field
    std::optional<Standing> m_removal;
    int m_arrivals = 0;
};

/// The text that must come of two edits of texts whose lines are all different words; `overlap`: one place was changed
/// twice.
[[nodiscard]] std::string mergedLines(const std::string& base, const std::string& theirs, const std::string& mine,
                                      bool& overlap);

} // namespace satchel::test
