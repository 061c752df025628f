// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/Merge.h"
#include "sync/protocol/BoxedChange.h"
#include "sync/protocol/Codec.h"
#include "tests/fuzz/Fuzz.h"

#include <map>

using namespace satchel;
using namespace satchel::fuzz;

/// The sealed body of a change: what a hostile laptop sends, and what is merged then. The first byte chooses a change
/// (0, 1), a stored outcome or a stored row.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Exact exact(data + 1, size - 1);
    const std::string_view input = exact.view();
    if (data[0] % 4 == 2) {
        if (const auto outcome = decodeOutcome(input); outcome.ok())
            must(decodeOutcome(encodeOutcome(*outcome)).ok(), "a stored outcome comes back");
        return 0;
    }
    if (data[0] % 4 == 3) {
        if (const auto row = decodeRow(input); row.ok())
            must(decodeRow(encodeRow(*row)).ok(), "a stored row comes back");
        return 0;
    }
    if (const auto boxed = decodeBoxed(input); boxed.ok()) {
        must(encodeBoxed(*boxed) == input, "a change in a box has one spelling");
        must(!openBox(std::string(32, 's'), boxed->box), "nobody guesses what is in a box");
        return 0;
    }
    const auto change = decodeChange(input);
    if (!change.ok())
        return 0;
    must(encodeChange(*change) == input, "a sealed change has one spelling");

    // All of it at the rows it names, one after the other, as somebody else's and as his own.
    std::map<RowKey, std::optional<MergeRow>> rows;
    std::int64_t rev = 1;
    for (const Operation& operation : change->operations) {
        auto& row = rows[{operation.entity->number, operation.id}];
        Stamp stamp{.rev = ++rev, .at = change->editedAt};
        stamp.device.bytes[0] = static_cast<unsigned char>(rev % 3);
        const MergeResult result = merge(row, operation, stamp);
        must(result.record.values.size() == operation.entity->fields.size(), "a row keeps its fields");
        must(result.written.size() == result.rules.size(), "each written field has its rule");
        if (result.effect == MergeResult::Effect::Created)
            row.emplace().born = stamp;
        if (!row)
            continue;
        row->record = result.record;
        for (const std::size_t field : result.written)
            row->stamps[field] = stamp;
        if (result.effect == MergeResult::Effect::Deleted) {
            row->deleted = true;
            row->removed = stamp;
        } else if (result.effect == MergeResult::Effect::Revived) {
            row->deleted = false;
        }
    }
    return 0;
}
