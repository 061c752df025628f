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
#include <semaphore>

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
constexpr std::string_view pushes = "/v1/push"; // which meet those of others
constexpr std::size_t littlePush = 16UL * 1024; // bytes of one that may wait without a thread
constexpr int mostWaiting = 256;                // of these
constexpr std::size_t little = 256UL * 1024;    // bytes of a body that may be many at once

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

/// A push that waits for its group.
class HttpFace::Pushing final : public HttpLater, public std::enable_shared_from_this<Pushing> {
public:
    Pushing(HttpFace& face, const Errand& errand, PushRequest request)
        : m_face(face), m_errand(errand), m_token(tokenOf(errand.question)), m_request(std::move(request))
    {
        ++m_face.m_waiting;
    }
    ~Pushing() override { --m_face.m_waiting; }

    PushJob& job() { return m_job; }
    void begin()
    {
        m_face.m_queue.put(m_job, [self = shared_from_this()] { self->carriedOut(); });
    }
    void whenReady(std::function<void()> ready) override
    {
        {
            const std::lock_guard guard(m_mutex);
            if (!m_done) {
                m_ready = std::move(ready);
                return;
            }
        }
        ready();
    }
    bool isShort() const override
    {
        const bool writesLog = m_face.m_log == Log::Requests; // whose reader may be slow
        return m_job.reply.ok() && !m_job.faults && !writesLog;
    }
    HttpAnswer finish() override
    {
        m_face.finish(m_errand, m_face.settle(m_job));
        return std::move(m_errand.answer);
    }

private:
    void carriedOut()
    {
        std::function<void()> ready;
        {
            const std::lock_guard guard(m_mutex);
            m_done = true;
            ready = std::move(m_ready);
        }
        if (ready)
            ready();
    }

    HttpFace& m_face;
    Errand m_errand;
    const std::string m_token;
    const PushRequest m_request;
    PushJob m_job{m_token, m_request};
    std::mutex m_mutex;
    bool m_done = false;           ///< under m_mutex
    std::function<void()> m_ready; ///< under m_mutex
};

HttpAnswer HttpFace::answer(const HttpQuestion& question)
{
    Errand errand{question, std::chrono::steady_clock::now()};
    if (orderstatus::isAddress(pathOf(question))) {
        std::optional<Error> fault;
        errand.answer = takeOrderStatus(question, fault);
        log(errand, fault ? &*fault : nullptr);
        return std::move(errand.answer);
    }
    Turn turn(m_large);
    Result<Bytes> body = serve(errand, turn);
    if (!errand.answer.later)
        finish(errand, std::move(body));
    return std::move(errand.answer);
}

void HttpFace::finish(Errand& errand, Result<Bytes> body)
{
    HttpAnswer& answer = errand.answer;
    if (!body.ok() && answer.status == 200)
        answer.status = httpStatus(body.error().kind);
    answer.body = body.ok() ? std::move(*body) : encode(body.error());
    packInto(answer, errand.question);
    if (body.ok() && pathOf(errand.question) == health)
        answer.contentType = "text/plain";
    log(errand, body.ok() ? nullptr : &body.error());
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

Result<Bytes> HttpFace::serve(Errand& errand, Turn& turn)
{
    const HttpQuestion& question = errand.question;
    const auto only = [&](const char* method) {
        errand.answer.status = 405;
        return invalid(std::string("Only ") + method + " is answered here.");
    };
    const std::string_view path = pathOf(question);
    if (path == health) {
        if (question.method != "GET")
            return only("GET");
        return onDatabase([](Database& database) -> Result<Bytes> {
            SATCHEL_TRY(database.query("SELECT 1"));
            return Bytes("ok");
        });
    }
    const auto* const endpoint = std::find_if(std::begin(endpoints), std::end(endpoints),
                                              [&](const Endpoint& each) { return each.path == path; });
    if (endpoint == std::end(endpoints) && path != pushes)
        return Error{ErrorKind::NotFound, "There is nothing at this address."};
    if (question.method != "POST")
        return only("POST");
    if (question.body.size() > little)
        turn.take();
    Bytes plain;
    if (!question.encoding.empty()) {
        SATCHEL_ASSIGN(plain, unpacked(question, unpackedLimit(path), turn));
    }
    const std::string_view message = question.encoding.empty() ? question.body : plain;
    if (path == pushes)
        return push(errand, message);
    return onDatabase([&](Database& database) {
        Service service(database, m_identities, m_environment, &turn);
        return endpoint->answer(service, tokenOf(question), message);
    });
}

Result<Bytes> HttpFace::push(Errand& errand, std::string_view message)
{
    SATCHEL_ASSIGN(PushRequest request, received(decodePushRequest(message)));
    const std::string token = tokenOf(errand.question);
    const Milliseconds now = m_environment.now();
    if (!m_identities.wasLetIn(token, now)) // a stranger must not get as far as the lock
        SATCHEL_TRY(onDatabase([&](Database& database) -> Result<Bytes> {
            SATCHEL_TRY(m_identities.letIn(database, token, now));
            return Bytes();
        }));
    const auto pushing = std::make_shared<Pushing>(*this, errand, std::move(request));
    pushing->begin();
    if (message.size() <= littlePush && m_waiting <= mostWaiting) {
        errand.answer.later = pushing;
        return Bytes();
    }
    // A larger one waits here, so that no more of them are in memory than there are workers.
    const auto done = std::make_shared<std::binary_semaphore>(0);
    pushing->whenReady([done] { done->release(); });
    done->acquire();
    return settle(pushing->job());
}

Result<Bytes> HttpFace::settle(PushJob& job)
{
    if (job.reply.ok() && !job.faults)
        return encode(*job.reply);
    return onDatabase([&](Database& database) -> Result<Bytes> {
        SATCHEL_ASSIGN(const PushReply reply, Service(database, m_identities, m_environment).settle(job));
        return encode(reply);
    });
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

void HttpFace::log(const Errand& errand, const Error* error)
{
    const auto& [question, begun, answer] = errand;
    if (m_log == Log::Nothing || (m_log == Log::Failures && answer.status < 500))
        return;
    const auto took = std::chrono::steady_clock::now() - begun;
    const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
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
