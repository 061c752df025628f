// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DesktopSync.h"
#include "tests/bench/Glass.h"
#include "tests/bench/IdleCrowd.h"
#include "tests/support/window/OpenWindow.h"
#include "ui/records/ListPane.h"
#include "ui/records/RecordPage.h"

#include <QSignalSpy>
#include <QTableView>
#include <QtGlobal>

#include <atomic>
#include <thread>

// Ten thousand contacts are changed at other laptops and come in while somebody types: the true server, the desktop's
// own sync thread, the true window.

namespace satchel::bench {

using test::must;

namespace {

constexpr int incoming = 10'000;
constexpr int laptops = 8;

/// At other laptops of the same person, and to the server: so many contacts of those that this laptop has.
void changeContacts(const Stage& stage, const std::string& login, const std::string& folder)
{
    struct Contact {
        Id id;
        std::int64_t rev = 0;
    };
    std::vector<Contact> contacts;
    SystemEnvironment environment;
    const auto replica = must(Replica::open(folder, environment));
    const std::int64_t checkpoint = must(replica->status()).checkpoint;
    auto statement = must(replica->connection().prepare("SELECT id, rev FROM contact ORDER BY n LIMIT ?1"));
    statement.bind(1, std::int64_t{incoming});
    while (must(statement.step()))
        contacts.push_back({statement.id(0), statement.integer(1)});
    std::atomic<std::size_t> next = 0;
    std::vector<std::thread> others;
    for (int other = 0; other < laptops; ++other)
        others.emplace_back([&, other] {
            CrowdLaptop laptop(portOf(stage), login, other);
            for (std::size_t i = next++; i < contacts.size(); i = next++)
                laptop.edit(contacts[i].id, contacts[i].rev, checkpoint, "Incoming goods");
        });
    for (std::thread& other : others)
        other.join();
}

} // namespace

void measureIncoming(const Request& request, Report& report)
{
    Line hitch{.name = "10,000 incoming changes while typing: window's thread busy", .most = 16.0, .mostP99 = 33.0};
    Line key{.name = "  from a key to painted rows"};
    Line whole{.name = "  until all are there"};
    Stage stage({}, request.scale, request.company.empty() ? std::string() : request.company + "/server");
    const std::string& login = stage.login("administrator");
    QTemporaryDir directory;
    const std::string folder = directory.filePath(QStringLiteral("profile")).toStdString();
    SystemEnvironment environment;
    DesktopSync sync(folder, environment, nullptr);
    QSignalSpy finished(&sync, &ui::SyncGateway::finished);
    sync.signIn(QString::fromStdString(stage.url()), QString::fromStdString(login), QStringLiteral("demo"));
    QSignalSpy failed(&sync, &ui::SyncGateway::failed);
    for (int waited = 0; finished.isEmpty() && waited < 1800; ++waited)
        if (!finished.wait(1000) && !failed.isEmpty())
            qFatal("%s", qPrintable(failed.front().front().toString()));
    if (finished.isEmpty())
        qFatal("The first sync did not end.");
    test::OpenWindow open(folder, environment);
    for (auto signal : {&ui::SyncGateway::checkpointPublished, &ui::SyncGateway::started})
        QObject::connect(&sync, signal, &open.gateway(), signal);
    QObject::connect(&sync, &ui::SyncGateway::progressed, &open.gateway(), &ui::SyncGateway::progressed);
    QObject::connect(&sync, &ui::SyncGateway::finished, &open.gateway(), &ui::SyncGateway::finished);
    changeContacts(stage, login, folder);

    Glass glass([&] { return open.desk().reader.isIdle(); });
    open.window().go(QStringLiteral("contact"));
    open.settle();
    auto& page = *qobject_cast<ui::RecordPage*>(open.window().currentPage());
    page.list().focusFilter();
    finished.clear();
    const auto typeOn = [&] {
        const QString word = QStringLiteral("muell");
        for (int i = 0; i < 10; ++i) {
            const Glass::Seen seen = glass.watch(
                [&] {
                    if (i < 5)
                        QTest::keyClicks(QApplication::focusWidget(), word.mid(i, 1));
                    else
                        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
                },
                page.list().findChild<QTableView*>()->viewport());
            hitch.product.add(seen.longest);
            key.product.add(seen.shown);
        }
    };
    whole.product.add(milliseconds([&] {
        sync.syncNow();
        while (finished.isEmpty())
            typeOn();
        typeOn();
    }));
    hitch.note = std::to_string(hitch.product.count()) + " keys; the demo company at --scale " +
                 std::to_string(request.scale) + ", everything of it";
    for (Line* each : {&hitch, &key, &whole})
        report.add(std::move(*each));
}

} // namespace satchel::bench
