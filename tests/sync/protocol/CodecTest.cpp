// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Codec.h"
#include "sync/protocol/Cbor.h"
#include "sync/protocol/Digests.h"

#include <QTest>

#include <functional>

using namespace satchel;

namespace {

Id id(char last)
{
    Id made;
    made.bytes.fill(0x11);
    made.bytes[15] = static_cast<unsigned char>(last);
    return made;
}

Bytes16 filled(unsigned char byte)
{
    Bytes16 made;
    made.fill(byte);
    return made;
}

const Entity& contact()
{
    return schema::entity("contact");
}

std::size_t position(const char* field)
{
    return *contact().indexOf(field);
}

Stamp someStamp()
{
    return {.rev = 7,
            .at = 1'700'000'000'000,
            .user = id('u'),
            .device = id('d'),
            .deviceName = "Anna's laptop",
            .change = filled(9)};
}

RowUpsert someRow()
{
    return {.entity = &contact(),
            .id = id('r'),
            .rev = 12,
            .root = id('a'),
            .whole = false,
            .fields = {{position("last_name"), "Żółć"}, {position("account"), id('a')}, {position("notes"), Value()}},
            .stamps = {{position("last_name"), someStamp()}, {position("notes"), someStamp()}}};
}

Change someChange()
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

Outcome someOutcome()
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

LoginRequest someLoginRequest()
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

LoginReply someLoginReply()
{
    return {.token = "token",
            .expiresAt = 5,
            .serverTime = 6,
            .user = id('u'),
            .role = Role::Marketing,
            .device = id('d'),
            .history = id('h'),
            .digestKey = Bytes(16, 'k'),
            .lastNumber = 8};
}

PushRequest somePushRequest()
{
    return {.history = id('h'),
            .incarnation = id('i'),
            .previous = filled(3),
            .changes = {encodeChange(someChange()), "any bytes"}};
}

PullRequest somePullRequest()
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

PullReply somePullReply()
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

// Every message with a decoder that says whether it took the bytes.
struct Sample {
    const char* name;
    Bytes bytes;
    std::function<bool(std::string_view)> decodes;
};

std::vector<Sample> samples()
{
    return {{"LoginRequest", encode(someLoginRequest()), [](auto b) { return decodeLoginRequest(b).ok(); }},
            {"LoginReply", encode(someLoginReply()), [](auto b) { return decodeLoginReply(b).ok(); }},
            {"PushRequest", encode(somePushRequest()), [](auto b) { return decodePushRequest(b).ok(); }},
            {"PushReply", encode(PushReply{1, 2}), [](auto b) { return decodePushReply(b).ok(); }},
            {"PullRequest", encode(somePullRequest()), [](auto b) { return decodePullRequest(b).ok(); }},
            {"PullReply", encode(somePullReply()), [](auto b) { return decodePullReply(b).ok(); }},
            {"Change", encodeChange(someChange()), [](auto b) { return decodeChange(b).ok(); }},
            {"Outcome", encodeOutcome(someOutcome()), [](auto b) { return decodeOutcome(b).ok(); }},
            {"Row", encodeRow(someRow()), [](auto b) { return decodeRow(b).ok(); }}};
}

bool same(const RowUpsert& a, const RowUpsert& b)
{
    return a.entity == b.entity && a.id == b.id && a.rev == b.rev && a.root == b.root && a.whole == b.whole &&
           a.fields == b.fields && a.stamps == b.stamps;
}

bool same(const Outcome& a, const Outcome& b)
{
    return a.incarnation == b.incarnation && a.number == b.number && a.status == b.status && a.seq == b.seq &&
           a.code == b.code && a.text == b.text && a.fields == b.fields && a.different == b.different;
}

} // namespace

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLoginRequestComesBack()
    {
        const auto message = decodeLoginRequest(encode(someLoginRequest()));
        QVERIFY(message.ok());
        const LoginRequest sent = someLoginRequest();
        QCOMPARE(message->protocolVersion, sent.protocolVersion);
        QCOMPARE(message->schemaVersion, sent.schemaVersion);
        QCOMPARE(message->program, sent.program);
        QCOMPARE(message->login, sent.login);
        QCOMPARE(message->password, sent.password);
        QVERIFY(message->device == sent.device);
        QCOMPARE(message->deviceName, sent.deviceName);
        QVERIFY(message->incarnation == sent.incarnation);
        QCOMPARE(message->secret, sent.secret);
        LoginRequest first = sent;
        first.device.reset();
        QVERIFY(!decodeLoginRequest(encode(first))->device.has_value());
    }

    void aLoginReplyComesBack()
    {
        const auto message = decodeLoginReply(encode(someLoginReply()));
        QVERIFY(message.ok());
        QCOMPARE(message->token, std::string("token"));
        QCOMPARE(message->expiresAt, 5);
        QCOMPARE(message->serverTime, 6);
        QVERIFY(message->user == id('u'));
        QCOMPARE(message->role, Role::Marketing);
        QVERIFY(message->device == id('d'));
        QVERIFY(message->history == id('h'));
        QCOMPARE(message->digestKey, Bytes(16, 'k'));
        QCOMPARE(message->lastNumber, 8);
    }

    void aPushAndItsReplyComeBack()
    {
        const auto message = decodePushRequest(encode(somePushRequest()));
        QVERIFY(message.ok());
        QVERIFY(message->history == id('h'));
        QVERIFY(message->incarnation == id('i'));
        QVERIFY(message->previous == filled(3));
        QCOMPARE(message->changes, somePushRequest().changes);
        const auto reply = decodePushReply(encode(PushReply{12, 34}));
        QVERIFY(reply.ok());
        QCOMPARE(reply->lastNumber, 12);
        QCOMPARE(reply->serverTime, 34);
    }

    void aPullRequestComesBack()
    {
        const auto message = decodePullRequest(encode(somePullRequest()));
        QVERIFY(message.ok());
        QVERIFY(message->history == id('h'));
        QCOMPARE(message->schemaVersion, 1);
        QVERIFY(message->incarnation == id('i'));
        QCOMPARE(message->checkpoint, 77);
        QVERIFY(message->salt == filled(5));
        QVERIFY(message->scopes == somePullRequest().scopes);
        QVERIFY(message->digest == filled(6));
        QCOMPARE(message->continuation, Bytes("go on"));
        QCOMPARE(message->maxRows, 100);
    }

    void aPullReplyComesBack()
    {
        const PullReply sent = somePullReply();
        const auto message = decodePullReply(encode(sent));
        QVERIFY(message.ok());
        QVERIFY(message->history == id('h'));
        QCOMPARE(message->serverTime, 9);
        QCOMPARE(message->role, Role::SalesManager);
        QVERIFY(message->scopes == sent.scopes);
        QCOMPARE(message->memberships.size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(message->memberships[i].scope == sent.memberships[i].scope);
            QVERIFY(message->memberships[i].row == sent.memberships[i].row);
            QCOMPARE(message->memberships[i].member, sent.memberships[i].member);
        }
        QVERIFY(message->rows.size() == 1 && same(message->rows[0], sent.rows[0]));
        QVERIFY(message->gone.size() == 1 && message->gone[0].row == sent.gone[0].row);
        QCOMPARE(message->gone[0].reason, GoneReason::LeftScope);
        QVERIFY(message->entries == sent.entries);
        QVERIFY(message->outcomes.size() == 1 && same(message->outcomes[0], sent.outcomes[0]));
        QCOMPARE(message->continuation, Bytes("more"));
        QCOMPARE(message->totalRows, 1000);
        QCOMPARE(message->checkpoint, 78);
        QVERIFY(message->salt == filled(7));
        QVERIFY(message->digestsEqual);
        QVERIFY(message->digests == sent.digests);
    }

    void aChangeComesBackWithItsBeforeValues()
    {
        const auto change = decodeChange(encodeChange(someChange()));
        QVERIFY(change.ok());
        QVERIFY(*change == someChange());
    }

    void everyKindOfValueComesBack()
    {
        Change change{.number = 1, .editedAt = -5, .seenCheckpoint = 0, .operations = {}};
        Operation operation{
            .kind = OperationKind::Update, .entity = &contact(), .id = id('r'), .seenRev = 1, .fields = {}};
        const std::vector<Value> values = {
            Value(),    Value(std::int64_t{0}), Value(std::numeric_limits<std::int64_t>::min()),
            Value(""),  Value(id('v')),         Value("a\nb \t\"\\ \xf0\x9f\x91\x8d \xef\xbb\xbf"),
            Value(Id{})};
        for (std::size_t i = 0; i < values.size(); ++i)
            operation.fields.push_back({i, values[values.size() - 1 - i], values[i]});
        change.operations.push_back(operation);
        const auto decoded = decodeChange(encodeChange(change));
        QVERIFY(decoded.ok());
        QVERIFY(*decoded == change);
    }

    void outcomesAndRowsComeBackAsStoredBlobs()
    {
        const auto outcome = decodeOutcome(encodeOutcome(someOutcome()));
        QVERIFY(outcome.ok() && same(*outcome, someOutcome()));
        const auto row = decodeRow(encodeRow(someRow()));
        QVERIFY(row.ok() && same(*row, someRow()));
        RowUpsert root = someRow();
        root.root = root.id;
        root.stamps.clear();
        const auto decoded = decodeRow(encodeRow(root));
        QVERIFY(decoded.ok() && same(*decoded, root));
        QVERIFY(encodeRow(root).size() + 16 < encodeRow(someRow()).size());
    }

    void aWholeRowLeavesOutItsEmptyFields()
    {
        RowUpsert row = someRow();
        row.whole = true;
        const auto decoded = decodeRow(encodeRow(row));
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->fields.size(), std::size_t{2});
    }

    void fieldsAreSentInTheOrderOfTheirNumbersHoweverTheyAreGiven()
    {
        RowUpsert row = someRow();
        std::swap(row.fields[0], row.fields[2]);
        std::swap(row.stamps[0], row.stamps[1]);
        QCOMPARE(encodeRow(row), encodeRow(someRow()));
        Change change = someChange();
        std::swap(change.operations[1].fields[0], change.operations[1].fields[1]);
        QCOMPARE(encodeChange(change), encodeChange(someChange()));
    }

    void whatIsAtItsDefaultIsNotSent()
    {
        QCOMPARE(toHex(encode(PushReply{})), std::string("a0"));
        QCOMPARE(toHex(encode(PullReply{})), std::string("a0"));
        QVERIFY(decodePullReply(*fromHex("a0")).ok());
    }

    void everyPrefixOfEveryMessageIsRefused()
    {
        for (const Sample& sample : samples()) {
            QVERIFY2(sample.decodes(sample.bytes), sample.name);
            for (std::size_t size = 0; size < sample.bytes.size(); ++size)
                QVERIFY2(!sample.decodes(std::string_view(sample.bytes).substr(0, size)), sample.name);
            QVERIFY2(!sample.decodes(sample.bytes + '\0'), sample.name);
        }
    }

    void aFlippedByteIsRefusedOrReadButNeverCrashes()
    {
        int refused = 0;
        for (const Sample& sample : samples())
            for (std::size_t at = 0; at < sample.bytes.size(); ++at)
                for (const int mask : {1, 2, 4, 8, 16, 32, 64, 128, 255, 0x1f, 0xe0}) {
                    Bytes damaged = sample.bytes;
                    damaged[at] = static_cast<char>(damaged[at] ^ mask);
                    refused += sample.decodes(damaged) ? 0 : 1;
                    static_cast<void>(decodeError(damaged));
                }
        QVERIFY(refused > 1000);
    }

    void oneMessageIsNotTakenForAnother()
    {
        const auto all = samples();
        for (const Sample& row : all)
            if (std::string_view(row.name) == "Row" || std::string_view(row.name) == "Change")
                for (const Sample& other : all)
                    QCOMPARE(other.decodes(row.bytes), other.name == row.name);
    }

    void whatANewerPeerAddsToAMessageIsPassedOver()
    {
        // {0: 5, 1: 6, 9: [1, {2: 3}], -1: null, "x": true}
        const auto reply = decodePushReply(*fromHex("a500050106098201a1020320f66178f5"));
        QVERIFY(reply.ok());
        QCOMPARE(reply->lastNumber, 5);
        QCOMPARE(reply->serverTime, 6);
        cbor::Writer row; // an eighth element at the end of a row
        row.array(8);
        row.integer(5);
        row.bytes(id('r').view());
        row.integer(1);
        row.null();
        row.boolean(true);
        row.map(2);
        row.integer(2);
        row.text("Byron");
        row.integer(999);
        row.text("a field of tomorrow");
        row.null();
        row.array(1);
        row.text("more");
        const auto decoded = decodeRow(row.take());
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->fields.size(), std::size_t{1});
        QVERIFY(decoded->root == id('r'));
    }

    void rowsOfAnEntityThatOnlyNewerProgramsKnowArePassedOver()
    {
        PullReply reply = somePullReply();
        Entity tomorrow = contact();
        tomorrow.number = 999;
        reply.rows.front().entity = &tomorrow;
        reply.rows.push_back(someRow());
        reply.memberships.push_back({Scope{}, {999, id('t')}, true});
        reply.gone.push_back({{999, id('t')}, GoneReason::Deleted});
        reply.digests.push_back({Scope{}, 999, 1, {}});
        const auto decoded = decodePullReply(encode(reply));
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->rows.size(), std::size_t{1});
        QCOMPARE(decoded->memberships.size(), std::size_t{2});
        QCOMPARE(decoded->gone.size(), std::size_t{1});
        QCOMPARE(decoded->digests.size(), std::size_t{1});
    }

    void inASealedChangeEverythingMustBeKnown()
    {
        Entity tomorrow = contact();
        Change change = someChange();
        tomorrow.fields[change.operations[1].fields[0].field].number = 19'999; // sorts last, and is unknown
        change.operations[1].entity = &tomorrow;
        QCOMPARE(decodeChange(encodeChange(change)).error().kind, ErrorKind::Corrupt);
        tomorrow = contact();
        tomorrow.number = 999;
        QCOMPARE(decodeChange(encodeChange(change)).error().kind, ErrorKind::Corrupt);

        std::vector<Change> wrong(4, someChange());
        wrong[0].number = 0;
        wrong[1].seenCheckpoint = -1;
        wrong[2].operations[0].id = Id{};
        wrong[3].operations[1].seenRev = -1;
        for (const Change& each : wrong)
            QCOMPARE(decodeChange(encodeChange(each)).error().kind, ErrorKind::Corrupt);
        Bytes longer = encodeChange(someChange());
        longer[0] = '\x86'; // one element more than there may be
        QVERIFY(!decodeChange(longer + '\0').ok());
        Bytes newer = encodeChange(someChange());
        newer[1] = '\x02';
        QCOMPARE(decodeChange(newer).error().kind, ErrorKind::TooNew);
    }

    void limitsAreKept()
    {
        Change change{.number = 1, .editedAt = 1, .seenCheckpoint = 0, .operations = {}};
        change.operations.assign(protocol::maxOperations, someChange().operations[2]);
        QVERIFY(decodeChange(encodeChange(change)).ok());
        change.operations.push_back(change.operations.front());
        QCOMPARE(decodeChange(encodeChange(change)).error().kind, ErrorKind::TooLarge);
        change = someChange();
        change.operations[1].fields[1].after = std::string(protocol::maxChangeBytes, 'x');
        QCOMPARE(decodeChange(encodeChange(change)).error().kind, ErrorKind::TooLarge);

        PushRequest push = somePushRequest();
        push.changes.assign(protocol::maxPushChanges, "x");
        QVERIFY(decodePushRequest(encode(push)).ok());
        push.changes.emplace_back("x");
        QCOMPARE(decodePushRequest(encode(push)).error().kind, ErrorKind::TooLarge);
        push.changes = {Bytes(protocol::maxPushBytes, 'x')};
        QCOMPARE(decodePushRequest(encode(push)).error().kind, ErrorKind::TooLarge);
    }

    void secretsAndKeysHaveTheirSize()
    {
        LoginRequest request = someLoginRequest();
        request.secret.pop_back();
        QVERIFY(!decodeLoginRequest(encode(request)).ok());
        LoginReply reply = someLoginReply();
        reply.digestKey += 'k';
        QVERIFY(!decodeLoginReply(encode(reply)).ok());
    }

    void anOutcomeWithoutAStatusIsNotTakenForApplied()
    {
        QVERIFY(!decodeOutcome(*fromHex("a10103")).ok());
        QVERIFY(!decodeOutcome(*fromHex("a201030207")).ok());
    }

    void errorsComeBackWithTheirKind()
    {
        for (int kind = 0; kind < static_cast<int>(ErrorKind::Internal); ++kind) {
            const Error error{static_cast<ErrorKind>(kind), "A sentence.", "phone"};
            const Error decoded = decodeError(encode(error));
            QCOMPARE(decoded.kind, error.kind);
            QCOMPARE(decoded.message, error.message);
            QCOMPARE(decoded.field, error.field);
        }
    }

    void anInternalErrorTellsNothingOfTheInside()
    {
        const Bytes body = encode(Error{ErrorKind::Internal, "SELECT secret FROM person", "password"});
        QVERIFY(body.find("secret") == Bytes::npos && body.find("password") == Bytes::npos);
        QCOMPARE(decodeError(body).kind, ErrorKind::Internal);
    }

    void whatIsNoErrorOfOursReadsAsUnreachable()
    {
        for (const Bytes& bytes : {Bytes(), Bytes("<html>502 Bad Gateway</html>"), *fromHex("a0"), *fromHex("a10001"),
                                   Bytes(1000, '\xff')}) {
            QCOMPARE(decodeError(bytes).kind, ErrorKind::Unreachable);
            QVERIFY(!decodeError(bytes).message.empty());
        }
    }

    void everyKindOfErrorHasItsHttpStatus()
    {
        QCOMPARE(httpStatus(ErrorKind::Invalid), 400);
        QCOMPARE(httpStatus(ErrorKind::Unauthorized), 401);
        QCOMPARE(httpStatus(ErrorKind::Forbidden), 403);
        QCOMPARE(httpStatus(ErrorKind::NotFound), 404);
        QCOMPARE(httpStatus(ErrorKind::Conflict), 409);
        QCOMPARE(httpStatus(ErrorKind::TooLarge), 413);
        QCOMPARE(httpStatus(ErrorKind::TooNew), 426);
        QCOMPARE(httpStatus(ErrorKind::Internal), 500);
        QCOMPARE(httpStatus(ErrorKind::Corrupt), 500);
        QCOMPARE(httpStatus(ErrorKind::Busy), 503);
        QCOMPARE(httpStatus(ErrorKind::Full), 507);
    }

    void sumsOfHashesAddAndSubtractModuloTwoToThe128()
    {
        Bytes16 one{};
        one[15] = 1;
        QVERIFY(addHash(filled(0xff), one) == Bytes16{});
        QVERIFY(subtractHash(Bytes16{}, one) == filled(0xff));
        const Bytes16 a = blake2b128("k", "a");
        const Bytes16 b = blake2b128("k", "b");
        QVERIFY(addHash(a, b) == addHash(b, a));
        QVERIFY(subtractHash(addHash(a, b), b) == a);
    }

    void theCombinedDigestDoesNotDependOnOrderOrOnEmptyTables()
    {
        const Digest a{Scope{ScopeKind::Company, {}}, 1, 2, filled(1)};
        const Digest b{Scope{ScopeKind::Territory, id('t')}, 3, 4, filled(2)};
        const Digest empty{Scope{ScopeKind::Territory, id('t')}, 5, 0, {}};
        QVERIFY(combinedDigest({a, b}) == combinedDigest({b, empty, a}));
        QVERIFY(combinedDigest({a}) != combinedDigest({b}));
        QVERIFY(combinedDigest({}) == blake2b128({}, {}));
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "CodecTest.moc"
