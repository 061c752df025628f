// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Planted.h"
#include "core/rules/pricing/SnapshotReader.h"
#include "core/sales/OpenQuote.h"
#include "tests/core/sales/Shop.h"

#include <QTest>
#include <random>

using namespace satchel;
using namespace satchel::test;
using sales::LineRole;

namespace {

bool tripled(std::string_view name)
{
    return name == "a line tripled";
}

/// Somebody who edits a quote without a plan.
class Scribbler {
public:
    Scribbler(Shop& shop, const Id& quote, std::uint64_t seed, sales::OpenQuote* open = nullptr)
        : m_shop(shop), m_quote(quote), m_dice(seed), m_open(open)
    {}

    /// One edit; refusals count as edits that changed nothing.
    void edit()
    {
        sales::Quotes quotes(*m_shop.profile.replica, m_open);
        auto lines = m_shop.document(m_quote).lines;
        std::erase_if(lines, [](const auto& each) { return each.free; }); // what is given is not for him to change
        const Id line = lines.empty() ? Id{} : lines[roll(lines.size())].id;
        switch (roll(12)) {
        case 0:
        case 1:
        case 2: {
            const Id product = std::vector{m_shop.pump, m_shop.hose, m_shop.service}[roll(3)];
            note(quotes.addLines(m_quote, {{.product = product, .quantity = quantity()}}, {.after = line}));
            break;
        }
        case 3:
        case 4: note(quotes.changeLine(line, {.quantity = quantity()})); break;
        case 5: note(quotes.changeLine(line, {.price = roll(2) == 0 ? std::optional<Decimal>() : quantity()})); break;
        case 6: note(quotes.changeLine(line, {.role = roll(2) == 0 ? LineRole::Normal : LineRole::Optional})); break;
        case 7: note(quotes.changeLine(line, {.chosen = roll(2) == 0})); break;
        case 8: note(quotes.discountLines(m_quote, {line}, {.units = std::int64_t(roll(200'000))}, {})); break;
        case 9: note(quotes.moveLines(m_quote, {line}, {.first = true})); break;
        case 10: note(quotes.changeLine(line, {.role = LineRole::Alternative, .alternativeTo = other(lines)})); break;
        default: note(quotes.removeLines(m_quote, {line})); break;
        }
    }
    [[nodiscard]] int done() const { return m_done; }

private:
    std::size_t roll(std::size_t sides) { return m_dice() % sides; }
    Decimal quantity() { return {.units = std::int64_t(1 + roll(60)) * Decimal::scale}; }
    Id other(const std::vector<pricing::Document::Line>& lines)
    {
        return lines.empty() ? Id{} : lines[roll(lines.size())].id;
    }
    void note(const Result<sales::Edited>& edited)
    {
        m_done += edited.ok() ? 1 : 0;
        if (!edited.ok() && edited.error().kind != ErrorKind::Invalid && edited.error().kind != ErrorKind::NotFound)
            qFatal("%s", edited.error().message.c_str());
    }

    Shop& m_shop;
    Id m_quote;
    std::mt19937_64 m_dice;
    sales::OpenQuote* m_open;
    int m_done = 0;
};

void promoteEverything(Shop& shop)
{
    shop.promote("SPRING", "percent", {{"percent", Shop::of("5")}, {"min_amount", "300.00 EUR"}});
    shop.promote("HOSES", "amount",
                 {{"amount", "0.10 EUR"}, {"families", R"(["hoses"])"}, {"min_quantity", Shop::of("10")}});
    shop.promote(
        "TEN", "buy_get",
        {{"families", R"(["pumps"])"}, {"buy", Shop::of("10")}, {"free", Shop::of("1")}, {"repeats", std::int64_t{1}}});
    shop.promote("GIFT", "free_item",
                 {{"min_amount", "500.00 EUR"},
                  {"free", Shop::of("1")},
                  {"free_product", shop.hose},
                  {"repeats", std::int64_t{1}}});
}

} // namespace

/// Whatever somebody does to a draft, in whatever order.
class QuoteSequencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { plantBugs(nullptr); }

    void everyStateIsWhatTheEngineGives()
    {
        int edits = 0;
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            Shop shop;
            promoteEverything(shop);
            const Id quote = shop.begin();
            Scribbler scribbler(shop, quote, seed);
            for (int i = 0; i < 40; ++i) {
                scribbler.edit();
                const auto document = shop.document(quote); // P10
                QVERIFY2(shop.isSettled(quote), qPrintable(QStringLiteral("seed %1, edit %2: %3")
                                                               .arg(seed)
                                                               .arg(i)
                                                               .arg(QString::fromStdString(shop.text(quote)))));
                Decimal sum;
                for (const auto& line : document.lines)
                    sum.units += line.counted ? line.net.units : 0;
                QCOMPARE(sum, document.sum);
                QCOMPARE(document.net.units + document.tax.units, document.gross.units);
            }
            edits += scribbler.done();
        }
        qInfo("%d edits", edits);
        QVERIFY(edits > 200);
    }

    // The same in a window that keeps what it has read, while the same quote is also written elsewhere.
    void whatIsForeseenIsWhatIsWritten()
    {
        int foreseen = 0;
        for (std::uint64_t seed = 101; seed <= 108; ++seed) {
            Shop shop;
            promoteEverything(shop);
            const Id quote = shop.begin();
            const auto elsewhere = must(Replica::open(shop.profile.folder, shop.profile.clock));
            std::optional<quotes::QuoteRecords> next;
            std::optional<pricing::Document> total;
            sales::OpenQuote open;
            open.setPreview(
                [&](Replica&, RecordSource&, const quotes::QuoteRecords& records, const pricing::Document& document) {
                    next = records;
                    total = document;
                });
            Scribbler scribbler(shop, quote, seed, &open);
            std::mt19937_64 dice(seed);
            for (int i = 0; i < 40; ++i) {
                const auto lines = shop.document(quote).lines;
                if (dice() % 4 == 0 && !lines.empty() && !lines.front().free)
                    (void)sales::Quotes(*elsewhere)
                        .changeLine(lines.front().id,
                                    {.quantity = Decimal{.units = std::int64_t(1 + dice() % 50) * Decimal::scale}});
                if (dice() % 8 == 0) // by this connection, past the open quote
                    must(shop.profile.replica->commit({Profile::edit(OperationKind::Update, "quote", quote,
                                                                     {{"terms", "Terms " + std::to_string(i)}})}));
                if (dice() % 3 == 0) { // reads only
                    const auto waiting = must(shop.profile.replica->status()).waiting;
                    (void)sales::Quotes(*shop.profile.replica, &open).readAhead(quote);
                    QCOMPARE(must(shop.profile.replica->status()).waiting, waiting);
                }
                next.reset();
                const int before = scribbler.done();
                scribbler.edit();
                if (!next || scribbler.done() == before)
                    continue;
                ++foreseen;
                const auto records = shop.records(quote);
                QVERIFY2(next->quote.values == records.quote.values && next->lines.size() == records.lines.size(),
                         qPrintable(QStringLiteral("seed %1, edit %2").arg(seed).arg(i)));
                for (std::size_t at = 0; at < records.lines.size(); ++at) {
                    QCOMPARE(next->lines[at].id, records.lines[at].id);
                    QVERIFY(next->lines[at].values == records.lines[at].values);
                }
                QCOMPARE(total->gross, shop.document(quote).gross);
            }
        }
        qInfo("%d edits were foreseen", foreseen);
        QVERIFY(foreseen > 60);
    }

    void aTripledLineIsNoticed()
    {
        plantBugs(tripled);
        Shop shop;
        promoteEverything(shop);
        const Id quote = shop.begin();
        const Id pumps = shop.line(quote, shop.pump, "10");
        shop.setQuantity(pumps, "11");
        shop.setQuantity(pumps, "12");
        int free = 0;
        for (const auto& line : shop.document(quote).lines)
            free += line.free ? 1 : 0;
        QCOMPARE(free, 3);
        plantBugs(nullptr);
        QVERIFY(!shop.isSettled(quote));
    }
};

QTEST_GUILESS_MAIN(QuoteSequencesTest)
#include "QuoteSequencesTest.moc"
