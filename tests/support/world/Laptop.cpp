// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/world/Laptop.h"

#include "core/schema/ValueText.h"
#include "tests/support/world/Must.h"

#include <filesystem>

namespace satchel::test {

Laptop::Laptop(std::string folder, std::string login, server::Service& service, HandEnvironment& clock)
    : m_folder(std::move(folder)), m_login(std::move(login)), m_clock(clock), m_line(service)
{
    open();
    must(m_engine->login("http://127.0.0.1:1", m_login, "demo", m_login + "'s laptop"));
    sync();
}

Laptop::Laptop(std::string folder, std::string login, std::string token, server::Service& service,
               HandEnvironment& clock)
    : m_folder(std::move(folder)), m_login(std::move(login)), m_clock(clock), m_line(service)
{
    open();
    m_engine->setToken(std::move(token));
}

void Laptop::signIn()
{
    must(m_engine->login("http://127.0.0.1:1", m_login, "demo", m_login + "'s laptop"));
}

void Laptop::copyFilesTo(const std::string& folder)
{
    const std::string token = m_engine->token();
    m_engine.reset();
    m_replica.reset();
    std::filesystem::copy(m_folder, folder, std::filesystem::copy_options::recursive);
    open();
    m_engine->setToken(token);
}

void Laptop::putBackFilesFrom(const std::string& folder)
{
    const std::string token = m_engine->token();
    m_engine.reset();
    m_replica.reset();
    std::filesystem::remove_all(m_folder);
    std::filesystem::copy(folder, m_folder, std::filesystem::copy_options::recursive);
    open();
    m_engine->setToken(token);
}

void Laptop::open()
{
    m_replica = must(Replica::open(m_folder, m_clock));
    m_engine = std::make_unique<Engine>(*m_replica, m_line);
    m_engine->setToken(m_token);
}

void Laptop::close()
{
    m_token = m_engine->token();
    m_engine.reset();
    m_replica.reset();
}

void Laptop::reopen()
{
    close();
    open();
}

Status Laptop::tryEdit(OperationKind kind, const std::string& name, const Id& id, const Fields& fields)
{
    m_clock.advance(HandEnvironment::second);
    const Entity& entity = schema::entity(name);
    Edit edit{.kind = kind, .entity = &entity, .id = id};
    SATCHEL_ASSIGN(const auto present, m_replica->find(entity, id));
    SATCHEL_ASSIGN(const auto identity, m_replica->identity());
    const ValueContext context{
        .resolve = [&](const Entity& of, std::string_view text) { return m_replica->resolve(of, text); },
        .newId = [&] { return m_clock.newId(); },
        .now = m_clock.now(),
        .me = identity->user};
    for (const auto& [field, text] : fields) {
        const auto index = entity.indexOf(field);
        if (!index)
            return invalid("There is no field " + field + ".");
        SATCHEL_ASSIGN(Value value, parseValue(entity, entity.fields[*index], text,
                                               present ? present->values[*index] : Value(), context));
        edit.values.emplace_back(*index, std::move(value));
    }
    SATCHEL_TRY(m_replica->commit({edit}));
    return Ok{};
}

Id Laptop::add(const std::string& entity, const Fields& fields)
{
    const Id id = m_clock.newId();
    must(tryEdit(OperationKind::Create, entity, id, fields));
    return id;
}

void Laptop::set(const std::string& entity, const Id& id, const Fields& fields)
{
    must(tryEdit(OperationKind::Update, entity, id, fields));
}

void Laptop::remove(const std::string& entity, const Id& id)
{
    must(tryEdit(OperationKind::Delete, entity, id, {}));
}

SyncReport Laptop::sync()
{
    m_clock.advance(HandEnvironment::second);
    return must(m_engine->sync());
}

bool Laptop::has(const std::string& entity, const Id& id)
{
    return must(m_replica->find(schema::entity(entity), id)).has_value();
}

std::string Laptop::value(const std::string& entity, const Id& id, const std::string& field)
{
    const auto record = must(m_replica->find(schema::entity(entity), id));
    return record ? formatValue(*record->entity->field(field), record->value(field)) : "(absent)";
}

std::int64_t Laptop::count(const std::string& entity)
{
    return must(m_replica->count(Query{.entity = &schema::entity(entity)}));
}

std::vector<std::string> Laptop::labels(const std::string& entity, const std::string& search)
{
    std::vector<std::string> found;
    for (const Record& row : must(m_replica->list(Query{.entity = &schema::entity(entity), .search = search})).rows)
        found.push_back(row.label());
    return found;
}

std::vector<InboxItem> Laptop::inbox()
{
    return must(m_replica->inbox());
}

std::vector<HistoryEntry> Laptop::history(const std::string& entity, const Id& id)
{
    return must(m_replica->history({schema::entity(entity).number, id}));
}

std::int64_t Laptop::waiting()
{
    return must(m_replica->status()).waiting;
}

bool Laptop::agreesWithServer()
{
    return must(m_engine->verify()).equal;
}

} // namespace satchel::test
