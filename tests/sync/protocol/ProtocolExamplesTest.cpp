// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Declarations.h"
#include "sync/protocol/AdminCodec.h"
#include "sync/protocol/Codec.h"
#include "sync/protocol/Dictionary1.h"
#include "sync/protocol/Digests.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace satchel;

namespace {

Id id(unsigned char last)
{
    Id made = *Id::parse("01938000-0000-7000-8000-000000000000");
    made.bytes[15] = last;
    return made;
}

Bytes16 sixteen(unsigned char each)
{
    Bytes16 bytes{};
    bytes.fill(each);
    return bytes;
}

const Id history = id(0x01);
const Id incarnation = id(0x02);
const Id user = id(0x03);
const Id otherIncarnation = id(0x04);
const Id contact = id(0x05);
const Id account = id(0x06);
const Bytes secret(32, 's');
const Bytes digestKey(16, 'k');

Change change()
{
    const Entity& entity = schema::entity("contact");
    return {.number = 1,
            .editedAt = 1795339800000,
            .seenCheckpoint = 7,
            .operations = {{.kind = OperationKind::Update,
                            .entity = &entity,
                            .id = contact,
                            .seenRev = 5,
                            .fields = {{*entity.indexOf("phone"), Value("+34 91 1"), Value("+34 91 2")}}}}};
}

Record record()
{
    Record made(schema::entity("contact"), contact);
    made.rev = 9;
    made.root = account;
    made.set("last_name", "Ruiz");
    made.set("account", account);
    made.set("job_title", "Buyer");
    made.set("phone", "+34 91 2");
    return made;
}

PullReply reply()
{
    const Entity& entity = schema::entity("contact");
    PullReply made{.history = history, .serverTime = 1795339801000, .role = Role::Salesperson};
    const Scope scope{ScopeKind::Territory, id(0x07)};
    made.scopes = {scope};
    const auto stamp = [](std::int64_t rev, Milliseconds at, const Id& author, const char* name) {
        return Stamp{.rev = rev, .at = at, .user = user, .device = author, .deviceName = name, .change = {}};
    };
    made.rows = {
        {.entity = &entity,
         .id = contact,
         .rev = 9,
         .root = {},
         .whole = false,
         .trace = true,
         .fields = {{*entity.indexOf("job_title"), Value("Buyer")}, {*entity.indexOf("phone"), Value("+34 91 2")}},
         .stamps = {{*entity.indexOf("job_title"), stamp(9, 1795339800500, otherIncarnation, "y")},
                    {*entity.indexOf("phone"), stamp(8, 1795339800000, incarnation, "x")}}}};
    made.outcomes = {{.incarnation = incarnation, .number = 1, .status = OutcomeStatus::Applied, .seq = 8}};
    made.checkpoint = 9;
    made.salt = sixteen(0x5a);
    made.digests = {{scope, entity.number, 1, rowHash(digestKey, record())}};
    return made;
}

QByteArray document()
{
    QFile file(QStringLiteral(SATCHEL_SOURCE_DIR "/sync/PROTOCOL.md"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The line of a field's table that says what a third client must know of it.
std::string tableLine(const Field& field)
{
    return "| " + std::to_string(field.number) + " | " + field.name + " | " + std::string(fieldTypeName(field.type)) +
           " | " + std::string(policyName(field.policy)) + " | " + (field.max > 0 ? std::to_string(field.max) : "") +
           " | ";
}

// The words of the page for who may.
const std::vector<std::pair<std::string, RoleSet>> wordsForRoles = {
    {"administrators", schema::administrators}, {"managers", schema::managers},
    {"key_accounts", schema::keyAccounts},      {"sellers", schema::sellers},
    {"marketers", schema::marketers},           {"everybody", schema::everybody}};

std::string wordFor(const RoleSet& roles)
{
    const auto found = std::find_if(wordsForRoles.begin(), wordsForRoles.end(),
                                    [&](const auto& each) { return each.second == roles; });
    return found == wordsForRoles.end() ? "(no word)" : found->first;
}

// "; add, change: everybody; delete: sellers"
std::string whoMay(const Entity& entity)
{
    std::string phrase;
    std::string last;
    const std::pair<const char*, RoleSet> deeds[] = {
        {"add", entity.creators}, {"change", entity.updaters}, {"delete", entity.deleters}};
    for (const auto& [deed, roles] : deeds) {
        if (roles.empty())
            continue;
        const std::string word = wordFor(roles);
        if (word == last)
            phrase.insert(phrase.rfind(':'), std::string(", ") + deed);
        else
            phrase += std::string("; ") + deed + ": " + word;
        last = word;
    }
    return phrase;
}

// What the last column says beside references, groups and choices.
std::string marks(const Field& field)
{
    std::string phrase = field.phone ? "; phone" : field.email ? "; mail" : "";
    if (!field.writers.empty())
        phrase += "; set by " + wordFor(field.writers);
    return phrase;
}

bool isMarked(const std::string& notes, const std::string& mark)
{
    return notes.find("; " + mark + " |") != std::string::npos || notes.find("; " + mark + ";") != std::string::npos;
}

} // namespace

/// The worked examples of PROTOCOL.md are what the code really writes: each hexadecimal string must stand in the page.
class ProtocolExamplesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyExampleStandsInTheDocument_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, std::string_view bytes) {
            QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
        };
        const Bytes body = encodeChange(change());
        row("login request", encode(LoginRequest{.program = "Example 1",
                                                 .login = "ana",
                                                 .password = "demo",
                                                 .device = {},
                                                 .deviceName = "x",
                                                 .incarnation = incarnation,
                                                 .secret = secret}));
        row("sealed change", body);
        row("chain id", view(chainId(secret, 1, Bytes16{}, body)));
        row("push request",
            encode(PushRequest{.history = history, .incarnation = incarnation, .previous = {}, .changes = {body}}));
        row("push reply", encode(PushReply{.lastNumber = 1, .serverTime = 1795339801000}));
        row("pull request", encode(PullRequest{.history = history,
                                               .incarnation = incarnation,
                                               .checkpoint = 7,
                                               .salt = sixteen(0x5b),
                                               .scopes = {{Scope{ScopeKind::Territory, id(0x07)}, 7}},
                                               .digest = sixteen(0xdd)}));
        row("pull reply", encode(reply()));
        row("row hash", view(rowHash(digestKey, record())));
        row("scopes' hash", view(scopesHash({Scope{ScopeKind::Territory, id(0x07)}})));
        row("nothing new, asked",
            encode(PullRequest{.history = history,
                               .incarnation = incarnation,
                               .checkpoint = 9,
                               .salt = sixteen(0x5a),
                               .digest = sixteen(0xdd),
                               .scopesHash = scopesHash({Scope{ScopeKind::Territory, id(0x07)}})}));
        row("nothing new, answered", encode(PullReply{.history = history,
                                                      .serverTime = 1795339802000,
                                                      .checkpoint = 9,
                                                      .salt = sixteen(0x5a),
                                                      .digestsEqual = true,
                                                      .sameScopes = true}));
        row("combined digest", view(combinedDigest(reply().digests)));
        row("a password is made",
            encode(AdminDeed{.kind = AdminDeed::Kind::SetPassword, .subject = user, .password = {}}));
        row("error", encode(Error{ErrorKind::Unauthorized, "Sign in again."}));
    }
    void everyExampleStandsInTheDocument()
    {
        QFETCH(QByteArray, bytes);
        QByteArray page = document();
        QVERIFY(!page.isEmpty());
        page.replace("\n", "").replace(" ", "");
        QVERIFY2(page.contains(bytes.toHex()), bytes.toHex().constData());
    }

