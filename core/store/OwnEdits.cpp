// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/OwnEdits.h"

#include "core/model/Rule.h"
#include "core/store/IncomingHistory.h"
#include "sync/merge/Replay.h"
#include "sync/protocol/Codec.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace satchel {

namespace {

constexpr std::size_t mostImages = 2000;

bool isUntouched(const Outcome& outcome, const RowKey& key)
{
    return std::find(outcome.untouched.begin(), outcome.untouched.end(), key) != outcome.untouched.end();
}

// Puts a record's values into the image it was made of, which knows more than a record (fields of newer programs). What
// others had written where the operation stands now is the laptop's own.
void update(RowUpsert& image, const Record& record, const Operation& operation)
{
    RowUpsert made = Overlay::toImage(record);
    image.root = made.root;
    image.fields = std::move(made.fields);
    for (const FieldChange& change : operation.fields)
        if (record.values[change.field] == change.after)
            std::erase_if(image.stamps, [&](const auto& stamp) { return stamp.first == change.field; });
}

// The lines the server's history has of this operation. `asWritten` becomes false if they are not those the laptop
// wrote when the edit was made.
void addLines(const Operation& operation, const Record& before, const Record& after, HistoryEntry line,
              std::vector<HistoryEntry>& lines, bool& asWritten)
{
    if (operation.kind == OperationKind::Create) {
        line.rule = "created";
        lines.push_back(std::move(line));
        return;
    }
    std::vector<bool> expected(after.values.size());
    for (const FieldChange& change : operation.fields) {
        if (change.before == change.after)
            continue;
        expected[change.field] = true;
        asWritten =
            asWritten && before.values[change.field] == change.before && after.values[change.field] == change.after;
    }
    line.rule = rule::set;
    for (std::size_t i = 0; i < after.values.size(); ++i) {
        if (before.values[i] == after.values[i])
            continue;
        asWritten = asWritten && expected[i];
        line.field = operation.entity->fields[i].number;
        line.from = before.values[i];
        line.to = after.values[i];
        lines.push_back(line);
    }
}

} // namespace

Result<RowUpsert*> OwnEdits::imageOf(const Operation& operation)
{
    const RowKey key{operation.entity->number, operation.id};
    const auto known = m_images.find(key);
    if (known != m_images.end())
        return &known->second;
    SATCHEL_ASSIGN(auto image, m_overlay.base(key));
    if (!image && operation.kind != OperationKind::Create)
        return nullptr; // of no laptop's concern any more; if it should be, the digests say so
    if (!image)
        image = RowUpsert{.entity = operation.entity, .id = operation.id, .rev = 0, .root = operation.id};
    return &m_images.emplace(key, std::move(*image)).first->second;
}

Status OwnEdits::placeHistory(const Outcome& outcome, Milliseconds at, bool asWritten,
                              const std::vector<HistoryEntry>& lines)
{
    if (asWritten) {
        SATCHEL_ASSIGN(auto place,
                       m_connection.prepare("UPDATE history SET seq=?2, at=?3, number=NULL WHERE number=?1"));
        return place.bind(1, outcome.number).bind(2, outcome.seq).bind(3, at).run();
    }
    SATCHEL_TRY(dismiss(outcome.number));
    for (const HistoryEntry& line : lines)
        SATCHEL_TRY(insertHistory(m_connection, line));
    return Ok{};
}

Status OwnEdits::dismiss(std::int64_t number)
{
    SATCHEL_ASSIGN(auto statement, m_connection.prepare("DELETE FROM history WHERE number=?1"));
    return statement.bind(1, number).run();
}

void OwnEdits::sortDelivered()
{
    if (!std::exchange(m_sorted, true))
        std::sort(m_delivered.begin(), m_delivered.end());
}

bool OwnEdits::wasDelivered(const RowKey& key, std::size_t page)
{
    sortDelivered();
    return std::binary_search(m_delivered.begin(), m_delivered.end(), std::pair(key, page));
}

std::size_t OwnEdits::deliveredBy(const RowKey& key)
{
    sortDelivered();
    const auto after = std::upper_bound(m_delivered.begin(), m_delivered.end(),
                                        std::pair(key, std::numeric_limits<std::size_t>::max()));
    return after == m_delivered.begin() || std::prev(after)->first != key ? 0 : std::prev(after)->second;
}

Status OwnEdits::take(const Outcome& outcome)
{
    if (m_images.size() > mostImages) // those answered before have left the overlay
        SATCHEL_TRY(finish());
    Change change;
    {
        SATCHEL_ASSIGN(auto statement, m_connection.prepare("SELECT body FROM outbox WHERE number=?1"));
        SATCHEL_ASSIGN(const bool found, statement.bind(1, outcome.number).step());
        if (!found)
            return Ok{};
        SATCHEL_ASSIGN(change, decodeChange(statement.blob(0)));
    }
    const Milliseconds at = outcome.edited != 0 ? outcome.edited : change.editedAt;
    std::vector<HistoryEntry> lines;
    bool asWritten = true;
    for (const Operation& operation : change.operations) {
        const RowKey key{operation.entity->number, operation.id};
        RowUpsert* image = nullptr;
        if (deliveredBy(key) == 0 && !isUntouched(outcome, key) && writesFields(operation.kind)) {
            SATCHEL_ASSIGN(image, imageOf(operation));
        }
        if (image == nullptr) {
            asWritten = false;
            continue;
        }
        const Record before = Overlay::toRecord(*image);
        Record after = before;
        std::vector<std::pair<int, Value>> different;
        for (const auto& [row, fields] : outcome.different)
            if (row == key)
                different = fields;
        replay(after, operation, different);
        update(*image, after, operation);
        image->rev = outcome.seq;
        addLines(operation, before, after,
                 {.row = key,
                  .seq = outcome.seq,
                  .from = {},
                  .to = {},
                  .user = m_identity.user,
                  .device = m_identity.deviceName,
                  .at = at,
                  .rule = {}},
                 lines, asWritten);
    }
    return placeHistory(outcome, at, asWritten, lines);
}

Status OwnEdits::finish()
{
    for (const auto& [key, image] : m_images) {
        m_made.insert(key);
        SATCHEL_ASSIGN(const bool pending, m_overlay.setBaseUnfolded(key, image));
        if (pending) {
            m_waiting.insert(key);
            continue;
        }
        m_waiting.erase(key);
        SATCHEL_TRY(m_overlay.forgetBase(key));
    }
    m_images.clear();
    return Ok{};
}

} // namespace satchel
