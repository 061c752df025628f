// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/QuoteMail.h"
#include "tests/ui/documents/Samples.h"
#include "tests/ui/documents/Tools.h"
#include "ui/documents/FileName.h"
#include "ui/documents/QuotePdf.h"

#include <QCryptographicHash>

using namespace satchel;
using namespace satchel::documents;
using namespace satchel::documents::test;

namespace {

// Read back by the mail library of another language: headers, then each part, as lines "name: value".
constexpr const char* reader = R"(
import email, email.policy, sys, hashlib
m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
for k in m.keys(): print('H', k + ':', str(m[k]))
print('defects', [str(d) for d in m.defects])
for p in m.iter_parts():
    print('P', p.get_content_type(), p.get_filename(), [str(d) for d in p.defects])
    if p.get_content_type() == 'text/plain': print(p.get_content())
    else: print('hash', hashlib.sha256(p.get_content()).hexdigest())
)";

} // namespace

/// The mail with which a quote goes out, and the names of files.
class QuoteMailTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aMailProgramReadsItAsItWasMeant();
    void noNameAddsAHeader();
    void whatIsNoAddressIsRefused_data();
    void whatIsNoAddressIsRefused();
    void aFileNameIsSafeOnEverySystem_data();
    void aFileNameIsSafeOnEverySystem();

private:
    QString readBack(const QByteArray& mail) const
    {
        return QString::fromUtf8(m_tools.run("python3", {QStringLiteral("-c"), QString::fromLatin1(reader),
                                                         m_tools.file(QStringLiteral("draft.eml"), mail)}));
    }

    Tools m_tools;
};

