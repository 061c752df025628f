// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Withdrawal.h"
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Profile.h"
#include "ui/language/Language.h"
#include "ui/shell/Notifier.h"
#include "ui/shell/Page.h"
#include "ui/shell/SidePanels.h"
#include "ui/shell/SignInWindow.h"
#include "ui/shell/Travel.h"
#include "ui/shell/Tray.h"
#include "ui/shell/WaitingChange.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>

#include <algorithm>

using namespace satchel;
using namespace satchel::test;

/// What hangs around the pages: details of syncing, why a record is here, whether one can travel, what one is told.
class ShellTest : public QObject {
    Q_OBJECT

    static bool says(QWidget& window, const QString& part)
    {
        const auto labels = window.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().contains(part); });
    }
    /// With SATCHEL_PICTURES, a folder: for looking at, light and dark.
    static void picture(OpenWindow& open, const char* name)
    {
        if (!qEnvironmentVariableIsSet("SATCHEL_PICTURES"))
            return;
        ui::Theme theme(*qobject_cast<QApplication*>(qApp));
        for (const char* look : {"dark", "light"}) {
            theme.apply(ui::Theme::named(QLatin1String(look)));
            QTest::qWait(20);
            open.window().grab().save(
                QStringLiteral("%1/%2-%3.png")
                    .arg(qEnvironmentVariable("SATCHEL_PICTURES"), QLatin1String(name), QLatin1String(look)));
        }
    }
    static QStringList unready(const std::vector<ui::TravelCheck>& checks)
    {
        QStringList open;
        for (const ui::TravelCheck& check : checks)
            if (!check.fine)
                open << check.what;
        return open;
    }
    static QStringList headings(const QSignalSpy& spy)
    {
        QStringList all;
        for (const auto& each : spy)
            all << each.front().value<ui::Notable>().heading;
        return all;
    }

