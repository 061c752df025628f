// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/HttpFace.h"

#include "sync/protocol/Codec.h"
#include "sync/protocol/Compression.h"
#include "sync/server/OrderStatus.h"
#include "sync/server/Service.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace satchel::server {

namespace {

using Answering = Result<Bytes> (*)(Service& service, const std::string& token, std::string_view body);

template <typename Message>
Result<Message> received(Result<Message> message)
{
    // Not our bytes that are damaged, but what we were sent.
    if (!message.ok() && message.error().kind == ErrorKind::Corrupt)
        return invalid("The request is not a well-formed message.");
    return message;
}

Result<Bytes> login(Service& service, const std::string&, std::string_view body)
{
    SATCHEL_ASSIGN(const LoginRequest request, received(decodeLoginRequest(body)));
    SATCHEL_ASSIGN(const LoginReply reply, service.login(request));
    return encode(reply);
}

Result<Bytes> logout(Service& service, const std::string& token, std::string_view)
{
    SATCHEL_TRY(service.logout(token));
    return Bytes();
}

// Everything else: a message in, the service asked, a message out.
template <auto decode, auto ask>
Result<Bytes> answerTo(Service& service, const std::string& token, std::string_view body)
{
    SATCHEL_ASSIGN(const auto request, received(decode(body)));
    SATCHEL_ASSIGN(const auto reply, (service.*ask)(token, request));
    return encode(reply);
}

struct Endpoint {
    std::string_view path;
    Answering answer;
};

constexpr Endpoint endpoints[] = {{"/v1/login", login},
                                  {"/v1/logout", logout},
                                  {"/v1/push", answerTo<decodePushRequest, &Service::push>},
                                  {"/v1/pull", answerTo<decodePullRequest, &Service::pull>},
                                  {"/v1/heal", answerTo<decodeHealRequest, &Service::heal>},
                                  {"/v1/renew", answerTo<decodeRenewRequest, &Service::renew>},
                                  {"/v1/hold", answerTo<decodeHeldRequest, &Service::hold>},
                                  {"/v1/lease", answerTo<decodeLeaseRequest, &Service::lease>},
                                  {"/v1/receipts", answerTo<decodeReceiptsRequest, &Service::receipts>},
                                  {"/v1/overview", answerTo<decodeOverviewRequest, &Service::overview>},
                                  {"/v1/administer", answerTo<decodeAdminDeed, &Service::administer>},
                                  {"/v1/password", answerTo<decodeOwnPassword, &Service::changePassword>},
                                  {"/v1/compare", answerTo<decodeCompareRequest, &Service::compare>},
                                  {"/v1/plan", answerTo<decodeSegmentPlanRequest, &Service::planSegments>},
                                  {"/v1/segments", answerTo<decodeSegmentFetch, &Service::fetchSegments>}};
constexpr std::string_view health = "/v1/health";
constexpr std::size_t little = 256UL * 1024; // bytes of a body that may be many at once

std::string_view pathOf(const HttpQuestion& question)
{
    return std::string_view(question.target).substr(0, question.target.find('?'));
}

std::string tokenOf(const HttpQuestion& question)
{
    const std::string_view scheme = "Bearer ";
    return question.authorization.starts_with(scheme) ? question.authorization.substr(scheme.size()) : std::string();
}

// What a compressed body may come to; a log-in is small, and anybody may send one.
std::size_t unpackedLimit(std::string_view path)
{
    const bool small = path == "/v1/login" || path == "/v1/logout" || path == "/v1/overview" ||
                       path == "/v1/administer" || path == "/v1/password";
    return small ? 64UL * 1024 : protocol::maxPushBytes + 64UL * 1024;
}

// A dictionary's number in a header; 0 if there is none, and for what is no number.
int dictionaryOf(const HttpQuestion& question)
{
    int number = 0;
    const char* end = question.dictionary.data() + question.dictionary.size();
    const auto read = std::from_chars(question.dictionary.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number > 0 ? number : 0;
}

Result<Bytes> unpacked(const HttpQuestion& question, std::size_t limit, Turn& turn)
{
    if (question.encoding != "zstd")
        return invalid("Bodies may be encoded as zstd, and in no other way.");
    const int dictionary = dictionaryOf(question);
    Result<Bytes> body =
        compression::decompress(question.body, dictionary, std::min(limit, little), compression::littleWindow);
    if (!body.ok() && body.error().kind == ErrorKind::TooLarge) {
        turn.take();
        body = compression::decompress(question.body, dictionary, limit);
    }
    return received(std::move(body));
}

// Segments are compressed already.
void packInto(HttpAnswer& answer, const HttpQuestion& question)
{
    if (question.accepted.find("zstd") == std::string::npos || pathOf(question) == "/v1/segments")
        return;
    PackedBody packed = pack(std::move(answer.body), dictionaryOf(question));
    answer.body = std::move(packed.bytes);
    answer.encoding = packed.zstd ? "zstd" : "";
    answer.dictionary = packed.dictionary != 0 ? std::to_string(packed.dictionary) : std::string();
}

/// A path as it may stand in a log: short, and without anything a terminal would obey.
std::string harmless(std::string_view text)
{
    std::string result(text.substr(0, 60));
    for (char& c : result)
        if (c < ' ' || c > '~')
            c = '?';
    return result;
}

// The number of an order is nobody's business in a log.
std::string loggedPath(const HttpQuestion& question)
{
    const std::string_view path = pathOf(question);
    return orderstatus::isAddress(path) ? "/orders/.../status" : harmless(path);
}

} // namespace

HttpAnswer HttpFace::answer(const HttpQuestion& question)
{
    const auto begun = std::chrono::steady_clock::now();
    HttpAnswer answer;
    std::optional<Error> fault;
    if (orderstatus::isAddress(pathOf(question))) {
        answer = takeOrderStatus(question, fault);
    } else {
        Turn turn(m_large);
        Result<Bytes> body = serve(question, turn, answer.status);
        if (!body.ok())
            fault = body.error();
        answer.body = body.ok() ? std::move(*body) : encode(body.error());
        packInto(answer, question);
        if (body.ok() && pathOf(question) == health)
            answer.contentType = "text/plain";
    }
    const auto took = std::chrono::steady_clock::now() - begun;
    log(question, answer, fault ? &*fault : nullptr,
        std::chrono::duration_cast<std::chrono::microseconds>(took).count());
    return answer;
}

HttpAnswer HttpFace::takeOrderStatus(const HttpQuestion& question, std::optional<Error>& fault)
{
    HttpAnswer answer;
    const auto done = onDatabase([&](Database& database) -> Result<Bytes> {
        answer = orderstatus::answer(database, m_environment, question, fault);
        return fault ? Result<Bytes>(*fault) : Bytes();
    });
    if (!done.ok() && !fault) { // not even a connection
        fault = done.error();
        answer = orderstatus::refusal(httpStatus(fault->kind), fault->message);
    }
    return answer;
}

Result<Bytes> HttpFace::serve(const HttpQuestion& question, Turn& turn, int& status)
{
    const auto fail = [&](const Error& error, int withStatus) {
        status = withStatus;
        return error;
    };
    const std::string_view path = pathOf(question);
    Result<Bytes> body = Error{ErrorKind::NotFound, "There is nothing at this address."};
    if (path == health) {
        if (question.method != "GET")
            return fail(invalid("Only GET is answered here."), 405);
        body = onDatabase([](Database& database) -> Result<Bytes> {
            SATCHEL_TRY(database.query("SELECT 1"));
            return Bytes("ok");
        });
    }
    for (const Endpoint& endpoint : endpoints) {
        if (path != endpoint.path)
            continue;
        if (question.method != "POST")
            return fail(invalid("Only POST is answered here."), 405);
        if (question.body.size() > little)
            turn.take();
        Result<Bytes> plain =
            question.encoding.empty() ? Result<Bytes>(Bytes()) : unpacked(question, unpackedLimit(path), turn);
        if (!plain.ok()) {
            body = plain.error();
            break;
        }
        body = onDatabase([&](Database& database) {
            Service service(database, m_identities, m_environment, &m_queue, &turn);
            return endpoint.answer(service, tokenOf(question), question.encoding.empty() ? question.body : *plain);
        });
    }
    if (!body.ok())
        status = httpStatus(body.error().kind);
    return body;
}

Result<WakeDoor::Enter> HttpFace::admit(const HttpQuestion& question)
{
    if (m_hub == nullptr)
        return Error{ErrorKind::NotFound, "There is nothing at this address."};
    SATCHEL_ASSIGN(DatabasePool::Lease lease, m_pool.lease());
    auto ticket = m_hub->admit(lease.database(), tokenOf(question));
    if (!ticket.ok() && ticket.error().kind == ErrorKind::Unreachable)
        lease.discard();
    if (!ticket.ok())
        return ticket.error();
    return Enter(
        [hub = m_hub, ticket = std::move(*ticket)](const std::shared_ptr<WakeLine>& line) { hub->add(line, ticket); });
}

void HttpFace::leave(const WakeLine& line)
{
    if (m_hub != nullptr)
        m_hub->remove(line);
}

Result<Bytes> HttpFace::onDatabase(const std::function<Result<Bytes>(Database&)>& work)
{
    SATCHEL_ASSIGN(DatabasePool::Lease lease, m_pool.lease());
    Result<Bytes> result = work(lease.database());
    if (!result.ok() && result.error().kind == ErrorKind::Unreachable)
        lease.discard();
    return result;
}

void HttpFace::log(const HttpQuestion& question, const HttpAnswer& answer, const Error* error,
                   std::int64_t microseconds)
{
    if (m_log == Log::Nothing || (m_log == Log::Failures && answer.status < 500))
        return;
    std::string line = formatInstant(m_environment.now()) + ' ' + harmless(question.remote) + ' ' +
                       harmless(question.method) + ' ' + loggedPath(question) + ' ' + std::to_string(answer.status) +
                       " in=" + std::to_string(question.body.size()) + " out=" + std::to_string(answer.body.size()) +
                       " us=" + std::to_string(microseconds);
    // Sentences about what somebody sent may repeat it; those about our own trouble must be found here.
    if (error != nullptr && answer.status >= 500)
        line += " \"" + error->message + '"';
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr); // one call, so that lines of several threads stay whole
}

} // namespace satchel::server
