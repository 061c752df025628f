// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Compression.h"
#include "sync/protocol/Segment.h"
#include "tests/fuzz/Fuzz.h"

using namespace satchel;
using namespace satchel::fuzz;

namespace {

void read(SegmentReader& reader, std::string_view segment)
{
    const auto table = reader.read(segment);
    if (!table.ok())
        return;
    must(table->count <= protocol::maxSegmentRows, "no more rows than allowed");
    must(table->columns.size() <= protocol::maxSegmentColumns, "no more columns than allowed");
    for (const auto& [number, cells] : table->columns) {
        must(cells.size() == table->count, "a cell for every row");
        for (const SegmentCell& cell : cells)
            (void)cell.value();
    }
    for (std::size_t row = 0; row < table->count; ++row) {
        if (table->kind == SegmentKind::History)
            (void)table->entry(row);
        if (table->kind == SegmentKind::Members)
            (void)table->member(row);
    }
}

} // namespace

/// Segments, and bodies that zstd packed. The first byte: 0 a segment as it is, 1 its content (packed here), 2 a body.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const Exact exact(data + 1, size - 1);
    const std::string_view input = exact.view();
    if (data[0] % 3 == 2) {
        for (int dictionary = 0; dictionary <= compression::newestDictionary + 1; ++dictionary) {
            const auto body = compression::decompress(input, dictionary, 1U << 20);
            must(!body.ok() || body->size() <= 1U << 20, "no more comes out than is allowed");
        }
        return 0;
    }
    SegmentReader reader;
    if (data[0] % 3 == 0) {
        read(reader, input);
        return 0;
    }
    // Two segments of one set: the second refers to rows of the first.
    for (const std::string_view part : parts(input, 2))
        read(reader, compression::compress(part, compression::noDictionary));
    return 0;
}
