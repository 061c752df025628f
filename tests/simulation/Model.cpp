// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/Model.h"

#include "sync/protocol/Codec.h"
#include "sync/server/Ledger.h"
#include "tests/simulation/Words.h"
#include "tests/support/world/Must.h"

#include <algorithm>

namespace satchel::simulation {

using test::must;

namespace {

std::string describe(const Bytes& body)
{
    std::string text;
    const auto change = decodeChange(body);
    if (!change.ok())
        return "unreadable";
    for (const Operation& operation : change->operations) {
        text += operation.kind == OperationKind::Create   ? " creates "
                : operation.kind == OperationKind::Delete ? " deletes "
                                                          : " changes ";
        text += name({operation.entity->number, operation.id});
        for (const FieldChange& field : operation.fields)
            text += " " + operation.entity->fields[field.field].name + "=" + show(field.after);
    }
    return text;
}

// A replica that was copied or restored numbers what it has not sent anew; nothing else of a change is ever rewritten.
Bytes unnumbered(const Bytes& body)
{
    auto change = decodeChange(body);
    if (!change.ok())
        return body;
    change->number = 1;
    change->origin = {};
    return encodeChange(*change);
}

// What was looked at in a past that the server has lost is nothing that it has now.
Change translated(server::Database& database, const Id& incarnation, Change change)
{
    for (const server::Row& row : must(database.query(
             "SELECT branch, last FROM lost_past WHERE incarnation=$1 AND branch>0", {server::cell(incarnation)}))) {
        const std::int64_t branch = server::integerOf(row[0]);
        if (change.seenCheckpoint <= branch || change.seenCheckpoint > server::integerOf(row[1]))
            continue;
        change.seenCheckpoint = branch;
        for (Operation& operation : change.operations)
            operation.seenRev = std::min(operation.seenRev, branch);
    }
    return change;
}

} // namespace

// A row as it should be, and which changes arrived at it.
struct Model::Row {
    const Entity* entity = nullptr;
    std::optional<test::Oracle> oracle; ///< none before it is made
    std::vector<std::int64_t> arrivals;
    std::vector<Dispute> disputes;
    std::int64_t removedBy = 0; ///< seq of the change that named it, if it is gone
};

bool Model::Taken::isCarriedOut() const
{
    return status == OutcomeStatus::Applied || status == OutcomeStatus::Merged || status == OutcomeStatus::NoOp;
}

void Model::typed(const std::string& laptop, const Bytes& body)
{
    m_typed.try_emplace(unnumbered(body), Typed{laptop});
}

void Model::acknowledged(const Bytes& body)
{
    ++m_typed[unnumbered(body)].acknowledged;
}

void Model::mayBeGone(const std::string& laptop, const std::set<Bytes>& stillThere)
{
    std::set<Bytes> there;
    for (const Bytes& body : stillThere)
        there.insert(unnumbered(body));
    for (auto& [body, each] : m_typed)
        if (each.laptop == laptop && !there.contains(body))
            each.mayBeGone = true;
}

void Model::catchUp(server::Database& database, bool anew)
{
    const server::Clock clock = must(server::readClock(database));
    if (anew) {
        m_taken.clear();
        m_last = 0;
        m_commits.erase(m_commits.upper_bound(clock.seq), m_commits.end());
    }
    for (const server::Row& row : must(database.query("SELECT seq, committed FROM checkpoint")))
        m_commits[server::integerOf(row[0])] = server::integerOf(row[1]);
    for (const server::Row& row :
         must(database.query("SELECT incarnation, number, seq, body, answer, chain FROM outcome WHERE seq>$1 ORDER BY "
                             "seq, incarnation, number",
                             {server::Cell(m_last)}))) {
        const Outcome answer = must(decodeOutcome(server::bytesOf(row[4])));
        m_last = std::max(m_last, server::integerOf(row[2]));
        if (answer.code == "twin")
            continue; // another copy of the laptop had sent it
        const auto& [body, floor] =
            m_bodies
                .try_emplace({server::bytesOf(row[5]), server::integerOf(row[2])}, server::bytesOf(row[3]), clock.floor)
                .first->second;
        Taken taken{.incarnation = server::idOf(row[0]),
                    .number = server::integerOf(row[1]),
                    .seq = server::integerOf(row[2]),
                    .status = answer.status,
                    .body = unnumbered(body),
                    .floor = floor};
        if (auto change = decodeChange(body); change.ok())
            taken.change = translated(database, taken.incarnation, std::move(*change));
        // One that had to wait on the server is decided later, and then has its effect.
        std::erase_if(m_taken, [&](const Taken& each) {
            return each.incarnation == taken.incarnation && each.number == taken.number;
        });
        m_taken.push_back(std::move(taken));
    }
}

std::int64_t Model::sumAt(const RowKey& row, std::size_t field, std::int64_t seq) const
{
    const auto first = m_first.find(row);
    std::int64_t sum = first == m_first.end() ? 0 : first->second.values[field].integer();
    for (const Taken& taken : m_taken) {
        if (taken.seq > seq || !taken.isCarriedOut())
            continue;
        for (const Operation& operation : taken.change.operations)
            if (operation.entity->number == row.entity && operation.id == row.id)
                for (const FieldChange& change : operation.fields)
                    if (change.field == field)
                        sum += change.after.integer() - change.before.integer();
    }
    return sum;
}

std::string Model::checkOutcomes() const
{
    std::map<Bytes, int> times;
    for (const Taken& taken : m_taken) {
        if (!m_typed.contains(taken.body))
            return "the server has change " + std::to_string(taken.number) + " of " + taken.incarnation.toString() +
                   ", which nobody typed";
        if (++times[taken.body] > std::max(1, m_typed.at(taken.body).acknowledged))
            return "the server took change " + std::to_string(taken.number) + " of " + m_typed.at(taken.body).laptop +
                   " twice";
    }
    for (const auto& [body, each] : m_typed)
        if (each.acknowledged > 0 && !each.mayBeGone && !times.contains(body))
            return "what was saved on " + each.laptop + " has no outcome: it is lost (" + describe(body) + ")";
    return {};
}

void Model::arrive(Row& row, const Taken& taken, const Operation& operation, char author, Milliseconds at) const
{
    if (operation.kind == OperationKind::Create && operation.entity->derived && row.oracle && !row.oracle->gone())
        return; // made twice it is the first
    if (operation.kind == OperationKind::Create) {
        std::vector<Value> values(operation.entity->fields.size());
        if (row.oracle && row.removedBy > taken.floor) // it comes back: what is not named is as it was
            values = row.oracle->values();
        for (const FieldChange& change : operation.fields)
            values[change.field] = change.after;
        row.oracle.emplace(*operation.entity, std::move(values), author, at);
        row.arrivals = {taken.seq};
        return;
    }
    if (!row.oracle)
        return;
    test::Deed deed{.author = author,
                    .at = at,
                    .seen = static_cast<int>(std::count_if(row.arrivals.begin(), row.arrivals.end(),
                                                           [&](std::int64_t seq) { return seq <= operation.seenRev; })),
                    .removal = operation.kind == OperationKind::Delete,
                    .typed = {},
                    .uncertain = taken.change.timeIsUncertain};
    for (const FieldChange& change : operation.fields)
        deed.typed.push_back({change.field, change.before, change.after});
    const bool wasGone = row.oracle->gone();
    for (test::Dispute& dispute : row.oracle->arrive(deed))
        row.disputes.emplace_back(&taken, std::move(dispute));
    row.arrivals.push_back(taken.seq);
    if (row.oracle->gone() && !wasGone)
        row.removedBy = taken.seq;
}

std::optional<Id> Model::quoteBehind(const Id& id, const Row& row, const std::map<RowKey, Row>& expected)
{
    const std::string& name = row.entity->name;
    const auto reference = [&](const char* field) { return row.oracle->values()[*row.entity->indexOf(field)].id(); };
    if (name == "quote")
        return id;
    if (name == "order" || row.entity->scope.parents == std::vector<std::string>{"quote"})
        return reference("quote");
    if (name != "order_line")
        return std::nullopt;
    const auto order = expected.find({schema::entity("order").number, reference("order")});
    return order == expected.end() || !order->second.oracle ? std::nullopt
                                                            : quoteBehind(order->first.id, order->second, expected);
}

std::string Model::checkRows(const Rows& rows) const
{
    std::map<RowKey, Row> expected;
    for (const auto& [key, record] : m_first) {
        Row& row = expected[key];
        row.entity = record.entity;
        row.oracle.emplace(*record.entity, record.values);
    }
    // Of two edits of one instant the one of the higher incarnation is the later; authors are letters.
    std::map<Id, char> authors;
    for (const Taken& taken : m_taken)
        authors.emplace(taken.incarnation, ' ');
    char letter = '!';
    for (auto& [incarnation, author] : authors) {
        author = letter++;
        letter = letter == 's' ? 't' : letter;
    }
    const std::vector<std::pair<std::int64_t, Milliseconds>> commits(m_commits.begin(), m_commits.end());
    const auto committed = [&](std::int64_t seq, bool next) -> Milliseconds {
        auto at = std::upper_bound(commits.begin(), commits.end(), seq,
                                   [](std::int64_t s, const auto& each) { return s < each.first; });
        if (next && at != commits.begin() && std::prev(at)->first != seq)
            return at == commits.end() ? 0 : at->second;
        return at == commits.begin() ? 0 : std::prev(at)->second;
    };
    for (const Taken& taken : m_taken) {
        if (!taken.isCarriedOut())
            continue;
        const Milliseconds received = committed(taken.seq, true);
        const std::int64_t looked = taken.change.seenCheckpoint;
        const Milliseconds seen = looked < taken.floor ? 0 : committed(looked, false); // nobody knows any more
        const Milliseconds at = std::clamp(taken.change.editedAt, std::min(seen, received), received);
        // Somebody had edited one of the rows of a deletion: then none of them is deleted.
        const bool undone = std::any_of(taken.change.operations.begin(), taken.change.operations.end(),
                                        [&](const Operation& operation) {
                                            const auto row = expected.find({operation.entity->number, operation.id});
                                            if (operation.kind != OperationKind::Delete || row == expected.end() ||
                                                !row->second.oracle || row->second.oracle->gone())
                                                return false;
                                            Row trial = row->second;
                                            arrive(trial, taken, operation, authors[taken.incarnation], at);
                                            return !trial.oracle->gone();
                                        });
        for (const Operation& operation : taken.change.operations) {
            if (operation.entity->name == "conflict")
                continue;
            const RowKey key{operation.entity->number, operation.id};
            Row& row = expected[key];
            if (undone && operation.kind == OperationKind::Delete) {
                row.arrivals.push_back(taken.seq);
                if (row.oracle)
                    row.oracle->passBy();
                continue;
            }
            row.entity = operation.entity;
            // Hanging something on a record whose deletion one has not seen brings it back, with all that went along.
            for (const FieldChange& change : operation.fields) {
                const Field& field = operation.entity->fields[change.field];
                const ScopePath& path = operation.entity->scope;
                const bool hangs = field.name == path.inherits || std::find(path.parents.begin(), path.parents.end(),
                                                                            field.name) != path.parents.end();
                if (!hangs || !change.after.isId() || change.after == change.before)
                    continue;
                const auto above = expected.find({schema::entity(field.references).number, change.after.id()});
                if (above == expected.end() || !above->second.oracle || !above->second.oracle->gone() ||
                    !above->second.entity->revives || above->second.removedBy <= taken.change.seenCheckpoint)
                    continue;
                const std::int64_t deletion = above->second.removedBy;
                for (auto& [other, each] : expected)
                    if (each.oracle && each.oracle->gone() && each.removedBy == deletion)
                        each.oracle->comeBack();
            }
            const bool wasGone = row.oracle && row.oracle->gone();
            const std::int64_t removedBy = row.removedBy;
            arrive(row, taken, operation, authors[taken.incarnation], at);
            if (wasGone && !row.oracle->gone()) // what was deleted with it comes back with it
                for (auto& [other, each] : expected)
                    if (each.oracle && each.oracle->gone() && each.removedBy == removedBy)
                        each.oracle->comeBack();
        }
    }
    const std::set<Id> facts = handedOver();
    for (const auto& [key, record] : rows) {
        if (record.entity->name == "conflict" || isItsOwn(record, rows, facts))
            continue;
        const auto found = expected.find(key);
        if (found == expected.end() || !found->second.oracle)
            return "the server has " + name(key) + ", which nobody made";
        if (found->second.oracle->gone())
            return "the server still has " + name(key) + ", which was deleted";
        for (std::size_t i = 0; i < record.values.size(); ++i)
            if (const std::string& field = record.entity->fields[i].name;
                record.entity->name != "quote" || (field != "review" && field != "flags"))
                if (record.values[i] != found->second.oracle->values()[i])
                    return "the " + record.entity->fields[i].name + " of " + name(key) + " is " +
                           show(record.values[i]) + " on the server and should be " +
                           show(found->second.oracle->values()[i]);
    }
    std::set<std::tuple<std::string, std::string, std::string>> inbox; // record, field, what arrived
    for (const auto& [key, record] : rows)
        if (record.entity->name == "conflict")
            inbox.emplace(record.value("record").text(), record.value("field").text(), record.value("b_value").text());
    for (const auto& [key, row] : expected) {
        if (!row.oracle)
            continue;
        if (const auto quote = quoteBehind(key.id, row, expected); quote && isFact(*quote, rows, facts))
            continue; // checkFacts()
        if (!row.oracle->gone() && !rows.contains(key))
            return "the server has lost " + name(key) + ", which nobody deleted";
        for (const auto& [taken, dispute] : row.disputes) {
            if (dispute.field.empty() || dispute.mine.isNull() || dispute.kept != "theirs")
                continue;
            const Field& field = *row.entity->field(dispute.field);
            if (!inbox.contains({key.id.toString(), dispute.field, asJson(field, dispute.mine)}))
                return show(dispute.mine) + ", typed as " + dispute.field + " of " + name(key) +
                       ", lost and is not in the inbox";
        }
    }
    return {};
}

} // namespace satchel::simulation
