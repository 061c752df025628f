// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Template.h"
#include "core/base/Files.h"
#include "core/schema/Schema.h"
#include "tests/ui/documents/Samples.h"
#include "tests/ui/documents/Tools.h"
#include "ui/documents/QuotePdf.h"

#include <QRegularExpression>

using namespace satchel;
using namespace satchel::documents;
using namespace satchel::documents::test;

/// What an administrator can change of the paper, and what he is told when he slips.
class TemplateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anExportedTemplatePrintsTheSameAndIsNeverOverwritten();
    void aChangedTemplateChangesThePaper();
    void aLanguageIsAddedByAFile();
    void aBadTemplateIsRefusedWithFileAndKey_data();
    void aBadTemplateIsRefusedWithFileAndKey();
    void theLetterheadComesFromTheCompany();
    void aLogoThatIsNoneIsSaidAndLeftOut();

private:
    QString exported() const
    {
        const QString folder = m_tools.folder() + QStringLiteral("/template");
        QDir(folder).removeRecursively();
        if (!exportTemplate(folder.toStdString()))
            qFatal("the template could not be exported");
        return folder;
    }
    // Replaces one text in one file of a fresh copy.
    QString changed(const QString& file, const QString& from, const QString& to) const
    {
        const QString folder = exported();
        QFile of(folder + u'/' + file);
        if (!of.open(QIODevice::ReadWrite))
            qFatal("no %s", qPrintable(file));
        QString text = QString::fromUtf8(of.readAll());
        if (!text.contains(from))
            qFatal("%s does not contain %s", qPrintable(file), qPrintable(from));
        of.resize(0);
        of.write(text.replace(text.indexOf(from), from.size(), to).toUtf8());
        return folder;
    }

    Tools m_tools;
};

void TemplateTest::anExportedTemplatePrintsTheSameAndIsNeverOverwritten()
{
    const std::string folder = exported().toStdString();
    const auto look = Template::read(folder);
    QVERIFY2(look, look ? "" : look.error().message.c_str());
    Document quote = longQuote(10);
    QVERIFY(pricing::computeTotals(quote));
    QCOMPARE(*quotePdf(quote, letterhead(), *look, madeAt),
             *quotePdf(quote, letterhead(), Template::standard(), madeAt));
    const auto again = exportTemplate(folder);
    QVERIFY(!again && again.error().kind == ErrorKind::Conflict);
}

