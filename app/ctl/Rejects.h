// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Reply.h"
#include "core/exchange/Import.h"

#include <span>

namespace satchel::ctl {

/// The first hundred rows a file was refused for: as JSON, and a line each for people. A sheet's rows are called rows,
/// a text file's lines.
struct RejectsShown {
    Json reasons = Json::array();
    std::string text;
};
[[nodiscard]] RejectsShown showRejects(std::span<const RejectedRow> rejected, bool sheet);

} // namespace satchel::ctl
