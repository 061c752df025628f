// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/LineMaker.h"

#include "core/base/Clock.h"
#include "core/rules/pricing/Explanation.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>

namespace satchel::sales {

namespace {

using Objection = std::optional<std::string>;

std::string nameOf(const Record& product)
{
    const std::string& code = product.value("code").text();
    return product.label() + (code.empty() ? "" : " (" + code + ")");
}

Value roleValue(LineRole role)
{
    return role == LineRole::Optional ? "optional" : role == LineRole::Alternative ? "alternative" : "normal";
}

Objection objectionToAmounts(const NewLine& wish)
{
    if (wish.quantity.units <= 0)
        return "The quantity must be more than 0.";
    if (wish.quantity > maxQuantity)
        return "The quantity " + wish.quantity.toString() + " is more than 10,000,000.";
    if (wish.discountPercent.units < 0 || wish.discountPercent.units > 100 * Decimal::scale)
        return "A discount is from 0 to 100 percent.";
    if (wish.discountAmount.units < 0 || (wish.price && wish.price->units < 0))
        return "Prices and discounts are not negative.";
    if (!wish.deliveryDate.empty() && !isDate(wish.deliveryDate))
        return inQuotes(wish.deliveryDate) + " is no date; write it as 2026-11-30.";
    return std::nullopt;
}

const BundlePart* partWith(const Bundle& bundle, const Id& product)
{
    const auto part = std::find_if(bundle.parts.begin(), bundle.parts.end(),
                                   [&](const BundlePart& each) { return each.product == product; });
    return part == bundle.parts.end() ? nullptr : &*part;
}

Error notInParts(const std::string& name)
{
    return invalid("So many would need a part of " + inQuotes(name) + " that has more than four decimals.");
}

} // namespace

Result<LineMaker> LineMaker::make(Replica& replica, const Id& account)
{
    SATCHEL_ASSIGN(ProductFinder finder, ProductFinder::make(replica, account));
    LineMaker maker(replica, std::move(finder));
    ReplicaRecords records(replica.connection());
    maker.m_account = account;
    SATCHEL_ASSIGN(maker.m_entitlement, readEntitlement(records, account));
    return maker;
}

Result<std::optional<Record>> LineMaker::product(const Id& id)
{
    return m_replica->find(schema::entity("product"), id);
}

Result<bool> LineMaker::hasUnit(const Record& product, const std::string& unit)
{
    if (unit.empty() || unit == product.value("unit").text())
        return true;
    ReplicaRecords records(m_replica->connection());
    const Entity& units = schema::entity("product_unit");
    SATCHEL_ASSIGN(const auto rows, records.where(units, {{*units.indexOf("product"), product.id}}));
    return std::any_of(rows.begin(), rows.end(), [&](const Record& row) { return row.value("name").text() == unit; });
}

Result<std::string> LineMaker::refusal(const Record& product, const Entitlement::Row& row)
{
    SATCHEL_ASSIGN(const auto account, m_replica->find(schema::entity("account"), m_account));
    const std::string who = account ? account->label() : "The account";
    return row.denies ? who + " may not buy " + nameOf(product) + ": its entitlements exclude it."
                      : who + " may not buy " + nameOf(product) + ": its entitlements name other products only.";
}

Result<Objection> LineMaker::objectionTo(const NewLine& wish)
{
    if (wish.product.isNull())
        return wish.description.empty() ? Objection("A line needs a product or a text.") : Objection();
    SATCHEL_ASSIGN(const auto record, product(wish.product));
    if (!record)
        return Objection("The product is not on this laptop.");
    if (record->value("active").integer() != 1)
        return Objection(nameOf(*record) + " is no longer sold.");
    if (const auto* row = m_entitlement.refusalOf(record->id, record->value("family").text())) {
        SATCHEL_ASSIGN(std::string sentence, refusal(*record, *row));
        return Objection(std::move(sentence));
    }
    SATCHEL_ASSIGN(const bool known, hasUnit(*record, wish.unit));
    if (!known)
        return Objection(nameOf(*record) + " has no unit " + inQuotes(wish.unit) + ".");
    return objectionToAmounts(wish);
}

Result<std::vector<Id>> LineMaker::add(QuoteWork& work, const NewLine& wish)
{
    Record& line = work.addLine();
    const Id id = line.id;
    line.set("description", textValue(wish.description));
    line.set("notes", textValue(wish.notes));
    if (wish.product.isNull()) {
        line.set("kind", "text");
        return std::vector<Id>{id};
    }
    SATCHEL_ASSIGN(const auto record, product(wish.product));
    if (!record)
        return invalid("The product is not on this laptop.");
    line.set("product", wish.product);
    line.set("quantity", wish.quantity.units);
    line.set("unit", wish.unit == record->value("unit").text() ? Value() : textValue(wish.unit));
    line.set("role", roleValue(wish.role));
    line.set("alternative_to", wish.role == LineRole::Alternative ? idValue(wish.alternativeTo) : Value());
    line.set("price", moneyValue(wish.price, work.currency()));
    line.set("discount_percent", decimalValue(wish.discountPercent));
    if (wish.discountAmount.units != 0)
        line.set("discount_amount", moneyValue(wish.discountAmount, work.currency()));
    line.set("ship_to", idValue(wish.shipTo));
    line.set("delivery_date", textValue(wish.deliveryDate));
    line.set("part_number", textValue(wish.partNumber.empty() ? m_finder.partNumber(wish.product) : wish.partNumber));
    if (wish.description.empty())
        line.set("description", textValue(record->value("name").text()));
    work.touched.insert(id);
    std::vector<Id> all = {id};
    if (record->value("kind").text() == "bundle") {
        SATCHEL_ASSIGN(const auto parts, giveParts(work, id, wish.parts));
        all.insert(all.end(), parts.begin(), parts.end());
    }
    return all;
}

Result<std::vector<Id>> LineMaker::giveParts(QuoteWork& work, const Id& id, const std::optional<std::set<Id>>& chosen)
{
    ReplicaRecords records(m_replica->connection());
    const Id productId = work.line(id)->value("product").id();
    SATCHEL_ASSIGN(const Bundle bundle, readBundle(records, productId));
    std::set<Id> products = {productId};
    for (const BundlePart& part : bundle.parts)
        products.insert(part.product);
    SATCHEL_ASSIGN(const ProductNames names, readNames(records, products));
    const std::set<Id> choice = chosen ? *chosen : usualChoice(bundle);
    if (chosen) // what is usual may still want choosing
        if (const auto objections = objectionsTo(bundle, choice, names); !objections.empty())
            return invalid(objections.front());
    const Decimal quantity{work.line(id)->value("quantity").integer()};
    std::set<Id> present;
    for (const Id& part : work.partsOf(id)) {
        const Id each = work.line(part)->value("product").id();
        const BundlePart* known = partWith(bundle, each);
        const bool stays = known != nullptr && (known->kind == BundlePart::Kind::Fixed || choice.contains(known->id));
        if (stays)
            present.insert(each);
        else
            work.removeLine(part);
    }
    std::vector<Id> added;
    for (const BundlePart& part : bundle.parts) {
        if ((part.kind != BundlePart::Kind::Fixed && !choice.contains(part.id)) || present.contains(part.product))
            continue;
        const auto name = names.find(part.product);
        const auto many = quantityIn(part, quantity);
        if (!many || *many > maxQuantity)
            return notInParts(name == names.end() ? std::string() : name->second);
        Record& line = work.addLine();
        line.set("part_of", id);
        line.set("product", part.product);
        line.set("quantity", many->units);
        line.set("description", name == names.end() ? Value() : textValue(name->second));
        line.set("part_number", textValue(m_finder.partNumber(part.product)));
        const auto bundleName = names.find(productId);
        if (part.included)
            line.set("why",
                     pricing::writeSteps({{"part", {bundleName == names.end() ? std::string() : bundleName->second}}}));
        work.touched.insert(line.id);
        added.push_back(line.id);
    }
    return added;
}

Status LineMaker::scaleParts(QuoteWork& work, const Id& id)
{
    const std::vector<Id> parts = work.partsOf(id);
    if (parts.empty())
        return Ok{};
    ReplicaRecords records(m_replica->connection());
    SATCHEL_ASSIGN(const Bundle bundle, readBundle(records, work.line(id)->value("product").id()));
    for (const Id& part : parts) {
        Record& line = *work.line(part);
        const BundlePart* known = partWith(bundle, line.value("product").id());
        if (known == nullptr) // the bundle is another by now; what was offered stays
            continue;
        const auto many = quantityIn(*known, Decimal{work.line(id)->value("quantity").integer()});
        if (!many || *many > maxQuantity)
            return notInParts(line.value("description").text());
        if (line.value("quantity").integer() == many->units)
            continue;
        line.set("quantity", many->units);
        work.touched.insert(part);
    }
    return Ok{};
}

} // namespace satchel::sales
