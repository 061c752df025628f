// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Moment.h"
#include "core/store/ReplicaRecords.h"

#include <string>
#include <unordered_map>

namespace satchel {

/// A replica's rows, each question asked once: a quote names the same accounts, products and promotions again and
/// again. Lives for one deed, or as long as its owner sees that nothing else was written (StateMark); on the replica's
/// thread. Does not notice what is written meanwhile.
class CachedRecords final : public RecordSource {
public:
    explicit CachedRecords(sqlite::Connection& connection) : m_records(connection) {}

    [[nodiscard]] Result<std::optional<Record>> find(const Entity& entity, const Id& id) override;
    [[nodiscard]] Result<std::vector<Record>> where(const Entity& entity, const std::vector<Match>& matches) override;
    [[nodiscard]] Result<std::vector<Record>> whereAny(const Entity& entity, std::vector<Match> matches,
                                                       std::size_t field, const std::vector<Id>& values) override;
    /// Not remembered as a question, but its rows are.
    [[nodiscard]] Result<std::vector<Record>> findAll(const Entity& entity, const std::vector<Id>& ids) override;

    /// Rows of this kind were written: they are read anew.
    void forget(const Entity& entity);

private:
    struct Known {
        std::unordered_map<Id, std::optional<Record>> rows;
        std::unordered_map<std::string, std::vector<Record>> answers; ///< by question
    };
    template <typename Read>
    Result<std::vector<Record>> answer(const Entity& entity, const std::string& question, const Read& read);

    ReplicaRecords m_records;
    std::unordered_map<int, Known> m_known; ///< by entity
};

} // namespace satchel
