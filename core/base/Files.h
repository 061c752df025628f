// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>

namespace satchel {

/// Small file operations whose durability matters. Files are made readable by their owner only (0600, folders 0700).

/// The whole of a file; NotFound, or Invalid with a sentence naming the file when it cannot be read.
[[nodiscard]] Result<std::string> readFile(const std::string& path);
/// Replaces a file atomically: write beside it, fsync, rename, fsync the folder.
[[nodiscard]] Status writeFile(const std::string& path, std::string_view contents);
/// Makes a private folder (and those above it) unless it exists.
[[nodiscard]] Status makePrivateFolder(const std::string& path);

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
