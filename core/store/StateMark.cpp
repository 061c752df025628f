// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StateMark.h"

#include "core/store/Meta.h"

namespace satchel {

Result<StateMark> markOf(sqlite::Connection& connection)
{
    StateMark mark;
    SATCHEL_ASSIGN(mark.others, connection.integer("PRAGMA data_version"));
    SATCHEL_ASSIGN(mark.number, Meta(connection).integer("last_number"));
    SATCHEL_ASSIGN(mark.withdrawn, connection.integer("SELECT count(*) FROM outbox WHERE withdrawn IS NOT NULL"));
    return mark;
}

} // namespace satchel
