// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"
#include "ui/prices/Difference.h"

#include <QMetaType>

namespace satchel::ui {

/// A revision as the timeline shows it; made on a worker's thread.
struct RevisionEntry {
    Id id;
    std::int64_t number = 0;
    sales::RevisionState state = sales::RevisionState::Draft;
    std::string effectiveFrom = {};
    QString when = {}; ///< "Current since 1.1.2026"
    QString who = {};  ///< "Published yesterday, 10:30 by Ana Ruiz"
    QString note = {};
    Id follows; ///< null: nothing
};

/// The revisions of a list, newest first.
struct Revisions {
    Id list;
    QString code = {};
    std::vector<RevisionEntry> entries = {};

    [[nodiscard]] const RevisionEntry* entry(const Id& id) const;
    /// The newest that was published; null: none.
    [[nodiscard]] const RevisionEntry* newest() const;
    /// The one published before another, which is what people compare it with.
    [[nodiscard]] const RevisionEntry* before(const RevisionEntry& entry) const;
};
[[nodiscard]] Result<Revisions> loadRevisions(Replica& replica, const Id& list);

/// Two revisions side by side (null: before there was any). Runs on a worker's thread.
[[nodiscard]] Result<SharedDifference> compareRevisions(Replica& replica, const Id& list, const Id& before,
                                                        const Id& after);

} // namespace satchel::ui

Q_DECLARE_METATYPE(satchel::ui::RevisionEntry)
