// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Pieces.h"

// Pulling: the largest messages. Elements of its lists are arrays without keys; see PROTOCOL.md, "Pull".

namespace satchel {

namespace {

using namespace wire;

bool known(int entity)
{
    return schema::entityNumbered(entity) != nullptr;
}

void readScopes(Reader& reader, std::map<Scope, std::int64_t>& scopes)
{
    for (std::size_t left = reader.map(); left > 0 && reader.good(); --left) {
        const auto scope = readScope(reader);
        const std::int64_t seq = reader.integer();
        if (scope)
            scopes.emplace(*scope, seq);
    }
}

void writeMembership(Writer& writer, const Membership& membership)
{
    writer.array(4);
    writer.bytes(membership.scope.toBytes());
    writer.integer(membership.row.entity);
    writer.bytes(membership.row.id.view());
    writer.boolean(membership.member);
}

bool readMembership(Reader& reader, Membership& membership)
{
    std::optional<Scope> scope;
    readTuple(reader, 4, [&] {
        scope = readScope(reader);
        membership.row.entity = readInt(reader);
        membership.row.id = readId(reader);
        membership.member = reader.boolean();
    });
    membership.scope = scope.value_or(Scope{});
    return scope.has_value() && known(membership.row.entity);
}

void writeGone(Writer& writer, const RowGone& gone)
{
    writer.array(3);
    writer.integer(gone.row.entity);
    writer.bytes(gone.row.id.view());
    writer.integer(static_cast<int>(gone.reason));
}

bool readGone(Reader& reader, RowGone& gone)
{
    readTuple(reader, 3, [&] {
        gone.row.entity = readInt(reader);
        gone.row.id = readId(reader);
        const std::int64_t reason = reader.integer();
        if (reason != 1 && reason != 2)
            reader.fail();
        gone.reason = static_cast<GoneReason>(reason);
    });
    return known(gone.row.entity);
}

void writeDigest(Writer& writer, const Digest& digest)
{
    writer.array(4);
    writer.bytes(digest.scope.toBytes());
    writer.integer(digest.entity);
    writer.integer(digest.rows);
    writer.bytes(view(digest.sum));
}

bool readDigest(Reader& reader, Digest& digest)
{
    std::optional<Scope> scope;
    readTuple(reader, 4, [&] {
        scope = readScope(reader);
        digest.entity = readInt(reader);
        digest.rows = reader.integer();
        digest.sum = readBytes16(reader);
    });
    digest.scope = scope.value_or(Scope{});
    return scope.has_value() && known(digest.entity);
}

// The keys that carry lists; false for any other.
bool readReplyList(Reader& reader, std::int64_t key, PullReply& message)
{
    switch (key) {
    case 3:
    case 17:
        readList(reader, key == 3 ? message.scopes : message.staged, [&](Scope& scope) {
            const auto read = readScope(reader);
            scope = read.value_or(Scope{});
            return read.has_value();
        });
        return true;
    case 4:
        readList(reader, message.memberships, [&](Membership& m) { return readMembership(reader, m); });
        return true;
    case 5: readRows(reader, message.rows, message.entries); return true;
    case 6: readList(reader, message.gone, [&](RowGone& gone) { return readGone(reader, gone); }); return true;
    case 8:
        readList(reader, message.outcomes, [&](Outcome& outcome) {
            readOutcome(reader, outcome);
            return true;
        });
        return true;
    case 14: readList(reader, message.digests, [&](Digest& digest) { return readDigest(reader, digest); }); return true;
    default: return false;
    }
}

} // namespace

Bytes encode(const PullRequest& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.integer(1, message.schemaVersion);
        map.bytes16(2, message.incarnation.bytes);
        map.integer(3, message.checkpoint);
        map.bytes16(4, message.salt);
        if (!message.scopes.empty()) {
            map.key(5).map(message.scopes.size());
            for (const auto& [scope, seq] : message.scopes) {
                writer.bytes(scope.toBytes());
                writer.integer(seq);
            }
        }
        map.bytes16(6, message.digest);
        map.bytes(7, message.continuation);
        map.integer(8, message.maxRows);
        map.bytes16(9, message.scopesHash);
        map.integer(10, message.stageAbove);
        map.list(20, message.formerIncarnations, [](Writer& to, const Id& id) { to.bytes(id.view()); });
        map.bytes(21, message.session);
    }
    return writer.take();
}

