// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Cbor.h"
#include "tests/fuzz/Fuzz.h"

using namespace satchel;
using namespace satchel::fuzz;

namespace {

// Reads one item and writes it again.
void copy(cbor::Reader& reader, cbor::Writer& writer)
{
    switch (reader.next()) {
    case cbor::Kind::Integer: return writer.integer(reader.integer());
    case cbor::Kind::Bytes: return writer.bytes(reader.bytes());
    case cbor::Kind::Text: return writer.text(reader.text());
    case cbor::Kind::Boolean: return writer.boolean(reader.boolean());
    case cbor::Kind::Null: must(reader.null(), "a null is read"); return writer.null();
    case cbor::Kind::Array: {
        const std::size_t count = reader.array();
        writer.array(count);
        for (std::size_t i = 0; i < count; ++i)
            copy(reader, writer);
        return;
    }
    case cbor::Kind::Map: {
        const std::size_t count = reader.map();
        writer.map(count);
        for (std::size_t i = 0; i < 2 * count; ++i)
            copy(reader, writer);
        return;
    }
    case cbor::Kind::End: must(false, "a checked item does not end early");
    }
}

} // namespace

/// What the checker takes has exactly one spelling; reading pieces of another kind than come never reads beyond.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Exact input(data, size);
    const bool good = cbor::check(input.view()).ok();
    auto reader = cbor::Reader::open(input.view());
    must(reader.ok() == good, "a reader opens what was checked, and nothing else");
    if (!good)
        return 0;
    cbor::Writer writer;
    copy(*reader, writer);
    must(reader->good() && reader->next() == cbor::Kind::End, "all of it is read");
    must(writer.take() == input.view(), "one item has one spelling");

    cbor::Reader rough = *cbor::Reader::open(input.view());
    for (std::size_t i = 0; i < size && rough.good(); ++i) {
        switch (static_cast<unsigned char>(input.view()[i]) % 7) {
        case 0: (void)rough.integer(); break;
        case 1: (void)rough.text(); break;
        case 2: (void)rough.bytes(); break;
        case 3: (void)rough.array(); break;
        case 4: (void)rough.map(); break;
        case 5: (void)rough.boolean(); break;
        default: rough.skip();
        }
    }
    return 0;
}
