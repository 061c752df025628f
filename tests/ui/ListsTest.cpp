// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/exchange/Table.h"
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/deals/PaperFiles.h"
#include "ui/records/ConditionRow.h"
#include "ui/records/ListPane.h"
#include "ui/records/ListTable.h"
#include "ui/records/PeekPanel.h"
#include "ui/records/RecordPage.h"
#include "ui/theme/Colors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStyleOptionViewItem>
#include <QTemporaryDir>
#include <QToolButton>

using namespace satchel;
using namespace satchel::test;

namespace {

struct Story : Profile {
    explicit Story(Role role = Role::SalesManager) : Profile(role)
    {
        const std::pair<const char*, const char*> accounts[] = {
            {"Alpha Hotel", "Passau"}, {"Beta Hotel", "Augsburg"}, {"Gamma Works", "Passau"}, {"Zeta Works", "Berlin"}};
        for (const auto& [name, city] : accounts)
            ids.push_back(
                add("account",
                    {{"name", Value(name)},
                     {"industry", Value(std::string(name).find("Hotel") == std::string::npos ? "Machines" : "Hotel")},
                     {"address", Value("{\"city\":\"" + std::string(city) + "\"}")},
                     {"annual_revenue", Value(city == std::string("Berlin") ? "12.50 EUR" : "2000000.00 EUR")}}));
    }
    std::vector<Id> ids;
};

struct Accounts : OpenWindow {
    explicit Accounts(Story& story) : OpenWindow(story.folder, story.clock)
    {
        window().go(QStringLiteral("account"));
        settle();
    }
    [[nodiscard]] ui::ListPane& list() { return qobject_cast<ui::RecordPage*>(window().currentPage())->list(); }
    [[nodiscard]] ui::ListTable& table() { return *list().findChild<ui::ListTable*>(); }
    [[nodiscard]] QStringList rows()
    {
        QStringList found;
        for (int i = 0; i < list().model().rowCount(); ++i)
            found << list().model().index(i, 0).data().toString();
        return found;
    }
    [[nodiscard]] QString choice() { return named<QComboBox>(QStringLiteral("Which accounts"))->currentText(); }
    void choose(const QString& box, const QString& entry)
    {
        auto* combo = named<QComboBox>(box);
        QVERIFY2(combo != nullptr, qPrintable(box));
        QVERIFY2(combo->findText(entry) >= 0, qPrintable(entry));
        combo->setCurrentIndex(combo->findText(entry));
        settle();
    }
    bool says(const QString& sentence)
    {
        for (const QLabel* label : window().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(sentence))
                return true;
        return false;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { OpenWindow::press(key, modifiers); }
    /// Ctrl+Shift+F, the field by its first letters, what it must contain, Esc.
    void narrow(const QString& field, const QString& text)
    {
        press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        type(field);
        press(Qt::Key_Tab);
        press(Qt::Key_Tab);
        type(text);
        QTest::qWait(80);
        settle();
    }
};

} // namespace

/// Lists as people make them their own: conditions that are kept, columns, headings, many records at once, files.
class ListsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("HOME", m_home.path().toUtf8()); } // files go to nobody's documents
    void conditionsAreBuiltByKeyboardAndKept();
    void everyConditionIsSeenWhole();
    void deleteTakesWhatIsShownAndNotWhatStandsInTheList();
    void aSavedListIsChangedDeletedAndTakenBack();
    void columnsAreChosenSortedAndRemembered();
    void rowsStandUnderHeadingsThatClose();
    void manyGetAnOwnerATagAStatusInOneStep();
    void takingBackLeavesWhatSomebodyChangedSince();
    void whatTheRoleMayNotIsSaidBeforehand();
    void allOfAListIsMarkedByQuestion();
    void whatIsShownBecomesAFile();
    void orOnlyWhatIsMarked();
    void spacePeeksAtARecordAndArrowsMoveOn();
    void rowsStandCloserWhereOneWantsAndStaySo();
    void aBoxToTickIsSeenInARowHighEnoughToHit();
    void singleKeysWorkBesideTheListAndNeverInABox();

private:
    QTemporaryDir m_home;
};

