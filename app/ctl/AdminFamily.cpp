// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Connected.h"
#include "app/ctl/Family.h"
#include "app/ctl/Password.h"
#include "core/sales/Directory.h"
#include "core/sales/Reassignment.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <map>

// What an administrator does: at the server (devices, passwords, alerts) and with records (reassignment).

namespace satchel::ctl {

namespace {

using Deed = AdminDeed::Kind;

struct AdminWishes {
    std::string subject; ///< a login, or an id as the lists print it
    std::string entity;
    std::string row;
    std::string account, person, territory; ///< what changes hands
    std::string toUser, toTerritory;
    bool all = false;
    bool preview = false;
};

Result<Overview> overviewOf(Session& session)
{
    SATCHEL_ASSIGN(auto connected, Connected::open(session.identity()->server, session));
    return connected->withToken<Overview>([](Engine& engine) { return engine.overview(); });
}

Result<Reply> performDeed(const AdminDeed& deed, Session& session)
{
    SATCHEL_ASSIGN(auto connected, Connected::open(session.identity()->server, session));
    SATCHEL_ASSIGN(const AdminDone done, connected->withToken<AdminDone>([&](Engine& engine) -> Result<AdminDone> {
        if (deed.kind == Deed::SetPassword) // of a colleague who was just added
            SATCHEL_TRY(engine.sync());
        return engine.administer(deed);
    }));
    Json json = {{"done", true}};
    if (!done.password.empty())
        json["password"] = done.password;
    if (done.count > 0)
        json["records"] = done.count;
    return plainReply(std::move(json));
}

Result<Id> idFrom(const std::string& text)
{
    const auto id = Id::parse(text);
    if (!id)
        return invalid("\"" + text + "\" is not an id as satchelctl admin devices and admin alerts print it.");
    return *id;
}

Result<Reply> showDevices(const AdminWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Overview overview, overviewOf(session));
    Json devices = Json::array();
    std::string text;
    for (const Overview::Device& device : overview.devices) {
        const bool stale = !device.revoked && device.lastSeen < overview.at - administering::staleAfter;
        if (!wishes.all && device.revoked)
            continue;
        SATCHEL_ASSIGN(const std::string login, session.loginOf(device.user));
        const std::string state = device.revoked ? "shut out" : stale ? "stale" : "active";
        devices.push_back({{"id", device.id.toString()},
                           {"user", login},
                           {"device", device.name},
                           {"program", device.program},
                           {"last_seen", formatInstant(device.lastSeen)},
                           {"state", state},
                           {"missing", device.behind},
                           {"waiting", device.waiting}});
        text += device.id.toString() + '\t' + login + '\t' + device.name + '\t' + formatInstant(device.lastSeen) +
                '\t' + state + '\t' + std::to_string(device.behind) + '\t' + std::to_string(device.waiting) + '\n';
    }
    return Reply{.json = {{"devices", std::move(devices)}}, .text = std::move(text)};
}

Result<Reply> showAlerts(const AdminWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Overview overview, overviewOf(session));
    Json alerts = Json::array();
    Json fuses = Json::array();
    Json changes = Json::array();
    std::string text;
    const auto line = [&](const std::string& id, Milliseconds at, const std::string& what,
                          const std::string& sentence) {
        text += id + '\t' + formatInstant(at) + '\t' + what + '\t' + sentence + '\n';
    };
    for (const Overview::Alert& alert : overview.alerts) {
        if (alert.closed && !wishes.all)
            continue;
        alerts.push_back({{"id", alert.id.toString()},
                          {"at", formatInstant(alert.at)},
                          {"kind", alert.kind},
                          {"closed", alert.closed},
                          {"text", alert.text}});
        line(alert.id.toString(), alert.at, alert.kind, alert.text);
    }
    for (const Overview::Fuse& fuse : overview.fuses) {
        if (fuse.state != "blown" && fuse.state != "released" && !wishes.all)
            continue;
        SATCHEL_ASSIGN(const std::string login, session.loginOf(fuse.user));
        fuses.push_back({{"id", fuse.id.toString()},
                         {"user", login},
                         {"at", formatInstant(fuse.at)},
                         {"records", fuse.records},
                         {"state", fuse.state}});
        line(fuse.id.toString(), fuse.at, "fuse " + fuse.state,
             login + ", " + std::to_string(fuse.records) + " records");
    }
    for (const Overview::Quarantined& change : overview.changes) {
        const std::string id = change.incarnation.toString() + ':' + std::to_string(change.number);
        changes.push_back(
            {{"id", id}, {"user", change.login}, {"at", formatInstant(change.at)}, {"error", change.error}});
        line(id, change.at, "quarantine", change.login + ": " + change.error);
    }
    return Reply{.json = {{"alerts", std::move(alerts)},
                          {"fuses", std::move(fuses)},
                          {"quarantine", std::move(changes)},
                          {"recovering", overview.recovering},
                          {"held", overview.heldInAll}},
                 .text = std::move(text)};
}

