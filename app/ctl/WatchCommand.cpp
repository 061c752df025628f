// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Session.h"
#include "sync/client/WakeUp.h"

#include <QCoreApplication>
#include <QEventLoop>

#include <cstdio>

namespace satchel::ctl {

namespace {

struct Round {
    Reply reply;
    std::string server;
    std::string token;
};

Result<Round> oneRound(const Arguments& arguments, Environment& environment)
{
    SATCHEL_ASSIGN(Session session, Session::open(arguments.profile, environment));
    Round round;
    SATCHEL_ASSIGN(round.reply, sync(arguments, session));
    SATCHEL_TRY(session.refreshIdentity());
    round.server = session.identity()->server;
    const auto token = readFile(session.folder() + "/token");
    round.token = token ? token->substr(0, token->find_first_of(" \r\n")) : std::string();
    return round;
}

// One line a round: "pushed 1, pulled 3, ...", or the reply's JSON.
std::string lineOf(const Json& json, bool asJson)
{
    if (asJson)
        return json.dump();
    std::string line;
    for (const char* key : {"pushed", "pulled", "merged", "rejected", "conflicts", "checkpoint"})
        line += (line.empty() ? "" : ", ") + std::string(key) + " " + json.value(key, Json(0)).dump();
    return line;
}

} // namespace

Result<Reply> watch(const Arguments& arguments, Environment& environment)
{
    int count = 1;
    char name[] = "satchelctl";
    char* texts[] = {name, nullptr};
    QCoreApplication application(count, texts);
    WakeUp wakeUp;
    QEventLoop loop;
    QObject::connect(&wakeUp, &WakeUp::due, &loop, &QEventLoop::quit);
    for (;;) {
        const auto round = oneRound(arguments, environment);
        if (round.ok()) {
            std::puts(lineOf(round->reply.json, arguments.json).c_str());
            std::fflush(stdout);
            SATCHEL_TRY(wakeUp.start(round->server, round->token));
            wakeUp.roundDone(round->reply.json.value("checkpoint", std::int64_t{0}));
        } else {
            const ErrorKind kind = round.error().kind;
            if (!wakeUp.isStarted() ||
                (kind != ErrorKind::Unreachable && kind != ErrorKind::Busy && kind != ErrorKind::Internal))
                return round.error();
            std::fprintf(stderr, "%s\n", round.error().message.c_str()); // the next round comes by itself
        }
        loop.exec();
    }
}

} // namespace satchel::ctl
