// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/PostgresCluster.h"

#include <QTest>

namespace satchel::test {

/// The databases that a story of the server is told on: SQLite, and PostgreSQL where it is installed. A member of the
/// test; start() in initTestCase(), rows() as the data of each story, database() inside it.
class Engines {
public:
    void start()
    {
        std::string why;
        m_cluster = PostgresCluster::start(why);
        if (!m_cluster)
            qWarning("PostgreSQL is left out: %s", why.c_str());
    }
    void rows() const
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("SQLite") << false;
        if (m_cluster)
            QTest::newRow("PostgreSQL") << true;
    }
    /// "" for SQLite, else the URL of a new, empty database.
    [[nodiscard]] std::string database()
    {
        QFETCH(bool, postgres);
        return postgres ? m_cluster->makeDatabase() : std::string();
    }

private:
    std::unique_ptr<PostgresCluster> m_cluster;
};

} // namespace satchel::test
