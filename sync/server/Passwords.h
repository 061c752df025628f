// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <semaphore>
#include <string>

namespace satchel::server {

/// Passwords as Argon2id hashes (libsodium, interactive limits: 64 MiB and about a tenth of a second each). At most two
/// are computed at once, so that a crowd at the door cannot take the machine's memory. Thread-safe; owned by
/// Identities.
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
    /// is false after the same time. Busy if no turn came in 20 seconds.
    [[nodiscard]] Result<bool> verify(const std::string& hash, const std::string& password);

private:
    Effort m_effort;
    std::counting_semaphore<2> m_free{2};
};

} // namespace satchel::server
