// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/store/Migrations.h"
#include "sync/client/HttpConversation.h"
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/FullDisk.h"
#include "tests/support/world/Profile.h"
#include "ui/language/Sentences.h"
#include "ui/shell/ShutOutWindow.h"
#include "ui/shell/SignInWindow.h"
#include "ui/shell/TroubleWindow.h"
#include "ui/widgets/Text.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>
#include <filesystem>

using namespace satchel;
using namespace satchel::test;

/// What a person sees when the disk is full, or the file with his records was damaged.
class TroubleTest : public QObject {
    Q_OBJECT

    struct Story : Profile {
        Id contact = add("contact", {{"last_name", Value("Ruiz")}, {"phone", Value("111")}});
    };
    /// With SATCHEL_PICTURES, a folder: for looking at.
    static void picture(QWidget& window, const char* name)
    {
        if (qEnvironmentVariableIsSet("SATCHEL_PICTURES"))
            window.grab().save(qEnvironmentVariable("SATCHEL_PICTURES") + QLatin1Char('/') + QLatin1String(name) +
                               QStringLiteral(".png"));
    }
    static bool says(QWidget& window, const QString& part)
    {
        for (QLabel* label : window.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    }

private Q_SLOTS:
    void theFirstSyncCountsRecordsAndBytesAndCanBeStopped()
    {
        ui::Theme theme(*qApp);
        for (const char* look : {"light", "dark"}) {
            theme.apply(ui::Theme::named(QLatin1String(look)));
            ui::SignInWindow window(QStringLiteral("https://crm.example.com"), QStringLiteral("ana"));
            window.show();
            window.showProgress(QStringLiteral("Fetching your records"), 12400, 54500, 610'000, 2'400'000);
            QVERIFY(says(window, QStringLiteral("12,400 of 54,500 records")));
            QVERIFY(says(window, QLocale().formattedDataSize(2'400'000)));
            picture(window, look);
            QSignalSpy cancelled(&window, &ui::SignInWindow::cancelWanted);
            for (QPushButton* button : window.findChildren<QPushButton*>())
                if (button->isVisible() && button->text().contains(QStringLiteral("Cancel")))
                    button->click();
            QCOMPARE(cancelled.size(), 1);
            window.showTrouble(QStringLiteral("Stopped. What was fetched is kept."));
            QVERIFY(says(window, QStringLiteral("What was fetched is kept.")));
        }
    }

    void onAFullDiskWhatWasTypedStaysInItsEditor()
    {
        Story story;
        OpenWindow open(story.folder, story.clock);
        open.window().open({schema::entity("contact").number, story.contact});
        open.settle();
        open.value(QStringLiteral("Phone"))->setFocus();
        open.press(Qt::Key_Return);
        open.type(QStringLiteral("0170 777"));
        {
            const FullDisk full;
            open.press(Qt::Key_Return);
        }
        auto* edit = open.named<QLineEdit>(QStringLiteral("Phone"));
        QVERIFY(edit != nullptr);
        QCOMPARE(edit->text(), QStringLiteral("0170 777"));
        QVERIFY(says(open.window(), QStringLiteral("disk")));
        picture(open.window(), "full-disk");
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("111"));
        edit->setFocus(); // there is room again
        open.press(Qt::Key_Return);
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("0170 777"));
        QCOMPARE(must(story.replica->status()).waiting, 2);
    }

    void whatCannotReachTheRecordsIsAnsweredAndStaysInItsEditor()
    {
        Story story;
        OpenWindow open(story.folder, story.clock);
        open.window().open({schema::entity("contact").number, story.contact});
        open.settle();
        must(story.replica->connection().execute("PRAGMA user_version = 99")); // a newer program was here
        open.desk().writer.release();
        open.value(QStringLiteral("Phone"))->setFocus();
        open.press(Qt::Key_Return);
        open.type(QStringLiteral("0170 777"));
        open.press(Qt::Key_Return);
        auto* edit = open.named<QLineEdit>(QStringLiteral("Phone"));
        QVERIFY(edit != nullptr);
        QCOMPARE(edit->text(), QStringLiteral("0170 777"));
        QVERIFY(says(open.window(), QStringLiteral("newer version of Satchel")));
        must(story.replica->connection().execute("PRAGMA user_version = " + std::to_string(newestMigration())));
        story.clock.advance(3 * HandEnvironment::second);
        edit->setFocus();
        open.press(Qt::Key_Return);
        QCOMPARE(story.value("contact", story.contact, "phone"), Value("0170 777"));
    }

