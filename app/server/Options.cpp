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
    command("password", "Set a new password; ends the user's sessions", Command::UserPassword);
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
