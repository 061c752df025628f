// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Overlay.h"

#include "tests/support/world/Profile.h"

#include <QTest>

#include <algorithm>

using namespace satchel;
using namespace satchel::test;

namespace {

/// A laptop and the server's images of its rows, moved by hand.
struct Desk : Profile {
    explicit Desk(Role role = Role::Salesperson) : Profile(role), identity(*must(replica->identity())) {}

    Overlay overlay() { return {replica->connection(), identity.user, identity.incarnation}; }
    static RowKey key(const Id& id, const char* entity = "account") { return {schema::entity(entity).number, id}; }

    /// An image as the server has it at `rev`.
    RowUpsert image(const Id& id, std::int64_t rev, const std::vector<std::pair<const char*, Value>>& values)
    {
        Record record(schema::entity("account"), id);
        record.rev = rev;
        record.root = id;
        for (const auto& [field, value] : values)
            record.set(field, value);
        return Overlay::toImage(record);
    }
    /// A row of any kind as the server has it.
    Id serverRow(const char* entity, const std::vector<std::pair<const char*, Value>>& values,
                 const std::vector<std::pair<const char*, Stamp>>& stamps = {}, std::optional<Id> present = {})
    {
        Record record(schema::entity(entity), present.value_or(clock.newId()));
        record.rev = stamps.empty() ? 5 : 6;
        record.root = record.id;
        for (const auto& [field, value] : values)
            record.set(field, value);
        RowUpsert row = Overlay::toImage(record);
        for (const auto& [name, stamp] : stamps)
            row.stamps.emplace_back(*record.entity->indexOf(name), stamp);
        must(overlay().setBase({record.entity->number, record.id}, row));
        return record.id;
    }
    void merge(const Id& goes, const Id& stays)
    {
        clock.advance(HandEnvironment::second);
        must(replica->commit(
            {{.kind = OperationKind::Merge, .entity = &schema::entity("account"), .id = goes, .other = stays}}));
    }
    void takeApart(const Id& goes)
    {
        clock.advance(HandEnvironment::second);
        must(replica->commit({{.kind = OperationKind::Unmerge, .entity = &schema::entity("account"), .id = goes}}));
    }
    static std::size_t field(const char* name) { return *schema::entity("account").indexOf(name); }
    Stamp others(std::int64_t rev, Milliseconds at)
    {
        Stamp stamp{.rev = rev, .at = at};
        stamp.user.bytes[0] = 7;
        stamp.device.bytes[0] = 0xff; // the later one of two alike
        return stamp;
    }
    Id account()
    {
        const Id id = clock.newId();
        must(overlay().setBase(key(id), image(id, 5, {{"name", "Acme"}, {"industry", "1"}, {"segment", "A"}})));
        return id;
    }
    void update(const Id& id, const RowUpsert& now) { must(overlay().setBase(key(id), now)); }
    std::string text(const Id& id, const char* name) { return value("account", id, name).text(); }
    std::int64_t bases() { return must(replica->connection().integer("SELECT count(*) FROM base_row")); }
    void remove(const Id& id)
    {
        clock.advance(HandEnvironment::second);
        must(replica->commit({edit(OperationKind::Delete, "account", id, {})}));
    }

    ReplicaIdentity identity;
};

} // namespace

