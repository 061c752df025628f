// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Limits.h"
#include "core/rules/quotes/GuardCase.h"

#include <algorithm>
#include <set>
#include <tuple>

// The entries of price lists. A revision may have hundreds of thousands, so each is read once and nothing is asked for
// each that can be asked once.

namespace satchel::quotes {

namespace {

using Verdict = GuardCase::Verdict;

constexpr Decimal mostOfBase{1000 * Decimal::scale};
constexpr std::size_t mostPresent = 50'000; // keys of entries of other changes, known at once

Objection twoPrices()
{
    return objection("There are two prices of one product from the same quantity and day on; one of them must go.",
                     "min_quantity");
}

class Entries {
public:
    explicit Entries(GuardCase& look) : m_look(look), m_entity(schema::entity("price_entry")) {}

    /// Notes the keys of all that stand.
    void noteIn(PriceKeys* keys) { m_noted = keys; }

    Result<Verdict> check(const Touched& touched)
    {
        SATCHEL_ASSIGN(const auto entry, m_look.after(touched));
        for (const auto* image : {&touched.before, &entry})
            if (*image && (touched.before == std::nullopt || !entry || (*touched.before).values != (*entry).values))
                SATCHEL_OBJECT(mayChange(**image));
        if (!entry)
            return Verdict();
        if (m_noted != nullptr)
            m_noted->emplace_back(hashOf(keyOf(*entry)), entry->id);
        SATCHEL_OBJECT(price(*entry));
        SATCHEL_OBJECT(formula(*entry));
        return twin(*entry);
    }

private:
    using Key = std::tuple<Id, Id, std::int64_t, std::string>; // product, revision or list, from quantity, from day

    static Key keyOf(const Record& entry)
    {
        const Value& revision = entry.value("revision");
        return {entry.value("product").id(), revision.isNull() ? entry.value("price_list").id() : revision.id(),
                entry.value("min_quantity").integer(), entry.value("valid_from").text()};
    }

    static Bytes16 hashOf(const Key& key)
    {
        const auto& [product, of, quantity, day] = key;
        Bytes bytes = Bytes(product.view()) + Bytes(of.view()) + day + ' ' + std::to_string(quantity);
        return blake2b128("price", bytes);
    }

    struct RevisionState {
        bool published = false; ///< before this change
        bool isNew = false;
        Id list;
    };
    Result<const RevisionState*> revision(const Id& id)
    {
        if (const auto known = m_revisions.find(id); known != m_revisions.end())
            return &known->second;
        SATCHEL_ASSIGN(const auto images, m_look.images(schema::entity("price_revision"), id));
        RevisionState state;
        state.isNew = !images.before;
        if (images.before) {
            const std::string& status = images.before->value("status").text();
            state.published = status == "published" || status == "withdrawn";
        }
        if (images.after)
            state.list = images.after->value("price_list").id();
        return &m_revisions.emplace(id, state).first->second;
    }

    Result<Verdict> mayChange(const Record& entry)
    {
        if (entry.value("revision").isNull())
            return Verdict();
        SATCHEL_ASSIGN(const RevisionState* state, revision(entry.value("revision").id()));
        if (state->published)
            return Verdict(objection("The prices of a revision that was published do not change; publish the next one.",
                                     "revision"));
        if (!state->list.isNull() && state->list != entry.value("price_list").id())
            return Verdict(objection("The revision belongs to another price list.", "revision"));
        return Verdict();
    }

    Result<const std::optional<Record>*> list(const Id& id)
    {
        if (const auto known = m_lists.find(id); known != m_lists.end())
            return &known->second;
        SATCHEL_ASSIGN(auto found, m_look.now().find(schema::entity("price_list"), id));
        return &m_lists.emplace(id, std::move(found)).first->second;
    }

    Result<Verdict> price(const Record& entry)
    {
        SATCHEL_ASSIGN(const auto* of, list(entry.value("price_list").id()));
        for (const char* field : {"price", "min_price"}) {
            if (entry.value(field).isNull())
                continue;
            const auto money = Money::parse(entry.value(field).text());
            if (!money || (*of && money->currency != (*of)->value("currency").text()))
                return Verdict(objection("A price is in the currency of its list.", field));
            if (!pricing::isUnitPrice(money->amount.units))
                return Verdict(objection("A price is at least 0 and at most 1,000,000,000.", field));
        }
        if (entry.value("min_quantity").integer() < 0)
            return Verdict(objection("A price counts from a quantity of 0 or more on.", "min_quantity"));
        return Verdict();
    }

    Result<Verdict> formula(const Record& entry)
    {
        const std::string& kind = entry.value("kind").text();
        const std::int64_t percent = entry.value("percent").integer();
        if (!entry.value("percent").isNull() && (percent <= 0 || percent > mostOfBase.units))
            return Verdict(objection("A percentage of a price is more than 0 and at most 1,000.", "percent"));
        if ((kind.empty() || kind == "fixed" || kind == "percent_of_cost") && entry.value("price").isNull())
            return Verdict(objection("A price is missing.", "price"));
        if (kind == "percent_of_cost" && entry.value("percent").isNull())
            return Verdict(objection("A percentage of the cost is missing.", "percent"));
        if (kind != "percent_of_list")
            return Verdict();
        if (entry.value("percent").isNull())
            return Verdict(objection("A percentage of the other list's price is missing.", "percent"));
        const Id of = entry.value("price_list").id();
        SATCHEL_ASSIGN(const Id base, baseOf(entry));
        if (base.isNull())
            return Verdict(objection("A percentage needs a list that it is of.", "base_list"));
        std::set<Id> seen;
        SATCHEL_ASSIGN(const bool circle, leadsTo(base, of, entry.value("product").id(), seen));
        return circle ? Verdict(objection("Price lists cannot be computed from each other in a circle.", "base_list"))
                      : Verdict();
    }

