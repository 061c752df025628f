// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"

#include <cstdint>
#include <string>
#include <variant>

namespace satchel {

/// What one field of one row holds, as it is stored and as it travels: nothing, a 64-bit integer, text or an id.
/// FieldType says how to read it (see Field.h); an empty field is always Null, never "".
class Value {
public:
    Value() = default;
    Value(std::int64_t integer) : m_state(integer) {}
    Value(std::string text) : m_state(std::move(text)) {}
    Value(const char* text) : m_state(std::string(text)) {}
    Value(const Id& id) : m_state(id) {}
    Value(bool) = delete; // write Value(1) where a Boolean field is meant, so that nothing converts by accident

    bool operator==(const Value&) const = default;

    [[nodiscard]] bool isNull() const { return m_state.index() == 0; }
    [[nodiscard]] bool isInteger() const { return m_state.index() == 1; }
    [[nodiscard]] bool isText() const { return m_state.index() == 2; }
    [[nodiscard]] bool isId() const { return m_state.index() == 3; }

    /// The integer, or 0 if this is none.
    [[nodiscard]] std::int64_t integer() const { return isInteger() ? std::get<1>(m_state) : 0; }
    /// The text, or "" if this is none.
    [[nodiscard]] const std::string& text() const
    {
        static const std::string none;
        return isText() ? std::get<2>(m_state) : none;
    }
    /// Null if this is no id.
    [[nodiscard]] const Id* asId() const { return std::get_if<3>(&m_state); }
    /// The id, or the null id if this is none.
    [[nodiscard]] Id id() const { return isId() ? std::get<3>(m_state) : Id{}; }

private:
    std::variant<std::monostate, std::int64_t, std::string, Id> m_state;
};

} // namespace satchel
