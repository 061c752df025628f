// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace satchel {

/// Small file operations whose durability matters. Files are made readable by their owner only (0600, folders 0700).

/// The whole of a file; NotFound, or Invalid with a sentence naming the file when it cannot be read.
[[nodiscard]] Result<std::string> readFile(const std::string& path);
/// So many bytes of a file from `offset` on; nothing if they are not all there.
[[nodiscard]] std::optional<std::string> readPart(const std::string& path, std::int64_t offset, std::int64_t bytes);
/// Replaces a file atomically: write beside it, fsync, rename, fsync the folder.
[[nodiscard]] Status writeFile(const std::string& path, std::string_view contents);
/// Makes a private folder (and those above it) unless it exists.
[[nodiscard]] Status makePrivateFolder(const std::string& path);
/// Puts bytes at the end of a file (made if absent) and fsyncs them; answers the length the file had before. Full when
/// they could not be made durable, and then the file is as it was.
[[nodiscard]] Result<std::int64_t> appendToFile(const std::string& path, std::string_view bytes);
/// Cuts a file off behind `length`; nothing happens if there is none.
void cutFile(const std::string& path, std::int64_t length);
/// The length of a file; nothing if there is none.
[[nodiscard]] std::optional<std::int64_t> fileLength(const std::string& path);
/// What tells this very file from a copy of it, also one that was put in its place: another number on the disk or
/// another time of change, which no program can set. "" if there is none.
[[nodiscard]] std::string fileIdentity(const std::string& path);
/// Renames a file within its folder and makes that durable; nothing happens if there is none.
[[nodiscard]] Status renameFile(const std::string& from, const std::string& to);
void removeFile(const std::string& path);
/// Makes a file of this length whose room on the disk is certain; false if there is none.
[[nodiscard]] bool allocateFile(const std::string& path, std::int64_t length);
/// Bytes that its owner can still write to the disk of this folder.
[[nodiscard]] std::int64_t freeSpace(const std::string& folder);
/// Whether its owner may write the file or folder: not on a read-only disk, not without the rights.
[[nodiscard]] bool isWritable(const std::string& path);

/// Other files than the machine's, for the functions above: the simulator's, which fill up, break and lose power. None
/// are put in outside of tests. Set before any thread uses files.
class FilesOfATest {
public:
    virtual ~FilesOfATest() = default;
    [[nodiscard]] virtual Result<std::string> read(const std::string& path) = 0;
    [[nodiscard]] virtual Status write(const std::string& path, std::string_view contents) = 0;
    [[nodiscard]] virtual Status makeFolder(const std::string& path) = 0;
    [[nodiscard]] virtual Result<std::int64_t> append(const std::string& path, std::string_view bytes) = 0;
    virtual void cut(const std::string& path, std::int64_t length) = 0;
    [[nodiscard]] virtual std::optional<std::int64_t> length(const std::string& path)
    {
        const auto contents = read(path);
        return contents ? std::optional(static_cast<std::int64_t>(contents->size())) : std::nullopt;
    }
    [[nodiscard]] virtual std::string identity(const std::string&) { return {}; }
    [[nodiscard]] virtual Status rename(const std::string&, const std::string&) { return Ok{}; }
    virtual void remove(const std::string&) {}
};
void useFilesOfATest(FilesOfATest* files);
[[nodiscard]] bool usesFilesOfATest();

/// An exclusive advisory lock on a file (flock), held while the object lives; released by the system if the process
/// dies.
class FileLock {
public:
    FileLock() = default;
    FileLock(FileLock&& other) noexcept : m_descriptor(other.m_descriptor) { other.m_descriptor = -1; }
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();
    /// Waits up to `seconds`; Busy when somebody else still holds it then.
    [[nodiscard]] static Result<FileLock> acquire(const std::string& path, int seconds);

private:
    int m_descriptor = -1;
};

} // namespace satchel
