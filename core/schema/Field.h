// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Role.h"

#include <string>
#include <string_view>
#include <vector>

namespace satchel {

/// How a Value of a field is read.
/// | type          | stored as                                                              |
/// | Text, Notes   | text; Notes may have several lines                                     |
/// | Choice        | text, one of Field::choices                                            |
/// | Boolean       | integer 0 or 1                                                         |
/// | Integer       | integer                                                                |
/// | Decimal       | integer count of ten-thousandths (core/base/Decimal.h)                 |
/// | Money         | text in Money's canonical form: "12.30 EUR"                            |
/// | Date          | text YYYY-MM-DD                                                        |
/// | Instant       | integer, ms since 1970 UTC                                             |
/// | Reference     | id of a row of Field::references                                       |
/// | TextList      | text: JSON array of different strings                                  |
/// | ReferenceList | text: JSON array of different id strings                               |
/// | Group         | text: JSON object of strings, members in the order of Field::members   |
/// | Timeline      | text: JSON array of {"id","at","by","text"}, ordered by (at, id)       |
/// JSON is without white space, members empty left out, strings escaped as RFC 8785 says (core/schema/Composite.h).
enum class FieldType {
    Text,
    Notes,
    Choice,
    Boolean,
    Integer,
    Decimal,
    Money,
    Date,
    Instant,
    Reference,
    TextList,
    ReferenceList,
    Group,
    Timeline
};

/// What happens when two people changed the same field (sync/merge; the table stands in sync/PROTOCOL.md).
enum class Policy { Plain, Ask, Theirs, Sum, Union, Append, Text, Extreme, Stage };

/// One field of an entity, exactly as declared in Declaration.cpp. `number` is what travels and never changes its
/// meaning; `name` is the column.
struct Field {
    int number = 0;
    std::string name = {};
    FieldType type = FieldType::Text;
    int max = 0; ///< Text, Notes: code points; TextList: code points of an element
    Policy policy = Policy::Plain;
    bool required = false;
    bool searchable = false;     ///< its words are in the search index
    bool phone = false;          ///< its digits are in the search index, and it is dialled
    bool email = false;          ///< must look like a mail address
    bool indexed = false;        ///< lists may be ordered and filtered by it fast; references always may
    std::string group = {};      ///< fields of one group travel and win together
    std::string references = {}; ///< the entity a Reference or ReferenceList points to
    std::vector<std::string> choices = {};
    std::vector<std::string> closing = {}; ///< Policy::Stage: choices that end it; what one side closed stays closed
    std::vector<std::string> members = {}; ///< of a Group
    std::string initial = {}; ///< value of a new row: "$me", "$my_territory", "$now", "$today" or a value in text form
    RoleSet writers = {};     ///< who may set it; empty: whoever may write the row
    int since = 1;            ///< the first schema::version that has it; older programs keep its values unread
};

[[nodiscard]] std::string_view fieldTypeName(FieldType type);
[[nodiscard]] std::string_view policyName(Policy policy);

/// Elements a TextList, entries a Timeline and references a ReferenceList may have.
inline constexpr std::size_t maxListElements = 200;
inline constexpr std::size_t maxTimelineEntries = 5000;
/// Code points of a member of a Group and of an entry of a Timeline.
inline constexpr int maxMember = 200;
inline constexpr int maxTimelineEntry = 2000;

} // namespace satchel
