// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace satchel::compression {

/// Dictionary 1, trained on batches of changes and on small answers. Frozen: another one gets another number.
[[nodiscard]] std::string_view dictionary1();

} // namespace satchel::compression
