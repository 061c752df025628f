// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Papers.h"
#include "ui/documents/Letterhead.h"
#include "ui/documents/QuoteMail.h"

#include <QStringList>

namespace satchel::ui {

/// A quote's files: the PDF, the spreadsheet, the mail draft. They are written to a folder that the person sees, and
/// never over a file that says something else. On the reader's thread.

enum class PaperKind { Pdf, Spreadsheet, Mail };

/// Documents/Satchel.
[[nodiscard]] QString papersFolder();
[[nodiscard]] documents::Letterhead letterheadFor(const sales::QuoteSheet& sheet);
[[nodiscard]] documents::Recipient recipientFor(const sales::QuoteSheet& sheet);
/// Answers the files, in the order of `kinds`.
[[nodiscard]] Result<QStringList> writePapers(Replica& replica, const Id& quote, const QList<PaperKind>& kinds,
                                              const QString& folder);
/// Bytes as a file in a folder, made if absent; "name - 2" where that name is taken by other contents. Answers the
/// path.
[[nodiscard]] Result<QString> writeBeside(const QString& folder, const QString& name, const QByteArray& bytes);

} // namespace satchel::ui
