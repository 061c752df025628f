// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QMetaType>
#include <QString>

namespace satchel::ui {

/// A request to approve a quote, in words. Made on the reader's thread.
struct ApprovalEntry {
    Record approval;
    Id quote;
    QString name = {}; ///< of the quote
    QString customer = {};
    QString total = {};
    QString sentence = {}; ///< who asks whom, since when
    QString reason = {};
    QString comment = {};
    QString margin = {}; ///< "" for those who do not know costs
    QString whyNot = {}; ///< why this user cannot decide it
    bool mine = false;   ///< this user asked
    bool mayDecide = false;
    bool changed = false; ///< the quote is no longer what was asked about

    /// Somebody else's, and this user's to decide: asked of him, of one he stands in for, or of one below him.
    [[nodiscard]] bool waitsForMe() const { return mayDecide && !mine; }
};

/// An approval, or a quote's open one.
[[nodiscard]] Result<ApprovalEntry> approvalEntry(Replica& replica, const Id& approvalOrQuote);
/// All open ones, each followed by its quote as it stands.
[[nodiscard]] std::vector<Record> openApprovals(Replica& replica);
/// The open ones this user may decide, was asked to, or asked for himself; the oldest first.
[[nodiscard]] std::vector<ApprovalEntry> loadApprovals(Replica& replica);
/// Those that wait for this user, at most `atMost` of them; the oldest first.
[[nodiscard]] std::vector<Record> approvalsToDecide(Replica& replica, const Id& me, int atMost);

} // namespace satchel::ui

Q_DECLARE_METATYPE(satchel::ui::ApprovalEntry)
