// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "core/store/Incidents.h"
#include "core/store/Outbox.h"
#include "core/store/Overlay.h"
#include "sync/protocol/Cbor.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"
#include "sync/server/Scoping.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>

#include <algorithm>

using namespace satchel;
using namespace satchel::test;

namespace {

constexpr int newField = 900;

/// A server one version ahead, as far as a laptop can tell: on their way, contacts get a field 900 ("seen at rev N"),
/// and the digests are those of contacts that have it.
class NewerServer {
public:
    NewerServer(Company& company, Laptop& laptop) : m_company(company)
    {
        const auto identity = must(laptop.replica().identity());
        m_key = identity->digestKey;
        laptop.line().carrier = [this](std::string_view call, const Bytes& question, const auto& serve) {
            auto answer = std::optional(serve(question));
            if (call == "pull" && answer->good)
                answer->body = changed(must(decodePullRequest(question)), answer->body);
            return answer;
        };
    }

    static Value valueAt(std::int64_t rev) { return "seen at rev " + std::to_string(rev); }

private:
    Bytes changed(const PullRequest& request, const Bytes& body)
    {
        PullReply reply = must(decodePullReply(body));
        for (RowUpsert& row : reply.rows)
            if (row.entity->name == "contact")
                row.unknown = {{newField, valueAt(row.rev)}};
        if (reply.checkpoint == 0)
            return encode(reply);
        // The server behind has compared with its own sums, which are others.
        std::set<Scope> scopes(reply.scopes.begin(), reply.scopes.end());
        if (reply.sameScopes)
            for (const server::Row& row : must(m_company.database().query("SELECT DISTINCT scope FROM digest")))
                scopes.insert(*Scope::fromBytes(server::bytesOf(row[0])));
        std::erase_if(reply.digests, [](const Digest& digest) { return digest.entity == 5; });
        const Entity& contact = schema::entity("contact");
        server::Scoping scoping(m_company.database());
        std::map<Scope, Digest> sums;
        for (const server::Row& row : must(m_company.database().query(
                 "SELECT " + server::EntityTables::columns(contact, "e") + " FROM e_contact e WHERE deleted=0"))) {
            Record record = server::EntityTables::read(contact, row);
            record.unknown = {{newField, valueAt(record.rev)}};
            for (const Scope& scope : must(scoping.storedScopes(contact, record.id, record.root))) {
                if (!m_mine.contains(scope) && !scopes.contains(scope))
                    continue;
                Digest& sum = sums[scope];
                sum.scope = scope;
                sum.entity = 5;
                ++sum.rows;
                sum.sum = addHash(sum.sum, rowHash(m_key, record));
            }
        }
        if (!reply.sameScopes)
            m_mine = scopes;
        for (const auto& [scope, sum] : sums)
            if (m_mine.contains(scope))
                reply.digests.push_back(sum);
        if (combinedDigest(reply.digests) == request.digest) {
            reply.digestsEqual = true;
            reply.digests.clear();
        }
        return encode(reply);
    }

    Company& m_company;
    Bytes m_key;
    std::set<Scope> m_mine;
};

std::string kept(Laptop& laptop, const Id& contact)
{
    auto statement = must(laptop.replica().connection().prepare("SELECT value FROM unknown_field WHERE row=?1"));
    statement.bind(1, contact);
    return must(statement.step()) ? std::string(statement.text(0)) : std::string("(none)");
}

std::int64_t revOf(Laptop& laptop, const Id& contact)
{
    return must(laptop.replica().find(schema::entity("contact"), contact))->rev;
}

} // namespace

