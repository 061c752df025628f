// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/OrderCommands.h"

#include "app/server/Terminal.h"
#include "core/base/Files.h"
#include "sync/server/Deliveries.h"
#include "sync/server/OrderCourier.h"
#include "sync/server/OrderExport.h"

#include <cstdlib>
#include <iostream>
#include <limits>

namespace satchel::server {

namespace {

Result<Id> deliveryFrom(const std::string& text)
{
    const auto id = Id::parse(text);
    if (!id)
        return invalid("\"" + printable(text) + "\" is not an id.");
    return *id;
}

Result<Milliseconds> dayFrom(const std::string& text)
{
    if (!isDate(text))
        return invalid("\"" + printable(text) + "\" is not a date like 2026-11-22.");
    return parseInstant(text + "T00:00:00Z").value_or(0);
}

/// From the environment or a file, never from the command line, which everybody on the machine can read.
Result<Bytes> secretFrom(const Options& options)
{
    Bytes secret;
    if (!options.secretFile.empty()) {
        SATCHEL_ASSIGN(secret, readFile(options.secretFile));
    } else if (const char* given = std::getenv("SATCHEL_WEBHOOK_SECRET"); given != nullptr) {
        secret = given;
    }
    while (secret.ends_with('\n') || secret.ends_with('\r')) // an editor's, or echo's
        secret.pop_back();
    if (secret.empty() && !options.secretFile.empty())
        return invalid("The file " + options.secretFile + " is empty.");
    return secret;
}

Status setWebhook(const Options& options, Database& database, Environment& environment)
{
    SATCHEL_ASSIGN(Bytes secret, secretFrom(options));
    SATCHEL_ASSIGN(const Webhook before, webhook::read(database));
    const bool made = secret.empty() && before.secret.empty();
    if (made)
        secret = toHex(environment.random(32));
    SATCHEL_TRY(webhook::set(database, options.url, secret, environment.now()));
    if (made)
        std::cout << secret << '\n';
    std::cerr << (made ? "Above is the secret; give it to the system that takes the orders. It is not shown again.\n"
                       : "");
    SATCHEL_ASSIGN(const auto waiting, deliveries::list(database, Delivery::State::Waiting));
    std::cerr << "Orders go to this address from now on; " << waiting.size() << " wait.\n";
    return Ok{};
}

Status showWebhook(Database& database)
{
    SATCHEL_ASSIGN(const Webhook webhook, webhook::read(database));
    SATCHEL_ASSIGN(const auto waiting, deliveries::list(database, Delivery::State::Waiting));
    SATCHEL_ASSIGN(const auto dead, deliveries::list(database, Delivery::State::Dead));
    std::cout << (webhook.url.empty() ? "none" : webhook.url) << '\t'
              << (webhook.url.empty() ? "off"
                  : webhook.paused    ? "paused"
                                      : "on")
              << '\t' << waiting.size() << " waiting\t" << dead.size() << " dead\n";
    return Ok{};
}

Status listDeliveries(Database& database, std::optional<Delivery::State> state)
{
    SATCHEL_ASSIGN(const auto all, deliveries::list(database, state));
    for (const Delivery& delivery : all)
        std::cout << delivery.id.toString() << '\t' << printable(delivery.number) << '\t' << delivery.event << '\t'
                  << formatInstant(delivery.made) << '\t' << stateName(delivery.state) << '\t' << delivery.attempts
                  << '\t' << (delivery.state == Delivery::State::Waiting ? formatInstant(delivery.due) : "") << '\t'
                  << printable(delivery.error) << '\n';
    return Ok{};
}

Status resend(const Options& options, Database& database, Environment& environment)
{
    if (options.id == "all") {
        SATCHEL_ASSIGN(const std::int64_t count, deliveries::resendDead(database, environment.now()));
        std::cout << count << " dead deliveries are sent again.\n";
        return Ok{};
    }
    SATCHEL_ASSIGN(const Id id, deliveryFrom(options.id));
    return deliveries::resend(database, id, environment.now());
}

Status forget(const Options& options, Database& database, Environment& environment)
{
    if (options.id.empty() == options.before.empty())
        return invalid("Say which: a delivery's id, or --before DATE.");
    if (!options.id.empty()) {
        SATCHEL_ASSIGN(const Id id, deliveryFrom(options.id));
        return deliveries::forget(database, id, environment.now());
    }
    SATCHEL_ASSIGN(const Milliseconds before, dayFrom(options.before));
    SATCHEL_ASSIGN(const std::int64_t count, deliveries::forgetBefore(database, before, environment.now()));
    std::cout << count << " deliveries will not be sent.\n";
    return Ok{};
}

Status testWebhook(Database& database, Environment& environment)
{
    SATCHEL_ASSIGN(const Webhook webhook, webhook::read(database));
    if (webhook.url.empty())
        return Error{ErrorKind::NotFound, "No webhook is configured. See: satchel-server webhook set."};
    const Id id = environment.newId();
    HttpPost post;
    const std::string error =
        OrderCourier::send(webhook, id, "test", OrderCourier::testBody(id, environment.now()), post);
    if (!error.empty())
        return Error{ErrorKind::Unreachable, error};
    std::cout << "The receiver took it.\n";
    return Ok{};
}

Status exportToFile(const Options& options, Database& database)
{
    SATCHEL_ASSIGN(const Milliseconds since, dayFrom(options.since));
    Milliseconds until = std::numeric_limits<Milliseconds>::max();
    if (!options.until.empty()) {
        SATCHEL_ASSIGN(until, dayFrom(options.until));
    }
    std::int64_t orders = 0;
    SATCHEL_ASSIGN(const std::string csv, exportOrders(database, since, until, orders));
    SATCHEL_TRY(writeFile(options.file, csv));
    std::cout << orders << " orders were written.\n";
    return Ok{};
}

} // namespace

Status runOrderCommand(const Options& options, Database& database, Environment& environment)
{
    switch (options.command) {
    case Command::WebhookSet: return setWebhook(options, database, environment);
    case Command::WebhookShow: return showWebhook(database);
    case Command::WebhookOff: return webhook::off(database);
    case Command::WebhookList:
        return listDeliveries(database, options.all ? std::nullopt : std::optional(Delivery::State::Waiting));
    case Command::WebhookDead: return listDeliveries(database, Delivery::State::Dead);
    case Command::WebhookResend: return resend(options, database, environment);
    case Command::WebhookForget: return forget(options, database, environment);
    case Command::WebhookTest: return testWebhook(database, environment);
    case Command::OrdersExport: return exportToFile(options, database);
    default: return Ok{};
    }
}

} // namespace satchel::server
