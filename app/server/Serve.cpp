// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Serve.h"

#include "sync/server/Housekeeping.h"
#include "sync/server/HttpFace.h"
#include "sync/server/Listener.h"
#include "sync/server/OrderCourier.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <iostream>
#include <malloc.h>
#include <sys/resource.h>

namespace satchel::server {

namespace {

struct Address {
    std::string host;
    unsigned short port = 0;
};

/// HOST:PORT, or [HOST]:PORT where the host itself has colons.
Result<Address> addressOf(const std::string& text)
{
    const Error refused = invalid("The address to listen on must look like 127.0.0.1:8844.");
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return refused;
    Address address{text.substr(0, colon), 0};
    if (address.host.front() == '[' && address.host.back() == ']')
        address.host = address.host.substr(1, address.host.size() - 2);
    const char* const end = text.data() + text.size();
    const auto [stopped, code] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (code != std::errc() || stopped != end || address.host.empty())
        return refused;
    return address;
}

Result<HttpFace::Log> logOf(const std::string& text)
{
    if (text == "nothing")
        return HttpFace::Log::Nothing;
    if (text == "failures")
        return HttpFace::Log::Failures;
    if (text == "requests")
        return HttpFace::Log::Requests;
    return invalid("--log must be nothing, failures or requests.");
}

/// As many connections as the system lets this program have; some descriptors are left for files and databases.
std::size_t raiseDescriptorLimit()
{
    constexpr rlim_t others = 256;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 700;
    limit.rlim_cur = limit.rlim_max;
    (void)::setrlimit(RLIMIT_NOFILE, &limit);
    (void)::getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur > 2 * others ? limit.rlim_cur - others : limit.rlim_cur / 2;
}

/// Memory that large requests have used goes back to the system. By itself the C library would keep up to 64 MiB for
/// each thread, and take ever larger blocks from there.
void giveMemoryBack()
{
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    mallopt(M_ARENA_MAX, 4);
}

} // namespace

Status serve(const Options& options, DatabaseFactory& factory, Environment& environment)
{
    SATCHEL_ASSIGN(const Address address, addressOf(options.listen));
    SATCHEL_ASSIGN(const HttpFace::Log log, logOf(options.log));
    if (options.workers < 1 || options.workers > 200)
        return invalid("--workers must be between 1 and 200.");
    std::signal(SIGPIPE, SIG_IGN);
    giveMemoryBack();
    ListenerLimits limits;
    limits.connections = std::min(limits.connections, raiseDescriptorLimit());
    Identities identities(environment);
    WakeHub hub(factory, identities, environment); // before whatever commits
    const Housekeeping housekeeping(factory, environment);
    const OrderCourier courier(factory, environment,
                               log == HttpFace::Log::Requests ? OrderCourier::Log::Attempts
                                                              : OrderCourier::Log::Nothing);
    HttpFace face(factory, identities, environment, log, &hub);
    SATCHEL_ASSIGN(const auto listener,
                   Listener::open(
                       address.host, address.port, [&](const HttpQuestion& question) { return face.answer(question); },
                       options.workers, limits, &face));
    listener->stopOnSignals();
    std::cout << "listening on " << listener->url() << std::endl;
    listener->run();
    hub.stop();
    return Ok{};
}

} // namespace satchel::server
