// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace satchel {

/// The lines between which two versions of one place stand; plain ASCII in no language, because the text is the
/// user's and merging does not know which language he reads. Part of the protocol.
inline constexpr std::string_view textMarkerTheirs = ">>> 1";
inline constexpr std::string_view textMarkerMine = ">>> 2";
inline constexpr std::string_view textMarkerEnd = "<<<";

/// A three-way merge of free text. `overlap` tells that both sides changed the same place differently; then both
/// versions stand in `text`, one after the other, between marker lines, so that nothing typed is lost.
struct TextMergeResult {
    std::string text;
    bool overlap = false;
};

/// Merges by line, and within lines that both changed by word. Byte for byte outside the changed places. A side equal
/// to `base` changes nothing; equal changes on both sides count once. Symmetrical but for the order of an overlap
/// (`theirs` first). Works on any valid UTF-8; O(n*d) in time. Over 20,000 lines the whole text, over 20,000 words the
/// changed lines count as one place; so does what differs in more than 2,000 lines or words (Difference.h).
[[nodiscard]] TextMergeResult mergeText(std::string_view base, std::string_view theirs, std::string_view mine);

} // namespace satchel
