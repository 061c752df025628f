// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuotePdf.h"
#include "tests/ui/documents/Samples.h"
#include "tests/ui/documents/Tools.h"
#include "ui/documents/FileName.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>

using namespace satchel;
using namespace satchel::documents;
using namespace satchel::documents::test;

namespace {

// As an English reader expects an amount, told without the product's own formatting.
QString english(std::int64_t units)
{
    QString digits = QString::number(std::abs(units) / 100).rightJustified(3, u'0'); // two decimals
    for (qsizetype at = digits.size() - 5; at > 0; at -= 3)
        digits.insert(at, u',');
    return (units < 0 ? QStringLiteral("-") : QString()) + digits.insert(digits.size() - 2, u'.');
}

QByteArray printed(Document quote, const Letterhead& head = letterhead(), const Template& look = Template::standard())
{
    if (const auto computed = pricing::computeTotals(quote); !computed)
        qFatal("%s", computed.error().message.c_str());
    const auto pdf = quotePdf(quote, head, look, madeAt);
    if (!pdf)
        qFatal("%s", pdf.error().message.c_str());
    return *pdf;
}

Document computed(Document quote)
{
    if (!pricing::computeTotals(quote))
        qFatal("the totals of a sample could not be computed");
    return quote;
}

} // namespace

/// What a customer finds on paper.
class QuotePdfTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aQuoteOfFiveHundredLinesHasEveryLineSubtotalCarriedTotalAndTax();
    void itsFontsAreEmbeddedAndTheFileIsSound();
    void theSameQuoteIsTheSameFile();
    void itIsPrintedInWellUnderTwoSeconds();
    void whatStandsOutsideTheTotalsSaysSo();
    void everyLanguageHasItsWords_data();
    void everyLanguageHasItsWords();
    void anArabicCustomerReadsFromRightToLeft();
    void aJapaneseCustomerReadsJapanese();
    void namesInAnyScriptCanBeFoundAgain();
    void hostileTextsAppearAsTheyWereTyped();
    void nothingIsFetchedOrOpened();
    void aDraftSaysThatItIsOne();
    void anAcceptedQuoteBearsNameAndSignature();
    void aTextLongerThanAPageGoesOnOverleaf();
    void linesThatReferToEachOtherInACircleAreAllPrinted();
    void largeAmountsStayOnThePage();

private:
    Tools m_tools;
};

void QuotePdfTest::aQuoteOfFiveHundredLinesHasEveryLineSubtotalCarriedTotalAndTax()
{
    const Document quote = computed(longQuote(500));
    const QString text = m_tools.text(printed(quote));
    const QStringList pages = text.split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 15);

    std::int64_t together = 0;
    std::size_t next = 0;
    int carried = 0;
    static const QRegularExpression model(QStringLiteral("model (\\d{5})"));
    for (qsizetype page = 0; page < pages.size(); ++page) {
        static const QRegularExpression brought(QStringLiteral("Brought forward +([\\d.,]+)"));
        if (const auto match = brought.match(pages[page]); match.hasMatch())
            QCOMPARE(match.captured(1), english(together));
        for (auto found = model.globalMatch(pages[page]); found.hasNext(); ++next) {
            const Document::Line& line = quote.lines.at(next);
            QCOMPARE(found.next().captured(1), QString::number(10000 + next)); // all of them, in order
            const QString start = QString::fromStdString(line.code);
            QVERIFY2(pages[page].contains(start), qPrintable(start));
            const QRegularExpression row(QStringLiteral("model %1.*%2\\s")
                                             .arg(10000 + next)
                                             .arg(QRegularExpression::escape(english(line.net.units))));
            QVERIFY2(row.match(pages[page]).hasMatch(), qPrintable(row.pattern()));
            if (line.counted)
                together += line.net.units;
        }
        static const QRegularExpression foot(QStringLiteral("Carried forward +([\\d.,]+)"));
        if (const auto match = foot.match(pages[page]); match.hasMatch()) {
            QCOMPARE(match.captured(1), english(together));
            QVERIFY(pages[page + 1].contains(QStringLiteral("Brought forward")));
            ++carried;
        }
        QVERIFY(pages[page].contains(QStringLiteral("Page %1 of %2").arg(page + 1).arg(pages.size())));
    }
    QCOMPARE(next, quote.lines.size());
    QVERIFY2(carried >= pages.size() - 2, qPrintable(QString::number(carried)));
    QCOMPARE(together, quote.sum.units);

    for (const Document::Group& group : quote.groups) {
        const QRegularExpression subtotal(
            QStringLiteral("Subtotal %1 +%2\\s")
                .arg(QString::fromStdString(group.title), QRegularExpression::escape(english(group.subtotal.units))));
        QVERIFY2(subtotal.match(text).hasMatch(), group.title.c_str());
    }
    QCOMPARE(quote.taxes.size(), std::size_t(3));
    for (const Document::Tax& tax : quote.taxes) {
        const QString label =
            QStringLiteral("VAT %1% on %2 ").arg(tax.percent.units / Decimal::scale).arg(english(tax.net.units));
        QVERIFY2(text.contains(label), qPrintable(label));
        QVERIFY2(text.contains(english(tax.tax.units)), qPrintable(label));
    }
    QVERIFY(text.contains(QStringLiteral("EUR\u00a0") + english(quote.gross.units)) ||
            text.contains(QStringLiteral("EUR ") + english(quote.gross.units)));
}