    void theNameOfTheServerIsEnough()
    {
        ui::SignInWindow window({}, QStringLiteral("ana"));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy wanted(&window, &ui::SignInWindow::signInWanted);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("crm.example.com"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("secret"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), QStringLiteral("https://crm.example.com"));
        QVERIFY(HttpConversation::open(wanted[0][0].toString().toStdString()).ok());
    }

    void aShortComplaintAfterALongOneTakesNoMoreRoomThanItNeeds()
    {
        ui::SignInWindow window(QStringLiteral("https://crm.example.com"), QStringLiteral("ana"));
        window.show();
        const QString brief = QStringLiteral("The password is wrong.");
        const auto heightOf = [&](const QString& sentence) {
            window.showTrouble(sentence);
            QCoreApplication::sendPostedEvents(); // what asks layouts for their room
            QCoreApplication::processEvents();
            for (QLabel* label : window.findChildren<QLabel*>())
                if (label->text() == sentence)
                    return label->parentWidget()->height();
            return 0;
        };
        const int low = heightOf(brief);
        QVERIFY(heightOf(QStringLiteral("The server at crm.example.com could not be reached. Whether there is a "
                                        "network, and whether the address is right, is worth a look.")) > low);
        QCOMPARE(heightOf(brief), low);
    }

    void aServerThatIsNotThereLeavesTheFieldsAsTheyWere()
    {
        ui::SignInWindow window(QStringLiteral("http://127.0.0.1:1"), QStringLiteral("ana"));
        window.show();
        window.showProgress({}, 0, 0);
        Profile story;
        auto conversation = must(HttpConversation::open("http://127.0.0.1:1")); // nobody listens there
        Engine engine(*story.replica, *conversation);
        const Status status = engine.login("http://127.0.0.1:1", "ana", "secret", "laptop");
        QVERIFY(!status.ok() && status.error().kind == ErrorKind::Unreachable);
        window.showTrouble(ui::sentenceWord(ui::toQString(status.error().message)));
        QVERIFY(says(window, QStringLiteral("127.0.0.1")));
        QCOMPARE(window.server(), QStringLiteral("http://127.0.0.1:1")); // to be corrected, not typed again
        QCOMPARE(window.login(), QStringLiteral("ana"));
        picture(window, "wrong-server");
        QVERIFY(!HttpConversation::open("crm example").ok()); // no address at all
    }

