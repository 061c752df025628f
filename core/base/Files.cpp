// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <limits>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <thread>
#include <unistd.h>

namespace satchel {

namespace {

Error fileError(const std::string& what, const std::string& path)
{
    const int code = errno;
    const ErrorKind kind = code == ENOENT                     ? ErrorKind::NotFound
                           : code == ENOSPC || code == EDQUOT ? ErrorKind::Full
                                                              : ErrorKind::Invalid;
    return Error{kind, what + " " + path + ": " + std::strerror(code) + "."};
}

struct Descriptor {
    int number = -1;
    ~Descriptor()
    {
        if (number >= 0)
            ::close(number);
    }
};

bool writeAll(int descriptor, std::string_view contents)
{
    while (!contents.empty()) {
        const ssize_t written = ::write(descriptor, contents.data(), contents.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        contents.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// What the folder of this file says about it (its name) lasts.
void makeFolderDurable(const std::string& path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const Descriptor parent{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (parent.number >= 0)
        ::fsync(parent.number);
}

FilesOfATest* others = nullptr;

} // namespace

void useFilesOfATest(FilesOfATest* files)
{
    others = files;
}

bool usesFilesOfATest()
{
    return others != nullptr;
}

Result<std::string> readFile(const std::string& path)
{
    if (others != nullptr)
        return others->read(path);
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number < 0)
        return fileError("Could not read", path);
    std::string contents;
    char buffer[65536];
    for (;;) {
        const ssize_t got = ::read(file.number, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fileError("Could not read", path);
        if (got == 0)
            return contents;
        contents.append(buffer, static_cast<std::size_t>(got));
    }
}

std::optional<std::string> readPart(const std::string& path, std::int64_t offset, std::int64_t bytes)
{
    if (others != nullptr) {
        const auto contents = others->read(path);
        const auto from = static_cast<std::size_t>(offset);
        const auto length = static_cast<std::size_t>(bytes);
        return contents && from + length <= contents->size() ? std::optional(contents->substr(from, length))
                                                             : std::nullopt;
    }
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number < 0)
        return std::nullopt;
    std::string part(static_cast<std::size_t>(bytes), '\0');
    for (std::size_t got = 0; got < part.size();) {
        const ssize_t more =
            ::pread(file.number, part.data() + got, part.size() - got, offset + static_cast<std::int64_t>(got));
        if (more < 0 && errno == EINTR)
            continue;
        if (more <= 0)
            return std::nullopt;
        got += static_cast<std::size_t>(more);
    }
    return part;
}

Status writeFile(const std::string& path, std::string_view contents)
{
    if (others != nullptr)
        return others->write(path, contents);
    const std::string beside = path + ".new";
    {
        const Descriptor file{::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
        if (file.number < 0 || !writeAll(file.number, contents) || ::fsync(file.number) != 0) {
            const Error error = fileError("Could not write", path);
            ::unlink(beside.c_str());
            return error;
        }
    }
    if (::rename(beside.c_str(), path.c_str()) != 0)
        return fileError("Could not write", path);
    makeFolderDurable(path);
    return Ok{};
}

Status makePrivateFolder(const std::string& path)
{
    if (others != nullptr)
        return others->makeFolder(path);
    std::error_code code;
    const std::filesystem::path folder(path);
    if (std::filesystem::is_directory(folder, code))
        return Ok{};
    if (folder.has_parent_path())
        std::filesystem::create_directories(folder.parent_path(), code);
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST)
        return fileError("Could not make the folder", path);
    if (!std::filesystem::is_directory(folder, code))
        return invalid("There is a file in the place of the folder " + path + ".");
    return Ok{};
}

Result<std::int64_t> appendToFile(const std::string& path, std::string_view bytes)
{
    if (others != nullptr)
        return others->append(path, bytes);
    const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)};
    if (file.number < 0)
        return Error{ErrorKind::Forbidden, "The file " + path + " could not be written; nothing was changed."};
    const std::int64_t length = ::lseek(file.number, 0, SEEK_END);
    if (!writeAll(file.number, bytes) || ::fdatasync(file.number) != 0) {
        (void)!::ftruncate(file.number, length);
        return Error{ErrorKind::Full, "The disk is full or could not be written. Nothing was changed."};
    }
    return length;
}

void cutFile(const std::string& path, std::int64_t length)
{
    if (others != nullptr)
        return others->cut(path, length);
    (void)!::truncate(path.c_str(), length);
}

std::optional<std::int64_t> fileLength(const std::string& path)
{
    if (others != nullptr)
        return others->length(path);
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0)
        return std::nullopt;
    return about.st_size;
}

std::string fileIdentity(const std::string& path)
{
    if (others != nullptr)
        return others->identity(path);
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0)
        return {};
    return std::to_string(about.st_ino) + ":" + std::to_string(about.st_ctim.tv_sec) + ":" +
           std::to_string(about.st_ctim.tv_nsec);
}

Status renameFile(const std::string& from, const std::string& to)
{
    if (others != nullptr)
        return others->rename(from, to);
    if (::rename(from.c_str(), to.c_str()) != 0 && errno != ENOENT)
        return fileError("Could not rename", from);
    makeFolderDurable(to);
    return Ok{};
}

void removeFile(const std::string& path)
{
    if (others != nullptr)
        return others->remove(path);
    ::unlink(path.c_str());
}

bool allocateFile(const std::string& path, std::int64_t length)
{
    if (others != nullptr)
        return false;
    const Descriptor file{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)};
    return file.number >= 0 && ::posix_fallocate(file.number, 0, length) == 0;
}

std::int64_t freeSpace(const std::string& folder)
{
    struct statvfs about {};
    if (others != nullptr || ::statvfs(folder.c_str(), &about) != 0)
        return std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(about.f_bavail) * static_cast<std::int64_t>(about.f_frsize);
}

bool isWritable(const std::string& path)
{
    return others != nullptr || ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<FileLock> FileLock::acquire(const std::string& path, int seconds)
{
    FileLock lock;
    lock.m_descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock.m_descriptor < 0 && (errno == EROFS || errno == EACCES)) {
        // Where nobody can write, reading is locked as well as it goes: without a file there is nobody to keep out.
        lock.m_descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (lock.m_descriptor < 0 && errno == ENOENT)
            return lock;
    }
    if (lock.m_descriptor < 0)
        return fileError("Could not open", path);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    while (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fileError("Could not lock", path);
        if (std::chrono::steady_clock::now() >= deadline)
            return Error{ErrorKind::Busy, "Another program is using " + path + "."};
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return lock;
}

} // namespace satchel
