// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/FieldMerge.h"
#include "sync/merge/TextMerge.h"
#include "tests/fuzz/Fuzz.h"

using namespace satchel;
using namespace satchel::fuzz;

namespace {

Value textOf(std::string_view text)
{
    return text.empty() ? Value() : Value(std::string(text));
}

} // namespace

/// Merging of whatever people type, and of stored lists and timelines that are none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Exact exact(data, size);
    const auto three = parts(exact.view(), 3);
    const std::string_view base = three[0];
    const std::string_view theirs = three[1];
    const std::string_view mine = three[2];

    const TextMergeResult merged = mergeText(base, theirs, mine);
    const TextMergeResult other = mergeText(base, mine, theirs);
    must(merged.overlap == other.overlap, "who comes first does not decide whether they met in one place");
    must(merged.overlap || merged.text == other.text, "without an overlap both orders give one text");
    must(mergeText(base, base, mine).text == mine, "where only I wrote, mine stands");
    must(mergeText(base, theirs, base).text == theirs, "where only they wrote, theirs stands");
    must(mergeText(base, mine, mine).text == mine, "two equal edits count once");

    for (const auto& [a, b] : {std::pair(theirs, mine), std::pair(mine, theirs)}) {
        const auto lists = mergeLists(textOf(base), textOf(a), textOf(b));
        const auto entries = appendEntries(textOf(a), textOf(b));
        if (lists && !lists->value.isNull())
            must(mergeLists(lists->value, lists->value, lists->value).has_value(), "a merged list is a list");
        if (entries && !entries->value.isNull())
            must(appendEntries(entries->value, entries->value)->value == entries->value, "entries are added once");
    }
    return 0;
}
