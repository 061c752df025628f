// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/DuplicatesPage.h"
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/duplicates/MergeModel.h"
#include "ui/duplicates/MergeView.h"
#include "ui/records/RecordPage.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace satchel;
using namespace satchel::test;

/// Two records are one customer: found, set side by side and merged with the keyboard, and taken apart again.
class DuplicatesPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void threeKeysMergeTwoContacts();
    void leftAndRightChooseWhatIsKept();
    void aClickChoosesToo();
    void theOtherOneCanStay();
    void theWholeMergeIsOneStepBack();
    void andOneStepForthAgain();
    void whatIsNotADuplicateIsRememberedAndComesBackWithUndo();
    void aRecordsOwnPageLeadsToWhatIsLikeIt();
    void whoeverTypesAKnownOneIsTold();
    void theNextPairComesUpByItself();
    void mirroredTheLeftKeyStillPointsLeft();
    void whoMayNotMergeIsNotAsked();
    void everyThingIsSaidInWords();
    void bothNamesOfAPairAreRead();
    void pictures();
};

namespace {

struct TwinStory : Profile {
    explicit TwinStory(Role role = Role::Salesperson) : Profile(role)
    {
        acme = add("account", {{"name", Value("Acme")}});
        ana = add("contact", {{"first_name", Value("Ana")},
                              {"last_name", Value("Ruiz")},
                              {"account", Value(acme)},
                              {"email", Value("ana.ruiz@acme.example")},
                              {"phone", Value("+34 91 000 0001")},
                              {"job_title", Value("Buyer")}});
        twin = add("contact", {{"first_name", Value("Ana")},
                               {"last_name", Value("Ruíz Sol")},
                               {"email", Value("ana.ruiz@acme.example")},
                               {"phone", Value("+34 91 000 0002")},
                               {"job_title", Value("Head of purchasing")},
                               {"mobile", Value("+34 600 123 456")}});
        task = add("task", {{"title", Value("Call her back")}, {"contact", Value(twin)}});
    }
    bool has(const char* entity, const Id& id) { return must(replica->find(schema::entity(entity), id)).has_value(); }
    std::vector<Record> rows(const char* entity)
    {
        return must(replica->list({.entity = &schema::entity(entity), .search = {}, .after = {}})).rows;
    }
    Id acme;
    Id ana;
    Id twin;
    Id task;
};

ui::MergeView& viewIn(OpenWindow& open)
{
    return *open.window().findChild<ui::MergeView*>();
}

QListWidget& pairsIn(OpenWindow& open)
{
    return *open.window().findChild<ui::DuplicatesPage*>()->findChild<QListWidget*>();
}

void goToDuplicates(OpenWindow& open)
{
    open.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    open.settle();
    open.settle();
}

int rowOf(OpenWindow& open, const QString& field)
{
    const ui::MergeModel& model = viewIn(open).model();
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data().toString() == field)
            return row;
    return -1;
}

void goToRow(OpenWindow& open, const QString& field)
{
    const int wanted = rowOf(open, field);
    if (wanted < 0)
        qFatal("no such row");
    while (viewIn(open).table()->currentIndex().row() < wanted)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    while (viewIn(open).table()->currentIndex().row() > wanted)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
}

} // namespace

void DuplicatesPageTest::threeKeysMergeTwoContacts()
{
    TwinStory story;
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open); // one key
    QCOMPARE(pairsIn(open).count(), 1);
    QVERIFY(pairsIn(open).item(0)->text().contains(QStringLiteral("same e-mail")));
    QVERIFY(viewIn(open).isVisible());
    QVERIFY(viewIn(open).table()->hasFocus());
    open.press(Qt::Key_Return); // the second: what is proposed is kept
    QVERIFY(!story.has("contact", story.twin));
    QCOMPARE(story.value("contact", story.ana, "job_title"), Value("Buyer"));
    QCOMPARE(story.value("contact", story.ana, "mobile"), Value("+34 600 123 456"));
    QCOMPARE(story.value("contact", story.ana, "more_phones"), Value(R"(["+34 91 000 0002"])"));
    QCOMPARE(story.value("task", story.task, "contact"), Value(story.ana));
    QCOMPARE(pairsIn(open).count(), 0);
}

