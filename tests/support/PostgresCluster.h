// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <sys/types.h>
#include <vector>

namespace satchel::test {

/// A PostgreSQL of one test program: a new cluster in a temporary folder, reached through a socket in it, with fsync
/// on. It ends with this object, and with the program should that die first. Owned by the test's main thread.
class PostgresCluster {
public:
    /// Nothing if PostgreSQL is not installed here, or does not start; `whyNot` then says so.
    [[nodiscard]] static std::unique_ptr<PostgresCluster> start(std::string& whyNot);
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;

    /// Makes an empty database and returns its URL; "" if that failed.
    [[nodiscard]] std::string makeDatabase(const std::string& encoding = "UTF8");
    /// The URL of the same database with another user's name.
    [[nodiscard]] static std::string withUser(std::string url, const std::string& user);
    /// Ends it at once, without a checkpoint: its clients lose their connections, and it must recover when it starts
    /// again.
    void crash();
    /// After a crash: starts it again on the same data.
    [[nodiscard]] bool startAgain();
    /// Ends it in order, copies its whole data folder, and starts it again.
    [[nodiscard]] bool keepCopy();
    /// As when the disk of the machine is put back: ends it at once, and starts it again on that copy.
    [[nodiscard]] bool putBackCopy();

private:
    PostgresCluster(std::string programs, std::string folder);
    [[nodiscard]] std::string data() const { return m_folder + "/data"; }
    [[nodiscard]] bool run(const std::vector<std::string>& command) const;
    [[nodiscard]] bool ready() const;

    std::string m_programs; ///< folder of initdb and postgres
    std::string m_folder;
    pid_t m_process = -1;
    int m_databases = 0;
};

} // namespace satchel::test
