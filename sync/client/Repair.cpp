// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Repair.h"

#include "core/schema/Wording.h"
#include "core/store/Meta.h"
#include "core/store/Reasons.h"
#include "sync/protocol/Digests.h"

#include <algorithm>
#include <deque>

namespace satchel {

namespace {

constexpr Milliseconds week = 7LL * 24 * 3600 * 1000;
constexpr std::size_t rangesAtOnce = 256;
constexpr std::size_t rowsAtOnce = 500;
constexpr int mostQuestions = 20000;

// The rows of a list that lie in a range, those left out that the server has left out.
std::vector<const CountedRow*> within(const std::vector<CountedRow>& rows, const Id& from, const Id& until,
                                      const std::set<Id>& moved)
{
    std::vector<const CountedRow*> found;
    auto at = std::lower_bound(rows.begin(), rows.end(), from,
                               [](const CountedRow& row, const Id& id) { return row.id < id; });
    for (; at != rows.end() && (until.isNull() || at->id < until); ++at)
        if (!moved.contains(at->id) && !moved.contains(at->root))
            found.push_back(&*at);
    return found;
}

bool sameSum(const std::vector<const CountedRow*>& mine, const RangeSums::Part& theirs)
{
    Bytes16 sum{};
    for (const CountedRow* row : mine)
        sum = addHash(sum, row->hash);
    return static_cast<std::int64_t>(mine.size()) == theirs.rows && sum == theirs.sum;
}

Error nonsense()
{
    return {ErrorKind::Corrupt, "The server's answer to a comparison does not fit the question."};
}

// Has nothing to do with what was asked: the round fails, and the next one begins where this one did.
bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::Unreachable || kind == ErrorKind::Busy || kind == ErrorKind::Unauthorized ||
           kind == ErrorKind::Forbidden || kind == ErrorKind::Full;
}

std::string counted(std::int64_t count, const std::string& what)
{
    return std::to_string(count) + " " + what;
}

} // namespace

Result<Repair::Examination> Repair::examine()
{
    Publisher publisher(m_replica, m_identity);
    SATCHEL_ASSIGN(const auto count, RowCount::of(m_replica.connection(), m_identity.digestKey));
    SATCHEL_ASSIGN(auto kept, publisher.sums().stored());
    std::vector<Digest> counted;
    for (const auto& [table, digest] : count.sums)
        counted.push_back(digest);
    Examination examination{.tables = static_cast<std::int64_t>(counted.size()), .rows = count.rows};
    examination.equal = combinedDigest(std::move(kept)) == combinedDigest(std::move(counted));
    m_recount = !examination.equal;
    if (!examination.equal)
        return examination;
    Meta meta(m_replica.connection());
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_replica.connection()));
    SATCHEL_TRY(meta.set("recounted", m_replica.environment().now()));
    SATCHEL_TRY(meta.set("recount_due", 0));
    SATCHEL_TRY(transaction.commit());
    return examination;
}

Status Repair::examineIfDue()
{
    Meta meta(m_replica.connection());
    SATCHEL_ASSIGN(const std::int64_t checkpoint, meta.integer("checkpoint"));
    SATCHEL_ASSIGN(const std::int64_t recounted, meta.integer("recounted"));
    SATCHEL_ASSIGN(const std::int64_t due, meta.integer("recount_due"));
    if (checkpoint == 0 || (due == 0 && m_replica.environment().now() < recounted + week))
        return Ok{};
    SATCHEL_TRY(examine());
    return Ok{};
}

CompareRequest Repair::requestAbout(const PullReply& last) const
{
    return {.history = last.history,
            .schemaVersion = m_schemaVersion,
            .incarnation = m_identity.incarnation,
            .checkpoint = last.checkpoint,
            .salt = last.salt};
}

Status Repair::narrow(const PullReply& last, const RowLists& mine, Finding& finding)
{
    std::deque<KeyRange> open; // in order, and each step keeps it so
    for (const auto& [table, rows] : mine)
        open.push_back({.scope = table.first, .entity = table.second});
    for (int questions = 0; !open.empty(); ++questions) {
        if (questions > mostQuestions)
            return nonsense();
        CompareRequest request = requestAbout(last);
        while (!open.empty() && request.ranges.size() < rangesAtOnce) {
            request.ranges.push_back(open.front());
            open.pop_front();
        }
        SATCHEL_ASSIGN(const CompareReply reply, m_conversation.compare(m_token, request));
        finding.movedOn = reply.movedOn;
        if (reply.movedOn)
            return Ok{};
        if (reply.ranges.size() != request.ranges.size())
            return nonsense();
        const std::set<Id> moved(reply.moved.begin(), reply.moved.end());
        std::vector<KeyRange> narrower;
        for (std::size_t i = 0; i < request.ranges.size(); ++i) {
            const KeyRange& range = request.ranges[i];
            const RangeSums& theirs = reply.ranges[i];
            const ScopedTable table{range.scope, range.entity};
            if (theirs.divided) {
                for (std::size_t p = 0; p < theirs.parts.size(); ++p) {
                    const Id from = p == 0 ? range.from : theirs.parts[p].from;
                    const Id until = p + 1 < theirs.parts.size() ? theirs.parts[p + 1].from : range.until;
                    if (!sameSum(within(mine.at(table), from, until, moved), theirs.parts[p]))
                        narrower.push_back({range.scope, range.entity, from, until});
                }
                continue;
            }
            std::map<Id, Bytes16> there;
            for (const RowSum& row : theirs.rows)
                there.emplace(row.id, row.hash);
            Tally& tally = finding.tallies[table];
            for (const CountedRow* row : within(mine.at(table), range.from, range.until, moved)) {
                const auto found = there.find(row->id);
                const bool foreign = found == there.end();
                if (foreign || found->second != row->hash) {
                    ++(foreign ? tally.foreign : tally.changed);
                    finding.wanted.insert({range.entity, row->id});
                }
                if (!foreign)
                    there.erase(found);
            }
            for (const auto& [id, hash] : there) {
                ++tally.missing;
                finding.wanted.insert({range.entity, id});
            }
        }
        open.insert(open.begin(), narrower.begin(), narrower.end());
    }
    return Ok{};
}

