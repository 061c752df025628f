// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/AdminCodec.h"
#include "sync/protocol/Codec.h"

#include <functional>

/// An example of every message, for the tests of the codec.
namespace satchel::test {
inline Id id(char last)
{
    Id made;
    made.bytes.fill(0x11);
    made.bytes[15] = static_cast<unsigned char>(last);
    return made;
}

inline Bytes16 filled(unsigned char byte)
{
    Bytes16 made;
    made.fill(byte);
    return made;
}

inline const Entity& contact()
{
    return schema::entity("contact");
}

inline std::size_t position(const char* field)
{
    return *contact().indexOf(field);
}

inline Stamp someStamp()
{
    return {.rev = 7,
            .at = 1'700'000'000'000,
            .user = id('u'),
            .device = id('d'),
            .deviceName = "Anna's laptop",
            .change = {}};
}

inline RowUpsert someRow()
{
    return {.entity = &contact(),
            .id = id('r'),
            .rev = 12,
            .root = id('a'),
            .whole = false,
            .fields = {{position("last_name"), "Żółć"}, {position("account"), id('a')}, {position("notes"), Value()}},
            .stamps = {{position("last_name"), someStamp()}, {position("notes"), someStamp()}}};
}

inline Change someChange()
{
    Change change{.number = 3, .editedAt = 1'700'000'000'123, .seenCheckpoint = 99, .operations = {}};
    change.operations.push_back(
        {.kind = OperationKind::Create,
         .entity = &contact(),
         .id = id('n'),
         .seenRev = 0,
         .fields = {{position("first_name"), {}, "Ada"}, {position("last_name"), {}, "Byron"}}});
    change.operations.push_back(
        {.kind = OperationKind::Update,
         .entity = &contact(),
         .id = id('r'),
         .seenRev = 12,
         .fields = {{position("account"), id('a'), Value()}, {position("notes"), "old", "new"}}});
    change.operations.push_back(
        {.kind = OperationKind::Delete, .entity = &contact(), .id = id('x'), .seenRev = 4, .fields = {}});
    return change;
}

inline Outcome someOutcome()
{
    return {.incarnation = id('i'),
            .number = 3,
            .status = OutcomeStatus::Merged,
            .seq = 100,
            .code = "conflict",
            .text = "A sentence.",
            .fields = {"notes", "phone"},
            .different = {{RowKey{5, id('r')}, {{9, "123"}, {20, Value()}}},
                          {RowKey{6, id('l')}, {{16, Value(std::int64_t{3})}}}}};
}

inline LoginRequest someLoginRequest()
{
    return {.protocolVersion = 1,
            .schemaVersion = 1,
            .program = "Satchel 0.1",
            .login = "anna",
            .password = "p\"ä ",
            .device = id('d'),
            .deviceName = "Anna's laptop",
            .incarnation = id('i'),
            .secret = Bytes(32, 's')};
}

inline LoginReply someLoginReply()
{
    return {.token = "token",
            .expiresAt = 5,
            .serverTime = 6,
            .user = id('u'),
            .role = Role::Marketing,
            .device = id('d'),
            .history = id('h'),
            .digestKey = Bytes(16, 'k'),
            .lastNumber = 8,
            .boxKey = Bytes(32, 'b')};
}

inline PushRequest somePushRequest()
{
    return {.history = id('h'),
            .incarnation = id('i'),
            .previous = filled(3),
            .changes = {encodeChange(someChange()), "any bytes"}};
}

inline PullRequest somePullRequest()
{
    return {.history = id('h'),
            .schemaVersion = 1,
            .incarnation = id('i'),
            .checkpoint = 77,
            .salt = filled(5),
            .scopes = {{Scope{ScopeKind::Company, {}}, 70}, {Scope{ScopeKind::Territory, id('t')}, 77}},
            .digest = filled(6),
            .continuation = "go on",
            .maxRows = 100};
}

inline PullReply somePullReply()
{
    PullReply reply{.history = id('h'), .serverTime = 9, .role = Role::SalesManager};
    reply.scopes = {Scope{ScopeKind::Company, {}}, Scope{ScopeKind::Leads, id('t')}};
    reply.memberships = {{Scope{ScopeKind::Leads, id('t')}, {6, id('l')}, true},
                         {Scope{ScopeKind::Team, id('a')}, {3, id('a')}, false}};
    reply.rows = {someRow()};
    reply.gone = {{{5, id('g')}, GoneReason::LeftScope}};
    reply.entries = {{.row = {5, id('r')},
                      .seq = 12,
                      .field = 20,
                      .from = "old",
                      .to = Value(),
                      .user = id('u'),
                      .device = "Anna's laptop",
                      .at = 11,
                      .rule = "set"}};
    reply.outcomes = {someOutcome()};
    reply.continuation = "more";
    reply.totalRows = 1000;
    reply.checkpoint = 78;
    reply.salt = filled(7);
    reply.digestsEqual = true;
    reply.digests = {{Scope{ScopeKind::User, id('u')}, 13, 4, filled(8)}};
    return reply;
}

inline Overview someOverview()
{
    return {.at = 9,
            .withPassword = {id('u'), id('v')},
            .devices = {{.id = id('d'),
                         .user = id('u'),
                         .name = "Laptop",
                         .program = "satchel 1",
                         .registered = 1,
                         .lastSeen = 2,
                         .revoked = true,
                         .behind = 3,
                         .waiting = 4}},
            .alerts = {{.id = id('a'), .at = 5, .kind = "fuse", .text = "Look.", .closed = true, .subject = id('f')}},
            .fuses = {{.id = id('f'),
                       .user = id('u'),
                       .device = "Laptop",
                       .at = 6,
                       .records = 600,
                       .state = "blown",
                       .ended = 7}},
            .changes = {{.incarnation = id('i'),
                         .number = 8,
                         .login = "ana",
                         .device = "Laptop",
                         .at = 9,
                         .attempts = 5,
                         .error = "No."}},
            .recovering = true,
            .held = {{.row = {5, id('r')}, .label = "Ana Ruiz", .device = "Laptop", .at = 10}},
            .heldInAll = 11};
}

// Every message with a decoder that says whether it took the bytes.
struct Sample {
    const char* name;
    Bytes bytes;
    std::function<bool(std::string_view)> decodes;
};

inline std::vector<Sample> samples()
{
    return {{"LoginRequest", encode(someLoginRequest()), [](auto b) { return decodeLoginRequest(b).ok(); }},
            {"LoginReply", encode(someLoginReply()), [](auto b) { return decodeLoginReply(b).ok(); }},
            {"PushRequest", encode(somePushRequest()), [](auto b) { return decodePushRequest(b).ok(); }},
            {"PushReply", encode(PushReply{1, 2}), [](auto b) { return decodePushReply(b).ok(); }},
            {"PullRequest", encode(somePullRequest()), [](auto b) { return decodePullRequest(b).ok(); }},
            {"PullReply", encode(somePullReply()), [](auto b) { return decodePullReply(b).ok(); }},
            {"Overview", encode(someOverview()), [](auto b) { return decodeOverview(b).ok(); }},
            {"AdminDeed",
             encode(AdminDeed{.kind = AdminDeed::Kind::RetryChange, .subject = id('i'), .number = 4, .password = "pw"}),
             [](auto b) { return decodeAdminDeed(b).ok(); }},
            {"AdminDone", encode(AdminDone{.password = "made", .count = 3}),
             [](auto b) { return decodeAdminDone(b).ok(); }},
            {"OwnPassword", encode(OwnPassword{.present = "old", .chosen = "new"}),
             [](auto b) { return decodeOwnPassword(b).ok(); }},
            {"Change", encodeChange(someChange()), [](auto b) { return decodeChange(b).ok(); }},
            {"Outcome", encodeOutcome(someOutcome()), [](auto b) { return decodeOutcome(b).ok(); }},
            {"Row", encodeRow(someRow()), [](auto b) { return decodeRow(b).ok(); }}};
}

inline bool same(const RowUpsert& a, const RowUpsert& b)
{
    return a.entity == b.entity && a.id == b.id && a.rev == b.rev && a.root == b.root && a.whole == b.whole &&
           a.fields == b.fields && a.stamps == b.stamps;
}

inline bool same(const Outcome& a, const Outcome& b)
{
    return a.incarnation == b.incarnation && a.number == b.number && a.status == b.status && a.seq == b.seq &&
           a.code == b.code && a.text == b.text && a.fields == b.fields && a.different == b.different;
}

} // namespace satchel::test
