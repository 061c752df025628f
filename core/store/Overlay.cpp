// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Overlay.h"

#include "sync/protocol/Codec.h"

#include <algorithm>
#include <limits>

namespace satchel {

namespace {

bool mayReferTo(const Entity& entity, const Entity& target)
{
    return !entity.internal && std::any_of(entity.fields.begin(), entity.fields.end(), [&](const Field& field) {
        return field.type == FieldType::Reference && field.references == target.name;
    });
}

// What a merge that nobody has answered yet does to rows that refer to the record that goes: they are shown as they
// will stand. Taking the merge back takes that back where nothing else was written meanwhile.
class Pointing {
public:
    explicit Pointing(const RowKey& key) : m_key(key) {}

    void follow(MergeRow& row, const Operation& operation, const Stamp& stamp)
    {
        const Entity& entity = *row.record.entity;
        if (operation.kind == OperationKind::Merge) {
            for (std::size_t i = 0; i < entity.fields.size(); ++i) {
                const Field& field = entity.fields[i];
                if (field.type != FieldType::Reference || field.references != operation.entity->name ||
                    row.record.values[i] != Value(operation.id))
                    continue;
                const bool self = operation.entity == &entity && operation.other == m_key.id;
                const Value to = self ? Value() : Value(operation.other);
                m_pointed.push_back({i, operation.id, to});
                row.record.values[i] = to;
                row.stamps[i] = stamp;
            }
            return;
        }
        for (const Pointed& pointed : m_pointed)
            if (pointed.from == operation.id && row.record.values[pointed.field] == pointed.to) {
                row.record.values[pointed.field] = Value(pointed.from);
                row.stamps[pointed.field] = stamp;
            }
        std::erase_if(m_pointed, [&](const Pointed& pointed) { return pointed.from == operation.id; });
    }

private:
    struct Pointed {
        std::size_t field;
        Id from;
        Value to;
    };
    RowKey m_key;
    std::vector<Pointed> m_pointed;
};

bool saysNothing(const Value& value)
{
    return value.isNull();
}
bool saysNothing(const Stamp&)
{
    return false;
}

// What a patch says of a row's fields, over what is there; in the order of their numbers.
template <typename Named>
void lay(const Named& patch, Named& present)
{
    for (const auto& [name, value] : patch) {
        std::erase_if(present, [&name = name](const auto& each) { return each.first == name; });
        if (!saysNothing(value))
            present.emplace_back(name, value);
    }
    std::sort(present.begin(), present.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

} // namespace

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

RowUpsert Overlay::patched(const std::optional<RowUpsert>& present, const RowUpsert& patch)
{
    if (patch.whole || !present)
        return patch;
    RowUpsert image = *present;
    image.rev = patch.rev;
    if (!patch.root.isNull())
        image.root = patch.root;
    lay(patch.fields, image.fields);
    lay(patch.unknown, image.unknown);
    lay(patch.stamps, image.stamps);
    return image;
}

Record Overlay::patched(Record present, const RowUpsert& patch)
{
    present.rev = patch.rev;
    if (!patch.root.isNull())
        present.root = patch.root;
    for (const auto& [field, value] : patch.fields)
        present.values[field] = value;
    lay(patch.unknown, present.unknown);
    return present;
}

Result<Overlay::Kept> Overlay::keptBase(const RowKey& key)
{
    Kept kept;
    if (m_nothingPending)
        return kept;
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT image FROM base_row WHERE entity=?1 AND row=?2"));
    statement.bind(1, std::int64_t{key.entity}).bind(2, key.id);
    SATCHEL_ASSIGN(kept.any, statement.step());
    if (kept.any && !statement.isNull(0)) {
        SATCHEL_ASSIGN(kept.image, decodeRow(statement.blob(0)));
    }
    return kept;
}

Result<std::optional<RowUpsert>> Overlay::base(const RowKey& key)
{
    SATCHEL_ASSIGN(Kept kept, keptBase(key));
    if (kept.any)
        return std::move(kept.image);
    SATCHEL_ASSIGN(auto record, m_rows.find(*schema::entityNumbered(key.entity), key.id));
    return record ? std::optional(toImage(*record)) : std::nullopt;
}

Status Overlay::addReferring(const Operation& merge, std::vector<RowKey>& rows)
{
    if (merge.kind == OperationKind::Unmerge) { // what the merge had pointed, if it is still pending
        SATCHEL_ASSIGN(auto statement,
                       m_connection.prepare("SELECT DISTINCT r.entity, r.row FROM outbox_row l JOIN outbox_row r ON "
                                            "r.number=l.number WHERE l.entity=?1 AND l.row=?2"));
        statement.bind(1, std::int64_t{merge.entity->number}).bind(2, merge.id);
        for (;;) {
            SATCHEL_ASSIGN(const bool found, statement.step());
            if (!found)
                return Ok{};
            rows.push_back({static_cast<int>(statement.integer(0)), statement.id(1)});
        }
    }
    for (const Entity& entity : schema::entities())
        for (const Field& field : entity.fields) {
            if (entity.internal || field.type != FieldType::Reference || field.references != merge.entity->name)
                continue;
            SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT id FROM \"" + entity.name + "\" WHERE \"" +
                                                                field.name + "\"=?1"));
            statement.bind(1, merge.id);
            for (;;) {
                SATCHEL_ASSIGN(const bool found, statement.step());
                if (!found)
                    break;
                rows.push_back({entity.number, statement.id(0)});
            }
        }
    return Ok{};
}

Result<std::vector<RowKey>> Overlay::begin(const Change& change)
{
    std::vector<RowKey> rows;
    for (const Operation& operation : change.operations)
        rows.push_back({operation.entity->number, operation.id});
    for (const Operation& operation : change.operations)
        if (operation.kind == OperationKind::Merge || operation.kind == OperationKind::Unmerge)
            SATCHEL_TRY(addReferring(operation, rows));
    for (const RowKey& key : rows) {
        SATCHEL_TRY(keepBase(key));
        SATCHEL_ASSIGN(auto insert, m_connection.prepare(
                                        "INSERT OR IGNORE INTO outbox_row(entity, row, number) VALUES(?1, ?2, ?3)"));
        SATCHEL_TRY(insert.bind(1, std::int64_t{key.entity}).bind(2, key.id).bind(3, change.number).run());
    }
    return rows;
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
        const Entity& entity = *schema::entityNumbered(key.entity);
        for (const Operation& operation : change.operations)
            if ((operation.id == key.id && operation.entity == &entity) ||
                ((operation.kind == OperationKind::Merge || operation.kind == OperationKind::Unmerge) &&
                 mayReferTo(entity, *operation.entity)))
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
    Pointing pointing(key);
    bool merged = false;
    for (const auto& [stamp, operation] : operations) {
        if (operation.id != key.id || operation.entity != &entity) {
            if (row && !row->deleted)
                pointing.follow(*row, operation, stamp);
            continue;
        }
        // Taken apart again before the server has put them together: it was never gone.
        if (operation.kind == OperationKind::Unmerge && merged) {
            row->deleted = merged = false;
            continue;
        }
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
            merged = operation.kind == OperationKind::Merge;
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
