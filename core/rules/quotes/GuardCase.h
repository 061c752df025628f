// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/rules/quotes/Guard.h"

#include <initializer_list>
#include <map>
#include <set>

namespace satchel::quotes {

/// A change as the guard looks at it: every row it touched with what it was before, and all others as they are. Shared
/// by the parts of the guard (Guard*.cpp), used by nobody else; lives for one look.
class GuardCase {
public:
    using Verdict = std::optional<Objection>;

    GuardCase(const std::vector<Touched>& change, const Author& author, RecordSource& now);

    [[nodiscard]] const Author& author() const { return m_author; }
    [[nodiscard]] RecordSource& now() { return m_now; }
    [[nodiscard]] const std::vector<Touched>& change() const { return m_change; }
    /// The author's calendar day, in the time zone of the company.
    [[nodiscard]] Result<std::string> today();
    [[nodiscard]] Result<std::string> dayOf(std::int64_t instant);

    /// A row before the change and after it; of one that it did not touch both are what stands there.
    struct Images {
        std::optional<Record> before;
        std::optional<Record> after;
    };
    [[nodiscard]] Result<Images> images(const Entity& entity, const Id& id);
    [[nodiscard]] Result<std::optional<Record>> after(const Touched& touched);
    /// The rows of an entity that the change touched.
    [[nodiscard]] const std::vector<const Touched*>& touched(std::string_view entity) const;

private:
    const std::vector<Touched>& m_change;
    Author m_author;
    RecordSource& m_now;
    std::map<RowKey, const Touched*> m_rows;
    std::map<std::string, std::vector<const Touched*>, std::less<>> m_byEntity;
    std::optional<std::string> m_zone;
};

/// Whether the field has another value afterwards.
[[nodiscard]] bool differs(const Record& before, const Record& after, std::string_view field);
/// The first field with another value afterwards that is not among these; nullptr if there is none.
[[nodiscard]] const Field* changedBeyond(const Record& before, const Record& after,
                                         std::initializer_list<std::string_view> mayChange);
/// The first of these with another value afterwards; nullptr if there is none.
[[nodiscard]] const Field* changedAmong(const Record& before, const Record& after,
                                        std::initializer_list<std::string_view> fields);
/// A quote's status; a draft's may be empty.
[[nodiscard]] std::string statusOf(const Record& quote);
/// Whether a quote of this status is a fact.
[[nodiscard]] bool isHandedOver(std::string_view status);
[[nodiscard]] Objection objection(std::string text, std::string field = {});

// One kind of row each; all of them look at one touched row.
[[nodiscard]] Result<GuardCase::Verdict> guardQuote(GuardCase& look, const Touched& touched);
/// A group or line of a quote.
[[nodiscard]] Result<GuardCase::Verdict> guardQuotePart(GuardCase& look, const Touched& touched);
[[nodiscard]] Result<GuardCase::Verdict> guardApproval(GuardCase& look, const Touched& touched);
[[nodiscard]] Result<GuardCase::Verdict> guardDocument(GuardCase& look, const Touched& touched);
[[nodiscard]] Result<GuardCase::Verdict> guardOrder(GuardCase& look, const Touched& touched);
[[nodiscard]] Result<GuardCase::Verdict> guardOrderLine(GuardCase& look, const Touched& touched);
[[nodiscard]] Result<GuardCase::Verdict> guardRevision(GuardCase& look, const Touched& touched);
/// All entries at once: they are many, and twins are found among them, and those of earlier parts.
[[nodiscard]] Result<GuardCase::Verdict> guardEntries(GuardCase& look, PriceKeys* earlier);
/// The entries of a part of a large action that would be objected to now; the keys of all of them are noted.
[[nodiscard]] Result<std::set<RowKey>> doubtfulEntries(GuardCase& look, PriceKeys& prices);
/// The same of every kind of which rows can be looked at one by one.
[[nodiscard]] Result<std::set<RowKey>> doubtfulOnes(GuardCase& look, PriceKeys& prices);
[[nodiscard]] bool standsAlone(const Entity& entity);
[[nodiscard]] Result<GuardCase::Verdict> guardPriceList(GuardCase& look, const Touched& touched);
[[nodiscard]] Result<GuardCase::Verdict> guardBundlePart(GuardCase& look, const Touched& touched);
[[nodiscard]] Result<GuardCase::Verdict> guardDeputy(GuardCase& look, const Touched& touched);
/// What a row of any kind must be by itself: percentages, validities, amounts.
[[nodiscard]] Result<GuardCase::Verdict> guardValues(GuardCase& look, const Touched& touched, const Record& record);

/// For files of the guard: returns an objection from the enclosing function, if EXPRESSION has one.
#define SATCHEL_OBJECT(EXPRESSION)                                                                                     \
    do {                                                                                                               \
        auto satchelVerdict = (EXPRESSION);                                                                            \
        if (!satchelVerdict.ok())                                                                                      \
            return satchelVerdict.error();                                                                             \
        if (*satchelVerdict)                                                                                           \
            return std::move(satchelVerdict).value();                                                                  \
    } while (false)

} // namespace satchel::quotes
