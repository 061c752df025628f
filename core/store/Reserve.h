// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>

namespace satchel {

/// 20 MB of the disk that only what a person types may use: PROFILE/reserve, a file without contents. When the disk is
/// full it is given up, so that edits can still be saved; it is made again when there is room.
inline constexpr std::int64_t reservedBytes = 20 * 1024 * 1024;

/// Makes the reserve unless it is there or the disk has little room; nothing happens then.
void holdReserve(const std::string& folder);
/// Whether there was one.
bool giveUpReserve(const std::string& folder);
/// Bytes that publishing may use without touching what is reserved.
[[nodiscard]] std::int64_t roomForPublishing(const std::string& folder);
/// Full unless so many rows from the server fit beside what is reserved.
[[nodiscard]] Status roomForRows(const std::string& folder, std::int64_t rows);

} // namespace satchel
