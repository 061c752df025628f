// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/Referred.h"

#include "ui/widgets/Text.h"

namespace satchel::ui {

void askReferred(ReplicaReader& reader, QObject* receiver, const RowKey& row,
                 std::function<void(const std::optional<RowKey>&, const QString&)> then)
{
    reader.ask(
        receiver, [row](Replica& replica) { return replica.find(*schema::entityNumbered(row.entity), row.id); },
        [then = std::move(then)](const Result<std::optional<Record>>& found) {
            if (!found.ok() || !found->has_value())
                return;
            const Record& record = **found;
            std::optional<RowKey> customer;
            for (const char* field : {"account", "contact", "lead"})
                if (!customer && record.entity->field(field) != nullptr && !record.value(field).isNull())
                    customer = RowKey{schema::entity(field).number, record.value(field).id()};
            then(customer, oneLine(toQString(record.label())));
        });
}

} // namespace satchel::ui
