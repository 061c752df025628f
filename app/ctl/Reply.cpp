// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Reply.h"

#include "core/schema/ValueJson.h"

#include <cstdio>

namespace satchel::ctl {

namespace {

std::string dump(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// A full disk or a closed pipe must not look like success.
bool print(std::FILE* file, const std::string& text)
{
    return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

} // namespace

Reply plainReply(Json json)
{
    std::string text;
    for (const auto& [key, value] : json.items())
        if (!value.is_null())
            text += key + ": " + (value.is_string() ? value.get<std::string>() : dump(value)) + "\n";
    return Reply{.json = std::move(json), .text = std::move(text)};
}

Json recordJson(const Record& record)
{
    Json json = {{"id", record.id.toString()}};
    for (std::size_t i = 0; i < record.values.size(); ++i)
        json[record.entity->fields[i].name] = valueToJson(record.entity->fields[i], record.values[i]);
    return json;
}

int finish(const Result<Reply>& reply, bool asJson)
{
    if (!reply) {
        static_cast<void>(print(stderr, reply.error().message + "\n"));
        return 1;
    }
    if (!print(stdout, asJson ? dump(reply->json) + "\n" : reply->text)) {
        static_cast<void>(print(stderr, "The answer could not be written.\n"));
        return 1;
    }
    if (reply->complaint.empty())
        return 0;
    static_cast<void>(print(stderr, reply->complaint + "\n"));
    return 1;
}

} // namespace satchel::ctl
