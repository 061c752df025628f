// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Words.h"
#include "ui/documents/Text.h"

#include <QString>

#include <algorithm>
#include <cassert>

namespace satchel::documents {

const std::string& Words::operator[](std::string_view phrase) const
{
    const auto found = phrases.find(phrase);
    assert(found != phrases.end());
    return found->second;
}

std::string Words::isolated(std::string_view text) const
{
    const QString read = QString::fromUtf8(text.data(), qsizetype(text.size()));
    const auto isRightToLeft = [](QChar c) { return c.direction() == QChar::DirR || c.direction() == QChar::DirAL; };
    const bool has = std::any_of(read.begin(), read.end(), isRightToLeft);
    if (has == rightToLeft)
        return std::string(text);
    constexpr const char* leftToRight = "\u2066";
    constexpr const char* byItself = "\u2068";
    constexpr const char* end = "\u2069";
    return (has ? byItself : leftToRight) + std::string(text) + end;
}

std::string Words::with(std::string_view phrase, std::string_view first, std::string_view second) const
{
    return filled((*this)[phrase], isolated(first), second.empty() ? std::string() : isolated(second));
}

std::string Words::labelled(std::string_view phrase, std::string_view value) const
{
    return filled((*this)["labelled"], (*this)[phrase], isolated(value));
}

} // namespace satchel::documents
