// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>

namespace satchel {

/// The note that a profile's database is open: PROFILE/open, locked by every Replica on it, in this program or another.
/// It is empty while nobody uses the database; whoever comes first and finds it written on knows that the last user did
/// not end well (or met damage) and may look at the file alone before he lets others in. Owned by a Replica.
class UseMark {
public:
    UseMark() = default;
    UseMark(UseMark&& other) noexcept;
    UseMark& operator=(UseMark&& other) noexcept;
    ~UseMark();

    /// Waits while somebody else examines the file. On a disk that cannot be written there is no mark.
    [[nodiscard]] static Result<UseMark> take(const std::string& folder);

    [[nodiscard]] bool isFirst() const { return m_first; }
    [[nodiscard]] bool wasLeftOpen() const { return m_left != '\0'; }
    [[nodiscard]] bool wasDamaged() const { return m_left == damage; }
    /// The first user has looked: others may come in, and the end of the program will be noticed if it is no good one.
    void share();
    /// Says to the next first user that the file is damaged, or that it may be.
    void report(bool certain);

private:
    static constexpr char inUse = '1';
    static constexpr char damage = '!';
    static constexpr char suspicion = '?';
    void write(char mark) const;

    int m_descriptor = -1;
    bool m_first = false;
    bool m_reported = false;
    char m_left = '\0';
};

} // namespace satchel
