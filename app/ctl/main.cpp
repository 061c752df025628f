// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Family.h"
#include "app/ctl/Session.h"
#include "core/model/Administering.h"
#include "core/store/Leaving.h"

#include <csignal>
#include <map>
#include <sodium.h>

// satchelctl: a laptop without a window, for scripts and tests. Its contract: exit 0 done; 1 refused or failed, with
// one sentence on stderr; 2 a malformed command line.

namespace {

using namespace satchel;
using namespace satchel::ctl;

using Families = std::vector<std::unique_ptr<Family>>;

Families allFamilies()
{
    Families all;
    all.push_back(makePriceFamily());
    all.push_back(makeQuoteFamily());
    all.push_back(makeDealFamily());
    all.push_back(makeLeadFamily());
    all.push_back(makeAdminFamily());
    return all;
}

Result<Reply> carryOut(const Arguments& arguments, const Families& families, Session& session)
{
    using Command = Result<Reply> (*)(const Arguments&, Session&);
    static const std::map<std::string, Command> commands = {{"sync", sync},
                                                            {"verify", verify},
                                                            {"status", status},
                                                            {"list", list},
                                                            {"show", show},
                                                            {"add", add},
                                                            {"set", set},
                                                            {"delete", remove},
                                                            {"merge", merge},
                                                            {"unmerge", unmerge},
                                                            {"history", history},
                                                            {"why", why},
                                                            {"incidents", listIncidents},
                                                            {"import", importFile},
                                                            {"export", exportFile},
                                                            {"outbox", outbox},
                                                            {"inbox", inbox},
                                                            {"inbox take", inboxTake},
                                                            {"inbox dismiss", inboxDismiss}};
    for (const auto& family : families)
        if (family->owns(arguments.command))
            return family->run(arguments.command, arguments, session);
    return commands.at(arguments.command)(arguments, session);
}

Result<Reply> run(const Arguments& arguments, const Families& families, Environment& environment)
{
    if (arguments.command == "schema")
        return showSchema(arguments);
    if (arguments.command == "login")
        return login(arguments, environment);
    if (arguments.command == "sync" && arguments.watch)
        return watch(arguments, environment);
    for (bool again = true;; again = false) {
        SATCHEL_ASSIGN(Session session, Session::open(arguments.profile, environment));
        auto reply = carryOut(arguments, families, session);
        // Damage that was met at work is mended when the file is opened the next time.
        if (reply.ok() || !again || !session.replica().isDamaged())
            return reply;
    }
}

/// A device that was shut out keeps nothing but what was typed on it and never sent.
Error leave(const Arguments& arguments, Environment& environment)
{
    const auto lock = lockProfile(arguments.profile, 5);
    if (!lock.ok())
        return lock.error();
    Leaving leaving(arguments.profile, environment);
    const auto left = leaving.leave();
    if (!left.ok())
        return left.error();
    leaving.forget();
    std::string sentence = "This device was shut out by an administrator; its records were taken off it.";
    if (left->unsent > 0)
        sentence += " " + std::to_string(left->unsent) +
                    (left->unsent == 1 ? " change that had" : " changes that had") + " not been sent " +
                    (left->unsent == 1 ? "is" : "are") + " kept in " + left->file + ".";
    return Error{ErrorKind::Forbidden, sentence, administering::deviceField};
}

} // namespace

int main(int count, char** texts)
{
    const Families families = allFamilies();
    const ParsedArguments parsed = parseArguments(count, texts, families);
    if (const int* code = std::get_if<int>(&parsed))
        return *code;
    std::signal(SIGXFSZ, SIG_IGN); // so that a limit of the file size is said like a full disk
    if (sodium_init() < 0)
        return 1;
    const auto& arguments = std::get<Arguments>(parsed);
    SystemEnvironment environment;
    auto reply = run(arguments, families, environment);
    if (!reply.ok() && administering::saysShutOut(reply.error()))
        reply = leave(arguments, environment);
    return finish(reply, arguments.json);
}
