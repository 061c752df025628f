// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>

namespace satchel::bench {

/// What the system says of another process, from /proc. Linux.
class ServerProcess {
public:
    explicit ServerProcess(std::int64_t process) : m_folder("/proc/" + std::to_string(process)) {}

    [[nodiscard]] double residentKib() const { return status("VmRSS:"); }
    /// Without pages of files that are mapped: those are the database's, they are there once however many connections
    /// map them, and the system takes them back as it likes.
    [[nodiscard]] double anonymousKib() const { return status("RssAnon:"); }
    /// The most it has had since forgetPeak().
    [[nodiscard]] double peakKib() const { return status("VmHWM:"); }
    void forgetPeak() const;
    /// Of all its threads, in user and system.
    [[nodiscard]] double processorMs() const;

private:
    [[nodiscard]] double status(const std::string& name) const;
    std::string m_folder;
};

/// The most anonymous memory that a process has while this looks, which is all the time: the system keeps no mark of it
/// as it does of the whole.
class AnonymousPeak {
public:
    explicit AnonymousPeak(const ServerProcess& process);
    /// Stops looking.
    [[nodiscard]] double endKib();
    ~AnonymousPeak() { (void)endKib(); }
    AnonymousPeak(const AnonymousPeak&) = delete;

private:
    std::atomic<bool> m_ended = false;
    double m_mostKib = 0; ///< the thread's until it is joined
    std::thread m_thread;
};

} // namespace satchel::bench
