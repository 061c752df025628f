// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "ui/documents/Words.h"

namespace satchel::documents {

/// A name for a file that is one on every system: no folder, no device, nothing that turns the reading direction, no
/// dot or blank at an end, at most 100 characters. `ending` is put behind it: ".pdf".
[[nodiscard]] std::string safeFileName(std::string_view wish, std::string_view ending);
/// What a quote's file is called: "Quote Q-2026-00417 (2).pdf" for its second revision.
[[nodiscard]] std::string quoteFileName(const pricing::Document& document, const Words& words, std::string_view ending);

} // namespace satchel::documents
