// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Publisher.h"
#include "sync/client/Download.h"
#include "sync/client/Progress.h"
#include "sync/protocol/Conversation.h"

namespace satchel {

/// Fetches scopes by segments and puts them, with the tail of what has happened since, into the live replica at one
/// checkpoint. Stopped or cut off at any point, the next attempt goes on with what is there. Lives for one attempt, on
/// the sync thread.
class FirstSync {
public:
    struct Line {
        Conversation& conversation;
        std::string token;
        Bytes session;
        int schemaVersion = schema::version;
    };
    FirstSync(Replica& live, const ReplicaIdentity& identity, Line line);

    struct Done {
        PublishReport published;
        std::int64_t checkpoint = 0;
        std::int64_t rows = 0; ///< that came by segments
        bool recovering = false;
    };
    /// Adds scopes that the laptop does not have yet (PullReply::staged). Where they are most of what it will have they
    /// are laid out beside the live file, else put into it.
    [[nodiscard]] Result<Done> join(const std::vector<Scope>& staged);
    /// Fetches everything anew beside the live file, which keeps what only it has; then takes its place.
    [[nodiscard]] Result<Done> replace();

    std::function<void(const SyncProgress&)> onProgress;
    std::function<bool()> isCancelled;
    /// Called between pieces, so that what is published already goes on being exchanged meanwhile.
    std::function<Status()> meanwhile;
    /// Bytes asked for at a time; grows and shrinks with how fast they come.
    std::int64_t atOnce = 1 << 20;

private:
    [[nodiscard]] Result<Done> run(const std::vector<Scope>& scopes, bool everything);
    [[nodiscard]] Result<SegmentPlan> plan(const std::vector<Scope>& scopes);
    // Nothing in place of a value, here and below: the plan has been overtaken by events, another one is needed.
    /// False: the server has something else by now, or the person may see something else; a new plan is needed.
    [[nodiscard]] Result<bool> fetch();
    [[nodiscard]] Result<std::vector<PullReply>> tail(const std::map<Scope, std::int64_t>& scopes,
                                                      const std::vector<Digest>& digests);
    [[nodiscard]] Result<std::optional<Done>> layBeside(const SegmentPlan& plan, bool everything);
    [[nodiscard]] Result<std::optional<Done>> putInto(const SegmentPlan& plan);
    [[nodiscard]] Result<std::optional<std::vector<PullReply>>> readPages();
    void report(SyncProgress::Phase phase, std::int64_t rows) const;
    [[nodiscard]] bool stopped() const { return isCancelled && isCancelled(); }

    Replica& m_live;
    ReplicaIdentity m_identity;
    Line m_line;
    Download m_download;
};

} // namespace satchel
