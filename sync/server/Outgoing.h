// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"

#include <unordered_set>

namespace satchel::server {

/// About how much room they take, in bytes.
[[nodiscard]] std::size_t sizeOf(Cells cells);

/// Statements on their way to the engine, in order; the cells of all of them stand in one row.
class Posted {
public:
    void add(const std::string& sql, Cells parameters);
    [[nodiscard]] std::size_t size() const { return m_statements.size(); }
    [[nodiscard]] bool empty() const { return m_statements.empty(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }
    /// Lives as long as the Outgoing it came from.
    [[nodiscard]] const std::string& sql(std::size_t i) const { return *m_statements[i].sql; }
    [[nodiscard]] Cells parameters(std::size_t i) const
    {
        return Cells(m_cells).subspan(m_statements[i].first, m_statements[i].count);
    }
    /// Forgets all from the i-th on.
    void cut(std::size_t i);

private:
    struct Statement {
        const std::string* sql;
        std::size_t first;
        std::size_t count;
    };
    std::vector<Statement> m_statements;
    std::vector<Cell> m_cells;
    std::size_t m_bytes = 0;
};

/// What a write transaction has posted and not given to the engine yet: what was undone meanwhile never goes, and a
/// savepoint is made only where something was given behind it. Belongs to a connection, on its thread.
class Outgoing {
public:
    void add(std::string_view sql, Cells parameters);
    /// So much waits that it had better go.
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] std::size_t bytes() const { return m_waiting.bytes(); }
    /// How much of it is behind no savepoint that can still be undone without the engine.
    [[nodiscard]] std::size_t ready() const;

    // Savepoints, the innermost last.
    void mark() { m_marks.push_back({m_waiting.size()}); }
    /// Takes back what was added behind the innermost mark; true: the engine has some of it and must go back, too.
    [[nodiscard]] bool undo();
    /// Forgets the innermost mark.
    void release();
    /// What the engine calls the innermost.
    [[nodiscard]] std::string name() const { return nameOf(m_marks.size()); }

    /// What is ready, and no savepoint.
    [[nodiscard]] Posted takeReady();
    /// All that waits, with the savepoints it needs. `marksToo`: also those that nothing stands behind yet, because
    /// something will be written past this object.
    [[nodiscard]] Posted takeAll(bool marksToo);
    void forget();

private:
    struct Mark {
        std::size_t at = 0; ///< in what waits
        bool made = false;
    };

    [[nodiscard]] static std::string nameOf(std::size_t depth) { return "change_" + std::to_string(depth); }
    [[nodiscard]] const std::string& kept(std::string_view sql);

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_set<std::string, TextHash, std::equal_to<>> m_texts; ///< few: programs write them, not people
    Posted m_waiting;
    std::vector<Mark> m_marks;
};

} // namespace satchel::server
