// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Outgoing.h"
#include "sync/server/PostgresLine.h"

namespace satchel::server::postgres {

/// Posts statements so that many writes of one form go as one. The order of writes to one table is kept, except of
/// updates of different rows; writes to different tables do not see each other. Belongs to a connection, on its thread.
class Batches {
public:
    explicit Batches(Line& line) : m_line(line) {}
    [[nodiscard]] Status send(const Posted& statements);

private:
    /// Writes of one form, on their way into one statement.
    struct Batch {
        const Many* many = nullptr;
        const std::string* sql = nullptr;
        std::vector<Cells> rows;
        std::set<Bytes> keys;
        std::size_t bytes = 0;
        [[nodiscard]] bool isFull() const;
        /// Whether a statement of another form must not go before it.
        [[nodiscard]] bool precedes(const Many& other, const Bytes& key) const;
    };

    [[nodiscard]] Status sendBatch(const Batch& batch);
    /// What the form of a statement is, looked at once; null: no form that several can be said in at once.
    [[nodiscard]] const Many* formOf(const std::string& sql);

    Line& m_line;
    std::map<std::string, std::optional<Many>, std::less<>> m_forms;
};

} // namespace satchel::server::postgres
