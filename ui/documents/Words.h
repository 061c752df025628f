// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace satchel::documents {

/// The words of a paper in one language, as words/LANGUAGE.json of a template has them: every phrase is there, because
/// the template was refused otherwise.
struct Words {
    std::string language; ///< as the file is called: "de", "en-US"
    bool rightToLeft = false;
    std::map<std::string, std::string, std::less<>> phrases;

    /// A phrase that resources/documents/quote/words/en.json names (asserted).
    [[nodiscard]] const std::string& operator[](std::string_view phrase) const;
    /// A text that keeps its own direction wherever it is put: a telephone number in an Arabic line, a Hebrew name in
    /// an English one.
    [[nodiscard]] std::string isolated(std::string_view text) const;
    /// A phrase with values, isolated, in the place of %1 and %2.
    [[nodiscard]] std::string with(std::string_view phrase, std::string_view first, std::string_view second = {}) const;
    /// "Phrase: value", as this language puts it.
    [[nodiscard]] std::string labelled(std::string_view phrase, std::string_view value) const;
};

} // namespace satchel::documents
