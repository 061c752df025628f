// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"
#include "core/model/Rule.h"

#include <map>
#include <optional>

namespace satchel {

/// A row as the server (or a laptop's image of it) has it, with the stamps needed to merge onto it. A field without a
/// stamp of its own has `born`.
struct MergeRow {
    Record record;
    bool deleted = false;
    Stamp born;                          ///< its creation
    Stamp removed;                       ///< its deletion, if deleted
    std::map<std::size_t, Stamp> stamps; ///< by position of the field

    [[nodiscard]] const Stamp& stampOf(std::size_t field) const;
};

/// Which value stands after a conflict.
enum class Kept { Theirs, Mine, Both };

/// In FieldConflict::field: not one field but the whole row, which one side deleted and the other edited.
inline constexpr std::size_t wholeRow = static_cast<std::size_t>(-1);

/// A field that both sides changed: what it was, both values, what stands now and why.
struct FieldConflict {
    std::size_t field = 0;
    Value base;
    Value theirs;
    Stamp theirStamp;
    Value mine;
    Value result;
    Kept kept = Kept::Theirs;
    std::string rule;
};

/// What applying one operation does to a row.
struct MergeResult {
    enum class Effect { None, Created, Updated, Deleted, Revived };
    Effect effect = Effect::None;
    Record record;                        ///< the row afterwards (rev untouched)
    std::vector<std::size_t> written;     ///< fields whose value or stamp is now the operation's
    std::vector<std::string> rules;       ///< for each of `written`, the rule that let it through
    std::vector<FieldConflict> conflicts; ///< fields both had changed, also where nothing was lost
};

/// Applies an operation to a row: a pure function, the same at both ends. `theirs` is absent for a row that does not
/// exist. `mine` is the stamp of the incoming change (its rev is not looked at). No clock, no storage, no failure:
/// whether the operation is allowed and valid is somebody else's question. An update or delete of an absent row has
/// no effect; a creation of a deleted one brings it back. Policies: sync/PROTOCOL.md, "Merging".
///
/// What the operation's own device wrote before counts as seen, whatever its rev (a laptop knows its own pending
/// edits, whose revs come only with the next checkpoint); a text or list that the server has merged meanwhile is then
/// merged again, so that the author's next edit does not take the others' words out.
[[nodiscard]] MergeResult merge(const std::optional<MergeRow>& theirs, const Operation& operation, const Stamp& mine);

/// Whether the edit stamped `a` is later than `b`: by edit time, then incarnation.
[[nodiscard]] bool isLater(const Stamp& a, const Stamp& b);

} // namespace satchel
