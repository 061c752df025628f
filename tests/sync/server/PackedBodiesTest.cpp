// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/HttpConversation.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Compression.h"
#include "sync/server/HttpFace.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

#include <QTest>
#include <thread>

using namespace satchel;
using namespace satchel::test;
using server::HttpAnswer;
using server::HttpFace;
using server::HttpQuestion;

namespace {

LoginRequest asAna(const Id& incarnation)
{
    return {.program = "test",
            .login = "ana",
            .password = "demo",
            .device = {},
            .deviceName = "Ana's other laptop",
            .incarnation = incarnation,
            .secret = Bytes(32, 's')};
}

HttpQuestion post(const char* path, Bytes body)
{
    HttpQuestion question;
    question.method = "POST";
    question.target = path;
    question.body = std::move(body);
    return question;
}

} // namespace

/// Compressed bodies at the server's door and on the whole way.
class PackedBodiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_company = std::make_unique<Company>();
        m_company->laptop("ana"); // has a password now
        m_face = std::make_unique<HttpFace>(m_company->factory(), m_company->identities(), m_company->clock(),
                                            HttpFace::Log::Nothing);
    }

    void aPackedRequestIsUnderstood()
    {
        for (const int dictionary : {0, 1}) {
            const Bytes body = encode(asAna(m_company->clock().newId()));
            HttpQuestion question = post("/v1/login", compression::compress(body, dictionary));
            question.encoding = "zstd";
            question.dictionary = dictionary == 0 ? "" : "1";
            const HttpAnswer answer = m_face->answer(question);
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.encoding.empty()); // it did not say that it reads zstd
            QVERIFY(decodeLoginReply(answer.body).ok());
        }
    }

    void anAnswerIsPackedForWhoeverReadsIt()
    {
        const LoginReply login =
            must(decodeLoginReply(m_face->answer(post("/v1/login", encode(asAna(m_company->acme)))).body));
        HttpQuestion question =
            post("/v1/pull", encode(PullRequest{.history = login.history, .incarnation = m_company->acme}));
        question.authorization = "Bearer " + login.token;
        const HttpAnswer plain = m_face->answer(question);
        question.accepted = "gzip, zstd";
        const HttpAnswer packed = m_face->answer(question);
        question.dictionary = "7"; // knows newer ones than we do
        const HttpAnswer withDictionary = m_face->answer(question);
        QCOMPARE(packed.encoding, std::string("zstd"));
        QVERIFY(packed.dictionary.empty());
        QCOMPARE(withDictionary.dictionary, std::string("1"));
        QVERIFY(withDictionary.body.size() < packed.body.size() && packed.body.size() < plain.body.size());
        QVERIFY(must(unpack({packed.body, true, 0}, 1 << 20)) == plain.body);
        QVERIFY(must(unpack({withDictionary.body, true, 1}, 1 << 20)) == plain.body);
    }

    void aBombIsRefusedBeforeAnybodyIsAskedWhoSentIt()
    {
        HttpQuestion question = post("/v1/push", compression::compress(Bytes(200UL << 20, '\0'), 0));
        question.encoding = "zstd";
        QVERIFY(question.body.size() < 50000);
        QCOMPARE(m_face->answer(question).status, 413);
        question.target = "/v1/login";
        question.body = compression::compress(Bytes(100UL << 10, '\0'), 0);
        QCOMPARE(m_face->answer(question).status, 413);
    }

    void whatIsNotZstdIsRefusedInWords()
    {
        const Bytes body = encode(asAna(m_company->acme));
        for (const auto& [encoding, dictionary, bytes] :
             {std::tuple("gzip", "", body), std::tuple("zstd", "", body), std::tuple("zstd", "1", body),
              std::tuple("zstd", "99", compression::compress(body, 1))}) {
            HttpQuestion question = post("/v1/login", bytes);
            question.encoding = encoding;
            question.dictionary = dictionary;
            const HttpAnswer answer = m_face->answer(question);
            QCOMPARE(answer.status, 400);
            QVERIFY(!decodeError(answer.body).message.empty());
        }
    }

    void aLaptopCountsWhatReallyTravels()
    {
        auto listener = must(server::Listener::open(
            "127.0.0.1", 0, [this](const HttpQuestion& question) { return m_face->answer(question); }, 1));
        std::thread thread([&] { listener->run(); });
        std::int64_t received = 0;
        PullReply reply;
        {
            auto line = must(HttpConversation::open(listener->url()));
            const LoginReply login = must(line->login(asAna(m_company->acme)));
            received = -line->receivedBytes();
            const PullRequest request{.history = login.history, .incarnation = m_company->acme};
            reply = must(line->pull(login.token, request));
            received += line->receivedBytes();
        }
        listener->stop();
        thread.join();
        QVERIFY(!reply.rows.empty());
        QVERIFY2(received * 3 < static_cast<std::int64_t>(encode(reply).size()) * 2, std::to_string(received).c_str());
    }

private:
    std::unique_ptr<Company> m_company;
    std::unique_ptr<HttpFace> m_face;
};

QTEST_GUILESS_MAIN(PackedBodiesTest)
#include "PackedBodiesTest.moc"
