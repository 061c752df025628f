// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"

namespace satchel::quotes {

/// How people call the lines and groups of a quote, on paper, on the screen and in sentences alike: what stands outside
/// of groups and the groups themselves are counted "1", "2", "3"; lines of group 3 are "3.1", "3.2"; parts of a bundle
/// "2.1" or "3.2.1"; texts "T1", "T2", which the paper leaves out. `document.lines` in the order of Document.
[[nodiscard]] std::map<Id, std::string> lineNumbers(const pricing::Document& document);

} // namespace satchel::quotes
