// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Codec.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

namespace satchel::test {

/// A laptop that believes nothing its own program says: it seals and sends whatever it likes, with a valid token. What
/// became of it is read in the server's database.
class Attacker {
public:
    Attacker(Company& company, const std::string& login) : m_company(company), m_line(company.service())
    {
        must(company.administration().setPasswords({company.id(login)}, "demo"));
        m_incarnation = company.clock().newId();
        m_secret = company.clock().random(32);
        m_reply = must(m_line.login({.program = "A program of the attacker",
                                     .login = login,
                                     .password = "demo",
                                     .deviceName = "elsewhere",
                                     .incarnation = m_incarnation,
                                     .secret = m_secret}));
    }

    /// One change of these operations, whatever they are, sealed as the next of this attacker's.
    Bytes seal(std::vector<Operation> operations, Milliseconds later = 0)
    {
        m_company.clock().advance(1);
        return encodeChange({.number = m_number + 1,
                             .editedAt = m_company.clock().now() + later,
                             .seenCheckpoint = seen,
                             .operations = std::move(operations)});
    }
    Outcome push(std::vector<Operation> operations) { return pushBody(seal(std::move(operations))); }
    Outcome pushBody(const Bytes& body)
    {
        must(m_line.push(m_reply.token, request({body})));
        m_previous = chainId(m_secret, ++m_number, m_previous, body);
        const auto rows =
            must(m_company.database().query("SELECT answer FROM outcome WHERE incarnation=$1 AND number=$2",
                                            {server::cell(m_incarnation), server::Cell(m_number)}));
        return rows.empty() ? Outcome{.status = OutcomeStatus::NoOp} : must(decodeOutcome(server::bytesOf(rows[0][0])));
    }
    [[nodiscard]] PushRequest request(std::vector<Bytes> bodies) const
    {
        return {.history = m_reply.history,
                .incarnation = m_incarnation,
                .previous = m_previous,
                .changes = std::move(bodies)};
    }

    static Operation update(const Entity& type, const Id& id, std::size_t field, const Value& value)
    {
        Operation made{.kind = OperationKind::Update, .entity = &type, .id = id, .seenRev = std::int64_t{1} << 50};
        // A group travels whole.
        for (const std::size_t member : type.groupOf(field))
            made.fields.push_back({member, Value(), member == field ? value : Value()});
        std::sort(made.fields.begin(), made.fields.end(),
                  [](const FieldChange& a, const FieldChange& b) { return a.field < b.field; });
        return made;
    }
    static Operation update(const char* entity, const Id& id, const char* field, const Value& value)
    {
        const Entity& type = schema::entity(entity);
        return update(type, id, *type.indexOf(field), value);
    }
    static Operation create(const char* entity, const Id& id, const std::vector<std::pair<std::string, Value>>& values)
    {
        const Entity& type = schema::entity(entity);
        Operation operation{.kind = OperationKind::Create, .entity = &type, .id = id};
        for (std::size_t i = 0; i < type.fields.size(); ++i)
            for (const auto& [field, value] : values)
                if (type.fields[i].name == field)
                    operation.fields.push_back({i, Value(), value});
        return operation;
    }
    static Operation remove(const std::string& entity, const Id& id)
    {
        return {.kind = OperationKind::Delete,
                .entity = &schema::entity(entity),
                .id = id,
                .seenRev = std::int64_t{1} << 50};
    }

    /// The checkpoint it claims to have seen.
    std::int64_t seen = 0;

    [[nodiscard]] LoopbackConversation& line() { return m_line; }
    [[nodiscard]] const LoginReply& reply() const { return m_reply; }

private:
    Company& m_company;
    LoopbackConversation m_line;
    Id m_incarnation;
    Bytes m_secret;
    LoginReply m_reply;
    std::int64_t m_number = 0;
    Bytes16 m_previous{};
};

} // namespace satchel::test
