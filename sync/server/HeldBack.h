// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Settlement.h"

#include <functional>

namespace satchel::server {

/// What an administrator decides at the console about changes the server holds back: fuses and the quarantine. Each
/// call is one write transaction (Database must not be in one).
class HeldBack {
public:
    /// `alongside` runs in the transaction of each decision and can refuse it: whose it is, and a line about it.
    HeldBack(Database& database, Environment& environment, std::function<Status()> alongside = {})
        : m_database(database), m_environment(environment), m_alongside(std::move(alongside))
    {}

    [[nodiscard]] Result<std::vector<BlownFuse>> fuses();
    /// Carries the deletions out, in order, with the rights their author has now. Answers how many records went.
    [[nodiscard]] Status release(const Id& fuse);
    [[nodiscard]] Status refuse(const Id& fuse);
    /// Brings back everything that a released fuse deleted, for 30 days. Answers how many records came back.
    [[nodiscard]] Result<std::int64_t> undo(const Id& fuse);

    struct Quarantined {
        Id incarnation;
        std::int64_t number = 0;
        std::string login;
        std::string device;
        Milliseconds at = 0;
        std::int64_t attempts = 0;
        std::string error;
        std::string rows; ///< what it is about: "contact ID, ..."
    };
    [[nodiscard]] Result<std::vector<Quarantined>> quarantined();
    /// One more try. The error is what the server failed with again.
    [[nodiscard]] Status retry(const Id& incarnation, std::int64_t number);

private:
    template <typename Work>
    [[nodiscard]] Status inLedger(const Work& work);
    [[nodiscard]] Result<BlownFuse> blown(Fuse& fuses, const Id& id);

    Database& m_database;
    Environment& m_environment;
    std::function<Status()> m_alongside;
};

} // namespace satchel::server
