// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace satchel::ctl {

class Family;

/// `FIELD OP VALUE`.
struct Condition {
    std::string field;
    std::string comparison; ///< = != < > ~
    std::string value;
};

/// What the command line says, as bytes; nothing of it is looked up yet.
struct Arguments {
    std::string profile;
    bool watch = false; ///< go on syncing
    bool json = false;
    std::string command; ///< "login", ..., "inbox", "inbox take", "inbox dismiss"
    std::string url;
    std::string login;
    std::string entity;
    std::string id;
    std::string other; ///< the record that stays of two
    std::string side;
    std::string file;
    std::string sheet;                                        ///< of a workbook
    std::vector<std::pair<std::string, std::string>> values;  ///< FIELD=VALUE of add and set, --set of import
    std::vector<std::pair<std::string, std::string>> columns; ///< --map COLUMN=FIELD
    std::vector<std::string> key;
    std::vector<Condition> where;
    std::string search;
    std::string order; ///< a field, with - before it for descending
    std::string after;
    int limit = 50;
    bool dryRun = false;
};

/// Or the program ends at once with this code: 0 after --help, 2 for a malformed line, 1 for one that is not UTF-8.
/// What is to be said about it has been said.
using ParsedArguments = std::variant<Arguments, int>;
/// `families` have commands of their own, and keep what is said of them.
[[nodiscard]] ParsedArguments parseArguments(int count, char** texts,
                                             const std::vector<std::unique_ptr<Family>>& families);

} // namespace satchel::ctl
