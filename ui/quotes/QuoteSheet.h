// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"
#include "ui/models/ShownRecord.h"

#include <array>
#include <functional>
#include <map>
#include <unordered_map>

namespace satchel::ui {

/// Columns of the grid of a quote, in their order.
enum class QuoteColumn { Number, Code, Description, Quantity, Unit, ListPrice, Discount, UnitPrice, Net, Margin };
inline constexpr int quoteColumns = 10;

/// One row of the grid, ready to be painted: made on the reader's thread, compared to see what changed.
struct QuoteRow {
    enum class Kind {
        Line,
        Text,
        Group,
        Coming, ///< a line the person has just typed and the store does not show yet
        Entry   ///< where the next line is typed
    };
    Kind kind = Kind::Line;
    Id id;
    Id group;  ///< null: none
    Id bundle; ///< whose part it is
    Id product;
    std::array<QString, quoteColumns> shown = {};
    std::array<QString, quoteColumns> typed = {}; ///< what an editor begins with
    QString mark = {};                            ///< "Optional", "Alternative to 2", "Free"
    QStringList steps = {};                       ///< why it has its price
    QString exactPrice = {};                      ///< where the column shows it rounded
    std::string role = {};                        ///< "", "normal", "optional", "alternative"
    bool chosen = false;
    bool counted = true;
    bool free = false;
    bool included = false; ///< a part whose price is the bundle's
    bool byHand = false;   ///< the price

    bool operator==(const QuoteRow&) const = default;
    [[nodiscard]] const QString& text(QuoteColumn column) const { return shown[static_cast<std::size_t>(column)]; }
    [[nodiscard]] bool isLine() const { return kind == Kind::Line || kind == Kind::Text; }
    /// A line of its own: no part of a bundle, no gift.
    [[nodiscard]] bool isHead() const { return isLine() && bundle.isNull() && !free; }
};

/// A quote as the editor shows it. A plain value.
struct QuoteSheet {
    struct Total {
        QString name;
        QString amount;
        bool strong = false;
    };
    bool found = false;
    ShownRecord quote;
    std::vector<QuoteRow> rows = {};
    std::vector<Total> totals = {}; ///< after sum and discount
    QString sum = {};
    QString discount = {};        ///< what it comes to; "" if there is none
    QString discountPercent = {}; ///< as it is typed
    QString discountAmount = {};
    QString readOnly = {}; ///< why it cannot be changed, with the way out; "" if it can
    QString trouble = {};  ///< why it has no total
    bool margins = false;  ///< the role knows costs

    [[nodiscard]] std::string currency() const;
};

/// Everything the editor shows but the warnings, read in one moment. On the reader's thread.
[[nodiscard]] QuoteSheet readQuoteSheet(Replica& replica, const Id& quote);
/// Rows that were made before, with what they were made of: a line that is as it was need not be put into words again.
class QuoteRowsMade {
public:
    /// The row of this line under this number, from `make` if it is not as it was.
    const QuoteRow& row(const pricing::Document::Line& line, const QString& number, const QString& margin,
                        const std::function<QuoteRow()>& make);

private:
    struct Made {
        pricing::Document::Line line;
        QString number;
        QString margin;
        QuoteRow row;
    };
    std::unordered_map<Id, Made> m_rows;
};

/// The same of a draft that is about to be written like this (sales::OpenQuote). On the replica's thread.
[[nodiscard]] QuoteSheet makeQuoteSheet(QuoteRowsMade& made, Replica& replica, RecordSource& source,
                                        const quotes::QuoteRecords& records, const pricing::Document& document);

/// Something to know about a quote, with the way out; `line` is null for the whole of it.
struct QuoteNote {
    Id line;
    QString text;
    bool serious = false; ///< it stands against handing the quote over
    bool operator==(const QuoteNote&) const = default;
};
/// In the order of the lines. Asks the price engine, so it comes after the sheet. On the reader's thread.
[[nodiscard]] std::vector<QuoteNote> readQuoteNotes(Replica& replica, const Id& quote);

} // namespace satchel::ui
