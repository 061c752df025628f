// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/HeldCommands.h"

#include "app/server/Terminal.h"
#include "sync/server/HeldBack.h"

#include <charconv>
#include <iostream>

namespace satchel::server {

namespace {

Result<Id> idFrom(const std::string& text)
{
    const auto id = Id::parse(text);
    if (!id)
        return invalid("\"" + printable(text) + "\" is not an id.");
    return *id;
}

// INCARNATION:NUMBER, as the list prints it.
Result<std::pair<Id, std::int64_t>> changeFrom(const std::string& text)
{
    const std::size_t colon = text.find(':');
    const auto id = Id::parse(text.substr(0, colon));
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + std::min(colon + 1, text.size()), end, number);
    if (!id || colon == std::string::npos || read.ec != std::errc() || read.ptr != end)
        return invalid("\"" + printable(text) + "\" is not a change as satchel-server quarantine list prints it.");
    return std::pair(*id, number);
}

Status listFuses(Database& database, HeldBack& held)
{
    SATCHEL_ASSIGN(const auto fuses, held.fuses());
    for (const BlownFuse& fuse : fuses) {
        SATCHEL_ASSIGN(const auto login, database.query("SELECT f_login FROM e_user WHERE id=$1", {cell(fuse.user)}));
        std::cout << fuse.id.toString() << '\t' << printable(login.empty() ? "" : textOf(login[0][0])) << '\t'
                  << printable(fuse.device) << '\t' << formatInstant(fuse.at) << '\t' << fuse.roots << '\t'
                  << fuse.state << '\n';
    }
    return Ok{};
}

Status undoFuse(const Id& id, HeldBack& held)
{
    SATCHEL_ASSIGN(const std::int64_t rows, held.undo(id));
    std::cout << rows << " records are back.\n";
    return Ok{};
}

Status listQuarantine(HeldBack& held)
{
    SATCHEL_ASSIGN(const auto all, held.quarantined());
    for (const HeldBack::Quarantined& each : all)
        std::cout << each.incarnation.toString() << ':' << each.number << '\t' << printable(each.login) << '\t'
                  << printable(each.device) << '\t' << formatInstant(each.at) << '\t' << each.attempts << '\t'
                  << printable(each.error) << '\t' << printable(each.rows) << '\n';
    return Ok{};
}

} // namespace

Status runHeldCommand(const Options& options, Database& database, Environment& environment)
{
    HeldBack held(database, environment);
    if (options.command == Command::FuseList)
        return listFuses(database, held);
    if (options.command == Command::QuarantineList)
        return listQuarantine(held);
    if (options.command == Command::QuarantineRetry) {
        SATCHEL_ASSIGN(const auto change, changeFrom(options.id));
        return held.retry(change.first, change.second);
    }
    SATCHEL_ASSIGN(const Id fuse, idFrom(options.id));
    switch (options.command) {
    case Command::FuseRelease: return held.release(fuse);
    case Command::FuseRefuse: return held.refuse(fuse);
    case Command::FuseUndo: return undoFuse(fuse, held);
    default: return Ok{};
    }
}

} // namespace satchel::server
