// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Result.h"

namespace satchel {

/// What the server says to a laptop that waits at /v1/wake: something in its user's scopes is new, up to this
/// checkpoint. It says no more; the laptop pulls. One frame.
struct WakeCall {
    std::int64_t checkpoint = 0;
};
[[nodiscard]] Bytes encode(const WakeCall& message);
[[nodiscard]] Result<WakeCall> decodeWakeCall(std::string_view bytes);

} // namespace satchel
