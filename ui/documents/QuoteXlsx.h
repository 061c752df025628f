// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Letterhead.h"
#include "ui/documents/Template.h"

#include <QByteArray>

namespace satchel::documents {

/// The same quote as a spreadsheet: one sheet with groups that can be folded, sub-totals and totals; numbers are
/// numbers, text is text and never a formula, whatever it begins with. What stands outside the totals has a column of
/// its own, so that the column of amounts adds up. The same arguments give the same bytes.
[[nodiscard]] Result<QByteArray> quoteXlsx(const pricing::Document& document, const Letterhead& head,
                                           const Template& look, std::int64_t madeAt);

} // namespace satchel::documents
