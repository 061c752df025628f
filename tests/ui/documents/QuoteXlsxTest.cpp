// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuoteXlsx.h"
#include "tests/ui/documents/Samples.h"
#include "tests/ui/documents/Tools.h"

#include <QElapsedTimer>
#include <QXmlStreamReader>

using namespace satchel;
using namespace satchel::documents;
using namespace satchel::documents::test;

namespace {

// The first sheet of a spreadsheet as another program unpacks it: what stands in each cell, by "B7".
struct Sheet {
    QString xml;
    QMap<QString, QString> texts;
    QMap<QString, double> numbers;

    double sumOf(QChar column, int fromRow, int toRow) const
    {
        double sum = 0;
        for (int row = fromRow; row <= toRow; ++row)
            sum += numbers.value(column + QString::number(row));
        return sum;
    }
    QString cellOf(const QString& text) const { return texts.key(text); }
};

QStringList sharedStrings(const QByteArray& xml)
{
    QStringList strings;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd())
        if (reader.readNextStartElement() && reader.name() == QLatin1String("t"))
            strings.append(reader.readElementText());
        else if (reader.isStartElement() && reader.name() == QLatin1String("si"))
            continue;
    return strings;
}

} // namespace

/// The spreadsheet of a quote.
class QuoteXlsxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersAreNumbersAndAddUp();
    void textIsNeverAFormula();
    void sixteenThousandRowsAreFine();
    void theSameQuoteIsTheSameFile();

private:
    Sheet sheet(Document quote) const
    {
        if (!pricing::computeTotals(quote))
            qFatal("the totals of a sample could not be computed");
        const auto made = quoteXlsx(quote, letterhead(), Template::standard(), madeAt);
        if (!made)
            qFatal("%s", made.error().message.c_str());
        const QString path = m_tools.file(QStringLiteral("quote.xlsx"), *made);
        const auto part = [&](const char* name) {
            return m_tools.run("unzip", {QStringLiteral("-p"), path, QString::fromLatin1(name)});
        };
        const QStringList strings = sharedStrings(part("xl/sharedStrings.xml"));
        Sheet read{.xml = QString::fromUtf8(part("xl/worksheets/sheet1.xml"))};
        QXmlStreamReader reader(read.xml);
        QString cell;
        bool shared = false;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement())
                continue;
            if (reader.name() == QLatin1String("c")) {
                cell = reader.attributes().value(QLatin1String("r")).toString();
                shared = reader.attributes().value(QLatin1String("t")) == QLatin1String("s");
            } else if (reader.name() == QLatin1String("v")) {
                const QString value = reader.readElementText();
                if (shared)
                    read.texts[cell] = strings.value(value.toInt());
                else
                    read.numbers[cell] = value.toDouble();
            }
        }
        return read;
    }

    Tools m_tools;
};

void QuoteXlsxTest::numbersAreNumbersAndAddUp()
{
    Document quote = longQuote(60);
    QVERIFY(pricing::computeTotals(quote));
    const Sheet read = sheet(quote);
    QCOMPARE(read.texts.value(QStringLiteral("A4")), QStringLiteral("Pos."));
    QCOMPARE(read.texts.value(QStringLiteral("K4")), QStringLiteral("Amount EUR"));
    int lines = 0;
    double counted = 0;
    for (const Document::Line& line : quote.lines) {
        const QString code = read.cellOf(QString::fromStdString(line.code));
        QVERIFY2(!code.isEmpty(), line.code.c_str());
        const QString row = code.mid(1);
        QCOMPARE(read.numbers.value(u'E' + row), double(line.quantity.units) / 10000);
        QCOMPARE(read.numbers.value(u'G' + row), double(line.listPrice->units) / 10000);
        QCOMPARE(read.numbers.value((line.counted ? u'K' : u'L') + row), double(line.net.units) / 10000);
        QVERIFY(!read.numbers.contains((line.counted ? u'L' : u'K') + row));
        counted += read.numbers.value(u'K' + row);
        ++lines;
    }
    QCOMPARE(lines, 60);
    QCOMPARE(std::int64_t(counted * 100 + 0.5), quote.sum.units / 100);
    for (const Document::Group& group : quote.groups) {
        const QString cell = read.cellOf(QStringLiteral("Subtotal ") + QString::fromStdString(group.title));
        QCOMPARE(read.numbers.value(u'K' + cell.mid(1)), double(group.subtotal.units) / 10000);
    }
    const QString total = read.cellOf(QStringLiteral("Total including VAT EUR"));
    QCOMPARE(read.numbers.value(u'K' + total.mid(1)), double(quote.gross.units) / 10000);
    QVERIFY(read.xml.contains(QStringLiteral("outlineLevel=\"1\"")));
    QVERIFY(read.xml.contains(QStringLiteral("<pane ySplit=\"4\"")));
}

void QuoteXlsxTest::textIsNeverAFormula()
{
    const char* texts[] = {"=1+1",
                           "-1",
                           "+1",
                           "@SUM(A1)",
                           "=HYPERLINK(\"http://127.0.0.1/\")",
                           " =1+1",
                           "\t=1+1",
                           "007",
                           "1e5",
                           "_x0041_",
                           "<b>&amp;</b>",
                           "=cmd|' /C calc'!A0"};
    Document quote = quoteFor("=1+1", "en", "EUR");
    quote.title = quote.introduction = quote.terms = "=1+1";
    for (const char* text : texts)
        addLine(quote, addGroup(quote, text, text), text, "1", "1").code = text;
    const Sheet read = sheet(quote);
    QVERIFY(!read.xml.contains(QStringLiteral("<f>")) && !read.xml.contains(QStringLiteral("<f ")));
    QVERIFY(!read.xml.contains(QStringLiteral("hyperlink")));
    for (const char* text : texts)
        QVERIFY2(!read.cellOf(QString::fromUtf8(text).trimmed()).isEmpty(), text);
}

void QuoteXlsxTest::sixteenThousandRowsAreFine()
{
    Document quote = longQuote(9'000); // of one document at most 10,000
    QVERIFY(pricing::computeTotals(quote));
    const std::vector<Document::Line> lines = quote.lines;
    for (const Document::Line& line : lines)
        if (quote.lines.size() < 16'000)
            quote.lines.push_back(line);
    QElapsedTimer clock;
    clock.start();
    const auto made = quoteXlsx(quote, letterhead(), Template::standard(), madeAt);
    QVERIFY(made);
    qInfo("16,000 lines in %lld ms, %lld bytes", static_cast<long long>(clock.elapsed()),
          static_cast<long long>(made->size()));
    const QString path = m_tools.file(QStringLiteral("large.xlsx"), *made);
    const QByteArray xml =
        m_tools.run("unzip", {QStringLiteral("-p"), path, QStringLiteral("xl/worksheets/sheet1.xml")});
    QVERIFY(xml.count("<row ") > 16'000);
}

void QuoteXlsxTest::theSameQuoteIsTheSameFile()
{
    Document quote = longQuote(30);
    QVERIFY(pricing::computeTotals(quote));
    const auto one = quoteXlsx(quote, letterhead(), Template::standard(), madeAt),
               other = quoteXlsx(quote, letterhead(), Template::standard(), madeAt);
    QVERIFY(one && other);
    QCOMPARE(*one, *other);
}

QTEST_GUILESS_MAIN(QuoteXlsxTest)
#include "QuoteXlsxTest.moc"
