// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"

namespace satchel::quotes {

/// Ids that follow from what a row is made of, so that what is made twice is one (core/rules/QUOTES.md). Keys and names
/// are the 16 bytes of an id, never its text.

[[nodiscard]] inline Id orderIdOf(const Id& quote)
{
    return Id::derived("satchel order", quote.view());
}
[[nodiscard]] inline Id orderLineIdOf(const Id& order, const Id& quoteLine)
{
    return Id::derived(order.view(), quoteLine.view());
}
/// `cause`: the document that was handed over, or the incarnation whose edits the revision holds.
[[nodiscard]] inline Id revisionIdOf(const Id& former, const Id& cause)
{
    return Id::derived("satchel revision", Bytes(former.view()) + Bytes(cause.view()));
}
/// Of what a promotion gives in a quote that is no revision. `line`: whose buying earned it; null: the document's as a
/// whole. In a revision it is called as a copy of what it would be called in the former quote.
[[nodiscard]] inline Id freeGoodsIdOf(const Id& quote, const Id& promotion, const Id& line)
{
    return Id::derived("satchel free goods", Bytes(quote.view()) + Bytes(promotion.view()) + Bytes(line.view()));
}
/// Of a group, line or document that goes along into the new revision.
[[nodiscard]] inline Id copiedRowIdOf(const Id& newQuote, const Id& oldRow)
{
    return Id::derived(newQuote.view(), oldRow.view());
}

} // namespace satchel::quotes
