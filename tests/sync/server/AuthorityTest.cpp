// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Access.h"
#include "core/schema/ValueText.h"
#include "sync/protocol/Codec.h"
#include "tests/sync/server/Attacker.h"

#include <QTest>

using namespace satchel;
using namespace satchel::test;

/// The laptop is not trusted: every request is judged by the rights of this moment, and the database is looked at, not
/// the answer.
class AuthorityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSalespersonCannotWriteOutsideHisArea()
    {
        Company company;
        Attacker ana(company, "ana");
        QCOMPARE(ana.push({Attacker::update("contact", company.cleoDiaz, "phone", "+34 666")}).status,
                 OutcomeStatus::Rejected);
        QCOMPARE(ana.push({Attacker::update("account", company.zeta, "name", "Mine now")}).status,
                 OutcomeStatus::Rejected);
        QCOMPARE(ana.push({Attacker::remove("account", company.zeta)}).status, OutcomeStatus::Rejected);
        QCOMPARE(ana.push({Attacker::create("contact", company.clock().newId(),
                                            {{"last_name", "Spy"}, {"account", company.zeta}})})
                     .status,
                 OutcomeStatus::Rejected);
        QCOMPARE(field(company, "contact", company.cleoDiaz, "phone"), "");
        QCOMPARE(field(company, "account", company.zeta, "name"), "Zeta");
        QCOMPARE(rows(company, "contact"), 3);
    }

    void aRecordIsNotPulledIntoAnAreaByMovingItsParentFirst()
    {
        Company company;
        Attacker ana(company, "ana");
        QCOMPARE(ana.push({Attacker::update("contact", company.cleoDiaz, "account", company.acme)}).status,
                 OutcomeStatus::Rejected);
        QCOMPARE(ana.push({Attacker::update("account", company.zeta, "territory", company.north)}).status,
                 OutcomeStatus::Rejected);
        QCOMPARE(ana.push({Attacker::update("account", company.zeta, "parent", company.acme)}).status,
                 OutcomeStatus::Rejected);
        QCOMPARE(ana.push({Attacker::update("account", company.acme, "parent", company.zeta),
                           Attacker::update("account", company.zeta, "name", "X")})
                     .status,
                 OutcomeStatus::Rejected);
        QCOMPARE(ana.push({Attacker::update("account", company.acme, "parent", company.zeta)}).status,
                 OutcomeStatus::Rejected);
        QCOMPARE(ana.push({Attacker::create(
                              "task", company.clock().newId(),
                              {{"title", "Look here"}, {"assignee", company.id("ana")}, {"account", company.zeta}})})
                     .status,
                 OutcomeStatus::Rejected);
        QCOMPARE(rows(company, "task"), 0);
        QCOMPARE(idField(company, "account", company.zeta, "territory"), company.south);
        QCOMPARE(idField(company, "account", company.acme, "parent"), Id{});
    }

    void aForbiddenOperationTakesTheWholeChangeWithIt()
    {
        Company company;
        Attacker ana(company, "ana");
        QCOMPARE(ana.push({Attacker::update("contact", company.anaRuiz, "job_title", "Chief"),
                           Attacker::update("account", company.acme, "national", std::int64_t{1})})
                     .status,
                 OutcomeStatus::Rejected);
        QCOMPARE(field(company, "contact", company.anaRuiz, "job_title"), "");
        // The same, without the forbidden part, goes through: the queue is not blocked.
        QCOMPARE(ana.push({Attacker::update("contact", company.anaRuiz, "job_title", "Chief")}).status,
                 OutcomeStatus::Applied);
        QCOMPARE(field(company, "contact", company.anaRuiz, "job_title"), "Chief");
    }

    void nobodyMakesHimselfMoreThanHeIs()
    {
        Company company;
        for (const char* login : {"ana", "ben", "dora", "ines", "mia"}) {
            Attacker attacker(company, login);
            const Id me = company.id(login);
            QCOMPARE(attacker.push({Attacker::update("user", me, "role", "administrator")}).status,
                     OutcomeStatus::Rejected);
            QCOMPARE(
                attacker.push({Attacker::update("user", me, "territories", "[\"" + company.south.toString() + "\"]")})
                    .status,
                OutcomeStatus::Rejected);
            QCOMPARE(attacker
                         .push({Attacker::create("user", company.clock().newId(),
                                                 {{"login", "eve"}, {"name", "Eve"}, {"role", "administrator"}})})
                         .status,
                     OutcomeStatus::Rejected);
            QCOMPARE(attacker.push({Attacker::update("price_entry", company.product, "price", "0.01 EUR")}).status,
                     OutcomeStatus::Rejected);
            QVERIFY(field(company, "user", me, "role") != "administrator");
        }
        QCOMPARE(rows(company, "user"), 7);
    }

    void onlyAdministratorsWriteTheCatalogue()
    {
        Company company;
        for (const char* login : {"ana", "ben", "dora", "ines", "mia", "admin"}) {
            Attacker attacker(company, login);
            const bool admin = std::string(login) == "admin";
            QCOMPARE(attacker.push({Attacker::update("product", company.product, "name", login)}).status,
                     admin ? OutcomeStatus::Applied : OutcomeStatus::Rejected);
        }
        QCOMPARE(field(company, "product", company.product, "name"), "admin");
    }

    void inboxItemsAreWrittenByTheServerAlone()
    {
        Company company;
        Attacker ana(company, "ana");
        QCOMPARE(ana.push({Attacker::create("conflict", company.clock().newId(),
                                            {{"entity", "contact"},
                                             {"record", company.anaRuiz.toString()},
                                             {"a_user", company.id("carl")}})})
                     .status,
                 OutcomeStatus::Rejected);
        QCOMPARE(rows(company, "conflict"), 0);
    }

    void badValuesAreRefusedByTheServerToo()
    {
        Company company;
        Attacker ana(company, "ana");
        for (const auto& [name, value] :
             std::vector<std::pair<const char*, Value>>{{"last_name", Value()},
                                                        {"last_name", Value(std::string(101, 'x'))},
                                                        {"email", Value("nobody")},
                                                        {"birthday", Value("2026-02-30")},
                                                        {"decision_role", Value("king")},
                                                        {"tags", Value("[\"a\",\"a\"]")},
                                                        {"tags", Value("[ ]")},
                                                        {"address", Value("{\"planet\":\"Mars\"}")},
                                                        {"last_name", Value(std::int64_t{7})},
                                                        {"phone", Value(company.acme)}}) {
            Operation operation = Attacker::update("contact", company.anaRuiz, name, value);
            operation.fields[0].before = "something";
            const Outcome outcome = ana.push({operation});
            QCOMPARE(outcome.status, OutcomeStatus::Rejected);
            QCOMPARE(outcome.code, "invalid");
        }
        QCOMPARE(field(company, "contact", company.anaRuiz, "last_name"), "Ruiz");
    }

    /// Every role against every entity and every right, as declared.
    void whatTheDeclarationForbidsTheServerForbids()
    {
        Company company;
        for (const char* login : {"ana", "ben", "dora", "ines", "mia"}) {
            Attacker attacker(company, login);
            const Role role = *roleNamed(field(company, "user", company.id(login), "role"));
            for (const Entity& entity : schema::entities()) {
                if (mayCreate(role, entity) && !entity.internal)
                    continue;
                const std::int64_t before = rows(company, entity.name.c_str());
                Operation operation{.kind = OperationKind::Create, .entity = &entity, .id = company.clock().newId()};
                for (std::size_t i = 0; i < entity.fields.size(); ++i)
                    if (entity.fields[i].required)
                        operation.fields.push_back({i, Value(), anyValue(entity.fields[i], company)});
                QCOMPARE(attacker.push({operation}).status, OutcomeStatus::Rejected);
                QCOMPARE(rows(company, entity.name.c_str()), before);
            }
        }
    }

    void aTokenThatWasRevokedOrNeverGivenOpensNothing()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        const std::string good = ana.engine().token();
        for (const std::string& token :
             {std::string(), std::string("x"), std::string(64, '0'), good.substr(1), good + "0"}) {
            ana.engine().setToken(token);
            const auto report = ana.trySync();
            QVERIFY(!report.ok());
            QCOMPARE(report.error().kind, ErrorKind::Unauthorized);
        }
        ana.engine().setToken(good);
        QVERIFY(ana.trySync().ok());
        must(company.administration().disable("ana"));
        QCOMPARE(ana.trySync().error().kind, ErrorKind::Unauthorized);
    }

    void aChangeOfAnotherDeviceCannotBeSentAgainByAnybody()
    {
        Company company;
        Laptop& ana = company.laptop("ana");
        Laptop& carl = company.laptop("carl");
        const auto identity = *must(ana.replica().identity());
        const auto reply =
            carl.line().push(carl.engine().token(), {.history = identity.history,
                                                     .incarnation = identity.incarnation,
                                                     .changes = {encodeChange({.number = 1, .operations = {}})}});
        QVERIFY(!reply.ok());
    }

