// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QString>

#include <vector>

namespace satchel::ui {

/// Something a person does to records, as one undoable step. An undo carries what its author left behind, so that it
/// never goes over somebody's newer edit.
struct Action {
    struct Expectation {
        RowKey row;
        std::size_t field = 0;
        Value value;
    };
    QString name = {}; ///< what was done, as a sentence: "Changed the phone of Ana Ruiz"
    std::vector<Edit> edits = {};
    std::vector<Expectation> expected = {}; ///< what must still stand in the rows, or nothing is done
    /// The edits are independent, each with its expectation in the same place: what was changed since is left out, the
    /// others are done (BulkRun).
    bool apart = false;
};

/// Whether every expectation still holds; Conflict with a sentence if not.
[[nodiscard]] Status checkExpectations(Replica& replica, const Action& action);
/// The action that takes this one back, made from the rows as they are before it. `made` rows are filled in later.
[[nodiscard]] Result<Action> inverseOf(Replica& replica, const Action& action);
/// Gives the inverse the ids of rows that the action created.
void completeInverse(Action& inverse, const Action& action, const Receipt& receipt);

/// An edit of one field by somebody who saw `seen` in it, in the row as it was at `rev`.
[[nodiscard]] Edit setField(const Entity& entity, const Id& id, std::size_t field, Value value, Value seen,
                            std::int64_t rev);

} // namespace satchel::ui
