// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceDraft.h"

#include "core/base/Files.h"
#include "core/rules/pricing/Limits.h"

#include <nlohmann/json.hpp>

namespace satchel::sales {

namespace {

using Json = nlohmann::json;
using Kind = pricing::Entry::Kind;

constexpr int format = 1;
constexpr const char* kindCodes[] = {"fixed", "percent_of_list", "percent_of_cost"};

std::string folderOf(const std::string& folder)
{
    return folder + "/price-drafts";
}

// One price is one line: [product, kind, price, from quantity, percent, base list, minimum, first day, last day].
std::string lineOf(const Id& product, const ListPrice& price)
{
    const auto text = [](const std::string& each) { return Json(each).dump(); };
    const std::string kind = kindCodes[static_cast<std::size_t>(price.kind)];
    return "[" + text(product.toString()) + ",\"" + kind + "\"," + text(price.price.toString()) + "," +
           text(price.minQuantity.toString()) + "," + text(price.percent.toString()) + "," +
           text(price.baseList.isNull() ? "" : price.baseList.toString()) + "," +
           text(price.minPrice ? price.minPrice->toString() : "") + "," + text(price.validFrom) + "," +
           text(price.validTo) + "]";
}

std::optional<std::pair<Id, ListPrice>> priceIn(const Json& line)
{
    if (!line.is_array() || line.size() != 9 ||
        !std::all_of(line.begin(), line.end(), [](const Json& part) { return part.is_string(); }))
        return std::nullopt;
    const auto text = [&](std::size_t at) { return line[at].get_ref<const std::string&>(); };
    const auto product = Id::parse(text(0));
    const auto kind = std::find(std::begin(kindCodes), std::end(kindCodes), text(1));
    const auto price = Decimal::parse(text(2));
    const auto quantity = Decimal::parse(text(3));
    const auto percent = Decimal::parse(text(4));
    const auto base = text(5).empty() ? std::optional(Id{}) : Id::parse(text(5));
    const auto least = text(6).empty() ? std::optional(Decimal{}) : Decimal::parse(text(6));
    const auto isDay = [](const std::string& day) { return day.empty() || isDate(day); };
    if (!product || kind == std::end(kindCodes) || !price || !quantity || !percent || !base || !least ||
        !isDay(text(7)) || !isDay(text(8)) || !pricing::isUnitPrice(price->units) || quantity->units < 0)
        return std::nullopt;
    return std::pair(*product, ListPrice{.kind = static_cast<Kind>(kind - std::begin(kindCodes)),
                                         .price = *price,
                                         .minQuantity = *quantity,
                                         .percent = *percent,
                                         .baseList = *base,
                                         .minPrice = text(6).empty() ? std::nullopt : least,
                                         .validFrom = text(7),
                                         .validTo = text(8)});
}

Error damaged(const PriceListRecords& list)
{
    return Error{ErrorKind::Corrupt,
                 "The draft of " + list.code() + " on this laptop is damaged; import the file again."};
}

} // namespace

std::string draftFile(const std::string& folder, const PriceListRecords& list)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    const std::string& code = list.list.value("code").text();
    std::string name;
    for (const char c : code.empty() ? list.list.id.toString() : code) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || (c == '.' && !name.empty());
        const auto byte = static_cast<unsigned char>(c);
        if (plain)
            name += c;
        else
            name += {'%', hex[byte >> 4], hex[byte & 15]};
    }
    return folderOf(folder) + "/" + name + ".json";
}

Status writeDraft(const std::string& folder, const PriceListRecords& list, const PriceDraft& draft)
{
    SATCHEL_TRY(makePrivateFolder(folderOf(folder)));
    Json head = {{"format", format},
                 {"list", draft.list.toString()},
                 {"follows", draft.follows.isNull() ? "" : draft.follows.toString()},
                 {"followed", draft.followed},
                 {"source", draft.source},
                 {"made_at", draft.madeAt},
                 {"keeps_missing", draft.keepsMissing}};
    std::string text = head.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.back() = ',';
    text += "\"prices\":[";
    const char* divider = "\n";
    for (const auto& [product, prices] : draft.sheet)
        for (const ListPrice& price : prices) {
            text += divider + lineOf(product, price);
            divider = ",\n";
        }
    return writeFile(draftFile(folder, list), text + "\n]}\n");
}

Result<PriceDraft> readDraft(const std::string& folder, const PriceListRecords& list)
{
    const auto text = readFile(draftFile(folder, list));
    if (!text.ok() && text.error().kind == ErrorKind::NotFound)
        return Error{ErrorKind::NotFound,
                     "There is no draft of " + list.code() + " on this laptop; import a file first."};
    if (!text.ok())
        return text.error();
    PriceDraft draft;
    bool good = true;
    // Prices are taken as they come, so that the whole never stands in memory twice.
    const auto take = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (event != Json::parse_event_t::array_end || depth != 2)
            return true;
        auto price = priceIn(parsed);
        good = good && price.has_value();
        if (price)
            draft.sheet[price->first].push_back(std::move(price->second));
        return false;
    };
    const Json head = Json::parse(*text, take, false);
    if (!good || !head.is_object() || head.value("format", Json()) != format ||
        !head.value("list", Json()).is_string() || !head.value("follows", Json()).is_string() ||
        !head.value("followed", Json()).is_number_integer() || !head.value("source", Json()).is_string() ||
        !head.value("made_at", Json()).is_number_integer() || !head.value("keeps_missing", Json()).is_boolean())
        return damaged(list);
    const auto id = Id::parse(head["list"].get<std::string>());
    const std::string follows = head["follows"].get<std::string>();
    const auto followed = follows.empty() ? std::optional(Id{}) : Id::parse(follows);
    if (!id || *id != list.list.id || !followed)
        return damaged(list);
    draft.list = *id;
    draft.follows = *followed;
    draft.followed = head["followed"].get<std::int64_t>();
    draft.source = head["source"].get<std::string>();
    draft.madeAt = head["made_at"].get<std::int64_t>();
    draft.keepsMissing = head["keeps_missing"].get<bool>();
    for (auto& [product, prices] : draft.sheet)
        sortPrices(prices);
    return draft;
}

void removeDraft(const std::string& folder, const PriceListRecords& list)
{
    removeFile(draftFile(folder, list));
}

} // namespace satchel::sales
