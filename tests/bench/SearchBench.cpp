// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/GlobalSearch.h"
#include "core/store/SearchText.h"
#include "tests/bench/LargeCompany.h"
#include "tests/bench/Plain.h"
#include "tests/bench/Stage.h"
#include "tests/support/world/Must.h"

// Search as you type: every keystroke of several words, on a replica of the demo company at --scale. The limit is the
// bare FTS5 query for the same prefix, the first 50 row numbers and nothing of the rows.

namespace satchel::bench {

using test::must;

namespace {

/// What is typed: names and a number of contacts that are there, spread over the company.
std::vector<std::string> wordsToType(Replica& replica)
{
    std::vector<std::string> words;
    auto statement = must(replica.connection().prepare(
        "SELECT first_name, last_name, phone FROM contact WHERE n % 9973 = 7 ORDER BY n LIMIT 8"));
    for (int i = 0; must(statement.step()); ++i) {
        const std::string last(statement.text(1));
        if (i % 4 == 3 && !statement.isNull(2))
            words.emplace_back(statement.text(2));
        else
            words.push_back(i % 4 == 2 ? std::string(statement.text(0)) + " " + last : last);
    }
    words.emplace_back("gmbh");
    words.emplace_back("purchasing manager");
    return words;
}

/// "m", "mü", "mül": what is in the box after every key.
std::vector<std::string> keystrokes(const std::vector<std::string>& words)
{
    std::vector<std::string> typed;
    for (const std::string& word : words)
        for (std::size_t i = 1; i <= word.size(); ++i)
            if (i == word.size() || (static_cast<unsigned char>(word[i]) & 0xC0) != 0x80)
                typed.push_back(word.substr(0, i));
    std::erase_if(typed, [](const std::string& text) { return searchQuery(text).empty(); });
    return typed;
}

std::unique_ptr<PlainStatement> bareSearch(Replica& replica, const char* entity)
{
    const std::string table = std::string("search_") + entity;
    return std::make_unique<PlainStatement>(replica.connection().handle(),
                                            "SELECT rowid FROM " + table + " WHERE " + table + " MATCH ?1 LIMIT 50");
}

} // namespace

void measureSearch(const Request& request, Report& report)
{
    QTemporaryDir folder;
    SystemEnvironment environment;
    const auto replica = must(Replica::open(folder.filePath(QStringLiteral("profile")).toStdString(), environment));
    Line loading{.name = "loading the company to be searched"};
    loading.product.add(milliseconds([&] { fillWithDemo(*replica, request.scale, 1'795'339'800'000); }));
    const auto contacts = must(replica->connection().integer("SELECT count(*) FROM contact"));
    const std::vector<std::string> typed = keystrokes(wordsToType(*replica));

    Line list{.name = "contacts as you type, " + std::to_string(contacts) + " of them"};
    Line longer{.name = "  from the second letter on"};
    Line everything{.name = "everything as you type"};
    const Entity& contact = schema::entity("contact");
    const auto bareContacts = bareSearch(*replica, "contact");
    std::vector<std::unique_ptr<PlainStatement>> bareTables;
    for (const char* entity : GlobalSearch::kinds())
        bareTables.push_back(bareSearch(*replica, entity));
    const int rounds = std::max(1, request.runs);
    for (int round = 0; round < rounds; ++round) {
        for (const std::string& text : typed) {
            const Query query{.entity = &contact, .search = text, .filters = {}, .orderBy = {}};
            const std::string match = searchQuery(text);
            const double product = milliseconds([&] { must(replica->list(query)); });
            const double limit = milliseconds([&] { bareContacts->rows(match); });
            list.product.add(product);
            list.limit.add(limit);
            if (text.size() >= 2) {
                longer.product.add(product);
                longer.limit.add(limit);
            }
            everything.product.add(milliseconds([&] { must(replica->searchEverything(text, 20)); }));
            everything.limit.add(milliseconds([&] {
                for (const auto& each : bareTables)
                    each->rows(match);
            }));
        }
    }
    list.note = std::to_string(typed.size()) + " keystrokes, " + std::to_string(rounds) + " rounds; a page of 50";
    for (Line* each : {&loading, &list, &longer, &everything})
        report.add(std::move(*each));
}

} // namespace satchel::bench
