// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Composite.h"

#include "core/base/Clock.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

namespace satchel {

namespace {

using Json = nlohmann::ordered_json;

Error corrupt(const char* what)
{
    return Error{ErrorKind::Corrupt, std::string("A stored ") + what + " is not what it must be."};
}

// Exactly one JSON value and nothing after it; "discarded", which is of no kind, for anything else.
Json parse(std::string_view text)
{
    return Json::parse(text.begin(), text.end(), nullptr, false);
}

// nlohmann's dump escapes exactly what RFC 8785 wants escaped. Callers pass valid UTF-8; "replace" keeps dump from
// throwing.
std::string dump(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const std::string* textMember(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get_ptr<const std::string*>() : nullptr;
}

} // namespace

Result<std::vector<std::string>> readList(std::string_view json)
{
    std::vector<std::string> elements;
    if (json.empty())
        return elements;
    const Json array = parse(json);
    if (!array.is_array())
        return corrupt("list");
    std::set<std::string_view> seen;
    for (const Json& element : array) {
        const auto* text = element.get_ptr<const std::string*>();
        if (text == nullptr || text->empty() || !seen.insert(*text).second)
            return corrupt("list");
        elements.push_back(*text);
    }
    return elements;
}

std::string writeList(const std::vector<std::string>& elements)
{
    return elements.empty() ? std::string() : dump(Json(elements));
}

Result<GroupMembers> readGroup(std::string_view json)
{
    GroupMembers members;
    if (json.empty())
        return members;
    const Json object = parse(json);
    if (!object.is_object())
        return corrupt("group");
    for (const auto& [name, value] : object.items()) {
        const auto* text = value.get_ptr<const std::string*>();
        if (text == nullptr)
            return corrupt("group");
        if (!text->empty())
            members.emplace_back(name, *text);
    }
    return members;
}

std::string writeGroup(const GroupMembers& members)
{
    Json object = Json::object();
    for (const auto& [name, text] : members)
        if (!text.empty())
            object[name] = text;
    return object.empty() ? std::string() : dump(object);
}

Result<std::vector<TimelineEntry>> readTimeline(std::string_view json)
{
    std::vector<TimelineEntry> entries;
    if (json.empty())
        return entries;
    const Json array = parse(json);
    if (!array.is_array())
        return corrupt("timeline");
    for (const Json& object : array) {
        if (!object.is_object() || object.size() != 4)
            return corrupt("timeline");
        const std::string* id = textMember(object, "id");
        const std::string* at = textMember(object, "at");
        const std::string* by = textMember(object, "by");
        const std::string* text = textMember(object, "text");
        const auto instant = at != nullptr ? parseInstant(*at) : std::nullopt;
        if (id == nullptr || by == nullptr || text == nullptr || !instant)
            return corrupt("timeline");
        entries.push_back({*id, *instant, *by, *text});
    }
    return entries;
}

std::string writeTimeline(std::vector<TimelineEntry> entries)
{
    // Author and text are in the order only so that two entries which wrongly share an id come out alike everywhere.
    std::sort(entries.begin(), entries.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
        return std::tie(a.at, a.id, a.by, a.text) < std::tie(b.at, b.id, b.by, b.text);
    });
    Json array = Json::array();
    std::set<std::string_view> seen;
    for (const TimelineEntry& entry : entries)
        if (seen.insert(entry.id).second)
            array.push_back(
                {{"id", entry.id}, {"at", formatInstant(entry.at)}, {"by", entry.by}, {"text", entry.text}});
    return array.empty() ? std::string() : dump(array);
}

} // namespace satchel
