// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/IdleCrowd.h"

#include "sync/protocol/Codec.h"
#include "sync/protocol/Digests.h"
#include "sync/server/Database.h"
#include "sync/server/Identities.h"
#include "tests/support/world/Must.h"

namespace satchel::bench {

using test::must;

namespace {

constexpr std::size_t portsAnAddress = 20'000;

/// The last page of a first sync: what a laptop knows that has everything.
PullReply everythingOf(CrowdLaptop& laptop)
{
    PullRequest request{.history = laptop.signedIn().history, .incarnation = laptop.incarnation()};
    for (;;) {
        PullReply page =
            must(decodePullReply(laptop.line().post("/v1/pull", laptop.signedIn().token, encode(request))));
        if (page.continuation.empty())
            return page;
        request.continuation = page.continuation;
    }
}

} // namespace

unsigned short portOf(const Stage& stage)
{
    return static_cast<unsigned short>(std::stoi(stage.url().substr(stage.url().rfind(':') + 1)));
}

std::string loopbackFor(std::size_t connection)
{
    return "127.0.1." + std::to_string(1 + connection / portsAnAddress % 200);
}

IdleCrowd::IdleCrowd(Stage& stage, int count)
{
    CrowdLaptop model(portOf(stage), stage.login("salesperson"), 0);
    const PullReply known = everythingOf(model);
    const Scope own{ScopeKind::User, model.signedIn().user};
    std::set<Scope> shared(known.scopes.begin(), known.scopes.end());
    shared.erase(own);
    std::vector<Digest> digests = known.digests;
    std::erase_if(digests, [&](const Digest& digest) { return digest.scope == own; });
    PullRequest request{.history = known.history,
                        .checkpoint = known.checkpoint,
                        .salt = known.salt,
                        .digest = combinedDigest(digests)};

    SystemEnvironment environment;
    const Milliseconds now = environment.now();
    const auto factory = must(server::openDatabase(stage.folder(), stage.databaseUrl()));
    const auto database = must(factory->connect());
    must(database->begin(server::Database::Access::Write));
    for (int i = 0; i < count; ++i) {
        const Id user = environment.newId();
        const Id device = environment.newId();
        std::set<Scope> scopes = shared;
        scopes.insert({ScopeKind::User, user});
        request.incarnation = environment.newId();
        request.session = environment.random(8);
        request.scopesHash = scopesHash(scopes);
        m_laptops.push_back({toHex(environment.random(32)), encode(request)});
        const server::Cell hash = server::Blob{server::Identities::hashOfToken(m_laptops.back().token)};
        must(database->query("INSERT INTO e_user(id, rev, born, root, deleted, f_login, f_name, f_role, f_territories, "
                             "f_active) SELECT $1, rev, born, $1, 0, $2, f_name, f_role, f_territories, f_active FROM "
                             "e_user WHERE id=$3",
                             {server::cell(user), "idle" + std::to_string(i), server::cell(model.signedIn().user)}));
        must(database->query("INSERT INTO token(hash, user_id, device_id, expires) VALUES($1, $2, $3, $4)",
                             {hash, server::cell(user), server::cell(device), now + server::Identities::day}));
        must(database->query(
            "INSERT INTO device(id, user_id, name, program, incarnation, registered, last_seen, "
            "price_seen) VALUES($1, $2, 'idle', 'bench 1', $3, $4, $4, $5)",
            {server::cell(device), server::cell(user), server::cell(request.incarnation), now, known.checkpoint}));
        must(database->query("INSERT INTO incarnation(id, device_id, secret, last_number, last_id, session) VALUES($1, "
                             "$2, $3, 0, $4, $5)",
                             {server::cell(request.incarnation), server::cell(device),
                              server::Blob{environment.random(32)}, server::cell(Bytes16{}),
                              server::Blob{request.session}}));
    }
    must(database->commit());

    const std::string answer = model.line().post("/v1/pull", m_laptops.front().token, m_laptops.front().pull);
    const PullReply reply = must(decodePullReply(answer));
    if (!reply.sameScopes || !reply.digestsEqual || !reply.rows.empty()) {
        std::fprintf(stderr, "A laptop that was to be idle is told something new.\n");
        std::abort();
    }
    m_answerBytes = answer.size();
}

} // namespace satchel::bench
