// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Csv.h"

#include <QTest>

using namespace satchel;

class CsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsAreReadAsTheStandardSays()
    {
        const auto table = readCsv(
            "\xEF\xBB\xBF Name ,b,c\r\n\"a \"\"quoted\"\" one\", x ,\r\n\n\"two\r\nlines\",,\"1,5\"\nlast,\"\",3");
        QVERIFY(table);
        QCOMPARE(table->header, (std::vector<std::string>{"Name", "b", "c"}));
        QCOMPARE(table->rows.size(), std::size_t(3));
        QCOMPARE(table->rows[0].cells, (std::vector<std::string>{"a \"quoted\" one", " x ", ""}));
        QCOMPARE(table->rows[1].cells, (std::vector<std::string>{"two\r\nlines", "", "1,5"}));
        QCOMPARE(table->rows[2].cells, (std::vector<std::string>{"last", "", "3"}));
        QCOMPARE(table->rows[0].line, std::size_t(2));
        QCOMPARE(table->rows[1].line, std::size_t(4));
        QCOMPARE(table->rows[2].line, std::size_t(6));
    }

    void whatIsNotCsvIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("a quotation mark inside")
            << QByteArray("a,b\n1,x\"y\n")
            << QByteArray("Line 2 of the file is not correct CSV: a quotation mark stands where none may be.");
        QTest::newRow("text after a closing mark")
            << QByteArray("a,b\n1,2\n\"x\"y,2\n")
            << QByteArray("Line 3 of the file is not correct CSV: a quotation mark stands where none may be.");
        QTest::newRow("a mark never closed")
            << QByteArray("a,b\n1,\"x\n")
            << QByteArray("Line 2 of the file ends within quotation marks: one that was opened is never closed.");
        QTest::newRow("latin 1")
            << QByteArray("a,b\n1,M\xFCnchen\n")
            << QByteArray("Line 2 of the file is not text in UTF-8; save the file as UTF-8 and try again.");
        QTest::newRow("null character")
            << QByteArray("a\n\0\n", 4)
            << QByteArray("Line 2 of the file is not text in UTF-8; save the file as UTF-8 and try again.");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray("The file is empty; its first line must name the columns.");
        QTest::newRow("a column twice") << QByteArray("a,b,a\n1,2,3\n")
                                        << QByteArray("The file has two columns named \"a\".");
    }
    void whatIsNotCsvIsRefusedWithItsLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, sentence);
        const auto table = readCsv(text.toStdString());
        QVERIFY(!table);
        QCOMPARE(table.error().message, sentence.toStdString());
    }

    void whatIsWrittenIsReadBack()
    {
        const std::vector<std::string> cells = {"plain",    "",  "with \"marks\"", "comma, here", "two\nlines",
                                                " spaces ", "\t"};
        const auto table = readCsv(csvLine({"a", "b", "c", "d", "e", "f", "g"}) + csvLine(cells));
        QVERIFY(table);
        QCOMPARE(table->rows.front().cells, cells);
        const auto single = readCsv(csvLine({"a"}) + csvLine({""}) + csvLine({"x"}));
        QCOMPARE(single->rows.size(), std::size_t(2));
    }

    void formulasAreMadeHarmlessAndComeBack_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char* cell, const char* written) {
            QTest::newRow(cell) << QByteArray(cell) << QByteArray(written);
        };
        row("=1+1", "'=1+1");
        row("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        row("-2+3", "'-2+3");
        row("@SUM(A1)", "'@SUM(A1)");
        row("  =1", "'  =1");
        row("\t=1", "'\t=1");
        row("\r=1", "'\r=1");
        row("'=1", "''=1");
        row("-5", "-5");
        row("-12.30 EUR", "'-12.30 EUR");
        row("+49 (170) 12", "+49 (170) 12");
        row("+49 170/12-3", "'+49 170/12-3");
        row("'s-Hertogenbosch", "'s-Hertogenbosch");
        row("plain = text", "plain = text");
        row("", "");
    }
    void formulasAreMadeHarmlessAndComeBack()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, written);
        QCOMPARE(harmlessCell(cell.toStdString()), written.toStdString());
        QCOMPARE(plainCell(written.toStdString()), cell.toStdString());
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "CsvTest.moc"
