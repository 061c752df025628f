// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RedoLog.h"

#include "core/base/Files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace satchel {

namespace {

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

Bytes16 checksum(const Id& incarnation, const RedoLog::Entry& entry)
{
    return blake2b128(incarnation.view(), bigEndian(static_cast<std::uint64_t>(entry.number), 8) + entry.body);
}

} // namespace

Result<std::int64_t> RedoLog::append(const Id& incarnation, const std::vector<Entry>& entries)
{
    std::string bytes;
    for (const Entry& entry : entries)
        bytes += bigEndian(entry.body.size(), 4) + bigEndian(static_cast<std::uint64_t>(entry.number), 8) +
                 std::string(view(checksum(incarnation, entry))) + entry.body;
    const int file = ::open(m_path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return Error{ErrorKind::Forbidden, "The file " + m_path + " could not be written; nothing was changed."};
    const std::int64_t length = ::lseek(file, 0, SEEK_END);
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    const bool durable = written == static_cast<ssize_t>(bytes.size()) && ::fdatasync(file) == 0;
    if (!durable)
        (void)!::ftruncate(file, length);
    ::close(file);
    if (!durable)
        return Error{ErrorKind::Full, "The disk is full or could not be written. Nothing was changed."};
    return length;
}

void RedoLog::cutBack(std::int64_t length)
{
    (void)!::truncate(m_path.c_str(), length);
}

Result<std::vector<RedoLog::Entry>> RedoLog::recover(const Id& incarnation)
{
    auto contents = readFile(m_path);
    if (!contents.ok() && contents.error().kind == ErrorKind::NotFound)
        return std::vector<Entry>();
    if (!contents.ok())
        return contents.error();
    std::vector<Entry> entries;
    std::string_view rest = *contents;
    while (rest.size() >= 28) {
        const std::uint64_t length = readBigEndian(rest.substr(0, 4));
        if (rest.size() - 28 < length)
            break;
        Entry entry{static_cast<std::int64_t>(readBigEndian(rest.substr(4, 8))), Bytes(rest.substr(28, length))};
        if (view(checksum(incarnation, entry)) != rest.substr(12, 16))
            break;
        entries.push_back(std::move(entry));
        rest.remove_prefix(28 + length);
    }
    if (!rest.empty())
        cutBack(static_cast<std::int64_t>(contents->size() - rest.size()));
    return entries;
}

} // namespace satchel
