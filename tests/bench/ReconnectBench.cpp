// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/IdleCrowd.h"
#include "tests/bench/Tap.h"
#include "tests/bench/Wire.h"
#include "tests/support/world/Must.h"

// A laptop that was away, and finds that nothing has happened: a new connection and one sync, with a tap in between
// that counts. The limit sends as many bytes there and back over a connection that is open.

namespace satchel::bench {

using test::must;

void measureReconnect(Stage& stage, const Request& request, Report& report)
{
    BenchLaptop laptop(stage.url(), stage.login("salesperson"));
    must(laptop.engine().sync());
    must(laptop.engine().sync()); // leases and answers are here now
    Tap tap(portOf(stage));
    const Relay relay;
    BareLine bare(relay.port());
    Line body{.name = "idle reconnect, bytes of bodies both ways", .unit = "B", .most = 300.0};
    Line trips{.name = "  round trips", .unit = "", .most = 1.0};
    Line wire{.name = "  bytes with all headers", .unit = "B"};
    Line time{.name = "  time"};
    for (int i = 0; i < std::max(request.samples / 3, 20); ++i) {
        // A new conversation is a new connection. The program is a new one too, which the server writes down.
        const auto line = must(HttpConversation::open(tap.url()));
        Engine engine(laptop.replica(), *line);
        engine.setToken(laptop.engine().token());
        tap.startCounting();
        SyncReport done;
        time.product.add(milliseconds([&] { done = must(engine.sync()); }));
        body.product.add(static_cast<double>(done.sentBytes + done.receivedBytes));
        trips.product.add(tap.roundTrips());
        wire.product.add(static_cast<double>(tap.bytes()));
        time.limit.add(milliseconds([&] {
            bare.exchange(static_cast<std::size_t>(done.sentBytes), static_cast<std::size_t>(done.receivedBytes));
        }));
    }
    for (Line* each : {&body, &trips, &wire, &time})
        report.add(std::move(*each));
}

} // namespace satchel::bench