void QuotePdfTest::itsFontsAreEmbeddedAndTheFileIsSound()
{
    Document quote = longQuote(60);
    quote.lines[3].description = "日本語 한국어 中文 हिन्दी ไทย العربية עברית Ελληνικά кириллица";
    const QString path = m_tools.file(QStringLiteral("fonts.pdf"), printed(quote));
    const QList<QByteArray> fonts = m_tools.run("pdffonts", {path}).split('\n');
    QVERIFY(fonts.size() > 6);
    for (const QByteArray& line : fonts.mid(2)) {
        static const QRegularExpression columns(QStringLiteral(" (yes|no) +(yes|no) +(yes|no) +\\d+ +\\d+ *$"));
        if (line.isEmpty())
            continue;
        const auto match = columns.match(QString::fromUtf8(line));
        QVERIFY2(match.hasMatch() && match.captured(1) == QLatin1String("yes"), line.constData());
        QVERIFY2(match.captured(3) == QLatin1String("yes"), line.constData()); // its text can be copied
    }
    QVERIFY(
        m_tools.run("qpdf", {QStringLiteral("--check"), path}).contains("No syntax or stream encoding errors found"));
    const QByteArray about = m_tools.run("pdfinfo", {path});
    QVERIFY(about.contains("Title:           Quote Q-2026-00417"));
    QVERIFY(about.contains("Author:          Nordlicht Technik GmbH"));
    QVERIFY(about.contains("JavaScript:      no"));
}

void QuotePdfTest::theSameQuoteIsTheSameFile()
{
    QCOMPARE(printed(longQuote(40)), printed(longQuote(40)));
}

void QuotePdfTest::itIsPrintedInWellUnderTwoSeconds()
{
    const Document quote = computed(longQuote(500));
    QElapsedTimer clock;
    clock.start();
    QVERIFY(quotePdf(quote, letterhead(), Template::standard(), madeAt));
    qInfo("500 lines in %lld ms", static_cast<long long>(clock.elapsed()));
    QVERIFY(clock.elapsed() < 8000); // the machine may be busy with other tests
}

void QuotePdfTest::whatStandsOutsideTheTotalsSaysSo()
{
    Document quote = quoteFor("Harbour & Sons Ltd", "en-GB", "GBP");
    addLine(quote, {}, "Bench drill", "1", "100", "20");
    addLine(quote, {}, "Heavy bench drill", "1", "150", "20");
    quote.lines[1].role = Document::Role::Alternative, quote.lines[1].alternativeTo = quote.lines[0].id,
    quote.lines[1].counted = false;
    addLine(quote, {}, "Warranty", "1", "30", "20").role = Document::Role::Optional;
    quote.lines[2].counted = false;
    addLine(quote, {}, "Workshop set", "1", "200", "20");
    addLine(quote, {}, "Hammer of the set", "2", "0", "20").partOf = quote.lines[3].id;
    addLine(quote, {}, "Cup with our name", "1", "0", "20").free = true;
    auto& elsewhere = addLine(quote, {}, "Drill bits", "1", "10.1234", "20");
    elsewhere.shipToName = "Yard 2", elsewhere.shipToAddress = {"Dock Road 1", "BS2 1AA", "Bristol", "", "GB"},
    elsewhere.deliveryDate = "2026-04-01";
    const QString text = m_tools.text(printed(quote));
    for (const char* words :
         {"Alternative to item 1 – not included in the total", "Optional – not included in the total", "included\n",
          "free of charge", "Ship to: Yard 2, Dock Road 1, Bristol, BS2 1AA, UNITED KINGDOM", "Delivery: 1 April 2026",
          "10.1234", "4.1", "Optional items, not included in the total"})
        QVERIFY2(squeezed(text).contains(squeezed(QString::fromUtf8(words))), words);
    QVERIFY(squeezed(text).contains(QStringLiteral("TotalexcludingVAT310.12")));
}