Status Repair::fetch(const PullReply& last, Finding& finding)
{
    const std::vector<RowKey> wanted(finding.wanted.begin(), finding.wanted.end());
    for (std::size_t at = 0; at < wanted.size();) {
        CompareRequest request = requestAbout(last);
        const std::size_t end = std::min(wanted.size(), at + rowsAtOnce);
        request.rows.assign(wanted.begin() + static_cast<std::ptrdiff_t>(at),
                            wanted.begin() + static_cast<std::ptrdiff_t>(end));
        SATCHEL_ASSIGN(CompareReply reply, m_conversation.compare(m_token, request));
        finding.movedOn = reply.movedOn;
        if (reply.movedOn)
            return Ok{};
        if (reply.looked < 1 || reply.looked > static_cast<std::int64_t>(request.rows.size()))
            return nonsense();
        const std::set<Id> moved(reply.moved.begin(), reply.moved.end());
        std::set<RowKey> brought;
        for (const RowUpsert& row : reply.found.rows)
            brought.insert({row.entity->number, row.id});
        for (std::int64_t i = 0; i < reply.looked; ++i) {
            const RowKey& key = request.rows[static_cast<std::size_t>(i)];
            if (!brought.contains(key) && !moved.contains(key.id))
                finding.mending.absent.push_back(key);
        }
        Mending& mending = finding.mending;
        std::move(reply.found.rows.begin(), reply.found.rows.end(), std::back_inserter(mending.rows));
        std::move(reply.found.entries.begin(), reply.found.entries.end(), std::back_inserter(mending.entries));
        mending.memberships.insert(mending.memberships.end(), reply.found.memberships.begin(),
                                   reply.found.memberships.end());
        at += static_cast<std::size_t>(reply.looked);
    }
    return Ok{};
}

Status Repair::note(const Finding& finding)
{
    SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_replica.connection()));
    bool any = false;
    for (const auto& [table, tally] : finding.tallies) {
        if (tally.rows() == 0)
            continue;
        any = true;
        SATCHEL_ASSIGN(const std::string scope, nameOf(m_replica, table.first));
        const std::string rows = tally.rows() == 1 ? " row of " : " rows of ";
        Incident incident{.at = m_replica.environment().now(),
                          .scope = table.first,
                          .entity = table.second,
                          .changed = tally.changed,
                          .missing = tally.missing,
                          .foreign = tally.foreign};
        incident.text = std::to_string(tally.rows()) + rows + spoken(schema::entityNumbered(table.second)->name) +
                        " in " + scope + " differed from the server's (" + counted(tally.changed, "changed, ") +
                        counted(tally.missing, "missing, ") + counted(tally.foreign, "too many") +
                        "); they were fetched anew, and nothing else was.";
        SATCHEL_TRY(addIncident(m_replica.connection(), incident));
    }
    if (!any)
        SATCHEL_TRY(addIncident(m_replica.connection(),
                                {.at = m_replica.environment().now(),
                                 .text = "The checksums kept on this laptop were wrong; every row was counted anew and "
                                         "none differed from the server's."}));
    return transaction.commit();
}

Status Repair::noteReload()
{
    return addIncident(m_replica.connection(),
                       {.at = m_replica.environment().now(),
                        .text = "The checksums disagreed with the server's and the rows that differ could not be "
                                "found; all rows were fetched anew."});
}

Result<PublishReport> Repair::publish(const Pages& pages, PublishReport disagreed,
                                      const std::function<Status()>& before)
{
    ++m_attempts;
    m_recount = true;
    const auto publishWith = [&](const Mending* mending) {
        Publisher publisher(m_replica, m_identity);
        publisher.before = before;
        publisher.recount = true;
        publisher.mending = mending;
        return publisher.publish(pages, false);
    };
    Finding finding;
    Status found = narrow(pages.last(), disagreed.differing, finding);
    if (found.ok() && !finding.movedOn)
        found = fetch(pages.last(), finding);
    if (!found.ok() && isPassing(found.error().kind))
        return found.error();
    m_failures += found.ok() ? 0 : 1;
    if (!found.ok() || finding.movedOn)
        return disagreed;
    SATCHEL_ASSIGN(PublishReport report, publishWith(&finding.mending));
    if (!report.equal) {
        ++m_failures;
        return report;
    }
    m_recount = false;
    m_repaired += static_cast<std::int64_t>(finding.wanted.size());
    SATCHEL_TRY(note(finding));
    return report;
}

} // namespace satchel
