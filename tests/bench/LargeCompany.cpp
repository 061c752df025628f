// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/LargeCompany.h"

#include "core/sales/Quotes.h"
#include "core/store/Rows.h"
#include "tests/support/world/Must.h"

#include <QtGlobal>

namespace satchel::bench {

using test::must;

namespace {

constexpr std::size_t quoteLines = 500;

Id firstOf(Replica& replica, const std::string& sql, const Id& bound)
{
    auto statement = must(replica.connection().prepare(sql));
    statement.bind(1, bound);
    return must(statement.step()) ? statement.id(0) : Id{};
}

// Products that the customer's list has a price for.
void addQuote(Replica& replica, const Id& user)
{
    const Id account = firstOf(replica, "SELECT id FROM account WHERE owner=?1 ORDER BY n LIMIT 1", user);
    sales::Quotes quotes(replica);
    const Id quote = must(quotes.create({.account = account, .title = largeQuote})).added.front();
    auto statement = must(replica.connection().prepare("SELECT id FROM product WHERE active=1 AND id IN (SELECT "
                                                       "product FROM price_entry) AND id NOT "
                                                       "IN (SELECT bundle FROM bundle_part) ORDER BY n LIMIT 500"));
    std::vector<sales::NewLine> lines;
    while (must(statement.step()))
        lines.push_back({.product = statement.id(0),
                         .quantity = {static_cast<std::int64_t>(1 + lines.size() % 60) * Decimal::scale}});
    if (lines.size() != quoteLines)
        qFatal("The demo company has too few products for a quote of 500 lines.");
    must(quotes.addLines(quote, lines));
}

} // namespace

std::vector<server::DemoUser> fillWithDemo(Replica& replica, int scale, Milliseconds today)
{
    auto transaction = must(sqlite::Transaction::begin(replica.connection()));
    Rows rows(replica.connection());
    const server::DemoOptions options{.scale = scale, .seed = 1, .today = today};
    auto users = must(server::demoCompany(options, [&](const Record& made) {
        Record record = made;
        record.rev = 1;
        record.root = record.id;
        return rows.insert(record);
    }));
    must(transaction.commit());
    return users;
}

void makeLargeProfile(const std::string& folder, int scale)
{
    SystemEnvironment environment;
    const auto replica = must(Replica::open(folder, environment));
    if (must(replica->identity()))
        return;
    const auto users = fillWithDemo(*replica, scale, environment.now());
    must(replica->setIdentity({.server = "http://127.0.0.1:1", // nobody answers there
                               .login = users.front().login,
                               .user = users.front().id,
                               .role = users.front().role,
                               .device = environment.newId(),
                               .deviceName = "bench",
                               .incarnation = environment.newId(),
                               .secret = environment.random(32),
                               .history = environment.newId(),
                               .digestKey = environment.random(16)}));
    addQuote(*replica, users.front().id);
}

} // namespace satchel::bench
