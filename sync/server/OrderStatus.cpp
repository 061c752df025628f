// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/OrderStatus.h"

#include "core/model/Rule.h"
#include "core/schema/Validation.h"
#include "sync/protocol/Codec.h"
#include "sync/server/Ledger.h"
#include "sync/server/LoginThrottle.h"
#include "sync/server/Write.h"

#include <nlohmann/json.hpp>

namespace satchel::server::orderstatus {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view before = "/orders/";
constexpr std::string_view behind = "/status";
constexpr const char* author = "Order system"; // in histories, where a laptop's name stands

struct Refusal {
    int status = 0;
    std::string sentence;
};

struct Message {
    std::string order; ///< its number
    std::string id;    ///< of the order, where two have the number
    std::string status;
    Value text;
    Value number; ///< the order's number over there
    Milliseconds at = 0;
};

std::string_view pathOf(const HttpQuestion& question)
{
    return std::string_view(question.target).substr(0, question.target.find('?'));
}

/// The number in the path; nothing if its percent signs make no sense.
std::optional<std::string> numberIn(std::string_view path)
{
    path = path.substr(before.size(), path.size() - before.size() - behind.size());
    std::string number;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] != '%') {
            number.push_back(path[i]);
            continue;
        }
        const auto byte = i + 2 < path.size() ? fromHex(path.substr(i + 1, 2)) : std::nullopt;
        if (!byte)
            return std::nullopt;
        number += *byte;
        i += 2;
    }
    return number;
}

/// The text under a key: "" if there is none; nothing if it is no text.
std::optional<std::string> textUnder(const Json& json, const char* key)
{
    const auto found = json.find(key);
    if (found == json.end() || found->is_null())
        return std::string();
    if (!found->is_string())
        return std::nullopt;
    return found->get<std::string>();
}

std::optional<Refusal> read(std::string_view body, Message& message)
{
    const Json json = Json::parse(body, nullptr, false);
    if (!json.is_object())
        return Refusal{400, "The message is not a JSON object."};
    std::string at;
    std::string text;
    std::string number;
    for (const auto& [key, into] :
         {std::pair("order", &message.order), std::pair("id", &message.id), std::pair("status", &message.status),
          std::pair("at", &at), std::pair("text", &text), std::pair("number", &number)}) {
        auto value = textUnder(json, key);
        if (!value)
            return Refusal{422, std::string("\"") + key + "\" must be text."};
        *into = std::move(*value);
    }
    const auto instant = parseInstant(at);
    if (!instant)
        return Refusal{422, "\"at\" must say when, like 2026-11-22T09:30:00Z."};
    message.at = *instant;
    message.text = text.empty() ? Value() : Value(text);
    message.number = number.empty() ? Value() : Value(number);
    const Entity& entity = schema::entity("order");
    for (const auto& [field, value] :
         {std::pair("status", Value(message.status)), std::pair("status_text", message.text),
          std::pair("remote_number", message.number)})
        if (const Status valid = validateValue(entity, *entity.field(field), value); !valid.ok())
            return Refusal{422, valid.error().message};
    return message.status.empty() ? std::optional(Refusal{422, "\"status\" is missing."}) : std::nullopt;
}

/// Which order it is about.
Result<Id> orderOf(Database& database, const Message& message, std::optional<Refusal>& refusal)
{
    SATCHEL_ASSIGN(const auto rows, database.query("SELECT id FROM e_order WHERE f_number=$1 AND deleted=0 ORDER BY id",
                                                   {Cell(message.order)}));
    const auto wanted = Id::parse(message.id);
    for (const Row& row : rows)
        if (wanted ? *wanted == idOf(row[0]) : rows.size() == 1 && message.id.empty())
            return idOf(row[0]);
    refusal = rows.size() > 1 ? Refusal{409, "More than one order has this number; give its \"id\" as well."}
                              : Refusal{404, "There is no order with this number."};
    return Id{};
}

enum class Place { Later, Same, Earlier, Beside };

Place placeOf(const Record& order, const Message& message)
{
    const Value& known = order.value("status_at");
    if (known.isNull() || message.at > known.integer())
        return Place::Later;
    if (message.at < known.integer())
        return Place::Earlier;
    const bool same = order.value("status") == Value(message.status) && order.value("status_text") == message.text &&
                      (message.number.isNull() || order.value("remote_number") == message.number);
    return same ? Place::Same : Place::Beside;
}

/// Nothing to write, or not to be written.
std::optional<Refusal> refusalFor(Place place)
{
    if (place == Place::Earlier)
        return Refusal{409, "A later status of this order is known already."};
    if (place == Place::Beside)
        return Refusal{409, "Another status of the same moment is known already; send it with a later \"at\"."};
    return std::nullopt;
}

