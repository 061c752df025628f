// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Arguments.h"

#include "app/ctl/Family.h"
#include "core/base/Bytes.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <iostream>
#include <set>

namespace satchel::ctl {

namespace {

using Texts = std::vector<std::string>;

bool isComparison(const std::string& text)
{
    static constexpr std::array<std::string_view, 5> all = {"=", "!=", "<", ">", "~"};
    return std::find(all.begin(), all.end(), text) != all.end();
}

// The options of the program and of all its commands that take a value.
void collectOptions(const CLI::App& app, std::set<std::string>& names)
{
    for (const CLI::Option* option : app.get_options())
        if (option->get_items_expected_max() > 0) // a flag takes none
            for (const std::string& name : option->get_lnames())
                names.insert("--" + name);
    for (const CLI::App* command : app.get_subcommands({}))
        collectOptions(*command, names);
}

// Options whose value is a pair with = in it; of these, several may stand behind one flag.
bool takesPairs(const std::string& option)
{
    return option == "--map" || option == "--set";
}

bool isPair(const std::string& text)
{
    return !text.starts_with('-') && text.find('=', 1) != std::string::npos;
}

// CLI11 takes a value that begins with - for an option, and would let --where take what follows it. So options and
// their values become one argument each ("--order=-name"), --where's three become one, and "--map A=b C=d" becomes two.
Texts joinOptions(const Texts& texts, const CLI::App& app)
{
    std::set<std::string> options;
    collectOptions(app, options);
    Texts joined;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!options.contains(texts[i]) || i + 1 == texts.size()) {
            joined.push_back(texts[i]);
            continue;
        }
        std::string value = texts[i + 1];
        std::size_t used = 1;
        if (texts[i] == "--where" && i + 3 < texts.size() && isComparison(texts[i + 2])) {
            value += " " + texts[i + 2] + " " + texts[i + 3];
            used = 3;
        }
        joined.push_back(texts[i] + "=" + value);
        if (takesPairs(texts[i]) && isPair(value))
            for (; i + used + 1 < texts.size() && isPair(texts[i + used + 1]); ++used)
                joined.push_back(texts[i] + "=" + texts[i + used + 1]);
        i += used;
    }
    return joined;
}

// "status=open" or "status = open": one space on each side does not count, every other is the value's.
Condition readCondition(const std::string& text)
{
    const std::size_t at = text.find_first_of("=!<>~");
    const std::string two = at == std::string::npos ? std::string() : text.substr(at, 2);
    if (at == std::string::npos || at == 0 || (two[0] == '!' && two != "!=") || two == "<>" || two == "<=" ||
        two == ">=")
        throw CLI::ValidationError("--where", "needs FIELD OP VALUE, such as status=new; OP is = != < > or ~");
    Condition condition;
    condition.field = text.substr(0, at);
    condition.comparison = text[at] == '!' ? "!=" : std::string(1, text[at]);
    condition.value = text.substr(at + condition.comparison.size());
    const bool spaced = condition.field.ends_with(' ');
    condition.field.erase(condition.field.find_last_not_of(' ') + 1);
    if (spaced && condition.value.starts_with(' '))
        condition.value.erase(0, 1);
    return condition;
}

std::vector<std::pair<std::string, std::string>> readPairs(const Texts& texts, const char* form, bool last)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& text : texts) {
        const std::size_t at = last ? text.rfind('=') : text.find('=');
        if (at == std::string::npos || at == 0)
            throw CLI::ValidationError(text, std::string("is not of the form ") + form);
        pairs.emplace_back(text.substr(0, at), text.substr(at + 1));
    }
    return pairs;
}

