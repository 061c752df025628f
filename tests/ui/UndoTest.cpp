// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/store/UndoLog.h"
#include "tests/support/window/OpenDesk.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Profile.h"
#include "ui/models/ActionText.h"
#include "ui/models/Deletion.h"

using namespace satchel;
using namespace satchel::test;

/// Ctrl+Z reaches over records and restarts, and never over what somebody else has done since.
class UndoTest : public QObject {
    Q_OBJECT

    struct Story : Profile {
        Id contact =
            add("contact", {{"first_name", Value("Ana")}, {"last_name", Value("Ruiz")}, {"phone", Value("1")}});
    };

    /// A desk whose refusals are heard.
    struct Undoing : OpenDesk {
        Undoing(const std::string& folder, Environment& environment) : OpenDesk(folder, environment)
        {
            QObject::connect(&desk().undo, &ui::UndoHistory::refused, &window(),
                             [this](const QString& sentence) { refused << sentence; });
            QObject::connect(&desk().undo, &ui::UndoHistory::undone, &window(),
                             [this](const QString& sentence) { undone << sentence; });
        }
        void set(const Id& contact, const char* phone)
        {
            const Entity& entity = schema::entity("contact");
            desk().undo.perform({.name = QStringLiteral("Changed the phone"),
                                 .edits = {{.kind = OperationKind::Update,
                                            .entity = &entity,
                                            .id = contact,
                                            .values = {{*entity.indexOf("phone"), Value(phone)}}}}},
                                &window());
            settle();
        }
        void remove(const char* name, const Id& id)
        {
            desk().undo.perform({.name = QStringLiteral("Deleted"),
                                 .edits = {{.kind = OperationKind::Delete, .entity = &schema::entity(name), .id = id}}},
                                &window());
            settle();
        }
        void undo()
        {
            desk().undo.undo();
            settle();
        }
        void redo()
        {
            desk().undo.redo();
            settle();
        }
        QStringList refused;
        QStringList undone;
    };

private Q_SLOTS:
    void itReachesOverARestart()
    {
        Story story;
        {
            Undoing desk(story.folder, story.clock);
            desk.set(story.contact, "2");
            desk.set(story.contact, "3");
        }
        Undoing again(story.folder, story.clock);
        again.undo();
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("2"));
        again.redo();
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("3"));
        again.undo();
        again.undo();
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("1"));
        QVERIFY(again.refused.isEmpty());
        again.undo();
        QCOMPARE(again.refused, QStringList{QStringLiteral("There is nothing to undo.")});
    }

    void aKeyPressedTwiceTakesTwoStepsBack()
    {
        Story story;
        Undoing desk(story.folder, story.clock);
        desk.set(story.contact, "2");
        desk.set(story.contact, "3");
        desk.desk().undo.undo();
        desk.desk().undo.undo();
        desk.settle();
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("1"));
        QCOMPARE(desk.undone.size(), 2);
    }

    void afterARestartItStillDoesNotGoOverANewerEdit()
    {
        Story story;
        {
            Undoing desk(story.folder, story.clock);
            desk.set(story.contact, "2");
        }
        story.set("contact", story.contact, {{"phone", Value("9")}});
        Undoing again(story.folder, story.clock);
        again.undo();
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("9"));
        QCOMPARE(again.refused,
                 QStringList{QStringLiteral("The phone of Ana Ruiz has been changed since, so it was left as it is.")});
    }

    void aNewDeedEndsWhatCouldBeDoneAgain()
    {
        Story story;
        {
            Undoing desk(story.folder, story.clock);
            desk.set(story.contact, "2");
            desk.undo();
        }
        Undoing again(story.folder, story.clock);
        again.set(story.contact, "4");
        again.redo();
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("4"));
        QCOMPARE(again.refused, QStringList{QStringLiteral("There is nothing to redo.")});
    }

    void onlyTheNewestAreKept()
    {
        Story story;
        UndoLog log(story.replica->connection());
        for (std::int64_t i = 0; i < UndoLog::longest + 50; ++i)
            must(log.done("{}", {story.contact}));
        QCOMPARE(must(story.replica->connection().integer("SELECT count(*) FROM undo")), UndoLog::longest);
        const std::string large(static_cast<std::size_t>(UndoLog::largest), 'x');
        must(log.done(large, {story.contact}));
        QCOMPARE(must(story.replica->connection().integer("SELECT count(*) FROM undo")), 1);
        QCOMPARE(must(log.take(UndoLog::Stack::Undo)), std::optional(large));
        QCOMPARE(must(story.replica->connection().integer("SELECT count(*) FROM undo_id")), 0);
    }

    // The whole deed comes back under the ids it had, also for the others, with its history.
    void aDeletedAccountComesBackForEverybodyAfterASyncAndARestart()
    {
        Company company;
        Laptop& dora = company.laptop("dora");
        Laptop& ben = company.laptop("ben");
        {
            Undoing desk(dora.folder(), company.clock());
            desk.remove("account", company.acme);
        }
        QVERIFY(!dora.has("contact", company.anaRuiz));
        dora.sync();
        ben.sync();
        QVERIFY(!ben.has("account", company.acme));
        {
            Undoing desk(dora.folder(), company.clock());
            desk.undo();
            QVERIFY2(desk.refused.isEmpty(), qPrintable(desk.refused.join(QLatin1Char(' '))));
        }
        dora.sync();
        ben.sync();
        for (Laptop* laptop : {&dora, &ben}) {
            QCOMPARE(laptop->value("account", company.acme, "name"), "Acme");
            QCOMPARE(laptop->value("contact", company.anaRuiz, "account"), company.acme.toString());
            const auto history = laptop->history("contact", company.anaRuiz);
            QCOMPARE(std::count_if(history.begin(), history.end(),
                                   [](const HistoryEntry& entry) { return entry.rule == "revived"; }),
                     1);
            QVERIFY(laptop->agreesWithServer());
        }
        QVERIFY(dora.inbox().empty());
    }

    void whatLeftTheAreaIsNotRememberedEither()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& admin = company.laptop("admin");
        {
            Undoing desk(ana.folder(), company.clock());
            desk.set(company.anaRuiz, "+34 600 777");
        }
        ana.sync();
        QCOMPARE(must(ana.replica().connection().integer("SELECT count(*) FROM undo")), 1);
        admin.sync();
        admin.set("account", company.acme, {{"territory", company.south.toString()}});
        admin.sync();
        ana.sync();
        QVERIFY(!ana.has("contact", company.anaRuiz));
        QCOMPARE(must(ana.replica().connection().integer("SELECT count(*) FROM undo")), 0);
        Undoing desk(ana.folder(), company.clock());
        desk.undo();
        QVERIFY(desk.refused.size() == 1 && desk.refused[0].contains(QStringLiteral("left your area")));
    }

    void aRebuiltFileSaysWhyNothingCanBeUndone()
    {
        Story story;
        {
            Undoing desk(story.folder, story.clock);
            desk.set(story.contact, "2");
        }
        must(story.replica->connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        const auto root =
            must(story.replica->connection().integer("SELECT rootpage FROM sqlite_schema WHERE name='contact'"));
        story.replica.reset();
        std::string bytes = must(readFile(story.folder + "/replica.sqlite"));
        bytes[static_cast<std::size_t>(root - 1) * 4096] = '\x77';
        must(writeFile(story.folder + "/replica.sqlite", bytes));
        {
            auto found = must(Replica::open(story.folder, story.clock));
            static_cast<void>(found->list({.entity = &schema::entity("contact"), .limit = 10}));
            QVERIFY(found->isDamaged());
        }
        Undoing again(story.folder, story.clock);
        again.undo();
        QVERIFY2(again.refused.size() == 1 && again.refused[0].contains(QStringLiteral("built anew")),
                 qPrintable(again.refused.join(QLatin1Char(' '))));
        again.set(story.contact, "5"); // from here on it can
        again.undo();
        QCOMPARE(again.refused.size(), 1);
    }

    void everyKindOfValueIsRememberedAsItWas()
    {
        Company company;
        Laptop& admin = company.laptop("admin");
        int values = 0;
        for (const Entity& entity : schema::entities()) {
            if (entity.internal)
                continue;
            for (const Record& row :
                 must(admin.replica().list({.entity = &entity, .search = {}, .limit = 50, .after = {}})).rows) {
                ui::Action action{.name = QStringLiteral("Zurück: \"Ähre\" \U0001F33E")};
                Edit edit{.kind = OperationKind::Create, .entity = &entity, .id = row.id};
                for (std::size_t i = 0; i < row.values.size(); ++i) {
                    edit.values.emplace_back(i, row.values[i]);
                    action.expected.push_back({{entity.number, row.id}, i, row.values[i]});
                    ++values;
                }
                action.edits.push_back(edit);
                const ui::Action back = must(ui::readAction(ui::writeAction(action)));
                QCOMPARE(back.name, action.name);
                QVERIFY(back.edits.size() == 1 && back.edits[0].id == row.id && back.edits[0].kind == edit.kind);
                QVERIFY2(back.edits[0].values == edit.values, entity.name.c_str());
                for (std::size_t i = 0; i < action.expected.size(); ++i)
                    QVERIFY(back.expected[i].value == action.expected[i].value);
            }
        }
        QVERIFY(values > 100);
        QVERIFY(!ui::readAction("{\"name\":\"x\",\"edits\":[{\"do\":\"fly\"}],\"expected\":[]}").ok());
        QVERIFY(!ui::readAction("no JSON").ok());
    }
};

QTEST_MAIN(UndoTest)
#include "UndoTest.moc"
