// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/PostgresMany.h"

#include <algorithm>
#include <charconv>

namespace satchel::server::postgres {

namespace {

constexpr std::string_view insertInto = "INSERT INTO ";
constexpr std::string_view values = "VALUES(";
constexpr std::string_view update = "UPDATE ";
constexpr std::string_view whereId = " WHERE id=$1";
constexpr std::string_view onConflict = "ON CONFLICT(";

std::string parameter(std::size_t place)
{
    return "$" + std::to_string(place + 1);
}

// "a, b, c" as its parts.
std::vector<std::string_view> partsOf(std::string_view list)
{
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        std::string_view part = list.substr(0, comma);
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        parts.push_back(part);
    }
    return parts;
}

// The text up to the next of a character, which is taken along; nothing if there is none.
std::optional<std::string_view> upTo(std::string_view& rest, char end)
{
    const std::size_t at = rest.find(end);
    if (at == std::string_view::npos)
        return std::nullopt;
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    return part;
}

// "$3" as the place of the parameter, 2.
std::optional<std::size_t> placeOf(std::string_view mark)
{
    std::size_t number = 0;
    if (!mark.starts_with('$'))
        return std::nullopt;
    const auto [end, code] = std::from_chars(mark.data() + 1, mark.data() + mark.size(), number);
    return code == std::errc() && end == mark.data() + mark.size() && number > 0 ? std::optional(number - 1)
                                                                                 : std::nullopt;
}

std::optional<Many> manyInserts(std::string_view sql)
{
    std::string_view rest = sql.substr(insertInto.size());
    const auto table = upTo(rest, '(');
    const auto columns = table ? upTo(rest, ')') : std::nullopt;
    if (!columns || !rest.starts_with(std::string(" ") + std::string(values)))
        return std::nullopt;
    rest.remove_prefix(1 + values.size());
    const auto given = upTo(rest, ')');
    const std::vector<std::string_view> names = partsOf(*columns);
    const std::vector<std::string_view> marks = partsOf(given.value_or(std::string_view()));
    if (names.size() != marks.size() || rest.find('$') != std::string_view::npos)
        return std::nullopt;
    std::vector<std::size_t> places;
    for (const std::string_view mark : marks) {
        const auto place = placeOf(mark);
        if (!place)
            return std::nullopt;
        places.push_back(*place);
    }
    Many many{.table = std::string(*table), .key = {}};
    const std::size_t conflict = rest.find(onConflict);
    if (conflict == std::string_view::npos)
        return many; // either no two are alike, or the second does nothing
    rest.remove_prefix(conflict + onConflict.size());
    const auto keys = upTo(rest, ')');
    if (!keys)
        return std::nullopt;
    for (const std::string_view key : partsOf(*keys)) {
        const auto at = std::find(names.begin(), names.end(), key);
        if (at == names.end())
            return std::nullopt;
        many.key.push_back(places[static_cast<std::size_t>(at - names.begin())]);
    }
    many.keyed = true;
    return many;
}

std::optional<Many> manyUpdates(std::string_view sql)
{
    std::string_view rest = sql.substr(update.size());
    const auto table = upTo(rest, ' ');
    if (!table || !rest.starts_with("SET ") || !rest.ends_with(whereId))
        return std::nullopt;
    rest.remove_prefix(4);
    rest.remove_suffix(whereId.size());
    std::size_t next = 1;
    for (const std::string_view part : partsOf(rest)) {
        const std::size_t sign = part.find('=');
        if (sign == std::string_view::npos || part.substr(sign + 1) != parameter(next++))
            return std::nullopt;
    }
    return Many{.table = std::string(*table), .key = {0}, .keyed = true, .byId = true};
}

void putInteger(Bytes& bytes, std::uint64_t value, int width)
{
    for (int at = width - 1; at >= 0; --at)
        bytes.push_back(static_cast<char>(value >> (at * 8) & 0xFF));
}

// The arrays as rows: each parameter is a column.
std::string unnested(const std::vector<Type>& types)
{
    std::string arrays;
    std::string columns;
    for (std::size_t i = 0; i < types.size(); ++i) {
        arrays += (i == 0 ? "" : ", ") + parameter(i) +
                  (types[i] == Int8   ? "::bigint[]"
                   : types[i] == Text ? "::text[]"
                                      : "::bytea[]");
        columns += (i == 0 ? "c" : ", c") + std::to_string(i + 1);
    }
    return "unnest(" + arrays + ") AS many(" + columns + ")";
}

// Each $3 as many.c3.
std::string named(std::string_view text)
{
    std::string result;
    for (const char c : text)
        result += c == '$' ? "many.c" : std::string(1, c);
    return result;
}

} // namespace

std::optional<Many> manyOf(std::string_view sql)
{
    return sql.starts_with(insertInto) ? manyInserts(sql) : sql.starts_with(update) ? manyUpdates(sql) : std::nullopt;
}

std::string sqlOverArrays(std::string_view sql, const std::vector<Type>& types)
{
    if (sql.starts_with(insertInto)) {
        const std::size_t from = sql.find(values);
        const std::size_t to = sql.find(')', from);
        return std::string(sql.substr(0, from)) + "SELECT " +
               named(sql.substr(from + values.size(), to - from - values.size())) + " FROM " + unnested(types) +
               std::string(sql.substr(to + 1));
    }
    return named(sql.substr(0, sql.size() - whereId.size())) + " FROM " + unnested(types) + " WHERE id=many.c1";
}

bool isListed(Type type)
{
    return type == Int8 || type == Text || type == Bytea;
}

Type arrayOf(Type type)
{
    return type == Int8 ? Int8Array : type == Text ? TextArray : ByteaArray;
}

// Dimensions, whether there are NULLs, type of the elements; for the one dimension its length and first index; then
// each element with its length, -1 for NULL (array_recv in PostgreSQL's arrayfuncs.c).
Bytes encodeArray(Type type, const std::vector<Cells>& rows, std::size_t parameter)
{
    Bytes bytes;
    const bool nulls = std::any_of(rows.begin(), rows.end(), [&](Cells row) { return row[parameter].index() == 0; });
    putInteger(bytes, 1, 4);
    putInteger(bytes, nulls ? 1 : 0, 4);
    putInteger(bytes, type, 4);
    putInteger(bytes, rows.size(), 4);
    putInteger(bytes, 1, 4);
    for (const Cells row : rows) {
        const Cell& cell = row[parameter];
        if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
            putInteger(bytes, 8, 4);
            putInteger(bytes, static_cast<std::uint64_t>(*integer), 8);
        } else if (cell.index() == 0) {
            putInteger(bytes, 0xFFFFFFFF, 4);
        } else {
            const std::string_view content = contentOf(cell);
            putInteger(bytes, content.size(), 4);
            bytes += content;
        }
    }
    return bytes;
}

} // namespace satchel::server::postgres
