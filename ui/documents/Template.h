// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "ui/documents/Words.h"

#include <map>
#include <vector>

namespace satchel::documents {

struct Colour {
    double red = 0, green = 0, blue = 0;
};

enum class Column { Position, Description, Code, PartNumber, Quantity, Unit, UnitPrice, Discount, Tax, Net };
enum class Block {
    Letterhead,
    Sender,
    Address,
    Details,
    Title,
    Introduction,
    Lines,
    Totals,
    Taxation,
    Terms,
    Acceptance,
    Footer
};

/// How a quote looks and which words stand on it: what an administrator can change. A template is a folder with
/// template.json and words/LANGUAGE.json; resources/documents/README.md describes both. The one that comes with Satchel
/// is compiled in. Lengths are in points here (a 72nd of an inch), in millimetres in the file.
struct Template {
    double pageWidth = 0, pageHeight = 0;
    double marginTop = 0, marginEnd = 0, marginBottom = 0, marginStart = 0;
    std::string fonts; ///< with commas between them, the first that has a character is taken
    double textSize = 0, smallSize = 0, titleSize = 0, groupSize = 0, totalSize = 0;
    double lineHeight = 0;
    Colour text, muted, accent, rule, panel;
    double logoWidth = 0, logoHeight = 0;
    double addressTop = 0, addressWidth = 0, addressHeight = 0;
    double detailsWidth = 0;
    std::vector<Column> columns;
    std::vector<Block> blocks;
    std::map<std::string, Words> words; ///< by language: "en", "en-US"

    [[nodiscard]] bool has(Block block) const;
    /// The words for a language (BCP 47): its own, those of the language without its region, English ones at last.
    [[nodiscard]] const Words& wordsFor(const std::string& language) const;

    /// The template that comes with Satchel.
    [[nodiscard]] static const Template& standard();
    /// Reads a folder. Invalid where something is wrong, in one sentence that names the file and the key.
    [[nodiscard]] static Result<Template> read(const std::string& folder);
};

/// Writes the standard template's files into a folder, made if absent, for somebody to change them. Conflict if it has
/// a template already: nothing is ever overwritten.
[[nodiscard]] Status exportTemplate(const std::string& folder);

} // namespace satchel::documents
