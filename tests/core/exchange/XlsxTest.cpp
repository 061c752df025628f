// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Xlsx.h"
#include "core/base/Files.h"
#include "core/exchange/Package.h"
#include "core/exchange/XlsxText.h"
#include "tests/support/Workbooks.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

using Row = std::vector<std::string>;

QByteArray said(const Result<Table>& table)
{
    return QByteArray::fromStdString(table.ok() ? "(read)" : table.error().message);
}

std::string utf16(const std::string& ascii)
{
    std::string made = "\xFF\xFE";
    for (const char c : ascii)
        made += {c, '\0'};
    return made;
}

} // namespace

class XlsxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSheetIsReadAsAPersonSeesIt()
    {
        Workbooks book;
        book.strings =
            "<sst><si><t>Code</t></si><si><r><t>Pri</t></r><r><rPr><b/></rPr><t>ce</t></r>"
            "<rPh sb='0' eb='1'><t>kana</t></rPh></si><si><t xml:space='preserve'> two\nlines </t></si></sst>";
        book.styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/>"
                      "<numFmt numFmtId='165' formatCode='&quot;day&quot; 0.00'/></numFmts>"
                      "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/>"
                      "<xf numFmtId='22'/><xf numFmtId='9'/><xf numFmtId='165'/></cellXfs></styleSheet>";
        book.sheet =
            "<worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='3'><c r='A3' t='s'><v>0</v></c>"
            "<c r='B3' t='s'><v>1</v></c><c r='D3' t='inlineStr'><is><t>From</t></is></c></row>"
            "<row r='5'><c r='A5' t='s'><v>2</v></c><c r='B5'><v>12.300000000000001</v></c>"
            "<c r='C5' t='b'><v>1</v></c><c r='D5' s='1'><v>46348</v></c></row><row r='6'><c r='A6' s='3'/></row>"
            "<row r='9'><c r='A9' t='str'><f>A3</f><v>a_x000D_b_x005F_x</v></c><c r='B9' s='3'><v>0.19</v></c>"
            "<c r='D9' s='2'><v>46348.395833333336</v></c></row>"
            "<row r='10'><c r='B10' s='4'><v>1E-3</v></c><c r='E10'><v>7</v></c></row></sheetData></worksheet>";
        const auto table = readTable(book.bytes());
        QCOMPARE(said(table), QByteArray("(read)"));
        QCOMPARE(table->header, (Row{"Code", "Price", "", "From"}));
        QCOMPARE(table->rows.size(), std::size_t(3));
        QCOMPARE(table->rows[0].line, std::size_t(5));
        QCOMPARE(table->rows[0].cells, (Row{" two\nlines ", "12.3", "true", "2026-11-22"}));
        QCOMPARE(table->rows[1].cells, (Row{"a\rb_x", "19%", "", "2026-11-22T09:30:00Z"}));
        QCOMPARE(table->rows[2].line, std::size_t(10));
        QCOMPARE(table->rows[2].cells, (Row{"", "0.001", "", "", "7"}));
        QVERIFY(table->sheet);
        QCOMPARE(placeOf(*table, 5), "row 5");
    }

    void numbersAreWhatAPersonTyped_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* written, const char* text) {
            QTest::newRow(written) << QByteArray(written) << QByteArray(text);
        };
        row("12.3", "12.3");
        row("12.300000000000001", "12.3"); // the same double
        row("12.299999999999999", "12.3"); // 4.1 * 3
        row("1.2100000000000002", "1.21"); // 1.1 * 1.1
        row("0.1", "0.1");
        row("-0", "0");
        row("410", "410");
        row("1E+2", "100");
        row("1.5e-7", "0.00000015");
        row("4917012345678", "4917012345678");
        row("9007199254740992", "9007199254740992");
        row("9007199254740993", "9007199254740992");
        row("90071992547409931", "90071992547409900"); // beyond what a double holds: the digits that are shown
        row("1e21", "1000000000000000000000");
        row(" 7 ", "7");
        row("1,5", "(none)");
        row("NaN", "(none)");
        row("INF", "(none)");
        row("0x10", "(none)");
        row("", "(none)");
    }
    void numbersAreWhatAPersonTyped()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(numberText(written.toStdString()).value_or("(none)")), text);
    }

    void everyPriceOfFourDecimalsComesBackExactly()
    {
        for (std::int64_t units = 1; units < 2'000'000'000'000; units += units / 997 + 1) {
            const std::string typed =
                std::to_string(units / 10000) + "." + std::to_string(10000 + units % 10000).substr(1);
            const std::string written =
                QByteArray::number(typed.empty() ? 0.0 : std::stod(typed), 'g', 17).toStdString();
            std::string shown = typed;
            shown.erase(shown.find_last_not_of('0') + 1);
            if (shown.ends_with('.'))
                shown.pop_back();
            QCOMPARE(numberText(written).value_or("(none)"), shown);
        }
    }

    void daysAreKnownByTheirFormat()
    {
        QCOMPARE(numberText("1", NumberKind::Date, false).value(), "1900-01-01");
        QCOMPARE(numberText("59", NumberKind::Date, false).value(), "1900-02-28");
        QCOMPARE(numberText("60", NumberKind::Date, false).value(), "60"); // a day that never was
        QCOMPARE(numberText("61", NumberKind::Date, false).value(), "1900-03-01");
        QCOMPARE(numberText("2958465", NumberKind::Date, false).value(), "9999-12-31");
        QCOMPARE(numberText("2958466", NumberKind::Date, false).value(), "2958466");
        QCOMPARE(numberText("-1", NumberKind::Date, false).value(), "-1");
        QCOMPARE(numberText("0", NumberKind::Date, true).value(), "1904-01-01");
        QCOMPARE(numberText("44886", NumberKind::Date, true).value(), "2026-11-22");
        QCOMPARE(numberText("0.999999", NumberKind::DateTime, false).value(), "1900-01-01");
        QCOMPARE(numberText("1.25", NumberKind::Time, false).value(), "30:00:00");
        for (const char* code : {"yyyy-mm-dd", "d.m.yy", "[$-407]dd. mmmm yyyy;@", "mmm", "[Red]dd/mm"})
            QVERIFY2(kindOfCode(code) == NumberKind::Date, code);
        for (const char* code : {"h:mm", "[h]:mm:ss", "mm:ss.0", "h:mm AM/PM"})
            QVERIFY2(kindOfCode(code) == NumberKind::Time, code);
        for (const char* code :
             {"General", "0.00", "#,##0.00 [$\xE2\x82\xAC-407]", "\"days\" 0", "0\\d", "@", "[Red]0.00", "0_d"})
            QVERIFY2(kindOfCode(code) == NumberKind::Plain, code);
        QVERIFY(kindOfCode("0.0%") == NumberKind::Percent);
        QVERIFY(kindOfCode("yyyy-mm-dd hh:mm") == NumberKind::DateTime);
    }

    void theSheetThatIsNamedIsReadElseTheFirstThatIsShown()
    {
        Workbooks book;
        book.sheets = {{"Notes", true}, {"Prices", false}, {"Old", false}};
        book.sheet = Workbooks::sheetOf({{"code"}, {"A"}});
        QCOMPARE(said(readXlsx(book.bytes(), "prices")), QByteArray("(read)"));
        QCOMPARE(said(readXlsx(book.bytes())), QByteArray("(read)"));
        QCOMPARE(said(readXlsx(book.bytes(), "New")),
                 QByteArray("The workbook has no sheet \"New\"; it has Notes, Prices and Old."));
    }

    void aRowWithAFormulasErrorIsNamed()
    {
        Workbooks book;
        book.sheet = "<worksheet><sheetData><row r='1'><c t='str'><v>a</v></c></row><row r='2'><c t='e'><f>1/0</f>"
                     "<v>#DIV/0!</v></c></row><row r='3'><c><f>1+1</f></c></row></sheetData></worksheet>";
        const auto table = readXlsx(book.bytes());
        QCOMPARE(said(table), QByteArray("(read)"));
        QCOMPARE(table->rows[0].trouble, "Cell A2 holds an error (#DIV/0!).");
        QCOMPARE(table->rows[1].trouble,
                 "Cell A3 is a formula that was never worked out; open the file in a spreadsheet "
                 "program and save it again.");
    }

    void semicolonsDivideWhereTheFirstLineHasNoComma()
    {
        const auto table = readTable("Artikel;Preis\nA;12,30\n");
        QCOMPARE(table->rows[0].cells, (Row{"A", "12,30"}));
        QCOMPARE(readTable("a,b;c\n1,2\n")->rows[0].cells, (Row{"1", "2"}));
        QVERIFY(!readTable("a\n1\n", "Sheet1").ok());
        QVERIFY(!readTable(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8)).ok());
    }

    void whatOtherProgramsWriteIsRead()
    {
        const QDir folder(QStringLiteral(SATCHEL_SHARED_DATA "/xlsx-libxlsxwriter"));
        const QStringList files = folder.entryList({QStringLiteral("*.xls[xm]")}, QDir::Files);
        if (files.isEmpty())
            QSKIP("the shared workbooks are not there");
        int read = 0;
        int refused = 0;
        for (const QString& name : files) {
            const auto table = readTableFile(folder.filePath(name).toStdString());
            (table.ok() ? read : refused) += 1;
            if (!table.ok()) // nothing in it, or numbers where names of columns should be
                QVERIFY2(said(table).startsWith("The sheet is empty") ||
                             said(table).startsWith("The file has two columns") ||
                             said(table).contains("in column XFD"),
                         (name.toUtf8() + ": " + said(table)).constData());
        }
        qInfo("%d workbooks read, %d refused for their first row", read, refused);
        QVERIFY(read > 20);
        const auto rich = readTableFile(folder.filePath(QStringLiteral("rich_string01.xlsx")).toStdString());
        QCOMPARE(rich->header, (Row{"Foo"}));
        QCOMPARE(rich->rows[1].cells, (Row{"abcdefg"}));
        const auto booleans = readTableFile(folder.filePath(QStringLiteral("types08.xlsx")).toStdString());
        QCOMPARE(booleans->header, (Row{"true"}));
        QCOMPARE(booleans->rows[0].cells, (Row{"false"}));
    }

    void documentTypesAreRefusedInEveryEncodingAndPart_data()
    {
        QTest::addColumn<int>("part");
        QTest::addColumn<bool>("wide");
        for (int part = 0; part < 3; ++part) {
            QTest::addRow("part %d in UTF-8", part) << part << false;
            QTest::addRow("part %d in UTF-16", part) << part << true;
        }
    }
    void documentTypesAreRefusedInEveryEncodingAndPart()
    {
        QFETCH(int, part);
        QFETCH(bool, wide);
        Workbooks book;
        book.strings = "<sst/>";
        book.styles = "<styleSheet/>";
        std::string* const parts[] = {&book.sheet, &book.strings, &book.styles};
        std::string text = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>" + *parts[part];
        *parts[part] = wide ? utf16(text) : text;
        QVERIFY2(said(readXlsx(book.bytes())).contains("document type declaration"),
                 said(readXlsx(book.bytes())).constData());
        text = text.substr(text.find("]>") + 2);
        *parts[part] = wide ? utf16(text) : text; // it was not the encoding
        QCOMPARE(said(readXlsx(book.bytes())), QByteArray("(read)"));
    }

    void bombsAreRefusedBeforeTheyAreUnpacked()
    {
        const std::string bytes = Workbooks::bomb(1000, 10'000'000);
        qInfo("a file of %zu bytes that would unpack to 10 GB", bytes.size());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(said(readXlsx(bytes)).startsWith("The workbook "));
        QVERIFY2(timer.elapsed() < 500, "it took too long");
        Workbooks wide; // one part that is all zeros
        wide.more = 1;
        wide.moreBytes = 100'000'000;
        QVERIFY(said(readXlsx(wide.bytes())).contains("unpacks to more than 250 times its size"));
        Workbooks many;
        many.more = 2001;
        QVERIFY(said(readXlsx(many.bytes())).contains("more than 2000 parts"));
    }

    void oneTextUsedAMillionTimesIsRefused()
    {
        Workbooks book;
        book.strings = "<sst><si><t>name</t></si><si><t>";
        for (int i = 0; i < 60'000; ++i)
            book.strings += std::to_string(i * 7919 % 65536);
        book.strings += "</t></si></sst>";
        book.sheet = "<worksheet><sheetData><row><c t='s'><v>0</v></c></row>";
        for (int i = 0; i < 2000; ++i)
            book.sheet += "<row><c t='s'><v>1</v></c></row>";
        book.sheet += "</sheetData></worksheet>";
        QVERIFY2(said(readXlsx(book.bytes())).contains("more than 256 MiB of text"),
                 said(readXlsx(book.bytes())).constData());
    }

    void sheetsThatAreNotAsTheyShouldBeAreRefused_data()
    {
        QTest::addColumn<QByteArray>("sheet");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char* name, const QByteArray& cells, const char* part) {
            QTest::newRow(name) << "<worksheet><sheetData>" + cells + "</sheetData></worksheet>" << QByteArray(part);
        };
        row("a cell in the last corner",
            "<row r='1'><c t='str'><v>a</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
            "column XFD of row 1048576");
        row("rows backwards", "<row r='2'><c><v>1</v></c></row><row r='1'><c><v>1</v></c></row>", "not where they say");
        row("a row beyond the last", "<row r='1048577'/>", "not where they say");
        row("a row that is none", "<row r='x'/>", "not where they say");
        row("a cell twice", "<row><c r='A1'><v>1</v></c><c r='A1'><v>1</v></c></row>", "not where they say");
        row("a cell of another row", "<row><c r='A2'><v>1</v></c></row>", "not where they say");
        row("a text that is missing", "<row><c t='s'><v>4</v></c></row>", "refers to a text that is missing");
        row("nothing", "", "The sheet is empty");
        row("elements never closed", "<row>", "is not correct XML");
        row("too deep", QByteArray("<a>").repeated(200) + QByteArray("</a>").repeated(200), "nested too deeply");
        row("a piece of markup of 9 MB", "<row a='" + QByteArray(9'000'000, 'x') + "'/>", "larger than 4 MiB");
        row("a text of 2 MB", "<row><c t='str'><v>" + QByteArray(2'000'000, 'x') + "</v></c></row>",
            "a text of more than 1 MiB");
        QByteArray wide = "<row>";
        for (int i = 0; i < 501; ++i)
            wide += "<c><v>" + QByteArray::number(i) + "</v></c>";
        row("501 columns", wide + "</row>", "500 columns");
    }
    void sheetsThatAreNotAsTheyShouldBeAreRefused()
    {
        QFETCH(QByteArray, sheet);
        QFETCH(QByteArray, part);
        Workbooks book;
        book.sheet = sheet.toStdString();
        book.store = true; // so that the ratio of sizes has no say
        QVERIFY2(said(readXlsx(book.bytes())).contains(part), said(readXlsx(book.bytes())).constData());
    }

    void aFileThatIsCutOffAnywhereIsRefused()
    {
        const std::string whole = Workbooks().bytes();
        QCOMPARE(said(readXlsx(whole)), QByteArray("(read)"));
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto table = readXlsx(std::string_view(whole).substr(0, size));
            QVERIFY2(!table.ok() && !table.error().message.empty(), std::to_string(size).c_str());
        }
    }

    void oneChangedByteNeverDoesHarm()
    {
        const std::string whole = Workbooks().bytes();
        int read = 0;
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (const char flip : {'\x01', '\x80', '\xFF'}) {
                std::string bytes = whole;
                bytes[at] = static_cast<char>(bytes[at] ^ flip);
                read += readXlsx(bytes).ok() ? 1 : 0; // in dates and the like, which nobody looks at
            }
        QVERIFY(read < int(whole.size()));
    }
};

QTEST_GUILESS_MAIN(XlsxTest)
#include "XlsxTest.moc"