Status change(Ledger& ledger, const Record& stored, const Message& message, Milliseconds now)
{
    Record order = stored;
    order.set("status", message.status);
    order.set("status_text", message.text);
    order.set("status_at", message.at);
    if (!message.number.isNull())
        order.set("remote_number", message.number);
    const Stamp stamp{.rev = ledger.seq(), .at = now, .deviceName = author};
    std::vector<std::size_t> fields;
    for (std::size_t i = 0; i < order.values.size(); ++i)
        if (order.values[i] != stored.values[i])
            fields.push_back(i);
    SATCHEL_TRY(ledger.update(order, fields, stamp, false));
    for (const std::size_t field : fields)
        SATCHEL_TRY(ledger.addHistory({.row = {order.entity->number, order.id},
                                       .field = order.entity->fields[field].number,
                                       .from = stored.values[field],
                                       .to = order.values[field],
                                       .device = author,
                                       .at = now,
                                       .rule = rule::set}));
    return Ok{};
}

Status writeStatus(Database& database, Environment& environment, const Id& id, const Message& message,
                   std::optional<Refusal>& refusal)
{
    return write(database, [&]() -> Status {
        Ledger ledger(database);
        SATCHEL_TRY(ledger.open());
        SATCHEL_ASSIGN(const auto stored, ledger.tables().find(schema::entity("order"), id));
        if (!stored)
            refusal = Refusal{404, "There is no order with this number."};
        const Place place = stored ? placeOf(*stored, message) : Place::Same;
        if (const auto why = refusalFor(place))
            refusal = why;
        if (place != Place::Later)
            return Ok{};
        SATCHEL_TRY(ledger.beginChange());
        SATCHEL_TRY(change(ledger, *stored, message, environment.now()));
        SATCHEL_TRY(ledger.finishChange());
        return ledger.close(environment.now(), environment.random(16));
    });
}

/// Whoever keeps sending what is not signed has to wait; what is signed never has to.
Result<Refusal> notSigned(Database& database, const HttpQuestion& question, Milliseconds now)
{
    const std::string who = "order status from " + question.remote;
    const Status patient = throttle::check(database, who, now);
    if (!patient.ok() && patient.error().kind == ErrorKind::Busy)
        return Refusal{429, patient.error().message};
    SATCHEL_TRY(patient);
    SATCHEL_TRY(throttle::failed(database, who, now));
    return Refusal{401, "The message is not signed with the secret of this server's webhook."};
}

Result<std::optional<Refusal>> take(Database& database, Environment& environment, const HttpQuestion& question,
                                    Message& message)
{
    const auto refuse = [](int status, const char* sentence) { return std::optional(Refusal{status, sentence}); };
    if (question.method != "POST")
        return refuse(405, "Only POST is answered here.");
    if (!question.encoding.empty())
        return refuse(415, "The message must not be compressed.");
    if (question.body.size() > largestBody)
        return refuse(413, "The message is larger than 64 KiB.");
    SATCHEL_ASSIGN(const Webhook webhook, webhook::read(database));
    if (webhook.secret.empty())
        return refuse(404, "There is nothing at this address.");
    if (!webhook::isSigned(webhook.secret, question.body, question.signature)) {
        SATCHEL_ASSIGN(Refusal refusal, notSigned(database, question, environment.now()));
        return std::optional(std::move(refusal));
    }
    std::optional<Refusal> refusal = read(question.body, message);
    if (!refusal && numberIn(pathOf(question)) != message.order)
        refusal = refuse(422, "\"order\" must be the number in the address.");
    if (!refusal && message.at > environment.now() + clockTolerance)
        refusal = refuse(422, "\"at\" is in the future.");
    if (refusal)
        return refusal;
    SATCHEL_ASSIGN(const Id id, orderOf(database, message, refusal));
    if (refusal)
        return refusal;
    // A repetition need not wait for the right to write.
    EntityTables tables(database);
    SATCHEL_ASSIGN(const auto stored, tables.find(schema::entity("order"), id));
    if (stored && placeOf(*stored, message) != Place::Later)
        return refusalFor(placeOf(*stored, message));
    SATCHEL_TRY(writeStatus(database, environment, id, message, refusal));
    return refusal;
}

} // namespace

bool isAddress(std::string_view path)
{
    return path.starts_with(before) && path.ends_with(behind) && path.size() > before.size() + behind.size();
}

HttpAnswer refusal(int status, const std::string& sentence)
{
    const Json json = {{"error", sentence}};
    return {status, "application/json", json.dump(-1, ' ', false, Json::error_handler_t::replace), {}, {}};
}

HttpAnswer answer(Database& database, Environment& environment, const HttpQuestion& question,
                  std::optional<Error>& fault)
{
    Message message;
    const auto taken = take(database, environment, question, message);
    if (!taken.ok()) {
        fault = taken.error();
        return refusal(httpStatus(taken.error().kind), taken.error().message);
    }
    if (*taken)
        return refusal((*taken)->status, (*taken)->sentence);
    const Json json = {{"order", message.order}, {"status", message.status}};
    return {200, "application/json", json.dump(-1, ' ', false, Json::error_handler_t::replace), {}, {}};
}

} // namespace satchel::server::orderstatus
