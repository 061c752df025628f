// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Stage.h"

#include "tests/support/world/Must.h"

#include <QCoreApplication>
#include <QFile>

namespace satchel::bench {

using test::must;

namespace {

[[noreturn]] void noServer(QProcess& process)
{
    std::fprintf(stderr, "satchel-server did not do its work: %s\n", process.readAllStandardError().constData());
    std::abort();
}

QString serverProgram()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/satchel-server");
}

} // namespace

BenchLaptop::BenchLaptop(const std::string& url, const std::string& login)
{
    m_replica = must(Replica::open(file("profile"), m_environment));
    m_line = must(HttpConversation::open(url));
    m_engine = std::make_unique<Engine>(*m_replica, *m_line);
    must(m_engine->login(url, login, "demo", "bench"));
}

Stage::Stage(const std::string& database, int scale, const std::string& kept) : m_databaseUrl(database)
{
    QByteArray people;
    QFile list(QString::fromStdString(kept) + QStringLiteral("/people"));
    if (!kept.empty())
        m_data = QString::fromStdString(kept) + QStringLiteral("/data");
    if (!kept.empty() && list.open(QIODevice::ReadOnly)) {
        people = list.readAll();
    } else {
        QProcess demo;
        demo.start(serverProgram(),
                   QStringList{QStringLiteral("demo"), QStringLiteral("--scale"), QString::number(scale)} + where());
        if (!demo.waitForFinished(3600000) || demo.exitCode() != 0)
            noServer(demo);
        people = demo.readAllStandardOutput();
        if (!kept.empty() && list.open(QIODevice::WriteOnly))
            list.write(people);
    }
    for (const QByteArray& line : people.split('\n')) {
        const QList<QByteArray> parts = line.split('\t');
        if (parts.size() >= 2)
            m_logins.emplace(parts[1].toStdString(), parts[0].toStdString());
    }
    serve();
}

Stage::Stage(const Stage& other) : m_databaseUrl(other.m_databaseUrl), m_logins(other.m_logins)
{
    serve();
}

QStringList Stage::where() const
{
    QStringList where = {QStringLiteral("--data"), m_data};
    if (!m_databaseUrl.empty())
        where += {QStringLiteral("--database"), QString::fromStdString(m_databaseUrl)};
    return where;
}

void Stage::serve()
{
    m_server.start(serverProgram(), where() + QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                                          QStringLiteral("--log"), QStringLiteral("failures")});
    const QByteArray ready = "listening on ";
    QByteArray said;
    while (!said.contains('\n')) {
        if (!m_server.waitForReadyRead(30000))
            noServer(m_server);
        said += m_server.readAllStandardOutput();
    }
    m_url = said.mid(said.indexOf(ready) + ready.size()).trimmed().toStdString();
}

Stage::~Stage()
{
    m_server.terminate();
    m_server.waitForFinished(20000);
}

} // namespace satchel::bench