/// Laptops and servers of different versions.
class NewerServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfANewerServerAreKeptAndCounted()
    {
        Company company;
        Laptop& dora = company.laptop("dora");
        Laptop& ana = company.laptop("ana");
        // As if it had come from there all along: the next sync brings everything.
        const NewerServer newer(company, ana);
        must(ana.replica().connection().execute("UPDATE meta SET value=0 WHERE key='checkpoint'; DELETE FROM scope; "
                                                "DELETE FROM digest; DELETE FROM member; DELETE FROM contact"));
        must(ana.replica().connection().execute(
            "DELETE FROM account; DELETE FROM activity; DELETE FROM user; DELETE FROM "
            "territory; DELETE FROM product; DELETE FROM price_list; DELETE FROM "
            "price_entry; DELETE FROM account_team"));
        ana.sync();
        QVERIFY(incidentsOf(ana).empty());
        const std::int64_t first = revOf(ana, company.anaRuiz);
        QCOMPARE(kept(ana, company.anaRuiz), NewerServer::valueAt(first).text());

        // Others' edits bring a new value; own edits leave it alone, pending or answered.
        dora.set("contact", company.anaRuiz, {{"job_title", "Buyer"}});
        dora.sync();
        ana.set("contact", company.anaRuiz, {{"phone", "+34 91 1"}});
        ana.set("contact", company.boLee, {{"phone", "+34 91 2"}});
        QCOMPARE(kept(ana, company.anaRuiz), NewerServer::valueAt(first).text());
        ana.line().losesReplies = 0;
        ana.sync();
        ana.sync();
        QCOMPARE(kept(ana, company.anaRuiz), NewerServer::valueAt(revOf(ana, company.anaRuiz)).text());
        QVERIFY(revOf(ana, company.anaRuiz) > first);
        QCOMPARE(ana.value("contact", company.anaRuiz, "job_title"), "Buyer");
        ana.reopen();
        QCOMPARE(kept(ana, company.anaRuiz), NewerServer::valueAt(revOf(ana, company.anaRuiz)).text());
        QVERIFY(must(ana.engine().verify()).equal);
        QVERIFY(ana.has("contact", company.boLee));

        // Deleted and out of sight: nothing of it stays.
        dora.sync();
        dora.remove("contact", company.anaRuiz);
        dora.sync();
        ana.sync();
        QVERIFY(!ana.has("contact", company.anaRuiz));
        QCOMPARE(kept(ana, company.anaRuiz), "(none)");
    }

    void afterAnUpdateWhatWasKeptStandsInItsField()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        ana.set("contact", company.boLee, {{"department", "Sales"}});
        ana.sync();
        // As an older program would have kept a field 9 (phone) that it does not know.
        auto& connection = ana.replica().connection();
        must(connection.execute("UPDATE contact SET phone=NULL"));
        {
            auto insert = must(connection.prepare("INSERT INTO unknown_field(entity, row, field, value) "
                                                  "VALUES(5, ?1, 9, '+34 91 111 11 11')"));
            insert.bind(1, company.anaRuiz);
            must(insert.run());
        }
        QVERIFY(ana.value("contact", company.anaRuiz, "phone").empty());
        ana.reopen();
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 111 11 11");
        QCOMPARE(ana.labels("contact", "911111111"), std::vector<std::string>{"Ana Ruiz"});
        QCOMPARE(kept(ana, company.anaRuiz), "(none)");
        QVERIFY(ana.agreesWithServer());
    }

    void anOlderLaptopAgreesAboutWhatItKnows()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& dora = company.laptop("dora");
        company.service().speak({.newest = 3, .since = {{schema::entity("activity").number, 2}}});
        Engine newest(dora.replica(), dora.line(), 3);
        newest.setToken(dora.engine().token());
        // This one is two versions behind and has never heard of activities.
        must(ana.replica().connection().execute("UPDATE meta SET value=0 WHERE key='checkpoint'; DELETE FROM scope; "
                                                "DELETE FROM digest; DELETE FROM activity"));
        Engine old(ana.replica(), ana.line(), 1);
        old.setToken(ana.engine().token());
        must(old.sync());
        QCOMPARE(ana.count("activity"), 0);
        QVERIFY(must(old.verify()).equal);
        dora.add("activity", {{"kind", "call"}, {"subject", "New"}, {"account", "Acme"}, {"owner", "dora"}});
        dora.set("contact", company.boLee, {{"phone", "+34 91 2"}});
        must(newest.sync());
        must(old.sync());
        QCOMPARE(ana.count("activity"), 0);
        QCOMPARE(ana.value("contact", company.boLee, "phone"), "+34 91 2");
        QVERIFY(must(old.verify()).equal);
        QVERIFY(incidentsOf(ana).empty());

        // After the update they come.
        Engine updated(ana.replica(), ana.line(), 2);
        updated.setToken(ana.engine().token());
        must(updated.sync());
        QCOMPARE(ana.count("activity"), 2);
        QVERIFY(must(updated.verify()).equal);
    }

    void aLaptopOfVersionOneIsToldOfNoQuotesAndNoCosts()
    {
        Company company;
        Laptop& admin = company.laptop("admin");
        Laptop& dora = company.laptop("dora"); // who may know margins
        admin.add("product_cost", {{"product", "P-1"}, {"cost", "7.77 EUR"}});
        const Id quote =
            admin.add("quote", {{"account", "Acme"}, {"currency", "EUR"}, {"date", "2026-11-22"}, {"title", "Pumps"}});
        admin.sync();
        Engine old(dora.replica(), dora.line(), 1);
        old.setToken(dora.engine().token());
        must(old.sync());
        dora.set("contact", company.boLee, {{"phone", "+34 91 2"}});
        must(old.sync());
        QCOMPARE(dora.count("quote"), 0);
        QCOMPARE(dora.count("product_cost"), 0);
        QVERIFY(must(old.verify()).equal);
        QVERIFY(incidentsOf(dora).empty());
        const Scope margin{ScopeKind::Margin, {}};
        for (const int version : {1, schema::version}) {
            const auto plan = must(dora.line().planSegments(
                dora.engine().token(),
                {.history = must(dora.replica().identity())->history, .schemaVersion = version, .scopes = {}}));
            const bool named = std::any_of(plan.sets.begin(), plan.sets.end(),
                                           [&](const SegmentSet& set) { return set.scope == margin; });
            QCOMPARE(named, version > 1);
        }
        // After the update they come.
        Engine updated(dora.replica(), dora.line(), schema::version);
        updated.setToken(dora.engine().token());
        must(updated.sync());
        QCOMPARE(dora.value("quote", quote, "title"), "Pumps");
        QCOMPARE(dora.count("product_cost"), 1);
        QVERIFY(must(updated.verify()).equal);
    }

    void aLaptopThatIsTooOldStillSendsWhatWasTyped()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        company.service().speak({.newest = schema::version + 3});
        ana.set("contact", company.boLee, {{"phone", "+34 91 2"}});
        const auto refused = ana.trySync();
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().kind, ErrorKind::TooNew);
        QVERIFY(QByteArray::fromStdString(refused.error().message).contains("is still sent"));
        const auto stored =
            must(company.database().query("SELECT f_phone FROM e_contact WHERE id=$1", {server::cell(company.boLee)}));
        QCOMPARE(server::textOf(stored[0][0]), "+34 91 2");
        QCOMPARE(ana.waiting(), 1); // no outcome could be received
        company.service().speak({});
        ana.sync();
        QCOMPARE(ana.waiting(), 0);
    }

    void whatANewerLaptopSaysWaitsForTheServerToBeUpdated()
    {
        Company company;
        Laptop& dora = company.laptop("dora");
        Laptop& ana = company.laptop("ana");
        ana.set("contact", company.boLee, {{"phone", "+34 91 2"}});
        ana.set("contact", company.anaRuiz, {{"job_title", "Buyer"}});
        ana.set("contact", company.boLee, {{"phone", "+34 91 3"}});
        dora.set("contact", company.anaRuiz, {{"phone", "+34 91 4"}});
        dora.sync();
        // On its way, the second change says something about a field 900.
        bool newer = true;
        ana.line().carrier = [&](std::string_view call, const Bytes& question, const auto& serve) {
            if (call != "push" || !newer)
                return std::optional(serve(question));
            PushRequest request = must(decodePushRequest(question));
            for (Bytes& body : request.changes)
                if (must(decodeChange(body)).number == 2)
                    body = withNewField(body);
            return std::optional(serve(encode(request)));
        };
        Engine engine(ana.replica(), ana.line(), schema::version + 1);
        engine.setToken(ana.engine().token());
        const SyncReport report = must(engine.sync());
        QCOMPARE(report.pushed, 1);
        QVERIFY(QByteArray::fromStdString(report.heldBack).contains("older than this program"));
        QCOMPARE(ana.waiting(), 2);
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), "+34 91 4"); // downloads go on
        QCOMPARE(ana.value("contact", company.boLee, "phone"), "+34 91 3");
        newer = false; // the server has learned what it means
        QVERIFY(must(engine.sync()).heldBack.empty());
        QCOMPARE(ana.waiting(), 0);
        dora.sync();
        QCOMPARE(dora.value("contact", company.anaRuiz, "job_title"), "Buyer");
        QCOMPARE(dora.value("contact", company.boLee, "phone"), "+34 91 3");
    }

    void aChoiceOfANewerProgramIsShownAndLeftAlone()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        must(ana.replica().connection().execute("UPDATE account SET status='dormant', "
                                                "address='{\"city\":\"Ulm\",\"floor\":\"3\"}' WHERE name='Acme'"));
        must(Rows(ana.replica().connection()).rebuildSearch());
        QCOMPARE(ana.value("account", company.acme, "status"), "dormant");
        ana.set("account", company.acme, {{"phone", "+34 91 2"}});
        QCOMPARE(ana.value("account", company.acme, "status"), "dormant");
        const Status status = ana.tryEdit(OperationKind::Update, "account", company.acme, {{"status", "customer"}});
        QVERIFY(!status.ok());
        QCOMPARE(status.error().message,
                 "The status of an account is \"dormant\", a value that this version of Satchel does not know. Install "
                 "the newer version to change it.");
        const Status address = ana.tryEdit(OperationKind::Update, "account", company.acme, {{"address.city", "Bonn"}});
        QVERIFY(!address.ok());
    }

private:
    static std::vector<Incident> incidentsOf(Laptop& laptop) { return must(incidents(laptop.replica())); }

    /// The body of an update of one field, with a field 900 behind it.
    static Bytes withNewField(const Bytes& body)
    {
        const Change change = must(decodeChange(body));
        const Operation& operation = change.operations.at(0);
        cbor::Writer writer;
        writer.array(5);
        for (const std::int64_t number : {std::int64_t{1}, change.number, change.editedAt, change.seenCheckpoint})
            writer.integer(number);
        writer.array(1);
        writer.array(5);
        writer.integer(2);
        writer.integer(operation.entity->number);
        writer.bytes(operation.id.view());
        writer.integer(operation.seenRev);
        writer.map(1);
        writer.integer(newField);
        writer.array(2);
        writer.null();
        writer.text("new");
        return writer.take();
    }
};

QTEST_GUILESS_MAIN(NewerServerTest)
#include "NewerServerTest.moc"
