// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Decimal.h"
#include "core/base/Files.h"
#include "core/store/Incidents.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"
#include "tests/support/Engines.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"
#include "tests/support/world/Prices.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

using Answer = LoopbackConversation::Answer;
using Serve = LoopbackConversation::Serve;

/// What somebody watches of a laptop's line: the pages it asks for, and what happens before one of them.
class Line {
public:
    explicit Line(Laptop& laptop) : m_laptop(laptop)
    {
        laptop.line().carrier = [this](std::string_view call, const Bytes& question, const Serve& serve) {
            return call == "pull" ? pull(question, serve) : std::optional(serve(question));
        };
    }
    ~Line() { m_laptop.line().carrier = {}; }

    int pages = 0;           ///< asked for
    int beginnings = 0;      ///< of them first ones
    int cutsAfter = 1 << 20; ///< so many pages the line is dead
    std::function<void(int page)> before = [](int) {};
    std::function<Bytes(int page, const Bytes& answer)> answers = [](int, const Bytes& answer) { return answer; };

private:
    std::optional<Answer> pull(const Bytes& question, const Serve& serve)
    {
        if (cutsAfter-- <= 0)
            return std::nullopt;
        before(pages);
        beginnings += must(decodePullRequest(question)).continuation.empty() ? 1 : 0;
        Answer answer = serve(question);
        if (answer.good)
            answer.body = answers(pages, answer.body);
        ++pages;
        return answer;
    }
    Laptop& m_laptop;
};

} // namespace

