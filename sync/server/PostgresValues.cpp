// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/PostgresValues.h"

#include <charconv>
#include <limits>

namespace satchel::server::postgres {

namespace {

std::size_t widthOf(Type integerType)
{
    return integerType == Int8 ? 8 : integerType == Int4 ? 4 : integerType == Int2 ? 2 : integerType == Bool ? 1 : 0;
}

bool isText(Type type)
{
    return type == Text || type == Varchar || type == Bpchar || type == Name || type == Unknown;
}

std::int64_t readInteger(std::string_view bytes)
{
    std::uint64_t value = !bytes.empty() && (bytes[0] & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (const char c : bytes)
        value = value << 8 | static_cast<unsigned char>(c);
    return static_cast<std::int64_t>(value);
}

bool fitsWidth(std::int64_t value, std::size_t width)
{
    if (width == 8)
        return true;
    if (width == 1)
        return value == 0 || value == 1;
    const std::int64_t limit = std::int64_t{1} << (width * 8 - 1);
    return value >= -limit && value < limit;
}

bool fitsOne(Type type, const Cell& cell)
{
    switch (cell.index()) {
    case 1: return widthOf(type) != 0 && fitsWidth(std::get<1>(cell), widthOf(type));
    case 2: return isText(type);
    case 3:
    case 4: return type == Bytea;
    default: return true;
    }
}

// Header of four 16-bit words (digits, weight, sign, scale), then digits to the base 10,000.
Result<Cell> readNumeric(std::string_view bytes)
{
    const Error refused{ErrorKind::Internal, "The database answered with a number that is not whole or too large."};
    if (bytes.size() < 8)
        return refused;
    const auto word = [&](std::size_t i) { return readInteger(bytes.substr(i * 2, 2)); };
    const std::int64_t digits = word(0);
    const std::int64_t weight = word(1);
    const bool negative = word(2) == 0x4000;
    if ((word(2) != 0 && !negative) || digits > weight + 1 || weight > 4 ||
        static_cast<std::int64_t>(bytes.size()) < 8 + digits * 2)
        return refused;
    __extension__ using Wide = __int128;
    Wide value = 0;
    for (std::int64_t i = 0; i <= weight; ++i)
        value = value * 10000 + (i < digits ? word(static_cast<std::size_t>(4 + i)) : 0);
    if (value > std::numeric_limits<std::int64_t>::max())
        return refused;
    return Cell(static_cast<std::int64_t>(negative ? -value : value));
}

} // namespace

bool fits(const std::vector<Type>& types, Cells cells)
{
    if (types.size() != cells.size())
        return false;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (!fitsOne(types[i], cells[i]))
            return false;
    return true;
}

std::vector<Type> typesOf(Cells cells)
{
    static constexpr Type types[] = {0, Int8, Text, Bytea, Bytea};
    std::vector<Type> result;
    for (const Cell& cell : cells)
        result.push_back(types[cell.index()]);
    return result;
}

std::string signature(Cells cells)
{
    std::string result;
    for (const Cell& cell : cells)
        result.push_back("nitbb"[cell.index()]);
    return result;
}

Result<Parameters> encodeParameters(const std::vector<Type>& types, Cells cells)
{
    if (!fits(types, cells))
        return Error{ErrorKind::Internal, "A database statement was given parameters of the wrong number or type."};
    Parameters result;
    result.storage.resize(cells.size());
    result.formats.assign(cells.size(), 1);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        std::string_view bytes;
        if (cells[i].index() > 1) {
            bytes = contentOf(cells[i]);
        } else if (const auto* integer = std::get_if<std::int64_t>(&cells[i])) {
            const std::size_t width = widthOf(types[i]);
            for (std::size_t at = 0; at < width; ++at)
                result.storage[i][at] = static_cast<char>(*integer >> ((width - 1 - at) * 8) & 0xFF);
            bytes = {result.storage[i].data(), width};
        } else {
            result.values.push_back(nullptr);
            result.lengths.push_back(0);
            continue;
        }
        if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
            return Error{ErrorKind::TooLarge, "A value is too large for the database."};
        result.values.push_back(bytes.empty() ? "" : bytes.data());
        result.lengths.push_back(static_cast<int>(bytes.size()));
    }
    return result;
}

Result<Cell> decodeCell(Type type, std::string_view bytes)
{
    if (widthOf(type) != 0 || type == Oid)
        return Cell(type == Oid ? readInteger(bytes) & 0xFFFFFFFF : readInteger(bytes));
    if (isText(type) || type == Char)
        return Cell(std::string(bytes));
    if (type == Bytea)
        return Cell(Blob{Bytes(bytes)});
    if (type == Numeric)
        return readNumeric(bytes);
    if (type == Void)
        return Cell();
    return Error{ErrorKind::Internal, "The database answered with a type that Satchel does not use."};
}

std::string packNews(const Announcement& news)
{
    constexpr std::size_t mostScopes = 200;
    const bool everything = news.everything || news.scopes.size() > mostScopes;
    std::string text = std::to_string(news.seq) + (news.rights ? " r" : " -") + (everything ? "e" : "-");
    if (!everything)
        for (const Scope& scope : news.scopes)
            text += ' ' + toHex(scope.toBytes());
    return text;
}

Announcement unpackNews(std::string_view text)
{
    const Announcement unknown{.rights = true, .everything = true};
    Announcement news;
    const char* const end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, news.seq);
    std::string_view rest(number.ptr, static_cast<std::size_t>(end - number.ptr));
    if (rest.size() < 3)
        return unknown;
    news.rights = rest[1] == 'r';
    news.everything = rest[2] == 'e';
    for (rest.remove_prefix(3); rest.size() >= 35; rest.remove_prefix(35)) {
        const auto bytes = fromHex(rest.substr(1, 34));
        const auto scope = bytes ? Scope::fromBytes(*bytes) : std::nullopt;
        if (!scope)
            return unknown;
        news.scopes.insert(*scope);
    }
    return news;
}

} // namespace satchel::server::postgres
