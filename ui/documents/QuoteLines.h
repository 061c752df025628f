// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/QuotePaper.h"

namespace satchel::documents {

/// The groups and lines of a quote in the order of the paper, numbered, with what is said about each. Parts of a bundle
/// follow it; every line of the document is there once, whatever it refers to. Behind paperOf().
[[nodiscard]] std::vector<QuotePaper::Group> groupsOf(const pricing::Document& document, const std::string& home,
                                                      const Words& words, const Formats& formats);

} // namespace satchel::documents