    void aChangedPasswordIsAskedForWhileWorkGoesOn()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        ana.engine().setToken("an old one");
        const auto refused = ana.trySync();
        QVERIFY(!refused.ok() && refused.error().kind == ErrorKind::Unauthorized);
        OpenWindow open(ana.folder(), company.clock());
        QWidget* focus = QApplication::focusWidget();
        Q_EMIT open.gateway().failed(ui::sentenceWord(ui::toQString(refused.error().message)), true, false);
        open.settle();
        QVERIFY(says(open.window(), QStringLiteral("Sign in again to sync.")));
        QVERIFY(open.named<QLineEdit>(QStringLiteral("Password of ana")) != nullptr);
        QCOMPARE(QApplication::focusWidget(), focus); // it does not take the keys from the work
        QVERIFY(open.named<QPushButton>(QStringLiteral("Password needed to sync")) != nullptr);
        picture(open.window(), "password");
        open.window().open({schema::entity("contact").number, company.anaRuiz});
        open.settle();
        open.value(QStringLiteral("Phone"))->setFocus();
        open.press(Qt::Key_Return);
        open.type(QStringLiteral("222"));
        open.press(Qt::Key_Return);
        QCOMPARE(ana.waiting(), 1); // kept
        const auto buttons = open.window().findChildren<QPushButton*>();
        QVERIFY(std::any_of(buttons.begin(), buttons.end(), [](const QPushButton* button) {
            return button->accessibleName().startsWith(QStringLiteral("Password needed, 1 change"));
        }));
    }

    void aGivenPasswordIsChangedAtTheFirstSignIn()
    {
        ui::Theme theme(*qApp);
        theme.apply(ui::Theme::Choice::Light);
        ui::SignInWindow window(QStringLiteral("https://crm.example.com"), QStringLiteral("bert"));
        window.show();
        const auto line = [&](const char* name) -> QLineEdit* {
            for (QLineEdit* edit : window.findChildren<QLineEdit*>())
                if (edit->accessibleName() == QLatin1String(name) && edit->isVisible())
                    return edit;
            return nullptr;
        };
        QVERIFY(line("New password") == nullptr);
        line("Password")->setText(QStringLiteral("abcd-efgh"));
        QTest::keyClick(line("Password"), Qt::Key_Return);
        // The server has answered that it was given by an administrator.
        window.showTrouble(QStringLiteral("An administrator has set this password. Choose one of your own."));
        window.askNewPassword(QStringLiteral("An administrator has set this password. Choose one of your own."));
        QVERIFY(line("New password") != nullptr);
        QVERIFY(window.focusWidget() == line("New password"));
        QVERIFY(says(window, QStringLiteral("Choose one of your own.")));
        picture(window, "new-password");
        QSignalSpy given(&window, &ui::SignInWindow::newPasswordGiven);
        QTest::keyClicks(line("New password"), QStringLiteral("short"));
        QTest::keyClick(line("New password"), Qt::Key_Return);
        QVERIFY(says(window, QStringLiteral("at least 8 characters")));
        line("New password")->setText(QStringLiteral("my own one"));
        line("New password once more")->setText(QStringLiteral("my own One"));
        QTest::keyClick(line("New password once more"), Qt::Key_Return);
        QVERIFY(says(window, QStringLiteral("not the same")));
        QCOMPARE(given.size(), 0);
        line("New password once more")->setText(QStringLiteral("my own one"));
        QTest::keyClick(line("New password once more"), Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given[0][2].toString(), QStringLiteral("abcd-efgh"));
        QCOMPARE(given[0][3].toString(), QStringLiteral("my own one"));
    }

    void aLaptopThatWasShutOutSaysSoAndWhereTheUnsentIs()
    {
        ui::Theme theme(*qApp);
        theme.apply(ui::Theme::Choice::Light);
        const std::unique_ptr<ui::TroubleWindow> window(
            ui::makeShutOutWindow(3, QStringLiteral("/home/ana/.local/share/satchel/not-sent.csv"), {}));
        window->show();
        QVERIFY(says(*window, QStringLiteral("3 changes had not been sent.")));
        QVERIFY(says(*window, QStringLiteral("not-sent.csv")));
        QVERIFY(says(*window, QStringLiteral("records were taken off it.")));
        picture(*window, "shut-out");
        const std::unique_ptr<ui::TroubleWindow> clean(ui::makeShutOutWindow(0, {}, {}));
        clean->show();
        QVERIFY(!says(*clean, QStringLiteral("had not been sent")));
        QCOMPARE(clean->findChildren<QPushButton*>().size(), 1);
    }

    void withoutAKeyringTheRecordsOpenAndOnlySyncingAsks()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        OpenWindow open(ana.folder(), company.clock());
        open.gateway().setKeyring(false);
        Q_EMIT open.gateway().failed(
            QStringLiteral("Your password is needed to sync. Everything you do is kept on this laptop until then."),
            true, false);
        open.settle();
        QVERIFY(says(open.window(), QStringLiteral("Everything you do is kept on this laptop")));
        open.window().open({schema::entity("contact").number, company.anaRuiz});
        open.settle();
        QVERIFY(open.value(QStringLiteral("Phone")) != nullptr);
        open.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(says(open.window(), QStringLiteral("Give it while there is a network.")));
        open.named<QPushButton>(QStringLiteral("Get ready"))->click(); // leads to the password
        open.settle();
        QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Password of ana"));
        Q_EMIT open.gateway().finished({}); // signed in
        open.settle();
        open.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(says(open.window(), QStringLiteral("This computer keeps no passwords")));
    }

    void aSecondProgramOnTheProfileIsNamedWithTheWayOut()
    {
        Story story;
        auto first = must(lockProfile(story.folder, 0));
        const auto second = lockProfile(story.folder, 0);
        QVERIFY(!second.ok() && second.error().kind == ErrorKind::Busy);
        const QString sentence = ui::sentenceWord(ui::toQString(second.error().message));
        QVERIFY(sentence.contains(ui::toQString(story.folder)));
        QVERIFY(sentence.endsWith(QStringLiteral("Close it and try again.")));
        {
            const FileLock gone = std::move(first);
        }
        QVERIFY(lockProfile(story.folder, 0).ok());
    }

    void theFileIsMendedWhenEveryThreadHasLetItGo()
    {
        Story story;
        must(story.replica->connection().execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        const auto root =
            must(story.replica->connection().integer("SELECT rootpage FROM sqlite_schema WHERE name='contact'"));
        story.replica.reset();
        std::string bytes = must(readFile(story.folder + "/replica.sqlite"));
        bytes[static_cast<std::size_t>(root - 1) * 4096] = '\x77';
        must(writeFile(story.folder + "/replica.sqlite", bytes));
        ui::ReplicaReader reader(story.folder, story.clock);
        ui::ReplicaWriter writer(story.folder, story.clock);
        QSignalSpy damaged(&reader, &ui::ReplicaThread::damaged);
        QSignalSpy noticed(&reader, &ui::ReplicaThread::noticed);
        bool found = false;
        const auto look = [&] {
            reader.ask(
                this,
                [&](Replica& replica) { return replica.list({.entity = &schema::entity("contact"), .limit = 10}); },
                [&](const Result<Page>& page) { found = page.ok() && page->rows.size() == 1; });
            reader.finish();
            QTest::qWait(1);
        };
        writer.ask(
            this, [](Replica& replica) { return replica.isDamaged(); }, [](bool) {});
        look();
        QVERIFY(!found);
        QCOMPARE(damaged.count(), 1);
        writer.release();
        reader.release();
        look();
        QVERIFY(found);
        QCOMPARE(noticed.count(), 1);
        QVERIFY(noticed.front().front().toString().contains(QStringLiteral("one unsent change")));
    }

    void aTroubleWindowSaysWhatAndOffersAWayOut()
    {
        ui::Theme theme(*qobject_cast<QApplication*>(qApp));
        for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
            theme.apply(choice);
            const QString sentence = QStringLiteral(
                "Another Satchel program is using the profile /home/ana/.local/share/satchel. Close it and try again.");
            ui::TroubleWindow window(QStringLiteral("circle-alert"), QStringLiteral("Satchel is already open"),
                                     sentence);
            QPushButton* again = window.addButton(QStringLiteral("Try again"));
            QPushButton* close = window.addButton(QStringLiteral("Close"));
            QSignalSpy clicked(again, &QPushButton::clicked);
            QSignalSpy closed(&window, &ui::TroubleWindow::closed);
            window.show();
            QVERIFY(says(window, sentence));
            picture(window, choice == ui::Theme::Choice::Light ? "trouble-light" : "trouble-dark");
            QVERIFY(close->x() < again->x());
            again->setFocus();
            QTest::keyClick(&window, Qt::Key_Return);
            QCOMPARE(clicked.count(), 1);
            QTest::keyClick(&window, Qt::Key_Escape);
            QCOMPARE(closed.count(), 1);
        }
        ui::TroubleWindow notice(
            QStringLiteral("circle-alert"), QStringLiteral("About the records on this laptop"),
            QStringLiteral(
                "The file with your records was damaged, so Satchel has built a new one. Kept: 4810 records and 4 "
                "unsent changes; the next sync fetches the rest. The damaged file is kept as "
                "/home/ana/.local/share/satchel/replica.sqlite.damaged-2026-11-22."));
        notice.addButton(QStringLiteral("OK"));
        theme.apply(ui::Theme::Choice::Light);
        notice.show();
        picture(notice, "notice-light");
    }
};

QTEST_MAIN(TroubleTest)
#include "TroubleTest.moc"
