// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Cbor.h"
#include "tests/sync/protocol/Samples.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// What is encoded comes back as it was.
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

    void whoHasReceivedAPriceListIsSaidPerDevice()
    {
        const ReceiptsRequest request{.revision = someRow().id};
        QVERIFY(decodeReceiptsRequest(encode(request))->revision == request.revision);
        ReceiptsReply reply;
        reply.devices.push_back(
            {.user = someRow().id, .device = someRow().root, .name = "Laptop", .lastSeen = 7, .received = true});
        reply.devices.push_back({.user = someRow().id, .device = someRow().root});
        const auto decoded = decodeReceiptsReply(encode(reply));
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->devices.size(), std::size_t{2});
        QVERIFY(decoded->devices[0].user == someRow().id && decoded->devices[0].device == someRow().root);
        QCOMPARE(decoded->devices[0].name, "Laptop");
        QCOMPARE(decoded->devices[0].lastSeen, Milliseconds{7});
        QVERIFY(decoded->devices[0].received && !decoded->devices[1].received);
        QVERIFY(!decodeReceiptsReply(encode(request)).ok());
    }

    void whatAnAdministratorSeesAndDoesTravels()
    {
        const Overview sent = someOverview();
        const auto overview = decodeOverview(encode(sent));
        QVERIFY(overview.ok());
        QCOMPARE(encode(*overview), encode(sent)); // nothing of it was lost
        QVERIFY(overview->devices[0].revoked && overview->devices[0].waiting == 4 &&
                overview->held[0].label == "Ana Ruiz");
        const AdminDeed deed{.kind = AdminDeed::Kind::SetPassword, .subject = sent.fuses[0].user, .password = "secret"};
        const auto read = decodeAdminDeed(encode(deed));
        QVERIFY(read.ok() && read->kind == deed.kind && read->subject == deed.subject && read->password == "secret");
        // A deed of a newer program, and one that says nothing, are refused: what else could be done?
        QVERIFY(!decodeAdminDeed(*fromHex("a1000c")).ok());
        QVERIFY(!decodeAdminDeed(*fromHex("a10000")).ok());
        QVERIFY(!decodeAdminDeed(*fromHex("a0")).ok());
        QVERIFY(decodeOverviewRequest(*fromHex("a0")).ok() && decodeOwnPasswordDone(*fromHex("a0")).ok());
        QCOMPARE(decodeAdminDone(encode(AdminDone{.password = "made", .count = 3}))->count, std::int64_t{3});
        QCOMPARE(decodeOwnPassword(encode(OwnPassword{.present = "a", .chosen = "b"}))->chosen, std::string("b"));
    }

    void whatIsAtItsDefaultIsNotSent()
    {
        QCOMPARE(toHex(encode(PushReply{})), std::string("a0"));
        QCOMPARE(toHex(encode(PullReply{})), std::string("a0"));
        QVERIFY(decodePullReply(*fromHex("a0")).ok());
    }
};

QTEST_GUILESS_MAIN(CodecTest)
#include "CodecTest.moc"
