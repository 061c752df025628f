// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/world/Company.h"

#include "core/schema/Composite.h"
#include "sync/server/Backup.h"
#include "sync/server/Ledger.h"
#include "sync/server/Write.h"
#include "tests/support/world/Must.h"

#include <filesystem>

namespace satchel::test {

namespace {

std::vector<std::string> list(const Id& id)
{
    return {id.toString()};
}

} // namespace

Status Company::feed(const std::function<Status(const Record&)>& take)
{
    const auto make = [&](const char* entity, const std::vector<std::pair<const char*, Value>>& values) -> Result<Id> {
        Record record(schema::entity(entity), m_clock.newId());
        for (const auto& [field, value] : values)
            record.set(field, value);
        SATCHEL_TRY(take(record));
        return record.id;
    };
    SATCHEL_ASSIGN(const Id world, make("territory", {{"name", "World"}, {"code", "W"}}));
    SATCHEL_ASSIGN(north, make("territory", {{"name", "North"}, {"code", "N"}, {"parent", world}}));
    SATCHEL_ASSIGN(south, make("territory", {{"name", "South"}, {"code", "S"}, {"parent", world}}));
    struct Person {
        const char* login;
        const char* name;
        const char* role;
        Id territory;
    };
    for (const Person& person :
         {Person{"ana", "Ana Seller", "salesperson", north}, Person{"carl", "Carl Seller", "salesperson", south},
          Person{"ben", "Ben Keys", "account_manager", {}}, Person{"dora", "Dora Chief", "sales_manager", world},
          Person{"ines", "Ines Phone", "inside_sales", north}, Person{"mia", "Mia Market", "marketing", {}},
          Person{"admin", "Adam Admin", "administrator", {}}}) {
        SATCHEL_ASSIGN(
            m_ids[person.login],
            make("user",
                 {{"login", person.login},
                  {"name", person.name},
                  {"role", person.role},
                  {"active", std::int64_t{1}},
                  {"territories", person.territory.isNull() ? Value() : Value(writeList(list(person.territory)))}}));
    }
    SATCHEL_ASSIGN(
        acme,
        make(
            "account",
            {{"name", "Acme"}, {"number", "A-1"}, {"status", "customer"}, {"territory", north}, {"owner", id("ana")}}));
    SATCHEL_ASSIGN(zeta, make("account", {{"name", "Zeta"},
                                          {"number", "Z-1"},
                                          {"status", "customer"},
                                          {"territory", south},
                                          {"owner", id("carl")}}));
    SATCHEL_TRY(make("account_team", {{"account", acme}, {"user", id("ben")}, {"role", "lead"}}));
    SATCHEL_ASSIGN(
        anaRuiz,
        make("contact",
             {{"first_name", "Ana"}, {"last_name", "Ruiz"}, {"account", acme}, {"phone", "+34 91 111 11 11"}}));
    SATCHEL_ASSIGN(boLee, make("contact", {{"first_name", "Bo"}, {"last_name", "Lee"}, {"account", acme}}));
    SATCHEL_ASSIGN(cleoDiaz, make("contact", {{"first_name", "Cleo"}, {"last_name", "Diaz"}, {"account", zeta}}));
    SATCHEL_TRY(make("activity", {{"kind", "call"},
                                  {"status", "done"},
                                  {"subject", "Asked for a quote"},
                                  {"account", acme},
                                  {"contact", anaRuiz},
                                  {"owner", id("ana")},
                                  {"starts", m_clock.now()}}));
    SATCHEL_ASSIGN(product, make("product", {{"name", "Pump"}, {"code", "P-1"}, {"active", std::int64_t{1}}}));
    SATCHEL_ASSIGN(priceList, make("price_list", {{"name", "EUR Retail"}, {"code", "EUR"}, {"currency", "EUR"}}));
    SATCHEL_TRY(make("price_entry", {{"price_list", priceList}, {"product", product}, {"price", "12.30 EUR"}}));
    return Ok{};
}

Company::Company(const std::string& database, std::uint64_t seed)
    : m_clock(seed), m_identities(m_clock, 30 * server::Identities::day, server::Passwords::Effort::Least)
{
    m_factory = must(server::openDatabase(m_folder.path().toStdString(), database));
    m_database = must(m_factory->connect());
    m_administration = std::make_unique<server::Administration>(*m_database, m_identities, m_clock);
    m_service = std::make_unique<server::Service>(*m_database, m_identities, m_clock);
    must(m_administration->load([this](const auto& take) { return feed(take); }));
}

Laptop& Company::laptop(const std::string& login)
{
    // Hashing a password is slow on purpose; only those who sign in get one.
    if (m_withPassword.insert(login).second)
        must(m_administration->setPasswords({id(login)}, "demo"));
    const std::string folder = m_folder.filePath(QStringLiteral("laptop%1").arg(m_laptops.size())).toStdString();
    m_laptops.push_back(std::make_unique<Laptop>(folder, login, *m_service, m_clock));
    return *m_laptops.back();
}

Laptop& Company::copyOf(Laptop& laptop)
{
    const std::string folder = m_folder.filePath(QStringLiteral("copy%1").arg(m_laptops.size())).toStdString();
    laptop.copyFilesTo(folder);
    m_laptops.push_back(std::make_unique<Laptop>(folder, laptop.login(), laptop.engine().token(), *m_service, m_clock));
    return *m_laptops.back();
}

std::string Company::backUp()
{
    const std::string file = m_folder.filePath(QStringLiteral("backup%1").arg(m_backups++)).toStdString();
    must(server::backup(*m_database, file));
    return file;
}

void Company::putBack(const std::string& file, bool declared)
{
    const QTemporaryDir folder;
    std::filesystem::copy_file(file, folder.filePath(QStringLiteral("server.sqlite")).toStdString());
    const auto factory = must(server::openDatabase(folder.path().toStdString(), {}));
    const auto from = must(factory->connect());
    const std::int64_t above = must(server::readClock(*m_database)).seq;
    must(server::write(*m_database, [&]() -> Status {
        SATCHEL_ASSIGN(const auto tables, from->query("SELECT name FROM sqlite_schema WHERE type='table' AND "
                                                      "name NOT LIKE 'sqlite_%' AND name<>'satchel_schema'"));
        for (const server::Row& table : tables)
            SATCHEL_TRY(m_database->query("DELETE FROM " + server::textOf(table[0])));
        return Ok{};
    }));
    if (declared)
        must(server::restore(file, *m_database, m_clock, above));
    else
        must(server::write(*m_database, [&] { return server::copyBackup(*from, *m_database); }));
}

} // namespace satchel::test
