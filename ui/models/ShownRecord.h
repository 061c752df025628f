// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QStringList>

namespace satchel::ui {

/// A record with every field as it is shown; made on a worker thread (references need their labels).
struct ShownRecord {
    Record record;
    QStringList shown; ///< in the order of the entity's fields
};

[[nodiscard]] ShownRecord shownRecord(Replica& replica, const Record& record);

} // namespace satchel::ui
