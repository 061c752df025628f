// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/ListPane.h"

namespace satchel::ui {

/// The choices above the list of quotes: mine, drafts, in approval, sent, about to expire and so on, newest first.
[[nodiscard]] std::vector<ListChoice> quoteChoices(const Id& me, const std::string& today, const std::string& soon);

} // namespace satchel::ui
