// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"

#include <string>
#include <vector>

namespace satchel::sales {

/// By what two records are taken for one and the same customer. Pure; any thread.

/// What a company is called without its legal form, so that "Acme" and "ACME GmbH" are one.
[[nodiscard]] std::string companyName(const std::string& name);
/// All mail addresses of the record, folded; the digits that tell its phones apart, shorter ones left out.
[[nodiscard]] std::vector<std::string> mailsOf(const Record& record);
[[nodiscard]] std::vector<std::string> phonesOf(const Record& record);

enum class Alike { Mark, Mail, Phone, Name }; ///< Mark: what only one should have, a VAT id or a customer number
/// Why these two of one kind may be the same, the strongest reason first; none: there is no reason to think so. Sites
/// of one company, and people of one account who share its number, are not; nor is what somebody has told apart.
[[nodiscard]] std::vector<Alike> likeness(const Record& a, const Record& b);

} // namespace satchel::sales
