// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Bundles.h"
#include "tests/support/RecordsInMemory.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

using Sentences = std::vector<std::string>;

/// A pump station: the pump is always in it, the hose usually; of the drives one, of the extras at most two.
class BundlesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_records = RecordsInMemory();
        m_station = product("Station");
        m_drives = group("Drives", "1", 1, 1);
        m_extras = group("Extras", "2", 0, 2);
        m_pump = part("Pump", "fixed", "1");
        m_hose = part("Hose", "standard", "2");
        m_electric = part("Electric drive", "option", "3", m_drives);
        m_diesel = part("Diesel drive", "option", "4", m_drives);
        m_cover = part("Cover", "option", "5", m_extras);
        m_lamp = part("Lamp", "option", "6", m_extras);
        m_horn = part("Horn", "option", "7", m_extras);
    }

    void whatIsThereByItselfIsFixedAndStandard()
    {
        QCOMPARE(usualChoice(bundle()), (std::set<Id>{m_pump.first, m_hose.first}));
    }

    void aGroupHasItsLeastAndItsMost()
    {
        QCOMPARE(objections({}), (Sentences{"Of \"Drives\" exactly 1 must be chosen, not 0."}));
        QCOMPARE(objections({m_electric}), Sentences{});
        QCOMPARE(objections({m_electric, m_diesel}), (Sentences{"Of \"Drives\" exactly 1 must be chosen, not 2."}));
        QCOMPARE(objections({m_diesel, m_cover, m_lamp, m_horn}),
                 (Sentences{"Of \"Extras\" at most 2 must be chosen, not 3."}));
    }

    void onlyPartsOfTheBundleCanBeChosen()
    {
        QCOMPARE(objections({m_electric, {m_station, m_station}}),
                 (Sentences{"Something was chosen that is no part of \"Station\"."}));
    }

    void rulesAmongThePartsAreKept()
    {
        rule(m_diesel.second, "requires", m_cover.second, m_station);
        rule(m_electric.second, "excludes", m_horn.second, m_station);
        rule(m_horn.second, "excludes", m_electric.second, m_station);
        rule(m_pump.second, "requires", m_lamp.second); // of every quote: not the bundle's business
        QCOMPARE(objections({m_diesel}), (Sentences{"\"Diesel drive\" needs \"Cover\"."}));
        QCOMPARE(objections({m_diesel, m_cover}), Sentences{});
        QCOMPARE(objections({m_electric, m_horn}), (Sentences{"\"Electric drive\" cannot go together with \"Horn\"."}));
    }

    void rulesOfEveryQuoteAreReadByTheProductsInIt()
    {
        rule(m_pump.second, "requires", m_lamp.second);
        rule(m_hose.second, "excludes", m_horn.second);
        const std::set<Id> products = {m_pump.second, m_hose.second, m_horn.second};
        const auto rules = readRules(m_records, products);
        QCOMPARE(rules->size(), std::size_t{2});
        QCOMPARE(
            brokenRules(*rules, products, *readNames(m_records, products)),
            (Sentences{"\"Pump\" needs a product that is not here.", "\"Hose\" cannot go together with \"Horn\"."}));
    }

    void partsAreInTheirOrderAndMultiply()
    {
        const Bundle read = bundle();
        QCOMPARE(read.parts.size(), std::size_t{7});
        QVERIFY(read.parts.front().id == m_pump.first && read.groups.front().id == m_drives);
        BundlePart part{.quantity = {25'000}}; // 2.5
        QCOMPARE(quantityIn(part, Decimal{30'000})->units, std::int64_t{75'000});
        part.quantity = {1}; // a ten-thousandth
        QVERIFY(!quantityIn(part, Decimal{15'000}));
        part.quantity = {9'000'000'000'000'000};
        QVERIFY(!quantityIn(part, Decimal{9'000'000'000'000'000}));
    }

    void bundlesThatContainThemselvesAreNamed()
    {
        QVERIFY(circleOf(m_records, m_station)->empty());
        const Id kit = product("Kit");
        const auto inKit = [&](const Id& bundle, const Id& product) {
            m_records.add("bundle_part", {{"bundle", bundle}, {"product", product}, {"kind", "fixed"}});
        };
        inKit(m_pump.second, kit);
        inKit(kit, m_pump.second);
        QCOMPARE(*circleOf(m_records, m_station), (std::vector<Id>{m_pump.second, kit}));
        Id deep = product("Deepest");
        for (int i = 0; i < 300; ++i) {
            const Id above = product("Box");
            inKit(above, deep);
            deep = above;
        }
        QVERIFY(!circleOf(m_records, deep).ok());
    }

private:
    using Part = std::pair<Id, Id>; ///< part and its product

    Id product(const char* name) { return m_records.add("product", {{"name", name}}); }
    Id group(const char* name, const char* position, std::int64_t least, std::int64_t most)
    {
        return m_records.add(
            "option_group",
            {{"bundle", m_station}, {"name", name}, {"position", position}, {"least", least}, {"most", most}});
    }
    Part part(const char* name, const char* kind, const char* position, const Id& of = {})
    {
        const Id made = product(name);
        return {m_records.add("bundle_part", {{"bundle", m_station},
                                              {"product", made},
                                              {"kind", kind},
                                              {"position", position},
                                              {"option_group", of.isNull() ? Value() : Value(of)}}),
                made};
    }
    void rule(const Id& product, const char* kind, const Id& other, const Id& bundle = {})
    {
        m_records.add("product_rule", {{"product", product},
                                       {"kind", kind},
                                       {"other", other},
                                       {"bundle", bundle.isNull() ? Value() : Value(bundle)}});
    }
    Bundle bundle() { return *readBundle(m_records, m_station); }
    Sentences objections(const std::vector<Part>& chosen)
    {
        const Bundle read = bundle();
        std::set<Id> ids;
        std::set<Id> products = {m_station};
        for (const Part& part : chosen)
            ids.insert(part.first);
        for (const BundlePart& part : read.parts)
            products.insert(part.product);
        return objectionsTo(read, ids, *readNames(m_records, products));
    }

    RecordsInMemory m_records;
    Id m_station, m_drives, m_extras;
    Part m_pump, m_hose, m_electric, m_diesel, m_cover, m_lamp, m_horn;
};

QTEST_GUILESS_MAIN(BundlesTest)
#include "BundlesTest.moc"
