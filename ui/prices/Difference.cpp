// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/Difference.h"

#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

#include <unordered_map>

namespace satchel::ui {

namespace {

QString tr(const char* text, const char* comment = nullptr, int count = -1)
{
    return QCoreApplication::translate("Difference", text, comment, count);
}

Difference::What whatOf(const sales::PriceChange& change)
{
    if (change.isNew())
        return Difference::What::Added;
    if (change.isRemoved())
        return Difference::What::Ended;
    if (!change.percent)
        return Difference::What::Otherwise;
    return change.percent->units > 0 ? Difference::What::Up : Difference::What::Down;
}

} // namespace

QString whatWord(Difference::What what)
{
    switch (what) {
    case Difference::What::Up: return tr("Up");
    case Difference::What::Down: return tr("Down");
    case Difference::What::Otherwise: return tr("Changed");
    case Difference::What::Added: return tr("Added");
    case Difference::What::Ended: return tr("Ended");
    }
    return {};
}

QString Difference::sentence() const
{
    if (prices.changes.empty())
        return tr("From %1 to %2 nothing is different.").arg(before, after);
    std::int64_t up = 0;
    std::int64_t down = 0;
    for (const Row& row : rows) {
        up += row.what == What::Up ? 1 : 0;
        down += row.what == What::Down ? 1 : 0;
    }
    const auto number = [](std::size_t count) { return numberWord(static_cast<std::int64_t>(count)); };
    QStringList parts; // only what there is
    if (prices.changed > 0)
        parts << tr("%1 changed (%2 up, %3 down)").arg(number(prices.changed), numberWord(up), numberWord(down));
    if (prices.added > 0)
        parts << tr("%1 added").arg(number(prices.added));
    if (prices.removed > 0)
        parts << tr("%1 ended").arg(number(prices.removed));
    if (prices.unchanged > 0)
        parts << tr("%1 unchanged").arg(number(prices.unchanged));
    return tr("From %1 to %2: %3.").arg(before, after, parts.join(tr(", ")));
}

QString Difference::outcome() const
{
    QStringList parts;
    if (prices.removed > 0)
        parts << tr("%Ln products end", nullptr, static_cast<int>(prices.removed));
    if (prices.added > 0)
        parts << tr("%Ln products begin", nullptr, static_cast<int>(prices.added));
    if (prices.changed > 0)
        parts << tr("%Ln products change", nullptr, static_cast<int>(prices.changed));
    return parts.join(tr(", "));
}

Result<SharedDifference> makeDifference(RecordSource& records, const sales::PriceListRecords& list,
                                        sales::PriceDifference prices, const QString& before, const QString& after,
                                        const std::string& today)
{
    auto made = std::make_shared<Difference>();
    made->prices = std::move(prices);
    made->before = before;
    made->after = after;
    SATCHEL_ASSIGN(made->words, listWords(records, list));
    SATCHEL_ASSIGN(made->quotes, sales::touchedQuotes(records, list, made->prices, today));
    const Entity& entity = schema::entity("product");
    made->rows.reserve(made->prices.changes.size());
    for (const sales::PriceChange& change : made->prices.changes) {
        SATCHEL_ASSIGN(const auto product, records.find(entity, change.product));
        Difference::Row row{.code = {}, .name = tr("a product that is not here"), .what = whatOf(change)};
        if (product) {
            row.code = toQString(product->value("code").text());
            row.name = toQString(product->value("name").text());
        }
        made->rows.push_back(std::move(row));
    }
    return SharedDifference(made);
}

} // namespace satchel::ui
