// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/AgendaEdits.h"

#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QDateTime>

namespace satchel::ui {

std::vector<Edit> doneEdits(const Record& item, Milliseconds now)
{
    const Entity& entity = *item.entity;
    Edit edit{.kind = OperationKind::Update, .entity = &entity, .id = item.id, .values = {}};
    if (entity.name == "task")
        edit.values = {{*entity.indexOf("done"), Value(std::int64_t{1})},
                       {*entity.indexOf("done_on"), Value(localDay(now))}};
    else if (entity.name == "activity")
        edit.values = {{*entity.indexOf("status"), Value("done")}};
    else
        return {};
    return {edit};
}

std::vector<Edit> snoozeEdits(const Record& item, const std::string& day)
{
    const Entity& entity = *item.entity;
    Edit edit{.kind = OperationKind::Update, .entity = &entity, .id = item.id, .values = {}};
    if (entity.name == "task") {
        edit.values = {{*entity.indexOf("due"), Value(day)}};
        return {edit};
    }
    if (entity.name != "activity")
        return {};
    // The same time on the clock; the end moves along.
    const Milliseconds starts = item.value("starts").integer();
    const QDate date = QDate::fromString(toQString(day), Qt::ISODate);
    const QDateTime then(date, QDateTime::fromMSecsSinceEpoch(starts).time());
    const Milliseconds moved = (then.isValid() ? then : date.startOfDay()).toMSecsSinceEpoch();
    edit.values = {{*entity.indexOf("starts"), Value(moved)}};
    if (!item.value("ends").isNull())
        edit.values.emplace_back(*entity.indexOf("ends"), Value(item.value("ends").integer() + (moved - starts)));
    return {edit};
}

} // namespace satchel::ui
