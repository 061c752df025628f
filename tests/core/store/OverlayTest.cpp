// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Overlay.h"

#include "tests/support/world/Profile.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

namespace {

/// A laptop and the server's images of its rows, moved by hand.
struct Desk : Profile {
    Desk() : identity(*must(replica->identity())) {}

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