void DuplicatesPageTest::leftAndRightChooseWhatIsKept()
{
    TwinStory story;
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open);
    goToRow(open, QStringLiteral("Job title"));
    open.press(Qt::Key_Right);
    open.press(Qt::Key_Left);
    open.press(Qt::Key_Right);
    goToRow(open, QStringLiteral("Last name"));
    open.press(Qt::Key_Left);
    open.press(Qt::Key_Return);
    QCOMPARE(story.value("contact", story.ana, "job_title"), Value("Head of purchasing"));
    QCOMPARE(story.value("contact", story.ana, "last_name"), Value("Ruiz"));
}

void DuplicatesPageTest::aClickChoosesToo()
{
    TwinStory story;
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open);
    ui::MergeTable& table = *viewIn(open).table();
    const QModelIndex cell = table.model()->index(rowOf(open, QStringLiteral("Job title")), 2);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(cell).center());
    QTest::mouseClick(open.named<QPushButton>(QStringLiteral("Merge")), Qt::LeftButton);
    open.settle();
    QCOMPARE(story.value("contact", story.ana, "job_title"), Value("Head of purchasing"));
    QVERIFY(!story.has("contact", story.twin));
}

void DuplicatesPageTest::theOtherOneCanStay()
{
    TwinStory story;
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open);
    open.press(Qt::Key_Home);
    open.press(Qt::Key_Right);
    open.press(Qt::Key_Return);
    QVERIFY(!story.has("contact", story.ana));
    QCOMPARE(story.value("contact", story.twin, "last_name"), Value("Ruíz Sol"));
    QCOMPARE(story.value("contact", story.twin, "account"), Value(story.acme)); // the other one had it
    QCOMPARE(story.value("task", story.task, "contact"), Value(story.twin));
}

void DuplicatesPageTest::theWholeMergeIsOneStepBack()
{
    TwinStory story;
    const auto before = story.rows("contact");
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open);
    goToRow(open, QStringLiteral("Job title"));
    open.press(Qt::Key_Right);
    open.press(Qt::Key_Return);
    QCOMPARE(story.rows("contact").size(), std::size_t{1});
    open.press(Qt::Key_Z, Qt::ControlModifier);
    const auto after = story.rows("contact");
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i)
        QVERIFY(after[i].id == before[i].id && after[i].values == before[i].values); // to the letter
    QCOMPARE(story.value("task", story.task, "contact"), Value(story.twin));
    open.settle();
    QCOMPARE(pairsIn(open).count(), 1); // and there is something to decide again
}

void DuplicatesPageTest::andOneStepForthAgain()
{
    TwinStory story;
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open);
    open.press(Qt::Key_Return);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(story.has("contact", story.twin));
    open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!story.has("contact", story.twin));
    QCOMPARE(story.value("task", story.task, "contact"), Value(story.ana));
    QCOMPARE(story.value("contact", story.ana, "mobile"), Value("+34 600 123 456"));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(story.has("contact", story.twin));
    QVERIFY(story.value("contact", story.ana, "mobile").isNull());
}

void DuplicatesPageTest::whatIsNotADuplicateIsRememberedAndComesBackWithUndo()
{
    TwinStory story;
    {
        OpenWindow open(story.folder, story.clock);
        goToDuplicates(open);
        open.press(Qt::Key_D);
        QCOMPARE(pairsIn(open).count(), 0);
        open.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(pairsIn(open).count(), 1);
        open.press(Qt::Key_D);
    }
    QVERIFY(story.has("contact", story.twin));
    OpenWindow again(story.folder, story.clock); // tomorrow
    goToDuplicates(again);
    QCOMPARE(pairsIn(again).count(), 0);
}

void DuplicatesPageTest::aRecordsOwnPageLeadsToWhatIsLikeIt()
{
    TwinStory story;
    story.add("contact", {{"last_name", Value("Xi")}, {"email", Value("x@zeta.example")}});
    story.add("contact", {{"last_name", Value("Xo")}, {"email", Value("x@zeta.example")}});
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, story.ana});
    open.settle();
    QVERIFY(open.named<QPushButton>(QStringLiteral("Compare")) != nullptr); // a quiet line says so
    open.press(Qt::Key_M);
    open.settle();
    QCOMPARE(open.window().currentPage()->id(), QStringLiteral("duplicates"));
    QCOMPARE(pairsIn(open).count(), 1); // only what it is about
    QVERIFY(viewIn(open).table()->hasFocus());
    open.press(Qt::Key_Escape);
    open.settle();
    QCOMPARE(pairsIn(open).count(), 2); // all of them
}

