// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/DealDesk.h"

#include "core/base/TimeZone.h"
#include "core/schema/Wording.h"
#include "core/store/Meta.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

Status sit(Replica& replica, DealDesk& desk)
{
    SATCHEL_ASSIGN(auto identity, replica.identity());
    if (!identity)
        return Error{ErrorKind::Unauthorized, "This profile has not been signed in yet."};
    desk.me = std::move(*identity);
    SATCHEL_ASSIGN(const std::int64_t offset, Meta(replica.connection()).integer("clock_offset"));
    desk.now = replica.environment().now() + offset;
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto companies, records.where(schema::entity("company"), {}));
    if (!companies.empty())
        desk.zone = companies.front().value("time_zone").text();
    desk.today = dayIn(desk.zone, desk.now);
    return Ok{};
}

Status take(Replica& replica, const Id& quote, DealDesk& desk)
{
    ReplicaRecords records(replica.connection());
    quotes::QuoteReader reader(records);
    auto found = reader.records(quote);
    if (!found.ok() && found.error().kind == ErrorKind::NotFound)
        return Error{ErrorKind::NotFound, "There is no such quote on this laptop."};
    SATCHEL_ASSIGN(desk.records, std::move(found));
    SATCHEL_ASSIGN(desk.document, reader.document(desk.records));
    return Ok{};
}

const Record* approvalThat(const DealDesk& desk, const char* status, const std::string& seal)
{
    const auto found =
        std::find_if(desk.records.approvals.begin(), desk.records.approvals.end(), [&](const Record& each) {
            return each.value("status").text() == status && (seal.empty() || each.value("seal").text() == seal);
        });
    return found == desk.records.approvals.end() ? nullptr : &*found;
}

} // namespace

Result<DealDesk> DealDesk::open(Replica& replica, const Id& quote)
{
    // One transaction, so that no sync publishes between the quote and its lines.
    SATCHEL_ASSIGN(const auto reading,
                   sqlite::Transaction::begin(replica.connection(), sqlite::Transaction::Kind::Deferred));
    DealDesk desk;
    SATCHEL_TRY(sit(replica, desk));
    SATCHEL_TRY(take(replica, quote, desk));
    return desk;
}

Result<DealDesk> DealDesk::openApproval(Replica& replica, const Id& approvalOrQuote)
{
    SATCHEL_ASSIGN(const auto reading,
                   sqlite::Transaction::begin(replica.connection(), sqlite::Transaction::Kind::Deferred));
    DealDesk desk;
    SATCHEL_TRY(sit(replica, desk));
    SATCHEL_ASSIGN(desk.approval, replica.find(schema::entity("approval"), approvalOrQuote));
    SATCHEL_TRY(take(replica, desk.approval ? desk.approval->value("quote").id() : approvalOrQuote, desk));
    if (!desk.approval) {
        const Record* open = desk.openApproval();
        if (open == nullptr)
            return Error{ErrorKind::NotFound,
                         "Nobody has been asked to approve the quote " + quoteName(desk.quote()) + "."};
        desk.approval = *open;
    }
    return desk;
}

std::string DealDesk::status() const
{
    const std::string& status = records.quote.value("status").text();
    return status.empty() ? "draft" : status;
}

const Record* DealDesk::fittingApproval() const
{
    return approvalThat(*this, "approved", quotes::sealOf(document));
}

const Record* DealDesk::openApproval() const
{
    return approvalThat(*this, "open", {});
}

Result<PaperNumber> nextNumber(Leases leases, const char* series, char prefix, const Id& row)
{
    SATCHEL_ASSIGN(const LeasedNumber number, leases.next(series));
    if (!number.isDraft())
        return PaperNumber{std::string(1, prefix) + "-" + number.text(), false};
    // The end of an id is chance; its beginning is the time, which two quotes of one minute have in common.
    const std::string id = row.toString();
    std::string text = id.substr(id.size() - 8);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; });
    return PaperNumber{"draft-" + text, true};
}

Edit newRow(const char* entity, const Id& id, const NamedValues& values)
{
    Edit edit{.kind = OperationKind::Create, .entity = &schema::entity(entity), .id = id};
    for (const auto& [field, value] : values)
        edit.values.emplace_back(*edit.entity->indexOf(field), value);
    return edit;
}

Edit changedRow(const Record& record, const NamedValues& values)
{
    Edit edit{.kind = OperationKind::Update, .entity = record.entity, .id = record.id};
    for (const auto& [field, value] : values)
        edit.values.emplace_back(*edit.entity->indexOf(field), value);
    return edit;
}

Value moneyValueOf(const Decimal& amount, const std::string& currency)
{
    return Money{amount, currency}.toString();
}

Result<std::string> personName(Replica& replica, const Id& user)
{
    SATCHEL_ASSIGN(std::string name, replica.label({schema::entity("user").number, user}));
    return name.empty() ? "somebody" : name;
}

std::string quoteName(const Record& quote)
{
    const std::string& number = quote.value("number").text();
    if (number.empty())
        return quote.value("title").isNull() ? "without a number" : inQuotes(quote.value("title").text());
    const std::int64_t revision = quote.value("revision").integer();
    return number + (revision > 1 ? " (" + std::to_string(revision) + ")" : "");
}

} // namespace satchel::sales