void ListsTest::conditionsAreBuiltByKeyboardAndKept()
{
    Story story;
    {
        Accounts open(story);
        QCOMPARE(open.rows().size(), 4);
        open.narrow(QStringLiteral("Industry"), QStringLiteral("hotel"));
        QCOMPARE(open.rows(), (QStringList{QStringLiteral("Alpha Hotel"), QStringLiteral("Beta Hotel")}));
        QCOMPARE(open.choice(), QStringLiteral("Own conditions"));
        auto* name = open.named<QLineEdit>(QStringLiteral("Name of the list"));
        QVERIFY(name != nullptr);
        name->setFocus();
        open.press(Qt::Key_Return);
        QVERIFY(open.says(QStringLiteral("Give the list a name first.")));
        open.type(QStringLiteral("My hotels"));
        open.press(Qt::Key_Return);
        QCOMPARE(open.choice(), QStringLiteral("My hotels"));
        QCOMPARE(open.rows().size(), 2);
        QVERIFY(open.table().hasFocus());
        open.window().close();
    }
    Accounts tomorrow(story);
    QCOMPARE(tomorrow.choice(), QStringLiteral("My hotels"));
    QCOMPARE(tomorrow.rows().size(), 2);
}

void ListsTest::deleteTakesWhatIsShownAndNotWhatStandsInTheList()
{
    Story story;
    Accounts open(story);
    open.press(Qt::Key_Slash);
    open.type(QStringLiteral("hotel"));
    QTRY_COMPARE(open.rows(), (QStringList{QStringLiteral("Alpha Hotel"), QStringLiteral("Beta Hotel")}));
    open.press(Qt::Key_Down);
    open.settle();
    // From the search box, say: a record that the list does not have as it is now.
    open.window().open({schema::entity("account").number, story.ids[3]});
    open.settle();
    open.press(Qt::Key_Escape);
    open.settle();
    QVERIFY(!open.list().current());
    QCOMPARE(open.window().currentPage()->currentRecord()->id, story.ids[3]);
    open.list().focusList();
    open.press(Qt::Key_Delete);
    open.settle();
    QVERIFY(!must(story.replica->find(schema::entity("account"), story.ids[3])));
    QVERIFY(must(story.replica->find(schema::entity("account"), story.ids[0])));
    QVERIFY(must(story.replica->find(schema::entity("account"), story.ids[1])));
}

void ListsTest::everyConditionIsSeenWhole()
{
    Story story;
    Accounts open(story);
    open.window().resize(1280, 720);
    const auto seen = [&open](int count) {
        const auto* room = open.named<QScrollArea>(QStringLiteral("Conditions"));
        const auto rows = open.window().findChildren<ui::ConditionRow*>();
        QVERIFY(room != nullptr);
        QCOMPARE(rows.size(), count);
        for (const ui::ConditionRow* row : rows) {
            QVERIFY2(row->height() >= row->minimumSizeHint().height(), qPrintable(QString::number(row->height())));
            QCOMPARE(row->visibleRegion().boundingRect().size(), row->size());
            QCOMPARE(row->findChild<QToolButton*>()->visibleRegion().boundingRect().size(),
                     row->findChild<QToolButton*>()->size());
        }
    };
    for (int time = 0; time < 2; ++time) { // the first and every other time
        open.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        seen(1);
        QTest::mouseClick(open.named<QPushButton>(QStringLiteral("Add condition")), Qt::LeftButton);
        open.settle();
        seen(2);
        // With Tab from the last condition to what stands below it.
        open.window().findChildren<ui::ConditionRow*>().last()->findChild<QToolButton*>()->setFocus();
        open.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), open.named<QPushButton>(QStringLiteral("Add condition")));
        open.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), open.named<QLineEdit>(QStringLiteral("Name of the list")));
        open.press(Qt::Key_Escape);
    }
}

void ListsTest::aSavedListIsChangedDeletedAndTakenBack()
{
    Story story;
    Accounts open(story);
    open.narrow(QStringLiteral("Industry"), QStringLiteral("hotel"));
    open.named<QLineEdit>(QStringLiteral("Name of the list"))->setFocus();
    open.type(QStringLiteral("Hotels"));
    open.press(Qt::Key_Return);
    open.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto* name = open.named<QLineEdit>(QStringLiteral("Name of the list"));
    QCOMPARE(name->text(), QStringLiteral("Hotels"));
    name->setFocus();
    name->selectAll();
    open.type(QStringLiteral("Houses"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.choice(), QStringLiteral("Houses"));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.choice(), QStringLiteral("Hotels"));
    open.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::mouseClick(open.named<QPushButton>(QStringLiteral("Delete list")), Qt::LeftButton);
    open.settle();
    QCOMPARE(open.choice(), QStringLiteral("All, by name"));
    QCOMPARE(open.rows().size(), 4);
    auto* choices = open.named<QComboBox>(QStringLiteral("Which accounts"));
    QCOMPARE(choices->findText(QStringLiteral("Hotels")), -1);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(choices->findText(QStringLiteral("Hotels")) > 0);
    open.choose(QStringLiteral("Which accounts"), QStringLiteral("Hotels"));
    QCOMPARE(open.rows().size(), 2);
}

