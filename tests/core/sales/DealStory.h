// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/quotes/QuoteReader.h"
#include "core/sales/Deals.h"
#include "core/store/ReplicaRecords.h"
#include "tests/support/world/Company.h"
#include "tests/support/world/Must.h"

namespace satchel::test {

/// A company in which ana may give 10 percent and dora, her manager, 40; and quotes laid down row by row, as if
/// somebody had written them, at prices that the story names.
struct DealStory {
    DealStory()
    {
        admin.add("discount_authority", {{"role", "salesperson"}, {"percent", "10"}});
        admin.add("discount_authority", {{"role", "account_manager"}, {"percent", "15"}});
        admin.add("discount_authority", {{"role", "sales_manager"}, {"percent", "40"}});
        admin.sync();
    }

    Company company;
    Laptop& admin = company.laptop("admin");

    struct Line {
        const char* quantity = "1";
        const char* list = "100.00 EUR"; ///< "": no list has a price
        const char* discount = "";       ///< percent
        const char* role = "normal";
        Id alternativeTo;
        const char* description = "";
    };
    struct Written {
        Id quote;
        std::vector<Id> lines;
    };
    /// A draft for Acme in one change.
    Written write(Laptop& laptop, const std::vector<Line>& lines,
                  const std::vector<std::pair<const char*, Value>>& more = {})
    {
        company.clock().advance(HandEnvironment::second);
        Written written{.quote = company.clock().newId(), .lines = {}};
        std::vector<std::pair<const char*, Value>> values = {
            {"title", "Pumps for the north"}, {"account", company.acme},
            {"contact", company.anaRuiz},     {"currency", "EUR"},
            {"date", "2026-11-22"},           {"valid_until", "2026-12-22"}};
        values.insert(values.end(), more.begin(), more.end());
        std::vector<Edit> edits = {create("quote", written.quote, values)};
        for (const Line& line : lines) {
            written.lines.push_back(company.clock().newId());
            edits.push_back(lineEdit(written.quote, written.lines.back(), written.lines.size(), line));
        }
        must(laptop.replica().commit(edits));
        return written;
    }
    Edit lineEdit(const Id& quote, const Id& id, std::size_t place, const Line& line)
    {
        const auto text = [](const char* each) { return *each == '\0' ? Value() : Value(each); };
        return create(
            "quote_line", id,
            {{"quote", quote},
             {"position", "a" + std::string(1, static_cast<char>('a' + place))},
             {"product", company.product},
             {"quantity", Decimal::parse(line.quantity)->units},
             {"list_price", text(line.list)},
             {"tax_percent", Decimal::parse("19")->units},
             {"discount_percent", *line.discount == '\0' ? Value() : Value(Decimal::parse(line.discount)->units)},
             {"role", line.role},
             {"alternative_to", line.alternativeTo.isNull() ? Value() : Value(line.alternativeTo)},
             {"description", text(line.description)}});
    }
    static Edit create(const char* name, const Id& id, const std::vector<std::pair<const char*, Value>>& values)
    {
        const Entity& entity = schema::entity(name);
        Edit edit{.kind = OperationKind::Create, .entity = &entity, .id = id};
        for (const auto& [field, value] : values)
            edit.values.emplace_back(*entity.indexOf(field), value);
        return edit;
    }
    /// With a quote handed over, for stories that begin there.
    Written handedOver(Laptop& laptop, const std::vector<Line>& lines,
                       const std::vector<std::pair<const char*, Value>>& more = {})
    {
        const Written written = write(laptop, lines, more);
        company.clock().advance(HandEnvironment::second);
        must(sales::Deals(laptop.replica()).handOver(written.quote));
        return written;
    }
    static pricing::Document document(Laptop& laptop, const Id& quote)
    {
        ReplicaRecords records(laptop.replica().connection());
        quotes::QuoteReader reader(records);
        return must(reader.document(must(reader.records(quote))));
    }
    /// As it was frozen.
    static pricing::Document paper(Laptop& laptop, const Id& quote)
    {
        ReplicaRecords records(laptop.replica().connection());
        const auto all = must(quotes::QuoteReader(records).records(quote));
        return must(pricing::readDocument(all.documents.at(0).value("body").text()));
    }
    static std::int64_t changes(Laptop& laptop)
    {
        return static_cast<std::int64_t>(must(laptop.replica().outbox()).size());
    }
};

/// The sentence that a call was refused with; "" if it was not.
template <typename T>
std::string refusal(const Result<T>& result)
{
    return result.ok() ? std::string() : result.error().message;
}

} // namespace satchel::test
