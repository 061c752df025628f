// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceLists.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

namespace satchel::sales {

namespace {

using Kind = pricing::Entry::Kind;

constexpr std::size_t mostInOneChange = 900; // entries are small: the limit of bytes is far

class Publisher {
public:
    Publisher(Replica& replica, const PriceListRecords& list, const Id& user)
        : m_replica(replica), m_list(list), m_user(user)
    {}

    Result<Published> publish(const Id& follows, const PriceDifference& difference, const Publication& wishes)
    {
        const Milliseconds now = m_replica.environment().now();
        Published made{.revision = m_replica.environment().newId(), .number = m_list.nextNumber()};
        made.effectiveFrom = wishes.effectiveFrom.empty() ? m_list.today(now) : wishes.effectiveFrom;
        if (!isDate(made.effectiveFrom))
            return invalid("The day " + inQuotes(made.effectiveFrom) + " is none; write it as 2026-11-22.");
        made.products = difference.changes.size();
        warn(made);
        std::vector<Edit> edits = {revision(made, follows, wishes, now)};
        for (const PriceChange& change : difference.changes)
            addEntries(change, made, edits);
        made.entries = edits.size() - 1;
        made.bulk = edits.size() > mostInOneChange;
        if (made.bulk) {
            SATCHEL_TRY(m_replica.commitBulk(edits));
        } else {
            SATCHEL_TRY(m_replica.commit(edits));
        }
        return made;
    }

private:
    // Of the published ones the highest number counts: those that would begin later never will.
    void warn(Published& made) const
    {
        if (m_list.list.value("active").integer() == 0)
            made.notes.push_back(m_list.code() + " is not active: nobody gets its prices.");
        for (const Record& earlier : m_list.revisions)
            if (earlier.value("status").text() == "published" &&
                earlier.value("effective_from").text() > made.effectiveFrom)
                made.notes.push_back("r" + std::to_string(earlier.value("number").integer()) +
                                     ", which would begin on " + earlier.value("effective_from").text() +
                                     ", is overtaken by r" + std::to_string(made.number) + " and will not count.");
    }

    Edit revision(const Published& made, const Id& follows, const Publication& wishes, Milliseconds now) const
    {
        const Entity& entity = schema::entity("price_revision");
        Edit edit{.kind = OperationKind::Create, .entity = &entity, .id = made.revision};
        const auto set = [&](const char* field, Value value) {
            if (!value.isNull())
                edit.values.emplace_back(*entity.indexOf(field), std::move(value));
        };
        set("name", wishes.name.empty() ? m_list.code() + " r" + std::to_string(made.number) : wishes.name);
        set("price_list", m_list.list.id);
        set("number", made.number);
        set("effective_from", made.effectiveFrom);
        set("status", "published");
        set("follows", follows.isNull() ? Value() : Value(follows));
        set("published_at", now);
        set("published_by", m_user);
        set("notes", wishes.notes.empty() ? Value() : Value(wishes.notes));
        return edit;
    }

    void addEntries(const PriceChange& change, const Published& made, std::vector<Edit>& edits)
    {
        if (change.isRemoved())
            edits.push_back(entry(change.product, {.kind = Kind::Removed}, made));
        for (const ListPrice& price : change.after)
            edits.push_back(entry(change.product, price, made));
    }

    Edit entry(const Id& product, const ListPrice& price, const Published& made)
    {
        static constexpr const char* kinds[] = {"fixed", "percent_of_list", "percent_of_cost", "removed"};
        const Entity& entity = schema::entity("price_entry");
        Edit edit{.kind = OperationKind::Create, .entity = &entity, .id = m_replica.environment().newId()};
        const auto set = [&](const char* field, Value value) {
            edit.values.emplace_back(*entity.indexOf(field), std::move(value));
        };
        const auto money = [&](const Decimal& amount) { return Value(Money{amount, m_list.currency()}.toString()); };
        set("price_list", m_list.list.id);
        set("product", product);
        set("revision", made.revision);
        set("kind", kinds[static_cast<std::size_t>(price.kind)]);
        if (price.kind == Kind::Fixed || price.kind == Kind::PercentOfCost)
            set("price", money(price.price));
        if (price.minQuantity.units != 0)
            set("min_quantity", price.minQuantity.units);
        if (price.percent.units != 0)
            set("percent", price.percent.units);
        if (!price.baseList.isNull())
            set("base_list", price.baseList);
        if (price.minPrice)
            set("min_price", money(*price.minPrice));
        if (!price.validFrom.empty())
            set("valid_from", price.validFrom);
        if (!price.validTo.empty())
            set("valid_to", price.validTo);
        return edit;
    }

    Replica& m_replica;
    const PriceListRecords& m_list;
    Id m_user;
};

Result<Id> userOf(Replica& replica)
{
    SATCHEL_ASSIGN(const auto identity, replica.identity());
    if (!identity)
        return Error{ErrorKind::Unauthorized, "Nobody has logged in on this profile yet."};
    return identity->user;
}

std::string numberOf(const Record& revision)
{
    return "r" + std::to_string(revision.value("number").integer());
}

} // namespace

Result<Published> publishDraft(Replica& replica, const Id& list, const Publication& wishes)
{
    SATCHEL_ASSIGN(const Id user, userOf(replica));
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const PriceListRecords all, readPriceList(records, list));
    SATCHEL_ASSIGN(const PriceDraft draft, readDraft(replica.folder(), all));
    const Record* newest = all.newest();
    const Id follows = newest == nullptr ? Id{} : newest->id;
    if (draft.follows != follows)
        return Error{
            ErrorKind::Conflict,
            newest == nullptr
                ? "The revision the draft was compared with is gone; import the file again and look at what would "
                  "change."
                : numberOf(*newest) + " of " + all.code() +
                      " was published after this draft was made; import the file again and look at what would change."};
    SATCHEL_ASSIGN(const PriceSheet before, readSheet(records, all, follows));
    const PriceDifference difference = compare(before, draft.sheet);
    if (difference.changes.empty())
        return invalid("Nothing in the draft is different from " +
                       (newest == nullptr ? all.code() : numberOf(*newest)) + "; nothing was published.");
    SATCHEL_ASSIGN(Published made, Publisher(replica, all, user).publish(follows, difference, wishes));
    removeDraft(replica.folder(), all);
    return made;
}

Result<Published> rollBack(Replica& replica, const Id& list, const Id& revision, const Publication& wishes)
{
    SATCHEL_ASSIGN(const Id user, userOf(replica));
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const PriceListRecords all, readPriceList(records, list));
    const Record* target = all.revision(revision);
    if (target == nullptr || target->value("status").text() != "published")
        return invalid("Only a revision that was published can be returned to.");
    if (target == all.newest())
        return invalid(numberOf(*target) + " is the newest revision of " + all.code() + " already.");
    return Publisher(replica, all, user).publish(revision, {}, wishes);
}

} // namespace satchel::sales
