// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Rejects.h"

namespace satchel::ctl {

RejectsShown showRejects(std::span<const RejectedRow> rejected, bool sheet)
{
    constexpr std::size_t most = 100;
    RejectsShown shown;
    for (const RejectedRow& row : rejected.first(std::min(rejected.size(), most))) {
        shown.reasons.push_back({{"line", row.line}, {"reason", row.reason}});
        shown.text += (sheet ? "row " : "line ") + std::to_string(row.line) + ": " + row.reason + "\n";
    }
    return shown;
}

} // namespace satchel::ctl
