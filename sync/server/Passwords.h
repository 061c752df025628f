// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <atomic>
#include <mutex>
#include <string>

namespace satchel::server {

/// Passwords as Argon2id hashes (32 MiB, five passes: about a twentieth of a second each). One is computed at a time
/// and a few wait, so that a crowd at the door takes neither the machine's memory nor all threads. Thread-safe; owned
/// by Identities.
class Passwords {
public:
    static constexpr std::size_t longest = 1000; ///< bytes

    /// Least is for tests that sign many people in: the smallest the library has, and no protection.
    enum class Effort { Interactive, Least };
    explicit Passwords(Effort effort = Effort::Interactive) : m_effort(effort) {}

    /// Whether somebody may choose this as his password; Invalid, with the field `password`, if not.
    [[nodiscard]] static Status checkNew(const std::string& password);
    /// Invalid for an empty or over-long password.
    [[nodiscard]] Result<std::string> hash(const std::string& password);
    /// Whether the password belongs to the hash. "" stands for a user who does not exist or has no password: the answer
    /// is false after the same time. Busy if too many wait already.
    [[nodiscard]] Result<bool> verify(const std::string& hash, const std::string& password);

private:
    Effort m_effort;
    std::mutex m_computing;
    std::atomic<int> m_present = 0; ///< computing, or waiting for it
};

} // namespace satchel::server
