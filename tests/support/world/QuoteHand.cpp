// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/world/QuoteHand.h"

#include "core/rules/quotes/Ids.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::test {

namespace {

Value amountOf(const char* text)
{
    return Decimal::parse(text)->units;
}

Value money(const Decimal& amount, const std::string& currency)
{
    return Money{amount, currency}.toString();
}

} // namespace

Edit QuoteHand::edit(OperationKind kind, const char* name, const Id& id, const Fields& fields) const
{
    const Entity& entity = schema::entity(name);
    Edit edit{.kind = kind, .entity = &entity, .id = id};
    for (const auto& [field, value] : fields)
        edit.values.emplace_back(*entity.indexOf(field), value);
    return edit;
}

Status QuoteHand::set(const char* entity, const Id& id, const Fields& fields)
{
    SATCHEL_TRY(m_replica.commit({edit(OperationKind::Update, entity, id, fields)}));
    return Ok{};
}

Result<Id> QuoteHand::quote(const Id& account, const Fields& more)
{
    Fields fields = {{"account", account},
                     {"currency", "EUR"},
                     {"date", dateOf(m_replica.environment().now())},
                     {"status", "draft"}};
    fields.insert(fields.end(), more.begin(), more.end());
    SATCHEL_ASSIGN(const Receipt receipt, m_replica.commit({edit(OperationKind::Create, "quote", {}, fields)}));
    return receipt.rows[0].key.id;
}

Result<Id> QuoteHand::line(const Id& quote, const Id& product, const char* quantity, const char* price,
                           const Fields& more, const Id& id)
{
    Fields fields = {{"quote", quote},      {"position", "m"},
                     {"kind", "item"},      {"role", "normal"},
                     {"product", product},  {"quantity", amountOf(quantity)},
                     {"list_price", price}, {"tax_percent", amountOf("19")}};
    fields.insert(fields.end(), more.begin(), more.end());
    SATCHEL_ASSIGN(const Receipt receipt, m_replica.commit({edit(OperationKind::Create, "quote_line", id, fields)}));
    return receipt.rows[0].key.id;
}

Result<Id> QuoteHand::group(const Id& quote, const char* title)
{
    SATCHEL_ASSIGN(const Receipt receipt,
                   m_replica.commit({edit(OperationKind::Create, "quote_group", {},
                                          {{"quote", quote}, {"title", title}, {"position", "m"}})}));
    return receipt.rows[0].key.id;
}

Result<quotes::QuoteRecords> QuoteHand::records(const Id& quote)
{
    ReplicaRecords records(m_replica.connection());
    return quotes::QuoteReader(records).records(quote);
}

Result<pricing::Document> QuoteHand::document(const Id& quote)
{
    ReplicaRecords source(m_replica.connection());
    quotes::QuoteReader reader(source);
    SATCHEL_ASSIGN(const auto found, reader.records(quote));
    return reader.document(found);
}

Result<std::vector<Edit>> QuoteHand::handingOver(const Id& quote, const char* number, const Forge& forge)
{
    SATCHEL_ASSIGN(auto document, this->document(quote));
    if (document.number.empty())
        document.number = number;
    if (forge)
        forge(document);
    SATCHEL_ASSIGN(const auto identity, m_replica.identity());
    const std::string body = pricing::writeDocument(document);
    return std::vector<Edit>{
        edit(OperationKind::Update, "quote", quote, {{"status", "sent"}, {"number", document.number}}),
        edit(OperationKind::Create, "quote_document", m_replica.environment().newId(),
             {{"quote", quote},
              {"number", document.number},
              {"revision", document.revision},
              {"handed_at", m_replica.environment().now()},
              {"handed_by", identity->user},
              {"net", money(document.net, document.currency)},
              {"tax", money(document.tax, document.currency)},
              {"gross", money(document.gross, document.currency)},
              {"hash", pricing::hashOf(body)},
              {"body", body}})};
}

Result<Id> QuoteHand::handOver(const Id& quote, const char* number)
{
    SATCHEL_ASSIGN(const auto edits, handingOver(quote, number));
    SATCHEL_TRY(m_replica.commit(edits));
    return edits[1].id;
}

Result<std::vector<Edit>> QuoteHand::accepting(const Id& quote, const char* number, bool options)
{
    SATCHEL_ASSIGN(const auto found, records(quote));
    if (found.documents.empty())
        return Error{ErrorKind::NotFound, "Nobody has handed this quote over."};
    SATCHEL_ASSIGN(auto paper, pricing::readDocument(found.documents.front().value("body").text()));
    const Id order = quotes::orderIdOf(quote);
    const std::int64_t now = m_replica.environment().now();
    std::vector<Edit> edits = {edit(OperationKind::Update, "quote", quote,
                                    {{"status", "accepted"}, {"accepted_by", "Mr Smith"}, {"accepted_at", now}})};
    for (auto& line : paper.lines) {
        if (!options || line.role != pricing::Document::Role::Optional || line.chosen)
            continue;
        line.chosen = line.counted = true;
        // In a revision that the server made the rows are copies of those on the paper.
        const bool copied =
            std::none_of(found.lines.begin(), found.lines.end(), [&](const Record& row) { return row.id == line.id; });
        edits.push_back(edit(OperationKind::Update, "quote_line",
                             copied ? quotes::copiedRowIdOf(quote, line.id) : line.id, {{"chosen", std::int64_t{1}}}));
    }
    SATCHEL_TRY(pricing::computeTotals(paper));
    edits.push_back(edit(OperationKind::Create, "order", order,
                         {{"number", number},
                          {"account", found.quote.value("account")},
                          {"quote", quote},
                          {"ordered_on", dateOf(now)},
                          {"currency", paper.currency},
                          {"net", money(paper.net, paper.currency)},
                          {"tax", money(paper.tax, paper.currency)},
                          {"gross", money(paper.gross, paper.currency)}}));
    for (const auto& line : paper.lines) {
        if (!line.counted)
            continue;
        edits.push_back(edit(OperationKind::Create, "order_line", quotes::orderLineIdOf(order, line.id),
                             {{"order", order},
                              {"position", line.position},
                              {"product", line.product},
                              {"quantity", line.quantity.units},
                              {"unit_price", money(line.unitPrice, paper.currency)},
                              {"net", money(Decimal{line.net.units - line.share.units}, paper.currency)},
                              {"tax_percent", line.taxPercent.units == 0 ? Value() : Value(line.taxPercent.units)}}));
    }
    return edits;
}

Result<Id> QuoteHand::accept(const Id& quote, const char* number)
{
    SATCHEL_ASSIGN(const auto edits, accepting(quote, number));
    SATCHEL_TRY(m_replica.commit(edits));
    return quotes::orderIdOf(quote);
}

std::vector<Edit> QuoteHand::publishing(const Id& list, std::int64_t number, const Id& follows,
                                        const std::vector<Price>& prices, const Id& revision) const
{
    std::vector<Edit> edits = {edit(OperationKind::Create, "price_revision", revision,
                                    {{"name", "r" + std::to_string(number)},
                                     {"price_list", list},
                                     {"number", number},
                                     {"status", "published"},
                                     {"follows", follows.isNull() ? Value() : Value(follows)}})};
    for (const Price& price : prices)
        edits.push_back(edit(OperationKind::Create, "price_entry", {},
                             {{"price_list", list},
                              {"product", price.product},
                              {"revision", revision},
                              {"kind", "fixed"},
                              {"price", price.price}}));
    return edits;
}

} // namespace satchel::test
