// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/Database.h"
#include "sync/server/Parts.h"

#include <optional>
#include <vector>

namespace satchel::server {

/// A larger action of which the last part has come: those before it are in the database, deferred. A laptop that was
/// copied or restored in between has sent them under several incarnations, and its copies some of them twice; the first
/// that came counts. A view of a connection, within the caller's transaction, as long as the last part is there.
class LargeAction final : public Parts {
public:
    /// Nothing if one of the parts is not to be. `lost`: its author may have seen what this server has lost.
    [[nodiscard]] static Result<std::optional<LargeAction>> gather(Database& database, const Change& last,
                                                                   const Id& incarnation, const Id& device, bool lost);

    [[nodiscard]] Status each(const Take& take) const override;
    [[nodiscard]] bool areSeveral() const override { return !m_earlier.empty(); }
    [[nodiscard]] bool mayDelete() const override { return m_deletes; }
    /// The lowest under the incarnation of the last part: what the action waits behind came before that.
    [[nodiscard]] std::int64_t firstNumber() const { return m_firstNumber; }

    /// Where a part of it stands.
    struct Place {
        Id incarnation;
        std::int64_t number = 0;
        std::int64_t part = 0;
        bool isTwin = false; ///< another one is the same part
    };
    /// All parts before the last that are deferred, those under `incarnation` first.
    [[nodiscard]] static Result<std::vector<Place>> earlierParts(Database& database, const Change& last,
                                                                 const Id& incarnation, const Id& device);
    [[nodiscard]] static Result<Change> read(Database& database, const Place& place);

private:
    LargeAction(Database& database, const Change& last, const Id& incarnation, bool lost)
        : m_database(database), m_last(last), m_incarnation(incarnation), m_firstNumber(last.number), m_lost(lost)
    {}

    Database& m_database;
    Change m_last;
    Id m_incarnation;
    std::vector<Place> m_earlier; ///< in order
    std::int64_t m_firstNumber;
    bool m_lost;
    bool m_deletes = false;
};

} // namespace satchel::server
