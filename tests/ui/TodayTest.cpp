// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window/OpenWindow.h"
#include "tests/support/world/Profile.h"
#include "ui/records/LogPreview.h"
#include "ui/today/AgendaView.h"
#include "ui/today/CalendarView.h"
#include "ui/today/CustomerGlance.h"
#include "ui/today/TodayPage.h"
#include "ui/widgets/Badge.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStyleOptionButton>

using namespace satchel;
using namespace satchel::test;

/// The day with its keys, the line that logs a call, and the calendar. It is Sunday, 22 November 2026, 9:30 UTC.
class TodayTest : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void dialled(const QUrl& url) { m_dialled = url; }

private:
    QUrl m_dialled;

private Q_SLOTS:
    void theDayStandsInItsOrder();
    void whoHasHundredsOverdueSeesTodayAllTheSame();
    void whatIsAskedForLaterKeepsNobodyWaiting();
    void loggingACallWithItsFollowUpTakesAFewKeys();
    void aVisitToComeIsPlanned();
    void whatIsDoubtfulMakesNoToDoAndSaysSo();
    void aLineAboutALeadCountsAsAnAnswer();
    void doneAndPutOffTakeOneOrTwoKeys();
    void anApprovalOrALeadIsNotPutOff();
    void aNextStepIsAddedWithoutLeavingTheDay();
    void theCustomerIsSeenAtAGlance();
    void aQuoteIsAskedForTheCustomersAccount();
    void theCalendarGoesFromWeekToMonthToTheDay();
    void aManagerSeesTheDaysOfThePeopleBelow();
};

namespace {

constexpr std::int64_t hour = HandEnvironment::hour;

struct Story : Profile {
    Story()
    {
        account =
            add("account",
                {{"name", Value("Acme")}, {"phone", Value("+49 30 1234567")}, {"next_step", Value("Send offer")}});
        ana = add("contact", {{"first_name", Value("Ana")}, {"last_name", Value("Ruiz")}, {"account", Value(account)}});
        start = clock.now();
    }
    Id task(const char* title, const char* due, const char* priority = "normal")
    {
        return add(
            "task",
            {{"title", Value(title)}, {"due", Value(due)}, {"priority", Value(priority)}, {"account", Value(account)}});
    }
    Id visit(const char* subject, Milliseconds starts)
    {
        return add("activity", {{"kind", Value("visit")},
                                {"status", Value("planned")},
                                {"subject", Value(subject)},
                                {"starts", Value(std::int64_t{starts})},
                                {"account", Value(account)}});
    }
    std::vector<Record> all(const char* entity)
    {
        return must(replica->list({.entity = &schema::entity(entity), .search = {}, .after = {}})).rows;
    }
    Id account;
    Id ana;
    Milliseconds start = 0;
};

QStringList rowsOf(OpenWindow& open)
{
    QStringList rows;
    const auto* view = open.window().findChild<ui::AgendaView*>();
    for (int i = 0; i < view->model()->rowCount(); ++i)
        rows << view->model()->index(i, 0).data().toString();
    return rows;
}

QStringList chipsIn(OpenWindow& open)
{
    QStringList chips;
    for (const auto* preview : open.window().findChildren<ui::LogPreview*>())
        for (const auto* chip : preview->findChildren<ui::Pill*>())
            if (chip->isVisible())
                chips << chip->accessibleName();
    return chips;
}

bool says(OpenWindow& open, const QString& sentence)
{
    for (const auto* label : open.window().findChildren<QLabel*>())
        if (label->isVisible() && label->text() == sentence)
            return true;
    return false;
}

} // namespace