Texts readNames(const std::string& text)
{
    Texts names;
    for (std::size_t at = 0; !text.empty() && at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        names.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

// What CLI11 fills before it is read further.
struct Raw {
    Texts where;
    Texts values;
    Texts map;
    Texts set;
    std::string key;
};

CLI::Option* repeatable(CLI::App& command, const char* name, Texts& into, const char* help)
{
    return command.add_option(name, into, help)->allow_extra_args(false);
}

void declareRecordCommands(CLI::App& app, Arguments& arguments, Raw& raw)
{
    auto* schema = app.add_subcommand("schema", "what kinds of records there are, or the fields of one");
    schema->add_option("ENTITY", arguments.entity);

    auto* list = app.add_subcommand("list", "records, a page at a time");
    list->add_option("ENTITY", arguments.entity)->required();
    list->add_option("--search", arguments.search, "words or phone digits that the record must have");
    repeatable(*list, "--where", raw.where, "FIELD OP VALUE; OP is = != < > or ~ (contains); all must hold");
    list->add_option("--order", arguments.order, "a field; -FIELD for descending");
    list->add_option("--limit", arguments.limit, "rows of a page")->capture_default_str();
    list->add_option("--after", arguments.after, "the cursor of the page before");

    const auto onRecord = [&](const char* name, const char* help) {
        auto* command = app.add_subcommand(name, help);
        command->add_option("ENTITY", arguments.entity)->required();
        command->add_option("ID", arguments.id)->required();
        return command;
    };
    onRecord("show", "one record");
    onRecord("delete", "delete a record");
    onRecord("history", "who changed what in a record, newest first");
    onRecord("why", "why a record is, or is not, on this laptop");
    onRecord("set", "change fields of a record")->add_option("FIELD=VALUE", raw.values)->required();
    onRecord("merge", "a duplicate: it goes into the other record, which stays")
        ->add_option("SURVIVOR", arguments.other)
        ->required();
    onRecord("unmerge", "take a merged record out of the other again");
    auto* add = app.add_subcommand("add", "add a record");
    add->add_option("ENTITY", arguments.entity)->required();
    add->add_option("FIELD=VALUE", raw.values)->required();
}

void declareTransferCommands(CLI::App& app, Arguments& arguments, Raw& raw)
{
    auto* import =
        app.add_subcommand("import", "bring the rows of a CSV file or an XLSX workbook into the records of one entity");
    import->add_option("FILE", arguments.file)->required();
    import->add_option("--as", arguments.entity, "ENTITY")->required();
    repeatable(*import, "--map", raw.map, "COLUMN=FIELD ...; a field may be a part of one, such as address.street");
    repeatable(*import, "--set", raw.set, "FIELD=VALUE ... for every row");
    import->add_option("--key", raw.key, "FIELD,... that tell rows apart; else the entity's natural key");
    import->add_option("--sheet", arguments.sheet, "of a workbook; else the first that is shown");
    import->add_flag("--dry-run", arguments.dryRun, "only say what would happen");
    auto* exported = app.add_subcommand("export", "write every row of an entity to a CSV file");
    exported->add_option("ENTITY", arguments.entity)->required();
    exported->add_option("FILE", arguments.file)->required();
}

void declareSyncCommands(CLI::App& app, Arguments& arguments)
{
    auto* login =
        app.add_subcommand("login", "sign in, make the replica and sync; the password is SATCHEL_PASSWORD or asked");
    login->add_option("URL", arguments.url)->required();
    login->add_option("LOGIN", arguments.login)->required();
    auto* sync = app.add_subcommand("sync", "send what waits, receive what is new");
    sync->add_flag("--watch", arguments.watch,
                   "go on: a round whenever the server calls or it is time again, a line for each, until interrupted");
    app.add_subcommand("status", "whose replica this is and how fresh");
    app.add_subcommand("verify", "recount every digest, compare with the server's, and put right what differs");
    app.add_subcommand("incidents", "what differed from the server's or was damaged, and what was done about it");
    app.add_subcommand("outbox", "changes that wait: to be sent, or for something on the server");
    auto* inbox = app.add_subcommand("inbox", "fields that two people changed");
    inbox->require_subcommand(0, 1);
    auto* take = inbox->add_subcommand("take", "let the value of side a or b stand");
    take->add_option("ID", arguments.id)->required();
    take->add_option("a|b", arguments.side)->required()->check(CLI::IsMember({"a", "b"}));
    inbox->add_subcommand("dismiss", "leave it as it is")->add_option("ID", arguments.id)->required();
}

std::string commandOf(const CLI::App& app)
{
    std::string name;
    for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
        at = at->get_subcommands().front();
        name += (name.empty() ? "" : " ") + at->get_name();
    }
    return name;
}

void complain(std::string what)
{
    std::replace(what.begin(), what.end(), '\n', ' ');
    std::cerr << what << (what.ends_with('.') ? "" : ".") << " Run satchelctl --help for the commands.\n";
}

} // namespace

ParsedArguments parseArguments(int count, char** texts, const std::vector<std::unique_ptr<Family>>& families)
{
    Texts given(texts + 1, texts + count);
    if (!std::all_of(given.begin(), given.end(), [](const std::string& text) { return isStorableText(text); })) {
        std::cerr << "The command line is not text in UTF-8.\n";
        return 1;
    }
    Arguments arguments;
    Raw raw;
    CLI::App app("satchelctl, a laptop of Satchel without a window", "satchelctl");
    app.set_version_flag("--version", "satchelctl " SATCHEL_VERSION);
    app.add_option("--profile", arguments.profile, "folder of the replica")->required();
    app.add_flag("--json", arguments.json, "answer in JSON");
    app.require_subcommand(1);
    app.fallthrough();
    declareSyncCommands(app, arguments);
    declareRecordCommands(app, arguments, raw);
    declareTransferCommands(app, arguments, raw);
    for (const auto& family : families)
        family->declare(app);
    try {
        Texts reversed = joinOptions(given, app);
        std::reverse(reversed.begin(), reversed.end()); // so CLI11 wants it
        app.parse(std::move(reversed));
        for (const std::string& text : raw.where)
            arguments.where.push_back(readCondition(text));
        arguments.columns = readPairs(raw.map, "COLUMN=FIELD", true);
        arguments.values = readPairs(raw.set.empty() ? raw.values : raw.set, "FIELD=VALUE", false);
        arguments.key = readNames(raw.key);
    } catch (const CLI::Success& success) {
        return app.exit(success);
    } catch (const CLI::Error& error) {
        complain(error.what());
        return 2;
    }
    arguments.command = commandOf(app);
    return arguments;
}

} // namespace satchel::ctl