template <Deed kind>
Result<Reply> onUser(const AdminWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id user, session.replica().resolve(schema::entity("user"), wishes.subject));
    AdminDeed deed{.kind = kind, .subject = user, .password = {}};
    if (kind == Deed::SetPassword)
        deed.password = newPasswordFromEnvironment().value_or(std::string());
    return performDeed(deed, session);
}

template <Deed kind>
Result<Reply> onId(const AdminWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id id, idFrom(wishes.subject));
    return performDeed({.kind = kind, .subject = id, .password = {}}, session);
}

// INCARNATION:NUMBER, as the list prints it.
Result<Reply> retryChange(const AdminWishes& wishes, Session& session)
{
    const std::size_t colon = wishes.subject.find(':');
    SATCHEL_ASSIGN(const Id incarnation, idFrom(wishes.subject.substr(0, colon)));
    std::int64_t number = 0;
    if (colon != std::string::npos)
        std::from_chars(wishes.subject.data() + colon + 1, wishes.subject.data() + wishes.subject.size(), number);
    return performDeed({.kind = Deed::RetryChange, .subject = incarnation, .number = number, .password = {}}, session);
}

Result<Reply> adoptRows(const AdminWishes& wishes, Session& session)
{
    AdminDeed deed{.kind = Deed::AdoptRow, .subject = {}, .password = {}};
    if (!wishes.entity.empty()) {
        SATCHEL_ASSIGN(const Entity* entity, entityNamed(wishes.entity));
        SATCHEL_ASSIGN(deed.subject, idFrom(wishes.row));
        deed.number = entity->number;
    }
    return performDeed(deed, session);
}

Result<Reply> closeRecovery(const AdminWishes&, Session& session)
{
    return performDeed({.kind = Deed::CloseRecovery, .subject = {}, .password = {}}, session);
}

Result<sales::ReassignWish> reassignWish(const AdminWishes& wishes, Session& session)
{
    using What = sales::ReassignWish::What;
    Replica& replica = session.replica();
    sales::ReassignWish wish;
    if (!wishes.account.empty()) {
        SATCHEL_ASSIGN(wish.subject, replica.resolve(schema::entity("account"), wishes.account));
        wish.what = What::Account;
    } else if (!wishes.person.empty()) {
        SATCHEL_ASSIGN(wish.subject, replica.resolve(schema::entity("user"), wishes.person));
        wish.what = What::Person;
    } else {
        SATCHEL_ASSIGN(wish.subject, replica.resolve(schema::entity("territory"), wishes.territory));
        wish.what = What::Territory;
    }
    if (!wishes.toUser.empty()) {
        SATCHEL_ASSIGN(wish.toUser, replica.resolve(schema::entity("user"), wishes.toUser));
    }
    if (!wishes.toTerritory.empty()) {
        SATCHEL_ASSIGN(wish.toTerritory, replica.resolve(schema::entity("territory"), wishes.toTerritory));
    }
    return wish;
}

Result<Reply> reassignRecords(const AdminWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const auto wish, reassignWish(wishes, session));
    SATCHEL_ASSIGN(const sales::Reassignment found, wishes.preview ? sales::previewReassignment(session.replica(), wish)
                                                                   : sales::reassign(session.replica(), wish));
    Json people = Json::array();
    std::string text = std::to_string(found.accounts) + " accounts, " + std::to_string(found.contacts) + " contacts, " +
                       std::to_string(found.leads) + " leads, " + std::to_string(found.opportunities) + " deals, " +
                       std::to_string(found.quotes) + " open quotes, " + std::to_string(found.tasks) + " to-dos, " +
                       std::to_string(found.activities) + " planned activities\n";
    for (const auto& person : found.people) {
        SATCHEL_ASSIGN(const std::string login, session.loginOf(person.user));
        people.push_back({{"user", login}, {"gains", person.gains}, {"loses", person.loses}, {"owned", person.owned}});
        text += login + "\tsees more: " + std::to_string(person.gains) +
                "\tsees less: " + std::to_string(person.loses) + '\n';
    }
    return Reply{.json = {{"done", !wishes.preview},
                          {"accounts", found.accounts},
                          {"contacts", found.contacts},
                          {"leads", found.leads},
                          {"opportunities", found.opportunities},
                          {"quotes", found.quotes},
                          {"tasks", found.tasks},
                          {"activities", found.activities},
                          {"unseen", found.unseen},
                          {"changes", found.changes},
                          {"people", std::move(people)}},
                 .text = std::move(text)};
}

