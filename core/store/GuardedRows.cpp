// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/GuardedRows.h"

#include "core/store/ReplicaRecords.h"

namespace satchel {

namespace {

quotes::Author authorOf(const ReplicaIdentity& identity, Milliseconds at)
{
    return {.user = identity.user, .role = identity.role, .at = at};
}

Status saying(const std::optional<quotes::Objection>& objection)
{
    return objection ? Status(invalid(objection->text, objection->field)) : Status(Ok{});
}

} // namespace

Status GuardedRows::remember(const std::vector<Operation>& operations)
{
    ReplicaRecords records(m_connection);
    for (const Operation& operation : operations) {
        if (!m_touched.wants(*operation.entity, operation.id))
            continue;
        SATCHEL_ASSIGN(auto before, records.find(*operation.entity, operation.id));
        m_touched.remember(*operation.entity, operation.id, std::move(before));
    }
    return Ok{};
}

Status GuardedRows::partDone(const ReplicaIdentity& author, Milliseconds at)
{
    ReplicaRecords records(m_connection);
    SATCHEL_ASSIGN(const auto objection, m_touched.partDone(authorOf(author, at), records));
    return saying(objection);
}

Status GuardedRows::objection(const ReplicaIdentity& author, Milliseconds at)
{
    ReplicaRecords records(m_connection);
    SATCHEL_ASSIGN(const auto objection, m_touched.objection(authorOf(author, at), records));
    m_touched.clear();
    return saying(objection);
}

} // namespace satchel
