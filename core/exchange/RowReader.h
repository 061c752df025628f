// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Mapping.h"
#include "core/exchange/Table.h"
#include "core/schema/ValueText.h"
#include "core/store/Replica.h"

#include <map>

namespace satchel {

/// Values by position of their field, those that a row says something about.
using FieldValues = std::vector<std::pair<std::size_t, Value>>;
/// Null for a field that is not among them.
[[nodiscard]] const Value& valueOf(const FieldValues& values, std::size_t field);

/// Turns rows of a file into values of an entity's fields. Lives for one import, on the replica's thread; remembers
/// what references meant, because they repeat.
class RowReader {
public:
    RowReader(Replica& replica, const Entity& entity, const Mapping& mapping, const Id& user);

    /// `present` is the record that the values are for; nothing for a new one. Invalid for a value its field does not
    /// take.
    [[nodiscard]] Result<FieldValues> read(const TableRow& row, const Record* present);
    /// The fields alone that tell rows apart.
    [[nodiscard]] Result<FieldValues> readKey(const TableRow& row);
    /// A record that the import is about to add: later rows may refer to it.
    void remember(const Id& id, const FieldValues& values);

private:
    [[nodiscard]] Status readSource(const Source& source, const TableRow& row, const Record* present,
                                    FieldValues& values);
    [[nodiscard]] Result<Value> value(const Source& source, const std::string& text, const Value& current);
    [[nodiscard]] Result<Value> member(const Field& field, const std::string& name, const std::string& text,
                                       const Value& current) const;
    [[nodiscard]] Result<Value> timeline(const Field& field, const std::string& text, const Value& current) const;
    [[nodiscard]] Result<Id> resolve(const Entity& target, std::string_view text);
    /// The currency of the price list among `values`, or of `present`.
    [[nodiscard]] Result<std::string> currency(const FieldValues& values, const Record* present);

    Replica& m_replica;
    const Entity& m_entity;
    const Mapping& m_mapping;
    ValueContext m_context;
    std::map<std::pair<int, std::string>, Id> m_resolved;
    std::map<std::string, Id> m_added; ///< by natural key or label
    std::map<Id, std::string> m_currencies;
};

} // namespace satchel
