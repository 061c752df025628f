// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace satchel::server {

enum class Command {
    Serve,
    Init,
    Demo,
    UserAdd,
    UserPassword,
    UserDisable,
    UserList,
    DeviceList,
    DeviceRevoke,
    Backup,
    Restore,
    AlertList,
    AlertClose,
    RecoveryList,
    RecoveryAdopt,
    RecoveryClose,
    Compact,
    Verify,
    FuseList,
    FuseRelease,
    FuseRefuse,
    FuseUndo,
    QuarantineList,
    QuarantineRetry,
    WebhookSet,
    WebhookShow,
    WebhookOff,
    WebhookList,
    WebhookDead,
    WebhookResend,
    WebhookForget,
    WebhookTest,
    OrdersExport
};

/// The command line as a value.
struct Options {
    Command command = Command::Serve;
    std::string data;     ///< folder of the server's files
    std::string database; ///< URL of a PostgreSQL database, "" for SQLite in `data`
    std::string listen = "127.0.0.1:8844";
    std::string log = "requests";
    int workers = 16;
    std::string login;
    std::string name;
    std::string role;
    bool mustChange = false; ///< a password that opens nothing but the way to another one
    std::vector<std::string> territories;
    std::string device;
    std::string file; ///< of a backup, of exported orders
    std::string url;  ///< of the webhook
    std::string secretFile;
    std::string since; ///< dates
    std::string until;
    std::string before;
    std::string entity;
    std::string id;
    bool all = false; ///< also what is closed
    int scale = 1;
    std::uint64_t seed = 1;
};

struct Parsed {
    Options options;
    bool done = false; ///< --help or --version was answered, or the line is malformed and its sentence was said
    int exitCode = 0;
};

[[nodiscard]] Parsed parseCommandLine(int argc, char** argv);

} // namespace satchel::server
