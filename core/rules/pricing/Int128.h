// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace satchel::pricing {

/// What products of quantities, prices and percentages are kept in. PRICING.md's limits are such that 128 bits do: the
/// largest numbers are an amount (below 10^18 ten-thousandths) times a percentage (below 10^18), and a unit price
/// (10^13) times a base quantity (10^15) or a factor, of 10,000 lines.
__extension__ typedef __int128 Int128; // no other spelling of it is free of warnings

} // namespace satchel::pricing
