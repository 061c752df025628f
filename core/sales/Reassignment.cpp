// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Reassignment.h"

#include "core/model/Reading.h"
#include "core/sales/DealDesk.h"
#include "core/sales/ReassignSight.h"
#include "core/schema/Schema.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace satchel::sales {

namespace {

using What = ReassignWish::What;

/// One kind of record that goes along, the field with its owner, and where it is counted.
struct Along {
    const char* entity;
    const char* owner;
    std::int64_t Reassignment::*count;
};
constexpr Along along[] = {{"contact", "owner", &Reassignment::contacts},
                           {"opportunity", "owner", &Reassignment::opportunities},
                           {"quote", "owner", &Reassignment::quotes},
                           {"task", "assignee", &Reassignment::tasks},
                           {"activity", "owner", &Reassignment::activities}};

// What is done and over stays with who did it.
bool stillMatters(const Record& row)
{
    const std::string& kind = row.entity->name;
    if (kind == "task")
        return !isSet(row, "done");
    if (kind == "activity")
        return row.value("status").text() == "planned";
    if (kind == "quote") {
        const std::string& status = row.value("status").text();
        return status.empty() || status == "draft" || status == "in_approval" || status == "sent";
    }
    if (kind == "lead") {
        const auto& closing = row.entity->field("status")->closing;
        return std::find(closing.begin(), closing.end(), row.value("status").text()) == closing.end();
    }
    return true;
}

/// Finds what a wish moves. Lives for one preview or one deed.
class ReassignPlan {
public:
    ReassignPlan(Replica& replica, const ReassignWish& wish) : m_records(replica.connection()), m_wish(wish) {}

    [[nodiscard]] Status make()
    {
        SATCHEL_TRY(checkWish());
        SATCHEL_TRY(findAccounts());
        SATCHEL_TRY(findSites());
        SATCHEL_TRY(lookAtSight());
        moveAccounts();
        for (const Along& kind : along)
            SATCHEL_TRY(moveAlong(kind));
        SATCHEL_TRY(moveLeads());
        if (m_wish.what == What::Person)
            SATCHEL_TRY(moveSeats());
        m_found.changes = static_cast<std::int64_t>(m_edits.size());
        return tellPeople();
    }

    [[nodiscard]] const std::vector<Edit>& edits() const { return m_edits; }
    [[nodiscard]] const Reassignment& found() const { return m_found; }

private:
    [[nodiscard]] Status checkWish()
    {
        if (m_wish.toUser.isNull() && m_wish.toTerritory.isNull())
            return invalid("Say who gets it, or which territory it goes to.");
        const char* kind = m_wish.what == What::Account  ? "account"
                           : m_wish.what == What::Person ? "user"
                                                         : "territory";
        SATCHEL_ASSIGN(const auto subject, m_records.find(schema::entity(kind), m_wish.subject));
        if (!subject)
            return Error{ErrorKind::NotFound, "What is to change hands is not on this laptop."};
        if (!m_wish.toUser.isNull()) {
            SATCHEL_ASSIGN(const auto user, m_records.find(schema::entity("user"), m_wish.toUser));
            if (!user)
                return Error{ErrorKind::NotFound, "There is no such colleague on this laptop."};
            if (!user->value("active").isNull() && !isSet(*user, "active"))
                return invalid(user->label() + " is locked and cannot get anything.");
            if (m_wish.toUser == m_wish.subject && m_wish.toTerritory.isNull())
                return invalid("It belongs to " + user->label() + " already.");
        }
        if (!m_wish.toTerritory.isNull()) {
            SATCHEL_ASSIGN(const auto territory, m_records.find(schema::entity("territory"), m_wish.toTerritory));
            if (!territory)
                return Error{ErrorKind::NotFound, "There is no such territory on this laptop."};
            if (m_wish.toTerritory == m_wish.subject && m_wish.toUser.isNull())
                return invalid("It lies in this territory already.");
        }
        return Ok{};
    }

    [[nodiscard]] Status findAccounts()
    {
        const Entity& account = schema::entity("account");
        if (m_wish.what == What::Account) {
            SATCHEL_ASSIGN(auto row, m_records.find(account, m_wish.subject));
            m_accounts.push_back(std::move(*row));
            return Ok{};
        }
        const char* by = m_wish.what == What::Person ? "owner" : "territory";
        SATCHEL_ASSIGN(m_accounts, m_records.where(account, {{*account.indexOf(by), Value(m_wish.subject)}}));
        return Ok{};
    }

