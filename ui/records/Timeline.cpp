// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/Timeline.h"

#include "core/schema/Composite.h"
#include "ui/models/Labels.h"
#include "ui/records/RowMakers.h"
#include "ui/widgets/Text.h"

#include <algorithm>

namespace satchel::ui {

std::vector<TimelineItem> loadTimeline(Replica& replica, const Record& record, int limit)
{
    const LabelOf labels = labelsOf(replica);
    std::vector<TimelineItem> items;
    const Entity& activity = schema::entity("activity");
    if (const auto link = activity.indexOf(record.entity->name)) {
        const Query query{.entity = &activity,
                          .search = {},
                          .filters = {{*link, Comparison::Equal, Value(record.id)}},
                          .orderBy = activity.indexOf("starts"),
                          .descending = true,
                          .limit = limit,
                          .after = {}};
        if (const auto page = replica.list(query); page.ok())
            for (const Record& row : page->rows) {
                const std::string& kind = row.value("kind").text();
                QString who = labels("user", row.value("owner").id());
                if (const QString contact =
                        record.entity->name == "contact" ? QString() : labels("contact", row.value("contact").id());
                    !contact.isEmpty())
                    who += QStringLiteral(" · ") + contact;
                items.push_back({row.value("starts").integer(),
                                 activityIcon(kind),
                                 toQString(row.value("subject").text()),
                                 who,
                                 toQString(row.value("notes").text()),
                                 row.value("status").text() == "planned",
                                 {activity.number, row.id}});
            }
    }
    if (record.entity->field("timeline") != nullptr)
        if (const auto entries = readTimeline(record.value("timeline").text()); entries.ok())
            for (const TimelineEntry& entry : *entries)
                items.push_back({entry.at,
                                 QStringLiteral("sticky-note"),
                                 toQString(entry.text),
                                 labels("user", Id::parse(entry.by).value_or(Id{})),
                                 {},
                                 false,
                                 {}});
    std::stable_sort(items.begin(), items.end(),
                     [](const TimelineItem& a, const TimelineItem& b) { return a.at > b.at; });
    if (items.size() > static_cast<std::size_t>(limit))
        items.resize(static_cast<std::size_t>(limit));
    return items;
}

} // namespace satchel::ui
