// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Bundles.h"

#include "core/schema/Wording.h"

#include <algorithm>

namespace satchel {

namespace {

std::string nameOf(const ProductNames& names, const Id& product)
{
    const auto found = names.find(product);
    return found == names.end() ? "a product that is not here" : inQuotes(found->second);
}

std::string capital(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 32);
    return text;
}

// "from 2 to 3", "at least 2", "at most 3", "exactly 2".
std::string wanted(const OptionGroup& group)
{
    const std::string least = std::to_string(group.least);
    if (!group.most)
        return "at least " + least;
    const std::string most = std::to_string(*group.most);
    if (group.least == 0)
        return "at most " + most;
    return group.least == *group.most ? "exactly " + least : "from " + least + " to " + most;
}

void lookAtGroups(const Bundle& bundle, const std::map<Id, std::int64_t>& counts, std::vector<std::string>& objections)
{
    for (const OptionGroup& group : bundle.groups) {
        const auto found = counts.find(group.id);
        const std::int64_t count = found == counts.end() ? 0 : found->second;
        if (count < group.least || (group.most && count > *group.most))
            objections.push_back("Of " + inQuotes(group.name) + " " + wanted(group) + " must be chosen, not " +
                                 std::to_string(count) + ".");
    }
}

// The rows of an entity that belong to a bundle, in the order people see.
Result<std::vector<Record>> rowsOf(RecordSource& records, const Entity& entity, const Id& bundle)
{
    SATCHEL_ASSIGN(auto rows, records.where(entity, {{*entity.indexOf("bundle"), bundle}}));
    if (entity.indexOf("position"))
        std::stable_sort(rows.begin(), rows.end(), [](const Record& a, const Record& b) {
            return a.value("position").text() < b.value("position").text();
        });
    return rows;
}

BundlePart partOf(const Record& record)
{
    const std::string& kind = record.value("kind").text();
    BundlePart part{
        .id = record.id, .product = record.value("product").id(), .group = record.value("option_group").id()};
    if (!record.value("quantity").isNull())
        part.quantity = {record.value("quantity").integer()};
    part.kind = kind == "option"     ? BundlePart::Kind::Option
                : kind == "standard" ? BundlePart::Kind::Standard
                                     : BundlePart::Kind::Fixed;
    part.included = record.value("priced").text() != "own";
    return part;
}

ProductRule ruleOf(const Record& record)
{
    return {.product = record.value("product").id(),
            .excludes = record.value("kind").text() == "excludes",
            .other = record.value("other").id(),
            .bundle = record.value("bundle").id()};
}

} // namespace

std::set<Id> usualChoice(const Bundle& bundle)
{
    std::set<Id> choice;
    for (const BundlePart& part : bundle.parts)
        if (part.kind != BundlePart::Kind::Option)
            choice.insert(part.id);
    return choice;
}

std::vector<std::string> objectionsTo(const Bundle& bundle, const std::set<Id>& chosen, const ProductNames& names)
{
    std::vector<std::string> objections;
    std::set<Id> products = {bundle.product};
    std::map<Id, std::int64_t> counts;
    std::set<Id> known;
    for (const BundlePart& part : bundle.parts) {
        known.insert(part.id);
        if (part.kind != BundlePart::Kind::Fixed && !chosen.contains(part.id))
            continue;
        products.insert(part.product);
        ++counts[part.group];
    }
    if (!std::includes(known.begin(), known.end(), chosen.begin(), chosen.end()))
        objections.push_back("Something was chosen that is no part of " + nameOf(names, bundle.product) + ".");
    lookAtGroups(bundle, counts, objections);
    for (std::string& sentence : brokenRules(bundle.rules, products, names))
        objections.push_back(std::move(sentence));
    return objections;
}

