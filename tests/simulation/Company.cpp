// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Company.h"

#include "core/schema/Composite.h"
#include "tests/simulation/FaultyVfs.h"
#include "tests/support/world/Must.h"

#include <algorithm>

namespace satchel::simulation {

using test::must;

namespace {

constexpr Milliseconds hour = 3'600'000;
constexpr std::string_view tail = "zqx";
constexpr std::size_t letters = 6;

class Maker {
public:
    explicit Maker(Company& company) : m_company(company), m_server(m_company.began) {}

    void make()
    {
        m_company.began = 1'795'339'800'000; // 2026-11-22T09:30:00Z
        vfs::plugIn("server", m_server.disk);
        m_server.clock.throwDice(1);
        must(m_server.start());
        server::Administration administration(m_server.database(), m_server.identities(), m_server.clock);
        must(administration.load([this](const auto& take) { return feed(take); }));
        std::vector<Id> everybody;
        for (const Company::Person& person : m_company.people)
            everybody.push_back(person.id);
        must(administration.setPasswords(everybody, "demo"));
        for (const char* login : {"ana", "ana", "ben", "carl", "dora", "ines", "mia", "admin"})
            makeLaptop(login);
        m_server.stop();
        m_company.server = m_server.disk.image();
        vfs::unplugAll();
    }

private:
    void makeLaptop(const std::string& login)
    {
        const std::string name = "laptop" + std::to_string(m_company.laptops.size());
        LaptopMachine laptop(name, login, m_company.began, m_server);
        laptop.clock.throwDice(100 + m_company.laptops.size());
        vfs::plugIn(name, laptop.disk);
        must(laptop.open());
        must(laptop.signIn());
        must(laptop.sync());
        m_company.tokens[name] = laptop.token;
        laptop.close();
        m_company.laptops.emplace_back(login, laptop.disk.image());
    }

    using Take = std::function<Status(const Record&)>;
    using Values = std::vector<std::pair<const char*, Value>>;

    Result<Id> add(const Take& take, const char* entity, const Values& values)
    {
        Record record(schema::entity(entity), m_server.clock.newId());
        for (const auto& [field, value] : values)
            record.set(field, value);
        SATCHEL_TRY(take(record));
        return record.id;
    }

    Status feed(const Take& take)
    {
        SATCHEL_ASSIGN(const Id world, add(take, "territory", {{"name", "World"}, {"code", "W"}}));
        m_company.territories = {world};
        for (const char* name : {"North", "South", "East"}) {
            SATCHEL_ASSIGN(const Id id, add(take, "territory", {{"name", name}, {"code", name}, {"parent", world}}));
            m_company.territories.push_back(id);
        }
        struct Hired {
            const char* login;
            const char* role;
            int territory; ///< -1: none
        };
        for (const Hired& hired :
             {Hired{"ana", "salesperson", 1}, Hired{"ben", "account_manager", -1}, Hired{"carl", "salesperson", 2},
              Hired{"dora", "sales_manager", 0}, Hired{"ines", "inside_sales", 1}, Hired{"mia", "marketing", -1},
              Hired{"admin", "administrator", -1}}) {
            const Value nodes =
                hired.territory < 0
                    ? Value()
                    : Value(writeList({m_company.territories[static_cast<std::size_t>(hired.territory)].toString()}));
            SATCHEL_ASSIGN(const Id id, add(take, "user",
                                            {{"login", hired.login},
                                             {"name", hired.login},
                                             {"role", hired.role},
                                             {"active", std::int64_t{1}},
                                             {"territories", nodes}}));
            m_company.people.push_back({hired.login, id});
        }
        for (std::size_t i = 0; i < 10; ++i)
            SATCHEL_TRY(addAccount(take, i));
        for (std::size_t i = 0; i < 6; ++i) {
            SATCHEL_ASSIGN(const Id lead, add(take, "lead",
                                              {{"name", name()},
                                               {"status", "new"},
                                               {"territory", m_company.territories[1 + i % 3]},
                                               {"owner", m_company.people[i % 3].id}}));
            SATCHEL_TRY(addTwins(take, "lead", lead));
        }
        SATCHEL_ASSIGN(const Id product, add(take, "product", {{"name", "Pump"}, {"code", "P-1"}}));
        SATCHEL_ASSIGN(const Id list, add(take, "price_list", {{"name", "Retail"}, {"currency", "EUR"}}));
        SATCHEL_TRY(add(take, "price_entry", {{"price_list", list}, {"product", product}, {"price", "12.30 EUR"}}));
        for (const Id& account : m_accounts)
            SATCHEL_TRY(addQuote(take, account, product));
        return Ok{};
    }