void QuotePdfTest::everyLanguageHasItsWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* language, const QStringList& expected) {
        QTest::newRow(language) << QString::fromLatin1(language) << expected;
    };
    row("en", {QStringLiteral("Quote Q-2026-00417"), QStringLiteral("March"), QStringLiteral("12,345.50")});
    row("en-US", {QStringLiteral("March 10, 2026"), QStringLiteral("Sales tax 19%"), QStringLiteral("12,345.50")});
    row("de", {QStringLiteral("Angebot Q-2026-00417"), QStringLiteral("10. März 2026"), QStringLiteral("12.345,50"),
               QStringLiteral("USt. 19 %")});
    row("de-CH", {QStringLiteral("Angebot"), QStringLiteral("12’345.50")});
    row("fr", {QStringLiteral("Devis"), QStringLiteral("10 mars 2026"), QStringLiteral("12345,50"),
               QStringLiteral("Total TTC")});
    row("es", {QStringLiteral("Presupuesto"), QStringLiteral("10 de marzo de 2026"), QStringLiteral("12.345,50")});
    row("ja", {QStringLiteral("御見積書"), QStringLiteral("2026年3月10日"), QStringLiteral("12,345.50")});
    row("sv", {QStringLiteral("Quote"), QStringLiteral("12345,50")}); // no words of its own, but its numbers
    row("xx-nonsense", {QStringLiteral("Quote"), QStringLiteral("12,345.50")});
}

void QuotePdfTest::everyLanguageHasItsWords()
{
    QFETCH(const QString, language);
    QFETCH(const QStringList, expected);
    Document quote = quoteFor("Kunde", language.toStdString(), "EUR");
    addLine(quote, {}, "Something", "1", "12345.50");
    const QString text = squeezed(m_tools.text(printed(quote)));
    for (const QString& words : expected)
        QVERIFY2(text.contains(squeezed(words)), qPrintable(words));
    quote.taxInclusive = true;
    quote.lines[0].taxPercent = {};
    quote.taxation = "reverse_charge";
    const Words& words = Template::standard().wordsFor(quote.language);
    const QString inclusive = squeezed(m_tools.text(printed(quote)));
    QVERIFY(inclusive.contains(squeezed(QString::fromStdString(words["reverse_charge"]))));
    QVERIFY(inclusive.contains(squeezed(QString::fromStdString(words.with("amounts_inclusive", "EUR")))));
}

void QuotePdfTest::anArabicCustomerReadsFromRightToLeft()
{
    Document quote = quoteFor("شركة النخيل للتجهيزات", "ar", "AED");
    quote.contactName = "محمد منصور";
    addLine(quote, {}, "رف معدني ثقيل HX-25", "12", "1250.75", "5").unit = "قطعة";
    const QByteArray pdf = printed(quote);
    const QString text = squeezed(m_tools.text(pdf));
    for (const char* words :
         {"شركة النخيل", "محمد منصور", "رف معدني ثقيل", "قطعة", "عرض سعر", "١٥٬٠٠٩٫٠٠", "+49 431 555 0123"})
        QVERIFY2(text.contains(squeezed(QString::fromUtf8(words))), words);
    // Descriptions begin at the right, amounts stand at the left.
    const QByteArray boxes = m_tools.run(
        "pdftotext", {QStringLiteral("-bbox"), m_tools.file(QStringLiteral("ar.pdf"), pdf), QStringLiteral("-")});
    const auto leftOf = [&boxes](const char* word) {
        const QRegularExpression box(QStringLiteral("xMin=\"([\\d.]+)\"[^>]*>%1<").arg(QString::fromUtf8(word)));
        return box.match(QString::fromUtf8(boxes)).captured(1).toDouble();
    };
    QVERIFY2(leftOf("HX-25") > 400, boxes.constData());
    QVERIFY2(leftOf("١٥٬٠٠٩٫٠٠") > 0 && leftOf("١٥٬٠٠٩٫٠٠") < 100, boxes.constData());
}

void QuotePdfTest::aJapaneseCustomerReadsJapanese()
{
    Document quote = quoteFor("株式会社東海製作所", "ja", "JPY");
    quote.customerAddress = {"中村区名駅四丁目7番1号", "450-0002", "名古屋市", "愛知県", "JP"};
    addLine(quote, {}, "ベルトコンベヤ 幅800mm", "2", "1480000", "10");
    const QString text = squeezed(m_tools.text(printed(quote)));
    for (const char* words : {"株式会社東海製作所", "〒450-0002", "愛知県名古屋市", "ベルトコンベヤ 幅800mm",
                              "2,960,000", "消費税 10%", "3,256,000"})
        QVERIFY2(text.contains(squeezed(QString::fromUtf8(words))), words);
}

