// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Listener.h"

#include <QTest>
#include <arpa/inet.h>
#include <condition_variable>
#include <future>
#include <mutex>
#include <netinet/in.h>
#include <random>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace satchel;
using namespace satchel::server;

namespace {

/// A client that says exactly what it is told to, and waits at most ten seconds for anything.
class RawClient {
public:
    explicit RawClient(unsigned short port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience = {10, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        m_connected = ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawClient() { ::close(m_socket); }
    RawClient(const RawClient&) = delete;

    bool send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void sendNoMore() const { ::shutdown(m_socket, SHUT_WR); }

    /// Everything up to and with `end`; what came until then if the other side closed. "timeout" if it does nothing.
    std::string readUntil(std::string_view end) const
    {
        std::string text;
        char byte = 0;
        while (end.empty() || !text.ends_with(end)) {
            const ssize_t got = ::recv(m_socket, &byte, 1, 0);
            if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
                return "timeout";
            if (got <= 0)
                break;
            text.push_back(byte);
        }
        return text;
    }

    std::string readAll() const { return readUntil(""); }
    /// Takes so many bytes, whatever they are.
    bool take(std::size_t bytes) const
    {
        std::string piece(65536, '\0');
        while (bytes > 0) {
            const ssize_t got = ::recv(m_socket, piece.data(), std::min(bytes, piece.size()), 0);
            if (got <= 0)
                return false;
            bytes -= static_cast<std::size_t>(got);
        }
        return true;
    }
    bool connected() const { return m_connected; }

private:
    int m_socket;
    bool m_connected = false;
};

std::string post(const std::string& body, const std::string& more = "")
{
    return "POST /echo HTTP/1.1\r\nHost: x\r\n" + more + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           body;
}

/// Answers "METHOD TARGET AUTHORIZATION BODY|".
HttpAnswer echo(const HttpQuestion& question)
{
    if (question.target == "/fail")
        throw std::runtime_error("on purpose");
    return {200, "text/plain",
            question.method + ' ' + question.target + ' ' + question.authorization + ' ' + question.body + '|'};
}

/// Answers when so many have asked, and all of them then: who kept a worker meanwhile would wait for ever.
class Together {
public:
    explicit Together(std::size_t many) : m_many(many) {}

    HttpAnswer answer(const HttpQuestion& question)
    {
        HttpAnswer answer;
        answer.later = std::make_shared<Later>(*this, question);
        return answer;
    }
    void awaitFirst()
    {
        std::unique_lock guard(m_mutex);
        m_came.wait(guard, [this] { return !m_waiting.empty(); });
    }
    void come(std::function<void()> ready)
    {
        std::vector<std::function<void()>> all;
        {
            const std::lock_guard guard(m_mutex);
            m_waiting.push_back(std::move(ready));
            m_came.notify_one();
            if (m_waiting.size() < m_many)
                return;
            all.swap(m_waiting);
        }
        for (const auto& each : all)
            each();
    }

private:
    class Later final : public HttpLater {
    public:
        Later(Together& all, const HttpQuestion& question) : m_all(all), m_question(question) {}
        void whenReady(std::function<void()> ready) override { m_all.come(std::move(ready)); }
        bool isShort() const override { return m_question.authorization.empty(); }
        HttpAnswer finish() override { return echo(m_question); }

    private:
        Together& m_all;
        const HttpQuestion& m_question;
    };

    std::size_t m_many;
    std::mutex m_mutex;
    std::condition_variable m_came;
    std::vector<std::function<void()>> m_waiting;
};

/// Lets in whoever says "Bearer in", and keeps his line.
class Door final : public WakeDoor {
public:
    Result<Enter> admit(const HttpQuestion& question) override
    {
        if (question.authorization != "Bearer in")
            return Error{ErrorKind::Unauthorized, "Not you."};
        return Enter([this](const std::shared_ptr<WakeLine>& line) { entered.set_value(line); });
    }
    void leave(const WakeLine&) override { left.set_value(); }
    std::promise<std::weak_ptr<WakeLine>> entered; // a line must not outlive its listener
    std::promise<void> left;
};

const std::string upgrade = "Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/// A listener that runs on a thread of its own while this lives.
class Running {
public:
    explicit Running(const ListenerLimits& limits = {}, const HttpHandler& handler = echo, WakeDoor* door = nullptr)
        : m_listener(std::move(*Listener::open("127.0.0.1", 0, handler, 2, limits, door))),
          m_thread([this] { m_listener->run(); })
    {}
    ~Running() { stop(); }
    Running(const Running&) = delete;

    void stop()
    {
        m_listener->stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    Listener& listener() { return *m_listener; }
    unsigned short port() const { return m_listener->port(); }

    /// What a well-behaved client gets now.
    bool isWell() const
    {
        const RawClient client(port());
        client.send(post("hello"));
        return client.readUntil("|").ends_with("POST /echo  hello|");
    }

private:
    std::unique_ptr<Listener> m_listener;
    std::thread m_thread;
};

} // namespace

class ListenerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsHandedOverWholeAndTheConnectionKept()
    {
        const Running server;
        const RawClient client(server.port());
        QVERIFY(client.send(post("one", "Authorization: Bearer abc\r\n")));
        const std::string first = client.readUntil("|");
        QVERIFY(first.starts_with("HTTP/1.1 200 OK\r\n"));
        QVERIFY(first.ends_with("\r\n\r\nPOST /echo Bearer abc one|"));
        QVERIFY(client.send("GET /v1/health?x=%20 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        QVERIFY(client.readAll().ends_with("\r\n\r\nGET /v1/health?x=%20  |"));
    }

    void whatIsAnsweredTogetherWaitsWithoutAWorker()
    {
        Together together(20);
        const Running server({}, [&](const HttpQuestion& question) { return together.answer(question); }); // 2 workers
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(std::make_unique<RawClient>(server.port()));
            // Those with an authorization take longer, once they are ready.
            QVERIFY(clients.back()->send(post(std::to_string(i), i % 2 == 0 ? "" : "Authorization: slow\r\n")));
            if (i == 0)
                clients.front().reset(); // who has gone is answered into the void
        }
        for (int i = 1; i < 20; ++i)
            QVERIFY(clients[static_cast<std::size_t>(i)]->readUntil("|").ends_with(' ' + std::to_string(i) + '|'));
    }

    void aListenerThatGoesWaitsForAnswersThatAreBeingMadeElsewhere()
    {
        Together together(2);
        ListenerLimits limits;
        limits.farewell = std::chrono::milliseconds(1);
        auto server =
            std::make_unique<Running>(limits, [&](const HttpQuestion& question) { return together.answer(question); });
        const RawClient client(server->port());
        QVERIFY(client.send(post("1")));
        together.awaitFirst();
        server->stop();
        std::atomic<bool> gone = false;
        std::thread going([&] {
            server.reset();
            gone = true;
        });
        for (int i = 0; i < 100'000 && !gone; ++i)
            std::this_thread::yield(); // time enough to go, for one that does not wait
        QVERIFY(!gone);
        together.come([] {}); // the second: now both are ready
        going.join();
    }

    void anAnswerThatFailsInTheEndIsAnErrorAndNobodyElses()
    {
        Together together(3);
        const Running server({}, [&](const HttpQuestion& question) { return together.answer(question); });
        const RawClient shortly(server.port());
        const RawClient slowly(server.port());
        const RawClient well(server.port());
        QVERIFY(shortly.send("POST /fail HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(slowly.send("POST /fail HTTP/1.1\r\nHost: x\r\nAuthorization: slow\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(well.send(post("1")));
        for (const RawClient* client : {&shortly, &slowly})
            QVERIFY(client->readUntil("\r\n").starts_with("HTTP/1.1 500"));
        QVERIFY(well.readUntil("|").ends_with(" 1|"));
    }

    void requestsSentInOneGoAreAnsweredInOrder()
    {
        const Running server;
        const RawClient client(server.port());
        QVERIFY(client.send(post("1") + post("2") + post("3")));
        for (const char* body : {" 1|", " 2|", " 3|"})
            QVERIFY(client.readUntil("|").ends_with(body));
    }

    void aBodyMayComeByteByByte()
    {
        const Running server;
        const RawClient client(server.port());
        for (const char c : post("slow but steady"))
            QVERIFY(client.send({&c, 1}));
        QVERIFY(client.readUntil("|").ends_with("slow but steady|"));
    }

    void whoAsksFirstWhetherToSendIsToldToGoOn()
    {
        const Running server;
        const RawClient client(server.port());
        QVERIFY(client.send("POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
        QVERIFY(client.readUntil("\r\n\r\n").starts_with("HTTP/1.1 100"));
        QVERIFY(client.send("hi"));
        QVERIFY(client.readUntil("|").ends_with("hi|"));
    }

    void whatIsNotHttpIsRefusedAndClosed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const std::string& bytes, int status) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << status;
        };
        row("no request line", "hello\r\n\r\n", 400);
        row("no version", "GET /\r\n\r\n", 400);
        row("version 3", "GET / HTTP/3.0\r\n\r\n", 400);
        row("nul in a header", std::string("GET / HTTP/1.1\r\nA: \0\r\n\r\n", 24), 400);
        row("header without colon", "GET / HTTP/1.1\r\nnonsense\r\n\r\n", 400);
        row("space before colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400);
        row("negative length", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
        row("length of letters", "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n", 400);
        row("length beyond 64 bits", "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", 400);
        row("two lengths", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
        row("length and chunks", "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400);
        row("chunks", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411);
        row("chunks and a length behind it",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", 400);
        row("length with a sign", "POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\na", 400);
        row("length in hexadecimal", "POST / HTTP/1.1\r\nContent-Length: 0x1\r\n\r\na", 400);
        row("folded header", "POST / HTTP/1.1\r\nTransfer-Encoding:\r\n chunked\r\nContent-Length: 1\r\n\r\na", 400);
        row("TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03\r\n\r\n", 15), 400);
        row("large header", "GET / HTTP/1.1\r\nA: " + std::string(20000, 'a') + "\r\n\r\n", 431);
        row("endless target", "GET /" + std::string(1 << 20, 'a'), 431);
        row("large body", "POST / HTTP/1.1\r\nContent-Length: 16777217\r\n\r\n", 413);
        row("enormous body", "POST / HTTP/1.1\r\nContent-Length: 9999999999999\r\n\r\n", 413);
    }
    void whatIsNotHttpIsRefusedAndClosed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const Running server;
        const RawClient client(server.port());
        client.send(bytes.toStdString());
        client.sendNoMore();
        const std::string answer = client.readAll();
        QVERIFY2(answer.starts_with("HTTP/1.1 " + std::to_string(status) + " "), answer.c_str());
        QVERIFY(server.isWell());
    }

    void aBodyThatIsTooLargeIsRefusedEvenIfItIsSentAllTheSame()
    {
        ListenerLimits limits;
        limits.body = 1 << 20;
        const Running server(limits);
        const RawClient client(server.port());
        client.send(post(std::string((1 << 20) + 1, 'x')));
        client.sendNoMore();
        QVERIFY(client.readAll().starts_with("HTTP/1.1 413 "));
        QVERIFY(server.isWell());
    }

    void allBodiesTogetherHaveALimit()
    {
        ListenerLimits limits;
        limits.allBodies = 1000;
        const Running server(limits);
        const RawClient first(server.port());
        QVERIFY(first.send("POST /echo HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 900\r\n\r\n"));
        QVERIFY(first.readUntil("\r\n\r\n").starts_with("HTTP/1.1 100"));
        const RawClient second(server.port());
        QVERIFY(second.send(post(std::string(101, 'x'))));
        second.sendNoMore();
        QVERIFY(second.readAll().starts_with("HTTP/1.1 503 "));
        QVERIFY(first.send(std::string(900, 'y')));
        QVERIFY(first.readUntil("|").ends_with("y|"));
        QVERIFY(server.isWell());
    }

    void answersThatNobodyTakesHaveALimit()
    {
        constexpr std::size_t large = 15 << 20; // more than the sockets of both ends hold
        ListenerLimits limits;
        limits.allAnswers = large + (1 << 20);
        const Running server(limits);
        const RawClient slow(server.port());
        QVERIFY(slow.send(post(std::string(large, 'x'))));
        QVERIFY(slow.readUntil("\r\n\r\n").starts_with("HTTP/1.1 200 "));
        const RawClient other(server.port());
        QVERIFY(other.send(post(std::string(1 << 20, 'y'))));
        QVERIFY(other.readUntil("\r\n\r\n").starts_with("HTTP/1.1 503 "));
        QVERIFY(server.isWell()); // what is small goes out all the same
        QVERIFY(slow.take(large));
        QVERIFY(slow.send(post("z")));
        QVERIFY(slow.readUntil("z|").ends_with("z|"));
        const RawClient later(server.port());
        QVERIFY(later.send(post(std::string(1 << 20, 'y'))));
        QVERIFY(later.readUntil("\r\n\r\n").starts_with("HTTP/1.1 200 "));
    }

    void slowClientsDoNotHoldUpTheOthers()
    {
        const Running server;
        std::vector<std::unique_ptr<RawClient>> slow;
        for (int i = 0; i < 200; ++i) {
            slow.push_back(std::make_unique<RawClient>(server.port()));
            QVERIFY(slow.back()->send(i % 2 == 0 ? "POST /echo HT"
                                                 : "POST /echo HTTP/1.1\r\nContent-Length: 50\r\n\r\nabc"));
        }
        QVERIFY(server.isWell());
    }

    void aRequestThatDoesNotArriveInTimeIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a header") << QByteArray("POST /echo HTTP/1.1\r\nConte");
        QTest::newRow("half a body") << QByteArray("POST /echo HTTP/1.1\r\nContent-Length: 5\r\n\r\nab");
        QTest::newRow("a request, then nothing") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    }
    void aRequestThatDoesNotArriveInTimeIsCutOff()
    {
        QFETCH(QByteArray, bytes);
        ListenerLimits limits;
        limits.arrival = limits.idle = std::chrono::milliseconds(100);
        const Running server(limits);
        const RawClient client(server.port());
        QVERIFY(client.send(bytes.toStdString()));
        QVERIFY(client.readAll() != "timeout");
        QVERIFY(server.isWell());
    }

    void beyondTheLimitOfConnectionsNewOnesAreClosed()
    {
        ListenerLimits limits;
        limits.connections = 2;
        const Running server(limits);
        const RawClient first(server.port());
        const RawClient second(server.port());
        for (const RawClient* client : {&first, &second}) {
            QVERIFY(client->send(post("in")));
            QVERIFY(client->readUntil("|").ends_with("in|"));
        }
        const RawClient third(server.port());
        third.send(post("out"));
        QCOMPARE(third.readAll(), std::string());
        QVERIFY(first.send(post("still in")));
        QVERIFY(first.readUntil("|").ends_with("still in|"));
    }

    void oneAddressMayHaveOnlySoManyConnections()
    {
        ListenerLimits limits;
        limits.fromOneAddress = 1;
        limits.loopbackIsAnybody = true;
        const Running server(limits);
        {
            const RawClient first(server.port());
            QVERIFY(first.send(post("in")));
            QVERIFY(first.readUntil("|").ends_with("in|"));
            const RawClient second(server.port());
            second.send(post("out"));
            QCOMPARE(second.readAll(), std::string());
            QVERIFY(first.send(post("still in", "Connection: close\r\n")));
            QVERIFY(first.readAll().ends_with("still in|"));
        }
        for (bool in = false; !in;) { // the listener notices in its own time that the first one has gone
            const RawClient next(server.port());
            in = next.send(post("next")) && next.readUntil("|").ends_with("next|");
        }
    }

    void whoMayWaitIsToldTheNewestNumber()
    {
        Door door;
        const Running server({}, echo, &door);
        const RawClient client(server.port());
        QVERIFY(client.send("GET /v1/wake HTTP/1.1\r\nAuthorization: Bearer in\r\n" + upgrade + "\r\n"));
        QVERIFY(client.readUntil("\r\n\r\n").starts_with("HTTP/1.1 101 "));
        const auto line = door.entered.get_future().get();
        line.lock()->wake(8);
        QCOMPARE(client.readUntil("\x08"), std::string("\x82\x03\xa1\x00\x08", 5));
        line.lock()->close();
        QVERIFY(client.readAll() != "timeout");
        door.left.get_future().wait();
        QVERIFY(server.isWell());
    }

    void whoMayNotWaitIsToldWhy()
    {
        Door door;
        const Running server({}, echo, &door);
        const RawClient stranger(server.port());
        QVERIFY(stranger.send("GET /v1/wake HTTP/1.1\r\n" + upgrade + "\r\n"));
        QVERIFY(stranger.readUntil("\r\n\r\n").starts_with("HTTP/1.1 401 "));
        const RawClient plain(server.port());
        QVERIFY(plain.send("GET /v1/wake HTTP/1.1\r\nAuthorization: Bearer in\r\nHost: x\r\n\r\n"));
        QVERIFY(plain.readUntil("\r\n\r\n").starts_with("HTTP/1.1 426 "));
        QVERIFY(server.isWell());
    }

    void aLaptopThatAnswersNoPingsIsDropped()
    {
        Door door;
        ListenerLimits limits;
        limits.silence = std::chrono::milliseconds(200);
        const Running server(limits, echo, &door);
        const RawClient client(server.port());
        QVERIFY(client.send("GET /v1/wake HTTP/1.1\r\nAuthorization: Bearer in\r\n" + upgrade + "\r\n"));
        QVERIFY(client.readAll() != "timeout");
        door.left.get_future().wait();
    }

    void aLaptopThatWaitsDoesNotKeepTheServerFromStopping()
    {
        Door door;
        Running server({}, echo, &door);
        const RawClient client(server.port());
        QVERIFY(client.send("GET /v1/wake HTTP/1.1\r\nAuthorization: Bearer in\r\n" + upgrade + "\r\n"));
        QVERIFY(client.readUntil("\r\n\r\n").starts_with("HTTP/1.1 101 "));
        server.stop();
        QVERIFY(client.readAll() != "timeout");
    }

    void aHandlerThatFailsIsA500AndNoMore()
    {
        const Running server;
        const RawClient client(server.port());
        QVERIFY(client.send("GET /fail HTTP/1.1\r\n\r\n"));
        QVERIFY(client.readUntil("\r\n\r\n").starts_with("HTTP/1.1 500 "));
        QVERIFY(client.send(post("next")));
        QVERIFY(client.readUntil("|").ends_with("next|"));
    }

    void everyPrefixOfARequestAndRandomBytesAreSurvived()
    {
        const Running server;
        const std::string whole = post("body", "Authorization: Bearer abc\r\n");
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const RawClient client(server.port());
            QVERIFY(client.send(whole.substr(0, length)));
            client.sendNoMore();
            QVERIFY(client.readAll() != "timeout");
        }
        std::mt19937 random(1);
        for (int i = 0; i < 300; ++i) {
            std::string bytes = i % 2 == 0 ? whole : std::string(1 + random() % 5000, '\0');
            for (char& byte : bytes)
                if (i % 2 != 0 || random() % 10 == 0)
                    byte = static_cast<char>(random() % 256);
            const RawClient client(server.port());
            client.send(bytes);
            client.sendNoMore();
            QVERIFY(client.readAll() != "timeout");
        }
        QVERIFY(server.isWell());
    }

    void stoppingAnswersWhatIsUnderWayAndClosesTheRest()
    {
        std::promise<void> begun;
        std::promise<void> goOn;
        Running server({}, [&](const HttpQuestion& question) {
            begun.set_value();
            goOn.get_future().wait();
            return echo(question);
        });
        const RawClient idle(server.port());
        const RawClient busy(server.port());
        QVERIFY(busy.send(post("last words")));
        begun.get_future().wait();
        server.listener().stop();
        QCOMPARE(idle.readAll(), std::string());
        goOn.set_value();
        QVERIFY(busy.readAll().ends_with("last words|"));
        server.stop();
        QVERIFY(!RawClient(server.port() == 0 ? 1 : server.port()).connected());
    }

    void aTakenOrForeignAddressIsRefusedInWords()
    {
        const Running server;
        const auto taken = Listener::open("127.0.0.1", server.port(), echo, 1);
        QVERIFY(!taken.ok());
        QCOMPARE(taken.error().kind, ErrorKind::Busy);
        const auto foreign = Listener::open("192.0.2.1", 0, echo, 1);
        QVERIFY(!foreign.ok());
        QCOMPARE(foreign.error().kind, ErrorKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(ListenerTest)
#include "ListenerTest.moc"
