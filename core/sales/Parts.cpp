// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Parts.h"

#include "core/store/ReplicaRecords.h"

namespace satchel::sales {

Result<std::optional<PartChoice>> partChoiceOf(Replica& replica, const Id& line)
{
    const Entity& lines = schema::entity("quote_line");
    SATCHEL_ASSIGN(const auto record, replica.find(lines, line));
    if (!record || record->value("product").isNull())
        return std::optional<PartChoice>();
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(Bundle bundle, readBundle(records, record->value("product").id()));
    if (bundle.parts.empty())
        return std::optional<PartChoice>();
    PartChoice choice{.bundle = std::move(bundle)};
    std::set<Id> products = {choice.bundle.product};
    for (const BundlePart& part : choice.bundle.parts)
        products.insert(part.product);
    SATCHEL_ASSIGN(choice.names, readNames(records, products));
    SATCHEL_ASSIGN(const auto present, records.where(lines, {{*lines.indexOf("part_of"), line}}));
    for (const Record& part : present)
        for (const BundlePart& known : choice.bundle.parts)
            if (known.kind != BundlePart::Kind::Fixed && known.product == part.value("product").id())
                choice.chosen.insert(known.id);
    return std::optional(std::move(choice));
}

} // namespace satchel::sales
