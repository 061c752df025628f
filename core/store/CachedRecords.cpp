// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/CachedRecords.h"

namespace satchel {

namespace {

void append(std::string& question, const Value& value)
{
    if (value.isId())
        question.append("i").append(value.id().view());
    else if (value.isInteger())
        question.append("n").append(std::to_string(value.integer())).append(";");
    else if (value.isText())
        question.append("t").append(std::to_string(value.text().size())).append(":").append(value.text());
    else
        question.append("-");
}

std::string questionOf(const std::vector<RecordSource::Match>& matches)
{
    std::string question;
    for (const auto& [field, value] : matches) {
        question.append(std::to_string(field)).append("=");
        append(question, value);
    }
    return question;
}

} // namespace

template <typename Read>
Result<std::vector<Record>> CachedRecords::answer(const Entity& entity, const std::string& question, const Read& read)
{
    auto& answers = m_known[entity.number].answers;
    if (const auto known = answers.find(question); known != answers.end())
        return known->second;
    SATCHEL_ASSIGN(auto rows, read());
    return answers.emplace(question, std::move(rows)).first->second;
}

Result<std::optional<Record>> CachedRecords::find(const Entity& entity, const Id& id)
{
    auto& rows = m_known[entity.number].rows;
    if (const auto known = rows.find(id); known != rows.end())
        return known->second;
    SATCHEL_ASSIGN(auto record, m_records.find(entity, id));
    return rows.emplace(id, std::move(record)).first->second;
}

Result<std::vector<Record>> CachedRecords::where(const Entity& entity, const std::vector<Match>& matches)
{
    return answer(entity, questionOf(matches), [&] { return m_records.where(entity, matches); });
}

Result<std::vector<Record>> CachedRecords::whereAny(const Entity& entity, std::vector<Match> matches, std::size_t field,
                                                    const std::vector<Id>& values)
{
    std::string question = questionOf(matches) + "|" + std::to_string(field) + "|";
    for (const Id& value : values)
        question.append(value.view());
    return answer(entity, question, [&] { return m_records.whereAny(entity, std::move(matches), field, values); });
}

Result<std::vector<Record>> CachedRecords::findAll(const Entity& entity, const std::vector<Id>& ids)
{
    auto& rows = m_known[entity.number].rows;
    std::vector<Id> unknown;
    for (const Id& id : ids)
        if (!rows.contains(id))
            unknown.push_back(id);
    if (!unknown.empty()) {
        SATCHEL_ASSIGN(auto read, m_records.findAll(entity, unknown));
        for (const Id& id : unknown)
            rows.emplace(id, std::nullopt);
        for (Record& record : read) {
            const Id id = record.id;
            rows[id] = std::move(record);
        }
    }
    std::vector<Record> found;
    for (const Id& id : ids)
        if (const auto& row = rows[id])
            found.push_back(*row);
    return found;
}

void CachedRecords::forget(const Entity& entity)
{
    m_known.erase(entity.number);
}

} // namespace satchel
