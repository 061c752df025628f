// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace satchel::bench {

/// What the system says of another process, from /proc. Linux.
class ServerProcess {
public:
    explicit ServerProcess(std::int64_t process) : m_folder("/proc/" + std::to_string(process)) {}

    [[nodiscard]] double residentKib() const { return status("VmRSS:"); }
    /// The most it has had since forgetPeak().
    [[nodiscard]] double peakKib() const { return status("VmHWM:"); }
    void forgetPeak() const;
    /// Of all its threads, in user and system.
    [[nodiscard]] double processorMs() const;

private:
    [[nodiscard]] double status(const std::string& name) const;
    std::string m_folder;
};

} // namespace satchel::bench