// Everybody's own; the present one as for a log-in.
Result<Reply> changeOwnPassword(const AdminWishes&, Session& session)
{
    const auto chosen = newPasswordFromEnvironment();
    if (!chosen)
        return invalid("Set SATCHEL_NEW_PASSWORD to the new password.");
    SATCHEL_ASSIGN(const std::string present, askPassword(session.identity()->login));
    SATCHEL_ASSIGN(auto connected, Connected::open(session.identity()->server, session));
    SATCHEL_TRY(connected->withToken<Ok>(
        [&](Engine& engine) { return engine.changePassword({.present = present, .chosen = *chosen}); }));
    return plainReply({{"done", true}});
}

/// What an administrator does, and everybody's own password.
class AdminFamily final : public Family {
public:
    void declare(CLI::App& app) override
    {
        CLI::App& admin = *app.add_subcommand("admin", "users, devices and alerts at the server (administrators)");
        admin.require_subcommand(1);
        on(admin, "devices", showDevices, "whose, when it was here last, what it does not have")
            ->add_flag("--all", m_wishes.all, "also those that are shut out");
        on(admin, "alerts", showAlerts, "what wants attention: alerts, held deletions, quarantine")
            ->add_flag("--all", m_wishes.all, "also what was closed, and what administrators did");
        about(admin, "password", onUser<Deed::SetPassword>, "LOGIN",
              "a new password: SATCHEL_NEW_PASSWORD, or one that is made and printed");
        about(admin, "sign-out", onUser<Deed::EndSessions>, "LOGIN", "ends all his sessions");
        about(admin, "shut-out", onId<Deed::RevokeDevice>, "DEVICE", "a device can no longer sync");
        about(admin, "let-in", onId<Deed::ReadmitDevice>, "DEVICE", "it may sign in again");
        about(admin, "close", onId<Deed::CloseAlert>, "ALERT", "closes an alert");
        about(admin, "release", onId<Deed::ReleaseFuse>, "FUSE", "carries held deletions out");
        about(admin, "refuse", onId<Deed::RefuseFuse>, "FUSE", "refuses them");
        about(admin, "bring-back", onId<Deed::UndoFuse>, "FUSE", "brings back what a released fuse deleted");
        about(admin, "retry", retryChange, "CHANGE", "the server tries a change in quarantine again");
        CLI::App* adopt = on(admin, "adopt", adoptRows, "takes back what only laptops have after a restore");
        auto* entity = adopt->add_option("ENTITY", m_wishes.entity, "only this row");
        adopt->add_option("ID", m_wishes.row, "its id")->needs(entity);
        on(admin, "close-recovery", closeRecovery, "ends the recovery; what was not taken back is forgotten");
        CLI::App* give = on(admin, "reassign", reassignRecords, "gives accounts to somebody else, or into a territory");
        CLI::Option_group* what = give->add_option_group("what");
        what->add_option("--account", m_wishes.account, "one account");
        what->add_option("--person", m_wishes.person, "LOGIN: everything of his that is open");
        what->add_option("--territory", m_wishes.territory, "everything that lies in it");
        what->require_option(1);
        give->add_option("--to", m_wishes.toUser, "LOGIN, who owns it from here on");
        give->add_option("--into", m_wishes.toTerritory, "the territory it goes to");
        give->add_flag("--preview", m_wishes.preview, "only says what would move");
        app.add_subcommand("password", "your own password: SATCHEL_PASSWORD to SATCHEL_NEW_PASSWORD");
        m_commands["password"] = changeOwnPassword;
    }
    bool owns(const std::string& command) const override { return m_commands.contains(command); }
    Result<Reply> run(const std::string& command, const Arguments&, Session& session) override
    {
        return m_commands.at(command)(m_wishes, session);
    }

private:
    using Command = Result<Reply> (*)(const AdminWishes&, Session&);

    CLI::App* on(CLI::App& word, const char* name, Command command, const char* help)
    {
        m_commands[word.get_name() + " " + name] = command;
        return word.add_subcommand(name, help);
    }
    void about(CLI::App& word, const char* name, Command command, const char* subject, const char* help)
    {
        on(word, name, command, help)->add_option(subject, m_wishes.subject, "")->required();
    }

    AdminWishes m_wishes;
    std::map<std::string, Command> m_commands;
};

} // namespace

std::unique_ptr<Family> makeAdminFamily()
{
    return std::make_unique<AdminFamily>();
}

} // namespace satchel::ctl
