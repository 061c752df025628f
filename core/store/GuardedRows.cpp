// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/GuardedRows.h"

#include "core/store/ReplicaRecords.h"

namespace satchel {

Status GuardedRows::remember(const std::vector<Operation>& operations)
{
    ReplicaRecords records(m_connection);
    for (const Operation& operation : operations) {
        if (!quotes::isGuarded(*operation.entity) || !m_known.insert({operation.entity->number, operation.id}).second)
            continue;
        quotes::Touched touched{.entity = operation.entity, .id = operation.id, .before = {}};
        SATCHEL_ASSIGN(touched.before, records.find(*operation.entity, operation.id));
        m_touched.push_back(std::move(touched));
    }
    return Ok{};
}

Status GuardedRows::objection(const ReplicaIdentity& author, Milliseconds at)
{
    ReplicaRecords records(m_connection);
    const auto touched = std::exchange(m_touched, {});
    m_known.clear();
    if (touched.empty())
        return Ok{};
    SATCHEL_ASSIGN(const auto objection,
                   quotes::objectionTo(touched, {.user = author.user, .role = author.role, .at = at}, records));
    return objection ? Status(invalid(objection->text, objection->field)) : Status(Ok{});
}

} // namespace satchel