Result<PullRequest> decodePullRequest(std::string_view bytes)
{
    return decode<PullRequest>(bytes, [](Reader& reader, PullRequest& message) {
        message.schemaVersion = 0;
        message.maxRows = 0;
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.schemaVersion = readInt(reader); return true;
            case 2: message.incarnation = readId(reader); return true;
            case 3: message.checkpoint = reader.integer(); return true;
            case 4: message.salt = readBytes16(reader); return true;
            case 5: readScopes(reader, message.scopes); return true;
            case 6: message.digest = readBytes16(reader); return true;
            case 7: message.continuation = reader.bytes(); return true;
            case 8: message.maxRows = reader.integer(); return true;
            case 9: message.scopesHash = readBytes16(reader); return true;
            case 10: message.stageAbove = reader.integer(); return true;
            case 20:
                readList(reader, message.formerIncarnations, [&](Id& id) {
                    id = readId(reader);
                    return true;
                });
                return true;
            case 21: message.session = reader.bytes(); return true;
            default: return false;
            }
        });
    });
}

Bytes encode(const PullReply& message)
{
    Writer writer;
    {
        MapWriter map(writer);
        map.bytes16(0, message.history.bytes);
        map.integer(1, message.serverTime);
        map.integer(2, static_cast<int>(message.role));
        map.list(3, message.scopes, [](Writer& to, const Scope& scope) { to.bytes(scope.toBytes()); });
        map.list(4, message.memberships, writeMembership);
        if (!message.rows.empty() || !message.entries.empty())
            writeRows(map.key(5), message.rows, message.entries);
        map.list(6, message.gone, writeGone);
        map.list(8, message.outcomes, writeOutcome);
        map.bytes(9, message.continuation);
        map.integer(10, message.totalRows);
        map.integer(11, message.checkpoint);
        map.bytes16(12, message.salt);
        map.truth(13, message.digestsEqual);
        map.list(14, message.digests, writeDigest);
        map.truth(15, message.sameScopes);
        map.truth(16, message.wantsScopes);
        map.list(17, message.staged, [](Writer& to, const Scope& scope) { to.bytes(scope.toBytes()); });
        map.bytes16(18, message.question);
        map.truth(20, message.recovering);
        map.integer(21, message.chainNumber);
        map.bytes16(22, message.chainId);
    }
    return writer.take();
}

Result<PullReply> decodePullReply(std::string_view bytes)
{
    return decode<PullReply>(bytes, [](Reader& reader, PullReply& message) {
        readMap(reader, [&](std::int64_t key) {
            switch (key) {
            case 0: message.history = readId(reader); return true;
            case 1: message.serverTime = reader.integer(); return true;
            case 2: message.role = readRole(reader); return true;
            case 9: message.continuation = reader.bytes(); return true;
            case 10: message.totalRows = reader.integer(); return true;
            case 11: message.checkpoint = reader.integer(); return true;
            case 12: message.salt = readBytes16(reader); return true;
            case 13: message.digestsEqual = reader.boolean(); return true;
            case 15: message.sameScopes = reader.boolean(); return true;
            case 16: message.wantsScopes = reader.boolean(); return true;
            case 18: message.question = readBytes16(reader); return true;
            case 20: message.recovering = reader.boolean(); return true;
            case 21: message.chainNumber = reader.integer(); return true;
            case 22: message.chainId = readBytes16(reader); return true;
            default: return readReplyList(reader, key, message);
            }
        });
    });
}

} // namespace satchel
