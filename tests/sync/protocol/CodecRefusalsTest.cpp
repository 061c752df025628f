// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Cbor.h"
#include "sync/protocol/Digests.h"
#include "tests/sync/protocol/Samples.h"

#include <QTest>

#include <cstdlib>
#include <new>

using namespace satchel;
using namespace satchel::test;

namespace {

std::size_t largestBlock = 0; // that anybody has asked for

} // namespace

void* operator new(std::size_t size)
{
    largestBlock = std::max(largestBlock, size);
    if (void* block = std::malloc(size > 0 ? size : 1))
        return block;
    throw std::bad_alloc();
}

void operator delete(void* block) noexcept
{
    std::free(block);
}

void operator delete(void* block, std::size_t) noexcept
{
    std::free(block);
}

/// What is refused, what is passed over, and what it may cost.
class CodecRefusalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        cbor::Writer row; // a ninth element at the end of a row, and a fourth list behind rows, authors and lines
        row.array(4);
        row.array(0);
        row.array(1);
        row.array(9);
        row.integer(5);
        row.bytes(id('r').view());
        row.integer(1);
        row.null();
        row.integer(0);
        row.map(2);
        row.integer(2);
        row.text("Byron");
        row.integer(999);
        row.text("a field of tomorrow");
        row.array(0);
        row.array(0);
        row.array(1);
        row.text("more");
        row.array(0);
        row.array(0);
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
        newer[1] = '\x03';
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

    void whatAnnouncesMoreThanItHoldsCostsNoMemory()
    {
        // Lists, maps, texts and bytes of 2^62 and of 2^32 - 1, at the top and where each message has a list.
        for (const char* count : {"9b4000000000000000", "bb4000000000000000", "7b4000000000000000",
                                  "5b4000000000000000", "9affffffff", "baffffffff", "7affffffff", "5affffffff"}) {
            std::vector<Bytes> attacks = {*fromHex(count)};
            for (int key = 0; key < 16; ++key)
                attacks.push_back(*fromHex("a1") + static_cast<char>(key) + *fromHex(count));
            attacks.push_back(*fromHex("8501011b000001a202974dc007") + *fromHex(count)); // the operations of a change
            attacks.push_back(*fromHex("82") + *fromHex(count));
            for (Bytes& attack : attacks) {
                attack += Bytes(1000, '\0');
                for (const Sample& sample : samples()) {
                    largestBlock = 0;
                    QVERIFY2(!sample.decodes(attack), sample.name);
                    QVERIFY2(largestBlock <= 64 * attack.size(), sample.name);
                    static_cast<void>(decodeError(attack));
                }
            }
        }
    }

    void whatIsNestedDeeplyIsRefusedAtOnce()
    {
        for (const char opener : {'\x81', '\xa1'}) {
            const Bytes nested(1'000'000, opener);
            for (const Sample& sample : samples())
                QVERIFY2(!sample.decodes(nested), sample.name);
            QCOMPARE(decodeError(nested).kind, ErrorKind::Unreachable);
        }
    }

    void manySmallThingsBecomeNoLargeOnes()
    {
        // The smallest elements there are, as many as a body holds: what is made of them stays in proportion.
        cbor::Writer many;
        many.map(1);
        many.integer(3);
        many.array(protocol::maxPushChanges);
        for (std::size_t i = 0; i < protocol::maxPushChanges; ++i)
            many.bytes("");
        const Bytes body = many.take();
        largestBlock = 0;
        QVERIFY(decodePushRequest(body).ok());
        QVERIFY(largestBlock <= 64 * body.size());
    }

    void fieldsHaveNumbersFromOneUp()
    {
        // Found by the fuzzer: kept among the unknown ones, such a field was written where nobody could read it.
        RowUpsert row = someRow();
        row.whole = true;
        row.unknown = {{-14, "x"}};
        QVERIFY(!decodeRow(encodeRow(row)).ok());
        row.unknown = {{0, "x"}};
        QVERIFY(!decodeRow(encodeRow(row)).ok());
        row.unknown = {{99, "x"}};
        QVERIFY(decodeRow(encodeRow(row)).ok());
        Outcome outcome = someOutcome();
        outcome.different.front().second.emplace_back(-1, "x");
        QVERIFY(!decodeOutcome(encodeOutcome(outcome)).ok());
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

QTEST_GUILESS_MAIN(CodecRefusalsTest)
#include "CodecRefusalsTest.moc"
