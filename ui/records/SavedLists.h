// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Condition.h"
#include "ui/models/Desk.h"

namespace satchel::ui {

/// The lists a person has saved for one kind of record: read on the reader's thread, changed as undoable steps.
struct SavedList {
    Id id;
    QString name;
    ListBody body;
    QString trouble = {}; ///< not empty: why it cannot be shown
};

[[nodiscard]] std::vector<SavedList> readSavedLists(Replica& replica, const Entity& entity, const Id& me);
[[nodiscard]] Action savingNewList(const Entity& entity, const QString& name, const ListBody& body);
[[nodiscard]] Action changingList(const Entity& entity, const SavedList& list, const QString& name,
                                  const ListBody& body);
[[nodiscard]] Action deletingList(const SavedList& list);

} // namespace satchel::ui