private Q_SLOTS:
    void initTestCase() { ui::speak(*qobject_cast<QApplication*>(qApp), QStringLiteral("en")); }

    void aKeySaysWhyARecordIsHere()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        {
            OpenWindow open(ana.folder(), company.clock());
            open.window().open({schema::entity("contact").number, company.anaRuiz});
            open.settle();
            open.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(says(open.window(), QStringLiteral("territory North, which is yours")));
            QVERIFY(says(open.window(), QStringLiteral("It follows Acme")));
            picture(open, "why-here");
            open.press(Qt::Key_Escape);
            QVERIFY(!says(open.window(), QStringLiteral("It follows Acme")));
        }
        OpenWindow open(ben.folder(), company.clock());
        open.window().open({schema::entity("account").number, company.acme});
        open.settle();
        open.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(says(open.window(), QStringLiteral("the account team of Acme, on which you are")));
    }

    void whatStandsBesideTheClockBringsAMinimizedWindowBack()
    {
        Profile profile;
        OpenWindow open(profile.folder, profile.clock);
        for (const bool hidden : {false, true}) {
            open.window().showMinimized();
            if (hidden)
                open.window().hide();
            Q_EMIT open.window().findChild<ui::Tray*>()->windowWanted();
            QVERIFY(open.window().isVisible());
            QVERIFY(!open.window().isMinimized());
        }
    }

    void whatWaitsIsListedOpenedAndTakenBack()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const std::string before = ana.value("contact", company.anaRuiz, "phone");
        ana.set("contact", company.anaRuiz, {{"phone", "222"}});
        {
            OpenWindow open(ana.folder(), company.clock());
            open.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
            auto* list = open.named<QListWidget>(QStringLiteral("Changes that wait"));
            QVERIFY(list != nullptr);
            QCOMPARE(list->count(), 1);
            QVERIFY2(list->item(0)->text().contains(QStringLiteral("Phone of Ana Ruiz: ")) &&
                         list->item(0)->text().contains(QStringLiteral("→ 222")),
                     qPrintable(list->item(0)->text()));
            picture(open, "sync-details");
            list->setFocus();
            open.press(Qt::Key_Delete);
            QVERIFY(!list->isVisible());
        }
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), before);
        ana.sync();
        QCOMPARE(ana.value("contact", company.anaRuiz, "phone"), before);
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(ana.agreesWithServer());
        const auto history = ana.history("contact", company.anaRuiz);
        QVERIFY(std::none_of(history.begin(), history.end(),
                             [](const HistoryEntry& entry) { return entry.to == Value("222"); }));
    }

    void theDetailsOfSyncingSayWhatASalespersonUnderstands()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        OpenWindow open(ana.folder(), company.clock());
        auto identity = *must(ana.replica().identity());
        identity.server = "https://moved.example.com"; // signed in there behind the window
        must(ana.replica().setIdentity(identity));
        Q_EMIT open.gateway().finished({.pulled = 3, .sentBytes = 113, .receivedBytes = 71, .milliseconds = 7});
        open.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(says(open.window(), QStringLiteral("Server: https://moved.example.com")));
        QVERIFY(says(open.window(), QStringLiteral("received 3 records")));
        QVERIFY(!says(open.window(), QStringLiteral("bytes")));
        QVERIFY(!says(open.window(), QStringLiteral("UTC")));
        picture(open, "sync-plain");
    }

    void theKeysLeaveTheRoomToWhatTheyDo()
    {
        Profile profile;
        for (const char* language : {"de", "en"}) {
            ui::speak(*qobject_cast<QApplication*>(qApp), QString::fromLatin1(language));
            OpenWindow open(profile.folder, profile.clock);
            open.window().resize(1280, 720);
            open.press(Qt::Key_F1);
            picture(open, language);
            const QWidget* list = open.window().findChild<ui::KeysPanel*>()->findChild<QScrollArea*>()->widget();
            int words = 0;
            for (const QLabel* label : list->findChildren<QLabel*>())
                if (label->property("kind") != QLatin1String("key")) {
                    ++words;
                    QVERIFY2(label->x() <= 220, qPrintable(label->text()));
                }
            QVERIFY(words > 20);
        }
    }

    void aWindowIsNoLargerThanItsScreenAtFirst()
    {
        const ui::SignInWindow signIn({}, {});
        const QSize room = signIn.screen()->availableSize();
        QVERIFY(signIn.width() <= room.width() && signIn.height() < room.height());
        QCOMPARE(signIn.width(), qMin(1280, room.width()));
    }

    void whatANewerServerHasToTakeIsSaid()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        ana.set("contact", company.anaRuiz, {{"phone", "222"}});
        OpenWindow open(ana.folder(), company.clock());
        Q_EMIT open.gateway().finished(
            {.milliseconds = 5, .heldBack = QStringLiteral("The server is too old for this change.")});
        open.settle();
        const auto buttons = open.window().findChildren<QPushButton*>();
        QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QPushButton* button) {
            return button->accessibleName().endsWith(QStringLiteral("for the server"));
        }));
        open.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(says(open.window(), QStringLiteral("The server is too old for this change.")));
        auto* list = open.named<QListWidget>(QStringLiteral("Changes that wait"));
        QVERIFY(list->item(0)->text().contains(QStringLiteral("The server is too old")));
        Q_EMIT open.gateway().finished({.pushed = 1, .milliseconds = 5}); // it was updated
        open.settle();
        QVERIFY(!says(open.window(), QStringLiteral("too old")));
    }

    void whatSomethingBuildsOnIsNotTakenBack()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const Id account = ana.add("account", {{"name", "New customer"}});
        ana.add("contact", {{"last_name", "Newman"}, {"account", account.toString()}});
        auto waiting = ui::waitingChanges(ana.replica(), company.clock().now());
        QCOMPARE(waiting.size(), std::size_t{2});
        QVERIFY(waiting[0].whyFixed.isEmpty()); // the newest first
        QVERIFY(waiting[1].whyFixed.contains(QStringLiteral("builds on this")));
        QVERIFY(!withdrawChange(ana.replica(), waiting[1].number).ok());
        QVERIFY(ana.has("account", account));
        must(withdrawChange(ana.replica(), waiting[0].number));
        must(withdrawChange(ana.replica(), waiting[1].number));
        QVERIFY(!ana.has("account", account));
        QVERIFY(ui::waitingChanges(ana.replica(), company.clock().now()).empty());
        ana.reopen(); // the redo file does not bring it back
        QVERIFY(!ana.has("account", account));
        ana.sync();
        QCOMPARE(ana.waiting(), 0);
        QVERIFY(!ana.has("account", account));
        QVERIFY(ana.agreesWithServer());
        QVERIFY(!withdrawChange(ana.replica(), waiting[0].number).ok()); // it has been answered
    }

    void readyToTravelSaysWhatIsMissingAndWhatMendsIt()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        QCOMPARE(unready(ui::travelChecks(ana.replica(), {}, company.clock().now())), QStringList());
        ana.set("contact", company.anaRuiz, {{"phone", "222"}});
        company.clock().advance(3 * HandEnvironment::hour);
        QCOMPARE(unready(ui::travelChecks(ana.replica(), {.needsPassword = true}, company.clock().now())),
                 (QStringList{QStringLiteral("Records"), QStringLiteral("Your changes"), QStringLiteral("Password")}));
        QCOMPARE(unready(ui::travelChecks(ana.replica(), {.downloading = true}, company.clock().now())),
                 (QStringList{QStringLiteral("Records"), QStringLiteral("Your changes")}));
        {
            OpenWindow open(ana.folder(), company.clock());
            open.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(says(open.window(), QStringLiteral("2 things should be seen to first.")));
            QVERIFY(says(open.window(), QStringLiteral("Quote numbers")));
            const auto* go = open.named<QPushButton>(QStringLiteral("Get ready"));
            QVERIFY(go->parentWidget()->rect().contains(go->geometry()) && go->parentWidget()->height() > 300);
            picture(open, "travel");
            QSignalSpy asked(&open.gateway(), &ui::SyncGateway::failed);
            open.named<QPushButton>(QStringLiteral("Get ready"))->click();
            QCOMPARE(asked.size(), 1); // it has tried; there is no signal
            open.settle();
            QVERIFY(says(open.window(), QStringLiteral("2 things should be seen to first.")));
        }
        ana.sync();
        OpenWindow open(ana.folder(), company.clock());
        open.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(says(open.window(), QStringLiteral("You can go: everything you need is on this laptop.")));
    }

    void eachThingIsToldOnceAlsoOverARestart()
    {
        Profile story;
        const Id me = must(story.replica->identity())->user;
        story.add(
            "task",
            {{"title", Value("Send the offer")}, {"due", Value(dateOf(story.clock.now()))}, {"assignee", Value(me)}});
        {
            OpenWindow open(story.folder, story.clock);
            ui::Notifier& notifier = open.window().notifier();
            QCOMPARE(notifier.all().size(), std::size_t{1}); // what was there before is shown, not announced
            QSignalSpy told(&notifier, &ui::Notifier::announced);
            story.add("activity", {{"kind", Value("visit")},
                                   {"status", Value("planned")},
                                   {"subject", Value("Show the pump")},
                                   {"owner", Value(me)},
                                   {"starts", Value(story.clock.now() + 40 * HandEnvironment::minute)}});
            notifier.look();
            open.settle();
            QCOMPARE(told.size(), 0);
            story.clock.advance(30 * HandEnvironment::minute);
            notifier.look();
            open.settle();
            QCOMPARE(told.size(), 1);
            QVERIFY2(headings(told)[0].contains(QStringLiteral("visit")), qPrintable(headings(told)[0]));
            notifier.look();
            open.settle();
            QCOMPARE(told.size(), 1);
            QCOMPARE(notifier.unread(), 2);
            open.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
            picture(open, "notifications");
            QCOMPARE(notifier.unread(), 0);
            const auto* list = open.named<QListWidget>(QStringLiteral("Notifications"));
            QCOMPARE(list->count(), 2);
            for (int row = 0; row < 2; ++row) { // each with its moment, one as high as the other
                const QString spoken = list->item(row)->data(Qt::AccessibleTextRole).toString();
                QVERIFY2(spoken.contains(QRegularExpression(QStringLiteral("(today|\\d\\d:\\d\\d)"))),
                         qPrintable(spoken));
                QCOMPARE(list->visualItemRect(list->item(row)).height(), 56);
            }
        }
        OpenWindow again(story.folder, story.clock);
        QSignalSpy told(&again.window().notifier(), &ui::Notifier::announced);
        again.window().notifier().look();
        again.settle();
        QCOMPARE(told.size(), 0);
        QCOMPARE(again.window().notifier().unread(), 0);
    }

    void quietHoursAndUnwantedKindsAreKept()
    {
        ui::NotifyWishes wishes;
        QVERIFY(wishes.isQuiet(QTime(23, 0)) && wishes.isQuiet(QTime(3, 0)) && !wishes.isQuiet(QTime(12, 0)));
        wishes.quietFrom = QTime(12, 0);
        wishes.quietTo = QTime(13, 0);
        QVERIFY(wishes.isQuiet(QTime(12, 30)) && !wishes.isQuiet(QTime(13, 0)));
        wishes.quiet = false;
        QVERIFY(!wishes.isQuiet(QTime(12, 30)));

        Profile story;
        const Id me = must(story.replica->identity())->user;
        OpenWindow open(story.folder, story.clock);
        ui::Notifier& notifier = open.window().notifier();
        open.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        for (QCheckBox* box : open.window().findChildren<QCheckBox*>())
            if (box->text() == QStringLiteral("To-dos on their day"))
                box->click();
        open.settle();
        QSignalSpy told(&notifier, &ui::Notifier::announced);
        story.add("task",
                  {{"title", Value("Not told")}, {"due", Value(dateOf(story.clock.now()))}, {"assignee", Value(me)}});
        notifier.look();
        open.settle();
        QCOMPARE(told.size(), 0);
        QVERIFY(notifier.all().empty());
        QSettings settings(QString::fromStdString(story.folder) + QStringLiteral("/window.ini"), QSettings::IniFormat);
        ui::Notifier later(open.desk(), settings, nullptr);
        QVERIFY(!later.wishes().wants(ui::Notable::Kind::ToDo) && later.wishes().wants(ui::Notable::Kind::Visit));
    }

    void aConflictARefusalAndANewAccountAreTold()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& ben = company.laptop("ben");
        Laptop& admin = company.laptop("admin");
        const Id gift = admin.add(
            "account",
            {{"name", "Gift"}, {"territory", company.north.toString()}, {"owner", company.id("dora").toString()}});
        admin.sync();
        ana.sync();
        OpenWindow open(ana.folder(), company.clock());
        ui::Notifier& notifier = open.window().notifier();
        QSignalSpy told(&notifier, &ui::Notifier::announced);
        ana.set("contact", company.anaRuiz, {{"phone", "111"}});
        company.clock().advance(HandEnvironment::minute);
        ben.set("contact", company.anaRuiz, {{"phone", "222"}});
        admin.set("account", gift, {{"owner", company.id("ana").toString()}});
        admin.sync();
        ana.sync();
        ben.sync();
        ana.sync();
        Q_EMIT open.gateway().checkpointPublished();
        open.settle();
        QCOMPARE(told.size(), 2);
        QVERIFY(headings(told).contains(QStringLiteral("Two of you changed the same")));
        QVERIFY(headings(told).contains(QStringLiteral("An account is yours now")));
        Q_EMIT open.gateway().checkpointPublished();
        open.settle();
        QCOMPARE(told.size(), 2);
        open.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        auto* list = open.named<QListWidget>(QStringLiteral("Notifications"));
        QVERIFY(list != nullptr);
        for (int i = 0; i < list->count(); ++i)
            if (list->item(i)->text().startsWith(QStringLiteral("An account")))
                list->setCurrentRow(i);
        open.press(Qt::Key_Return);
        QCOMPARE(open.window().currentPage()->id(), QStringLiteral("account"));
        QCOMPARE(open.window().currentPage()->currentRecord()->id, gift);
    }
};

QTEST_MAIN(ShellTest)
#include "ShellTest.moc"
