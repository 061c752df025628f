// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace satchel {

/// How a field came to its value when a change arrived; the names are part of the protocol (inbox and history). The
/// merge gives them, windows put them into words.
namespace rule {
inline constexpr const char* set = "set";                ///< nobody else had changed it
inline constexpr const char* same = "same";              ///< both wrote the same value
inline constexpr const char* laterEdit = "later_edit";   ///< the later edit won
inline constexpr const char* textMerged = "text_merged"; ///< different places of a text, both kept
inline constexpr const char* textBoth = "text_both";     ///< the same place of a text, both kept and marked
inline constexpr const char* united = "union";
inline constexpr const char* appended = "append";
inline constexpr const char* summed = "sum";
inline constexpr const char* extreme = "extreme";
inline constexpr const char* stage = "stage";   ///< a stage that was closed stays closed
inline constexpr const char* theirs = "theirs"; ///< not a laptop's to decide
inline constexpr const char* asked = "ask";     ///< somebody has to answer
inline constexpr const char* revived = "edit_beats_delete";
inline constexpr const char* deleted = "delete_beats_edit";
inline constexpr const char* restored = "revived";  ///< somebody took a deletion back
inline constexpr const char* proposal = "proposal"; ///< its author has lost the record; the new owner decides
inline constexpr const char* merged = "merged";     ///< two records became one
inline constexpr const char* unmerged = "unmerged";
inline constexpr const char* duplicate = "duplicate"; ///< two records known to the world by the same mark
/// A quote went to the customer without somebody's edits: they are in its next revision, which the item is about.
inline constexpr const char* handedOver = "handed_over";
} // namespace rule

} // namespace satchel
