// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PostgresCluster.h"
#include "tests/support/programs/SmallCompany.h"

#include <QSet>

using namespace satchel::test;
using namespace Qt::StringLiterals;

/// The main job, told with the programs that people and scripts use: two people change the same customer offline, both
/// sync, nothing is lost, and it is explained. Every story runs against SQLite and against PostgreSQL.
class TwoProfilesTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<PostgresCluster> m_cluster;
    QMap<QString, std::shared_ptr<SmallCompany>> m_companies;
    std::shared_ptr<SmallCompany> m_company;
    Profile m_ana, m_ben;

    /// A contact of Acme, which ana and ben both have now.
    QString sharedContact(const Words& fields)
    {
        const QString contact = m_ana.add(
            "contact", Words(Words{"last_name=Shared", "account=" + m_company->id("Acme").toUtf8()} + fields));
        m_ana.sync();
        m_ben.sync();
        return contact;
    }
    static QJsonValue field(const Profile& profile, const QString& contact, const char* name)
    {
        return profile.show("contact", contact)[QString::fromUtf8(name)];
    }
    /// The items of a profile's inbox about one record.
    static QList<QJsonObject> about(const Profile& profile, const QString& record)
    {
        QList<QJsonObject> items;
        for (const QJsonValue& row : profile.inbox())
            if (row[u"record"].toString() == record)
                items << row.toObject();
        return items;
    }
    /// Both change the phone, ben later, and `first` uploads first; afterwards everybody has everything.
    QString contested(bool laterUploadsFirst)
    {
        const QString contact = sharedContact({"phone=+1 000"});
        m_ana.set("contact", contact, {"phone=+1 111"});
        m_ben.set("contact", contact, {"phone=+1 222"});
        (laterUploadsFirst ? m_ben : m_ana).sync();
        (laterUploadsFirst ? m_ana : m_ben).sync();
        m_ana.sync();
        m_ben.sync();
        return contact;
    }
    static QString losing(const QJsonObject& item) { return item[u"kept"].toString() == u"a"_s ? u"b"_s : u"a"_s; }

    /// Whether any file of the profile holds these bytes anywhere, free pages included.
    static bool holds(const Profile& profile, const QByteArray& bytes)
    {
        const QDir folder(profile.folder());
        for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden))
            if (contentOf(folder.filePath(name)).contains(bytes))
                return true;
        return false;
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("SQLite") << u"SQLite"_s;
        QTest::newRow("PostgreSQL") << u"PostgreSQL"_s;
    }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        if (!m_companies.contains(engine)) {
            QString database;
            if (engine == u"PostgreSQL"_s) {
                std::string whyNot;
                m_cluster = PostgresCluster::start(whyNot);
                if (!m_cluster)
                    QSKIP(whyNot.c_str());
                database = QString::fromStdString(m_cluster->makeDatabase());
            }
            auto company = std::make_shared<SmallCompany>(database);
            company->laptop("ana");
            company->laptop("ben");
            m_companies[engine] = std::move(company);
        }
        m_company = m_companies[engine];
        m_ana = m_company->unused("ana");
        m_ben = m_company->unused("ben");
    }

    void bothEditsSurviveWhenTwoPeopleEditDifferentFields()
    {
        const QString contact = sharedContact({"phone=+49 1", "job_title=Buyer"});
        m_ana.set("contact", contact, {"phone=+49 2"});
        m_ben.set("contact", contact, {"job_title=Head of Purchasing"});
        QCOMPARE(m_ana.waiting(), 1);
        QCOMPARE(m_ana.sync()[u"pushed"].toInt(), 1);
        QCOMPARE(m_ben.sync()[u"conflicts"].toInt(), 0);
        m_ana.sync();
        for (const Profile& laptop : {m_ana, m_ben}) {
            QCOMPARE(field(laptop, contact, "phone").toString(), u"+49 2"_s);
            QCOMPARE(field(laptop, contact, "job_title").toString(), u"Head of Purchasing"_s);
            QVERIFY(about(laptop, contact).isEmpty());
            QCOMPARE(laptop.waiting(), 0);
            QVERIFY(laptop.verified());
        }
    }

    void theLaterEditWinsWhicheverUploadsLast_data()
    {
        QTest::addColumn<bool>("laterUploadsFirst");
        QTest::newRow("the earlier edit is uploaded first") << false;
        QTest::newRow("the later edit is uploaded first") << true;
    }
    void theLaterEditWinsWhicheverUploadsLast()
    {
        QFETCH(bool, laterUploadsFirst);
        const QString contact = contested(laterUploadsFirst);
        for (const Profile& laptop : {m_ana, m_ben}) {
            QCOMPARE(field(laptop, contact, "phone").toString(), u"+1 222"_s);
            QVERIFY(laptop.verified());
        }
    }

    void theInboxesOfBothAuthorsHoldBaseAndBothValues_data() { theLaterEditWinsWhicheverUploadsLast_data(); }
    void theInboxesOfBothAuthorsHoldBaseAndBothValues()
    {
        QFETCH(bool, laterUploadsFirst);
        const QString contact = contested(laterUploadsFirst);
        QStringList idsSeen;
        for (const Profile& laptop : {m_ana, m_ben}) {
            const auto items = about(laptop, contact);
            QCOMPARE(items.size(), 1);
            const QJsonObject item = items[0];
            for (const char* key : {"id", "entity", "record", "field", "base", "a", "b", "kept", "rule", "state"})
                QVERIFY2(item.contains(QString::fromUtf8(key)), key);
            QCOMPARE(item[u"entity"].toString(), u"contact"_s);
            QCOMPARE(item[u"field"].toString(), u"phone"_s);
            QCOMPARE(item[u"base"].toString(), u"+1 000"_s);
            QMap<QString, QString> values;
            for (const QStringView side : {QStringView(u"a"), QStringView(u"b")}) {
                const QJsonObject of = item[side].toObject();
                values[of[u"by"].toString()] = of[u"value"].toString();
                QVERIFY(!of[u"device"].toString().isEmpty());
                QVERIFY(QDateTime::fromString(of[u"at"].toString(), Qt::ISODateWithMs).isValid());
            }
            QCOMPARE(values, (QMap<QString, QString>{{u"ana"_s, u"+1 111"_s}, {u"ben"_s, u"+1 222"_s}}));
            QCOMPARE(item[item[u"kept"].toString()].toObject()[u"value"].toString(), u"+1 222"_s);
            QVERIFY(!item[u"rule"].toString().isEmpty());
            QVERIFY(!item[u"state"].toString().isEmpty());
            idsSeen << item[u"id"].toString();
        }
        QCOMPARE(idsSeen[0], idsSeen[1]);
    }

    void takeSwapsTheValueEverywhereAndBack()
    {
        const QString contact = contested(false);
        QJsonObject item = about(m_ana, contact).value(0);
        const QString won = item[u"kept"].toString();
        const QJsonObject answer = m_ana.json({"inbox", "take", item[u"id"].toString(), losing(item)});
        QCOMPARE(answer[u"id"], item[u"id"]);
        QVERIFY(answer[u"state"].toString() != item[u"state"].toString());
        QCOMPARE(field(m_ana, contact, "phone").toString(), u"+1 111"_s); // at once, offline
        m_ana.sync();
        m_ben.sync();
        QCOMPARE(field(m_ben, contact, "phone").toString(), u"+1 111"_s);
        item = about(m_ben, contact).value(0);
        QCOMPARE(item[u"kept"].toString(), won == u"a"_s ? u"b"_s : u"a"_s);

        m_ben.json({"inbox", "take", item[u"id"].toString(), losing(item)});
        m_ben.sync();
        m_ana.sync();
        for (const Profile& laptop : {m_ana, m_ben}) {
            QCOMPARE(field(laptop, contact, "phone").toString(), u"+1 222"_s);
            QVERIFY(laptop.verified());
        }
    }

    void dismissKeepsTheValueAndStaysAnswered()
    {
        const QString contact = contested(true);
        const QString id = about(m_ana, contact).value(0)[u"id"].toString();
        const QString state = m_ana.json({"inbox", "dismiss", id})[u"state"].toString();
        m_ana.sync();
        m_ben.sync();
        QCOMPARE(field(m_ben, contact, "phone").toString(), u"+1 222"_s);
        QVERIFY(state != about(m_ben, contact).value(0)[u"state"].toString()); // ben has not answered yet
        for (const QJsonObject& item : about(m_ana, contact))
            QCOMPARE(item[u"state"].toString(), state);
    }

    void aConflictAnsweredOnOneLaptopIsAnsweredOnTheOtherOfTheSameUser()
    {
        const Profile other = m_company->laptop("ana", "ana at home");
        const QString contact = contested(false);
        other.sync();
        const auto here = about(m_ana, contact);
        const auto there = about(other, contact);
        QCOMPARE(there, here);
        m_ana.json({"inbox", "dismiss", here.value(0)[u"id"].toString()});
        m_ana.sync();
        other.sync();
        QCOMPARE(about(other, contact), about(m_ana, contact));
    }

    void listsKeepWhatBothAddedAndNotesKeepBothParagraphs()
    {
        const QString contact = sharedContact({"tags=[\"old\"]", "notes=first\n\nmiddle\n\nlast", "timeline=met"});
        m_ana.set("contact", contact,
                  {"tags=[\"old\",\"ana\"]", "notes=first of ana\n\nmiddle\n\nlast", "timeline=ana called"});
        m_ben.set("contact", contact, {"tags=[\"ben\"]", "notes=first\n\nmiddle\n\nlast of ben", "timeline=ben wrote"});
        m_ben.sync();
        m_ana.sync();
        m_ben.sync();
        for (const Profile& laptop : {m_ana, m_ben}) {
            QSet<QString> tags;
            for (const QJsonValue& tag : field(laptop, contact, "tags").toArray())
                tags << tag.toString();
            QCOMPARE(tags, (QSet<QString>{u"ana"_s, u"ben"_s}));
            QCOMPARE(field(laptop, contact, "notes").toString(), u"first of ana\n\nmiddle\n\nlast of ben"_s);
            QStringList entries;
            for (const QJsonValue& entry : field(laptop, contact, "timeline").toArray())
                entries << entry[u"text"].toString();
            QCOMPARE(entries, (QStringList{u"met"_s, u"ana called"_s, u"ben wrote"_s}));
            QVERIFY(laptop.verified());
        }
    }

    void aGroupTravelsAndWinsAsOne()
    {
        const QString contact = sharedContact({R"(address={"street":"Old 1","city":"Ulm"})"});
        m_ana.set("contact", contact, {R"(address={"street":"Old 1","city":"Bonn"})"});
        m_ben.set("contact", contact, {R"(address={"street":"New 2","city":"Ulm"})"});
        m_ben.sync();
        m_ana.sync();
        m_ben.sync();
        for (const Profile& laptop : {m_ana, m_ben})
            QCOMPARE(field(laptop, contact, "address").toObject(),
                     (QJsonObject{{u"street"_s, u"New 2"_s}, {u"city"_s, u"Ulm"_s}}));
    }

    void aDeletedContactGoesFromTheOtherLaptopUnlessSomebodyEditedItMeanwhile()
    {
        const QString unwanted = sharedContact({});
        const QString wanted = sharedContact({});
        m_ben.json({"delete", "contact", unwanted});
        m_ben.json({"delete", "contact", wanted});
        QVERIFY(!m_ben.has("contact", wanted));
        m_ana.set("contact", wanted, {"phone=+1 9"});
        m_ben.sync();
        m_ana.sync();
        m_ben.sync();
        for (const Profile& laptop : {m_ana, m_ben}) {
            QVERIFY(!laptop.has("contact", unwanted));
            QCOMPARE(field(laptop, wanted, "phone").toString(), u"+1 9"_s);
            QVERIFY(laptop.verified());
        }
    }

    void aRoundWithNothingToSayChangesNothing()
    {
        m_ana.sync();
        const QJsonObject first = m_ana.sync();
        const QJsonObject second = m_ana.sync();
        for (const char* key : {"pushed", "pulled", "merged", "rejected", "conflicts"})
            QCOMPARE(second[QString::fromUtf8(key)].toInt(-1), 0);
        QCOMPARE(second[u"checkpoint"], first[u"checkpoint"]);
        QCOMPARE(second[u"digest"], first[u"digest"]);
    }

    void whatIsMadeOfflineTravelsWithItsChildren()
    {
        const QString account = m_ana.add("account", {"name=Fresh", "number=F-1"});
        const QString contact = m_ana.add("contact", {"last_name=New", "account=" + account.toUtf8()});
        const QString task = m_ana.add("task", {"title=Call", "contact=" + contact.toUtf8()});
        const Profile dora = m_company->laptop("dora");
        QVERIFY(!dora.has("account", account));
        m_ana.sync();
        dora.sync();
        QVERIFY(dora.has("account", account));
        QVERIFY(dora.has("contact", contact));
        QVERIFY(dora.has("task", task));
    }

    void movingAnAccountMovesItsChildrenOffOneLaptopAndOntoAnother()
    {
        const QString canary = u"CANARY-NO-LONGER-HERE"_s;
        const QString account =
            m_company->boss.add("account", {"name=" + canary.toUtf8(), "territory=South", "owner=carl"});
        const QString contact = m_company->boss.add(
            "contact", {"last_name=" + canary.toUtf8(), "account=" + account.toUtf8(), "owner=boss"});
        const QString activity = m_company->boss.add(
            "activity", {"subject=" + canary.toUtf8(), "contact=" + contact.toUtf8(), "owner=boss"});
        m_company->boss.sync();
        const Profile carl = m_company->laptop("carl", "carl of the move");
        m_ana.sync();
        const auto see = [&](const Profile& laptop) {
            return QList<bool>{laptop.has("account", account), laptop.has("contact", contact),
                               laptop.has("activity", activity)};
        };
        QCOMPARE(see(carl), (QList<bool>{true, true, true}));
        QCOMPARE(see(m_ana), (QList<bool>{false, false, false}));
        QVERIFY(!holds(m_ana, canary.toUtf8()));
        QVERIFY(holds(carl, canary.toUtf8()));
        const QStringList kept = carl.ids("contact");

        m_company->boss.set("account", account, {"territory=North", "owner=ana"});
        m_company->boss.sync();
        carl.sync();
        m_ana.sync();
        QCOMPARE(see(carl), (QList<bool>{false, false, false}));
        QCOMPARE(see(m_ana), (QList<bool>{true, true, true}));
        QVERIFY(carl.json({"list", "contact", "--search", canary})[u"rows"].toArray().isEmpty());
        QVERIFY2(!holds(carl, canary.toUtf8()), "a row that left is still in the file");
        QCOMPARE(carl.ids("contact").size(), kept.size() - 1);
        QVERIFY(carl.verified());
        QVERIFY(m_ana.verified());
    }

    void nobodyReceivesARowOutsideHisScopes_data()
    {
        QTest::addColumn<QStringList>("sees");
        const QStringList everything{u"Acme"_s, u"Acme Port"_s, u"Zeta"_s, u"Ruiz"_s, u"Port"_s,
                                     u"Diaz"_s, u"call"_s,      u"lead"_s, u"team"_s};
        QTest::newRow("ana") << QStringList{u"Acme"_s, u"Ruiz"_s, u"call"_s, u"lead"_s, u"team"_s};
        QTest::newRow("carl") << QStringList{u"Acme Port"_s, u"Zeta"_s, u"Port"_s, u"Diaz"_s};
        QTest::newRow("ben") << QStringList{u"Acme"_s, u"Acme Port"_s, u"Ruiz"_s, u"Port"_s, u"call"_s, u"team"_s};
        QTest::newRow("dora") << everything;
        QTest::newRow("ines") << QStringList{u"lead"_s};
        QTest::newRow("mia") << QStringList{u"Acme"_s, u"Acme Port"_s, u"Zeta"_s, u"Ruiz"_s, u"Port"_s, u"Diaz"_s};
        QTest::newRow("boss") << everything;
    }
    void nobodyReceivesARowOutsideHisScopes()
    {
        QFETCH(QStringList, sees);
        const QByteArray login = QTest::currentDataTag();
        const Profile laptop = m_company->laptop(login.constData(), ("scopes of " + login).constData());
        const QMap<QString, const char*> kinds{
            {u"Acme"_s, "account"},    {u"Acme Port"_s, "account"}, {u"Zeta"_s, "account"},
            {u"Ruiz"_s, "contact"},    {u"Port"_s, "contact"},      {u"Diaz"_s, "contact"},
            {u"call"_s, "activity"},   {u"lead"_s, "lead"},         {u"team"_s, "account_team"},
            {u"product"_s, "product"}, {u"price"_s, "price_entry"}, {u"North"_s, "territory"},
            {u"mia"_s, "user"}};
        sees << u"product"_s << u"price"_s << u"North"_s << u"mia"_s; // these are everybody's
        for (auto kind = kinds.begin(); kind != kinds.end(); ++kind)
            QVERIFY2(laptop.has(kind.value(), m_company->ids[kind.key()]) == sees.contains(kind.key()),
                     qPrintable(kind.key()));
        QCOMPARE(holds(laptop, "ruiz@example.com"), sees.contains(u"Ruiz"_s));
        QVERIFY(laptop.verified());
    }

    void historySaysWhoChangedWhatFromWhatOnWhichLaptop()
    {
        const QString contact = sharedContact({"phone=+1"});
        m_ben.set("contact", contact, {"phone=+2"});
        m_ben.sync();
        m_ana.sync();
        const QJsonArray rows = m_ana.json({"history", "contact", contact})[u"rows"].toArray();
        const auto change = std::find_if(rows.begin(), rows.end(),
                                         [](const QJsonValue& row) { return row[u"to"].toString() == u"+2"_s; });
        QVERIFY(change != rows.end());
        QCOMPARE((*change)[u"field"].toString(), u"phone"_s);
        QCOMPARE((*change)[u"from"].toString(), u"+1"_s);
        QCOMPARE((*change)[u"by"].toString(), u"ben"_s);
        QVERIFY(!(*change)[u"device"].toString().isEmpty());
        QVERIFY(QDateTime::fromString((*change)[u"at"].toString(), Qt::ISODateWithMs).isValid());
        QVERIFY((*change).toObject().contains(u"rule"));
    }
};

QTEST_GUILESS_MAIN(TwoProfilesTest)
#include "TwoProfilesTest.moc"
