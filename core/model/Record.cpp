// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Record.h"

#include "core/schema/ValueText.h"

#include <cassert>

namespace satchel {

const Value& Record::value(std::string_view field) const
{
    const auto index = entity->indexOf(field);
    assert(index);
    return values[*index];
}

void Record::set(std::string_view field, Value value)
{
    const auto index = entity->indexOf(field);
    assert(index);
    values[*index] = std::move(value);
}

std::string Record::label() const
{
    std::string text;
    for (const std::string& name : entity->label) {
        const std::string part = formatValue(*entity->field(name), value(name));
        if (!part.empty())
            text += (text.empty() ? "" : " ") + part;
    }
    return text;
}

} // namespace satchel
