// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Administering.h"
#include "ui/administration/DirectoryRows.h"

#include <QString>

#include <optional>

namespace satchel::ui {

/// One line of what an administrator should look at, made of all that the server says about it: the alert, the fuse
/// that raised it, the change in quarantine, the open recovery.
struct AlertRow {
    enum class Kind { Plain, Fuse, Released, Quarantine, Recovery, Deed };
    Kind kind = Kind::Plain;
    Id subject;              ///< the alert; of a fuse the fuse; of a change its incarnation
    std::int64_t number = 0; ///< of a change
    Id alert;                ///< null: none is open about it
    Milliseconds at = 0;
    QString what;
    QString sentence;
};

/// What wants attention, newest first, then what was done and closed, if `log`. Pure.
[[nodiscard]] std::vector<AlertRow> alertRows(const Overview& overview, const DirectoryRows& names, bool log,
                                              Milliseconds now);

} // namespace satchel::ui