void TodayTest::theDayStandsInItsOrder()
{
    Story story;
    story.task("Send brochure", "2026-11-20");
    story.task("Escalated: call Acme", "2026-11-21", "high");
    story.task("Follow up on offer", "2026-11-22");
    story.task("Ask for order", "2026-11-25");
    story.visit("Visit the plant", story.start + 4 * hour);
    story.add("lead", {{"name", Value("Cem Aks")}, {"respond_by", Value(std::int64_t{story.start + 2 * hour})}});
    story.add("lead", {{"name", Value("Dora Ek")}, {"respond_by", Value(std::int64_t{story.start + 72 * hour})}});
    OpenWindow open(story.folder, story.clock);
    const QStringList expected = {QStringLiteral("Overdue"),
                                  QStringLiteral("Escalated: call Acme"),
                                  QStringLiteral("Send brochure"),
                                  QStringLiteral("Visits and calls, Sunday 22 November"),
                                  QStringLiteral("Visit the plant"),
                                  QStringLiteral("Follow-ups, today"),
                                  QStringLiteral("Follow up on offer"),
                                  QStringLiteral("Leads that wait for an answer"),
                                  QStringLiteral("Cem Aks"),
                                  QStringLiteral("Next 7 days"),
                                  QStringLiteral("Ask for order")};
    QCOMPARE(rowsOf(open), expected);
}

void TodayTest::whoHasHundredsOverdueSeesTodayAllTheSame()
{
    Story story;
    std::vector<std::vector<Edit>> actions;
    for (int i = 0; i < ui::wholeAgenda + 50; ++i)
        actions.push_back({Profile::edit(OperationKind::Create, "task", {},
                                         {{"title", Value("Old " + std::to_string(i))}, {"due", "2026-11-02"}})});
    must(story.replica->commitAll(actions));
    story.task("Escalated: call Acme", "2026-11-21", "high");
    story.task("Follow up on offer", "2026-11-22");
    OpenWindow open(story.folder, story.clock);
    const QStringList rows = rowsOf(open);
    QCOMPARE(rows.mid(0, 3), (QStringList{QStringLiteral("Overdue (251 in all)"),
                                          QStringLiteral("Escalated: call Acme"), QStringLiteral("Old 0")}));
    QCOMPARE(rows.size(), 1 + 1 + ui::wholeAgenda + 2);
    QCOMPARE(rows.mid(rows.size() - 2),
             (QStringList{QStringLiteral("Follow-ups, today"), QStringLiteral("Follow up on offer")}));
}

void TodayTest::whatIsAskedForLaterKeepsNobodyWaiting()
{
    Story story;
    ui::ReplicaReader reader(story.folder, story.clock);
    QStringList answered;
    const auto answer = [&](const QString& name) { return [&answered, name](bool) { answered << name; }; };
    const auto look = [](Replica& replica) { return replica.isReadOnly(); };
    QSemaphore disk; // the first answer waits for it
    reader.ask(
        this,
        [&](Replica& replica) {
            disk.acquire();
            return replica.isReadOnly();
        },
        answer(QStringLiteral("page")));
    reader.askLater(this, look, answer(QStringLiteral("rest of it")));
    reader.ask(this, look, answer(QStringLiteral("customer")));
    QVERIFY(!reader.isCaughtUp());
    disk.release();
    QTRY_VERIFY(reader.isIdle());
    QCOMPARE(answered, (QStringList{QStringLiteral("page"), QStringLiteral("customer"), QStringLiteral("rest of it")}));
}

