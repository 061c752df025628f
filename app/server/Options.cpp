// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Options.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <iostream>

namespace satchel::server {

namespace {

constexpr int malformed = 2;

void addUserCommands(CLI::App& app, Options& options)
{
    CLI::App* user = app.add_subcommand("user", "The people of the company")->require_subcommand(1);
    const auto command = [&](const char* name, const char* text, Command value) {
        CLI::App* made = user->add_subcommand(name, text);
        made->callback([&options, value] { options.command = value; });
        if (value != Command::UserList)
            made->add_option("LOGIN", options.login, "What the user signs in with")->required();
        return made;
    };
    CLI::App* add =
        command("add", "Add a user; the password comes from SATCHEL_PASSWORD or the terminal", Command::UserAdd);
    add->add_option("--role", options.role,
                    "salesperson, inside_sales, account_manager, sales_manager, marketing or administrator")
        ->required();
    add->add_option("--territory", options.territories, "Name, code or id; may be repeated")->allow_extra_args(false);
    add->add_option("--name", options.name, "What people call the user; the login if left out");
    CLI::App* password = command("password", "Set a new password; ends the user's sessions", Command::UserPassword);
    for (CLI::App* each : {add, password})
        each->add_flag("--must-change", options.mustChange, "The user has to choose another one when he signs in");
    command("disable", "Shut a user out; what he made stays", Command::UserDisable);
    command("list", "One user a line: LOGIN, role, territories, name, state", Command::UserList);
}

void addDeviceCommands(CLI::App& app, Options& options)
{
    CLI::App* device = app.add_subcommand("device", "The laptops that have signed in")->require_subcommand(1);
    device->add_subcommand("list", "One device a line: id, login, name, program, first and last seen, state")
        ->callback([&options] { options.command = Command::DeviceList; });
    CLI::App* revoke = device->add_subcommand("revoke", "Shut a device out, for good");
    revoke->add_option("ID", options.device, "As in the list")->required();
    revoke->callback([&options] { options.command = Command::DeviceRevoke; });
}

void addCareCommands(CLI::App& app, Options& options)
{
    const auto command = [&](CLI::App* under, const char* name, const char* text, Command value) {
        CLI::App* made = under->add_subcommand(name, text);
        made->callback([&options, value] { options.command = value; });
        return made;
    };
    command(&app, "backup", "Copy everything into one new file, while the server runs", Command::Backup)
        ->add_option("FILE", options.file)
        ->required();
    command(&app, "restore", "Begin again from a backup; laptops give back what they have beyond it", Command::Restore)
        ->add_option("FILE", options.file)
        ->required();
    command(&app, "compact", "Forget logs and deletions older than 400 days (also done daily)", Command::Compact);
    command(&app, "verify",
            "Count every row and put wrong checksums right; one a line: kind, scope, rows kept, counted",
            Command::Verify);
    CLI::App* alert = app.add_subcommand("alert", "What an administrator should know of")->require_subcommand(1);
    command(alert, "list", "One alert a line: id, time, kind, state, text", Command::AlertList)
        ->add_flag("--all", options.all, "Also those that were closed");
    command(alert, "close", "It has been seen to", Command::AlertClose)->add_option("ID", options.id)->required();
    CLI::App* recovery = app.add_subcommand("recovery", "After a restore: records that only laptops have");
    recovery->require_subcommand(1);
    command(recovery, "list", "One record a line: kind, id, label, laptop, time", Command::RecoveryList);
    CLI::App* adopt = command(recovery, "adopt", "Make them part of the company again", Command::RecoveryAdopt);
    adopt->add_option("KIND", options.entity, "Only one: its kind");
    adopt->add_option("ID", options.id, "and its id");
    command(recovery, "close", "The rest is forgotten, here and on the laptops", Command::RecoveryClose);
    CLI::App* fuse = app.add_subcommand("fuse", "Very many deletions by one user, held back")->require_subcommand(1);
    command(fuse, "list", "One a line: id, login, laptop, time, records, state", Command::FuseList);
    command(fuse, "release", "Let the deletions happen", Command::FuseRelease)
        ->add_option("ID", options.id)
        ->required();
    command(fuse, "refuse", "They are not to happen", Command::FuseRefuse)->add_option("ID", options.id)->required();
    command(fuse, "undo", "Bring back what was deleted, for 30 days", Command::FuseUndo)
        ->add_option("ID", options.id)
        ->required();
    CLI::App* quarantine = app.add_subcommand("quarantine", "Changes the server failed with")->require_subcommand(1);
    command(quarantine, "list", "One a line: CHANGE, login, laptop, time, attempts, error, records",
            Command::QuarantineList);
    command(quarantine, "retry", "Once more", Command::QuarantineRetry)->add_option("CHANGE", options.id)->required();
}

void addOrderCommands(CLI::App& app, Options& options)
{
    const auto command = [&](CLI::App* under, const char* name, const char* text, Command value) {
        CLI::App* made = under->add_subcommand(name, text);
        made->callback([&options, value] { options.command = value; });
        return made;
    };
    CLI::App* webhook = app.add_subcommand("webhook", "Where orders are handed over")->require_subcommand(1);
    CLI::App* set = command(webhook, "set",
                            "Hand orders over to this address; the secret comes from SATCHEL_WEBHOOK_SECRET or the "
                            "file, else it stays, and if there is none one is made and printed",
                            Command::WebhookSet);
    set->add_option("URL", options.url, "https://...; http:// on this machine only")->required();
    set->add_option("--secret-file", options.secretFile, "A file with the secret, 16 characters at least");
    command(webhook, "show", "Address, state, how many wait, how many are dead", Command::WebhookShow);
    command(webhook, "off", "Hand nothing over, and forget address and secret", Command::WebhookOff);
    command(webhook, "list",
            "What waits, one delivery a line: id, order, event, time, state, attempts, next attempt, error",
            Command::WebhookList)
        ->add_flag("--all", options.all, "Also what was delivered, is dead or not wanted");
    command(webhook, "dead", "The same of those given up", Command::WebhookDead);
    command(webhook, "resend", "Once more, now", Command::WebhookResend)
        ->add_option("ID", options.id, "As in the list; or \"all\" that are dead")
        ->required();
    CLI::App* forget = command(webhook, "forget", "It is not wanted any more", Command::WebhookForget);
    forget->add_option("ID", options.id, "As in the list");
    forget->add_option("--before", options.before, "DATE: all that wait or are dead and are older");
    command(webhook, "test", "Send a message that is no order, and say what came of it", Command::WebhookTest);
    CLI::App* orders = app.add_subcommand("orders", "What was sold")->require_subcommand(1);
    CLI::App* file = command(orders, "export", "Write orders into a CSV file", Command::OrdersExport);
    file->add_option("--since", options.since, "DATE (UTC) from which on the server has had them")->required();
    file->add_option("--until", options.until, "DATE before which it had them");
    file->add_option("FILE", options.file, "Is replaced")->required();
}

} // namespace

Parsed parseCommandLine(int argc, char** argv)
{
    Parsed parsed;
    Options& options = parsed.options;
    CLI::App app("Satchel's server. Without a command it serves until SIGTERM.", "satchel-server");
    app.set_version_flag("--version", "satchel-server " SATCHEL_VERSION);
    app.fallthrough();
    app.require_subcommand(0, 1);
    app.add_option("--data", options.data, "Folder of the server's files");
    app.add_option("--database", options.database, "postgresql://USER@HOST/NAME instead of SQLite in the folder");
    app.add_option("--listen", options.listen, "HOST:PORT; port 0 takes a free one")->capture_default_str();
    app.add_option("--log", options.log, "What to write to stderr: nothing, failures or requests")
        ->capture_default_str();
    app.add_option("--workers", options.workers, "Requests answered at once")->capture_default_str();
    CLI::App* init = app.add_subcommand("init", "Make an empty company with one administrator");
    init->add_option("--admin", options.login, "Login of the administrator")->required();
    init->callback([&options] { options.command = Command::Init; });
    CLI::App* demo = app.add_subcommand("demo", "Make the demo company; everybody's password is \"demo\"");
    demo->add_option("--scale", options.scale, "How many times as large")->capture_default_str();
    demo->add_option("--seed", options.seed, "Another company for another number")->capture_default_str();
    demo->callback([&options] { options.command = Command::Demo; });
    addUserCommands(app, options);
    addDeviceCommands(app, options);
    addCareCommands(app, options);
    addOrderCommands(app, options);
    try {
        app.parse(argc, argv);
        if (options.data.empty() && options.database.empty())
            throw CLI::RequiredError("--data");
    } catch (const CLI::Success& wanted) {
        parsed.done = true;
        parsed.exitCode = app.exit(wanted);
    } catch (const CLI::ParseError& error) {
        parsed.done = true;
        parsed.exitCode = malformed;
        std::cerr << error.what() << ". See satchel-server --help.\n";
    }
    return parsed;
}

} // namespace satchel::server
