// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <optional>
#include <string>

namespace satchel::ctl {

/// SATCHEL_PASSWORD, if it is set.
[[nodiscard]] std::optional<std::string> passwordFromEnvironment();
/// SATCHEL_PASSWORD, or what a person types at the terminal without seeing it.
[[nodiscard]] Result<std::string> askPassword(const std::string& login);

/// A new password, in the variable SATCHEL_NEW_PASSWORD.
[[nodiscard]] std::optional<std::string> newPasswordFromEnvironment();
/// The same, or what a person types at the terminal, twice the same.
[[nodiscard]] Result<std::string> askNewPassword(const std::string& login);

} // namespace satchel::ctl
