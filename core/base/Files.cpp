// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
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

} // namespace

Result<std::string> readFile(const std::string& path)
{
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

Status writeFile(const std::string& path, std::string_view contents)
{
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
    const std::string folder = std::filesystem::path(path).parent_path().string();
    const Descriptor parent{::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (parent.number >= 0)
        ::fsync(parent.number);
    return Ok{};
}

Status makePrivateFolder(const std::string& path)
{
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
