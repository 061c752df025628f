// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/HttpConversation.h"

#include "sync/protocol/Codec.h"
#include "sync/protocol/Compression.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <QUrl>

namespace satchel {

namespace {

constexpr int silenceLimit = 60 * 1000;
constexpr const char* dictionaryHeader = "Satchel-Dictionary";
constexpr qint64 largestReply = 256LL * 1024 * 1024;

bool isThisMachine(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

struct HttpConversation::Private {
    QUrl base;
    std::string host;
    QNetworkAccessManager network;
    std::int64_t sent = 0;
    std::int64_t received = 0;

    Error unreachable() const
    {
        return {ErrorKind::Unreachable, "Could not reach the server at " + host +
                                            ". Your changes are safe on this laptop and will be sent later."};
    }

    // Dictionary 1 is known to every server; one of another number only to one that has used it.
    int serversDictionary = 1;

    Result<Bytes> post(const char* path, const std::string& token, Bytes message)
    {
        const PackedBody packed = pack(std::move(message), serversDictionary);
        const Bytes& body = packed.bytes;
        QNetworkRequest request(base.resolved(QUrl(QString::fromLatin1(path))));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/cbor"));
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(silenceLimit);
        // Saying it ourselves keeps Qt from decompressing by itself: ours has the limits.
        request.setRawHeader("Accept-Encoding", "zstd");
        if (packed.zstd)
            request.setRawHeader("Content-Encoding", "zstd");
        request.setRawHeader(dictionaryHeader,
                             QByteArray::number(packed.zstd ? packed.dictionary : compression::newestDictionary));
        if (!token.empty())
            request.setRawHeader("Authorization", QByteArrayLiteral("Bearer ") + QByteArray::fromStdString(token));
        std::unique_ptr<QNetworkReply> reply(
            network.post(request, QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size()))));
        QEventLoop loop;
        bool tooLarge = false;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QObject::connect(reply.get(), &QNetworkReply::downloadProgress, &loop, [&](qint64 got, qint64 total) {
            if (got > largestReply || total > largestReply) {
                tooLarge = true;
                reply->abort();
            }
        });
        loop.exec();
        sent += static_cast<std::int64_t>(body.size());
        if (tooLarge)
            return Error{ErrorKind::TooLarge, "The server at " + host + " sent more than Satchel accepts."};
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        // After a silence that was too long it is closed, and Qt would complain aloud.
        Bytes answer = reply->isOpen() ? reply->readAll().toStdString() : Bytes();
        received += static_cast<std::int64_t>(answer.size());
        if (reply->error() == QNetworkReply::SslHandshakeFailedError)
            return Error{ErrorKind::Unreachable,
                         "The identity of the server at " + host + " could not be verified. Nothing was sent to it."};
        if (status == 0)
            return unreachable();
        if (status != 200) // answers of this kind are short, and not compressed
            return decodeError(answer);
        if (reply->error() != QNetworkReply::NoError)
            return unreachable(); // cut off in the middle of the answer
        const PackedBody come{std::move(answer), reply->rawHeader("Content-Encoding") == "zstd",
                              reply->rawHeader(dictionaryHeader).toInt()};
        if (come.zstd)
            serversDictionary = std::max(serversDictionary, come.dictionary);
        return unpack(come, largestReply);
    }
};

HttpConversation::HttpConversation(std::unique_ptr<Private> p) : d(std::move(p)) {}
HttpConversation::~HttpConversation() = default;

Result<std::unique_ptr<HttpConversation>> HttpConversation::open(const std::string& server)
{
    const QUrl url(QString::fromStdString(server), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment())
        return invalid("\"" + server + "\" is not the address of a server. Write it like https://crm.example.com.");
    if (url.scheme() == QLatin1String("http") && !isThisMachine(url.host()))
        return invalid("A server on another machine must be reached with https://, so that nobody can read your "
                       "password on the way.");
    auto p = std::make_unique<Private>();
    p->base = url;
    if (!p->base.path().endsWith(u'/'))
        p->base.setPath(p->base.path() + u'/');
    p->host = url.host().toStdString() + (url.port() < 0 ? "" : ":" + std::to_string(url.port()));
    return std::unique_ptr<HttpConversation>(new HttpConversation(std::move(p)));
}

Result<LoginReply> HttpConversation::login(const LoginRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/login", {}, encode(request)));
    return decodeLoginReply(answer);
}

Status HttpConversation::logout(const std::string& token)
{
    SATCHEL_TRY(d->post("v1/logout", token, {}));
    return Ok{};
}

Result<PushReply> HttpConversation::push(const std::string& token, const PushRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/push", token, encode(request)));
    return decodePushReply(answer);
}

Result<PullReply> HttpConversation::pull(const std::string& token, const PullRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/pull", token, encode(request)));
    return decodePullReply(answer);
}

Result<CompareReply> HttpConversation::compare(const std::string& token, const CompareRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/compare", token, encode(request)));
    return decodeCompareReply(answer);
}

Result<HealReply> HttpConversation::heal(const std::string& token, const HealRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/heal", token, encode(request)));
    return decodeHealReply(answer);
}

Result<LeaseReply> HttpConversation::lease(const std::string& token, const LeaseRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/lease", token, encode(request)));
    return decodeLeaseReply(answer);
}

Result<ReceiptsReply> HttpConversation::receipts(const std::string& token, const ReceiptsRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/receipts", token, encode(request)));
    return decodeReceiptsReply(answer);
}

Result<RenewReply> HttpConversation::renew(const std::string& token, const RenewRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/renew", token, encode(request)));
    return decodeRenewReply(answer);
}

Result<HeldReply> HttpConversation::hold(const std::string& token, const HeldRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/hold", token, encode(request)));
    return decodeHeldReply(answer);
}

Result<Overview> HttpConversation::overview(const std::string& token, const OverviewRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/overview", token, encode(request)));
    return decodeOverview(answer);
}

Result<AdminDone> HttpConversation::administer(const std::string& token, const AdminDeed& deed)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/administer", token, encode(deed)));
    return decodeAdminDone(answer);
}

Result<OwnPasswordDone> HttpConversation::changePassword(const std::string& token, const OwnPassword& wish)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/password", token, encode(wish)));
    return decodeOwnPasswordDone(answer);
}

Result<SegmentPlan> HttpConversation::planSegments(const std::string& token, const SegmentPlanRequest& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/plan", token, encode(request)));
    return decodeSegmentPlan(answer);
}

Result<SegmentReply> HttpConversation::fetchSegments(const std::string& token, const SegmentFetch& request)
{
    SATCHEL_ASSIGN(const Bytes answer, d->post("v1/segments", token, encode(request)));
    return decodeSegmentReply(answer);
}

std::int64_t HttpConversation::sentBytes() const
{
    return d->sent;
}

std::int64_t HttpConversation::receivedBytes() const
{
    return d->received;
}

} // namespace satchel