void QuoteMailTest::aMailProgramReadsItAsItWasMeant()
{
    Document quote = quoteFor("Müller & Söhne", "de", "EUR");
    quote.title = "Umbau der Montagehalle 3 – Förderband, Antrieb und Steuerung für das Werk Süd (日本)";
    quote.revision = 2;
    addLine(quote, {}, "Förderband", "1", "100");
    QVERIFY(pricing::computeTotals(quote));
    const auto mail = quoteMail(quote, letterhead(), Template::standard(),
                                {"Ingeborg Schönfelder", "i.schoenfelder@müller.example"}, madeAt, true);
    QVERIFY(mail);
    for (const QByteArray& line : mail->split('\n')) {
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
        QVERIFY2(line.size() <= 79, line.constData());
        QVERIFY(std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    }
    const QString read = readBack(*mail);
    for (const QString& expected :
         {QStringLiteral("H From: Karin Voss <karin.voss@nordlicht.example>"),
          QStringLiteral("H To: Ingeborg Schönfelder <i.schoenfelder@xn--mller-kva.example>"),
          QStringLiteral("H Subject: Angebot Q-2026-00417 – ") + QString::fromStdString(quote.title),
          QStringLiteral("H X-Unsent: 1"), QStringLiteral("H Date: Tue, 10 Mar 2026 11:00:00 +0000"),
          QStringLiteral("defects []"), QStringLiteral("P application/pdf Angebot Q-2026-00417 (2).pdf []"),
          QStringLiteral("Guten Tag Ingeborg Schönfelder,"), QStringLiteral("9. April 2026"),
          QStringLiteral(
              "P application/vnd.openxmlformats-officedocument.spreadsheetml.sheet Angebot Q-2026-00417 (2).xlsx []")})
        QVERIFY2(read.contains(expected), qPrintable(expected + QStringLiteral("\n") + read));
    const auto pdf = quotePdf(quote, letterhead(), Template::standard(), madeAt);
    QVERIFY(read.contains(QString::fromLatin1(QCryptographicHash::hash(*pdf, QCryptographicHash::Sha256).toHex())));
}

void QuoteMailTest::noNameAddsAHeader()
{
    const std::string bad = "Eve\r\nBcc: all@example.com\r\n\r\n<script>\"\\ =?UTF-8?Q?=0D=0ABcc:?= \u2028Bcc: x@y";
    Document quote = quoteFor(bad, "en", "EUR");
    quote.number = bad, quote.title = bad, quote.contactName = bad, quote.sellerName = bad,
    quote.sellerEmail = "a@b\r\nBcc: c@d";
    addLine(quote, {}, bad, "1", "1");
    QVERIFY(pricing::computeTotals(quote));
    Letterhead head = letterhead();
    head.name = bad;
    const auto mail = quoteMail(quote, head, Template::standard(), {bad, "customer@example.com"}, madeAt);
    QVERIFY(mail);
    const QString read = readBack(*mail);
    QStringList headers;
    for (const QString& line : read.split(u'\n'))
        if (line.startsWith(QLatin1String("H ")))
            headers.append(line.section(u' ', 1, 1));
    const QStringList expected{QStringLiteral("From:"),        QStringLiteral("To:"),
                               QStringLiteral("Subject:"),     QStringLiteral("Date:"),
                               QStringLiteral("X-Unsent:"),    QStringLiteral("MIME-Version:"),
                               QStringLiteral("Content-Type:")};
    QCOMPARE(headers, expected);
    QVERIFY(!mail->contains("\r\nBcc"));
}

void QuoteMailTest::whatIsNoAddressIsRefused_data()
{
    QTest::addColumn<QString>("address");
    int number = 0;
    for (const char* bad : {"nobody", "@example.com", "a@", "a b@example.com", "a@b\r\nBcc: c@d", "a@b, c@d", "a@b>",
                            "\"a\"@b", "ü@example.com", "a@exa mple"})
        QTest::newRow(QByteArray::number(++number).constData()) << QString::fromUtf8(bad);
}

void QuoteMailTest::whatIsNoAddressIsRefused()
{
    QFETCH(const QString, address);
    Document quote = longQuote(1);
    QVERIFY(pricing::computeTotals(quote));
    const auto mail = quoteMail(quote, letterhead(), Template::standard(), {"", address.toStdString()}, madeAt);
    QVERIFY(!mail);
    QCOMPARE(mail.error().field, std::string("email"));
    QVERIFY(quoteMail(quote, letterhead(), Template::standard(), {"", ""}, madeAt)); // a draft without a recipient
}

void QuoteMailTest::aFileNameIsSafeOnEverySystem_data()
{
    QTest::addColumn<QString>("wish");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* wish, const char* name) {
        QTest::newRow(wish) << QString::fromUtf8(wish) << QString::fromUtf8(name);
    };
    row("../../etc/passwd", "-..-etc-passwd.pdf");
    row("..\\..\\x", "-..-x.pdf");
    row("/absolute", "-absolute.pdf");
    row("C:\\x", "C-x.pdf");
    row("CON", "_CON.pdf");
    row("nul.txt", "_nul.txt.pdf");
    row("COM1 ", "_COM1.pdf");
    row("trailing dot...", "trailing dot.pdf");
    row("two\nlines", "two lines.pdf");
    row("a\u202egpj.exe", "a-gpj.exe.pdf");
    row("e\u0301", "é.pdf");
    row("", "quote.pdf");
    row("   ", "quote.pdf");
    row("報告書", "報告書.pdf");
}

void QuoteMailTest::aFileNameIsSafeOnEverySystem()
{
    QFETCH(const QString, wish);
    QFETCH(const QString, name);
    QCOMPARE(QString::fromStdString(safeFileName(wish.toStdString(), ".pdf")), name);
    for (const std::string letter : {"x", "ü", "報", "😀"}) {
        std::string longName;
        for (int i = 0; i < 300; ++i)
            longName += letter;
        const std::string made = safeFileName(longName, ".pdf");
        QVERIFY(made.size() < 220 && QString::fromStdString(made).toStdString() == made);
    }
    QCOMPARE(safeFileName(std::string("a\0b/..", 6), ".pdf"), std::string("ab-.pdf"));
}

QTEST_GUILESS_MAIN(QuoteMailTest)
#include "QuoteMailTest.moc"
