// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"
#include "tests/support/HandEnvironment.h"
#include "tests/support/world/Must.h"

#include <QTemporaryDir>

namespace satchel::test {

/// A signed-in replica in a temporary folder, without any server: for stories that happen on one laptop.
struct Profile {
    explicit Profile(Role role = Role::Salesperson)
    {
        folder = directory.filePath(QStringLiteral("profile")).toStdString();
        open();
        must(replica->setIdentity({.server = "http://127.0.0.1:1",
                                   .login = "ana",
                                   .user = clock.newId(),
                                   .role = role,
                                   .device = clock.newId(),
                                   .deviceName = "Ana's laptop",
                                   .incarnation = clock.newId(),
                                   .secret = clock.random(32),
                                   .history = clock.newId(),
                                   .digestKey = clock.random(16)}));
    }

    void open() { replica = must(Replica::open(folder, clock)); }
    void reopen()
    {
        replica.reset();
        open();
    }

    /// Adds a row from declared values.
    Id add(const char* entity, const std::vector<std::pair<const char*, Value>>& values)
    {
        clock.advance(HandEnvironment::second);
        return must(replica->commit({edit(OperationKind::Create, entity, {}, values)})).rows[0].key.id;
    }
    Receipt set(const char* entity, const Id& id, const std::vector<std::pair<const char*, Value>>& values)
    {
        clock.advance(HandEnvironment::second);
        return must(replica->commit({edit(OperationKind::Update, entity, id, values)}));
    }
    static Edit edit(OperationKind kind, const char* name, const Id& id,
                     const std::vector<std::pair<const char*, Value>>& values)
    {
        const Entity& entity = schema::entity(name);
        Edit edit{.kind = kind, .entity = &entity, .id = id};
        for (const auto& [field, value] : values)
            edit.values.emplace_back(*entity.indexOf(field), value);
        return edit;
    }
    Value value(const char* entity, const Id& id, const char* field)
    {
        const auto record = must(replica->find(schema::entity(entity), id));
        return record ? record->value(field) : Value("(absent)");
    }
    std::vector<std::string> labels(Query query)
    {
        std::vector<std::string> found;
        for (const Record& row : must(replica->list(query)).rows)
            found.push_back(row.label());
        return found;
    }

    QTemporaryDir directory;
    HandEnvironment clock;
    std::string folder;
    std::unique_ptr<Replica> replica;
};

} // namespace satchel::test
