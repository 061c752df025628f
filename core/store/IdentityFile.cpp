// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/IdentityFile.h"

#include "core/base/Files.h"

#include <map>

namespace satchel {

namespace {

constexpr std::string_view firstLine = "satchel identity 1\n";

std::string identityPath(const std::string& folder)
{
    return folder + "/identity";
}

std::string checkOf(std::string_view lines)
{
    return "check " + toHex(view(blake2b128({}, lines))) + "\n";
}

} // namespace

Status writeIdentityFile(const std::string& folder, const ReplicaIdentity& identity)
{
    std::string lines(firstLine);
    const auto add = [&lines](const char* name, std::string_view bytes) {
        lines += std::string(name) + " " + toHex(bytes) + "\n";
    };
    add("server", identity.server);
    add("login", identity.login);
    add("user", identity.user.view());
    add("role", roleName(identity.role));
    add("device", identity.device.view());
    add("device_name", identity.deviceName);
    add("incarnation", identity.incarnation.view());
    add("secret", identity.secret);
    add("history", identity.history.view());
    add("digest_key", identity.digestKey);
    const std::string contents = lines + checkOf(lines);
    if (const auto present = readFile(identityPath(folder)); present && *present == contents)
        return Ok{};
    return writeFile(identityPath(folder), contents);
}

Result<std::optional<ReplicaIdentity>> readIdentityFile(const std::string& folder)
{
    auto contents = readFile(identityPath(folder));
    if (!contents.ok() && contents.error().kind == ErrorKind::NotFound)
        return std::optional<ReplicaIdentity>();
    if (!contents.ok())
        return contents.error();
    const Error damaged{ErrorKind::Corrupt, "The file " + identityPath(folder) + " is damaged."};
    const std::size_t last = contents->rfind("check ");
    if (!contents->starts_with(firstLine) || last == std::string::npos ||
        contents->substr(last) != checkOf(std::string_view(*contents).substr(0, last)))
        return damaged;
    std::map<std::string, std::string> values;
    for (std::size_t at = firstLine.size(); at < last;) {
        const std::size_t end = contents->find('\n', at);
        const std::size_t space = contents->find(' ', at);
        if (space == std::string::npos || space > end)
            return damaged;
        values[contents->substr(at, space - at)] = fromHex(contents->substr(space + 1, end - space - 1)).value_or("");
        at = end + 1;
    }
    const auto id = [&values](const char* name) { return Id::fromBytes(values[name]).value_or(Id{}); };
    return std::optional(ReplicaIdentity{.server = values["server"],
                                         .login = values["login"],
                                         .user = id("user"),
                                         .role = roleNamed(values["role"]).value_or(Role::Salesperson),
                                         .device = id("device"),
                                         .deviceName = values["device_name"],
                                         .incarnation = id("incarnation"),
                                         .secret = values["secret"],
                                         .history = id("history"),
                                         .digestKey = values["digest_key"]});
}

} // namespace satchel