void TodayTest::loggingACallWithItsFollowUpTakesAFewKeys()
{
    Story story;
    OpenWindow open(story.folder, story.clock);
    int keys = 0;
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        ++keys;
        open.press(key, modifiers);
    };
    press(Qt::Key_K, Qt::ControlModifier);
    open.type(QStringLiteral("acm"));
    keys += 3;
    press(Qt::Key_Return);
    press(Qt::Key_L);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Log a call or note"));
    open.type(QStringLiteral("called Ana, wants price for 40, back Tue"));
    const QStringList chips = {QStringLiteral("Call"), QStringLiteral("Ana Ruiz"), QStringLiteral("now"),
                               QStringLiteral("To-do Tue 24 Nov")};
    QCOMPARE(chipsIn(open), chips);
    QVERIFY(story.all("activity").empty()); // only shown so far
    press(Qt::Key_Return);
    QVERIFY2(keys <= 12, qPrintable(QString::number(keys)));

    const auto activities = story.all("activity");
    QCOMPARE(activities.size(), std::size_t{1});
    QCOMPARE(activities[0].value("kind"), Value("call"));
    QCOMPARE(activities[0].value("status"), Value("done"));
    QCOMPARE(activities[0].value("account"), Value(story.account));
    QCOMPARE(activities[0].value("contact"), Value(story.ana));
    const auto tasks = story.all("task");
    QCOMPARE(tasks.size(), std::size_t{1});
    QCOMPARE(tasks[0].value("title"), Value("Follow up: Ana, wants price for 40"));
    QCOMPARE(tasks[0].value("due"), Value("2026-11-24"));
    QCOMPARE(tasks[0].value("account"), Value(story.account));

    open.press(Qt::Key_Z, Qt::ControlModifier); // both are one step
    QVERIFY(story.all("activity").empty());
    QVERIFY(story.all("task").empty());
}

void TodayTest::aVisitToComeIsPlanned()
{
    Story story;
    story.task("Call Acme", "2026-11-22");
    OpenWindow open(story.folder, story.clock);
    open.press(Qt::Key_L);
    open.type(QStringLiteral("tomorrow 10am visit to Ana"));
    const QStringList chips = chipsIn(open);
    QVERIFY2(chips.contains(QStringLiteral("Visit")) && chips.contains(QStringLiteral("Planned")),
             qPrintable(chips.join(QLatin1Char('|'))));
    QVERIFY(!chips.contains(QStringLiteral("No to-do")));
    open.press(Qt::Key_Return);
    const auto activities = story.all("activity");
    QCOMPARE(activities.size(), std::size_t{1});
    QCOMPARE(activities[0].value("kind"), Value("visit"));
    QCOMPARE(activities[0].value("status"), Value("planned"));
    QCOMPARE(activities[0].value("subject"), Value("Visit to Ana"));
    QCOMPARE(activities[0].value("contact"), Value(story.ana));
    QVERIFY(activities[0].value("starts").integer() > story.clock.now());
    QCOMPARE(story.all("task").size(), std::size_t{1}); // no other to-do
}

void TodayTest::whatIsDoubtfulMakesNoToDoAndSaysSo()
{
    Story story;
    story.task("Call Acme", "2026-11-22");
    OpenWindow open(story.folder, story.clock);
    open.press(Qt::Key_L); // straight from the row
    open.type(QStringLiteral("called Ana, back Sunday"));
    QVERIFY(chipsIn(open).contains(QStringLiteral("No to-do")));
    QVERIFY(says(open, QStringLiteral("\"back Sunday\" could be two days. Write the date, such as 1 December.")));
    open.press(Qt::Key_Return);
    QCOMPARE(story.all("activity").size(), std::size_t{1});
    QCOMPARE(story.all("task").size(), std::size_t{1});
    QVERIFY(open.window().findChild<ui::AgendaView*>()->hasFocus()); // on with the day
}

void TodayTest::aLineAboutALeadCountsAsAnAnswer()
{
    Story story;
    const Id lead =
        story.add("lead", {{"name", Value("Cem Aks")}, {"respond_by", Value(std::int64_t{story.start + hour})}});
    OpenWindow open(story.folder, story.clock);
    QVERIFY(rowsOf(open).contains(QStringLiteral("Cem Aks")));
    open.press(Qt::Key_L);
    open.type(QStringLiteral("called, wants a visit"));
    open.press(Qt::Key_Return);
    QCOMPARE(story.value("lead", lead, "status"), Value("contacted"));
    QCOMPARE(story.value("lead", lead, "touches"), Value(std::int64_t{1}));
    QVERIFY(!rowsOf(open).contains(QStringLiteral("Cem Aks")));
}

