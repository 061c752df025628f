// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/records/RecordPage.h"

#include <QLabel>
#include <QLineEdit>

using namespace satchel;
using namespace satchel::test;

/// What a person does with the keyboard in the real window, on the true store.
class EditingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void editingInPlaceSavesAndSurvivesReopening();
    void escapeLeavesTheValueAsItWas();
    void aRefusedValueStaysOpenAndSaysWhy();
    void undoTakesBackTheLastEditButNotANewerOne();
    void aDeletedRecordComesBackWithUndo();
    void loggingANoteTakesOneLine();
    void whatSomebodyElseChangedIsShownBesideWhatIsTyped();
    void placeAndFilterSurviveARestart();
};

namespace {

struct Story : Profile {
    Story()
    {
        account = add("account", {{"name", Value("Acme")}});
        contact = add("contact", {{"first_name", Value("Ana")},
                                  {"last_name", Value("Ruiz")},
                                  {"phone", Value("111")},
                                  {"account", Value(account)}});
    }
    Id account;
    Id contact;
};

void editPhone(OpenWindow& open, const QString& phone)
{
    open.value(QStringLiteral("Phone"))->setFocus();
    open.press(Qt::Key_Return);
    open.type(phone);
}

} // namespace

void EditingTest::editingInPlaceSavesAndSurvivesReopening()
{
    Story story;
    {
        OpenWindow open(story.folder, story.clock);
        open.window().open({schema::entity("contact").number, story.contact});
        open.settle();
        editPhone(open, QStringLiteral("0170 222"));
        open.press(Qt::Key_Return);
        QCOMPARE(open.value(QStringLiteral("Phone"))->accessibleName(), QStringLiteral("Phone: 0170 222"));
    }
    story.reopen();
    QCOMPARE(story.value("contact", story.contact, "phone"), Value("0170 222"));
    OpenWindow again(story.folder, story.clock);
    again.window().open({schema::entity("contact").number, story.contact});
    again.settle();
    QCOMPARE(again.value(QStringLiteral("Phone"))->accessibleName(), QStringLiteral("Phone: 0170 222"));
}

void EditingTest::escapeLeavesTheValueAsItWas()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, story.contact});
    open.settle();
    editPhone(open, QStringLiteral("999"));
    open.press(Qt::Key_Escape);
    QCOMPARE(story.value("contact", story.contact, "phone"), Value("111"));
    QVERIFY(open.window().currentPage()->isOpened());
}

void EditingTest::aRefusedValueStaysOpenAndSaysWhy()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, story.contact});
    open.settle();
    open.value(QStringLiteral("E-mail"))->setFocus();
    open.press(Qt::Key_Return);
    open.type(QStringLiteral("not a mail address"));
    open.press(Qt::Key_Return);
    auto* edit = open.named<QLineEdit>(QStringLiteral("E-mail"));
    QVERIFY(edit != nullptr);
    QCOMPARE(edit->text(), QStringLiteral("not a mail address"));
    QVERIFY(story.value("contact", story.contact, "email").isNull());
}

void EditingTest::undoTakesBackTheLastEditButNotANewerOne()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, story.contact});
    open.settle();
    editPhone(open, QStringLiteral("222"));
    open.press(Qt::Key_Return);
    open.desk().undo.undo();
    open.settle();
    QCOMPARE(story.value("contact", story.contact, "phone"), Value("111"));
    open.desk().undo.redo();
    open.settle();
    QCOMPARE(story.value("contact", story.contact, "phone"), Value("222"));

    story.set("contact", story.contact, {{"phone", Value("333")}}); // as a sync would
    QStringList refused;
    QObject::connect(&open.desk().undo, &ui::UndoHistory::refused, &open.window(),
                     [&](const QString& sentence) { refused << sentence; });
    open.desk().undo.undo();
    open.settle();
    QCOMPARE(story.value("contact", story.contact, "phone"), Value("333"));
    QCOMPARE(refused,
             QStringList{QStringLiteral("The phone of Ana Ruiz has been changed since, so it was left as it is.")});
}