std::vector<std::string> brokenRules(const std::vector<ProductRule>& rules, const std::set<Id>& products,
                                     const ProductNames& names)
{
    std::vector<std::string> broken;
    std::set<std::pair<Id, Id>> told;
    for (const ProductRule& rule : rules) {
        if (!products.contains(rule.product) || products.contains(rule.other) != rule.excludes)
            continue;
        std::pair<Id, Id> pair(rule.product, rule.other);
        if (rule.excludes && pair.second < pair.first)
            std::swap(pair.first, pair.second);
        if (!told.insert(pair).second)
            continue;
        const std::string product = capital(nameOf(names, rule.product)), other = nameOf(names, rule.other);
        broken.push_back(rule.excludes ? product + " cannot go together with " + other + "."
                                       : product + " needs " + other + ".");
    }
    return broken;
}

std::optional<Decimal> quantityIn(const BundlePart& part, const Decimal& bundles)
{
    std::int64_t product = 0;
    if (__builtin_mul_overflow(part.quantity.units, bundles.units, &product) || product % Decimal::scale != 0)
        return std::nullopt;
    return Decimal{product / Decimal::scale};
}

Result<Bundle> readBundle(RecordSource& records, const Id& product)
{
    Bundle bundle{.product = product};
    SATCHEL_ASSIGN(const auto groups, rowsOf(records, schema::entity("option_group"), product));
    for (const Record& group : groups) {
        const Value& most = group.value("most");
        bundle.groups.push_back({.id = group.id,
                                 .name = group.value("name").text(),
                                 .least = group.value("least").integer(),
                                 .most = most.isNull() ? std::nullopt : std::optional(most.integer())});
    }
    SATCHEL_ASSIGN(const auto parts, rowsOf(records, schema::entity("bundle_part"), product));
    for (const Record& part : parts)
        bundle.parts.push_back(partOf(part));
    SATCHEL_ASSIGN(const auto rules, rowsOf(records, schema::entity("product_rule"), product));
    for (const Record& rule : rules)
        bundle.rules.push_back(ruleOf(rule));
    return bundle;
}

Result<std::vector<ProductRule>> readRules(RecordSource& records, const std::set<Id>& products)
{
    const Entity& entity = schema::entity("product_rule");
    std::vector<ProductRule> rules;
    for (const Id& product : products) {
        SATCHEL_ASSIGN(const auto rows, records.where(entity, {{*entity.indexOf("product"), product},
                                                               {*entity.indexOf("bundle"), Value()}}));
        for (const Record& row : rows)
            rules.push_back(ruleOf(row));
    }
    return rules;
}

Result<ProductNames> readNames(RecordSource& records, const std::set<Id>& products)
{
    ProductNames names;
    for (const Id& id : products) {
        SATCHEL_ASSIGN(const auto record, records.find(schema::entity("product"), id));
        if (record)
            names.emplace(id, record->value("name").text());
    }
    return names;
}

namespace {

constexpr std::size_t deepest = 200;

// Depth first; `path` is how one came here. Answers the circle, if there is one.
Result<std::vector<Id>> walk(RecordSource& records, const Id& product, std::vector<Id>& path, std::set<Id>& done)
{
    const auto before = std::find(path.begin(), path.end(), product);
    if (before != path.end())
        return std::vector<Id>(before, path.end());
    if (done.contains(product))
        return std::vector<Id>();
    if (path.size() == deepest)
        return invalid("More than " + std::to_string(deepest) + " bundles are packed into each other.");
    path.push_back(product);
    SATCHEL_ASSIGN(const auto parts, rowsOf(records, schema::entity("bundle_part"), product));
    for (const Record& part : parts) {
        SATCHEL_ASSIGN(auto circle, walk(records, part.value("product").id(), path, done));
        if (!circle.empty())
            return circle;
    }
    path.pop_back();
    done.insert(product);
    return std::vector<Id>();
}

} // namespace

Result<std::vector<Id>> circleOf(RecordSource& records, const Id& product)
{
    std::vector<Id> path;
    std::set<Id> done;
    return walk(records, product, path, done);
}

} // namespace satchel