void ListsTest::columnsAreChosenSortedAndRemembered()
{
    Story story;
    {
        Accounts open(story);
        QVERIFY(!open.table().horizontalHeader()->isVisible());
        open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        auto* columns = open.named<QListWidget>(QStringLiteral("Columns"));
        QVERIFY(columns != nullptr && columns->hasFocus());
        open.type(QStringLiteral("Annual"));
        open.press(Qt::Key_Space);
        columns->setCurrentItem(columns->findItems(QStringLiteral("Address: City"), Qt::MatchExactly).front());
        open.press(Qt::Key_Space);
        QCOMPARE(open.list().model().columnCount(), 3);
        QCOMPARE(open.list().model().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("City"));
        while (columns->currentRow() > 0) // to the front
            open.press(Qt::Key_Up, Qt::AltModifier);
        open.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(open.list().model().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("City"));
        QCOMPARE(open.table().columnWidth(1), 136);
        open.press(Qt::Key_Escape);
        QVERIFY(open.table().horizontalHeader()->isVisible());
        QCOMPARE(open.list().model().index(0, 1).data().toString(), QStringLiteral("Passau"));
        QTest::mouseClick(open.table().horizontalHeader()->viewport(), Qt::LeftButton, {},
                          QPoint(open.table().columnViewportPosition(1) + 20, 8));
        open.settle();
        QCOMPARE(open.rows().first(), QStringLiteral("Beta Hotel")); // Augsburg
        QTest::mouseClick(open.table().horizontalHeader()->viewport(), Qt::LeftButton, {},
                          QPoint(open.table().columnViewportPosition(1) + 20, 8));
        open.settle();
        QCOMPARE(open.rows().last(), QStringLiteral("Beta Hotel"));
        open.window().close();
    }
    Accounts tomorrow(story);
    QCOMPARE(tomorrow.list().model().columnCount(), 3);
    QCOMPARE(tomorrow.table().columnWidth(1), 136);
    QCOMPARE(tomorrow.rows().last(), QStringLiteral("Beta Hotel"));
}

void ListsTest::rowsStandUnderHeadingsThatClose()
{
    Story story;
    Accounts open(story);
    open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    open.choose(QStringLiteral("Grouped by"), QStringLiteral("Industry"));
    open.press(Qt::Key_Escape);
    QCOMPARE(open.rows(),
             (QStringList{QStringLiteral("Hotel, 2"), QStringLiteral("Alpha Hotel"), QStringLiteral("Beta Hotel"),
                          QStringLiteral("Machines, 2"), QStringLiteral("Gamma Works"), QStringLiteral("Zeta Works")}));
    open.press(Qt::Key_Home);
    open.press(Qt::Key_Up);
    open.table().setCurrentIndex(open.list().model().index(0, 0));
    open.press(Qt::Key_Left);
    QCOMPARE(open.rows(), (QStringList{QStringLiteral("Hotel, 2"), QStringLiteral("Machines, 2"),
                                       QStringLiteral("Gamma Works"), QStringLiteral("Zeta Works")}));
    QCOMPARE(open.list().model().recordCount(), 4);
    open.press(Qt::Key_Right);
    QCOMPARE(open.rows().size(), 6);
}

