// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Twins.h"

#include "core/store/Moment.h"

#include <algorithm>
#include <map>
#include <set>

namespace satchel::sales {

namespace {

constexpr int mostHits = 20;          // of one look into the search index
constexpr int entriesAtOnce = 10'000; // of an index in one step
constexpr int recordsAtOnce = 25;     // each with a few looks into the search index
constexpr std::size_t window = 8;     // "acme", "acme berlin", "acme gmbh": the same name need not be next

bool isStronger(const std::vector<Alike>& a, const std::vector<Alike>& b)
{
    return a.front() != b.front() ? a.front() < b.front() : a.size() > b.size();
}

} // namespace

Result<std::vector<Twin>> twinsOf(Replica& replica, const Record& record)
{
    const Moment moment(replica.connection());
    const Entity& entity = *record.entity;
    std::map<Id, Twin> found;
    const auto look = [&](const std::string& words, std::vector<Filter> filters) -> Status {
        if (words.empty())
            return Ok{};
        SATCHEL_ASSIGN(const Page page, replica.list({.entity = &entity,
                                                      .search = words,
                                                      .wholeWords = true,
                                                      .filters = std::move(filters),
                                                      .orderBy = {},
                                                      .limit = mostHits,
                                                      .after = {}}));
        for (const Record& other : page.rows)
            if (auto by = likeness(record, other); !by.empty())
                found.try_emplace(other.id, Twin{other, std::move(by)});
        return Ok{};
    };
    for (const std::string& mail : mailsOf(record))
        SATCHEL_TRY(look(mail, {}));
    for (const std::string& digits : phonesOf(record))
        SATCHEL_TRY(look(digits, {}));
    if (entity.name == "account") {
        for (const char* field : {"vat_id", "number"})
            SATCHEL_TRY(look(record.value(field).text(), {}));
        SATCHEL_TRY(look(companyName(record.value("name").text()), {}));
    } else {
        SATCHEL_TRY(look(record.label(), {}));
        // Among a hundred of one name, those of the same account.
        if (entity.name == "contact" && !record.value("account").isNull())
            SATCHEL_TRY(
                look(record.label(), {{*entity.indexOf("account"), Comparison::Equal, record.value("account")}}));
    }
    std::vector<Twin> twins;
    for (auto& [id, twin] : found)
        twins.push_back(std::move(twin));
    std::stable_sort(twins.begin(), twins.end(), [](const Twin& a, const Twin& b) { return isStronger(a.by, b.by); });
    return twins;
}

TwinHunt::TwinHunt(const Entity& entity) : m_entity(&entity)
{
    for (const char* field : {"vat_id", "number", "email"})
        if (const Field* declared = entity.field(field); declared != nullptr && declared->indexed)
            m_indexes.emplace_back(*entity.indexOf(field));
    m_indexes.emplace_back(std::nullopt);
}

std::string TwinHunt::keyOf(const Value& value) const
{
    return !m_indexes[m_stage] && m_entity->name == "account" ? companyName(value.text()) : value.text();
}

Result<std::vector<TwinPair>> TwinHunt::step(Replica& replica)
{
    const Moment moment(replica.connection());
    std::vector<TwinPair> pairs;
    SATCHEL_TRY(m_stage < m_indexes.size() ? stepAlong(replica, pairs) : stepThrough(replica, pairs));
    return pairs;
}

Status TwinHunt::stepAlong(Replica& replica, std::vector<TwinPair>& pairs)
{
    Neighbours neighbours(replica.connection());
    SATCHEL_ASSIGN(const auto entries, neighbours.along(*m_entity, m_indexes[m_stage], m_at, entriesAtOnce));
    if (entries.empty()) {
        ++m_stage;
        m_at.reset();
        m_last.clear();
        return Ok{};
    }
    for (const Neighbours::Entry& entry : entries) {
        const std::string key = keyOf(entry.value);
        for (const Neighbours::Entry& before : m_last) {
            if (key.empty() || keyOf(before.value) != key)
                continue;
            SATCHEL_ASSIGN(auto first, neighbours.record(*m_entity, before.row));
            SATCHEL_ASSIGN(auto second, neighbours.record(*m_entity, entry.row));
            if (!first || !second)
                continue;
            if (auto by = likeness(*first, *second); !by.empty())
                pairs.push_back({std::move(*first), std::move(*second), std::move(by)});
        }
        m_last.push_back(entry);
        if (m_last.size() > window)
            m_last.erase(m_last.begin());
    }
    m_at = entries.back();
    return Ok{};
}

Status TwinHunt::stepThrough(Replica& replica, std::vector<TwinPair>& pairs)
{
    SATCHEL_ASSIGN(const auto records, Neighbours(replica.connection()).records(*m_entity, m_row, recordsAtOnce));
    if (records.empty())
        ++m_stage;
    for (const Record& record : records) {
        if (mailsOf(record).empty() && phonesOf(record).empty())
            continue; // its name was looked at
        SATCHEL_ASSIGN(auto twins, twinsOf(replica, record));
        for (Twin& twin : twins)
            pairs.push_back({record, std::move(twin.record), std::move(twin.by)});
    }
    return Ok{};
}

Result<std::vector<Hanging>> hangingOn(Replica& replica, const RowKey& row)
{
    const Moment moment(replica.connection());
    const std::string& target = schema::entityNumbered(row.entity)->name;
    std::vector<Hanging> hanging;
    for (const Entity& entity : schema::entities()) {
        std::int64_t count = 0;
        for (std::size_t i = 0; i < entity.fields.size() && !entity.internal; ++i) {
            const Field& field = entity.fields[i];
            if (field.type != FieldType::Reference || field.references != target)
                continue;
            SATCHEL_ASSIGN(const std::int64_t some, replica.count({.entity = &entity,
                                                                   .search = {},
                                                                   .filters = {{i, Comparison::Equal, Value(row.id)}},
                                                                   .orderBy = {},
                                                                   .after = {}}));
            count += some;
        }
        if (count > 0)
            hanging.push_back({&entity, count});
    }
    return hanging;
}

} // namespace satchel::sales