/// What a person sees of a row while the server has not answered him: the fold of his changes over its images.
class OverlayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowWithoutPendingChangesIsTheServersImage()
    {
        Desk desk;
        const Id id = desk.account();
        QCOMPARE(desk.text(id, "industry"), std::string("1"));
        desk.update(id, desk.image(id, 6, {{"name", "Acme"}, {"industry", "2"}}));
        QCOMPARE(desk.text(id, "industry"), std::string("2"));
        QVERIFY(desk.value("account", id, "segment").isNull());
        QCOMPARE(desk.bases(), 0);
        QVERIFY(!must(desk.overlay().isPending(Desk::key(id))));
        must(desk.overlay().setBase(Desk::key(id), std::nullopt));
        QCOMPARE(desk.text(id, "industry"), std::string("(absent)"));
    }

    void whatIsTypedIsSeenOverEveryNewImageUntilItIsAnswered()
    {
        Desk desk;
        const Id id = desk.account();
        desk.set("account", id, {{"industry", "mine"}});
        QVERIFY(must(desk.overlay().isPending(Desk::key(id))));
        QCOMPARE(desk.bases(), 1);
        desk.set("account", id, {{"website", "www"}});
        QCOMPARE(desk.bases(), 1);
        RowUpsert now = desk.image(id, 6, {{"name", "Acme Ltd"}, {"industry", "1"}, {"segment", "B"}});
        now.stamps = {{Desk::field("name"), desk.others(6, 1)}};
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
        QCOMPARE(desk.text(id, "website"), std::string("www"));
        QCOMPARE(desk.text(id, "name"), std::string("Acme Ltd"));
        QCOMPARE(desk.text(id, "segment"), std::string("B"));
        // The base stays the server's image.
        const auto base = must(desk.overlay().base(Desk::key(id)));
        QVERIFY(base && Overlay::toRecord(*base).value("industry") == Value("1"));
        // Answered: the row is the server's again, and no base is kept.
        must(desk.replica->connection().execute("DELETE FROM outbox_row"));
        must(desk.overlay().refold(Desk::key(id)));
        QCOMPARE(desk.text(id, "industry"), std::string("1"));
        QCOMPARE(desk.bases(), 0);
    }

    void aLaterEditOfOthersIsForeseenToStand()
    {
        Desk desk;
        const Id id = desk.account();
        desk.set("account", id, {{"industry", "mine"}});
        const Milliseconds typed = desk.clock.now();
        RowUpsert now = desk.image(id, 6, {{"name", "Acme"}, {"industry", "theirs"}});
        now.stamps = {{Desk::field("industry"), desk.others(6, typed + 1)}};
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("theirs"));
        now.stamps = {{Desk::field("industry"), desk.others(6, typed - 1)}};
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
        now.stamps = {{Desk::field("industry"), desk.others(6, typed)}}; // of one instant, the higher incarnation
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("theirs"));
        now.stamps = {{Desk::field("industry"), desk.others(5, typed + 1)}}; // he had seen it
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
        Stamp own = desk.others(6, typed + 1);
        own.device = desk.identity.incarnation; // his own earlier edit, answered meanwhile
        now.stamps = {{Desk::field("industry"), own}};
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
    }

    void severalEditsOfOneFieldAreFoldedInTheirOrder()
    {
        Desk desk;
        const Id id = desk.account();
        for (const char* value : {"first", "second", "third"})
            desk.set("account", id, {{"industry", value}});
        RowUpsert now = desk.image(id, 6, {{"name", "Acme"}, {"industry", "theirs"}});
        // Between his first and his last: his last wins, and what he made of his own before is no conflict.
        now.stamps = {{Desk::field("industry"), desk.others(6, desk.clock.now() - 1500)}};
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("third"));
        desk.update(id, desk.image(id, 7, {{"name", "Acme"}}));
        QCOMPARE(desk.text(id, "industry"), std::string("third"));
    }

    void aSecondEditIsFoldedOverTheFirstAndNotOverTheStampItReplaced()
    {
        // First later than theirs, so it stands; had its stamp not been taken, the second (which is earlier than
        // theirs by the server's clamp) would lose against a value that no longer stands.
        Desk desk;
        const Id id = desk.account();
        desk.set("account", id, {{"notes", "one\ntwo"}});
        desk.set("account", id, {{"notes", "one\nzwei"}});
        RowUpsert now = desk.image(id, 6, {{"name", "Acme"}, {"notes", "theirs"}});
        now.stamps = {{Desk::field("notes"), desk.others(6, 1)}};
        desk.update(id, now);
        // Both stand, between markers, once: his second edit is of his own words.
        QCOMPARE(desk.text(id, "notes"), std::string(">>> 1\ntheirs\n>>> 2\none\nzwei\n<<<"));
    }

    void aNewRowIsThereBeforeTheServerKnowsIt()
    {
        Desk desk;
        const Id id = desk.add("account", {{"name", "New"}});
        desk.set("account", id, {{"industry", "mine"}});
        const auto base = must(desk.overlay().base(Desk::key(id)));
        QVERIFY(!base);
        must(desk.overlay().refold(Desk::key(id)));
        QCOMPARE(desk.text(id, "name"), std::string("New"));
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
        QVERIFY(must(desk.replica->find(schema::entity("account"), id))->root == id);
        must(desk.overlay().setBase(Desk::key(id), std::nullopt));
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
        // The server has made it, and somebody wrote there already.
        RowUpsert now = desk.image(id, 6, {{"name", "New"}, {"segment", "B"}});
        desk.update(id, now);
        QCOMPARE(desk.text(id, "segment"), std::string("B"));
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
    }

    void aRowMadeAndDeletedBeforeAnyContactIsGone()
    {
        Desk desk;
        const Id id = desk.add("account", {{"name", "New"}});
        desk.remove(id);
        must(desk.overlay().refold(Desk::key(id)));
        QCOMPARE(desk.text(id, "name"), std::string("(absent)"));
    }

    void aDeletedRowStaysAwayUnlessOthersWroteInItMeanwhile()
    {
        Desk desk;
        const Id id = desk.account();
        desk.remove(id);
        QCOMPARE(desk.text(id, "name"), std::string("(absent)"));
        desk.update(id, desk.image(id, 6, {{"name", "Acme"}}));
        QCOMPARE(desk.text(id, "name"), std::string("(absent)"));
        RowUpsert now = desk.image(id, 7, {{"name", "Acme"}, {"industry", "theirs"}});
        now.stamps = {{Desk::field("industry"), desk.others(7, 1)}};
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("theirs"));
    }

    void anEditBehindADeletionOfOnesOwnBringsTheRowBack()
    {
        Desk desk;
        const Id id = desk.account();
        desk.remove(id);
        RowUpsert now = desk.image(id, 7, {{"name", "Acme"}, {"industry", "theirs"}});
        now.stamps = {{Desk::field("industry"), desk.others(7, 1)}};
        desk.update(id, now); // it is there again, because somebody wrote in it
        desk.set("account", id, {{"industry", "mine"}});
        Stamp own = desk.others(8, 2);
        own.device = desk.identity.incarnation; // an edit of his from before the deletion stands there now
        now.stamps = {{Desk::field("industry"), own}};
        desk.update(id, now);
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
    }

    void whatOneTypesOverOnesOwnIsNotAgainstTheOthersAnyMore()
    {
        Desk desk;
        const Id id = desk.serverRow("lead", {{"name", "Ruiz"}, {"status", "new"}});
        const auto typed = [&](Milliseconds at) { desk.set("lead", id, {{"last_contact", at}}); };
        typed(9'000'000);
        typed(7'000'000); // the first was a slip
        desk.serverRow("lead", {{"name", "Ruiz"}, {"status", "new"}, {"last_contact", Milliseconds{5'000'000}}},
                       {{"last_contact", desk.others(6, 1)}}, id);
        QCOMPARE(desk.value("lead", id, "last_contact"), Value(Milliseconds{7'000'000}));
    }

    void aRowTheServerHasNoMoreIsGoneWithItsPendingEdits()
    {
        Desk desk;
        const Id id = desk.account();
        desk.set("account", id, {{"industry", "mine"}});
        must(desk.overlay().setBase(Desk::key(id), std::nullopt));
        QCOMPARE(desk.text(id, "industry"), std::string("(absent)"));
        QVERIFY(must(desk.overlay().isPending(Desk::key(id)))); // what he typed waits for its answer
        desk.update(id, desk.image(id, 9, {{"name", "Back"}}));
        QCOMPARE(desk.text(id, "industry"), std::string("mine"));
    }

    void onlyWhatAChangeDoesToThisRowIsFolded()
    {
        Desk desk;
        const Id one = desk.account();
        const Id two = desk.account();
        desk.clock.advance(HandEnvironment::second);
        must(desk.replica->commit(
            {Desk::edit(OperationKind::Update, "account", one, {{"industry", "of one"}}),
             Desk::edit(OperationKind::Update, "account", two, {{"industry", "of two"}}),
             Desk::edit(OperationKind::Create, "contact", {}, {{"last_name", "Ruiz"}, {"account", one}})}));
        for (const Id& id : {one, two})
            desk.update(id, desk.image(id, 6, {{"name", "Acme"}, {"segment", "B"}}));
        QCOMPARE(desk.text(one, "industry"), std::string("of one"));
        QCOMPARE(desk.text(two, "industry"), std::string("of two"));
        QCOMPARE(desk.text(two, "segment"), std::string("B"));
    }

    void whatReferredToTheOneThatGoesRefersToTheOneThatStays()
    {
        Desk desk(Role::Administrator);
        const Id goes = desk.account();
        const Id stays = desk.serverRow("account", {{"name", "Stays"}, {"parent", goes}});
        const Id other = desk.account();
        const Id below = desk.serverRow("account", {{"name", "Below"}, {"parent", goes}});
        const Id person = desk.serverRow("contact", {{"last_name", "Ruiz"}, {"account", goes}});
        const Id stranger = desk.serverRow("contact", {{"last_name", "Lee"}, {"account", other}});
        const Id member = desk.serverRow("account_team", {{"account", goes}, {"user", desk.identity.user}});
        // Nobody should have written this; what is no account is left alone all the same.
        const Id task = desk.serverRow("task", {{"title", "Call"}, {"account", goes}, {"contact", goes}});
        desk.merge(goes, stays);
        QCOMPARE(desk.text(goes, "name"), std::string("(absent)"));
        QVERIFY(desk.value("account", stays, "parent").isNull()); // nothing stands below itself
        QVERIFY(desk.value("account", below, "parent") == Value(stays));
        QVERIFY(desk.value("contact", person, "account") == Value(stays));
        QVERIFY(desk.value("contact", stranger, "account") == Value(other));
        QVERIFY(desk.value("account_team", member, "account") == Value(stays));
        QVERIFY(desk.value("task", task, "account") == Value(stays));
        QVERIFY(desk.value("task", task, "contact") == Value(goes));

        desk.set("contact", person, {{"account", other}});
        desk.takeApart(goes);
        QCOMPARE(desk.text(goes, "name"), std::string("Acme"));
        QVERIFY(desk.value("account", stays, "parent") == Value(goes));
        QVERIFY(desk.value("account", below, "parent") == Value(goes));
        QVERIFY(desk.value("contact", person, "account") == Value(other)); // said since
        QVERIFY(desk.value("contact", stranger, "account") == Value(other));
    }

    void ofTwoMergesThatWaitEachIsTakenBackByItself()
    {
        Desk desk(Role::Administrator);
        const Id first = desk.account();
        const Id second = desk.account();
        const Id stays = desk.account();
        const Id quote = desk.serverRow("quote", {{"account", first}, {"ship_to", second}});
        const auto is = [&](const Id& account, const Id& shipTo) {
            return desk.value("quote", quote, "account") == Value(account) &&
                   desk.value("quote", quote, "ship_to") == Value(shipTo);
        };
        desk.merge(first, stays);
        desk.merge(second, stays);
        QVERIFY(is(stays, stays));
        desk.takeApart(first);
        QVERIFY(is(first, stays));
        desk.takeApart(second);
        QVERIFY(is(first, second));
    }

    void whatAMergeHasPointedIsOnesOwnForWhatOneTypesNext()
    {
        Desk desk(Role::Administrator);
        const Id goes = desk.account();
        const Id stays = desk.account();
        const Id other = desk.account();
        const Id person = desk.serverRow("contact", {{"last_name", "Ruiz"}, {"account", goes}});
        desk.merge(goes, stays);
        desk.set("contact", person, {{"account", other}});
        // Meanwhile somebody had said "goes" once more, later than all of that.
        const Stamp later = desk.others(6, desk.clock.now() + HandEnvironment::hour);
        desk.serverRow("contact", {{"last_name", "Ruiz"}, {"account", goes}}, {{"account", later}}, person);
        QVERIFY(desk.value("contact", person, "account") == Value(other));
        desk.takeApart(goes);
        desk.set("contact", person, {{"account", stays}});
        desk.serverRow("contact", {{"last_name", "Ruiz"}, {"account", goes}}, {{"account", later}}, person);
        QVERIFY(desk.value("contact", person, "account") == Value(stays));
    }

    void aPatchSaysOnlyWhatIsDifferent()
    {
        Desk desk;
        RowUpsert present = desk.image(desk.clock.newId(), 5, {{"name", "Acme"}, {"industry", "1"}});
        present.unknown = {{900, Value("old")}, {902, Value("stays")}};
        present.stamps = {{Desk::field("name"), desk.others(5, 1)}, {Desk::field("industry"), desk.others(5, 2)}};
        RowUpsert patch{.entity = present.entity, .id = present.id, .rev = 6};
        patch.whole = false;
        patch.fields = {{Desk::field("segment"), Value("B")}, {Desk::field("industry"), Value()}};
        patch.unknown = {{901, Value("new")}, {900, Value()}};
        patch.stamps = {{Desk::field("industry"), desk.others(6, 3)}};
        const RowUpsert laid = Overlay::patched(present, patch);
        QCOMPARE(laid.rev, 6);
        QVERIFY(laid.root == present.root);
        const decltype(laid.fields) fields = {{Desk::field("name"), Value("Acme")},
                                              {Desk::field("segment"), Value("B")}};
        auto sorted = fields;
        std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        QVERIFY(laid.fields == sorted);
        QVERIFY((laid.unknown == decltype(laid.unknown){{901, Value("new")}, {902, Value("stays")}}));
        QCOMPARE(laid.stamps.size(), std::size_t{2});
        for (const auto& [field, stamp] : laid.stamps)
            QCOMPARE(stamp.rev, field == Desk::field("industry") ? 6 : 5);

        const Record record = Overlay::patched(Overlay::toRecord(present), patch);
        QVERIFY(record.root == present.root && record.rev == 6);
        QVERIFY(record.value("industry").isNull() && record.value("segment") == Value("B"));
        QVERIFY(record.unknown == laid.unknown);
        patch.root = desk.clock.newId();
        QVERIFY(Overlay::patched(present, patch).root == patch.root);
        QVERIFY(Overlay::patched(Overlay::toRecord(present), patch).root == patch.root);
        patch.whole = true;
        QVERIFY(Overlay::patched(present, patch).fields == patch.fields);
        patch.whole = false;
        QVERIFY(Overlay::patched(std::nullopt, patch).fields == patch.fields);

        const RowUpsert image = Overlay::toImage(record);
        QVERIFY(image.unknown == record.unknown && image.rev == record.rev && image.root == record.root);
        QCOMPARE(image.fields.size(), std::size_t{2}); // what is empty does not travel
    }

    void anImageOfARowWithPendingChangesOwesAFold()
    {
        Desk desk;
        const Id id = desk.account();
        QVERIFY(!must(desk.overlay().setBaseUnfolded(Desk::key(id), desk.image(id, 6, {{"name", "Six"}}))));
        desk.set("account", id, {{"industry", "mine"}});
        QVERIFY(must(desk.overlay().setBaseUnfolded(Desk::key(id), desk.image(id, 7, {{"name", "Seven"}}))));
        QCOMPARE(desk.text(id, "name"), std::string("Six"));
        QVERIFY(must(desk.overlay().setBaseUnfolded(Desk::key(id), desk.image(id, 8, {{"name", "Eight"}}))));
        must(desk.overlay().refold(Desk::key(id)));
        QCOMPARE(desk.text(id, "name"), std::string("Eight"));
        QCOMPARE(must(desk.replica->find(schema::entity("account"), id))->rev, 8);
        Overlay sure = desk.overlay();
        sure.assumeNothingPending();
        QVERIFY(!must(sure.isPending(Desk::key(id))));
    }
};

QTEST_GUILESS_MAIN(OverlayTest)
#include "OverlayTest.moc"
