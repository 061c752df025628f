// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Action.h"

#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {
QString tr(const char* text)
{
    return QCoreApplication::translate("Action", text);
}

} // namespace

Edit setField(const Entity& entity, const Id& id, std::size_t field, Value value, Value seen, std::int64_t rev)
{
    return {.kind = OperationKind::Update,
            .entity = &entity,
            .id = id,
            .values = {{field, std::move(value)}},
            .seen = Edit::Seen{rev, {{field, std::move(seen)}}}};
}

Status checkExpectations(Replica& replica, const Action& action)
{
    for (const Action::Expectation& expectation : action.expected) {
        const Entity* entity = schema::entityNumbered(expectation.row.entity);
        SATCHEL_ASSIGN(const auto record, replica.find(*entity, expectation.row.id));
        if (!record)
            return Error{ErrorKind::Conflict,
                         fromQString(tr("This record is no longer on this laptop, so nothing was undone."))};
        if (record->values[expectation.field] != expectation.value)
            return Error{ErrorKind::Conflict,
                         fromQString(tr("The %1 of %2 has been changed since, so it was left as it is.")
                                         .arg(inSentence(fieldWord(entity->fields[expectation.field])),
                                              toQString(record->label())))};
    }
    return Ok{};
}

Result<Action> inverseOf(Replica& replica, const Action& action)
{
    Action inverse{.name = action.name};
    for (const Edit& edit : action.edits) {
        const RowKey key{edit.entity->number, edit.id};
        if (edit.kind == OperationKind::Create) {
            inverse.edits.push_back({.kind = OperationKind::Delete, .entity = edit.entity, .id = edit.id});
            continue;
        }
        if (edit.kind == OperationKind::Delete)
            continue; // Deletion brings it back
        if (edit.kind == OperationKind::Merge || edit.kind == OperationKind::Unmerge) {
            const bool merges = edit.kind == OperationKind::Merge;
            if (merges || !edit.other.isNull())
                inverse.edits.push_back({.kind = merges ? OperationKind::Unmerge : OperationKind::Merge,
                                         .entity = edit.entity,
                                         .id = edit.id,
                                         .other = edit.other});
            continue;
        }
        SATCHEL_ASSIGN(const auto before, replica.find(*edit.entity, edit.id));
        if (!before)
            return Error{ErrorKind::NotFound, fromQString(tr("This record is no longer on this laptop."))};
        Edit back{.kind = OperationKind::Update, .entity = edit.entity, .id = edit.id};
        for (const auto& [field, value] : edit.values) {
            if (edit.entity->fields[field].policy == Policy::Append)
                continue; // what was added to a timeline stays
            back.values.emplace_back(field, before->values[field]);
            inverse.expected.push_back({key, field, value});
        }
        if (back.values.empty())
            continue;
        inverse.edits.push_back(std::move(back));
    }
    return inverse;
}

void completeInverse(Action& inverse, const Action& action, const Receipt& receipt)
{
    for (std::size_t i = 0; i < action.edits.size() && i < receipt.rows.size(); ++i)
        if (action.edits[i].kind == OperationKind::Create)
            for (Edit& edit : inverse.edits)
                if (edit.kind == OperationKind::Delete && edit.id.isNull() && edit.entity == action.edits[i].entity) {
                    edit.id = receipt.rows[i].key.id;
                    break;
                }
}

} // namespace satchel::ui
