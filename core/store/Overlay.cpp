// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Overlay.h"

#include "sync/protocol/Codec.h"

#include <limits>

namespace satchel {

Record Overlay::toRecord(const RowUpsert& image)
{
    Record record(*image.entity, image.id);
    record.rev = image.rev;
    record.root = image.root;
    for (const auto& [field, value] : image.fields)
        record.values[field] = value;
    record.unknown = image.unknown;
    return record;
}

RowUpsert Overlay::toImage(const Record& record)
{
    RowUpsert image{.entity = record.entity, .id = record.id, .rev = record.rev, .root = record.root};
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!record.values[i].isNull())
            image.fields.emplace_back(i, record.values[i]);
    image.unknown = record.unknown;
    return image;
}

Result<std::optional<RowUpsert>> Overlay::base(const RowKey& key)
{
    if (!m_nothingPending) {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT image FROM base_row WHERE entity=?1 AND row=?2"));
        statement.bind(1, std::int64_t{key.entity}).bind(2, key.id);
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (found && statement.isNull(0))
            return std::optional<RowUpsert>();
        if (found) {
            SATCHEL_ASSIGN(auto image, decodeRow(statement.blob(0)));
            return std::optional(std::move(image));
        }
    }
    SATCHEL_ASSIGN(auto record, m_rows.find(*schema::entityNumbered(key.entity), key.id));
    return record ? std::optional(toImage(*record)) : std::nullopt;
}

Status Overlay::keepBase(const RowKey& key)
{
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT 1 FROM base_row WHERE entity=?1 AND row=?2"));
        statement.bind(1, std::int64_t{key.entity}).bind(2, key.id);
        SATCHEL_ASSIGN(const bool kept, statement.step());
        if (kept)
            return Ok{};
    }
    SATCHEL_ASSIGN(auto record, m_rows.find(*schema::entityNumbered(key.entity), key.id));
    SATCHEL_ASSIGN(auto insert, m_connection.prepare("INSERT INTO base_row(entity, row, image) VALUES(?1, ?2, ?3)"));
    insert.bind(1, std::int64_t{key.entity}).bind(2, key.id);
    if (record)
        insert.bindBlob(3, encodeRow(toImage(*record)));
    else
        insert.bindNull(3);
    return insert.run();
}

Result<bool> Overlay::isPending(const RowKey& key)
{
    if (m_nothingPending)
        return false;
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT 1 FROM outbox_row WHERE entity=?1 AND row=?2 LIMIT 1"));
    statement.bind(1, std::int64_t{key.entity}).bind(2, key.id);
    return statement.step();
}

Status Overlay::setBase(const RowKey& key, const std::optional<RowUpsert>& image)
{
    SATCHEL_ASSIGN(const bool unfolded, setBaseUnfolded(key, image));
    return unfolded ? refold(key) : Status(Ok{});
}

Result<bool> Overlay::setBaseUnfolded(const RowKey& key, const std::optional<RowUpsert>& image)
{
    SATCHEL_ASSIGN(const bool pending, isPending(key));
    if (!pending) {
        SATCHEL_TRY(image ? m_rows.put(toRecord(*image)) : m_rows.remove(*schema::entityNumbered(key.entity), key.id));
        return false;
    }
    {
        SATCHEL_ASSIGN(auto upsert,
                       m_connection.prepare("INSERT INTO base_row(entity, row, image) VALUES(?1, ?2, ?3) "
                                            "ON CONFLICT(entity, row) DO UPDATE SET image=excluded.image"));
        upsert.bind(1, std::int64_t{key.entity}).bind(2, key.id);
        if (image)
            upsert.bindBlob(3, encodeRow(*image));
        else
            upsert.bindNull(3);
        SATCHEL_TRY(upsert.run());
    }
    return true;
}

Result<std::vector<std::pair<Stamp, Operation>>> Overlay::pendingOperations(const RowKey& key)
{
    std::vector<std::pair<Stamp, Operation>> operations;
    SATCHEL_ASSIGN(
        auto statement,
        m_connection.prepare("SELECT o.number, o.body, o.chain FROM outbox_row r JOIN outbox o ON o.number=r.number "
                             "WHERE r.entity=?1 AND r.row=?2 ORDER BY r.number"));
    statement.bind(1, std::int64_t{key.entity}).bind(2, key.id);
    for (;;) {
        SATCHEL_ASSIGN(const bool found, statement.step());
        if (!found)
            return operations;
        if (m_decoded.number != statement.integer(0)) {
            SATCHEL_ASSIGN(m_decoded, decodeChange(statement.blob(1)));
        }
        const Change& change = m_decoded;
        // Newer than anything the server has stamped: what this laptop wrote itself it has also seen.
        const Stamp stamp{.rev = std::numeric_limits<std::int64_t>::max(),
                          .at = change.editedAt,
                          .user = m_user,
                          .device = m_incarnation,
                          .deviceName = {},
                          .change = bytes16(statement.blob(2)).value_or(Bytes16{}),
                          .timeIsUncertain = change.timeIsUncertain};
        for (const Operation& operation : change.operations)
            if (operation.id == key.id && operation.entity->number == key.entity)
                operations.emplace_back(stamp, operation);
    }
}

Status Overlay::refold(const RowKey& key)
{
    const Entity& entity = *schema::entityNumbered(key.entity);
    SATCHEL_ASSIGN(auto image, base(key));
    SATCHEL_ASSIGN(auto operations, pendingOperations(key));
    std::optional<MergeRow> row;
    if (image) {
        row.emplace();
        row->record = toRecord(*image);
        for (auto& [field, stamp] : image->stamps)
            row->stamps[field] = std::move(stamp);
    }
    for (const auto& [stamp, operation] : operations) {
        const MergeResult result = merge(row, operation, stamp);
        switch (result.effect) {
        case MergeResult::Effect::None: continue;
        case MergeResult::Effect::Created:
            row.emplace();
            row->born = stamp;
            row->record = result.record;
            continue;
        case MergeResult::Effect::Deleted:
            row->deleted = true;
            row->removed = stamp;
            continue;
        case MergeResult::Effect::Revived: row->deleted = false; break;
        case MergeResult::Effect::Updated: break;
        }
        row->record = result.record;
        for (const std::size_t field : result.written)
            row->stamps[field] = stamp;
    }
    if (row && !row->deleted) {
        if (row->record.root.isNull())
            row->record.root = key.id;
        SATCHEL_TRY(m_rows.put(row->record));
    } else {
        SATCHEL_TRY(m_rows.remove(entity, key.id));
    }
    return operations.empty() ? forgetBase(key) : Status(Ok{});
}

Status Overlay::forgetBase(const RowKey& key)
{
    SATCHEL_ASSIGN(auto forget, m_connection.prepare("DELETE FROM base_row WHERE entity=?1 AND row=?2"));
    return forget.bind(1, std::int64_t{key.entity}).bind(2, key.id).run();
}

} // namespace satchel
