// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/ValueText.h"

#include "core/base/Decimal.h"
#include "core/schema/Composite.h"
#include "core/schema/Schema.h"
#include "core/schema/Validation.h"
#include "core/schema/ValueJson.h"
#include "core/schema/Wording.h"

#include <algorithm>
#include <charconv>

namespace satchel {

namespace {

using Json = nlohmann::ordered_json;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// One text on its way to a value, with all that reading it needs.
class Reader {
public:
    Reader(const Entity& entity, const Field& field, std::string_view text, const ValueContext& context)
        : m_entity(entity), m_field(field), m_text(text), m_context(context)
    {}

    Result<Value> read(const Value& current) const
    {
        switch (m_field.type) {
        case FieldType::Text:
        case FieldType::Notes:
        case FieldType::Choice: return Value(std::string(m_text));
        case FieldType::Boolean: return boolean();
        case FieldType::Integer: return integer();
        case FieldType::Decimal: return decimal();
        case FieldType::Money: return money();
        case FieldType::Date: return Value(std::string(trimmed(m_text))); // validateValue says what a date looks like
        case FieldType::Instant: return instant();
        case FieldType::Reference: return reference();
        case FieldType::TextList: return textList();
        case FieldType::ReferenceList: return referenceList();
        case FieldType::Group: return group();
        case FieldType::Timeline: return timeline(current);
        }
        return Value();
    }

private:
    [[nodiscard]] Error refuse(const std::string& expected) const
    {
        return invalid(theField(m_entity, m_field) + " must be " + expected + "; " + inQuotes(m_text) + " is not.",
                       m_field.name);
    }

    // Errors of the JSON reader name the field but not the entity; both are named to a person.
    Result<Value> fromJson(const Json& json) const
    {
        auto value = valueFromJson(m_field, json);
        const std::string head = "The " + spoken(m_field.name);
        if (!value && value.error().message.starts_with(head))
            return invalid(theField(m_entity, m_field) + value.error().message.substr(head.size()), m_field.name);
        return value;
    }

    Result<Value> boolean() const
    {
        std::string word(trimmed(m_text));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (word == "true" || word == "yes" || word == "1")
            return Value(static_cast<std::int64_t>(1));
        if (word == "false" || word == "no" || word == "0")
            return Value(static_cast<std::int64_t>(0));
        return refuse("true or false");
    }

    Result<Value> integer() const
    {
        const std::string_view text = trimmed(m_text);
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size())
            return refuse("a whole number such as 12");
        return Value(number);
    }

    Result<Value> decimal() const
    {
        if (const auto number = Decimal::parse(trimmed(m_text)))
            return Value(number->units);
        return refuse("a number with at most four decimals such as 2.5");
    }

    Result<Value> money() const
    {
        const std::string_view text = trimmed(m_text);
        if (text.starts_with('{'))
            return fromJson(Json::parse(text, nullptr, false));
        if (const auto money = Money::parse(text))
            return Value(money->toString());
        const auto amount = Decimal::parse(text);
        if (amount && !m_context.currency.empty())
            return Value(Money{*amount, m_context.currency}.toString());
        if (amount)
            return invalid(theField(m_entity, m_field) + " needs a currency; write it like 12.30 EUR.", m_field.name);
        return refuse("an amount with its currency; write it like 12.30 EUR");
    }

    Result<Value> instant() const
    {
        if (const auto instant = parseInstant(trimmed(m_text)))
            return Value(*instant);
        return refuse("a time with its zone such as 2026-11-22T09:30:00Z");
    }

    Result<Id> resolved(std::string_view text) const
    {
        const Entity& target = schema::entity(m_field.references);
        if (m_context.resolve) {
            auto id = m_context.resolve(target, text);
            if (!id) {
                Error error = id.error();
                error.field = m_field.name;
                return error;
            }
            return id;
        }
        if (const auto id = Id::parse(text))
            return *id;
        return refuse("the id of " + oneOf(target));
    }

    Result<Value> reference() const
    {
        SATCHEL_ASSIGN(const Id id, resolved(m_text));
        return Value(id);
    }

    // A JSON list of texts, or any other text as a list of one.
    Result<std::vector<std::string>> elements() const
    {
        if (!trimmed(m_text).starts_with('['))
            return std::vector<std::string>{std::string(m_text)};
        const Json json = Json::parse(m_text, nullptr, false);
        std::vector<std::string> texts;
        if (!json.is_array())
            return refuse("a list such as [\"a\",\"b\"]");
        for (const Json& element : json) {
            const auto* text = element.get_ptr<const std::string*>();
            if (text == nullptr || text->empty())
                return refuse("a list of texts such as [\"a\",\"b\"]");
            if (std::find(texts.begin(), texts.end(), *text) == texts.end())
                texts.push_back(*text);
        }
        return texts;
    }

    Result<Value> textList() const
    {
        if (m_text.starts_with('{') && Json::parse(m_text, nullptr, false).is_object())
            return refuse("a list such as [\"one\",\"two\"]");
        SATCHEL_ASSIGN(const auto texts, elements());
        return texts.empty() ? Value() : Value(writeList(texts));
    }

