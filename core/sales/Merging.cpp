// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Merging.h"

#include "core/model/Reading.h"
#include "core/rules/Access.h"
#include "core/rules/Leads.h"
#include "core/schema/Composite.h"
#include "core/store/SearchText.h"

#include <algorithm>

namespace satchel::sales {

namespace {

bool isList(const Field& field)
{
    return field.type == FieldType::TextList || field.type == FieldType::ReferenceList;
}

// What no person chooses: the timeline is everything that was written in either, and so is who was told apart.
bool comesByItself(const Field& field)
{
    return field.type == FieldType::Timeline || field.name == "not_same_as";
}

Value unitedList(const Value& a, const Value& b)
{
    auto first = readList(a.text());
    const auto second = readList(b.text());
    if (!first.ok() || !second.ok())
        return a;
    for (const std::string& each : *second)
        if (std::find(first->begin(), first->end(), each) == first->end())
            first->push_back(each);
    const std::string json = writeList(*first);
    return json.empty() ? Value() : Value(json);
}

Value bothTimelines(const Value& a, const Value& b)
{
    auto first = readTimeline(a.text());
    const auto second = readTimeline(b.text());
    if (!first.ok() || !second.ok())
        return a;
    for (const TimelineEntry& entry : *second)
        if (std::none_of(first->begin(), first->end(), [&](const TimelineEntry& each) { return each.id == entry.id; }))
            first->push_back(entry);
    const std::string json = writeTimeline(std::move(*first));
    return json.empty() ? Value() : Value(json);
}

Value both(const Field& field, const Value& a, const Value& b)
{
    if (a.isNull() || b.isNull() || a == b)
        return a.isNull() ? b : a;
    if (isList(field))
        return unitedList(a, b);
    if (field.type == FieldType::Timeline)
        return bothTimelines(a, b);
    return Value(a.text() + "\n\n" + b.text());
}

// The same number in another format, or address in other letters, is the same.
std::string compared(const Field& field, const std::string& text)
{
    const std::string digits = field.phone ? leads::tellingDigits(text) : std::string();
    return digits.empty() ? foldText(text) : digits;
}

} // namespace

Merging::Merging(Record first, Record second, Role role)
    : m_first(std::move(first)), m_second(std::move(second)), m_role(role)
{
    propose();
}

void Merging::setFirstStays(bool stays)
{
    m_firstStays = stays;
    propose();
}

void Merging::propose()
{
    m_lines.clear();
    const Entity& entity = *m_first.entity;
    const Take own = m_firstStays ? Take::First : Take::Second;
    const Take others = m_firstStays ? Take::Second : Take::First;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const Field& field = entity.fields[i];
        if (comesByItself(field) || (m_first.values[i].isNull() && m_second.values[i].isNull()))
            continue;
        Line line{.field = i, .differs = m_first.values[i] != m_second.values[i], .take = own};
        const bool oneIsEmpty = m_first.values[i].isNull() || m_second.values[i].isNull();
        line.locked = !mayWriteField(m_role, entity, field);
        line.mayBeBoth =
            line.differs && !oneIsEmpty && !line.locked && (isList(field) || field.type == FieldType::Notes);
        const std::vector<std::size_t> group = entity.groupOf(i);
        const bool groupIsEmpty = std::all_of(group.begin(), group.end(),
                                              [&](std::size_t member) { return survivor().values[member].isNull(); });
        const bool self = survivor().values[i].isNull() && loser().values[i].isId() &&
                          loser().values[i].id() == survivor().id; // an account is not its own parent
        if (line.mayBeBoth)
            line.take = Take::Both;
        else if (groupIsEmpty && !line.locked && !self)
            line.take = others;
        m_lines.push_back(line);
    }
    std::stable_partition(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.differs; });
}

void Merging::choose(std::size_t line, Take take)
{
    if (line >= m_lines.size() || m_lines[line].locked || (take == Take::Both && !m_lines[line].mayBeBoth))
        return;
    const std::vector<std::size_t> group = m_first.entity->groupOf(m_lines[line].field);
    for (Line& each : m_lines)
        if (std::find(group.begin(), group.end(), each.field) != group.end())
            each.take = take;
}

Value Merging::taken(const Line& line) const
{
    const Value& first = m_first.values[line.field];
    const Value& second = m_second.values[line.field];
    if (line.take == Take::Both)
        return m_firstStays ? both(m_first.entity->fields[line.field], first, second)
                            : both(m_first.entity->fields[line.field], second, first);
    return line.take == Take::First ? first : second;
}

