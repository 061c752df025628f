// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Validation.h"

#include "core/base/Clock.h"
#include "core/base/Decimal.h"
#include "core/schema/Composite.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <array>

namespace satchel {

namespace {

// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999Z: what RFC 3339 can write.
constexpr Milliseconds firstInstant = -62135596800000;
constexpr Milliseconds lastInstant = 253402300799999;

// A value on its way through the checks, with the words to refuse it.
struct Check {
    const Entity& entity;
    const Field& field;

    [[nodiscard]] Error refuse(const std::string& predicate) const
    {
        return invalid(theField(entity, field) + " " + predicate, field.name);
    }
    [[nodiscard]] Status storable(std::string_view text) const
    {
        if (!isStorableText(text))
            return refuse("must be text in UTF-8 without the null character.");
        return Ok{};
    }
    [[nodiscard]] Status length(std::string_view text, int max, const char* what = "may") const
    {
        if (max <= 0 || text.size() <= static_cast<std::size_t>(max))
            return Ok{};
        const std::size_t points = codePoints(text);
        if (points > static_cast<std::size_t>(max))
            return refuse(std::string(what) + " have at most " + std::to_string(max) + " characters; this has " +
                          std::to_string(points) + ".");
        return Ok{};
    }
    [[nodiscard]] Status oneLine(std::string_view text) const
    {
        if (text.find_first_of("\r\n") != std::string_view::npos)
            return refuse("must be a single line.");
        return Ok{};
    }
};

bool looksLikeMail(std::string_view text)
{
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t\r\n\v\f") == std::string_view::npos;
}

// Digits of any script count: what people dial is written in Arabic, Persian or Bengali figures too. Letters such as
// "ext." may stand beside them.
bool hasDigit(std::string_view text)
{
    struct Digits {
        std::string_view lead; // all bytes but the last
        unsigned char zero;    // last byte of the digit nought
    };
    static constexpr std::array<Digits, 7> scripts = {{{"", '0'},
                                                       {"\xD9", 0xA0},
                                                       {"\xDB", 0xB0},
                                                       {"\xE0\xA5", 0xA6},
                                                       {"\xE0\xA7", 0xA6},
                                                       {"\xE0\xB9", 0x90},
                                                       {"\xEF\xBC", 0x90}}};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char last = static_cast<unsigned char>(text[i]);
        for (const Digits& script : scripts)
            if (last >= script.zero && last < script.zero + 10 && text.substr(0, i).ends_with(script.lead))
                return true;
    }
    return false;
}

bool isCurrencyField(const Field& field)
{
    return field.name == "currency" || field.name.ends_with("_currency");
}

Status checkContent(const Check& check, std::string_view text)
{
    if (check.field.email && !looksLikeMail(text))
        return check.refuse("must look like name@example.com; " + inQuotes(text) + " does not.");
    if (check.field.phone && !hasDigit(text))
        return check.refuse("must contain a digit; " + inQuotes(text) + " has none.");
    if (isCurrencyField(check.field) && !isCurrencyCode(text))
        return check.refuse("must be a code of three capital letters such as EUR; " + inQuotes(text) + " is not.");
    return Ok{};
}

Status checkText(const Check& check, const std::string& text)
{
    SATCHEL_TRY(check.length(text, check.field.max));
    if (check.field.type == FieldType::Text)
        SATCHEL_TRY(check.oneLine(text));
    return checkContent(check, text);
}

Status checkChoice(const Check& check, const std::string& text)
{
    const auto& choices = check.field.choices;
    if (std::find(choices.begin(), choices.end(), text) == choices.end())
        return check.refuse("must be " + enumerated(choices, "or") + "; " + inQuotes(text) + " is none of these.");
    return Ok{};
}

Status checkMoney(const Check& check, const std::string& text)
{
    const auto money = Money::parse(text);
    if (!money || money->toString() != text)
        return check.refuse("must be an amount with its currency such as 12.30 EUR; " + inQuotes(text) + " is not.");
    return Ok{};
}

Status checkList(const Check& check, const std::string& text)
{
    const auto list = readList(text);
    if (!list || writeList(*list) != text)
        return check.refuse("must be a list of different texts such as [\"a\",\"b\"].");
    if (list->size() > maxListElements)
        return check.refuse("may have at most " + std::to_string(maxListElements) + " elements; this has " +
                            std::to_string(list->size()) + ".");
    for (const std::string& element : *list) {
        if (check.field.type == FieldType::ReferenceList) {
            const auto id = Id::parse(element);
            if (!id || id->isNull() || id->toString() != element)
                return check.refuse("must be a list of ids; " + inQuotes(element) + " is none.");
            continue;
        }
        SATCHEL_TRY(check.storable(element));
        SATCHEL_TRY(check.length(element, check.field.max, "may in each element"));
        SATCHEL_TRY(check.oneLine(element));
        SATCHEL_TRY(checkContent(check, element));
    }
    return Ok{};
}

Status checkGroup(const Check& check, const std::string& text)
{
    const auto members = readGroup(text);
    const auto& declared = check.field.members;
    if (!members)
        return check.refuse("must be an object with the members " + enumerated(declared) + ".");
    std::size_t next = 0;
    for (const auto& [name, content] : *members) {
        const auto position = std::find(declared.begin(), declared.end(), name);
        if (position == declared.end())
            return check.refuse("has the members " + enumerated(declared) + "; " + inQuotes(name) +
                                " is none of these.");
        if (static_cast<std::size_t>(position - declared.begin()) < next)
            return check.refuse("must have its members in the order " + enumerated(declared) + ".");
        next = static_cast<std::size_t>(position - declared.begin()) + 1;
        SATCHEL_TRY(check.storable(content));
        SATCHEL_TRY(check.length(content, maxMember, "may in each member"));
    }
    if (writeGroup(*members) != text)
        return check.refuse("must be written without white space and without empty or repeated members.");
    return Ok{};
}

Status checkTimeline(const Check& check, const std::string& text)
{
    const auto entries = readTimeline(text);
    if (!entries || writeTimeline(*entries) != text)
        return check.refuse("must be a list of entries with id, at, by and text in the order of their times.");
    if (entries->size() > maxTimelineEntries)
        return check.refuse("may have at most " + std::to_string(maxTimelineEntries) + " entries; this has " +
                            std::to_string(entries->size()) + ".");
    for (const TimelineEntry& entry : *entries) {
        const auto id = Id::parse(entry.id);
        const auto by = Id::parse(entry.by);
        if (!id || id->toString() != entry.id || !by || by->toString() != entry.by)
            return check.refuse("must name the id and the author of each entry.");
        if (entry.text.empty())
            return check.refuse("may not have an empty entry.");
        SATCHEL_TRY(check.storable(entry.text));
        SATCHEL_TRY(check.length(entry.text, maxTimelineEntry, "may in each entry"));
    }
    return Ok{};
}

enum class Physical { Text, Integer, Id };

Physical physicalKind(FieldType type)
{
    switch (type) {
    case FieldType::Boolean:
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Instant: return Physical::Integer;
    case FieldType::Reference: return Physical::Id;
    default: return Physical::Text;
    }
}

bool isOfKind(const Value& value, Physical kind)
{
    switch (kind) {
    case Physical::Text: return value.isText();
    case Physical::Integer: return value.isInteger();
    case Physical::Id: return value.isId();
    }
    return false;
}

Status checkKnownKind(const Check& check, const Value& value)
{
    switch (check.field.type) {
    case FieldType::Text:
    case FieldType::Notes: return checkText(check, value.text());
    case FieldType::Choice: return checkChoice(check, value.text());
    case FieldType::Money: return checkMoney(check, value.text());
    case FieldType::TextList:
    case FieldType::ReferenceList: return checkList(check, value.text());
    case FieldType::Group: return checkGroup(check, value.text());
    case FieldType::Timeline: return checkTimeline(check, value.text());
    case FieldType::Date:
        if (!isDate(value.text()))
            return check.refuse("must be a date such as 2026-11-22; " + inQuotes(value.text()) + " is none.");
        return Ok{};
    case FieldType::Boolean:
        if (value.integer() != 0 && value.integer() != 1)
            return check.refuse("must be true or false.");
        return Ok{};
    case FieldType::Instant:
        if (value.integer() < firstInstant || value.integer() > lastInstant)
            return check.refuse("must lie between the years 1 and 9999.");
        return Ok{};
    case FieldType::Reference:
        if (value.id().isNull())
            return check.refuse("must name " + spoken(check.field.references) + " by its id.");
        return Ok{};
    case FieldType::Integer:
    case FieldType::Decimal: return Ok{};
    }
    return Ok{};
}

} // namespace

