// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/OwnEdits.h"
#include "core/store/PublishReport.h"
#include "core/store/Replica.h"

namespace satchel {

/// This laptop's own changes while a checkpoint is published: the answers that came for them are noted, what is
/// answered leaves the overlay, loses what it said of rows that are the user's no more, and goes when it is old. Lives
/// for one publish, inside its transaction.
class Answers {
public:
    Answers(Replica& replica, const ReplicaIdentity& identity, Overlay& overlay)
        : m_replica(replica),
          m_connection(replica.connection()),
          m_identity(identity),
          m_overlay(overlay),
          m_own(m_connection, overlay, identity)
    {}

    /// The publish that is under way.
    struct Moment {
        std::int64_t checkpoint = 0; ///< that it leaves behind
        bool everything = false;     ///< as of Publisher::publish()
        bool offersAgain = false;    ///< it puts answered changes back among those that wait
        Milliseconds now = 0;        ///< by the server's clock
    };
    void begin(const Moment& moment) { m_moment = moment; }
    /// Forked if a copy of this laptop has sent other changes under the same numbers: their outcomes are not ours.
    [[nodiscard]] Status checkChain(const PullReply& last);
    /// See OwnEdits.
    void delivered(const RowKey& key, std::size_t page) { m_own.delivered(key, page); }
    [[nodiscard]] std::size_t deliveredBy(const RowKey& key) { return m_own.deliveredBy(key); }
    [[nodiscard]] bool wasDelivered(const RowKey& key, std::size_t page) { return m_own.wasDelivered(key, page); }
    [[nodiscard]] Status apply(const Outcome& outcome, PublishReport& report);
    /// Shows what the answered changes leave behind, and the rows whose base is another now and that have pending
    /// changes.
    [[nodiscard]] Status show(std::set<RowKey> unfolded);
    /// The rows whose images follow from what this laptop sent.
    [[nodiscard]] const std::set<RowKey>& made() const { return m_own.made(); }
    /// Of rows that are the user's no more, what stood in them goes; what he typed himself stays.
    [[nodiscard]] Status forgetWhatStood(const std::set<RowKey>& leaving);
    /// Comes last: what was answered long ago goes, from the redo file as well.
    [[nodiscard]] Status forgetOld();

private:
    [[nodiscard]] Result<bool> isMine(const Outcome& outcome);
    [[nodiscard]] Result<std::vector<RowKey>> waitingRows(std::int64_t number);
    [[nodiscard]] Status leaveOverlay(std::int64_t number, const std::vector<RowKey>& rows);
    /// True if it is the first answer, or the one after a deferral.
    [[nodiscard]] Result<bool> note(const Outcome& outcome);
    [[nodiscard]] Result<bool> wipeBefore(Change& change, bool justAnswered, const std::set<RowKey>& leaving);

    Replica& m_replica;
    sqlite::Connection& m_connection;
    const ReplicaIdentity& m_identity;
    Overlay& m_overlay;
    OwnEdits m_own;
    Moment m_moment;
    std::optional<std::map<std::int64_t, std::vector<RowKey>>> m_waiting; ///< which rows each change touches
    std::set<RowKey> m_touched;                                           ///< by changes that are answered now
    std::set<std::int64_t> m_answered; ///< changes this publish answers without an effect
    bool m_wiped = false;              ///< before-values were taken out of the outbox
};

} // namespace satchel