    Result<Id> baseOf(const Record& entry)
    {
        if (!entry.value("base_list").isNull())
            return entry.value("base_list").id();
        SATCHEL_ASSIGN(const auto* of, list(entry.value("price_list").id()));
        return *of ? (*of)->value("parent").id() : Id();
    }

    // The lists that a list's formulas for a product refer to; all of a list's formulas are read in one go.
    Result<const std::set<Id>*> basesOf(const Id& of, const Id& product)
    {
        static const std::set<Id> none;
        auto known = m_formulas.find(of);
        if (known == m_formulas.end()) {
            SATCHEL_ASSIGN(const auto rows,
                           m_look.now().where(m_entity, {{*m_entity.indexOf("price_list"), Value(of)},
                                                         {*m_entity.indexOf("kind"), Value("percent_of_list")}}));
            known = m_formulas.emplace(of, std::map<Id, std::set<Id>>()).first;
            for (const Record& row : rows) {
                SATCHEL_ASSIGN(const Id base, baseOf(row));
                if (!base.isNull())
                    known->second[row.value("product").id()].insert(base);
            }
        }
        const auto found = known->second.find(product);
        return found == known->second.end() ? &none : &found->second;
    }

    Result<bool> leadsTo(const Id& from, const Id& target, const Id& product, std::set<Id>& seen)
    {
        if (from == target)
            return true;
        if (!seen.insert(from).second)
            return false;
        SATCHEL_ASSIGN(const std::set<Id>* bases, basesOf(from, product));
        for (const Id& base : *bases) {
            SATCHEL_ASSIGN(const bool back, leadsTo(base, target, product, seen));
            if (back)
                return true;
        }
        return false;
    }

    // Of a revision made in this change all entries are in it; of others, those that stand there are asked for.
    Result<Verdict> twin(const Record& entry)
    {
        if (!m_keys.insert(keyOf(entry)).second)
            return Verdict(twoPrices());
        const Value& of = entry.value("revision");
        if (!of.isNull()) {
            SATCHEL_ASSIGN(const RevisionState* state, revision(of.id()));
            if (state->isNew)
                return Verdict();
        }
        SATCHEL_ASSIGN(const auto* others, present(entry.value("price_list").id(), entry.value("product").id()));
        const auto alike = others->find(keyOf(entry));
        const bool any = alike != others->end() && std::any_of(alike->second.begin(), alike->second.end(),
                                                               [&](const Id& id) { return id != entry.id; });
        return any ? Verdict(twoPrices()) : Verdict();
    }

    using Alike = std::map<Key, std::vector<Id>>;
    Result<const Alike*> present(const Id& list, const Id& product)
    {
        if (const auto known = m_present.find({list, product}); known != m_present.end())
            return &known->second;
        SATCHEL_ASSIGN(const auto rows, m_look.now().where(m_entity, {{*m_entity.indexOf("price_list"), Value(list)},
                                                                      {*m_entity.indexOf("product"), Value(product)}}));
        if (m_presentKeys + rows.size() > mostPresent) {
            m_present.clear();
            m_presentKeys = 0;
        }
        m_presentKeys += rows.size();
        Alike& alike = m_present[{list, product}];
        for (const Record& row : rows)
            alike[keyOf(row)].push_back(row.id);
        return &alike;
    }

    GuardCase& m_look;
    const Entity& m_entity;
    std::map<Id, RevisionState> m_revisions;
    std::map<Id, std::optional<Record>> m_lists;
    std::map<Id, std::map<Id, std::set<Id>>> m_formulas;
    std::set<Key> m_keys; ///< of this change
    std::map<std::pair<Id, Id>, Alike> m_present;
    std::size_t m_presentKeys = 0;
    PriceKeys* m_noted = nullptr;
};

bool anyTwins(PriceKeys& keys)
{
    std::sort(keys.begin(), keys.end());
    const auto twin = std::adjacent_find(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
        return a.first == b.first && a.second != b.second;
    });
    return twin != keys.end();
}

} // namespace

Result<Verdict> guardEntries(GuardCase& look, PriceKeys* earlier)
{
    Entries entries(look);
    const bool hasEarlier = earlier != nullptr && !earlier->empty();
    if (hasEarlier)
        entries.noteIn(earlier);
    for (const Touched* touched : look.touched("price_entry"))
        SATCHEL_OBJECT(entries.check(*touched));
    return hasEarlier && anyTwins(*earlier) ? Verdict(twoPrices()) : Verdict();
}

Result<std::set<RowKey>> doubtfulEntries(GuardCase& look, PriceKeys& prices)
{
    Entries entries(look);
    entries.noteIn(&prices);
    std::set<RowKey> doubtful;
    for (const Touched* touched : look.touched("price_entry")) {
        SATCHEL_ASSIGN(const auto verdict, entries.check(*touched));
        if (verdict)
            doubtful.insert({touched->entity->number, touched->id});
    }
    return doubtful;
}

} // namespace satchel::quotes