void Merging::keepBeside(std::vector<std::pair<std::size_t, Value>>& values, const char* list,
                         std::initializer_list<const char*> fields, std::vector<std::string>* added) const
{
    const Entity& entity = *m_first.entity;
    const auto place = entity.indexOf(list);
    if (!place)
        return;
    const auto valueOf = [&](std::size_t field) {
        const auto chosen =
            std::find_if(values.begin(), values.end(), [&](const auto& each) { return each.first == field; });
        return chosen == values.end() ? Value() : chosen->second;
    };
    const Field& declared = entity.fields[*place];
    const auto present = readList(valueOf(*place).text());
    std::vector<std::string> kept = present.ok() ? *present : std::vector<std::string>();
    std::vector<std::string> known;
    for (const std::string& each : kept)
        known.push_back(compared(declared, each));
    for (const char* field : fields)
        known.push_back(compared(declared, valueOf(*entity.indexOf(field)).text()));
    bool more = false;
    for (const char* field : fields)
        for (const Record* record : {&survivor(), &loser()}) {
            const std::string& text = record->value(field).text();
            if (text.empty() || std::find(known.begin(), known.end(), compared(declared, text)) != known.end())
                continue;
            known.push_back(compared(declared, text));
            kept.push_back(text);
            more = true;
            if (added != nullptr)
                added->push_back(text);
        }
    if (!more)
        return;
    std::erase_if(values, [&](const auto& each) { return each.first == *place; });
    values.emplace_back(*place, Value(writeList(kept)));
}

std::vector<std::pair<std::size_t, Value>> Merging::values() const
{
    std::vector<std::pair<std::size_t, Value>> values;
    for (const Line& line : m_lines)
        if (!line.locked)
            values.emplace_back(line.field, taken(line));
    keepBeside(values, "more_phones", {"phone", "mobile"}, nullptr);
    keepBeside(values, "more_emails", {"email"}, nullptr);
    const Entity& entity = *m_first.entity;
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (comesByItself(entity.fields[i]))
            values.emplace_back(i, both(entity.fields[i], survivor().values[i], loser().values[i]));
    return values;
}

std::vector<std::string> Merging::keptBeside() const
{
    std::vector<std::string> added;
    std::vector<std::pair<std::size_t, Value>> values;
    for (const Line& line : m_lines)
        values.emplace_back(line.field, taken(line));
    if (m_first.entity->field("more_phones") != nullptr)
        keepBeside(values, "more_phones", {"phone", "mobile"}, &added);
    keepBeside(values, "more_emails", {"email"}, &added);
    return added;
}

Status Merging::commit(Replica& replica) const
{
    const Entity& entity = *m_first.entity;
    Edit chosen{
        .kind = OperationKind::Update, .entity = &entity, .id = survivor().id, .values = {}, .seen = Edit::Seen{}};
    chosen.seen->rev = survivor().rev;
    for (auto& [field, value] : values()) {
        if (value == survivor().values[field])
            continue;
        chosen.seen->values.emplace_back(field, survivor().values[field]);
        chosen.values.emplace_back(field, std::move(value));
    }
    std::vector<Edit> edits;
    if (!chosen.values.empty())
        edits.push_back(std::move(chosen));
    edits.push_back({.kind = OperationKind::Merge, .entity = &entity, .id = loser().id, .other = survivor().id});
    SATCHEL_TRY(replica.commit(edits));
    return Ok{};
}

Status tellApart(Replica& replica, const Entity& entity, const Id& one, const Id& other)
{
    SATCHEL_ASSIGN(const auto record, replica.find(entity, one));
    if (!record)
        return Error{ErrorKind::NotFound, "This record is no longer on this laptop."};
    const std::size_t field = *entity.indexOf("not_same_as");
    auto others = readList(record->values[field].text());
    std::vector<std::string> all = others.ok() ? std::move(*others) : std::vector<std::string>();
    if (std::find(all.begin(), all.end(), other.toString()) != all.end())
        return Ok{};
    all.push_back(other.toString());
    SATCHEL_TRY(replica.commit(
        {{.kind = OperationKind::Update, .entity = &entity, .id = one, .values = {{field, Value(writeList(all))}}}}));
    return Ok{};
}

} // namespace satchel::sales