void ListsTest::manyGetAnOwnerATagAStatusInOneStep()
{
    Story story;
    story.set("account", story.ids[1], {{"status", Value("customer")}});
    Accounts open(story);
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    open.press(Qt::Key_Up, Qt::ShiftModifier);
    open.press(Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(open.says(QStringLiteral("3 marked")));
    open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    open.choose(QStringLiteral("Field to change"), QStringLiteral("Status"));
    open.choose(QStringLiteral("Status"), QStringLiteral("Customer"));
    Q_EMIT open.named<QComboBox>(QStringLiteral("Status"))->activated(1);
    QTest::qWait(120);
    open.settle();
    QVERIFY(open.says(QStringLiteral("2 will change, 1 ha")));
    open.named<QComboBox>(QStringLiteral("Field to change"))->setFocus();
    open.press(Qt::Key_Return);
    QTest::qWait(60);
    open.settle();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(story.value("account", story.ids[static_cast<std::size_t>(i)], "status"), Value("customer"));
    QCOMPARE(story.value("account", story.ids[3], "status"), Value("prospect"));
    QVERIFY(!open.says(QStringLiteral("3 marked")));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QTest::qWait(60);
    open.settle();
    QCOMPARE(story.value("account", story.ids[0], "status"), Value("prospect"));
    QCOMPARE(story.value("account", story.ids[1], "status"), Value("customer")); // it had it before
    QCOMPARE(story.value("account", story.ids[2], "status"), Value("prospect"));
}

void ListsTest::takingBackLeavesWhatSomebodyChangedSince()
{
    Story story;
    Accounts open(story);
    const Entity& account = schema::entity("account");
    const std::size_t industry = *account.indexOf("industry");
    std::vector<RowKey> rows;
    for (const Id& id : story.ids)
        rows.push_back({account.number, id});
    const auto all = [&](const Record& record) -> Result<std::optional<Edit>> {
        return std::optional(Edit{.kind = OperationKind::Update,
                                  .entity = &account,
                                  .id = record.id,
                                  .values = {{industry, Value("Leisure")}}});
    };
    open.desk().undo.runApart(QStringLiteral("Changed the industry"), rows, all);
    QTest::qWait(60);
    open.settle();
    QCOMPARE(story.value("account", story.ids[2], "industry"), Value("Leisure"));
    story.set("account", story.ids[0], {{"industry", Value("Spa")}}); // a newer edit
    QString sentence;
    connect(&open.desk().undo, &ui::UndoHistory::undone, this, [&](const QString& said) { sentence = said; });
    open.desk().undo.undo();
    QTest::qWait(60);
    open.settle();
    QCOMPARE(story.value("account", story.ids[0], "industry"), Value("Spa"));
    QCOMPARE(story.value("account", story.ids[1], "industry"), Value("Hotel"));
    QCOMPARE(story.value("account", story.ids[3], "industry"), Value("Machines"));
    QVERIFY2(sentence.contains(QStringLiteral("changed since")), qPrintable(sentence));
    open.desk().undo.redo();
    QTest::qWait(60);
    open.settle();
    QCOMPARE(story.value("account", story.ids[0], "industry"), Value("Spa"));
    QCOMPARE(story.value("account", story.ids[1], "industry"), Value("Leisure"));
}

void ListsTest::whatTheRoleMayNotIsSaidBeforehand()
{
    Story story(Role::SalesManager);
    auto identity = *must(story.replica->identity());
    identity.role = Role::Marketing; // may look at accounts
    must(story.replica->setIdentity(identity));
    Accounts open(story);
    open.press(Qt::Key_A, Qt::ControlModifier);
    open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.named<QComboBox>(QStringLiteral("Field to change")) == nullptr);
    QVERIFY(open.says(QStringLiteral("Your role may not change these.")));
}

void ListsTest::allOfAListIsMarkedByQuestion()
{
    Story story;
    for (int i = 0; i < 320; ++i)
        story.ids.push_back(
            story.add("account", {{"name", Value("Inn " + std::to_string(i))}, {"industry", Value("Inn")}}));
    Accounts open(story);
    open.narrow(QStringLiteral("Industry"), QStringLiteral("Inn"));
    open.press(Qt::Key_Escape);
    QCOMPARE(open.list().model().recordCount(), 320);
    open.press(Qt::Key_A, Qt::ControlModifier);
    open.press(Qt::Key_Space, Qt::ControlModifier); // but this one
    QVERIFY(open.says(QStringLiteral("319 marked")));
    open.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    open.choose(QStringLiteral("Field to change"), QStringLiteral("Tags"));
    auto* tags = open.named<QPlainTextEdit>(QStringLiteral("Tags"));
    QVERIFY(tags != nullptr);
    tags->setFocus();
    open.type(QStringLiteral("mailing"));
    open.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(open.list().model().markedCount() == 0, 20000);
    open.settle();
    int tagged = 0;
    for (const Id& id : story.ids)
        tagged += story.value("account", id, "tags") == Value(R"(["mailing"])") ? 1 : 0;
    QCOMPARE(tagged, 319);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(story.value("account", story.ids.back(), "tags").isNull() &&
                                 story.value("account", story.ids[300], "tags").isNull(),
                             20000);
}

