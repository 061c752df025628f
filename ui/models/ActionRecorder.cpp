// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ActionRecorder.h"

#include <set>

namespace satchel::ui {

ActionRecorder::ActionRecorder(Replica& replica, QString name) : m_replica(replica)
{
    m_inverse.name = std::move(name);
    m_replica.setWitness(this);
}

ActionRecorder::~ActionRecorder()
{
    m_replica.setWitness(nullptr);
}

Status ActionRecorder::before(const std::vector<Edit>& edits)
{
    SATCHEL_ASSIGN(m_pending, inverseOf(m_replica, {.edits = edits}));
    m_deletions.clear();
    for (const Edit& edit : edits)
        if (edit.kind == OperationKind::Delete) {
            SATCHEL_ASSIGN(Deletion deletion, Deletion::remember(m_replica, *edit.entity, edit.id));
            m_deletions.push_back(std::move(deletion));
        }
    return Ok{};
}

Status ActionRecorder::after(const std::vector<Edit>& edits, const Receipt& receipt)
{
    if (receipt.number == 0)
        return Ok{};
    completeInverse(m_pending, {.edits = edits}, receipt);
    std::set<Id> restored; // what was deleted together with what it refers to is remembered twice
    for (const Deletion& deletion : m_deletions) {
        SATCHEL_ASSIGN(const std::vector<Edit> restoring, deletion.restoring(m_replica));
        for (const Edit& edit : restoring)
            if (restored.insert(edit.id).second)
                m_pending.edits.push_back(edit);
    }
    // What was done last is taken back first.
    m_inverse.edits.insert(m_inverse.edits.begin(), m_pending.edits.begin(), m_pending.edits.end());
    m_inverse.expected.insert(m_inverse.expected.begin(), m_pending.expected.begin(), m_pending.expected.end());
    m_receipt.number = receipt.number;
    m_receipt.rows.insert(m_receipt.rows.end(), receipt.rows.begin(), receipt.rows.end());
    return Ok{};
}

} // namespace satchel::ui