private:
    static std::string field(Company& company, const char* entity, const Id& id, const char* name)
    {
        const auto row = must(company.database().query(
            "SELECT f_" + std::string(name) + " FROM e_" + entity + " WHERE id=$1 AND deleted=0", {server::cell(id)}));
        return row.empty() ? "(absent)" : server::textOf(row[0][0]);
    }
    static Id idField(Company& company, const char* entity, const Id& id, const char* name)
    {
        return server::idOf(must(company.database().query(
            "SELECT f_" + std::string(name) + " FROM e_" + entity + " WHERE id=$1", {server::cell(id)}))[0][0]);
    }
    static std::int64_t rows(Company& company, const char* entity)
    {
        return server::integerOf(
            must(company.database().query("SELECT count(*) FROM e_" + std::string(entity) + " WHERE deleted=0"))[0][0]);
    }
    static Value anyValue(const Field& field, Company& company)
    {
        switch (field.type) {
        case FieldType::Reference: return field.references == "account" ? company.acme : company.product;
        case FieldType::Choice: return field.choices.front();
        case FieldType::Integer: return std::int64_t{1};
        case FieldType::Money: return "1.00 EUR";
        default: return field.name == "currency" ? "EUR" : "something";
        }
    }
};

QTEST_GUILESS_MAIN(AuthorityTest)
#include "AuthorityTest.moc"
