// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/UndoLog.h"

#include "core/store/Meta.h"

namespace satchel {

// A deed's commit has been waited for already; that it can be undone is worth no second wait for the disk. A loss of
// power may take the last step of the log, never what was typed, and never the order of what is left.
Status UndoLog::quickly(const std::function<Status()>& work)
{
    SATCHEL_ASSIGN(const std::int64_t before, m_connection.integer("PRAGMA synchronous"));
    SATCHEL_TRY(m_connection.execute("PRAGMA synchronous=NORMAL"));
    const Status result = [&]() -> Status {
        SATCHEL_ASSIGN(auto transaction, sqlite::Transaction::begin(m_connection));
        SATCHEL_TRY(work());
        return transaction.commit();
    }();
    SATCHEL_TRY(m_connection.execute("PRAGMA synchronous=" + std::to_string(before)));
    return result;
}

Status UndoLog::done(const std::string& body, const std::vector<Id>& ids)
{
    return quickly([&]() -> Status {
        SATCHEL_TRY(m_connection.execute("DELETE FROM undo_id WHERE place IN (SELECT place FROM undo WHERE stack=1);"
                                         "DELETE FROM undo WHERE stack=1"));
        SATCHEL_TRY(add(Stack::Undo, body, ids));
        SATCHEL_TRY(trim());
        SATCHEL_ASSIGN(auto said, m_connection.prepare("DELETE FROM meta WHERE key=?1"));
        return said.bindText(1, forgottenFact).run();
    });
}

Status UndoLog::push(Stack stack, const std::string& body, const std::vector<Id>& ids)
{
    return quickly([&] { return add(stack, body, ids); });
}

Result<std::optional<std::string>> UndoLog::take(Stack stack)
{
    std::optional<std::string> body;
    SATCHEL_TRY(quickly([&]() -> Status {
        std::int64_t place = 0;
        {
            SATCHEL_ASSIGN(auto newest, m_connection.prepare(
                                            "SELECT place, body FROM undo WHERE stack=?1 ORDER BY place DESC LIMIT 1"));
            SATCHEL_ASSIGN(const bool found, newest.bind(1, static_cast<std::int64_t>(stack)).step());
            if (!found)
                return Ok{};
            place = newest.integer(0);
            body = std::string(newest.text(1));
        }
        for (const char* sql : {"DELETE FROM undo_id WHERE place=?1", "DELETE FROM undo WHERE place=?1"}) {
            SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql));
            SATCHEL_TRY(statement.bind(1, place).run());
        }
        return Ok{};
    }));
    return body;
}

Status UndoLog::add(Stack stack, const std::string& body, const std::vector<Id>& ids)
{
    SATCHEL_ASSIGN(auto insert, m_connection.prepare("INSERT INTO undo(stack, body) VALUES(?1, ?2)"));
    SATCHEL_TRY(insert.bind(1, static_cast<std::int64_t>(stack)).bindText(2, body).run());
    SATCHEL_ASSIGN(auto mention, m_connection.prepare("INSERT OR IGNORE INTO undo_id(id, place) "
                                                      "VALUES(?1, (SELECT max(place) FROM undo))"));
    for (const Id& id : ids)
        SATCHEL_TRY(mention.bind(1, id).run());
    return Ok{};
}

// The oldest go first: too many of them, or too much text before the newest.
Status UndoLog::trim()
{
    SATCHEL_ASSIGN(auto statement,
                   m_connection.prepare("DELETE FROM undo WHERE stack=0 AND place IN "
                                        "(SELECT place FROM (SELECT place, row_number() OVER newest AS nth, "
                                        "sum(length(body)) OVER newest AS bytes FROM undo WHERE stack=0 "
                                        "WINDOW newest AS (ORDER BY place DESC)) "
                                        "WHERE nth>?1 OR (nth>1 AND bytes>?2))"));
    SATCHEL_TRY(statement.bind(1, longest).bind(2, largest).run());
    return m_connection.execute("DELETE FROM undo_id WHERE place NOT IN (SELECT place FROM undo)");
}

Result<std::string> UndoLog::whyForgotten()
{
    return Meta(m_connection).text(forgottenFact);
}

Status UndoLog::forget(const char* why)
{
    SATCHEL_ASSIGN(const std::int64_t any, m_connection.integer("SELECT count(*) FROM undo"));
    if (any == 0)
        return Ok{};
    SATCHEL_TRY(m_connection.execute("DELETE FROM undo_id; DELETE FROM undo"));
    return Meta(m_connection).setText(forgottenFact, why);
}

Status UndoLog::forgetWhatMentions(const Id& id)
{
    bool any = false;
    for (const char* sql : {"DELETE FROM undo WHERE place IN (SELECT place FROM undo_id WHERE id=?1) RETURNING 1",
                            "DELETE FROM undo_id WHERE id=?1 RETURNING 1"}) {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare(sql));
        statement.bind(1, id);
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                break;
            any = true;
        }
    }
    return any ? Meta(m_connection).setText(forgottenFact, left) : Status(Ok{});
}

} // namespace satchel