void EditingTest::aDeletedRecordComesBackWithUndo()
{
    Story story;
    story.add("task", {{"title", Value("Call back")}, {"contact", Value(story.contact)}});
    OpenWindow open(story.folder, story.clock);
    open.window().go(QStringLiteral("contact"));
    open.settle();
    open.press(Qt::Key_Delete);
    QCOMPARE(story.value("contact", story.contact, "phone"), Value("(absent)"));
    QStringList refused;
    QObject::connect(&open.desk().undo, &ui::UndoHistory::refused, &open.window(),
                     [&](const QString& sentence) { refused << sentence; });
    open.desk().undo.undo();
    open.settle();
    QVERIFY2(refused.isEmpty(), qPrintable(refused.join(QStringLiteral("; "))));
    const auto page = must(story.replica->list({.entity = &schema::entity("contact"), .search = {}, .after = {}}));
    QCOMPARE(page.rows.size(), std::size_t{1});
    QCOMPARE(page.rows[0].value("phone"), Value("111"));
    const auto tasks = must(story.replica->list({.entity = &schema::entity("task"), .search = {}, .after = {}}));
    QCOMPARE(tasks.rows[0].value("contact"), Value(page.rows[0].id)); // what referred to it follows
    open.desk().undo.redo();
    open.settle();
    QVERIFY2(refused.isEmpty(), qPrintable(refused.join(QStringLiteral("; "))));
    QVERIFY(must(story.replica->list({.entity = &schema::entity("contact"), .search = {}, .after = {}})).rows.empty());
}

void EditingTest::loggingANoteTakesOneLine()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("account").number, story.account});
    open.settle();
    open.press(Qt::Key_L, Qt::ControlModifier);
    open.type(QStringLiteral("called Ana, wants price for 40"));
    open.press(Qt::Key_Return);
    const auto page = must(story.replica->list({.entity = &schema::entity("activity"), .search = {}, .after = {}}));
    QCOMPARE(page.rows.size(), std::size_t{1});
    QCOMPARE(page.rows[0].value("kind"), Value("call"));
    QCOMPARE(page.rows[0].value("account"), Value(story.account));
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Log a call or note"));
}

void EditingTest::whatSomebodyElseChangedIsShownBesideWhatIsTyped()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, story.contact});
    open.settle();
    editPhone(open, QStringLiteral("222"));
    story.set("contact", story.contact, {{"phone", Value("333")}});
    Q_EMIT open.gateway().checkpointPublished();
    open.settle();
    auto* edit = open.named<QLineEdit>(QStringLiteral("Phone"));
    QVERIFY(edit != nullptr);
    QCOMPARE(edit->text(), QStringLiteral("222"));
    bool shown = false;
    for (const QLabel* label : open.window().findChildren<QLabel*>())
        shown =
            shown || (label->isVisible() && label->text().endsWith(QStringLiteral("meanwhile changed to \"333\".")));
    QVERIFY(shown);
    open.press(Qt::Key_Return); // mine
    QCOMPARE(story.value("contact", story.contact, "phone"), Value("222"));
}

void EditingTest::placeAndFilterSurviveARestart()
{
    Story story;
    {
        OpenWindow open(story.folder, story.clock);
        open.window().go(QStringLiteral("contact"));
        open.settle();
        open.press(Qt::Key_Slash);
        open.type(QStringLiteral("ruiz"));
        open.window().close();
    }
    OpenWindow again(story.folder, story.clock);
    QCOMPARE(again.window().currentPage()->id(), QStringLiteral("contact"));
    QCOMPARE(again.named<QLineEdit>(QStringLiteral("Filter contacts"))->text(), QStringLiteral("ruiz"));
}

QTEST_MAIN(EditingTest)
#include "EditingTest.moc"
