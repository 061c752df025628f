// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "core/schema/Schema.h"
#include "core/schema/Validation.h"
#include "core/schema/ValueJson.h"
#include "core/schema/ValueText.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace satchel;

namespace {

const Entity& contact = schema::entity("contact");
const std::string idA = "01935100-0000-7000-8000-00000000000a";
const std::string idB = "01935100-0000-7000-8000-00000000000b";
const std::string me = "01935100-0000-7000-8000-0000000000ff";

Status check(const char* entity, const char* field, const Value& value)
{
    return validateValue(schema::entity(entity), *schema::entity(entity).field(field), value);
}

ValueContext context()
{
    ValueContext made;
    made.resolve = [](const Entity&, std::string_view text) -> Result<Id> {
        if (const auto id = Id::parse(text))
            return *id;
        if (text == "Acme")
            return *Id::parse(idA);
        return Error{ErrorKind::NotFound, "There is no such account."};
    };
    made.newId = [next = 0]() mutable { return Id::make(2'000'000'000'000 + next++, std::string(10, '\0')); };
    made.now = *parseInstant("2026-11-22T09:30:00Z");
    made.me = *Id::parse(me);
    return made;
}

Result<Value> read(const char* entity, const char* field, std::string_view text, const Value& current = {},
                   const ValueContext& with = context())
{
    return parseValue(schema::entity(entity), *schema::entity(entity).field(field), text, current, with);
}

std::string textOf(const Result<Value>& value)
{
    return value ? value->text() : "refused: " + value.error().message;
}

std::vector<std::string> entriesOf(const Value& timeline)
{
    std::vector<std::string> texts;
    const auto entries = readTimeline(timeline.text());
    for (const TimelineEntry& entry : *entries)
        texts.push_back(entry.text);
    return texts;
}

const std::string timelineOfTwo = "[{\"id\":\"" + idA + "\",\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"" + me +
                                  "\",\"text\":\"first\"},{\"id\":\"" + idB +
                                  "\",\"at\":\"2026-01-02T00:00:00Z\",\"by\":\"" + me + "\",\"text\":\"second\"}]";

} // namespace

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsFoundByItsName()
    {
        for (const Entity& entity : schema::entities()) {
            for (std::size_t i = 0; i < entity.fields.size(); ++i)
                QCOMPARE(entity.indexOf(entity.fields[i].name), std::optional(i));
            QVERIFY(!entity.indexOf("wings"));
            QVERIFY(!entity.indexOf(""));
        }
    }
    /// Also of an entity that somebody changes after it was made, as tests do.
    void aFieldThatCameLaterIsFound()
    {
        Entity entity = schema::entity("contact");
        entity.fields.push_back({.number = 900, .name = "wings"});
        QCOMPARE(entity.indexOf("wings"), std::optional(entity.fields.size() - 1));
        entity.fields.erase(entity.fields.begin());
        for (std::size_t i = 0; i < entity.fields.size(); ++i)
            QCOMPARE(entity.indexOf(entity.fields[i].name), std::optional(i));
    }

    void compositesHaveOneCanonicalForm()
    {
        QCOMPARE(writeList({"a", "b\"\\\n\x01\x7F\xC3\xA4"}),
                 std::string("[\"a\",\"b\\\"\\\\\\n\\u0001\x7F\xC3\xA4\"]"));
        QCOMPARE(writeList({}), std::string());
        QCOMPARE(writeGroup({{"city", "Ulm"}, {"region", ""}}), std::string("{\"city\":\"Ulm\"}"));
        QCOMPARE(writeGroup({{"city", ""}}), std::string());
        const auto group = readGroup("{\"street\":\"a\",\"city\":\"b\"}");
        QVERIFY(group);
        QCOMPARE(*group, (GroupMembers{{"street", "a"}, {"city", "b"}}));
    }

    void timelinesAreOrderedAndHaveOneEntryAnId()
    {
        const std::vector<TimelineEntry> entries = {
            {idB, 86'400'000, me, "later"}, {idA, 0, me, "earlier"}, {idB, 86'400'000, me, "later"}};
        const std::string written = writeTimeline(entries);
        const auto readBack = readTimeline(written);
        QVERIFY(readBack);
        QCOMPARE(readBack->size(), std::size_t(2));
        QCOMPARE(readBack->front().text, std::string("earlier"));
        QVERIFY(written.starts_with("[{\"id\":\"" + idA + "\",\"at\":\"1970-01-01T00:00:00Z\",\"by\":"));
        QCOMPARE(writeTimeline({}), std::string());
    }

    void compositesThatAreNotCanonicalAreCorruptOrRefused_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* field, const QByteArray& text) {
            QTest::addRow("%s %s", field, text.left(40).constData()) << QByteArray(field) << text;
        };
        for (const char* text : {"", "a", "[", "[]", "[1]", "[\"a\",\"a\"]", "[\"a\"] ", "[\"a\"]x", "[ \"a\"]",
                                 "[\"\"]", "[[\"a\"]]", "[\"\\u0061\"]", "[\"a\\u0000\"]", "[\"\\ud800\"]",
                                 "{\"a\":\"b\"}", "null", "[\"two\\nlines\"]", "[\"a\",]"})
            row("tags", text);
        for (const char* text :
             {"{}", "{\"city\":1}", "{\"town\":\"Ulm\"}", "{\"city\":\"\"}", "{\"city\":\"Ulm\",\"street\":\"x\"}",
              "{\"city\":\"Ulm\",\"city\":\"Ulm\"}", "{ \"city\":\"Ulm\"}", "[]", "\"Ulm\""})
            row("address", text);
        for (const char* text :
             {"[]", "[{}]", "[\"a\"]", "[{\"id\":\"x\",\"at\":\"2026-01-01T00:00:00Z\",\"by\":\"y\",\"text\":\"z\"}]"})
            row("timeline", text);
        row("tags", QByteArray(100000, '['));
    }
    void compositesThatAreNotCanonicalAreCorruptOrRefused()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, text);
        QVERIFY(!check("contact", field.constData(), Value(text.toStdString())));
    }

    void valuesAreHeldToTheirDeclaration_data()
    {
        QTest::addColumn<QByteArray>("entity");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sentence"); // empty: good
        const auto row = [](const char* name, const char* entity, const char* field, const QByteArray& text,
                            const char* sentence = "") {
            QTest::newRow(name) << QByteArray(entity) << QByteArray(field) << text << QByteArray(sentence);
        };
        row("a name", "contact", "last_name", "O\xE2\x80\x99Neil");
        row("a name of 100 characters", "contact", "last_name", QByteArray("\xC3\xA4").repeated(100));
        row("a name of 101 characters", "contact", "last_name", QByteArray("\xC3\xA4").repeated(101),
            "The last name of a contact may have at most 100 characters; this has 101.");
        row("notes that are too long", "contact", "notes", QByteArray(100001, 'x'),
            "The notes of a contact may have at most 100000 characters; this has 100001.");
        row("notes of several lines", "contact", "notes", "a\r\nb\n");
        row("a name of two lines", "contact", "last_name", "a\nb", "The last name of a contact must be a single line.");
        row("an empty text", "contact", "last_name", "",
            "The last name of a contact must be left out when it is empty.");
        row("a null character", "contact", "notes", QByteArray("a\0b", 3),
            "The notes of a contact must be text in UTF-8 without the null character.");
        row("a choice", "task", "priority", "high");
        row("not a choice", "task", "priority", "urgent",
            "The priority of a task must be low, normal or high; \"urgent\" is none of these.");
        row("money", "price_entry", "price", "12.30 EUR");
        row("money that is not canonical", "price_entry", "price", "12.3 EUR",
            "The price of a price entry must be an amount with its currency such as 12.30 EUR; \"12.3 EUR\" is not.");
        row("a date", "contact", "birthday", "1970-02-28");
        row("no date", "contact", "birthday", "1970-02-30",
            "The birthday of a contact must be a date such as 2026-11-22; \"1970-02-30\" is none.");
        row("a mail address", "contact", "email", "j\xC3\xBCrgen.o'neil+x@example.co.uk");
        row("no mail address", "contact", "email", "example.com",
            "The email of a contact must look like name@example.com; \"example.com\" does not.");
        row("two at signs", "contact", "email", "a@b@c",
            "The email of a contact must look like name@example.com; \"a@b@c\" does not.");
        row("a space in an address", "contact", "email", "a b@c",
            "The email of a contact must look like name@example.com; \"a b@c\" does not.");
        row("a phone with an extension", "contact", "phone", "+49 (0) 170 / 12 ext. 5");
        row("a phone in Arabic figures", "contact", "phone", "\xD9\xA0\xD9\xA1\xD9\xA2");
        row("a phone without digits", "contact", "phone", "none",
            "The phone of a contact must contain a digit; \"none\" has none.");
        row("a list of phones", "contact", "more_phones", "[\"030 1\",\"030 2\"]");
        row("a list with a word among phones", "contact", "more_phones", "[\"030 1\",\"x\"]",
            "The more phones of a contact must contain a digit; \"x\" has none.");
        row("a currency", "price_list", "currency", "EUR");
        row("no currency", "price_list", "currency", "eur",
            "The currency of a price list must be a code of three capital letters such as EUR; \"eur\" is not.");
        row("an account's name", "account", "name", QByteArray(201, 'x'),
            "The name of an account may have at most 200 characters; this has 201.");
    }
    void valuesAreHeldToTheirDeclaration()
    {
        QFETCH(QByteArray, entity);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, sentence);
        const Status status = check(entity.constData(), field.constData(), Value(text.toStdString()));
        QCOMPARE(status.ok(), sentence.isEmpty());
        if (!status) {
            QCOMPARE(status.error().message, sentence.toStdString());
            QCOMPARE(status.error().field, field.toStdString());
            QCOMPARE(status.error().kind, ErrorKind::Invalid);
        }
    }

    void valuesOfTheWrongKindAreRefused()
    {
        QVERIFY(!check("contact", "last_name", Value(std::int64_t(1))));
        QVERIFY(!check("contact", "account", Value("x")));
        QVERIFY(!check("contact", "account", Value(Id{})));
        QVERIFY(!check("task", "done", Value("true")));
        QVERIFY(!check("task", "done", Value(std::int64_t(2))));
        QVERIFY(!check("activity", "starts", Value(std::int64_t(INT64_MAX))));
        QVERIFY(check("task", "done", Value(std::int64_t(1))));
        QVERIFY(check("task", "done", Value()));
    }

    void listsHaveALimit()
    {
        std::vector<std::string> elements;
        for (std::size_t i = 0; i < maxListElements; ++i)
            elements.push_back(std::to_string(i));
        QVERIFY(check("contact", "tags", Value(writeList(elements))));
        elements.push_back("one more");
        QVERIFY(!check("contact", "tags", Value(writeList(elements))));
    }

    void aRowNeedsItsRequiredFields()
    {
        std::vector<Value> values(contact.fields.size());
        const Status missing = validateRow(contact, values);
        QVERIFY(!missing);
        QCOMPARE(missing.error().message, std::string("The last name of a contact must be given."));
        values[*contact.indexOf("last_name")] = Value("Weber");
        QVERIFY(validateRow(contact, values));
        values.pop_back();
        QVERIFY(!validateRow(contact, values));
    }

    void whatPeopleWriteIsRead_data()
    {
        QTest::addColumn<QByteArray>("entity");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("formatted"); // empty: refused
        const auto row = [](const char* entity, const char* field, const char* text, const char* formatted) {
            QTest::addRow("%s.%s = %s", entity, field, text)
                << QByteArray(entity) << QByteArray(field) << QByteArray(text) << QByteArray(formatted);
        };
        row("contact", "last_name", " as it is ", " as it is ");
        row("task", "done", "true", "true");
        row("task", "done", "No", "false");
        row("task", "done", "1", "true");
        row("task", "done", "maybe", "");
        row("account", "employees", "-12", "-12");
        row("account", "employees", "12.5", "");
        row("account", "employees", "9223372036854775808", "");
        row("price_entry", "min_quantity", "2.50", "2.5");
        row("price_entry", "min_quantity", "2,5", "");
        row("price_entry", "price", "12.3EUR", "12.30 EUR");
        row("price_entry", "price", "{\"amount\":\"12.3\",\"currency\":\"EUR\"}", "12.30 EUR");
        row("price_entry", "price", "{\"amount\":12.3,\"currency\":\"EUR\"}", "");
        row("price_entry", "price", "12.30", "");
        row("contact", "birthday", "2026-11-22", "2026-11-22");
        row("contact", "birthday", "22.11.2026", "");
        row("activity", "starts", "2026-11-22T10:30:00+01:00", "2026-11-22T09:30:00Z");
        row("activity", "starts", "2026-11-22", "");
        row("contact", "account", "Acme", idA.c_str());
        row("contact", "account", "Nobody", "");
        row("contact", "tags", "[\"a\", \"b\", \"a\"]", "[\"a\",\"b\"]");
        row("contact", "tags", "one element", "[\"one element\"]");
        row("contact", "tags", "[\"a\"", "");
        row("contact", "tags", "[1]", "");
        row("user", "territories", "[\"Acme\"]", ("[\"" + idA + "\"]").c_str());
        row("user", "territories", "Acme", ("[\"" + idA + "\"]").c_str());
        row("contact", "address", "{\"city\": \"Ulm\", \"street\": \"Hafengasse 1\", \"region\": \"\"}",
            "{\"street\":\"Hafengasse 1\",\"city\":\"Ulm\"}");
        row("contact", "address", "{\"town\":\"Ulm\"}", "");
        row("contact", "address", "{\"city\":5}", "");
        row("contact", "address", "Ulm", "");
    }
    void whatPeopleWriteIsRead()
    {
        QFETCH(QByteArray, entity);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, formatted);
        const Field& declared = *schema::entity(entity.constData()).field(field.constData());
        const auto value = read(entity.constData(), field.constData(), text.toStdString());
        if (formatted.isEmpty()) {
            QVERIFY(!value);
            QCOMPARE(value.error().field, field.toStdString());
            QVERIFY(value.error().message.ends_with('.'));
            return;
        }
        QVERIFY2(value.ok(), value ? "" : value.error().message.c_str());
        QCOMPARE(formatValue(declared, *value), formatted.toStdString());
        const auto again = read(entity.constData(), field.constData(), formatValue(declared, *value));
        QVERIFY(again);
        QCOMPARE(*again == *value, true);
        const auto fromJson = valueFromJson(declared, valueToJson(declared, *value));
        QVERIFY(fromJson);
        QCOMPARE(*fromJson == *value, true);
    }

    void emptyTextIsNull()
    {
        for (const Field& field : contact.fields)
            QVERIFY(read("contact", field.name.c_str(), "")->isNull());
        QVERIFY(valueToJson(contact.fields[0], Value()).is_null());
        QVERIFY(valueFromJson(contact.fields[0], nullptr)->isNull());
    }

    void moneyWithoutACurrencyTakesThatOfItsContext()
    {
        ValueContext euros = context();
        euros.currency = "EUR";
        QCOMPARE(textOf(read("price_entry", "price", "18", {}, euros)), std::string("18.00 EUR"));
        QCOMPARE(textOf(read("price_entry", "price", "18 USD", {}, euros)), std::string("18.00 USD"));
        QCOMPARE(read("price_entry", "price", "18").error().message,
                 std::string("The price of a price entry needs a currency; write it like 12.30 EUR."));
    }

    void anUnknownMemberIsNamedWithTheKnownOnes()
    {
        QCOMPARE(read("contact", "address", "{\"town\":\"Ulm\"}").error().message,
                 std::string("The address of a contact must be an object with the members street, postcode, city, "
                             "region and country; \"town\" is none of these."));
    }

    void plainTextIsAppendedToATimeline()
    {
        const auto value = read("contact", "timeline", "[urgent] call back", Value(timelineOfTwo));
        QVERIFY(value);
        QCOMPARE(entriesOf(*value), (std::vector<std::string>{"first", "second", "[urgent] call back"}));
        const auto entries = readTimeline(value->text());
        QCOMPARE(entries->back().by, me);
        QCOMPARE(formatInstant(entries->back().at), std::string("2026-11-22T09:30:00Z"));
    }

    void onlyWhatGoesBeyondTheTimelineIsAppended()
    {
        const Value current(timelineOfTwo);
        QCOMPARE(entriesOf(*read("contact", "timeline", "[\"first\",\"second\",\"third\",\"fourth\"]", current)),
                 (std::vector<std::string>{"first", "second", "third", "fourth"}));
        QCOMPARE(textOf(read("contact", "timeline", "[\"first\",\"second\"]", current)), timelineOfTwo);
        QCOMPARE(entriesOf(*read("contact", "timeline", "[\"third\"]", current)),
                 (std::vector<std::string>{"first", "second", "third"}));
    }

    void entriesWithAKnownIdAreKept()
    {
        const Value current(timelineOfTwo);
        QCOMPARE(textOf(read("contact", "timeline", timelineOfTwo, current)), timelineOfTwo);
        QCOMPARE(entriesOf(*read("contact", "timeline", "[{\"text\":\"third\"}]", current)),
                 (std::vector<std::string>{"first", "second", "third"}));
        QCOMPARE(textOf(read("contact", "timeline", timelineOfTwo)), timelineOfTwo);
        QVERIFY(!read("contact", "timeline", "[{\"id\":\"x\",\"text\":\"third\"}]", current));
        QVERIFY(!read("contact", "timeline", "", current));
    }

    void instantsAndMoneyAreShownToScriptsAsPromised()
    {
        const Entity& entry = schema::entity("price_entry");
        QCOMPARE(valueToJson(*entry.field("price"), Value("12.30 EUR")).dump(),
                 std::string("{\"amount\":\"12.30\",\"currency\":\"EUR\"}"));
        QCOMPARE(valueToJson(*entry.field("min_quantity"), Value(std::int64_t(25000))).dump(), std::string("\"2.5\""));
        QCOMPARE(valueToJson(*schema::entity("task").field("done"), Value(std::int64_t(1))).dump(),
                 std::string("true"));
        QVERIFY(!valueFromJson(*entry.field("price"), "12.30 EUR"));
        QVERIFY(!valueFromJson(*schema::entity("account").field("employees"), 18446744073709551615ULL));
    }

    void naughtyStringsAreNotesLikeAnyOther()
    {
        const std::string path = std::string(SATCHEL_SHARED_DATA) + "/strings-blns/blns.json";
        if (!std::filesystem::exists(path))
            QSKIP("the list of naughty strings is not beside the project");
        std::ifstream file(path);
        const auto strings = nlohmann::ordered_json::parse(file);
        int stored = 0;
        for (const auto& element : strings) {
            const auto text = element.get<std::string>();
            const auto value = read("contact", "notes", text);
            QCOMPARE(value.ok(), isStorableText(text));
            if (!value)
                continue;
            ++stored;
            QCOMPARE(formatValue(*contact.field("notes"), *value), text);
            const auto json = valueToJson(*contact.field("notes"), *value).dump();
            QCOMPARE(textOf(valueFromJson(*contact.field("notes"), nlohmann::ordered_json::parse(json))), text);
            if (!text.empty() && text.size() <= 60 && text.find_first_of("\r\n") == std::string::npos)
                QCOMPARE(textOf(read("contact", "tags", writeList({text}))), writeList({text}));
        }
        QVERIFY(stored > 400);
    }
};

QTEST_GUILESS_MAIN(ValuesTest)
#include "ValuesTest.moc"