/// What has happened since a laptop was here last may be very much: it comes in pages, is seen at once, and what came
/// before the line broke need not come again.
class LongTailTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_engines.start(); }

    void aPriceListComesInPagesAndIsSeenAtOnce_data() { m_engines.rows(); }
    void aPriceListComesInPagesAndIsSeenAtOnce()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        publish(company, 1700);
        {
            Line line(ana);
            line.before = [&](int) { QCOMPARE(ana.count("price_entry"), 1); };
            QCOMPARE(ana.sync().pulled, 1700);
            QCOMPARE(line.pages, 17);
            QCOMPARE(line.beginnings, 1);
        }
        QCOMPARE(ana.count("price_entry"), 1701);
        QVERIFY(nothingIsLeftOf(ana));
        QVERIFY(ana.agreesWithServer());
    }

    void whatCameBeforeTheLineBrokeIsKept_data() { m_engines.rows(); }
    void whatCameBeforeTheLineBrokeIsKept()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        publish(company, 1700);
        int pages = 0;
        for (int attempt = 0; attempt < 4; ++attempt) {
            Line line(ana);
            line.cutsAfter = 4;
            QVERIFY(!ana.trySync().ok());
            QCOMPARE(ana.count("price_entry"), 1);
            QCOMPARE(line.beginnings, attempt == 0 ? 1 : 0);
            pages += line.pages;
            ana.reopen(); // the program was killed
        }
        Line line(ana);
        ana.sync();
        QCOMPARE(line.beginnings, 0);
        QCOMPARE(pages + line.pages, 17);
        QCOMPARE(ana.count("price_entry"), 1701);
        QVERIFY(nothingIsLeftOf(ana));
        QVERIFY(ana.agreesWithServer());
    }

    void aPageThatTheDiskHasSpoiltIsFetchedAgain_data() { m_engines.rows(); }
    void aPageThatTheDiskHasSpoiltIsFetchedAgain()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        publish(company, 1700);
        {
            Line line(ana);
            line.cutsAfter = 6;
            QVERIFY(!ana.trySync().ok());
        }
        const std::string file = ana.folder() + "/pull.pages";
        std::string contents = must(readFile(file));
        contents[contents.size() / 2] ^= '\x40';
        contents.resize(contents.size() - 7);
        must(writeFile(file, contents));
        Line line(ana);
        ana.sync();
        QCOMPARE(line.beginnings, 0);
        QCOMPARE(ana.count("price_entry"), 1701);
        QVERIFY(ana.agreesWithServer());
    }

    void peopleGoOnWorkingBetweenTwoPages_data() { m_engines.rows(); }
    void peopleGoOnWorkingBetweenTwoPages()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& admin = company.laptop("admin");
        Laptop& dora = company.laptop("dora");
        const auto prices = publish(company, 900);
        admin.sync();
        Line line(ana);
        line.before = [&](int page) {
            if (page == 3) { // of what has come, and of what is still to come
                admin.remove("price_entry", prices.front());
                admin.set("price_entry", prices[1], {{"price", "7.77 EUR"}});
                admin.set("price_entry", prices.back(), {{"price", "8.88 EUR"}});
                admin.sync();
                dora.set("contact", company.anaRuiz, {{"job_title", "Buyer"}});
                dora.sync();
            }
        };
        ana.sync();
        QCOMPARE(ana.count("price_entry"), 900);
        QVERIFY(!ana.has("price_entry", prices.front()));
        QCOMPARE(ana.value("price_entry", prices[1], "price"), "7.77 EUR");
        QCOMPARE(ana.value("price_entry", prices.back(), "price"), "8.88 EUR");
        QCOMPARE(ana.value("contact", company.anaRuiz, "job_title"), "Buyer");
        QVERIFY(ana.agreesWithServer());
    }

    void whatOneTypesBetweenTwoAttemptsIsAnsweredOnce_data() { m_engines.rows(); }
    void whatOneTypesBetweenTwoAttemptsIsAnsweredOnce()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        dora.set("contact", company.anaRuiz, {{"job_title", "Buyer"}});
        dora.sync(); // which comes with the first page
        publish(company, 900);
        {
            Line line(ana);
            line.cutsAfter = 4;
            QVERIFY(!ana.trySync().ok());
        }
        ana.set("contact", company.anaRuiz, {{"phone", "+49 170 99"}});
        const Id task = ana.add("task", {{"title", "Call back"}});
        {
            Line line(ana); // sent, and cut off once more
            line.cutsAfter = 2;
            QVERIFY(!ana.trySync().ok());
            QCOMPARE(line.beginnings, 0);
        }
        ana.set("task", task, {{"title", "Call back today"}});
        ana.sync();
        QCOMPARE(ana.count("price_entry"), 901);
        QCOMPARE(ana.value("contact", company.anaRuiz, "job_title"), "Buyer");
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+49 170 99");
        QCOMPARE(ana.value("task", task, "title"), "Call back today");
        QVERIFY(must(ana.replica().outbox()).empty());
        QVERIFY(ana.agreesWithServer());
        dora.sync();
        QCOMPARE(dora.value("contact", company.anaRuiz, "phone"), "+49 170 99");
    }

    void aRecordThatLeavesAndComesBackBetweenTwoPagesIsThere_data() { m_engines.rows(); }
    void aRecordThatLeavesAndComesBackBetweenTwoPagesIsThere()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        dora.set("account", company.acme, {{"name", "Acme & Sons"}});
        dora.sync();
        publish(company, 900);
        dora.sync();
        Line line(ana);
        line.before = [&](int page) {
            if (page != 2 && page != 4)
                return;
            dora.set("account", company.acme, {{"territory", (page == 2 ? company.south : company.north).toString()}});
            dora.sync();
        };
        ana.sync();
        QCOMPARE(ana.value("account", company.acme, "name"), "Acme & Sons");
        QVERIFY(ana.has("contact", company.anaRuiz));
        QVERIFY(!ana.history("account", company.acme).empty());
        QVERIFY(ana.agreesWithServer());
    }

    void whoLosesATerritoryBetweenTwoPagesSeesNothingOfIt_data() { m_engines.rows(); }
    void whoLosesATerritoryBetweenTwoPagesSeesNothingOfIt()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        Laptop& admin = company.laptop("admin");
        const Id secret = dora.add("contact", {{"last_name", "Secret"}, {"account", company.acme.toString()}});
        dora.sync();
        publish(company, 900);
        admin.sync();
        Line line(ana);
        line.before = [&](int page) {
            if (page == 3) {
                admin.set("user", company.id("ana"), {{"territories", "[]"}});
                admin.sync();
            }
        };
        ana.sync();
        QVERIFY(!ana.has("contact", secret));
        QVERIFY(!ana.has("account", company.acme));
        QCOMPARE(ana.count("price_entry"), 901);
        QVERIFY(nothingIsLeftOf(ana));
        QVERIFY(ana.agreesWithServer());
    }

    void anOldPageIsNotTakenForTheNext_data() { m_engines.rows(); }
    void anOldPageIsNotTakenForTheNext()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        Bytes former;
        {
            Line line(ana);
            line.answers = [&](int, const Bytes& answer) { return former = answer; };
            ana.sync();
        }
        publish(company, 900);
        {
            Line line(ana);
            line.answers = [&](int page, const Bytes& answer) { return page == 4 ? former : answer; };
            const auto report = ana.trySync();
            QVERIFY(!report.ok());
            QCOMPARE(report.error().kind, ErrorKind::Busy);
            QCOMPARE(ana.count("price_entry"), 1);
        }
        ana.sync();
        QCOMPARE(ana.count("price_entry"), 901);
        QVERIFY(must(incidents(ana.replica())).empty());
        QVERIFY(ana.agreesWithServer());
    }

    void aServerThatWasPutBackMeanwhileBeginsAgain_data() { m_engines.rows(); }
    void aServerThatWasPutBackMeanwhileBeginsAgain()
    {
        if (!m_engines.database().empty())
            QSKIP("A file is put back.");
        Company company;
        Laptop& ana = company.laptop("ana");
        publish(company, 900);
        const std::string backup = company.backUp();
        Laptop& admin = company.laptop("admin");
        admin.add("product", {{"name", "Lost"}});
        admin.sync();
        {
            Line line(ana);
            line.cutsAfter = 4;
            QVERIFY(!ana.trySync().ok());
        }
        company.putBack(backup, false);
        company.service().page({.least = 1, .most = 100});
        Line line(ana);
        ana.sync();
        QCOMPARE(ana.count("price_entry"), 901);
        QVERIFY(must(incidents(ana.replica())).empty());
        QVERIFY(ana.agreesWithServer());
    }

    void nobodyIsSentHisOwnPriceList_data() { m_engines.rows(); }
    void nobodyIsSentHisOwnPriceList()
    {
        Company company(m_engines.database());
        company.service().page({.least = 1, .most = 100});
        Laptop& admin = company.laptop("admin");
        must(admin.replica().commitBulk(newPrices(company, 1700)));
        const SyncReport report = admin.sync();
        QCOMPARE(report.pulled, 0);
        QVERIFY(report.receivedBytes < 20'000);
        QCOMPARE(admin.count("price_entry"), 1701);
        QVERIFY(must(admin.replica().outbox()).empty());
        QVERIFY(admin.agreesWithServer());
    }

    // Each hangs on an account, which its author must be told of: of his own rows with each part.
    void eachPartIsAnsweredForItsOwnRows_data() { m_engines.rows(); }
    void eachPartIsAnsweredForItsOwnRows()
    {
        Company company(m_engines.database());
        Laptop& ana = company.laptop("ana");
        const Entity& contact = schema::entity("contact");
        std::vector<Edit> edits;
        for (int i = 0; i < 1500; ++i)
            edits.push_back({.kind = OperationKind::Create,
                             .entity = &contact,
                             .id = company.clock().newId(),
                             .values = {{*contact.indexOf("last_name"), Value("Number " + std::to_string(i))},
                                        {*contact.indexOf("account"), Value(company.acme)}}});
        must(ana.replica().commitBulk(edits, 100));
        const SyncReport report = ana.sync();
        QCOMPARE(report.pulled, 0);
        QVERIFY(report.receivedBytes < 200'000);
        QCOMPARE(ana.count("contact"), 1502);
        QVERIFY(ana.agreesWithServer());
        Laptop& ben = company.laptop("ben");
        QCOMPARE(ben.count("contact"), 1502);
        QVERIFY(ben.agreesWithServer());
    }

    void twoPricesThatMeanTheSameAreFoundAcrossParts_data() { m_engines.rows(); }
    void twoPricesThatMeanTheSameAreFoundAcrossParts()
    {
        Company company(m_engines.database());
        Laptop& admin = company.laptop("admin");
        auto edits = newPrices(company, 1200);
        edits.back().values = edits.front().values;
        const auto refused = admin.replica().commitBulk(edits);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().message.starts_with("There are two prices"));
        QCOMPARE(admin.count("price_entry"), 1);
        // Somebody else has one of them already, which only the server knows.
        edits = newPrices(company, 1200);
        Laptop& other = company.laptop("admin");
        other.add("price_entry", {{"price_list", company.priceList.toString()},
                                  {"product", company.product.toString()},
                                  {"min_quantity", "700"},
                                  {"price", "1.00 EUR"}});
        must(admin.replica().commitBulk(edits));
        other.sync();
        admin.sync();
        QCOMPARE(admin.count("price_entry"), 2);
        QCOMPARE(admin.inbox().size(), 1U);
        QVERIFY(admin.agreesWithServer());
    }

private:
    /// An administrator adds so many prices; from then on a page has at most 100 rows. Answers their ids.
    static std::vector<Id> publish(Company& company, int count)
    {
        Laptop& admin = company.laptop("admin");
        const auto edits = newPrices(company, count);
        must(admin.replica().commitBulk(edits));
        admin.sync();
        company.service().page({.least = 1, .most = 100});
        std::vector<Id> ids;
        for (const Edit& edit : edits)
            ids.push_back(edit.id);
        return ids;
    }
    static bool nothingIsLeftOf(Laptop& laptop) { return !fileLength(laptop.folder() + "/pull.pages"); }
    Engines m_engines;
};

QTEST_GUILESS_MAIN(LongTailTest)
#include "LongTailTest.moc"
