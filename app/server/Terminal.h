// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <string>

namespace satchel::server {

/// A new password: from SATCHEL_PASSWORD, else asked twice at the terminal without showing it.
[[nodiscard]] Result<std::string> newPassword(const std::string& login);

/// Text that others have typed, on its way to a terminal and into tab-separated lines.
[[nodiscard]] std::string printable(std::string text);

} // namespace satchel::server
