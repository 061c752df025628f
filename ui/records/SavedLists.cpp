// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/SavedLists.h"

#include "ui/language/Sentences.h"
#include "ui/widgets/Text.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {

constexpr int mostSavedLists = 200;

QString tr(const char* sentence)
{
    return QCoreApplication::translate("SavedLists", sentence);
}

const Entity& savedLists()
{
    return schema::entity("saved_list");
}

std::pair<std::size_t, Value> listValue(const char* field, Value value)
{
    return {*savedLists().indexOf(field), std::move(value)};
}

} // namespace

std::vector<SavedList> readSavedLists(Replica& replica, const Entity& entity, const Id& me)
{
    std::vector<SavedList> lists;
    const auto page = replica.list({.entity = &savedLists(),
                                    .search = {},
                                    .filters = {{*savedLists().indexOf("list"), Comparison::Equal, Value(entity.name)},
                                                {*savedLists().indexOf("owner"), Comparison::Equal, Value(me)}},
                                    .limit = mostSavedLists,
                                    .after = {}});
    if (!page.ok())
        return lists;
    for (const Record& record : page->rows) {
        SavedList list{.id = record.id, .name = oneLine(toQString(record.label()), 120), .body = {}};
        auto body = readListBody(entity, record.value("body").text());
        if (body.ok())
            list.body = std::move(*body);
        else
            list.trouble = sentenceWord(toQString(body.error().message));
        lists.push_back(std::move(list));
    }
    return lists;
}

Action savingNewList(const Entity& entity, const QString& name, const ListBody& body)
{
    return {.name = tr("Saved the list %1").arg(name),
            .edits = {{.kind = OperationKind::Create,
                       .entity = &savedLists(),
                       .id = {},
                       .values = {listValue("name", Value(fromQString(name))), listValue("list", Value(entity.name)),
                                  listValue("body", Value(writeListBody(entity, body)))}}}};
}

Action changingList(const Entity& entity, const SavedList& list, const QString& name, const ListBody& body)
{
    return {.name = tr("Changed the list %1").arg(name),
            .edits = {{.kind = OperationKind::Update,
                       .entity = &savedLists(),
                       .id = list.id,
                       .values = {listValue("name", Value(fromQString(name))),
                                  listValue("body", Value(writeListBody(entity, body)))}}}};
}

Action deletingList(const SavedList& list)
{
    return {.name = tr("Deleted the list %1").arg(list.name),
            .edits = {{.kind = OperationKind::Delete, .entity = &savedLists(), .id = list.id}}};
}

} // namespace satchel::ui
