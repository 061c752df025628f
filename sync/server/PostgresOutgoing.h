// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/PostgresLine.h"

namespace satchel::server::postgres {

/// What a write transaction has posted and not sent yet. It waits until something is asked: then many writes of one
/// form go out as one statement, and what was undone meanwhile never went. The order of writes to one table is kept;
/// those to different tables do not see each other. Belongs to a connection, on its thread.
class Outgoing {
public:
    explicit Outgoing(Line& line) : m_line(line) {}

    void add(std::string_view sql, Cells parameters);
    /// Enough waits that it had better be sent.
    [[nodiscard]] bool isFull() const;

    // Savepoints, the innermost last. PostgreSQL hears only of those that something was sent behind.
    void mark() { m_marks.push_back({m_waiting.size()}); }
    /// Takes back what was added behind the innermost mark; true: PostgreSQL has some of it and must go back, too.
    [[nodiscard]] bool undo();
    /// Forgets the innermost mark.
    void release();
    /// What PostgreSQL calls the innermost.
    [[nodiscard]] std::string name() const { return nameOf(m_marks.size()); }

    /// Sends all that waits. `marksToo`: also savepoints that nothing stands behind yet, because something will be
    /// written past this object.
    [[nodiscard]] Status send(bool marksToo);
    void forget();

private:
    struct Waiting {
        std::string sql;
        std::vector<Cell> parameters;
    };
    struct Mark {
        std::size_t at = 0; ///< in what waits
        bool made = false;
    };
    /// Writes of one form, on their way into one statement.
    struct Batch {
        const Many* many = nullptr;
        std::string_view sql;
        std::vector<const std::vector<Cell>*> rows;
        std::set<Bytes> keys;
        std::size_t bytes = 0;
    };

    [[nodiscard]] static std::string nameOf(std::size_t depth) { return "change_" + std::to_string(depth); }
    [[nodiscard]] Status sendPart(std::size_t from, std::size_t to);
    [[nodiscard]] Status sendBatch(Batch& batch);
    /// What the form of a statement is, looked at once; null: no form that several can be said in at once.
    [[nodiscard]] const Many* formOf(const std::string& sql);

    Line& m_line;
    std::vector<Waiting> m_waiting;
    std::size_t m_bytes = 0;
    std::vector<Mark> m_marks;
    std::map<std::string, std::optional<Many>, std::less<>> m_forms;
};

} // namespace satchel::server::postgres
