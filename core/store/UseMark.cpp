// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/UseMark.h"

#include "core/base/Files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace satchel {

namespace {

bool lock(int file, int how)
{
    int answer = 0;
    do
        answer = ::flock(file, how);
    while (answer != 0 && errno == EINTR);
    return answer == 0;
}

} // namespace

UseMark::UseMark(UseMark&& other) noexcept
{
    *this = std::move(other);
}

UseMark& UseMark::operator=(UseMark&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_first, other.m_first);
    std::swap(m_reported, other.m_reported);
    std::swap(m_left, other.m_left);
    return *this;
}

UseMark::~UseMark()
{
    if (m_descriptor < 0)
        return;
    // The last one wipes it: nobody uses the database any more.
    if (!m_reported && lock(m_descriptor, LOCK_EX | LOCK_NB)) {
        char left = '\0';
        if (::pread(m_descriptor, &left, 1, 0) != 1 || left == inUse)
            (void)!::ftruncate(m_descriptor, 0);
    }
    ::close(m_descriptor);
}

Result<UseMark> UseMark::take(const std::string& folder)
{
    UseMark mark;
    if (usesFilesOfATest())
        return mark;
    const std::string path = folder + "/open";
    mark.m_descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (mark.m_descriptor < 0)
        return mark;
    mark.m_first = lock(mark.m_descriptor, LOCK_EX | LOCK_NB);
    if (!mark.m_first && !lock(mark.m_descriptor, LOCK_SH))
        return Error{ErrorKind::Busy, "The file " + path + " could not be locked."};
    (void)!::pread(mark.m_descriptor, &mark.m_left, 1, 0);
    return mark;
}

void UseMark::write(char mark) const
{
    if (m_descriptor >= 0)
        (void)!::pwrite(m_descriptor, &mark, 1, 0);
}

void UseMark::share()
{
    if (!m_first)
        return;
    m_first = false;
    lock(m_descriptor, LOCK_SH);
    write(inUse);
}

void UseMark::report(bool certain)
{
    char present = '\0';
    if (m_descriptor >= 0)
        (void)!::pread(m_descriptor, &present, 1, 0);
    if (present != damage)
        write(certain ? damage : suspicion);
    m_reported = true;
}

} // namespace satchel
