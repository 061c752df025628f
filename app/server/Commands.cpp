// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Commands.h"

#include "app/server/CareCommands.h"
#include "app/server/OrderCommands.h"
#include "app/server/Serve.h"
#include "app/server/Terminal.h"
#include "core/base/Files.h"
#include "sync/server/Administration.h"
#include "sync/server/ServerSchema.h"
#include "sync/server/demo/Demo.h"

#include <filesystem>
#include <iostream>

namespace satchel::server {

namespace {

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

Result<Role> roleOf(const Options& options)
{
    if (const auto role = roleNamed(options.role))
        return *role;
    std::vector<std::string> names;
    for (const Role role : allRoles())
        names.emplace_back(roleName(role));
    return invalid("There is no role \"" + printable(options.role) + "\"; the roles are " + joined(names) + ".");
}

/// The commands on an open database.
class Console {
public:
    Console(const Options& options, Database& database, Environment& environment)
        : m_options(options),
          m_database(database),
          m_environment(environment),
          m_identities(environment),
          m_administration(database, m_identities, environment)
    {}

    Status run()
    {
        SATCHEL_ASSIGN(const bool initialised, m_administration.isInitialised());
        const bool makes = m_options.command == Command::Init || m_options.command == Command::Demo;
        if (makes && initialised)
            return Error{ErrorKind::Conflict, "There is a company in this database already. Nothing was changed."};
        if (!makes && !initialised)
            return Error{ErrorKind::NotFound,
                         "There is no company in this database yet. Make one with satchel-server init."};
        switch (m_options.command) {
        case Command::Init: return init();
        case Command::Demo: return demo();
        case Command::UserAdd: return addUser();
        case Command::UserPassword: return setPassword();
        case Command::UserDisable: return m_administration.disable(m_options.login);
        case Command::UserList: return listUsers();
        case Command::DeviceList: return listDevices();
        case Command::DeviceRevoke: return revokeDevice();
        case Command::Serve: return Ok{};
        case Command::WebhookSet:
        case Command::WebhookShow:
        case Command::WebhookOff:
        case Command::WebhookList:
        case Command::WebhookDead:
        case Command::WebhookResend:
        case Command::WebhookForget:
        case Command::WebhookTest:
        case Command::OrdersExport: return runOrderCommand(m_options, m_database, m_environment);
        default: return runCareCommand(m_options, m_database, m_environment);
        }
    }

private:
    Status init()
    {
        SATCHEL_ASSIGN(const std::string password, newPassword(m_options.login));
        return m_administration.initialise(m_options.login, password);
    }

    Status demo()
    {
        if (m_options.scale < 1 || m_options.scale > 1000)
            return invalid("--scale must be between 1 and 1000.");
        std::vector<DemoUser> users;
        SATCHEL_TRY(m_administration.load([&](const std::function<Status(const Record&)>& take) -> Status {
            const DemoOptions demo{m_options.scale, m_options.seed, m_environment.now()};
            SATCHEL_ASSIGN(users, demoCompany(demo, take));
            return Ok{};
        }));
        std::vector<Id> ids;
        for (const DemoUser& user : users)
            ids.push_back(user.id);
        SATCHEL_TRY(m_administration.setPasswords(ids, "demo"));
        for (const DemoUser& user : users)
            std::cout << user.login << '\t' << roleName(user.role) << '\t' << user.territory << '\t' << user.name
                      << '\n';
        return Ok{};
    }

    Status addUser()
    {
        SATCHEL_ASSIGN(const Role role, roleOf(m_options));
        SATCHEL_ASSIGN(const std::string password, newPassword(m_options.login));
        const std::string& name = m_options.name.empty() ? m_options.login : m_options.name;
        SATCHEL_TRY(m_administration.addUser(m_options.login, name, role, password, m_options.territories, chosen()));
        return Ok{};
    }

    Status setPassword()
    {
        SATCHEL_ASSIGN(const std::string password, newPassword(m_options.login));
        return m_administration.setPassword(m_options.login, password, chosen());
    }

    [[nodiscard]] Identities::Chosen chosen() const
    {
        return m_options.mustChange ? Identities::Chosen::BySomebodyElse : Identities::Chosen::ByHimself;
    }

    Status listUsers()
    {
        SATCHEL_ASSIGN(const auto users, m_administration.users());
        for (const auto& user : users)
            std::cout << printable(user.login) << '\t' << roleName(user.role) << '\t'
                      << printable(joined(user.territories)) << '\t' << printable(user.name) << '\t'
                      << (user.active ? "active" : "disabled") << '\n';
        return Ok{};
    }

    Status listDevices()
    {
        SATCHEL_ASSIGN(const auto devices, m_identities.devices(m_database));
        for (const DeviceInfo& device : devices)
            std::cout << device.id.toString() << '\t' << printable(device.login) << '\t' << printable(device.name)
                      << '\t' << printable(device.program) << '\t' << formatInstant(device.registered) << '\t'
                      << formatInstant(device.lastSeen) << '\t' << (device.revoked ? "revoked" : "active") << '\n';
        return Ok{};
    }

    Status revokeDevice()
    {
        const auto device = Id::parse(m_options.device);
        if (!device)
            return invalid("\"" + printable(m_options.device) + "\" is not the id of a device.");
        return m_identities.revokeDevice(m_database, *device, m_environment.now());
    }

    const Options& m_options;
    Database& m_database;
    Environment& m_environment;
    Identities m_identities;
    Administration m_administration;
};

/// A folder has one server, and none while its company is being made. PostgreSQL sorts out several servers itself.
Result<FileLock> lockFolder(const Options& options)
{
    if (!options.database.empty())
        return FileLock();
    SATCHEL_TRY(makePrivateFolder(options.data));
    auto lock = FileLock::acquire(options.data + "/server.lock", 0);
    if (!lock.ok() && lock.error().kind == ErrorKind::Busy)
        return Error{ErrorKind::Busy, "Another Satchel server is running on the folder " + options.data + "."};
    return lock;
}

} // namespace

Status runCommand(const Options& options, Environment& environment)
{
    const bool makes = options.command == Command::Init || options.command == Command::Demo;
    const bool restores = options.command == Command::Restore;
    const bool alone = makes || restores || options.command == Command::Serve;
    std::error_code code;
    // A folder mistyped must not become a new, empty one.
    if (!makes && !restores && options.database.empty() &&
        !std::filesystem::exists(options.data + "/server.sqlite", code))
        return Error{ErrorKind::NotFound,
                     "There is no company in the folder " + options.data + " yet. Make one with satchel-server init."};
    FileLock lock;
    if (alone) {
        SATCHEL_ASSIGN(lock, lockFolder(options));
    }
    if (restores)
        return runRestore(options, environment);
    SATCHEL_ASSIGN(const auto factory, openDatabase(options.data, options.database));
    SATCHEL_ASSIGN(const auto database, factory->connect());
    SATCHEL_TRY(migrateServer(*database));
    SATCHEL_TRY(Console(options, *database, environment).run());
    if (options.command == Command::Serve)
        return serve(options, *factory, environment);
    return Ok{};
}

} // namespace satchel::server
