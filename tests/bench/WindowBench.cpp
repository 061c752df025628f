// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/GlobalSearch.h"
#include "core/store/SearchText.h"
#include "tests/bench/EmptyWindow.h"
#include "tests/bench/Glass.h"
#include "tests/bench/LargeCompany.h"
#include "tests/bench/Plain.h"
#include "tests/bench/Stage.h"
#include "tests/support/window/OpenWindow.h"
#include "ui/quotes/QuoteEditor.h"
#include "ui/quotes/QuoteFoot.h"
#include "ui/quotes/QuoteGrid.h"
#include "ui/quotes/QuoteModel.h"
#include "ui/quotes/QuotesPage.h"
#include "ui/records/ListPane.h"
#include "ui/records/RecordDetail.h"
#include "ui/records/RecordPage.h"
#include "ui/shell/SearchBox.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QListWidget>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTableView>
#include <QtGlobal>

#include <fcntl.h>
#include <unistd.h>

// The window on a laptop with the demo company at --scale (100: a million contacts), without a screen. The limit is
// SQLite answering the same question, or an empty Qt window doing the same. What a person is promised are times; of one
// machine they say little, the ratios more.

namespace satchel::bench {

using test::must;

namespace {

QString ownProgram(const char* name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QString::fromLatin1(name);
}

/// The true window with its threads, and the glass to look at it.
struct Office {
    explicit Office(const std::string& folder)
        : open(folder, environment),
          glass([this] { return open.desk().reader.isIdle() && open.desk().writer.isIdle(); })
    {}

    Glass::Seen press(QWidget* part, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int quiet = 15,
                      const std::function<bool()>& shows = {})
    {
        return glass.watch([&] { QTest::keyClick(target(), key, modifiers); }, part, std::chrono::milliseconds(quiet),
                           shows);
    }
    Glass::Seen type(QWidget* part, QChar letter)
    {
        return glass.watch(
            [&] { // QTest knows the keys of ASCII only
                QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(letter));
                QApplication::sendEvent(target(), &press);
            },
            part);
    }
    template <typename Page>
    Page& page(const char* id)
    {
        open.window().activateWindow(); // another one may have been measured, and has left it without the keys
        open.window().go(QString::fromLatin1(id));
        open.settle();
        return *qobject_cast<Page*>(open.window().currentPage());
    }
    QWidget* target() { return QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &open.window(); }

    SystemEnvironment environment;
    test::OpenWindow open;
    Glass glass;
};

/// Starts a program until it says that it is usable: milliseconds, and its memory then.
std::pair<double, double> startUntilUsable(const QString& program, const QStringList& arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("SATCHEL_PASSWORD"), QStringLiteral("demo")); // no keyring is asked
    process.setProcessEnvironment(environment);
    QByteArray said;
    const double took = milliseconds([&] {
        process.start(program, arguments);
        while (!said.contains('\n'))
            if (!process.waitForReadyRead(60000))
                qFatal("%s did not become usable.", qPrintable(program));
            else
                said += process.readAllStandardOutput();
    });
    const double used = residentMegabytes(process.processId());
    if (!process.waitForFinished(5000)) // the empty window stays; a profile wants to be closed
        process.terminate();
    process.waitForFinished(60000);
    return {took, used};
}

