// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sales/DealStory.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;
using sales::Deals;

/// From approval to hand-over, on laptops that are away.
class DealsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsOverTheSellersAuthorityIsApprovedAndHandedOverAway()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Laptop& dora = story.company.laptop("dora");
        ana.line().offline = dora.line().offline = true;
        const auto written = story.write(ana, {{.quantity = "10", .discount = "20"}, {.quantity = "2"}});
        Deals deals(ana.replica());

        const std::string over = "Line 1, \"Pump\": 20 % below the list price; the limit is 10 %.";
        QCOMPARE(refusal(deals.handOver(written.quote)),
                 "The quote needs an approval before it is handed over; submit it. " + over);
        const std::int64_t before = story.changes(ana);
        const auto submission = must(deals.submit(written.quote, "A large customer"));
        QCOMPARE(story.changes(ana), before + 1);
        QCOMPARE(submission.asked, story.company.id("dora"));
        QCOMPARE(submission.reasons, std::vector<std::string>{over});
        QCOMPARE(ana.value("approval", submission.approval, "percent"), "20");
        QCOMPARE(ana.value("approval", submission.approval, "reason"), over);
        QCOMPARE(ana.value("quote", written.quote, "status"), "in_approval");
        QCOMPARE(refusal(deals.handOver(written.quote)), "The quote waits for the approval of Dora Chief. " + over);
        QCOMPARE(refusal(deals.submit(written.quote)), "The quote already waits for the approval of Dora Chief.");
        QVERIFY(!deals.approve(written.quote).ok());

        ana.line().offline = dora.line().offline = false;
        ana.sync();
        dora.sync();
        dora.line().offline = true;
        QCOMPARE(must(Deals(dora.replica()).approve(submission.approval, "This once")), submission.approval);
        QCOMPARE(dora.value("quote", written.quote, "status"), "draft");
        QCOMPARE(dora.value("approval", submission.approval, "decided_by"), story.company.id("dora").toString());
        QCOMPARE(refusal(Deals(dora.replica()).approve(submission.approval)), "Dora Chief has approved this already.");

        dora.line().offline = false;
        dora.sync();
        ana.sync();
        ana.line().offline = true;
        QVERIFY(must(deals.submit(written.quote)).allowed); // it need not be asked again
        const auto handed = must(deals.handOver(written.quote));
        QCOMPARE(handed.number, "Q-000101");
        QVERIFY(!handed.isDraftNumber);
        QCOMPARE(ana.value("quote", written.quote, "status"), "sent");
        QCOMPARE(ana.value("quote", written.quote, "number"), "Q-000101");
        const auto paper = story.paper(ana, written.quote);
        must(pricing::checkArithmetic(paper));
        QCOMPARE(paper.gross.toString(2), "1190.00");
        QCOMPARE(ana.value("quote_document", handed.document, "gross"), "1190.00 EUR");
        QCOMPARE(ana.value("quote_document", handed.document, "net"), "1000.00 EUR");
        QCOMPARE(ana.value("quote_document", handed.document, "handed_by"), story.company.id("ana").toString());
        QCOMPARE(pricing::hashOf(ana.value("quote_document", handed.document, "body")),
                 ana.value("quote_document", handed.document, "hash"));

        ana.line().offline = false;
        ana.sync();
        dora.sync();
        QCOMPARE(dora.value("quote", written.quote, "status"), "sent");
        QCOMPARE(story.paper(dora, written.quote), paper);
        QVERIFY(ana.agreesWithServer());
        QVERIFY(dora.agreesWithServer());
    }

    void whatIsWithinItNeedsNobody()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.write(ana, {{.discount = "10"}});
        const std::int64_t before = story.changes(ana);
        const auto submission = must(Deals(ana.replica()).submit(written.quote));
        QVERIFY(submission.reasons.empty());
        QVERIFY(submission.approval.isNull());
        QCOMPARE(story.changes(ana), before);
        QCOMPARE(ana.value("quote", written.quote, "status"), "draft");
        must(Deals(ana.replica()).handOver(written.quote));
    }

    void aDeputyDecidesOnHisDaysAndNotAfterwards()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Laptop& ben = story.company.laptop("ben");
        Laptop& dora = story.company.laptop("dora");
        dora.add("deputy", {{"deputy", "ben"}, {"valid_from", "2026-11-22"}, {"valid_to", "2026-11-23"}});
        const auto first = story.write(ana, {{.discount = "20"}});
        const auto second = story.write(ana, {{.discount = "30"}});
        for (const auto& written : {first, second})
            must(Deals(ana.replica()).submit(written.quote));
        dora.sync();
        ana.sync();
        ben.sync();
        ben.line().offline = true;
        must(Deals(ben.replica()).approve(first.quote)); // with dora's authority, his own would be 15
        story.company.clock().advance(2 * HandEnvironment::day);
        QCOMPARE(refusal(Deals(ben.replica()).approve(second.quote)),
                 "This approval was asked of Dora Chief, and you do not stand in for them on 2026-11-24.");
        QVERIFY(!Deals(ben.replica()).refuse(second.quote, "No").ok());
        ben.line().offline = false;
        ben.sync();
        dora.sync();
        QCOMPARE(dora.value("quote", first.quote, "status"), "draft");
        must(Deals(dora.replica()).refuse(second.quote, "Too much"));
        dora.sync();
        ana.sync();
        QCOMPARE(ana.value("quote", second.quote, "status"), "draft");
        must(Deals(ana.replica()).handOver(first.quote));
        QVERIFY(refusal(Deals(ana.replica()).handOver(second.quote)).starts_with("The quote needs an approval"));
        ana.sync();
        QVERIFY(ana.agreesWithServer());
    }

    void anEditAfterTheApprovalVoidsIt()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Laptop& dora = story.company.laptop("dora");
        const auto written = story.write(ana, {{.discount = "20"}});
        Deals deals(ana.replica());
        must(deals.submit(written.quote));
        ana.sync();
        dora.sync();
        must(Deals(dora.replica()).approve(written.quote));
        dora.sync();
        ana.sync();
        ana.set("quote_line", written.lines[0], {{"description", "Another word for it"}});
        QVERIFY(must(deals.submit(written.quote)).allowed); // words are not what was approved
        ana.set("quote_line", written.lines[0], {{"discount_percent", "30"}});
        QCOMPARE(refusal(deals.handOver(written.quote)),
                 "The quote was changed after it was approved; submit it again. Line 1, \"Pump\": 30 % below the list "
                 "price; the limit is 10 %.");
        ana.set("quote_line", written.lines[0], {{"discount_percent", "20"}});
        must(deals.handOver(written.quote)); // it is again what was approved
    }

    void anEditThatTheApproverDidNotKnowOfIsNotApproved()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Laptop& ben = story.company.laptop("ben");
        Laptop& dora = story.company.laptop("dora");
        const auto written = story.write(ana, {{.discount = "20"}});
        ana.sync();
        ben.sync();
        must(Deals(ana.replica()).submit(written.quote));
        ana.sync();
        ben.set("quote_line", written.lines[0], {{"quantity", "50"}}); // he does not know
        ben.sync();
        dora.sync();
        QCOMPARE(dora.value("quote_line", written.lines[0], "quantity"), "50");
        QCOMPARE(refusal(Deals(dora.replica()).approve(written.quote)),
                 "The quote has been changed since you were asked; reject it, so that it is submitted as it is now.");
        must(Deals(dora.replica()).refuse(written.quote, "It is another one now"));
    }

    void whoAskedTakesItBackAndNobodyElse()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Laptop& dora = story.company.laptop("dora");
        const auto written = story.write(ana, {{.discount = "20"}});
        const auto submission = must(Deals(ana.replica()).submit(written.quote));
        ana.sync();
        dora.sync();
        QCOMPARE(refusal(Deals(dora.replica()).withdraw(submission.approval)),
                 "Only Ana Seller, who asked for this approval, can take it back.");
        must(Deals(ana.replica()).withdraw(written.quote));
        QCOMPARE(ana.value("quote", written.quote, "status"), "draft");
        QCOMPARE(ana.value("approval", submission.approval, "status"), "withdrawn");
        ana.sync();
        dora.sync();
        QCOMPARE(refusal(Deals(dora.replica()).approve(submission.approval)),
                 "Ana Seller has taken this request back; there is nothing left to decide.");
        QVERIFY(refusal(Deals(dora.replica()).approve(written.quote)).starts_with("Nobody has been asked"));
    }

    void onlySomebodyWhoMayCanBeAsked()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.write(ana, {{.discount = "20"}});
        Deals deals(ana.replica());
        QCOMPARE(refusal(deals.submit(written.quote, "", story.company.id("ben"))),
                 "Ben Keys may not allow this. Line 1, \"Pump\": 20 % below the list price; the limit is 15 %.");
        QVERIFY(!deals.submit(written.quote, "", story.company.id("ana")).ok());
        QCOMPARE(must(deals.submit(written.quote, "", story.company.id("admin"))).asked, story.company.id("admin"));
    }

    void whatCannotBeHandedOverIsRefusedWithTheReason()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        Deals deals(ana.replica());
        QCOMPARE(refusal(deals.handOver(story.write(ana, {}).quote)),
                 "The quote has no line that counts, so there is nothing to offer.");
        QCOMPARE(refusal(deals.handOver(story.write(ana, {{.role = "optional"}}).quote)),
                 "The quote has no line that counts, so there is nothing to offer.");
        QCOMPARE(refusal(deals.handOver(story.write(ana, {{}, {.list = ""}}).quote)),
                 "Line 2, \"P-1\", has no price: no list has one. Set one by hand, or remove the line.");
        QVERIFY(refusal(deals.handOver(story.write(ana, {{}}, {{"review", "merged"}}).quote))
                    .starts_with("Two people have changed this quote"));
        QCOMPARE(refusal(deals.handOver(
                     story.write(ana, {{}}, {{"template", std::int64_t{1}}, {"account", Value()}, {"contact", Value()}})
                         .quote)),
                 "This is a template; make a quote of it first.");
        const auto once = story.handedOver(ana, {{}});
        QCOMPARE(refusal(deals.handOver(once.quote)),
                 "The quote Q-000101 has been handed over already; for something else make the next revision.");
        QCOMPARE(refusal(deals.handOver(story.company.clock().newId())), "There is no such quote on this laptop.");
        QCOMPARE(must(deals.handOver(story.write(ana, {{}}).quote)).number, "Q-000102"); // refusals use up no number
    }

    void withoutALeasedNumberItIsHandedOverAsADraft()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.write(ana, {{}});
        const auto handed = must(Deals(ana.replica(), Bytes(16, 'm')).handOver(written.quote)); // on another machine
        QVERIFY(handed.isDraftNumber);
        std::string tail = written.quote.toString().substr(28);
        for (char& c : tail)
            c = static_cast<char>(std::toupper(c));
        QCOMPARE(handed.number, "draft-" + tail);
        QCOMPARE(story.paper(ana, written.quote).number, handed.number);
        ana.sync();
        const Id next = must(Deals(ana.replica()).revise(written.quote));
        QCOMPARE(must(Deals(ana.replica()).handOver(next)).number, handed.number); // which the number keeps
    }

    void aQuoteThatIsTooLargeIsNotHandedOverInPieces()
    {
        DealStory story;
        Laptop& ana = story.company.laptop("ana");
        const auto written = story.write(ana, {{}});
        const std::string words(19'000, 'w');
        for (int part = 0; part < 2; ++part) { // one change could not hold it either
            std::vector<Edit> edits;
            for (int i = 0; i < 25; ++i)
                edits.push_back(
                    story.lineEdit(written.quote, story.company.clock().newId(), 2, {.description = words.c_str()}));
            must(ana.replica().commit(edits));
        }
        QVERIFY(refusal(Deals(ana.replica()).handOver(written.quote)).starts_with("The quote is too large"));
    }
};

QTEST_GUILESS_MAIN(DealsTest)
#include "DealsTest.moc"