void DuplicatesPageTest::whoeverTypesAKnownOneIsTold()
{
    TwinStory story;
    OpenWindow open(story.folder, story.clock);
    open.window().go(QStringLiteral("contact"));
    open.settle();
    open.press(Qt::Key_N);
    open.type(QStringLiteral("Ana"));
    open.press(Qt::Key_Tab);
    open.type(QStringLiteral("ruiz"));
    QTRY_VERIFY(open.named<QPushButton>(QStringLiteral("Open it")) != nullptr);
    QTest::mouseClick(open.named<QPushButton>(QStringLiteral("Open it")), Qt::LeftButton);
    open.settle();
    QCOMPARE(open.window().currentPage()->currentRecord()->id, story.ana);
    QCOMPARE(story.rows("contact").size(), std::size_t{2}); // nothing was added
}

void DuplicatesPageTest::theNextPairComesUpByItself()
{
    TwinStory story;
    story.add("account", {{"name", Value("ACME GmbH")}});
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open);
    QTRY_COMPARE(pairsIn(open).count(), 2);
    open.press(Qt::Key_Return);
    QCOMPARE(pairsIn(open).count(), 1);
    QVERIFY(viewIn(open).table()->hasFocus());
    open.press(Qt::Key_Return);
    QCOMPARE(story.rows("account").size(), std::size_t{1});
    QCOMPARE(story.value("contact", story.ana, "account"), Value(story.acme));
}

void DuplicatesPageTest::mirroredTheLeftKeyStillPointsLeft()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    TwinStory story;
    {
        OpenWindow open(story.folder, story.clock);
        goToDuplicates(open);
        goToRow(open, QStringLiteral("Job title"));
        open.press(Qt::Key_Left); // the second one stands on the left now
        open.press(Qt::Key_Return);
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(story.value("contact", story.ana, "job_title"), Value("Head of purchasing"));
}

void DuplicatesPageTest::whoMayNotMergeIsNotAsked()
{
    TwinStory story;
    auto identity = *must(story.replica->identity());
    identity.role = Role::Marketing;
    must(story.replica->setIdentity(identity));
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open);
    QCOMPARE(pairsIn(open).count(), 0);
    open.window().open({schema::entity("contact").number, story.ana});
    open.settle();
    QVERIFY(open.named<QPushButton>(QStringLiteral("Compare")) == nullptr);
}

void DuplicatesPageTest::everyThingIsSaidInWords()
{
    TwinStory story;
    OpenWindow open(story.folder, story.clock);
    goToDuplicates(open);
    const ui::MergeModel& model = viewIn(open).model();
    const int row = rowOf(open, QStringLiteral("Job title"));
    QCOMPARE(model.index(row, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Job title: Buyer, kept"));
    QCOMPARE(model.index(row, 2).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Job title: Head of purchasing, not kept"));
    QCOMPARE(model.index(rowOf(open, QStringLiteral("E-mail")), 1).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("E-mail: ana.ruiz@acme.example, the same"));
    QVERIFY(model.index(ui::MergeModel::belongsRow, 2).data().toString().contains(QStringLiteral("To-dos: 1")));
}

void DuplicatesPageTest::bothNamesOfAPairAreRead()
{
    TwinStory story;
    OpenWindow open(story.folder, story.clock);
    open.window().go(QStringLiteral("duplicates"));
    open.settle();
    const QListWidget& pairs = pairsIn(open);
    const QStringList lines = pairs.item(0)->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3); // one below the other, and why
    QCOMPARE(lines[0], QStringLiteral("Ana Ruiz"));
    QCOMPARE(lines[1], QStringLiteral("Ana Ruíz Sol"));
    QVERIFY(pairs.visualItemRect(pairs.item(0)).height() >= 3 * pairs.fontMetrics().height());
    QCOMPARE(pairs.textElideMode(), Qt::ElideMiddle); // where one is too long, its end is read, too
}

void DuplicatesPageTest::pictures()
{
    const QString folder = qEnvironmentVariable("SATCHEL_TEST_PICTURES");
    if (folder.isEmpty())
        QSKIP("SATCHEL_TEST_PICTURES names no folder");
    TwinStory story;
    story.add("account", {{"name", Value("ACME GmbH")}});
    OpenWindow open(story.folder, story.clock);
    open.window().open({schema::entity("contact").number, story.ana});
    open.settle();
    open.window().grab().save(folder + QStringLiteral("/hint.png"));
    goToDuplicates(open);
    open.window().grab().save(folder + QStringLiteral("/duplicates.png"));
    open.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    open.window().grab().save(folder + QStringLiteral("/duplicates-dark.png"));
}

QTEST_MAIN(DuplicatesPageTest)
#include "DuplicatesPageTest.moc"