    void theTablesOfFieldsAreTheDeclaration()
    {
        const std::string page = document().toStdString();
        for (const Entity& entity : schema::entities()) {
            const std::size_t heading = page.find("**" + std::to_string(entity.number) + " `" + entity.name + "`**");
            QVERIFY2(heading != std::string::npos, entity.name.c_str());
            const std::size_t end = std::min(page.find("\n**", heading), page.find("\n## ", heading));
            const std::string table = page.substr(heading, end - heading);
            const std::string title = table.substr(0, table.find('\n'));
            QCOMPARE(title.find("revives") != std::string::npos, entity.revives);
            QVERIFY2(title.ends_with(whoMay(entity)), whoMay(entity).c_str());
            QCOMPARE(title.find("add") == std::string::npos, entity.creators.empty());
            for (const std::string& parent : entity.scope.parents)
                QVERIFY2(title.find(parent) != std::string::npos, entity.name.c_str());
            QCOMPARE(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')), entity.fields.size() + 4);
            for (const Field& field : entity.fields) {
                const std::size_t at = table.find(tableLine(field));
                QVERIFY2(at != std::string::npos, tableLine(field).c_str());
                const std::string line = table.substr(at, table.find('\n', at) - at);
                QCOMPARE(line.find("required") != std::string::npos, field.required);
                QCOMPARE(line.find("group " + field.group) != std::string::npos && !field.group.empty(),
                         !field.group.empty());
                const std::string notes = "; " + line.substr(line.rfind("| ", line.size() - 2) + 2);
                QVERIFY2(notes.ends_with(marks(field) + " |"), line.c_str());
                QCOMPARE(isMarked(notes, "phone"), field.phone);
                QCOMPARE(isMarked(notes, "mail"), field.email);
                QVERIFY(field.references.empty() || line.find("to " + field.references) != std::string::npos);
                for (const std::string& word : field.choices.empty() ? field.members : field.choices)
                    QVERIFY2(line.find(word) != std::string::npos, line.c_str());
            }
        }
    }

    void theWordsForWhoMayAreTheDeclaration()
    {
        for (const auto& [word, roles] : wordsForRoles) {
            std::string names;
            for (const Role role : {Role::Salesperson, Role::InsideSales, Role::AccountManager, Role::SalesManager,
                                    Role::Marketing, Role::Administrator})
                if (roles.contains(role))
                    names += (names.empty() ? "" : ", ") + std::string(roleName(role));
            const std::string line = "\n| " + word + " | " + names + " |\n";
            QVERIFY2(document().contains(line.c_str()), line.c_str());
        }
    }

    void dictionary1StandsInTheDocument()
    {
        QByteArray page = document();
        const auto begin = page.indexOf("```base64\n") + 10;
        const QByteArray told = QByteArray::fromBase64(page.mid(begin, page.indexOf("```", begin) - begin));
        const std::string_view dictionary = compression::dictionary1();
        QCOMPARE(told, QByteArray(dictionary.data(), static_cast<qsizetype>(dictionary.size())));
    }
};

QTEST_GUILESS_MAIN(ProtocolExamplesTest)
#include "ProtocolExamplesTest.moc"
