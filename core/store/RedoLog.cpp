// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RedoLog.h"

#include "core/base/Files.h"
#include "core/base/Planted.h"

#include <map>

namespace satchel {

namespace {

constexpr std::string_view magic = "SRL1";
constexpr std::size_t fixedLength = 16 + 16; ///< magic, length, number; chain id
constexpr std::size_t headLength = fixedLength + 16;
constexpr std::size_t longestBody = 64U * 1024 * 1024;

std::string bigEndian(std::uint64_t value, int bytes)
{
    std::string text;
    for (int i = bytes - 1; i >= 0; --i)
        text.push_back(static_cast<char>((value >> (8 * i)) & 0xFF));
    return text;
}

std::uint64_t readBigEndian(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (const char c : bytes)
        value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

std::string recordOf(const Id& incarnation, const RedoLog::Entry& entry)
{
    std::string head = std::string(magic) + bigEndian(entry.body.size(), 4) +
                       bigEndian(static_cast<std::uint64_t>(entry.number), 8) + std::string(view(entry.previous));
    const Bytes16 sum = blake2b128(incarnation.view(), head + entry.body);
    return head + std::string(view(sum)) + entry.body;
}

// The record that begins here, if it is whole and this incarnation's.
std::optional<RedoLog::Entry> recordAt(const Id& incarnation, std::string_view bytes)
{
    if (bytes.size() < headLength || !bytes.starts_with(magic))
        return std::nullopt;
    const std::uint64_t length = readBigEndian(bytes.substr(4, 4));
    if (length > longestBody || bytes.size() - headLength < length)
        return std::nullopt;
    RedoLog::Entry entry{.number = static_cast<std::int64_t>(readBigEndian(bytes.substr(8, 8))),
                         .previous = *bytes16(bytes.substr(16, 16)),
                         .body = Bytes(bytes.substr(headLength, length))};
    const Bytes16 sum = blake2b128(incarnation.view(), std::string(bytes.substr(0, fixedLength)) + entry.body);
    if (view(sum) != bytes.substr(fixedLength, 16) || entry.number < 1)
        return std::nullopt;
    return entry;
}

} // namespace

Result<std::int64_t> RedoLog::append(const Id& incarnation, const std::vector<Entry>& entries)
{
    std::string bytes;
    for (const Entry& entry : entries)
        bytes += recordOf(incarnation, entry);
    if (planted("an outbox at synchronous=NORMAL"))
        return 0; // with this file alone nothing would be lost
    return appendToFile(m_path, bytes);
}

void RedoLog::cutBack(std::int64_t length)
{
    cutFile(m_path, length);
}

Result<RedoLog::Contents> RedoLog::read(const Id& incarnation)
{
    Contents contents;
    auto bytes = readFile(m_path);
    if (!bytes.ok() && bytes.error().kind == ErrorKind::NotFound)
        return contents;
    if (!bytes.ok())
        return bytes.error();
    std::map<std::int64_t, Entry> entries;
    const std::string_view all = *bytes;
    std::size_t at = 0;
    std::size_t end = 0; ///< of the last whole record
    while (at < all.size()) {
        auto entry = recordAt(incarnation, all.substr(at));
        if (!entry) {
            const std::size_t next = all.find(magic, at + 1);
            at = next == std::string_view::npos ? all.size() : next;
            continue;
        }
        contents.whole = contents.whole && at == end;
        at += headLength + entry->body.size();
        end = at;
        if (!entry->body.empty()) {
            entries[entry->number] = std::move(*entry);
        } else if (entry->number > contents.next) {
            contents.next = entry->number;
            contents.previous = entry->previous;
        }
    }
    // Behind the last whole record stands what a killed program did not finish; more than one write is damage, and
    // kept.
    if (end < all.size()) {
        const bool torn = !all.substr(end).starts_with(magic) || all.size() - end < headLength ||
                          readBigEndian(all.substr(end + 4, 4)) > all.size() - end - headLength;
        if (torn && contents.whole)
            cutBack(static_cast<std::int64_t>(end));
        else
            contents.whole = false;
    }
    for (auto& [number, entry] : entries)
        if (number >= contents.next)
            contents.entries.push_back(std::move(entry));
    return contents;
}

Status RedoLog::forget(const Id& incarnation, std::int64_t next, const Bytes16& previous)
{
    const Entry mark{.number = next, .previous = previous, .body = {}};
    const std::string record = recordOf(incarnation, mark);
    if (const auto length = fileLength(m_path); !length || *length == 0)
        return Ok{};
    if (const auto present = readFile(m_path); present && *present == record)
        return Ok{};
    cutBack(0);
    SATCHEL_TRY(appendToFile(m_path, record));
    return Ok{};
}

Status RedoLog::rewrite(const Id& incarnation, const Contents& contents)
{
    std::string bytes;
    if (contents.next > 0)
        bytes += recordOf(incarnation, {.number = contents.next, .previous = contents.previous, .body = {}});
    for (const Entry& entry : contents.entries)
        bytes += recordOf(incarnation, entry);
    return writeFile(m_path, bytes);
}

} // namespace satchel
