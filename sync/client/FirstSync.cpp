// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/FirstSync.h"

#include "core/store/Beside.h"
#include "core/store/Renewal.h"
#include "sync/protocol/Digests.h"

#include <algorithm>

namespace satchel {

namespace {

// Plans that were overtaken by events before they were carried out.
constexpr int mostPlans = 5;
constexpr std::int64_t leastAtOnce = 128 * 1024;
constexpr Milliseconds quick = 1000;
constexpr Milliseconds slow = 4000;

Error stoppedByPerson()
{
    return {ErrorKind::Busy, "Stopped. What was fetched is kept, and the next sync goes on from there."};
}

} // namespace

FirstSync::FirstSync(Replica& live, const ReplicaIdentity& identity, Line line)
    : m_live(live), m_identity(identity), m_line(std::move(line)), m_download(live.folder() + "/download")
{}

Result<FirstSync::Done> FirstSync::join(const std::vector<Scope>& staged)
{
    return run(staged, false);
}

Result<FirstSync::Done> FirstSync::replace()
{
    return run({}, true);
}

void FirstSync::report(SyncProgress::Phase phase, std::int64_t rows) const
{
    if (onProgress)
        onProgress({.phase = phase,
                    .done = rows,
                    .total = m_download.total().rows,
                    .bytes = m_download.here().bytes,
                    .totalBytes = m_download.total().bytes});
}

Result<SegmentPlan> FirstSync::plan(const std::vector<Scope>& scopes)
{
    for (;;) {
        auto plan = m_line.conversation.planSegments(
            m_line.token, {.history = m_identity.history, .schemaVersion = m_line.schemaVersion, .scopes = scopes});
        if (plan.ok() || plan.error().kind != ErrorKind::Busy || plan.error().field != protocol::packing)
            return plan;
        if (stopped())
            return stoppedByPerson();
        if (onProgress)
            onProgress({.phase = SyncProgress::Phase::Packing});
    }
}

Result<bool> FirstSync::fetch()
{
    std::vector<SegmentInfo> missing = m_download.missing();
    std::size_t next = 0;
    while (next < missing.size()) {
        if (stopped())
            return stoppedByPerson();
        SegmentFetch request{.history = m_identity.history, .addresses = {}, .maxBytes = atOnce};
        std::int64_t bytes = 0;
        for (std::size_t i = next; i < missing.size() && request.addresses.size() < protocol::maxSegmentsAsked; ++i) {
            bytes += missing[i].bytes;
            if (bytes > atOnce && i > next)
                break;
            request.addresses.push_back(missing[i].address);
        }
        const Milliseconds asked = m_live.environment().now();
        const auto reply = m_line.conversation.fetchSegments(m_line.token, request);
        if (!reply.ok() && reply.error().kind == ErrorKind::NotFound)
            return false;
        if (!reply.ok())
            return reply.error();
        if (reply->segments.empty() || reply->segments.size() > request.addresses.size())
            return Error{ErrorKind::Corrupt, "The server sent something else than the pieces asked for."};
        for (const Bytes& segment : reply->segments)
            SATCHEL_TRY(m_download.put(missing[next++], segment));
        const Milliseconds took = m_live.environment().now() - asked;
        if (took < quick)
            atOnce = std::min(atOnce * 2, protocol::maxSegmentReply);
        else if (took > slow)
            atOnce = std::max(atOnce / 2, leastAtOnce);
        report(SyncProgress::Phase::Receiving, m_download.here().rows);
        if (meanwhile && next < missing.size())
            SATCHEL_TRY(meanwhile());
    }
    return true;
}

// Without a checkpoint the server says everything about what has changed, also the laptop's own doing: the segments may
// know it or not.
Result<std::vector<PullReply>> FirstSync::tail(const std::map<Scope, std::int64_t>& scopes,
                                               const std::vector<Digest>& digests)
{
    PullRequest request{.history = m_identity.history,
                        .schemaVersion = m_line.schemaVersion,
                        .incarnation = m_identity.incarnation,
                        .scopes = scopes,
                        .digest = combinedDigest(digests),
                        .stageAbove = 1,
                        .session = m_line.session};
    SATCHEL_ASSIGN(request.formerIncarnations, Renewal(m_live, m_identity).formerIncarnations(true));
    std::vector<PullReply> pages;
    do {
        if (stopped())
            return stoppedByPerson();
        SATCHEL_ASSIGN(PullReply page, m_line.conversation.pull(m_line.token, request));
        if (!answers(page, request))
            return Error{ErrorKind::Busy, "The server's answer was an old one. Nothing of it was applied; try again."};
        request.continuation = page.continuation;
        pages.push_back(std::move(page));
    } while (!request.continuation.empty());
    return pages;
}

Result<FirstSync::Done> FirstSync::run(const std::vector<Scope>& scopes, bool everything)
{
    for (int attempt = 0; attempt < mostPlans; ++attempt) {
        SATCHEL_ASSIGN(const SegmentPlan planned, plan(scopes));
        SATCHEL_TRY(m_download.want(planned.sets));
        if (planned.sets.empty()) { // lost again before they were here
            m_download.clear();
            return Done{};
        }
        SATCHEL_ASSIGN(const bool complete, fetch());
        if (!complete)
            continue;
        SATCHEL_ASSIGN(const std::int64_t present,
                       m_live.connection().integer("SELECT coalesce(sum(rows), 0) FROM digest"));
        const bool beside = everything || present < m_download.total().rows;
        SATCHEL_ASSIGN(std::optional<Done> done, beside ? layBeside(planned, everything) : putInto(planned));
        if (!done) {
            if (meanwhile)
                SATCHEL_TRY(meanwhile());
            continue;
        }
        done->rows = m_download.total().rows;
        if (done->published.equal)
            m_download.clear();
        return std::move(*done);
    }
    return Error{ErrorKind::Busy,
                 "The server's data changes faster than it can be fetched; it will be tried again later."};
}

Result<std::optional<FirstSync::Done>> FirstSync::layBeside(const SegmentPlan& plan, bool everything)
{
    SATCHEL_ASSIGN(const std::int64_t present,
                   m_live.connection().integer("SELECT coalesce(sum(rows), 0) FROM digest"));
    SATCHEL_ASSIGN(auto beside, Beside::begin(m_live, m_download.folder() + "/beside",
                                              m_download.total().rows + (everything ? 0 : present)));
    SegmentLoader loader = beside->loader(m_identity);
    loader.onProgress = [this](std::int64_t rows) {
        report(SyncProgress::Phase::Publishing, rows);
        return !stopped();
    };
    if (const Status loaded = loader.load(m_download.pieces()); !loaded.ok()) {
        if (loader.damaged.empty())
            return loaded.error();
        m_download.drop(loader.damaged); // and is fetched again
        return std::optional<Done>();
    }
    std::map<Scope, std::int64_t> scopes;
    for (const SegmentSet& set : plan.sets)
        scopes[set.scope] = set.seq;
    SATCHEL_TRY(beside->adopt(m_identity, !everything, scopes, loader.counted));
    if (!everything) {
        SATCHEL_ASSIGN(const auto known, Publisher(m_live, m_identity).sums().scopes());
        scopes.insert(known.begin(), known.end());
    }
    SATCHEL_ASSIGN(const auto digests, beside->digests(m_identity));
    SATCHEL_ASSIGN(const auto pages, tail(scopes, digests));
    const PullReply& last = pages.back();
    // A scope that was lost meanwhile must leave no trace in the new file.
    const std::set<Scope> granted(last.scopes.begin(), last.scopes.end());
    if (std::any_of(scopes.begin(), scopes.end(), [&](const auto& each) { return !granted.contains(each.first); }))
        return std::optional<Done>();
    Done done{.published = {}, .checkpoint = last.checkpoint, .rows = 0, .recovering = last.recovering};
    SATCHEL_ASSIGN(done.published, beside->takePlace(m_identity, pages));
    return std::optional(std::move(done));
}

// The segments as pages of a pull. What the laptop has of a row already is newer, or the same.
Result<std::optional<std::vector<PullReply>>> FirstSync::readPages()
{
    Overlay bases(m_live.connection(), m_identity.user, m_identity.incarnation);
    std::vector<PullReply> pages(1); // memberships come before the rows that they bring
    for (const SegmentPieces& set : m_download.pieces()) {
        SegmentReader reader;
        for (const SegmentPlace& place : set.places) {
            auto read = SegmentLoader::readPage(reader, set.file, place, set.scope);
            if (!read.ok()) {
                if (read.error().kind != ErrorKind::Corrupt)
                    return read.error();
                m_download.drop(place.address); // and is fetched again
                return std::optional<std::vector<PullReply>>();
            }
            PullReply page = std::move(*read);
            std::vector<Membership>& members = pages.front().memberships;
            members.insert(members.end(), page.memberships.begin(), page.memberships.end());
            page.memberships.clear();
            for (RowUpsert& row : page.rows) {
                SATCHEL_ASSIGN(auto present, bases.base({row.entity->number, row.id}));
                if (present && present->rev >= row.rev)
                    row = std::move(*present);
            }
            pages.push_back(std::move(page));
        }
    }
    return std::optional(std::move(pages));
}

Result<std::optional<FirstSync::Done>> FirstSync::putInto(const SegmentPlan& plan)
{
    SATCHEL_ASSIGN(auto pages, readPages());
    if (!pages)
        return std::optional<Done>();
    Publisher publisher(m_live, m_identity);
    SATCHEL_ASSIGN(auto scopes, publisher.sums().scopes());
    for (const SegmentSet& set : plan.sets)
        scopes[set.scope] = set.seq;
    SATCHEL_ASSIGN(const auto digests, publisher.sums().stored());
    SATCHEL_ASSIGN(auto since, tail(scopes, digests));
    const PullReply& last = since.back();
    const std::set<Scope> granted(last.scopes.begin(), last.scopes.end());
    if (std::any_of(plan.sets.begin(), plan.sets.end(), [&](const auto& set) { return !granted.contains(set.scope); }))
        return std::optional<Done>();
    report(SyncProgress::Phase::Publishing, 0);
    Done done{.published = {}, .checkpoint = last.checkpoint, .rows = 0, .recovering = last.recovering};
    std::move(since.begin(), since.end(), std::back_inserter(*pages));
    SATCHEL_ASSIGN(done.published, publisher.publish(*pages, false));
    return std::optional(std::move(done));
}

} // namespace satchel
