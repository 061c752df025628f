// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Entitlement.h"
#include "tests/support/RecordsInMemory.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// What an account may buy: one row that allows makes everything else forbidden, one that denies always counts.
class EntitlementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_records = RecordsInMemory();
        m_group = m_records.add("account", {{"name", "Acme Group"}});
        m_acme = m_records.add("account", {{"name", "Acme"}, {"parent", m_group}});
        m_pump = m_records.add("product", {{"name", "Pump"}, {"family", "pumps"}});
        m_hose = m_records.add("product", {{"name", "Hose"}, {"family", "hoses"}});
    }

    void withoutRowsEverythingMayBeBought() { QCOMPARE(mayBuy(), "pump hose"); }

    void oneThatAllowsForbidsTheRest()
    {
        row(m_acme, "allow", {}, "pumps");
        QCOMPARE(mayBuy(), "pump");
        row(m_acme, "allow", m_hose);
        QCOMPARE(mayBuy(), "pump hose");
    }

    void oneThatDeniesAlwaysCounts()
    {
        row(m_acme, "deny", m_pump);
        QCOMPARE(mayBuy(), "hose");
        row(m_acme, "allow", m_pump);
        QCOMPARE(mayBuy(), ""); // what is allowed is denied, all else is not allowed
    }

    void whatIsSaidOfAParentCountsToo()
    {
        row(m_group, "deny", {}, "hoses");
        QCOMPARE(mayBuy(), "pump");
        row(m_group, "allow", m_hose);
        QCOMPARE(mayBuy(), "");
        const auto entitlement = readEntitlement(m_records, m_acme);
        QVERIFY(entitlement->refusalOf(m_hose, "hoses")->denies);
        QVERIFY(!entitlement->refusalOf(m_pump, "pumps")->denies);
        QVERIFY(entitlement->refusalOf(m_pump, "pumps")->account == m_group);
    }

    void aRowOfProductAndFamilyNeedsBothAndOneOfNeitherIsAboutEverything()
    {
        row(m_acme, "deny", m_pump, "hoses");
        QCOMPARE(mayBuy(), "pump hose");
        row(m_acme, "deny");
        QCOMPARE(mayBuy(), "");
    }

    void parentsInACircleAreReadOnce()
    {
        m_records.set("account", m_group, "parent", m_acme);
        row(m_group, "deny", m_pump);
        QCOMPARE(readEntitlement(m_records, m_acme)->rows.size(), std::size_t{1});
    }

    void nobodyInParticularMayBuyEverything()
    {
        row(m_acme, "deny", m_pump);
        QVERIFY(readEntitlement(m_records, Id{})->permits(m_pump, "pumps"));
    }

private:
    void row(const Id& account, const char* kind, const Id& product = {}, const char* family = nullptr)
    {
        m_records.add("entitlement", {{"account", account},
                                      {"kind", kind},
                                      {"product", product.isNull() ? Value() : Value(product)},
                                      {"family", family == nullptr ? Value() : Value(family)}});
    }
    std::string mayBuy()
    {
        const auto entitlement = readEntitlement(m_records, m_acme);
        std::string text = entitlement->permits(m_pump, "pumps") ? "pump" : "";
        if (entitlement->permits(m_hose, "hoses"))
            text += text.empty() ? "hose" : " hose";
        return text;
    }
    RecordsInMemory m_records;
    Id m_group, m_acme, m_pump, m_hose;
};

QTEST_GUILESS_MAIN(EntitlementTest)
#include "EntitlementTest.moc"
