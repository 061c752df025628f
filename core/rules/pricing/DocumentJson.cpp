// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Bytes.h"
#include "core/rules/pricing/DocumentForm.h"

#include <array>
#include <nlohmann/json.hpp>
#include <sodium.h>
#include <type_traits>

namespace satchel::pricing {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::int64_t thisFormat = 1;

template <typename Enumeration>
struct Name {
    Enumeration value;
    const char* text;
};

constexpr std::array<Name<Document::Kind>, 2> namesOf(Document::Kind)
{
    return {{{Document::Kind::Item, "item"}, {Document::Kind::Text, "text"}}};
}

constexpr std::array<Name<Document::Role>, 3> namesOf(Document::Role)
{
    return {{{Document::Role::Normal, "normal"},
             {Document::Role::Optional, "optional"},
             {Document::Role::Alternative, "alternative"}}};
}

constexpr std::array<Name<HalfRule>, 2> namesOf(HalfRule)
{
    return {{{HalfRule::AwayFromZero, "half_away"}, {HalfRule::ToEven, "half_even"}}};
}

// Which describe...() of DocumentForm.h is a value's.
template <typename Form, typename Value>
void describe(Form& form, Value& value)
{
    using Plain = std::remove_const_t<Value>;
    if constexpr (std::is_same_v<Plain, Document::Address>)
        describeAddress(form, value);
    else if constexpr (std::is_same_v<Plain, Document::Group>)
        describeGroup(form, value);
    else if constexpr (std::is_same_v<Plain, Document::Line>)
        describeLine(form, value);
    else
        describeTax(form, value);
}

class Writer {
public:
    [[nodiscard]] const Json& json() const { return m_json; }

    template <typename Value>
    void operator()(const char* key, const Value& value)
    {
        if (!(value == Value{}))
            m_json[key] = written(value);
    }
    void put(const char* key, const Json& json) { m_json[key] = json; }

private:
    static Json written(const Id& id) { return id.toString(); }
    static Json written(const std::string& text) { return text; }
    static Json written(Decimal decimal) { return decimal.toString(); }
    static Json written(std::int64_t number) { return number; }
    static Json written(bool truth) { return truth; }
    static Json written(const std::optional<Decimal>& decimal) { return written(*decimal); }

    template <typename Value>
    static Json written(const std::vector<Value>& values)
    {
        Json json = Json::array();
        for (const Value& value : values)
            json.push_back(written(value));
        return json;
    }
    template <typename Value>
    static Json written(const Value& value)
    {
        if constexpr (std::is_enum_v<Value>) {
            for (const auto& name : namesOf(value))
                if (name.value == value)
                    return name.text;
            return nullptr;
        } else {
            Writer writer;
            describe(writer, value);
            return writer.m_json;
        }
    }

    Json m_json = Json::object();
};

class Reader {
public:
    explicit Reader(const Json& json) : m_json(json), m_ok(json.is_object()) {}
    [[nodiscard]] bool ok() const { return m_ok; }

    template <typename Value>
    void operator()(const char* key, Value& value)
    {
        if (!m_ok)
            return;
        const auto found = m_json.find(key);
        if (found != m_json.end())
            m_ok = read(*found, value);
    }

private:
    static bool read(const Json& json, std::string& text)
    {
        if (json.is_string())
            text = json.get<std::string>();
        return json.is_string();
    }
    static bool read(const Json& json, Id& id)
    {
        const auto parsed = json.is_string() ? Id::parse(json.get<std::string>()) : std::nullopt;
        id = parsed.value_or(Id{});
        return parsed.has_value();
    }
    static bool read(const Json& json, Decimal& decimal)
    {
        const auto parsed = json.is_string() ? Decimal::parse(json.get<std::string>()) : std::nullopt;
        decimal = parsed.value_or(Decimal{});
        return parsed.has_value();
    }
    static bool read(const Json& json, std::optional<Decimal>& decimal) { return read(json, decimal.emplace()); }
    static bool read(const Json& json, std::int64_t& number)
    {
        if (json.is_number_integer())
            number = json.get<std::int64_t>();
        return json.is_number_integer();
    }
    static bool read(const Json& json, bool& truth)
    {
        if (json.is_boolean())
            truth = json.get<bool>();
        return json.is_boolean();
    }

    template <typename Value>
    static bool read(const Json& json, std::vector<Value>& values)
    {
        if (!json.is_array())
            return false;
        for (const Json& element : json)
            if (!read(element, values.emplace_back()))
                return false;
        return true;
    }
    template <typename Value>
    static bool read(const Json& json, Value& value)
    {
        if constexpr (std::is_enum_v<Value>) {
            for (const auto& name : namesOf(value))
                if (json == name.text) {
                    value = name.value;
                    return true;
                }
            return false;
        } else {
            Reader reader(json);
            describe(reader, value);
            return reader.ok();
        }
    }

    const Json& m_json;
    bool m_ok;
};

} // namespace

std::string writeDocument(const Document& document)
{
    Writer writer;
    writer.put("format", thisFormat);
    describeDocument(writer, document);
    return writer.json().dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Document> readDocument(std::string_view json)
{
    const Error corrupt{ErrorKind::Corrupt, "The document cannot be read."};
    const Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_object())
        return corrupt;
    const auto format = parsed.find("format");
    if (format != parsed.end() && format->is_number_integer() && *format > thisFormat)
        return Error{ErrorKind::TooNew, "The document was made by a newer program."};
    Document document;
    Reader reader(parsed);
    describeDocument(reader, document);
    // What does not come out again as it came in has keys that nobody knows, or is not canonical.
    if (!reader.ok() || writeDocument(document) != json)
        return corrupt;
    return document;
}

std::string hashOf(std::string_view json)
{
    std::array<unsigned char, 32> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(json.data()), json.size(),
                       nullptr, 0);
    return toHex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

} // namespace satchel::pricing