    Status addQuote(const Take& take, const Id& account, const Id& product)
    {
        SATCHEL_ASSIGN(const Id quote, add(take, "quote",
                                           {{"title", name()},
                                            {"account", account},
                                            {"currency", "EUR"},
                                            {"date", "2026-11-22"},
                                            {"status", "draft"},
                                            {"revision", std::int64_t{1}}}));
        for (const char* position : {"a", "b", "c"})
            SATCHEL_TRY(add(take, "quote_line",
                            {{"quote", quote},
                             {"position", position},
                             {"kind", "item"},
                             {"role", position == std::string_view("c") ? "optional" : "normal"},
                             {"product", product},
                             {"quantity", std::int64_t{20'000}},
                             {"list_price", "12.30 EUR"},
                             {"tax_percent", std::int64_t{190'000}},
                             {"description", name()}}));
        return Ok{};
    }

    Status addAccount(const Take& take, std::size_t i)
    {
        SATCHEL_ASSIGN(const Id account, add(take, "account",
                                             {{"name", name()},
                                              {"status", "customer"},
                                              {"territory", m_company.territories[1 + i % 3]},
                                              {"owner", m_company.people[i % 3].id}}));
        if (i < 3)
            m_accounts.push_back(account);
        if (i % 4 == 0)
            SATCHEL_TRY(add(take, "account_team", {{"account", account}, {"user", m_company.people[1].id}}));
        for (std::size_t j = 0; j <= i % 2; ++j)
            SATCHEL_TRY(add(take, "contact", {{"last_name", name()}, {"account", account}}));
        SATCHEL_TRY(
            add(take, "task", {{"title", name()}, {"account", account}, {"assignee", m_company.people[i % 5].id}}));
        return addTwins(take, "account", account);
    }

    // Two activities that were and are written together: nobody may ever see one without the other.
    Status addTwins(const Take& take, const char* parent, const Id& id)
    {
        for (int i = 0; i < 2; ++i)
            SATCHEL_TRY(add(take, "activity",
                            {{"kind", "visit"},
                             {"subject", name()},
                             {"notes", "twin " + id.toString()},
                             {parent, id},
                             {"starts", m_company.began},
                             {"ends", m_company.began + hour}}));
        return Ok{};
    }

    std::string name() { return canary(++m_names); }

    Company& m_company;
    ServerMachine m_server;
    std::uint64_t m_names = 0;
    std::vector<Id> m_accounts; ///< that have a quote
};

} // namespace

const Company& Company::get()
{
    static const Company company = [] {
        Company made;
        Maker(made).make();
        return made;
    }();
    return company;
}

std::string canary(std::uint64_t number)
{
    std::string text;
    std::uint64_t mixed = number * 0x9E3779B1ULL % 0x1000000ULL; // odd: no two numbers share one
    for (std::size_t i = 0; i < letters; ++i, mixed /= 16)
        text += static_cast<char>('a' + mixed % 16);
    return text + std::string(tail);
}

void findCanaries(std::string_view bytes, std::vector<std::uint64_t>& found)
{
    // The inverse of the factor modulo 2^24, so that a text gives its number back.
    constexpr std::uint64_t factor = 0x9E3779B1ULL % 0x1000000ULL;
    constexpr std::uint64_t inverse = [] {
        std::uint64_t x = 1;
        for (int i = 0; i < 6; ++i)
            x = x * (2 - factor * x);
        return x % 0x1000000ULL;
    }();
    for (std::size_t at = bytes.find(tail); at != std::string_view::npos; at = bytes.find(tail, at + 1)) {
        if (at < letters)
            continue;
        std::uint64_t mixed = 0;
        bool whole = true;
        for (std::size_t i = letters; i-- > 0;) {
            const char c = bytes[at - letters + i];
            whole = whole && c >= 'a' && c <= 'p';
            mixed = mixed * 16 + static_cast<std::uint64_t>(c - 'a');
        }
        if (whole)
            found.push_back(mixed * inverse % 0x1000000ULL);
    }
}

} // namespace satchel::simulation