void TemplateTest::aChangedTemplateChangesThePaper()
{
    Document quote = longQuote(10);
    QVERIFY(pricing::computeTotals(quote));
    const QString folder = changed(QStringLiteral("template.json"), QStringLiteral("\"size\": \"A4\""),
                                   QStringLiteral("\"size\": \"Letter\""));
    QFile file(folder + QStringLiteral("/template.json"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    text.replace("\"position\", \"description\", \"quantity\", \"unit\", \"unit_price\", \"discount\", \"net\"",
                 "\"net\", \"code\", \"description\", \"tax\"");
    text.replace(", \"acceptance\", \"footer\"", "").replace("\"letterhead\", ", "");
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.close();
    const auto look = Template::read(folder.toStdString());
    QVERIFY2(look, look ? "" : look.error().message.c_str());
    const QByteArray pdf = *quotePdf(quote, letterhead(), *look, madeAt);
    const QString read = m_tools.text(pdf);
    QVERIFY(read.contains(QRegularExpression(QStringLiteral("Amount +Item no. +Description +VAT"))));
    QVERIFY(!read.contains(QStringLiteral("Place, date")) && !read.contains(QStringLiteral("Unit price")) &&
            !read.contains(QStringLiteral("HRB 12345")));
    QVERIFY(
        m_tools.run("pdfinfo", {m_tools.file(QStringLiteral("letter.pdf"), pdf)}).contains("612 x 792 pts (letter)"));
}

void TemplateTest::aLanguageIsAddedByAFile()
{
    const QString folder = exported();
    QVERIFY(QFile::copy(folder + QStringLiteral("/words/en.json"), folder + QStringLiteral("/words/nl.json")));
    QFile file(folder + QStringLiteral("/words/nl.json"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    text.replace("\"quote\": \"Quote\"", "\"quote\": \"Offerte\"");
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.close();
    const auto look = Template::read(folder.toStdString());
    QVERIFY2(look, look ? "" : look.error().message.c_str());
    Document quote = quoteFor("Klant", "nl-BE", "EUR");
    addLine(quote, {}, "Ding", "1", "1234.5");
    QVERIFY(pricing::computeTotals(quote));
    const QString read = m_tools.text(*quotePdf(quote, letterhead(), *look, madeAt));
    QVERIFY(read.contains(QStringLiteral("Offerte Q-2026-00417")));
    QVERIFY(read.contains(QStringLiteral("10 maart 2026")));
    QVERIFY(read.contains(QStringLiteral("1.234,50")));
}

void TemplateTest::aBadTemplateIsRefusedWithFileAndKey_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* file, const char* from, const char* to, const char* sentence) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(from) << QString::fromUtf8(to)
                            << QString::fromUtf8(sentence);
    };
    const char* main = "template.json";
    row("size", main, "\"A4\"", "\"A7\"", "The template's file template.json: \"page.size\" must be A4 or Letter.");
    row("number", main, "\"top\": 16", "\"top\": \"wide\"",
        "The template's file template.json: \"page.margins.top\" must be a number from 5 to 60.");
    row("bounds", main, "\"text\": 9", "\"text\": 900",
        "The template's file template.json: \"sizes.text\" must be a number from 5 to 16.");
    row("colour", main, "#1f5c8b", "blue",
        "The template's file template.json: \"colours.accent\" must be a colour such as #1f5c8b.");
    row("typing error", main, "\"line_height\"", "\"lineheight\"",
        "The template's file template.json: \"line_height\" is missing.");
    row("unknown key", main, "\"format\": 1,", "\"format\": 1, \"colour\": 2,",
        "The template's file template.json: \"colour\" is no key of a template.");
    row("column", main, "\"unit_price\"", "\"price\"",
        "The template's file template.json: \"columns\" has \"price\" in it, which is no column.");
    row("no net", main, ", \"net\"]", "]",
        "The template's file template.json: \"columns\" must have \"description\" and \"net\" in it.");
    row("twice", main, "\"unit\", ", "\"unit\", \"unit\", ",
        "The template's file template.json: \"columns\" names \"unit\" twice.");
    row("key twice", main, "\"format\": 1,", "\"format\": 1, \"format\": 1,",
        "The template's file template.json: \"format\" stands there twice.");
    row("newer", main, "\"format\": 1", "\"format\": 2",
        "The template's file template.json: \"format\" must be a number from 1 to 1.");
    row("no JSON", main, "\"format\": 1,", "\"format\": 1",
        "The template's file template.json is not JSON: line 3 cannot be read.");
    row("phrase missing", "words/de.json", "  \"quote\": \"Angebot\",\n", "",
        "The template's file words/de.json: \"quote\" is missing.");
    row("phrase unknown", "words/de.json", "\"quote\"", "\"qoute\"",
        "The template's file words/de.json: \"qoute\" is no phrase of a quote.");
    row("place", "words/fr.json", "Page %1 sur %2", "Page %1",
        "The template's file words/fr.json: \"page\" must have the same %1 and %2 as in words/en.json.");
    row("direction", "words/ar.json", "\"rtl\"", "\"up\"",
        "The template's file words/ar.json: \"direction\" must be ltr or rtl.");
    row("extends", "words/en-US.json", "\"extends\": \"en\"", "\"extends\": \"xx\"",
        "The template's file words/en-US.json: \"extends\" must be the language of a complete file in words.");
    row("no text", "words/ja.json", "\"御見積書\"", "7",
        "The template's file words/ja.json: \"quote\" must be a text.");
}

void TemplateTest::aBadTemplateIsRefusedWithFileAndKey()
{
    QFETCH(const QString, file);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, sentence);
    const auto look = Template::read(changed(file, from, to).toStdString());
    QVERIFY(!look);
    QCOMPARE(QString::fromStdString(look.error().message), sentence);
}

void TemplateTest::theLetterheadComesFromTheCompany()
{
    Record company(schema::entity("company"));
    company.set("name", Value("Nordlicht Technik GmbH"));
    company.set("address", Value(R"({"street":"Hafenstrasse 12","postcode":"24103","city":"Kiel"})"));
    company.set("country", Value("DE"));
    company.set("bank", Value("Bank"));
    company.set("logo", Value("PHN2ZyB4bWxucz0naHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmcnIHdpZHRoPSc5JyBoZWlnaHQ9JzknLz4="));
    const Letterhead head = letterheadOf(company);
    QCOMPARE(head.name, std::string("Nordlicht Technik GmbH"));
    QCOMPARE(head.address.city, std::string("Kiel"));
    QCOMPARE(head.address.country, std::string("DE"));
    QVERIFY(head.logo.starts_with("<svg"));
}

void TemplateTest::aLogoThatIsNoneIsSaidAndLeftOut()
{
    QVERIFY(logoTrouble(""));
    QVERIFY(!logoTrouble("not base64!"));
    QVERIFY(!logoTrouble("aGVsbG8="));
    // A PNG that says it is 100,000 dots wide.
    QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000186a0000186a00806000000");
    png.append(QByteArray(64, '\0'));
    const auto wide = logoTrouble(png.toBase64().toStdString());
    QVERIFY(!wide);
    QCOMPARE(wide.error().message, std::string("The logo is more than 6000 dots wide or high."));
    Record company(schema::entity("company"));
    company.set("name", Value("X"));
    company.set("logo", Value("aGVsbG8="));
    QVERIFY(letterheadOf(company).logo.empty());
}

QTEST_GUILESS_MAIN(TemplateTest)
#include "TemplateTest.moc"