    Result<Value> referenceList() const
    {
        SATCHEL_ASSIGN(const auto texts, elements());
        std::vector<std::string> ids;
        for (const std::string& text : texts) {
            SATCHEL_ASSIGN(const Id id, resolved(text));
            if (std::find(ids.begin(), ids.end(), id.toString()) == ids.end())
                ids.push_back(id.toString());
        }
        return ids.empty() ? Value() : Value(writeList(ids));
    }

    Result<Value> group() const
    {
        const Json json = Json::parse(m_text, nullptr, false);
        if (!json.is_object())
            return refuse("an object such as {\"" + m_field.members.front() + "\":\"...\"} with the members " +
                          enumerated(m_field.members));
        return fromJson(json);
    }

    // --- timeline -----------------------------------------------------------------------------------------------

    // Only what clearly begins a JSON list of texts or entries is read as one: people write "[urgent] called back".
    [[nodiscard]] bool isTimelineList() const
    {
        const std::string_view text = trimmed(m_text);
        if (!text.starts_with('['))
            return false;
        const std::string_view rest = trimmed(text.substr(1));
        return rest.starts_with('"') || rest.starts_with('{') || rest.starts_with(']');
    }

    void append(std::vector<TimelineEntry>& entries, const std::vector<std::string>& texts) const
    {
        std::vector<Id> ids;
        for (std::size_t i = 0; i < texts.size(); ++i)
            ids.push_back(m_context.newId());
        std::sort(ids.begin(), ids.end()); // entries of one moment are ordered by id: keep them as they were written
        for (std::size_t i = 0; i < texts.size(); ++i)
            entries.push_back({ids[i].toString(), m_context.now, m_context.me.toString(), texts[i]});
    }

    // Texts beyond those the timeline already begins with; all of them if it does not begin so.
    Status appendTexts(std::vector<TimelineEntry>& entries, const Json& json) const
    {
        std::vector<std::string> texts;
        for (const Json& element : json) {
            const auto* text = element.get_ptr<const std::string*>();
            if (text == nullptr || text->empty())
                return refuse("a text, or a list of texts or of entries");
            texts.push_back(*text);
        }
        const bool continues =
            texts.size() >= entries.size() &&
            std::equal(entries.begin(), entries.end(), texts.begin(),
                       [](const TimelineEntry& e, const std::string& text) { return e.text == text; });
        if (continues)
            texts.erase(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(entries.size()));
        append(entries, texts);
        return Ok{};
    }

    // Entries with an id are kept as they are (a known one is never rewritten); those without one are new.
    Status appendEntries(std::vector<TimelineEntry>& entries, const Json& json) const
    {
        std::vector<std::string> texts;
        std::vector<TimelineEntry> complete;
        for (const Json& element : json) {
            if (!element.is_object() || !element.contains("text") || !element["text"].is_string())
                return refuse("a list of entries with a text");
            if (!element.contains("id")) {
                texts.push_back(element["text"].get<std::string>());
                continue;
            }
            const auto read = readTimeline(Json::array({element}).dump(-1, ' ', false, Json::error_handler_t::replace));
            if (!read)
                return refuse("a list of entries with id, at, by and text");
            const TimelineEntry& entry = read->front();
            const bool known = std::any_of(entries.begin(), entries.end(),
                                           [&](const TimelineEntry& present) { return present.id == entry.id; });
            if (!known)
                complete.push_back(entry);
        }
        entries.insert(entries.end(), complete.begin(), complete.end());
        append(entries, texts);
        return Ok{};
    }

    Result<Value> timeline(const Value& current) const
    {
        std::vector<TimelineEntry> entries;
        if (!current.isNull()) {
            SATCHEL_ASSIGN(entries, readTimeline(current.text()));
        }
        if (!isTimelineList()) {
            append(entries, {std::string(m_text)});
            return Value(writeTimeline(entries));
        }
        const Json json = Json::parse(m_text, nullptr, false);
        if (!json.is_array())
            return refuse("a text, or a list of texts or of entries");
        SATCHEL_TRY(!json.empty() && json.front().is_object() ? appendEntries(entries, json)
                                                              : appendTexts(entries, json));
        return entries.empty() ? Value() : Value(writeTimeline(entries));
    }

    const Entity& m_entity;
    const Field& m_field;
    std::string_view m_text;
    const ValueContext& m_context;
};

} // namespace

Result<Value> parseValue(const Entity& entity, const Field& field, std::string_view text, const Value& current,
                         const ValueContext& context)
{
    if (!isStorableText(text))
        return invalid(theField(entity, field) + " must be text in UTF-8 without the null character.", field.name);
    if (text.empty() && field.type == FieldType::Timeline && !current.isNull())
        return invalid(theField(entity, field) + " can only be added to, not emptied.", field.name);
    if (text.empty())
        return Value();
    SATCHEL_ASSIGN(Value value, Reader(entity, field, text, context).read(current));
    SATCHEL_TRY(validateValue(entity, field, value));
    return value;
}

std::string formatValue(const Field& field, const Value& value)
{
    if (value.isNull())
        return {};
    switch (field.type) {
    case FieldType::Boolean: return value.integer() != 0 ? "true" : "false";
    case FieldType::Integer: return std::to_string(value.integer());
    case FieldType::Decimal: return Decimal{value.integer()}.toString();
    case FieldType::Instant: return formatInstant(value.integer());
    case FieldType::Reference: return value.id().toString();
    default: return value.text();
    }
}

} // namespace satchel