void ListsTest::whatIsShownBecomesAFile()
{
    Story story;
    Accounts open(story);
    open.narrow(QStringLiteral("Industry"), QStringLiteral("hotel"));
    open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    auto* columns = open.named<QListWidget>(QStringLiteral("Columns"));
    columns->setCurrentItem(columns->findItems(QStringLiteral("Address: City"), Qt::MatchExactly).front());
    open.press(Qt::Key_Space);
    open.choose(QStringLiteral("Sorted by"), QStringLiteral("Address: City"));
    open.press(Qt::Key_Escape);
    open.press(Qt::Key_E, Qt::ControlModifier);
    open.press(Qt::Key_Return);
    open.settle();
    QVERIFY(open.says(QStringLiteral("Wrote 2 rows.")));
    const QDir folder(ui::papersFolder());
    const QStringList files = folder.entryList({QStringLiteral("Accounts*.xlsx")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    const Table table = must(readTable(must(readFile(folder.filePath(files.first()).toStdString()))));
    QCOMPARE(table.header, (std::vector<std::string>{"Name", "City"}));
    QCOMPARE(table.rows.size(), std::size_t{2});
    QCOMPARE(table.rows[0].cells[0], std::string("Beta Hotel"));
    QCOMPARE(table.rows[0].cells[1], std::string("Augsburg"));
    QCOMPARE(table.rows[1].cells[0], std::string("Alpha Hotel"));
}

void ListsTest::orOnlyWhatIsMarked()
{
    Story story;
    Accounts open(story);
    const QDir folder(ui::papersFolder());
    for (const QString& file : folder.entryList({QStringLiteral("Accounts*.xlsx")}, QDir::Files))
        QFile::remove(folder.filePath(file));
    open.press(Qt::Key_Space, Qt::ControlModifier);
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Down);
    open.press(Qt::Key_Space, Qt::ControlModifier);
    open.press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(open.says(QStringLiteral("Export 2 rows as")));
    auto* only = open.named<QCheckBox>(QStringLiteral("Only the 2 marked"));
    QVERIFY(only != nullptr && only->isChecked());
    open.press(Qt::Key_Return);
    open.settle();
    QVERIFY(open.says(QStringLiteral("Wrote 2 rows.")));
    const QStringList files = folder.entryList({QStringLiteral("Accounts*.xlsx")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    const Table table = must(readTable(must(readFile(folder.filePath(files.first()).toStdString()))));
    QCOMPARE(table.rows.size(), std::size_t{2});
    QCOMPARE(table.rows[0].cells[0], std::string("Alpha Hotel"));
    QCOMPARE(table.rows[1].cells[0], std::string("Gamma Works"));
    only->setChecked(false); // all the same
    QVERIFY(open.says(QStringLiteral("Export 4 rows as")));
    open.press(Qt::Key_Return);
    open.settle();
    QVERIFY(open.says(QStringLiteral("Wrote 4 rows.")));
}

void ListsTest::spacePeeksAtARecordAndArrowsMoveOn()
{
    Story story;
    story.set("account", story.ids[0], {{"phone", Value("+34 (96) 835-66-78")}});
    story.add("task", {{"title", Value("Send the catalogue")}, {"account", Value(story.ids[0])}});
    Accounts open(story);
    const auto* peek = open.list().findChild<ui::PeekPanel*>();
    QVERIFY(!peek->isVisible());
    const QModelIndex before = open.table().currentIndex();
    open.press(Qt::Key_Space);
    QVERIFY(peek->isVisible());
    QVERIFY(open.table().hasFocus());
    QVERIFY2(peek->accessibleDescription().contains(QStringLiteral("Alpha Hotel")),
             qPrintable(peek->accessibleDescription()));
    QVERIFY(peek->accessibleDescription().contains(QStringLiteral("Phone: +34 968 35 66 78")));
    QVERIFY(peek->accessibleDescription().contains(QStringLiteral("To do: Send the catalogue")));
    QVERIFY(peek->height() >= peek->minimumSizeHint().height());
    QVERIFY(open.table().viewport()->rect().contains(open.table().visualRect(open.table().currentIndex())));
    open.press(Qt::Key_Down);
    QVERIFY2(peek->accessibleDescription().contains(QStringLiteral("Beta Hotel")),
             qPrintable(peek->accessibleDescription()));
    open.press(Qt::Key_Escape);
    QVERIFY(!peek->isVisible());
    QCOMPARE(open.table().currentIndex().row(), before.row() + 1); // and one is where one was
    QVERIFY(!open.window().currentPage()->isOpened());
    open.press(Qt::Key_Space);
    QVERIFY(peek->isVisible());
    open.press(Qt::Key_Space);
    QVERIFY(!peek->isVisible());
    open.press(Qt::Key_Space);
    open.press(Qt::Key_Return);
    QVERIFY(open.window().currentPage()->isOpened());
    open.press(Qt::Key_Escape);
    QVERIFY(!peek->isVisible());
}

void ListsTest::rowsStandCloserWhereOneWantsAndStaySo()
{
    Story story;
    {
        Accounts open(story);
        QCOMPARE(open.table().rowHeight(0), 56);
        open.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(open.table().rowHeight(0), 44);
        for (const QTableView* each : open.window().findChildren<QTableView*>())
            QVERIFY2(each->verticalHeader()->defaultSectionSize() <= 44, qPrintable(each->accessibleName()));
        open.window().close();
    }
    {
        Accounts again(story);
        QCOMPARE(again.table().rowHeight(0), 44);
        again.press(Qt::Key_K, Qt::ControlModifier);
        again.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(again.table().rowHeight(0), 56);
        again.window().close();
    }
}

void ListsTest::aBoxToTickIsSeenInARowHighEnoughToHit()
{
    Story story;
    Accounts open(story);
    for (const ui::Theme::Choice choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
        open.theme().apply(choice);
        open.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        auto* columns = open.named<QListWidget>(QStringLiteral("Columns"));
        QVERIFY(columns->visualItemRect(columns->item(1)).height() >= 28);
        columns->item(1)->setCheckState(Qt::Checked);
        QStyleOptionViewItem option;
        option.initFrom(columns);
        option.rect = columns->visualItemRect(columns->item(1));
        option.features = QStyleOptionViewItem::HasCheckIndicator;
        const QRect box = columns->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, columns);
        const QImage shot = columns->viewport()->grab(box).toImage();
        const QColor accent = (choice == ui::Theme::Choice::Dark ? ui::darkColors() : ui::lightColors()).accent;
        int filled = 0;
        for (int y = 0; y < shot.height(); ++y)
            for (int x = 0; x < shot.width(); ++x)
                filled += shot.pixelColor(x, y) == accent ? 1 : 0;
        QVERIFY2(filled > 80, qPrintable(QString::number(filled)));
        columns->item(1)->setCheckState(Qt::Unchecked);
        open.press(Qt::Key_Escape);
    }
}

void ListsTest::singleKeysWorkBesideTheListAndNeverInABox()
{
    Story story;
    Accounts accounts(story);
    // A letter in the box above the list goes to the choice that begins with it, and begins no new account.
    auto* box = accounts.named<QComboBox>(QStringLiteral("Which accounts"));
    box->setFocus();
    accounts.press(Qt::Key_N);
    QVERIFY(accounts.named<QLineEdit>(QStringLiteral("Name")) == nullptr);
    accounts.press(Qt::Key_M);
    QCOMPARE(accounts.window().currentPage()->id(), QStringLiteral("account")); // M would lead to its duplicates
    // With the keyboard on the rail the page's keys work, without a click into the list.
    accounts.named<QPushButton>(QStringLiteral("Accounts"))->setFocus();
    accounts.press(Qt::Key_N);
    QVERIFY(accounts.named<QLineEdit>(QStringLiteral("Name")) != nullptr);
    // In a panel a letter is text, also where no line to type into has the keyboard.
    for (QPushButton* button : accounts.window().findChildren<QPushButton*>())
        if (button->isVisible() && button->text().contains(QStringLiteral("Add")))
            button->setFocus();
    accounts.press(Qt::Key_M);
    QCOMPARE(accounts.window().currentPage()->id(), QStringLiteral("account"));
}

QTEST_MAIN(ListsTest)
#include "ListsTest.moc"
