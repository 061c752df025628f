// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/quotes/Ids.h"
#include "core/sales/QuoteDifference.h"
#include "tests/core/sales/DealStory.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;
using sales::Deals;
using sales::QuoteDifference;

namespace {

std::string shown(const std::vector<QuoteDifference::Change>& changes)
{
    std::string text;
    for (const auto& change : changes)
        text += change.field + ": " + change.before + " -> " + change.after + "\n";
    return text;
}

QString shown(const QuoteDifference& difference)
{
    std::string text = shown(difference.changes);
    for (const auto& line : difference.lines) {
        const auto& side = line.after ? difference.right.lines[*line.after] : difference.left.lines[*line.before];
        static constexpr std::array<const char*, 4> marks = {"+ ", "- ", "~ ", "  "};
        text += marks.at(static_cast<std::size_t>(line.kind)) + side.description + "\n" + shown(line.changes);
    }
    return QString::fromStdString(text);
}

} // namespace

/// The next revision, and what tells two apart.
class RevisionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNextRevisionHasAllRowsAtTheirPrices()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        auto written = story.write(ana, {{.quantity = "2", .list = "12.30 EUR", .discount = "5"}}, {{"notes", "Ours"}});
        const Id group =
            ana.add("quote_group", {{"quote", written.quote.toString()}, {"title", "Machines"}, {"position", "m"}});
        ana.set("quote_line", written.lines[0], {{"quote_group", group.toString()}});
        const Id alternative = story.company.clock().newId();
        must(ana.replica().commit({story.lineEdit(written.quote, alternative, 0, // stands before the line it refers to
                                                  {.role = "alternative", .alternativeTo = written.lines[0]})}));
        QCOMPARE(refusal(Deals(ana.replica()).revise(written.quote)),
                 "The quote has not been handed over yet; change it as it is.");
        must(Deals(ana.replica()).handOver(written.quote));
        const auto before = story.document(ana, written.quote);

        const std::int64_t changes = story.changes(ana);
        const Id next = must(Deals(ana.replica()).revise(written.quote));
        QCOMPARE(story.changes(ana), changes + 1);
        QCOMPARE(next, quotes::revisionIdOf(written.quote, must(ana.replica().identity())->incarnation));
        QCOMPARE(ana.value("quote", next, "number"), "Q-000101");
        QCOMPARE(ana.value("quote", next, "revision"), "2");
        QCOMPARE(ana.value("quote", next, "status"), "draft");
        QCOMPARE(ana.value("quote", next, "former"), written.quote.toString());
        QCOMPARE(ana.value("quote", next, "notes"), "Ours");
        QCOMPARE(ana.value("quote", next, "accepted_by"), "");
        const auto after = story.document(ana, next);
        must(pricing::checkArithmetic(after));
        QCOMPARE(after.gross, before.gross);
        QCOMPARE(after.lines.size(), 2U);
        QCOMPARE(after.groups.size(), 1U);
        const Id copied = quotes::copiedRowIdOf(next, written.lines[0]);
        QCOMPARE(ana.value("quote_line", copied, "list_price"), "12.30 EUR");
        QCOMPARE(ana.value("quote_line", copied, "quote_group"), quotes::copiedRowIdOf(next, group).toString());
        QCOMPARE(ana.value("quote_line", quotes::copiedRowIdOf(next, alternative), "alternative_to"),
                 copied.toString());
        QVERIFY(must(sales::differenceOf(ana.replica(), written.quote, next)).isEmpty());

        const Id third = must(Deals(ana.replica()).revise(written.quote)); // of the same: another one
        QVERIFY(third != next);
        QCOMPARE(ana.value("quote", third, "revision"), "3");
        ana.sync();
        QVERIFY(ana.agreesWithServer());
        Laptop& dora = story.company.laptop("dora");
        QCOMPARE(story.document(dora, next), after);
    }

    void twoRevisionsAreComparedLineByLine()
    {
        DealStory story;
        const Id hose = story.admin.add("product", {{"name", "Hose"}, {"code", "H-1"}});
        story.admin.sync();
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.handedOver(
            ana, {{.description = "Stays"}, {.description = "Goes"}, {.quantity = "2", .description = "Changes"}});
        const Id next = must(Deals(ana.replica()).revise(written.quote));
        ana.remove("quote_line", quotes::copiedRowIdOf(next, written.lines[1]));
        ana.set("quote_line", quotes::copiedRowIdOf(next, written.lines[2]),
                {{"quantity", "3"}, {"discount_percent", "10"}});
        const Id comes = story.company.clock().newId();
        must(ana.replica().commit({story.lineEdit(next, comes, 9, {.list = "7.00 EUR", .description = "Comes"})}));
        ana.set("quote_line", comes, {{"product", hose.toString()}});
        const QString expected = QStringLiteral("sum: 400 -> 377\n"
                                                "net: 400 -> 377\n"
                                                "tax: 76 -> 71.63\n"
                                                "gross: 476 -> 448.63\n"
                                                "  Stays\n"
                                                "- Goes\n"
                                                "~ Changes\n"
                                                "quantity: 2 -> 3\n"
                                                "discount_percent: 0 -> 10\n"
                                                "unit_price: 100 -> 90\n"
                                                "net: 200 -> 270\n"
                                                "+ Comes\n");
        const auto difference = must(sales::differenceOf(ana.replica(), written.quote, next));
        QCOMPARE(shown(difference), expected);
        QCOMPARE(difference.left.revision, 1);
        // The older one is on the left, however they are named; and over more than one step.
        QCOMPARE(shown(must(sales::differenceOf(ana.replica(), next, written.quote))), expected);
        must(Deals(ana.replica()).handOver(next));
        const Id third = must(Deals(ana.replica()).revise(next));
        QCOMPARE(shown(must(sales::differenceOf(ana.replica(), written.quote, third))), expected);
    }

    void twoQuotesThatHaveNothingInCommonAreComparedByTheirGoods()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto one = story.write(ana, {{.quantity = "1"}, {.quantity = "2"}});
        const auto other = story.write(ana, {{.quantity = "1"}}, {{"title", "Another"}});
        const auto difference = must(sales::differenceOf(ana.replica(), one.quote, other.quote));
        QCOMPARE(difference.lines.size(), 2U);
        QVERIFY(difference.lines[0].kind == QuoteDifference::Kind::Same);
        QVERIFY(difference.lines[1].kind == QuoteDifference::Kind::Removed);
        QCOMPARE(difference.changes[0].field, "title");
    }
};

QTEST_GUILESS_MAIN(RevisionTest)
#include "RevisionTest.moc"
