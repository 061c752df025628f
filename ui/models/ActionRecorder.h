// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Action.h"
#include "ui/models/Deletion.h"

namespace satchel::ui {

/// Makes, of what a replica commits while this lives, the one action that takes all of it back. On the replica's
/// thread.
class ActionRecorder final : public CommitWitness {
public:
    ActionRecorder(Replica& replica, QString name);
    ~ActionRecorder() override;
    ActionRecorder(const ActionRecorder&) = delete;
    ActionRecorder& operator=(const ActionRecorder&) = delete;

    [[nodiscard]] Status before(const std::vector<Edit>& edits) override;
    [[nodiscard]] Status after(const std::vector<Edit>& edits, const Receipt& receipt) override;

    [[nodiscard]] Action inverse() const { return m_inverse; }
    /// Of the last commit; what it changed is all of them.
    [[nodiscard]] const Receipt& receipt() const { return m_receipt; }

private:
    Replica& m_replica;
    Action m_inverse;
    Receipt m_receipt;
    Action m_pending; ///< inverse of the commit under way
    std::vector<Deletion> m_deletions;
};

} // namespace satchel::ui
