// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "sync/protocol/AdminCodec.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Compression.h"
#include "sync/protocol/Segment.h"
#include "sync/protocol/SegmentMessages.h"

#include <filesystem>
#include <fstream>

using namespace satchel;

namespace {

std::filesystem::path folder;

void put(const char* target, const std::string& name, std::string_view bytes)
{
    std::filesystem::create_directories(folder / target);
    std::ofstream(folder / target / ("seed-" + name), std::ios::binary) << bytes;
}

void message(int number, const std::string& name, const Bytes& bytes)
{
    put("messages", name, std::string(1, static_cast<char>(number)) + bytes);
    put("cbor", name, bytes);
}

Id id(unsigned char last)
{
    Id made = *Id::parse("01938000-0000-7000-8000-000000000000");
    made.bytes[15] = last;
    return made;
}

// A value that fits the field.
Value example(const Field& field)
{
    switch (field.type) {
    case FieldType::Choice: return field.choices.front();
    case FieldType::Boolean:
    case FieldType::Integer:
    case FieldType::Decimal: return std::int64_t{1};
    case FieldType::Instant: return std::int64_t{1'795'339'800'000};
    case FieldType::Money: return "12.30 EUR";
    case FieldType::Date: return "2026-11-22";
    case FieldType::Reference: return id(9);
    case FieldType::TextList: return writeList({"a", "b"});
    case FieldType::ReferenceList: return writeList({id(8).toString()});
    case FieldType::Group: return writeGroup({{field.members.front(), "x"}});
    case FieldType::Timeline:
        return writeTimeline({{.id = id(7).toString(), .at = 1'795'339'800'000, .by = id(6).toString(), .text = "x"}});
    default: return field.email ? "a@b.example" : "one\ntwo";
    }
}

Record exampleRow(const Entity& entity, unsigned char last)
{
    Record record(entity, id(last));
    record.rev = 7;
    record.root = record.id;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        record.values[i] = example(entity.fields[i]);
    return record;
}

Operation operation(const Entity& entity, OperationKind kind)
{
    Operation made{.kind = kind, .entity = &entity, .id = id(5), .seenRev = kind == OperationKind::Create ? 0 : 5};
    if (kind != OperationKind::Delete)
        for (std::size_t i = 0; i < entity.fields.size(); ++i)
            made.fields.push_back({i, {}, example(entity.fields[i])});
    return made;
}

void changes()
{
    for (const Entity& entity : schema::entities())
        for (const auto kind : {OperationKind::Create, OperationKind::Update, OperationKind::Delete}) {
            const Bytes body = encodeChange({.number = 1,
                                             .editedAt = 1'795'339'800'000,
                                             .seenCheckpoint = 7,
                                             .operations = {operation(entity, kind)}});
            const std::string name = entity.name + std::to_string(static_cast<int>(kind));
            put("change", name, std::string(1, '\0') + body);
            if (entity.number < 4)
                message(2, "push-" + name,
                        encode(PushRequest{.history = id(1), .incarnation = id(2), .changes = {body}}));
        }
    Outcome outcome{.incarnation = id(2), .number = 3, .status = OutcomeStatus::Merged, .seq = 9, .fields = {"phone"}};
    outcome.different.push_back({{5, id(5)}, {{9, Value("+34")}}});
    put("change", "outcome", std::string(1, '\2') + encodeOutcome(outcome));
}

RowUpsert row(const Entity& entity)
{
    RowUpsert made{.entity = &entity, .id = id(5), .rev = 8, .root = id(6)};
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        made.fields.emplace_back(i, example(entity.fields[i]));
    made.stamps.push_back({0, {.rev = 8, .at = 1, .user = id(1), .device = id(2), .deviceName = "x"}});
    return made;
}

void messages()
{
    message(0, "login",
            encode(LoginRequest{.program = "Example 1",
                                .login = "ana",
                                .password = "demo",
                                .deviceName = "x",
                                .incarnation = id(2),
                                .secret = Bytes(32, 's')}));
    message(1, "login-reply",
            encode(LoginReply{
                .token = "t", .user = id(1), .device = id(2), .history = id(3), .digestKey = Bytes(16, 'k')}));
    message(3, "push-reply", encode(PushReply{.lastNumber = 1, .serverTime = 2}));
    PullRequest pull{.history = id(1), .incarnation = id(2), .checkpoint = 7};
    pull.scopes[{ScopeKind::Territory, id(7)}] = 7;
    message(4, "pull", encode(pull));
    PullReply reply{.history = id(1), .serverTime = 2, .checkpoint = 8};
    reply.scopes = {{ScopeKind::Territory, id(7)}};
    reply.memberships = {{{ScopeKind::Territory, id(7)}, {3, id(6)}, true}};
    for (const Entity& entity : schema::entities()) {
        reply.rows.push_back(row(entity));
        put("change", "row-" + entity.name, std::string(1, '\3') + encodeRow(row(entity)));
    }
    reply.gone = {{{5, id(4)}, GoneReason::Deleted}};
    reply.entries = {{.row = {5, id(5)},
                      .seq = 8,
                      .field = 9,
                      .from = Value(),
                      .to = "x",
                      .user = id(1),
                      .device = "x",
                      .at = 2,
                      .rule = "set"}};
    reply.outcomes = {{.incarnation = id(2), .number = 1, .seq = 8}};
    reply.digests = {{.scope = {ScopeKind::Territory, id(7)}, .entity = 5, .rows = 1}};
    message(5, "pull-reply", encode(reply));
    message(22, "overview",
            encode(Overview{.at = 1,
                            .withPassword = {id(1)},
                            .devices = {{.id = id(2), .user = id(1), .name = "x", .program = "y"}},
                            .alerts = {{.id = id(3), .kind = "fuse", .text = "z", .subject = id(4)}},
                            .fuses = {{.id = id(4), .user = id(1), .device = "x", .state = "blown"}},
                            .changes = {{.incarnation = id(5), .login = "ana", .device = "x", .error = "e"}},
                            .held = {{.row = {5, id(6)}, .label = "l", .device = "x"}}}));
    message(23, "deed", encode(AdminDeed{.kind = AdminDeed::Kind::SetPassword, .subject = id(1), .password = "p"}));
    message(25, "password", encode(OwnPassword{.present = "a", .chosen = "b"}));
    put("messages", "error", std::string(1, '\22') + encode(Error{ErrorKind::Invalid, "Wrong.", "phone"}));
}

void segments()
{
    SegmentWriter writer;
    for (const Entity& entity : schema::entities()) {
        const std::vector<Record> rows = {exampleRow(entity, 20), exampleRow(entity, 21)};
        put("segment", entity.name, std::string(1, '\0') + writer.rows(entity, rows));
    }
    const std::vector<HistoryEntry> entries = {
        {.row = {5, id(20)}, .seq = 8, .field = 9, .to = "x", .user = id(1), .device = "x", .at = 2, .rule = "set"}};
    put("segment", "history", std::string(1, '\0') + writer.history(entries));
    const std::vector<RowKey> members = {{3, id(20)}};
    put("segment", "members", std::string(1, '\0') + writer.members(members));
    for (int dictionary = 0; dictionary <= compression::newestDictionary; ++dictionary)
        put("segment", "body" + std::to_string(dictionary),
            std::string(1, '\2') + compression::compress(std::string(2000, 'x'), dictionary));
}

void texts()
{
    put("text", "lines",
        "a\nb\nc\xff"
        "A\nb\nc\xff"
        "a\nb\nC");
    put("text", "words",
        "one two three\xff"
        "one zwei three\xff"
        "one two drei");
    put("text", "lists", "[\"a\"]\xff[\"a\",\"b\"]\xff[\"c\"]");
    put("csv", "plain", "last_name,email,account\r\n\"Ruiz, Ana\",a@b.example,Acme\r\n=1+1,,\r\n");
    for (const Entity& entity : schema::entities())
        for (const Field& field : entity.fields)
            put("values", entity.name + "-" + field.name, example(field).text());
}

} // namespace

/// fuzz-seeds FOLDER
namespace {

void workbooks()
{
    const std::string sheet =
        "<w><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c t='inlineStr'><is><t>b</t></is></c></row>"
        "<row r='3'><c r='A3' s='1'><v>46348</v></c><c r='C3' t='e'><f>1/0</f><v>#N/A</v></c></row>"
        "</sheetData></w>";
    const std::string texts = "<sst><si><t>a_x000D_</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>";
    const std::string styles = "<s><numFmts><numFmt numFmtId='164' formatCode='yyyy;@'/></numFmts><cellXfs><xf "
                               "numFmtId='0'/><xf numFmtId='164'/></cellXfs></s>";
    put("xlsx", "parts", "\x01" + sheet + "\xff" + texts + "\xff" + styles);
    put("xlsx", "number", "12.300000000000001");
    put("xlsx", "format", "[$-407]dd.mm.yy\\ hh:mm;@");
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2)
        return 2;
    folder = argv[1];
    changes();
    messages();
    segments();
    texts();
    workbooks();
    return 0;
}
