// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/SmallCompany.h"

#include <QTest>

namespace satchel::test {

SmallCompany::SmallCompany(const QString& database) : server(path("server"), database)
{
    const Ran made = server.command({"init", "--admin", "boss"});
    if (made.code != 0 || !server.start()) {
        QTest::qFail(("no company: " + made.all()).constData(), __FILE__, __LINE__);
        return;
    }
    boss = laptop("boss");
    keep("World", "territory", {"name=World", "code=W"});
    keep("North", "territory", {"name=North", "code=N", "parent=" + id("World").toUtf8()});
    keep("South", "territory", {"name=South", "code=S", "parent=" + id("World").toUtf8()});
    boss.sync();
    addUser("ana", "salesperson", "North");
    addUser("carl", "salesperson", "South");
    addUser("ben", "account_manager");
    addUser("dora", "sales_manager", "World");
    addUser("ines", "inside_sales", "North");
    addUser("mia", "marketing");
    boss.sync();
    for (const QJsonValue& user : boss.all("user"))
        ids[user[u"login"].toString()] = user[u"id"].toString();
    keep("Acme", "account", {"name=Acme", "number=A-1", "territory=North", "owner=ana"});
    keep("Acme Port", "account",
         {"name=Acme Port", "number=A-2", "territory=South", "owner=carl", "parent=" + id("Acme").toUtf8()});
    keep("Zeta", "account", {"name=Zeta", "number=Z-1", "territory=South", "owner=carl"});
    keep("team", "account_team", {"account=" + id("Acme").toUtf8(), "user=ben"});
    keep("Ruiz", "contact",
         {"first_name=Ana", "last_name=Ruiz", "account=" + id("Acme").toUtf8(), "owner=ana", "phone=+34 1",
          "email=ruiz@example.com"});
    keep("Port", "contact", {"last_name=Port", "account=" + id("Acme Port").toUtf8(), "owner=carl"});
    keep("Diaz", "contact", {"last_name=Diaz", "account=" + id("Zeta").toUtf8(), "owner=carl"});
    keep("call", "activity", {"kind=call", "subject=Asked for a price", "contact=" + id("Ruiz").toUtf8(), "owner=ana"});
    keep("lead", "lead", {"name=Leo Lead", "territory=North", "owner=ines"});
    keep("product", "product", {"name=Chair", "code=CH"});
    keep("list", "price_list", {"name=Standard", "code=STD", "currency=EUR"});
    keep("price", "price_entry", {"price_list=STD", "product=CH", "price=12.30 EUR"});
    boss.sync();
}

Profile SmallCompany::laptop(const char* login, const char* name)
{
    const Profile profile = unused(name ? name : login);
    profile.login(server.url(), login);
    return profile;
}

void SmallCompany::addUser(const char* login, const char* role, const char* territory)
{
    Words words{"user", "add", login, "--role", role};
    if (territory)
        words << Words{"--territory", territory};
    const Ran ran = server.command(words);
    if (ran.code != 0)
        QTest::qFail(("no user: " + ran.all()).constData(), __FILE__, __LINE__);
}

void SmallCompany::keep(const char* name, const char* entity, const Words& fields)
{
    ids[QString::fromUtf8(name)] = boss.add(entity, fields);
}

} // namespace satchel::test
