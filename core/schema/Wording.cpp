// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Wording.h"

#include "core/base/Bytes.h"

#include <algorithm>

namespace satchel {

std::string spoken(std::string_view name)
{
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string oneOf(const Entity& entity)
{
    const bool vowel = std::string_view("aeio").find(entity.name.front()) != std::string_view::npos; // "a user"
    return (vowel ? "an " : "a ") + spoken(entity.name);
}

std::string theField(const Entity& entity, const Field& field)
{
    return "The " + spoken(field.name) + " of " + oneOf(entity);
}

std::string inQuotes(std::string_view text)
{
    constexpr std::size_t longest = 60;
    if (!isStorableText(text))
        return "this";
    std::string shown;
    std::size_t points = 0;
    for (const char c : text) {
        const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (starts && ++points > longest) {
            shown += "...";
            break;
        }
        shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    }
    return "\"" + shown + "\"";
}

std::string enumerated(const std::vector<std::string>& words, std::string_view last)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i != 0)
            text += i + 1 == words.size() ? " " + std::string(last) + " " : ", ";
        text += words[i];
    }
    return text;
}

} // namespace satchel
