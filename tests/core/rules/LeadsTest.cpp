// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Leads.h"

#include <QTest>

using namespace satchel;

/// What a lead is to the records it becomes.
class LeadsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNameIsTakenApart()
    {
        const auto apart = [](const char* whole) {
            const leads::PersonName name = leads::personName(whole);
            return name.first + "|" + name.last;
        };
        QCOMPARE(apart("Ana Ruiz"), std::string("Ana|Ruiz"));
        QCOMPARE(apart("  Ana María Ruiz "), std::string("Ana María|Ruiz"));
        QCOMPARE(apart("Ruiz, Ana"), std::string("Ana|Ruiz"));
        QCOMPARE(apart("Ruiz"), std::string("|Ruiz"));
        QCOMPARE(apart(", Ana"), std::string(",|Ana"));
    }

    void onePhoneNumberIsWrittenInManyWays()
    {
        const std::string digits = leads::tellingDigits("+49 (30) 123-45 67");
        QCOMPARE(leads::tellingDigits("0049 30 1234567"), digits);
        QCOMPARE(leads::tellingDigits("030/1234567"), digits);
        QVERIFY(leads::tellingDigits("030/1234568") != digits);
        QCOMPARE(leads::tellingDigits("110"), std::string());
        QCOMPARE(leads::tellingDigits(""), std::string());
    }

    void onlyWhatIsOpenCanBecomeSomething()
    {
        Record lead(schema::entity("lead"));
        QVERIFY(!leads::whyClosed(lead));
        for (const char* open : {"new", "contacted", "qualified"}) {
            lead.set("status", open);
            QVERIFY(!leads::whyClosed(lead));
        }
        for (const char* closed : {"converted", "forwarded", "disqualified"}) {
            lead.set("status", closed);
            QCOMPARE(*leads::whyClosed(lead),
                     "This lead has been " + std::string(closed) + " already; nothing more becomes of it.");
        }
    }

    void aLeadWithoutACompanyNamesTheAccount()
    {
        Record lead(schema::entity("lead"));
        lead.set("name", "Ana Ruiz");
        QCOMPARE(leads::accountOf(lead).front().second, Value("Ana Ruiz"));
        lead.set("company", "Acme");
        QCOMPARE(leads::accountOf(lead).front().second, Value("Acme"));
    }
};

QTEST_GUILESS_MAIN(LeadsTest)
#include "LeadsTest.moc"