    // Sites without a territory of their own go where the account above them goes.
    [[nodiscard]] Status findSites()
    {
        if (m_wish.toTerritory.isNull())
            return Ok{};
        const Entity& account = schema::entity("account");
        std::set<Id> known;
        std::vector<Id> above;
        for (const Record& each : m_accounts) {
            known.insert(each.id);
            above.push_back(each.id);
        }
        while (!above.empty()) {
            SATCHEL_ASSIGN(auto below, m_records.whereAny(account, {{*account.indexOf("territory"), Value()}},
                                                          *account.indexOf("parent"), above));
            above.clear();
            for (Record& site : below)
                if (known.insert(site.id).second) {
                    above.push_back(site.id);
                    m_sites.push_back(std::move(site));
                }
        }
        return Ok{};
    }

    [[nodiscard]] bool changesOwner(const Record& row, const char* field) const
    {
        return !m_wish.toUser.isNull() && row.value(field).id() != m_wish.toUser;
    }
    [[nodiscard]] bool changesTerritory(const Record& row) const
    {
        return !m_wish.toTerritory.isNull() && row.value("territory").id() != m_wish.toTerritory;
    }

    // Before anything is planned: who sees each account now, and who would.
    [[nodiscard]] Status lookAtSight()
    {
        SATCHEL_ASSIGN(AccountSight sight, AccountSight::open(m_records));
        m_names = sight.names();
        const auto look = [&](const Record& account, bool site) -> Status {
            SATCHEL_ASSIGN(const AccountSight::Place before, sight.placeOf(account));
            AccountSight::Place after = before;
            if (!m_wish.toTerritory.isNull())
                after.territory = m_wish.toTerritory;
            if (!site && !m_wish.toUser.isNull())
                after.owner = m_wish.toUser;
            if (m_wish.what == What::Person && !m_wish.toUser.isNull() && after.team.erase(m_wish.subject) > 0)
                after.team.insert(m_wish.toUser);
            const std::set<Id> had = sight.whoSees(before);
            const std::set<Id> has = sight.whoSees(after);
            for (const Id& user : has)
                if (!had.contains(user))
                    ++m_people[user].gains;
            for (const Id& user : had)
                if (!has.contains(user))
                    ++m_people[user].loses;
            if (!site && !m_wish.toUser.isNull() && !sight.sees(m_wish.toUser, after))
                ++m_found.unseen;
            return Ok{};
        };
        for (const Record& account : m_accounts)
            SATCHEL_TRY(look(account, false));
        for (const Record& site : m_sites)
            SATCHEL_TRY(look(site, true));
        return Ok{};
    }

    void change(const Record& row, const char* owner, bool newOwner, bool newTerritory)
    {
        NamedValues values;
        if (newOwner) {
            values.emplace_back(owner, m_wish.toUser);
            if (const Id before = row.value(owner).id(); !before.isNull())
                m_people[before].owned = true;
        }
        if (newTerritory)
            values.emplace_back("territory", m_wish.toTerritory);
        if (!values.empty())
            m_edits.push_back(changedRow(row, values));
    }

    void moveAccounts()
    {
        for (const Record& account : m_accounts) {
            const bool owner = changesOwner(account, "owner");
            const bool territory = changesTerritory(account);
            if (owner || territory)
                ++m_found.accounts;
            change(account, "owner", owner, territory);
            m_ownerOf[account.id] = account.value("owner").id();
            if (territory)
                m_elsewhere.insert(account.id);
        }
        m_found.accounts += static_cast<std::int64_t>(m_sites.size());
        for (const Record& site : m_sites)
            m_elsewhere.insert(site.id);
    }

    /// Whose things the wish gives away, where they hang on this account.
    [[nodiscard]] Id giverFor(const Id& account) const
    {
        if (m_wish.what == What::Person)
            return m_wish.subject;
        const auto found = m_ownerOf.find(account);
        return found == m_ownerOf.end() ? Id() : found->second;
    }

    [[nodiscard]] Status moveAlong(const Along& kind)
    {
        const Entity& entity = schema::entity(kind.entity);
        std::vector<Id> accounts(m_elsewhere.begin(), m_elsewhere.end());
        for (const auto& [account, owner] : m_ownerOf)
            accounts.push_back(account);
        SATCHEL_ASSIGN(auto rows, m_records.whereAny(entity, {}, *entity.indexOf("account"), accounts));
        if (m_wish.what == What::Person) {
            SATCHEL_ASSIGN(auto own, m_records.where(entity, {{*entity.indexOf(kind.owner), Value(m_wish.subject)}}));
            std::move(own.begin(), own.end(), std::back_inserter(rows));
        }
        std::set<Id> seen;
        for (const Record& row : rows) {
            if (!seen.insert(row.id).second || !stillMatters(row))
                continue;
            const Id account = row.value("account").id();
            const Id giver = giverFor(account);
            const bool owner = !giver.isNull() && row.value(kind.owner).id() == giver && changesOwner(row, kind.owner);
            if (owner || m_elsewhere.contains(account))
                ++(m_found.*kind.count);
            change(row, kind.owner, owner, false);
        }
        return Ok{};
    }

