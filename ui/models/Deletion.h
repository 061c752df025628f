// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::ui {

/// Remembers a row that is about to be deleted with everything that leads to it, so that all of it can come back under
/// the ids it had, with its history. Runs on the writer's thread.
class Deletion {
public:
    /// Before the delete. Nothing if the row is not there.
    [[nodiscard]] static Result<Deletion> remember(Replica& replica, const Entity& entity, const Id& id);
    /// After it: creates what is gone.
    [[nodiscard]] Result<std::vector<Edit>> restoring(Replica& replica) const;

private:
    [[nodiscard]] Status follow(Replica& replica);

    std::vector<Record> m_rows; ///< the deleted one first, then what refers to it, and so on
};

} // namespace satchel::ui
