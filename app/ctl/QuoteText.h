// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Reply.h"
#include "core/sales/Repricing.h"

namespace satchel::ctl {

class Session;

/// A whole quote for people and scripts: head, groups, lines with their numbers, totals, margin where it is known, and
/// what is to be known before it goes out. `why`: how each price came about.
[[nodiscard]] Result<Reply> quoteReply(const Id& quote, bool why, Session& session);
/// What a deed did to a quote: "id", "quote", "added", "repriced", "notes", and its totals now.
[[nodiscard]] Result<Reply> editedReply(const Id& quote, const sales::Edited& edited, Session& session);
[[nodiscard]] Result<Reply> repricingReply(const Id& quote, const sales::Repricing& repricing, Session& session);
[[nodiscard]] Result<Reply> warningsReply(const Id& quote, Session& session);

} // namespace satchel::ctl