    [[nodiscard]] Status moveLeads()
    {
        if (m_wish.what == What::Account)
            return Ok{};
        const Entity& lead = schema::entity("lead");
        const char* by = m_wish.what == What::Person ? "owner" : "territory";
        SATCHEL_ASSIGN(const auto rows, m_records.where(lead, {{*lead.indexOf(by), Value(m_wish.subject)}}));
        for (const Record& row : rows) {
            if (!stillMatters(row))
                continue;
            const bool owner =
                !row.value("owner").isNull() && changesOwner(row, "owner"); // a queue's belongs to nobody
            const bool territory = changesTerritory(row);
            if (owner || territory)
                ++m_found.leads;
            change(row, "owner", owner, territory);
        }
        return Ok{};
    }

    // His seat goes to the new one, who may have one already.
    [[nodiscard]] Status moveSeats()
    {
        if (m_wish.toUser.isNull() || m_wish.toUser == m_wish.subject)
            return Ok{};
        const Entity& team = schema::entity("account_team");
        const auto seats = [&](const Id& user) {
            return m_records.where(team, {{*team.indexOf("user"), Value(user)}});
        };
        SATCHEL_ASSIGN(const auto his, seats(m_wish.subject));
        SATCHEL_ASSIGN(const auto theirs, seats(m_wish.toUser));
        for (const Record& seat : his) {
            const bool taken = std::any_of(theirs.begin(), theirs.end(), [&](const Record& each) {
                return each.value("account") == seat.value("account");
            });
            if (taken)
                m_edits.push_back({.kind = OperationKind::Delete, .entity = &team, .id = seat.id});
            else
                change(seat, "user", true, false);
        }
        return Ok{};
    }

    [[nodiscard]] Status tellPeople()
    {
        for (const auto& [user, what] : m_people) {
            Reassignment::Sight sight = what;
            sight.user = user;
            if (const auto name = m_names.find(user); name != m_names.end())
                sight.name = name->second;
            m_found.people.push_back(std::move(sight));
        }
        std::sort(m_found.people.begin(), m_found.people.end(),
                  [](const auto& a, const auto& b) { return std::tie(a.name, a.user) < std::tie(b.name, b.user); });
        return Ok{};
    }

    ReplicaRecords m_records;
    ReassignWish m_wish;
    std::vector<Record> m_accounts;
    std::vector<Record> m_sites;
    std::map<Id, Id> m_ownerOf; ///< of the accounts, before
    std::set<Id> m_elsewhere;   ///< accounts that go into another territory
    std::map<Id, Reassignment::Sight> m_people;
    std::map<Id, std::string> m_names;
    std::vector<Edit> m_edits;
    Reassignment m_found;
};

} // namespace

Result<PlannedReassignment> planReassignment(Replica& replica, const ReassignWish& wish)
{
    SATCHEL_ASSIGN(const auto moment,
                   sqlite::Transaction::begin(replica.connection(), sqlite::Transaction::Kind::Deferred));
    ReassignPlan plan(replica, wish);
    SATCHEL_TRY(plan.make());
    return PlannedReassignment{plan.found(), plan.edits()};
}

Result<Reassignment> previewReassignment(Replica& replica, const ReassignWish& wish)
{
    SATCHEL_ASSIGN(const auto planned, planReassignment(replica, wish));
    return planned.found;
}

Result<Reassignment> reassign(Replica& replica, const ReassignWish& wish)
{
    SATCHEL_ASSIGN(const auto planned, planReassignment(replica, wish));
    if (!planned.found.movesAnything())
        return invalid("Nothing would change hands.");
    constexpr std::size_t mostOfOne =
        500; // a change has its limits; what is larger takes effect when all parts are there
    if (planned.edits.size() <= mostOfOne)
        SATCHEL_TRY(replica.commit(planned.edits));
    else
        SATCHEL_TRY(replica.commitBulk(planned.edits, mostOfOne));
    return planned.found;
}

} // namespace satchel::sales
