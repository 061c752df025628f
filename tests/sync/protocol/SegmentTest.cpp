// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Segment.h"
#include "sync/protocol/SegmentMessages.h"

#include <QFile>
#include <QTest>

#include <limits>
#include <zstd.h>

using namespace satchel;

namespace {

Id id(unsigned char last)
{
    Id made = *Id::parse("01938000-0000-7000-8000-000000000000");
    made.bytes[15] = last;
    return made;
}

std::vector<Record> accounts()
{
    std::vector<Record> records;
    for (unsigned char i = 0; i < 3; ++i) {
        Record record(schema::entity("account"), id(static_cast<unsigned char>(0x10 + i)));
        record.rev = 5 + i;
        record.root = record.id;
        record.set("name", "Acme " + std::to_string(i));
        record.set("status", i == 1 ? Value() : Value("customer"));
        record.set("employees", std::int64_t{i == 2 ? std::numeric_limits<std::int64_t>::min() : 100 * i});
        record.set("owner", id(0x77)); // of another set
        if (i == 2)
            record.set("parent", id(0x10));
        records.push_back(record);
    }
    return records;
}

std::vector<Record> contacts()
{
    std::vector<Record> records;
    for (unsigned char i = 0; i < 4; ++i) {
        Record record(schema::entity("contact"), id(static_cast<unsigned char>(0x20 + i)));
        record.rev = std::numeric_limits<std::int64_t>::max() - i;
        record.set("last_name", std::string("Łódź ") + static_cast<char>('a' + i));
        if (i < 2)
            record.set("account", id(static_cast<unsigned char>(0x10 + i)));
        record.root = i < 2 ? id(static_cast<unsigned char>(0x10 + i)) : i == 2 ? record.id : id(0x55);
        records.push_back(record);
    }
    return records;
}

std::vector<HistoryEntry> history()
{
    std::vector<HistoryEntry> entries;
    const std::vector<Value> values = {Value(), Value(std::int64_t{-7}), Value("text"), Value(id(0x20)),
                                       Value(id(0x99))};
    for (std::size_t i = 0; i < values.size(); ++i)
        entries.push_back({.row = {5, id(0x21)},
                           .seq = static_cast<std::int64_t>(10 + i),
                           .field = static_cast<int>(i),
                           .from = values[i],
                           .to = values[values.size() - 1 - i],
                           .user = id(0x77),
                           .device = i == 0 ? "" : "laptop",
                           .at = 1795339800000 + static_cast<std::int64_t>(i),
                           .rule = "set"});
    return entries;
}

std::vector<Bytes> wholeSet()
{
    SegmentWriter writer;
    const auto a = accounts();
    const auto c = contacts();
    const auto h = history();
    const std::vector<RowKey> members = {{3, id(0x10)}, {3, id(0x11)}, {5, id(0x22)}, {8, id(0x66)}};
    return {writer.rows(*a[0].entity, a), writer.rows(*c[0].entity, c), writer.history(h), writer.members(members)};
}

std::string unpacked(const Bytes& segment)
{
    std::string content(ZSTD_getFrameContentSize(segment.data(), segment.size()), '\0');
    content.resize(ZSTD_decompress(content.data(), content.size(), segment.data(), segment.size()));
    return content;
}

Bytes packed(const std::string& content)
{
    Bytes segment(ZSTD_compressBound(content.size()), '\0');
    segment.resize(ZSTD_compress(segment.data(), segment.size(), content.data(), content.size(), 1));
    return segment;
}

Record recordOf(const SegmentTable& table, std::size_t row)
{
    Record record(*table.entity, table.ids[row]);
    record.rev = table.revs[row];
    record.root = table.roots[row];
    for (const auto& [number, cells] : table.columns)
        record.values[*table.entity->indexOfNumber(number)] = cells[row].value();
    return record;
}

// Reads the first `ahead` segments of the set as they are, then this one.
Result<SegmentTable> readAfter(std::size_t ahead, const Bytes& segment)
{
    static const std::vector<Bytes> whole = wholeSet();
    SegmentReader reader;
    for (std::size_t i = 0; i < ahead; ++i)
        if (auto read = reader.read(whole[i]); !read.ok())
            return read;
    return reader.read(segment);
}

std::string lines(const std::string& hex)
{
    std::string text;
    for (std::size_t i = 0; i < hex.size(); i += 80)
        text += hex.substr(i, 80) + "\n";
    return text;
}

} // namespace

class SegmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPackedComesOutAgain()
    {
        const auto set = wholeSet();
        SegmentReader reader;
        const auto first = reader.read(set[0]);
        QVERIFY(first.ok());
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(recordOf(*first, i) == accounts()[i]);
        const auto second = reader.read(set[1]);
        QVERIFY(second.ok());
        for (std::size_t i = 0; i < 4; ++i)
            QVERIFY(recordOf(*second, i) == contacts()[i]);
        const auto third = reader.read(set[2]);
        QVERIFY(third.ok());
        QCOMPARE(third->kind, SegmentKind::History);
        for (std::size_t i = 0; i < 5; ++i)
            QVERIFY(third->entry(i) == history()[i]);
        const auto fourth = reader.read(set[3]);
        QVERIFY(fourth.ok());
        QVERIFY((fourth->member(3) == RowKey{8, id(0x66)}));
        QVERIFY((fourth->member(0) == RowKey{3, id(0x10)}));
    }

    void rowsStandInTheOrderOfWhatTheyReferTo()
    {
        SegmentWriter writer;
        const auto told = accounts();
        (void)writer.rows(*told[0].entity, told);
        std::vector<SegmentWriter::Place> rows = {{id(1), {id(0x99)}}, // nobody here knows it
                                                  {id(2), {told[1].id}}, {id(3), {told[0].id}}, {id(4), {id(0x98)}},
                                                  {id(6), {told[0].id}}, {id(5), {told[0].id}}};
        writer.arrange(rows);
        std::vector<Id> order;
        for (const SegmentWriter::Place& row : rows)
            order.push_back(row.id);
        QVERIFY((order == std::vector<Id>{id(3), id(5), id(6), id(2), id(4), id(1)}));
    }

    void manyValuesOfEveryKindComeOutAgain()
    {
        std::vector<Record> records;
        std::uint64_t state = 1;
        const auto next = [&] { return state = state * 6364136223846793005ULL + 1442695040888963407ULL; };
        for (int i = 0; i < 3000; ++i) {
            Id made = id(1);
            for (std::size_t k = 0; k < 8; ++k)
                made.bytes[8 + k] = static_cast<unsigned char>(next() >> 40);
            Record record(schema::entity("lead"), made);
            record.rev = static_cast<std::int64_t>(next());
            record.root = next() % 3 == 0 ? record.id : id(static_cast<unsigned char>(next() % 200));
            record.set("name", "n" + std::to_string(next() % 5000));
            record.set("company", next() % 4 == 0 ? Value() : Value("c" + std::to_string(next() % 700)));
            record.set("score", next() % 2 == 0 ? Value() : Value(static_cast<std::int64_t>(next())));
            record.set("last_contact", static_cast<std::int64_t>(next() % 100000) * 900000);
            record.set("respond_by", record.value("last_contact").integer() + 3600000);
            record.set("owner", next() % 5 == 0 ? Value() : Value(id(static_cast<unsigned char>(next() % 9))));
            records.push_back(std::move(record));
        }
        SegmentWriter writer;
        const Bytes segment = writer.rows(schema::entity("lead"), records);
        SegmentReader reader;
        const auto table = reader.read(segment);
        QVERIFY(table.ok());
        for (std::size_t i = 0; i < records.size(); ++i)
            QVERIFY(recordOf(*table, i) == records[i]);
    }

    void theExampleInTheProtocolIsThisOne()
    {
        Record record(schema::entity("contact"), id(0x05));
        record.rev = 9;
        record.root = id(0x06);
        record.set("last_name", "Ruiz");
        record.set("account", id(0x06));
        record.set("job_title", "Buyer");
        SegmentWriter writer;
        const std::vector<Record> records = {record};
        const std::string content = unpacked(writer.rows(*record.entity, records));
        QFile file(QStringLiteral(SATCHEL_SOURCE_DIR "/sync/PROTOCOL.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string example = lines(toHex(content));
        QVERIFY2(file.readAll().toStdString().find(example) != std::string::npos, example.c_str());
    }

    void everyPrefixIsRefused()
    {
        const auto set = wholeSet();
        for (std::size_t k = 0; k < set.size(); ++k) {
            const std::string content = unpacked(set[k]);
            QVERIFY(readAfter(k, packed(content)).ok());
            for (std::size_t size = 0; size < content.size(); ++size)
                QVERIFY(!readAfter(k, packed(content.substr(0, size))).ok());
            for (std::size_t size = 0; size < set[k].size(); ++size)
                QVERIFY(!readAfter(k, set[k].substr(0, size)).ok());
            QVERIFY(!readAfter(k, packed(content + '\0')).ok());
            QVERIFY(!readAfter(k, set[k] + '\0').ok());
        }
    }

    void anyByteMayBeWrongAndNothingBreaks()
    {
        const auto set = wholeSet();
        for (std::size_t k = 0; k < set.size(); ++k) {
            const std::string content = unpacked(set[k]);
            for (std::size_t at = 0; at < content.size(); ++at)
                for (const unsigned change : {1U, 0x7fU, 0x80U, 0xffU}) {
                    std::string wrong = content;
                    wrong[at] = static_cast<char>(static_cast<unsigned char>(wrong[at]) ^ change);
                    const auto table = readAfter(k, packed(wrong));
                    if (!table.ok())
                        QCOMPARE(table.error().kind, ErrorKind::Corrupt);
                }
        }
    }

    void aBombIsNotUnpacked()
    {
        const std::string zeros(protocol::maxSegmentContent + 1, '\0');
        QVERIFY(!SegmentReader().read(packed(zeros)).ok());
        // 20,000 elements and any number of empty columns cost no bytes to claim.
        std::string content = {1, 3, 0, '\xa0', '\x9c', 1, 0, 0, 100};
        for (int column = 0; column < 100; ++column)
            content += std::string{static_cast<char>(column), 0, 0};
        QVERIFY(!SegmentReader().read(packed(content)).ok());
    }

    void segmentsOutOfOrderAreRefused()
    {
        const auto set = wholeSet();
        QVERIFY(!SegmentReader().read(set[1]).ok());
        SegmentReader reader;
        QVERIFY(reader.read(set[0]).ok());
        QVERIFY(!reader.read(set[0]).ok());
    }

    void theMessagesAboutThemComeOutAgain()
    {
        const Scope scope{ScopeKind::Territory, id(7)};
        const auto request = decodeSegmentPlanRequest(encode(SegmentPlanRequest{.history = id(1), .scopes = {scope}}));
        QVERIFY(request.ok());
        QVERIFY(request->scopes == std::vector<Scope>{scope});
        const SegmentPlan plan{.history = id(1),
                               .serverTime = 5,
                               .sets = {{.scope = scope, .seq = 9, .segments = {{Bytes(32, 'a'), 100, 7}}}}};
        const auto read = decodeSegmentPlan(encode(plan));
        QVERIFY(read.ok());
        QVERIFY(read->sets == plan.sets);
        const SegmentFetch fetch{.history = id(1), .addresses = {Bytes(32, 'a'), Bytes(32, 'b')}, .maxBytes = 77};
        const auto asked = decodeSegmentFetch(encode(fetch));
        QVERIFY(asked.ok());
        QVERIFY(asked->addresses == fetch.addresses);
        QCOMPARE(asked->maxBytes, 77);
        QVERIFY(!decodeSegmentFetch(encode(SegmentFetch{.history = id(1), .addresses = {Bytes(31, 'a')}})).ok());
        const auto reply = decodeSegmentReply(encode(SegmentReply{.segments = {"one", "two"}}));
        QVERIFY(reply.ok());
        QVERIFY((reply->segments == std::vector<Bytes>{"one", "two"}));
        for (const Bytes& message : {encode(plan), encode(fetch)})
            for (std::size_t size = 0; size < message.size(); ++size) {
                QVERIFY(!decodeSegmentPlan(message.substr(0, size)).ok());
                QVERIFY(!decodeSegmentFetch(message.substr(0, size)).ok());
            }
    }
};

QTEST_GUILESS_MAIN(SegmentTest)
#include "SegmentTest.moc"