void TodayTest::doneAndPutOffTakeOneOrTwoKeys()
{
    Story story;
    const Id first = story.task("First", "2026-11-22", "high");
    const Id second = story.task("Second", "2026-11-22", "normal");
    const Id third = story.task("Third", "2026-11-22", "low");
    const Id visit = story.visit("Visit", story.start + 4 * hour);
    OpenWindow open(story.folder, story.clock);
    open.press(Qt::Key_S); // the visit comes first
    open.press(Qt::Key_M);
    QCOMPARE(story.value("activity", visit, "starts"), Value(std::int64_t{story.start + 28 * hour}));
    open.press(Qt::Key_Home);
    open.press(Qt::Key_Down);
    open.press(Qt::Key_D);
    QCOMPARE(story.value("task", first, "done"), Value(std::int64_t{1}));
    QCOMPARE(story.value("task", first, "done_on"), Value("2026-11-22"));
    open.press(Qt::Key_S);
    open.press(Qt::Key_W);
    QCOMPARE(story.value("task", second, "due"), Value("2026-11-29"));
    open.press(Qt::Key_S);
    open.press(Qt::Key_D);
    open.type(QStringLiteral("in 2 weeks"));
    open.press(Qt::Key_Return);
    QCOMPARE(story.value("task", third, "due"), Value("2026-12-06"));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(story.value("task", third, "due"), Value("2026-11-22"));
    open.press(Qt::Key_S);
    open.press(Qt::Key_Escape);
    QCOMPARE(story.value("task", third, "due"), Value("2026-11-22"));
    QVERIFY(open.window().findChild<ui::AgendaView*>()->hasFocus());
}

void TodayTest::anApprovalOrALeadIsNotPutOff()
{
    Story story;
    const Id lead =
        story.add("lead", {{"name", Value("Cem Aks")}, {"respond_by", Value(std::int64_t{story.start + hour})}});
    OpenWindow open(story.folder, story.clock);
    open.press(Qt::Key_S);
    QVERIFY(says(open, QStringLiteral("This cannot be put off: somebody waits for your answer.")));
    open.press(Qt::Key_D);
    QCOMPARE(story.value("lead", lead, "status"), Value("new"));
}

