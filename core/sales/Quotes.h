// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "core/store/Replica.h"

#include <set>

namespace satchel::sales {

class OpenQuote;
class QuoteWork;

/// What a new quote begins with; what is left empty comes from the account, its price list and the company.
struct NewQuote {
    Id account; ///< null for a template only
    Id contact;
    Id opportunity;
    std::string title = {};
    std::string currency = {};
    std::string date = {};       ///< "": today, in the time zone of its list
    std::string validUntil = {}; ///< "": as many days later as the company gives
    Id list;                     ///< null: by the customer
    bool isTemplate = false;
};

enum class LineRole { Normal, Optional, Alternative };

/// A line to be added: a product with its quantity, or only a text.
struct NewLine {
    Id product;                   ///< null: a line of text
    std::string description = {}; ///< "": the product's name
    Decimal quantity = {.units = Decimal::scale};
    std::string unit = {}; ///< "": the product's own
    LineRole role = LineRole::Normal;
    Id alternativeTo;
    std::optional<Decimal> price = {}; ///< set by hand
    Decimal discountPercent = {};
    Decimal discountAmount = {}; ///< off the price of one unit
    std::string partNumber = {}; ///< "": as the customer calls the product
    Id shipTo;
    std::string deliveryDate = {};
    std::string notes = {};
    std::optional<std::set<Id>> parts = {}; ///< of a bundle: the parts chosen (bundle_part); nothing: the usual ones
};

/// Where lines go: after a line (and its parts); else to the beginning or the end of a group (null: those of none).
struct Place {
    Id after;
    Id group;
    bool first = false;
};

/// What is to become different in a line; what is not set stays.
struct LineChange {
    std::optional<Id> product = {};
    std::optional<Decimal> quantity = {};
    std::optional<std::string> unit = {};
    std::optional<std::optional<Decimal>> price = {}; ///< set by hand, or no longer
    std::optional<Decimal> discountPercent = {};
    std::optional<Decimal> discountAmount = {};
    std::optional<LineRole> role = {};
    std::optional<Id> alternativeTo = {};
    std::optional<bool> chosen = {};
    std::optional<std::string> description = {};
    std::optional<std::string> partNumber = {};
    std::optional<Id> shipTo = {};
    std::optional<std::string> deliveryDate = {};
    std::optional<std::string> notes = {};
};

/// A copy of a quote that begins as a draft of its own: its prices are made anew. Prices and amounts set by hand stay
/// where the currency does.
struct CopyWish {
    std::optional<Id> account = {}; ///< nothing: the same; a template's must be given
    std::string currency = {};      ///< "": the same, of a template too
    std::string title = {};         ///< "": the same
    std::string date = {};
    std::string validUntil = {};
    Id list;
    bool isTemplate = false; ///< becomes a template: account, contact and opportunity stay behind
};

/// What a call has done.
struct Edited {
    Receipt receipt;
    std::vector<Id> added =
        {}; ///< what was asked for: the quote, group or lines, in their order (parts follow their bundle)
    std::vector<Id> repriced = {}; ///< other lines whose price followed, and free goods that came, changed or went
    std::vector<std::string> notes = {}; ///< what was left out, one sentence each
};

/// Writing quotes. Each call makes one change of a draft and leaves everything else as it is: one action in history,
/// one thing to undo. Belongs to the replica's thread. Refusals are sentences that name the line by its number.
///
/// Nothing is re-priced silently. A line gets its price when it is added and when its product, quantity, unit, role or
/// hand price changes, at the quote's date, pins and rates. Another line's price, and free goods, follow only where
/// this edit is what changes them (a promotion counts the whole document and a threshold was crossed), and only if they
/// were what lists and promotions give; everything that has become different meanwhile waits for Repricing.
class Quotes {
public:
    /// `kept`: what earlier calls about this quote have read, or nullptr; outlives this.
    explicit Quotes(Replica& replica, OpenQuote* kept = nullptr) : m_replica(replica), m_kept(kept) {}

    [[nodiscard]] Result<Edited> create(const NewQuote& wish);
    [[nodiscard]] Result<Edited> copy(const Id& quote, const CopyWish& wish);

    /// Changes nothing: what the next edit of this draft will have to read is read now, into `kept`.
    [[nodiscard]] Status readAhead(const Id& quote);

    /// Rows of a spreadsheet (Pasting.h), all or none; the refusal names every bad row.
    [[nodiscard]] Result<Edited> paste(const Id& quote, const std::string& text, const Place& place = {});
    [[nodiscard]] Result<Edited> addLines(const Id& quote, const std::vector<NewLine>& lines, const Place& place = {});
    [[nodiscard]] Result<Edited> changeLine(const Id& line, const LineChange& change);
    /// Percent and amount off each of these lines.
    [[nodiscard]] Result<Edited> discountLines(const Id& quote, const std::vector<Id>& lines, const Decimal& percent,
                                               const Decimal& amount);
    [[nodiscard]] Result<Edited> discountDocument(const Id& quote, const Decimal& percent, const Decimal& amount);
    /// In this order to one place; the parts of bundles come along.
    [[nodiscard]] Result<Edited> moveLines(const Id& quote, const std::vector<Id>& lines, const Place& place);
    [[nodiscard]] Result<Edited> removeLines(const Id& quote, const std::vector<Id>& lines);
    /// Which parts (bundle_part) a bundle's line has: those that are missing come, the others go.
    [[nodiscard]] Result<Edited> chooseParts(const Id& line, const std::set<Id>& parts);

    /// Behind the group `after`; null: at the end.
    [[nodiscard]] Result<Edited> addGroup(const Id& quote, const std::string& title, const Id& after = {});
    [[nodiscard]] Result<Edited> renameGroup(const Id& group, const std::string& title);
    /// Behind the group `after`; null: to the beginning.
    [[nodiscard]] Result<Edited> moveGroup(const Id& group, const Id& after);
    /// With its lines, or they move to those of no group.
    [[nodiscard]] Result<Edited> removeGroup(const Id& group, bool withLines);

private:
    [[nodiscard]] Result<QuoteWork> workOn(const Id& quote);
    [[nodiscard]] Result<Id> quoteOf(std::string_view entity, const Id& row);

    Replica& m_replica;
    OpenQuote* m_kept;
};

} // namespace satchel::sales