void QuotePdfTest::namesInAnyScriptCanBeFoundAgain()
{
    const char* names[] = {"हिन्दी क्षत्रिय संस्कृति", "ภาษาไทย น้ำ",        "한국어 회사",          "中文公司",  "Ελληνικά",
                           "Кириллица",          "Zażółć gęślą jaźń", "office-fluff ﬁ 12-34", "שלום עולם", "日本 高橋"};
    Document quote = quoteFor("e\u0301galite\u0301 a\u0323\u0302", "en", "EUR");
    for (const char* name : names)
        addLine(quote, {}, name, "1", "1");
    const QString text = squeezed(m_tools.text(printed(quote)));
    for (const char* name : names)
        QVERIFY2(text.contains(squeezed(QString::fromUtf8(name))), name);
    QVERIFY(text.normalized(QString::NormalizationForm_C).contains(QStringLiteral("égalitéậ")));
}

void QuotePdfTest::hostileTextsAppearAsTheyWereTyped()
{
    const char* texts[] = {"<img src=file:///etc/passwd>",
                           "<style>*{display:none}</style>",
                           "<b>bold</b> &amp; &#65;",
                           "$(rm -rf /) %1 %2 %n",
                           "<script>alert(1)</script>",
                           "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                           "</tspan><span>"};
    Document quote = quoteFor("<h1>Customer</h1>", "en", "EUR");
    quote.introduction = quote.terms = texts[0];
    quote.title = texts[1];
    for (const char* text : texts)
        addLine(quote, {}, text, "1", "1").partNumber = text;
    Letterhead head = letterhead();
    head.name = texts[4];
    const QString text = squeezed(m_tools.text(printed(quote, head)));
    for (const char* expected : texts)
        QVERIFY2(text.contains(squeezed(QString::fromUtf8(expected))), expected);
    QVERIFY(text.contains(QStringLiteral("<h1>Customer</h1>")));

    QFile strings(QStringLiteral(SATCHEL_SHARED_DATA "/strings-blns/blns.json"));
    if (!strings.open(QIODevice::ReadOnly))
        QSKIP("strings-blns is not here: the list of naughty strings was not printed");
    const QJsonArray list = QJsonDocument::fromJson(strings.readAll()).array();
    QVERIFY(list.size() > 400);
    Document naughty = quoteFor("Naughty", "en", "EUR");
    for (const auto& each : list)
        addLine(naughty, {}, each.toString().toStdString(), "1", "1").code = each.toString().toStdString();
    const QByteArray pdf = printed(naughty);
    const QString whole = squeezed(m_tools.text(pdf));
    int checked = 0;
    for (const auto& each : list) {
        static const QRegularExpression plain(QStringLiteral("^[\\x20-\\x7e]+$"));
        if (!plain.match(each.toString()).hasMatch() || each.toString().size() > 40)
            continue;
        QVERIFY2(whole.contains(squeezed(each.toString())), qPrintable(each.toString()));
        ++checked;
    }
    qInfo("%d of %d strings were looked for", checked, int(list.size()));
    QVERIFY(checked > 150);
    QVERIFY(m_tools.run("qpdf", {QStringLiteral("--check"), m_tools.file(QStringLiteral("blns.pdf"), pdf)})
                .contains("No syntax or stream"));
}

void QuotePdfTest::nothingIsFetchedOrOpened()
{
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    const std::string url = "http://127.0.0.1:" + std::to_string(listener.serverPort()) + "/x.png";
    Document quote = quoteFor("<img src=\"" + url + "\">", "en", "EUR");
    quote.introduction =
        "<link rel=stylesheet href=" + url + "> <iframe src=" + url + "></iframe> @import url(" + url + ")";
    addLine(quote, {}, "<image href='" + url + "'/>", "1", "1");
    Letterhead head = letterhead();
    head.logo = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='100' "
                "height='40'><style>@import url(" +
                url + ");</style><image xlink:href='" + url +
                "' width='9' height='9'/><image href='file:///etc/passwd' width='9' height='9'/><use href='" + url +
                "#a'/><rect width='100' height='40' fill='#123'/></svg>";
    printed(quote, head);
    QVERIFY(!listener.waitForNewConnection(200));
}

void QuotePdfTest::aDraftSaysThatItIsOne()
{
    Document quote = longQuote(60);
    quote.number.clear();
    const QStringList pages = m_tools.text(printed(quote)).split(u'\f', Qt::SkipEmptyParts);
    QVERIFY(pages.size() > 2);
    for (const QString& page : pages)
        QVERIFY(page.contains(QStringLiteral("Draft")));
    QVERIFY(!pages[0].contains(QStringLiteral("Quote Q-")));
}

void QuotePdfTest::anAcceptedQuoteBearsNameAndSignature()
{
    Document quote = longQuote(3);
    QVERIFY(m_tools.text(printed(quote)).contains(QStringLiteral("Place, date")));
    quote.acceptedBy = "Mette Østergård";
    const QByteArray unsigned_ = printed(quote);
    QVERIFY(m_tools.text(unsigned_).contains(QStringLiteral("Accepted by Mette Østergård")));
    quote.signature = "M40 220 C120 10 190 20 170 160 q10 10 20 30 L320 180 h40 V100 z m5,5 l10-10";
    const QByteArray signed_ = printed(quote);
    QVERIFY(signed_ != unsigned_);
    for (const char* bad : {"M 0 0 L 1e999 4", "L 5 5", "M 1 2 A 3 3 0 0 0 4 4", "M nan 1",
                            "M0 0\"/><image href='file:///etc/passwd'/>", "M 1", "M0 0 Z 5"}) {
        quote.signature = bad;
        QCOMPARE(printed(quote), unsigned_); // drawn not at all
    }
}

void QuotePdfTest::aTextLongerThanAPageGoesOnOverleaf()
{
    Document quote = quoteFor("Long Ltd", "en", "EUR");
    std::string text;
    for (int i = 0; i < 1500; ++i)
        text += "word" + std::to_string(i) + " ";
    addLine(quote, {}, "Short\n" + text, "1", "10");
    addLine(quote, {}, "After", "1", "10");
    quote.terms = text;
    quote.introduction = text;
    const QString read = squeezed(m_tools.text(printed(quote)));
    for (int i = 0; i < 1500; ++i)
        QVERIFY2(read.count(QStringLiteral("word%1").arg(i) + (i == 1499 ? QString() : QStringLiteral("word"))) >= 1,
                 qPrintable(QString::number(i)));
    QVERIFY(read.count(QStringLiteral("word1499")) == 3);
}

void QuotePdfTest::linesThatReferToEachOtherInACircleAreAllPrinted()
{
    Document quote = quoteFor("Circle Ltd", "en", "EUR");
    const Id group = addGroup(quote, "Circle");
    for (int i = 0; i < 4; ++i)
        addLine(quote, i == 3 ? id(77777) : group, "Thing " + std::to_string(i), "1", "10");
    quote.lines[0].partOf = quote.lines[1].id;
    quote.lines[1].partOf = quote.lines[0].id;
    quote.lines[2].partOf = id(55555);
    quote.lines[2].alternativeTo = quote.lines[2].id;
    const auto pdf = quotePdf(quote, letterhead(), Template::standard(), madeAt);
    QVERIFY(pdf);
    const QString text = m_tools.text(*pdf);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(text.count(QStringLiteral("Thing %1").arg(i)), 1);
}

void QuotePdfTest::largeAmountsStayOnThePage()
{
    Document quote = quoteFor("Large Ltd", "en", "KWD");
    for (int i = 0; i < 3; ++i) {
        auto& line =
            addLine(quote, {}, "A very large thing with a long description", "98765.4321", "99999999.1234", "5");
        line.discountPercent = decimal("12.3456"), line.discountAmount = decimal("12345.6789");
        line.unit = "container load of forty feet";
        line.code = std::string(60, 'W');
    }
    const QByteArray boxes =
        m_tools.run("pdftotext", {QStringLiteral("-bbox"), m_tools.file(QStringLiteral("large.pdf"), printed(quote)),
                                  QStringLiteral("-")});
    static const QRegularExpression edge(QStringLiteral("<word xMin=\"([\\d.-]+)\".*xMax=\"([\\d.]+)\"[^>]*>([^<]*)<"));
    int words = 0;
    for (auto found = edge.globalMatch(QString::fromUtf8(boxes)); found.hasNext(); ++words) {
        const auto word = found.next();
        QVERIFY2(word.captured(1).toDouble() > 65 && word.captured(2).toDouble() < 545, qPrintable(word.captured(3)));
    }
    QVERIFY(words > 80);
}

QTEST_GUILESS_MAIN(QuotePdfTest)
#include "QuotePdfTest.moc"
