// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string_view>

namespace satchel {

/// Named places in the code where the world may fail: a test decides there whether it does, a program goes on. Handed
/// around with the Environment, never fetched. Safe to reach from several threads.
class Failpoints {
public:
    virtual ~Failpoints() = default;
    /// `place` has been come to, dealing with `about`; an error is what then has gone wrong there.
    [[nodiscard]] virtual Status reach([[maybe_unused]] std::string_view place, [[maybe_unused]] std::string_view about)
    {
        return Ok{};
    }
};

} // namespace satchel
