// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"
#include "core/schema/Schema.h"
#include "core/schema/Validation.h"
#include "core/schema/ValueText.h"
#include "tests/fuzz/Fuzz.h"

using namespace satchel;
using namespace satchel::fuzz;

namespace {

// One field of each type.
std::vector<std::pair<const Entity*, const Field*>> fields()
{
    std::vector<std::pair<const Entity*, const Field*>> found;
    std::vector<FieldType> types;
    for (const Entity& entity : schema::entities())
        for (const Field& field : entity.fields)
            if (std::find(types.begin(), types.end(), field.type) == types.end()) {
                types.push_back(field.type);
                found.emplace_back(&entity, &field);
            }
    return found;
}

} // namespace

/// What people, files and other programs write as values: lists, groups, timelines, and the text form of every type.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Exact exact(data, size);
    const std::string_view input = exact.view();
    if (const auto list = readList(input); list.ok())
        must(readList(writeList(*list)).ok(), "a written list can be read");
    if (const auto group = readGroup(input); group.ok())
        must(readGroup(writeGroup(*group)).ok(), "a written group can be read");
    if (const auto timeline = readTimeline(input); timeline.ok())
        must(readTimeline(writeTimeline(*timeline)).ok(), "a written timeline can be read");

    static const auto all = fields();
    const ValueContext context{.resolve = [](const Entity&, std::string_view text) -> Result<Id> {
                                   const auto id = Id::parse(text);
                                   return id ? Result<Id>(*id) : Result<Id>(invalid("There is no such row."));
                               },
                               .newId = [] { return *Id::parse("01938000-0000-7000-8000-000000000001"); },
                               .now = 1'795'339'800'000,
                               .me = *Id::parse("01938000-0000-7000-8000-000000000002"),
                               .currency = "EUR"};
    for (const auto& [entity, field] : all) {
        // As a stored value somebody else wrote, and as text.
        const bool stored = validateValue(*entity, *field, Value(std::string(input))).ok();
        if (stored)
            (void)formatValue(*field, Value(std::string(input)));
        const auto value = parseValue(*entity, *field, input, Value(), context);
        if (!value.ok())
            continue;
        const std::string text = formatValue(*field, *value);
        const auto again = parseValue(*entity, *field, text, *value, context);
        must(again.ok(), "what is shown can be typed");
        must(*again == *value || field->type == FieldType::Timeline, "what is shown means the same");
    }
    return 0;
}