void TodayTest::aNextStepIsAddedWithoutLeavingTheDay()
{
    Story story;
    story.task("Call Acme", "2026-11-22");
    OpenWindow open(story.folder, story.clock);
    open.press(Qt::Key_N);
    open.type(QStringLiteral("Send the offer"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.window().currentPage()->id(), QStringLiteral("today"));
    bool found = false;
    for (const Record& task : story.all("task"))
        if (task.value("title") == Value("Send the offer")) {
            QCOMPARE(task.value("account"), Value(story.account));
            found = true;
        }
    QVERIFY(found);
}

void TodayTest::theCustomerIsSeenAtAGlance()
{
    Story story;
    story.task("Call Acme", "2026-11-22");
    story.add("activity",
              {{"kind", Value("visit")}, {"subject", Value("Saw the plant")}, {"account", Value(story.account)}});
    OpenWindow open(story.folder, story.clock);
    const auto* glance = open.window().findChild<ui::CustomerGlance*>();
    QCOMPARE(glance->content().name, QStringLiteral("Acme"));
    QCOMPARE(glance->content().nextStep, QStringLiteral("Send offer"));
    QVERIFY(glance->content().lastContact.contains(QStringLiteral("9:30")));
    auto* phone = open.named<QPushButton>(QStringLiteral("Call +49 30 1234567"));
    QVERIFY(phone != nullptr);
    QStyleOptionButton drawn; // its number stands under the other facts
    drawn.initFrom(phone);
    QVERIFY(phone->style()->subElementRect(QStyle::SE_PushButtonContents, &drawn, phone).left() <= 1);
    QDesktopServices::setUrlHandler(QStringLiteral("tel"), this, "dialled");
    phone->click();
    QDesktopServices::unsetUrlHandler(QStringLiteral("tel"));
    QCOMPARE(m_dialled, QUrl(QStringLiteral("tel:+49301234567")));
}

void TodayTest::aQuoteIsAskedForTheCustomersAccount()
{
    Story story;
    story.add("task", {{"title", Value("Call Ana")}, {"due", Value("2026-11-22")}, {"contact", Value(story.ana)}});
    OpenWindow open(story.folder, story.clock);
    Id wanted;
    connect(qobject_cast<ui::TodayPage*>(open.window().currentPage()), &ui::TodayPage::quoteWanted, this,
            [&](const Id& account) { wanted = account; });
    open.press(Qt::Key_Q);
    QCOMPARE(wanted, story.account);
}

void TodayTest::theCalendarGoesFromWeekToMonthToTheDay()
{
    Story story;
    story.visit("Visit the plant", story.start + 24 * hour);
    story.task("Follow up", "2026-11-24");
    OpenWindow open(story.folder, story.clock);
    open.press(Qt::Key_C);
    auto* calendar = open.window().findChild<ui::CalendarView*>();
    QVERIFY(calendar->hasFocus());
    QCOMPARE(calendar->span(), ui::CalendarView::Span::Week);
    open.press(Qt::Key_Right);
    QCOMPARE(calendar->accessibleName(), QStringLiteral("Calendar: Monday 23 November, one entry"));
    QVERIFY(calendar->accessibleDescription().contains(QStringLiteral("Visit the plant")));
    open.press(Qt::Key_C);
    QCOMPARE(calendar->span(), ui::CalendarView::Span::Month);
    open.press(Qt::Key_Right);
    open.press(Qt::Key_Return);
    QCOMPARE(open.window().currentPage()->title(), QStringLiteral("Tuesday 24 November"));
    const QStringList expected = {QStringLiteral("Follow-ups, Tuesday 24 November"), QStringLiteral("Follow up")};
    QCOMPARE(rowsOf(open), expected);
    open.press(Qt::Key_Escape);
    QCOMPARE(open.window().currentPage()->title(), QStringLiteral("Today"));
}

void TodayTest::aManagerSeesTheDaysOfThePeopleBelow()
{
    Profile profile(Role::Administrator); // who may write the directory
    const auto add = [&](const char* entity, std::vector<std::pair<const char*, Value>> values) {
        return profile.add(entity, values);
    };
    const Id north = add("territory", {{"name", "North"}, {"code", "N"}});
    const Id coast = add("territory", {{"name", "Coast"}, {"code", "NC"}, {"parent", north}});
    const Id south = add("territory", {{"name", "South"}, {"code", "S"}});
    const auto user = [&](const char* login, const char* name, const char* role, const Id& territory) {
        return add("user", {{"login", login},
                            {"name", name},
                            {"role", role},
                            {"territories", Value("[\"" + territory.toString() + "\"]")}});
    };
    const Id mia = user("mia", "Mia Berg", "sales_manager", north);
    const Id ben = user("ben", "Ben Ode", "salesperson", coast);
    const Id sol = user("sol", "Sol Sur", "salesperson", south);
    for (const Id& who : {mia, ben, sol})
        add("task", {{"title", "Call"}, {"due", "2026-11-24"}, {"assignee", who}});
    const QDate day(2026, 11, 24);
    const auto whose = [&](const Id& me) {
        QStringList names;
        auto calendar = ui::loadCalendar(*profile.replica, me, day, day);
        for (const ui::CalendarEntry& entry : calendar[day])
            names << entry.who;
        names.sort();
        return names;
    };
    const QStringList hers = {QString(), QStringLiteral("Ben")}; // her own without a name
    QCOMPARE(whose(mia), hers);
    QCOMPARE(whose(ben), QStringList{QString()});
    QCOMPARE(ui::loadWeek(*profile.replica, mia, ui::weekOf(day)).value(day), 2);
    QCOMPARE(ui::loadWeek(*profile.replica, ben, ui::weekOf(day)).value(day), 1);
}

QTEST_MAIN(TodayTest)
#include "TodayTest.moc"