Status validateValue(const Entity& entity, const Field& field, const Value& value)
{
    if (value.isNull())
        return Ok{};
    const Check check{entity, field};
    if (!isOfKind(value, physicalKind(field.type)))
        return check.refuse("must be stored as " + std::string(fieldTypeName(field.type)) + ".");
    SATCHEL_TRY(check.storable(value.text()));
    if (value.isText() && value.text().empty())
        return check.refuse("must be left out when it is empty.");
    return checkKnownKind(check, value);
}

// What a newer program has written may be kept and looked at, not overwritten by one that does not know what it means.
Status understood(const Entity& entity, const Field& field, const Value& value)
{
    const auto unknown = [&](const std::string& what) {
        return invalid(theField(entity, field) + " " + what +
                           " that this version of Satchel does not know. Install the newer version to change it.",
                       field.name);
    };
    if (value.isNull())
        return Ok{};
    if (field.type == FieldType::Choice &&
        std::find(field.choices.begin(), field.choices.end(), value.text()) == field.choices.end())
        return unknown("is " + inQuotes(value.text()) + ", a value");
    if (field.type == FieldType::Group)
        if (const auto members = readGroup(value.text()))
            for (const auto& [member, text] : *members)
                if (std::find(field.members.begin(), field.members.end(), member) == field.members.end())
                    return unknown("has a part, " + inQuotes(member) + ",");
    return Ok{};
}

Status validateRow(const Entity& entity, const std::vector<Value>& values)
{
    if (values.size() != entity.fields.size())
        return Error{ErrorKind::Internal, "A row of " + spoken(entity.name) + " has the wrong number of fields."};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Field& field = entity.fields[i];
        if (field.required && values[i].isNull())
            return invalid(theField(entity, field) + " must be given.", field.name);
        SATCHEL_TRY(validateValue(entity, field, values[i]));
    }
    return Ok{};
}

Status validateChanges(const Entity& entity, const std::vector<Value>& before, const std::vector<Value>& after)
{
    if (before.size() != after.size())
        return validateRow(entity, after);
    for (std::size_t i = 0; i < after.size(); ++i) {
        const Field& field = entity.fields[i];
        if (field.required && after[i].isNull())
            return invalid(theField(entity, field) + " must be given.", field.name);
        if (after[i] == before[i])
            continue;
        SATCHEL_TRY(understood(entity, field, before[i]));
        SATCHEL_TRY(validateValue(entity, field, after[i]));
    }
    return Ok{};
}

} // namespace satchel