/// Takes a folder's files out of the system's cache, as after a night: the next reader waits for the disk.
void coolDown(const std::string& folder)
{
    QDirIterator files(QString::fromStdString(folder), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const int file = ::open(files.next().toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        (void)::fdatasync(file); // what is not yet written stays
        (void)::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

void measureStart(const std::string& folder, const Request& request, Report& report)
{
    Line start{.name = "start to a usable window", .most = 400.0};
    Line cold{.name = "  the profile not in the cache", .most = 400.0};
    Line memory{.name = "  memory then", .unit = "MiB", .most = 200.0};
    const QStringList arguments{QStringLiteral("--profile"), QString::fromStdString(folder),
                                QStringLiteral("--measure-start")};
    for (int i = 0; i < std::max(request.runs, 5); ++i) {
        const auto [bare, least] = startUntilUsable(ownProgram("satchel-bench"), {QStringLiteral("--empty-window")});
        coolDown(folder);
        cold.product.add(startUntilUsable(ownProgram("satchel"), arguments).first);
        cold.limit.add(bare);
        const auto [took, used] = startUntilUsable(ownProgram("satchel"), arguments);
        start.product.add(took);
        start.limit.add(bare);
        memory.product.add(used);
        memory.limit.add(least);
    }
    start.note = "process, profile, window, today's page painted; the files are in the system's cache";
    cold.note = "every page of the database comes from the disk; programs and libraries do not";
    report.add(std::move(start));
    report.add(std::move(cold));
    report.add(std::move(memory));
}

// Ctrl+K, and every letter of several names.
void measureTyping(Office& office, const Request& request, Report& report)
{
    Line line{.name = "search: from a key to painted results", .mostP99 = 33.0};
    Line hitch{.name = "  window's thread busy", .mostP99 = 16.0};
    SystemEnvironment environment;
    const auto replica = must(Replica::open(office.open.desk().reader.folder(), environment));
    std::vector<std::unique_ptr<PlainStatement>> bare;
    for (const char* entity : GlobalSearch::kinds()) {
        const std::string table = std::string("search_") + entity;
        bare.push_back(std::make_unique<PlainStatement>(
            replica->connection().handle(), "SELECT rowid FROM " + table + " WHERE " + table + " MATCH ?1 LIMIT 50"));
    }
    std::vector<QString> words;
    auto statement = must(replica->connection().prepare(
        "SELECT first_name, last_name, phone FROM contact WHERE n % 9973 = 7 ORDER BY n LIMIT 8"));
    while (must(statement.step()))
        words.push_back(QString::fromStdString(std::string(statement.text(words.size() % 4 == 3 ? 2 : 1))));
    words.emplace_back(QStringLiteral("gmbh"));
    words.emplace_back(QStringLiteral("purchasing manager"));
    office.page<ui::RecordPage>("contact");
    auto* box = office.open.window().findChild<ui::SearchBox*>();
    for (int round = 0; round < std::max(request.runs, 3); ++round)
        for (const QString& word : words) {
            office.press(box, Qt::Key_K, Qt::ControlModifier);
            for (const QChar letter : word) {
                const Glass::Seen seen = office.type(box->results()->viewport(), letter);
                line.product.add(seen.shown);
                hitch.product.add(seen.longest);
                const std::string match = searchQuery(box->text().toStdString());
                line.limit.add(milliseconds([&] {
                    for (const auto& each : bare)
                        if (!match.empty())
                            each->rows(match);
                }));
            }
            office.press(box, Qt::Key_Escape);
        }
    line.note = "limit: the bare full-text queries of the nine tables, 50 row numbers each";
    report.add(std::move(line));
    report.add(std::move(hitch));
}

// The same keys in a list of contacts and in a list of numbers.
template <typename Press>
void scroll(const Press& press, int samples, Line& hitch, Line& shown, bool product)
{
    const auto add = [&](const Glass::Seen& seen) {
        (product ? hitch.product : hitch.limit).add(seen.longest);
        (product ? shown.product : shown.limit).add(seen.shown);
    };
    for (int i = 0; i < samples; ++i)
        add(press(i % 3 == 0 ? Qt::Key_Down : Qt::Key_PageDown));
    for (int i = 0; i < samples / 10; ++i) {
        add(press(Qt::Key_End));
        add(press(Qt::Key_PageUp));
        add(press(Qt::Key_Home));
    }
}

void measureScrolling(Office& office, const Request& request, Report& report)
{
    Line hitch{.name = "scrolling, paging, jumping: window's thread busy", .mostP99 = 16.0};
    Line shown{.name = "  from the key to painted rows"};
    constexpr int quiet = 50; // the record beside the list follows a moment later
    const int samples = std::max(request.samples / 3, 30);
    auto& page = office.page<ui::RecordPage>("contact");
    auto* table = page.list().findChild<QTableView*>();
    table->setFocus();
    const int rows = table->model()->rowCount();
    scroll([&](Qt::Key key) { return office.press(table->viewport(), key, Qt::NoModifier, quiet); }, samples, hitch,
           shown, true);
    NumberModel numbers(rows);
    QTableView plain;
    plain.setModel(&numbers);
    plain.resize(table->size());
    plain.show();
    Glass glass([] { return true; });
    scroll(
        [&](Qt::Key key) {
            return glass.watch([&] { QTest::keyClick(&plain, key); }, plain.viewport(), std::chrono::milliseconds(10));
        },
        samples, hitch, shown, false);
    hitch.note = std::to_string(rows) + " contacts; limit: a bare table of as many numbers";
    report.add(std::move(hitch));
    report.add(std::move(shown));
}

std::vector<Id> someAccounts(Replica& replica, int count)
{
    std::vector<Id> ids;
    auto statement = must(replica.connection().prepare("SELECT id FROM account WHERE n % 97 = 5 ORDER BY n LIMIT ?1"));
    statement.bind(1, std::int64_t{count});
    while (must(statement.step()))
        ids.push_back(statement.id(0));
    return ids;
}

// What stands on the page, as SQLite gives it.
void readAccount(Replica& replica, const Id& id)
{
    for (const char* sql :
         {"SELECT * FROM account WHERE id=?1", "SELECT * FROM contact WHERE account=?1 LIMIT 50",
          "SELECT * FROM task WHERE account=?1 LIMIT 50", "SELECT * FROM account WHERE parent=?1 LIMIT 50",
          "SELECT * FROM lead WHERE account=?1 LIMIT 50", "SELECT * FROM quote WHERE account=?1 LIMIT 50",
          "SELECT * FROM \"order\" WHERE account=?1 LIMIT 50", "SELECT * FROM activity WHERE account=?1 LIMIT 50"}) {
        auto statement = must(replica.connection().prepare(sql));
        statement.bind(1, id);
        while (must(statement.step()))
            for (int i = 0; i < statement.columns(); ++i)
                (void)statement.text(i);
    }
}

void measureAccountPage(Office& office, const Request& request, Report& report)
{
    Line line{.name = "an account's whole page, from the key to painted", .most = 50.0};
    Line hitch{.name = "  window's thread busy"};
    SystemEnvironment environment;
    const auto replica = must(Replica::open(office.open.desk().reader.folder(), environment));
    auto& page = office.page<ui::RecordPage>("account");
    for (const Id& id : someAccounts(*replica, std::max(request.samples / 10, 10))) {
        const Glass::Seen seen = office.glass.watch(
            [&] {
                office.open.window().open({schema::entity("account").number, id});
            },
            &page.detail());
        line.product.add(seen.shown);
        hitch.product.add(seen.longest);
        line.limit.add(milliseconds([&] { readAccount(*replica, id); }));
    }
    line.note = "limit: SQLite reading the same rows";
    report.add(std::move(line));
    report.add(std::move(hitch));
}

// A quantity is typed into a line of 500; Enter; the totals follow.
void measureQuoteEdit(Office& office, const Request& request, Report& report)
{
    Line line{.name = "a quote of 500 lines: from Enter to repainted totals", .most = 16.0};
    Line hitch{.name = "  window's thread busy", .most = 16.0};
    SystemEnvironment environment;
    Id quote;
    {
        const auto replica = must(Replica::open(office.open.desk().reader.folder(), environment));
        quote = must(replica->resolve(schema::entity("quote"), largeQuote));
    }
    auto& page = office.page<ui::QuotesPage>("quote");
    page.open(quote);
    office.glass.watch([] {}, &page, std::chrono::milliseconds(200));
    ui::QuoteGrid& grid = page.editor().grid();
    auto* foot = page.editor().findChild<ui::QuoteFoot*>();
    const auto start = static_cast<int>(office.environment.now() / 1000 % 97); // a kept profile has the last run's
    for (int i = 0; i < std::max(request.samples / 6, 20); ++i) {
        const ui::QuoteModel& model = page.editor().model();
        grid.goTo(model.row((i * 37) % 480).id, ui::QuoteColumn::Quantity);
        grid.setFocus();
        office.glass.watch([&] { QTest::keyClicks(&grid, QString::number(2 + (start + i * 7) % 97)); }, &grid);
        const QString before = foot->totalWord();
        const Glass::Seen seen =
            office.press(foot, Qt::Key_Return, Qt::NoModifier, 100, [&] { return foot->totalWord() != before; });
        if (foot->totalWord() == before) { // it had this quantity, or it was refused
            if (const auto wrong = model.firstWrong())
                qFatal("%s", qPrintable(model.typed(wrong->first, wrong->second)->wrong));
            continue;
        }
        line.product.add(seen.shown);
        hitch.product.add(seen.longest);
    }
    report.add(std::move(line));
    report.add(std::move(hitch));
}

/// What is measured on a company that was made on the laptop, without a server.
void measureAlone(const Request& request, Report& report)
{
    QTemporaryDir temporary;
    const std::string folder =
        request.company.empty() ? temporary.filePath(QStringLiteral("profile")).toStdString() : request.company;
    QProcess maker; // in a process of its own, so that its memory is not ours
    maker.setProcessChannelMode(QProcess::ForwardedChannels);
    maker.start(ownProgram("satchel-bench"), {QStringLiteral("--make-company"), QString::fromStdString(folder),
                                              QStringLiteral("--scale"), QString::number(request.scale)});
    if (!maker.waitForFinished(-1) || maker.exitCode() != 0)
        qFatal("The company could not be made.");
    const auto wants = [&](const char* part) { return request.part.empty() || request.part == part; };
    if (wants("start"))
        measureStart(folder, request, report);
    Office office(folder);
    if (wants("search"))
        measureTyping(office, request, report);
    if (wants("scrolling"))
        measureScrolling(office, request, report);
    if (wants("account"))
        measureAccountPage(office, request, report);
    if (wants("quote"))
        measureQuoteEdit(office, request, report);
    Line memory{.name = "memory after all that", .unit = "MiB", .most = 200.0};
    memory.product.add(residentMegabytes(QCoreApplication::applicationPid()));
    report.add(std::move(memory));
}

} // namespace

void measureWindow(const Request& request, Report& report)
{
    QStandardPaths::setTestModeEnabled(true);
    if (request.part != "incoming")
        measureAlone(request, report);
    if (request.part.empty() || request.part == "incoming")
        measureIncoming(request, report);
}

} // namespace satchel::bench
