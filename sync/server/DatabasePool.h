// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"

#include <mutex>

namespace satchel::server {

/// Open connections that wait for the next request. As many are made as are used at once, which the listener's workers
/// bound. Thread-safe; owned by the HTTP face, after the factory.
class DatabasePool {
public:
    explicit DatabasePool(DatabaseFactory& factory) : m_factory(factory) {}

    /// A connection for one piece of work; goes back when this goes.
    class Lease {
    public:
        Lease(DatabasePool& pool, std::unique_ptr<Database> database) : m_pool(&pool), m_database(std::move(database))
        {}
        Lease(Lease&&) = default;
        ~Lease();
        [[nodiscard]] Database& database() { return *m_database; }
        /// The connection broke: it is closed, and with it those that wait, which the same fault has most likely met.
        void discard();

    private:
        DatabasePool* m_pool;
        std::unique_ptr<Database> m_database;
    };

    [[nodiscard]] Result<Lease> lease();

private:
    DatabaseFactory& m_factory;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Database>> m_waiting;
};

} // namespace satchel::server
