// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Cbor.h"

#include <QTest>

#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

using namespace satchel;
using cbor::Kind;
using cbor::Reader;
using cbor::Writer;
using Json = nlohmann::json;

namespace {

constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
constexpr auto largest = std::numeric_limits<std::int64_t>::max();

Bytes hex(const char* text)
{
    return fromHex(text).value_or("not hexadecimal");
}

// The items of RFC 8949, appendix A, that are in Satchel's profile. All others there are floats, tags, undefined and
// simple values, integers of more than 64 bits signed, or of indefinite length.
const std::set<std::string> inProfile = {"00",
                                         "01",
                                         "0a",
                                         "17",
                                         "1818",
                                         "1819",
                                         "1864",
                                         "1903e8",
                                         "1a000f4240",
                                         "1b000000e8d4a51000",
                                         "20",
                                         "29",
                                         "3863",
                                         "3903e7",
                                         "f4",
                                         "f5",
                                         "f6",
                                         "40",
                                         "4401020304",
                                         "60",
                                         "6161",
                                         "6449455446",
                                         "62225c",
                                         "62c3bc",
                                         "63e6b0b4",
                                         "64f0908591",
                                         "80",
                                         "83010203",
                                         "8301820203820405",
                                         "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
                                         "a0",
                                         "a201020304",
                                         "a26161016162820203",
                                         "826161a161626163",
                                         "a56161614161626142616361436164614461656145"};

Json toJson(Reader& reader)
{
    switch (reader.next()) {
    case Kind::Integer: return reader.integer();
    case Kind::Bytes: return "bytes " + toHex(reader.bytes());
    case Kind::Text: return std::string(reader.text());
    case Kind::Boolean: return reader.boolean();
    case Kind::Array: {
        Json array = Json::array();
        for (std::size_t left = reader.array(); left > 0; --left)
            array.push_back(toJson(reader));
        return array;
    }
    case Kind::Map: {
        Json object = Json::object();
        for (std::size_t left = reader.map(); left > 0; --left) {
            const Json key = toJson(reader);
            object[key.is_string() ? key.get<std::string>() : key.dump()] = toJson(reader);
        }
        return object;
    }
    default: return reader.null() ? Json() : Json("nothing");
    }
}

void copy(Reader& reader, Writer& writer)
{
    switch (reader.next()) {
    case Kind::Integer: return writer.integer(reader.integer());
    case Kind::Bytes: return writer.bytes(reader.bytes());
    case Kind::Text: return writer.text(reader.text());
    case Kind::Boolean: return writer.boolean(reader.boolean());
    case Kind::Array: {
        const std::size_t count = reader.array();
        writer.array(count);
        for (std::size_t i = 0; i < count; ++i)
            copy(reader, writer);
        return;
    }
    case Kind::Map: {
        const std::size_t count = reader.map();
        writer.map(count);
        for (std::size_t i = 0; i < 2 * count; ++i)
            copy(reader, writer);
        return;
    }
    default:
        if (reader.null())
            writer.null();
    }
}

// The vectors of a file of ../shared/data/cbor-rfc8949; null where it is not present.
Json vectors(const char* name)
{
    std::ifstream file(std::string(SATCHEL_SHARED_DATA "/cbor-rfc8949/") + name);
    return file ? Json::parse(file, nullptr, false) : Json();
}

} // namespace

class CborTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theExamplesOfRfc8949AreReadOrRefusedAsTheProfileSays()
    {
        const Json examples = vectors("appendix_a.json");
        if (examples.is_null())
            QSKIP("SKIPPED: ../shared/data/cbor-rfc8949 is not there, so the RFC's own examples were not tried");
        std::set<std::string> read;
        for (const Json& example : examples) {
            const auto text = example["hex"].get<std::string>();
            const Bytes bytes = hex(text.c_str());
            const bool expected = inProfile.contains(text);
            QVERIFY2(cbor::check(bytes).ok() == expected, text.c_str());
            if (!expected)
                continue;
            read.insert(text);
            auto reader = Reader::open(bytes);
            const Json decoded = toJson(*reader);
            QVERIFY2(reader->good() && reader->remaining() == 0, text.c_str());
            if (example.contains("decoded"))
                QVERIFY2(decoded == example["decoded"], text.c_str());
            else if (text == "a201020304")
                QVERIFY(decoded == Json({{"1", 2}, {"3", 4}}));
            else
                QVERIFY(text.starts_with('4') && decoded == "bytes " + text.substr(2));
            Reader again = *Reader::open(bytes);
            Writer writer;
            copy(again, writer);
            QCOMPARE(toHex(writer.take()), text);
        }
        QCOMPARE(read.size(), inProfile.size());
    }

    void everyMalformedItemOfRfc8949IsRefused()
    {
        const Json items = vectors("not_well_formed_appendix_f.json");
        if (items.is_null())
            QSKIP("SKIPPED: ../shared/data/cbor-rfc8949 is not there, so the RFC's malformed items were not tried");
        QVERIFY(items.size() > 90);
        for (const Json& item : items)
            QVERIFY2(!cbor::check(hex(item["hex"].get<std::string>().c_str())).ok(), item.dump().c_str());
    }

    void whatIsOutsideOfTheProfileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QByteArray::fromHex(text); };
        row("nothing", "");
        row("two items", "0000");
        row("a float", "f93c00");
        row("a tag", "c100");
        row("undefined", "f7");
        row("a simple value", "e0");
        row("a simple value of two bytes", "f820");
        row("24 or less in two bytes", "1817");
        row("255 in three bytes", "1900ff");
        row("65535 in five bytes", "1a0000ffff");
        row("2^32 - 1 in nine bytes", "1b00000000ffffffff");
        row("a length not in its shortest form", "580100");
        row("2^63", "1b8000000000000000");
        row("-2^63 - 1", "3b8000000000000000");
        row("an array of indefinite length", "9fff");
        row("a text of indefinite length", "7fff");
        row("keys out of order", "a201000000");
        row("text keys out of order", "a2616200616100");
        row("a longer key before a shorter one", "a21818000000");
        row("the same key twice", "a201000100");
        row("a map without its last value", "a100");
        row("U+0000 in a text", "6100");
        row("an overlong form in a text", "62c080");
        row("a surrogate in a text", "63eda080");
        row("half a character", "61c3");
        row("an array of 2^64 - 1 elements", "9bffffffffffffffff");
        row("an array of 2^63 - 1 elements", "9b7fffffffffffffff");
        row("a map of 2^62 pairs", "bb4000000000000000");
        row("a string of 2^64 - 1 bytes", "5bffffffffffffffff");
        row("seventeen arrays in each other", "818181818181818181818181818181818180");
    }
    void whatIsOutsideOfTheProfileIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const Status status = cbor::check(bytes.toStdString());
        QVERIFY(!status.ok());
        QCOMPARE(status.error().kind, ErrorKind::Corrupt);
        QVERIFY(!Reader::open(bytes.toStdString()).ok());
    }

    void sixteenLevelsAreRead()
    {
        QVERIFY(cbor::check(hex("81818181818181818181818181818180")).ok());
        QVERIFY(cbor::check(hex("a100a100a100a100a100a100a100a100a100a100a100a100a100a100a100a0")).ok());
    }

    void aMillionOpenArraysDoNotOverflowTheStack() { QVERIFY(!cbor::check(Bytes(1'000'000, '\x81')).ok()); }

    void integersComeBackAndInTheirShortestForm()
    {
        for (const std::int64_t value :
             {std::int64_t{0}, std::int64_t{23}, std::int64_t{24}, std::int64_t{255}, std::int64_t{256},
              std::int64_t{65535}, std::int64_t{65536}, std::int64_t{4294967295}, std::int64_t{4294967296}, largest}) {
            for (const std::int64_t number : {value, -1 - value}) {
                Writer writer;
                writer.integer(number);
                const Bytes bytes = writer.take();
                auto reader = Reader::open(bytes);
                QVERIFY(reader.ok());
                QCOMPARE(reader->integer(), number);
                QCOMPARE(bytes.size(), value < 24           ? 1U
                                       : value < 256        ? 2U
                                       : value < 65536      ? 3U
                                       : value < 4294967296 ? 5U
                                                            : 9U);
            }
        }
        Writer writer;
        writer.integer(smallest);
        QCOMPARE(toHex(writer.take()), std::string("3b7fffffffffffffff"));
    }

    void aPieceOfAnotherKindMakesTheReaderBadForGood()
    {
        const Bytes bytes = hex("83016161f5");
        Reader reader = *Reader::open(bytes);
        QCOMPARE(reader.array(), std::size_t{3});
        QCOMPARE(reader.text(), std::string_view());
        QVERIFY(!reader.good());
        QCOMPARE(reader.integer(), std::int64_t{0});
        QCOMPARE(reader.text(), std::string_view());
        QVERIFY(!reader.boolean());
        reader.skip();
        QVERIFY(!reader.good());
        QCOMPARE(reader.next(), Kind::End);
    }

    void readingBeyondTheEndIsBad()
    {
        const Bytes bytes = hex("01");
        Reader reader = *Reader::open(bytes);
        QCOMPARE(reader.integer(), std::int64_t{1});
        QVERIFY(reader.good());
        QCOMPARE(reader.next(), Kind::End);
        QCOMPARE(reader.integer(), std::int64_t{0});
        QVERIFY(!reader.good());
    }

    void skippingPassesOverOneItemWithAllThatIsInIt()
    {
        const Bytes bytes = hex("8301a2018202830405f60341ff0a");
        Reader reader = *Reader::open(bytes);
        QCOMPARE(reader.array(), std::size_t{3});
        reader.skip();
        reader.skip();
        QCOMPARE(reader.integer(), std::int64_t{10});
        QVERIFY(reader.good());
        QCOMPARE(reader.remaining(), std::size_t{0});
    }

    void nothingIsHandedOutOfBytesThatWereNotChecked()
    {
        // Whatever 3 bytes there are: no crash, and what is accepted has exactly one spelling.
        for (unsigned value = 0; value < 1U << 24; value += 31) {
            const Bytes bytes = {static_cast<char>(value >> 16), static_cast<char>(value >> 8),
                                 static_cast<char>(value)};
            auto reader = Reader::open(bytes);
            if (!reader)
                continue;
            Writer writer;
            copy(*reader, writer);
            if (writer.take() != bytes)
                QFAIL(toHex(bytes).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(CborTest)
#include "CborTest.moc"
