// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Letterhead.h"
#include "ui/documents/Template.h"

#include <QByteArray>

namespace satchel::documents {

/// A quote as a PDF: A4 or Letter, in the customer's language, any script, all fonts embedded, text that can be copied
/// and searched. Nothing in the document or the letterhead is read as markup, fetched or opened. The same arguments
/// give the same bytes: the file's time of making is `madeAt`, in ms since 1970. Needs no application object and no
/// display, and may be called on any thread. Invalid, with a sentence, if it cannot be laid out.
[[nodiscard]] Result<QByteArray> quotePdf(const pricing::Document& document, const Letterhead& head,
                                          const Template& look, std::int64_t madeAt);

} // namespace satchel::documents
