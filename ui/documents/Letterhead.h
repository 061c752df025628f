// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Record.h"
#include "core/rules/pricing/Document.h"

namespace satchel::documents {

/// What stands on the company's paper whatever is written on it: name, address, how to reach it, bank, logo. Plain
/// values, made from the company's record by letterheadOf(), or by hand.
struct Letterhead {
    std::string name = {};
    pricing::Document::Address address = {};
    std::string phone = {};
    std::string email = {};
    std::string website = {};
    std::string vatId = {};
    std::string registration = {};
    std::string bank = {};
    std::string footer = {};
    std::string logo = {}; ///< the bytes of a PNG or SVG file; "" for none
};

/// The letterhead in a record of the entity company. A logo that is neither PNG nor SVG in base64 is left out: see
/// logoTrouble().
[[nodiscard]] Letterhead letterheadOf(const Record& company);
/// Ok for an empty logo and one that can be printed, else a sentence that says what is wrong. `base64` is the field
/// company.logo.
[[nodiscard]] Status logoTrouble(const std::string& base64);

} // namespace satchel::documents
