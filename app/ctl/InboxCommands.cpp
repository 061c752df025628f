// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Session.h"
#include "core/schema/Wording.h"

#include <algorithm>

namespace satchel::ctl {

namespace {

Json stored(const std::string& json)
{
    Json parsed = Json::parse(json, nullptr, false);
    return parsed.is_discarded() ? (json.empty() ? Json(nullptr) : Json(json)) : parsed;
}

std::string shown(const Json& value)
{
    if (value.is_null())
        return "(empty)";
    return inQuotes(value.is_string() ? value.get<std::string>()
                                      : value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<Json> sideJson(const InboxItem::Side& side, Session& session)
{
    SATCHEL_ASSIGN(const std::string by, session.loginOf(side.user));
    return Json{{"value", stored(side.value)}, {"by", by}, {"device", side.device}, {"at", formatInstant(side.at)}};
}

Result<Json> itemJson(const InboxItem& item, Session& session)
{
    const Entity* entity = schema::entityNumbered(item.row.entity);
    SATCHEL_ASSIGN(const Json a, sideJson(item.a, session));
    SATCHEL_ASSIGN(const Json b, sideJson(item.b, session));
    return Json{{"id", item.id.toString()},
                {"entity", entity == nullptr ? Json(nullptr) : Json(entity->name)},
                {"record", item.row.id.toString()},
                {"field", item.field.empty() ? Json(nullptr) : Json(item.field)},
                {"base", stored(item.base)},
                {"a", a},
                {"b", b},
                // Where both stand in the result (state merged, rule text_both), what arrived is part of it.
                {"kept", item.kept == "both" ? "b" : item.kept},
                {"rule", item.rule},
                {"state", item.state}};
}

Result<std::string> itemText(const InboxItem& item, const Json& json, Session& session)
{
    SATCHEL_ASSIGN(const std::string label, session.replica().label(item.row));
    const auto side = [&](const char* name) {
        const Json& s = json[name];
        return std::string("  ") + name + ": " + shown(s["value"]) + " by " + s["by"].get<std::string>() + " (" +
               s["device"].get<std::string>() + ") at " + s["at"].get<std::string>() + "\n";
    };
    return item.id.toString() + "  " + spoken(json["entity"].is_null() ? "" : json["entity"].get<std::string>()) + " " +
           inQuotes(label) + ", " + (item.field.empty() ? "the whole record" : spoken(item.field)) +
           "\n  was: " + shown(json["base"]) + "\n" + side("a") + side("b") + "  kept: " + item.kept + " (" +
           item.rule + "), " + item.state + "\n";
}

Result<Id> itemId(const Arguments& arguments)
{
    if (const auto id = Id::parse(arguments.id))
        return *id;
    return Error{ErrorKind::NotFound, "There is no item " + inQuotes(arguments.id) + " in the inbox."};
}

Result<Reply> stateReply(const Id& id, const char* expected, Session& session)
{
    SATCHEL_ASSIGN(const auto items, session.replica().inbox());
    const auto found = std::find_if(items.begin(), items.end(), [&](const InboxItem& item) { return item.id == id; });
    return plainReply({{"id", id.toString()}, {"state", found == items.end() ? std::string(expected) : found->state}});
}

} // namespace

Result<Reply> outbox(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(const auto items, session.replica().outbox());
    Reply reply;
    Json all = Json::array();
    for (const OutboxItem& item : items) {
        Json rows = Json::array();
        std::string about;
        for (const RowKey& row : item.rows) {
            const Entity& entity = *schema::entityNumbered(row.entity);
            SATCHEL_ASSIGN(const std::string label, session.replica().label(row));
            rows.push_back({{"entity", entity.name}, {"id", row.id.toString()}, {"label", label}});
            if (rows.size() <= 3)
                about += (about.empty() ? "" : ", ") + spoken(entity.name) + " " + inQuotes(label);
        }
        if (rows.size() > 3)
            about += " and " + std::to_string(rows.size() - 3) + " more";
        const std::string waitsFor = item.waitsFor.empty() ? "the next sync" : item.waitsFor;
        const std::string why = item.why.empty() ? "It has not been sent yet." : item.why;
        all.push_back({{"number", item.number},
                       {"at", formatInstant(item.edited)},
                       {"waits_for", waitsFor},
                       {"why", why},
                       {"records", rows}});
        reply.text += std::to_string(item.number) + "  " + about + "\n  waits for: " + waitsFor + ". " + why + "\n";
    }
    if (items.empty())
        reply.text = "Nothing waits.\n";
    reply.json = {{"rows", all}};
    return reply;
}

Result<Reply> inbox(const Arguments&, Session& session)
{
    SATCHEL_ASSIGN(const auto items, session.replica().inbox());
    Reply reply;
    Json rows = Json::array();
    for (const InboxItem& item : items) {
        SATCHEL_ASSIGN(Json json, itemJson(item, session));
        SATCHEL_ASSIGN(const std::string text, itemText(item, json, session));
        reply.text += text;
        rows.push_back(std::move(json));
    }
    if (items.empty())
        reply.text = "The inbox is empty.\n";
    reply.json = {{"rows", rows}};
    return reply;
}

Result<Reply> inboxTake(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Id id, itemId(arguments));
    SATCHEL_TRY(session.replica().takeInbox(id, arguments.side.front()));
    return stateReply(id, "taken", session);
}

Result<Reply> inboxDismiss(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Id id, itemId(arguments));
    SATCHEL_TRY(session.replica().dismissInbox(id));
    return stateReply(id, "dismissed", session);
}

} // namespace satchel::ctl
