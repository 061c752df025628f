// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace satchel::documents {

/// The parts of mail that RFC 2045, 2047, 2231 and 5322 describe, as far as a draft needs them. Whatever goes in, a
/// line end in it is a blank in the header.

/// "Subject: ..." and the line end; what is not ASCII as encoded words, folded.
[[nodiscard]] QByteArray textHeader(const char* name, const std::string& text);
/// "To: Name <address>" and the line end. Invalid if the address is none that a header can hold.
[[nodiscard]] Result<QByteArray> addressHeader(const char* header, const std::string& name, const std::string& address);
/// An attached file with its headers, in base64.
[[nodiscard]] QByteArray attachment(const char* type, const std::string& fileName, const QByteArray& bytes);
/// A text with its headers, UTF-8 in base64.
[[nodiscard]] QByteArray textPart(const std::string& text);

} // namespace satchel::documents
