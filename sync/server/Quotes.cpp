// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Quotes.h"

#include "core/rules/quotes/Ids.h"
#include "sync/server/HandedOver.h"
#include "sync/server/TableRecords.h"

#include <algorithm>

namespace satchel::server {

namespace {

// What may still be changed of a quote that was handed over, so that it need not go anywhere else.
const std::initializer_list<std::string_view> ofFacts = {"reference",   "notes",  "owner",
                                                         "opportunity", "review", "flags"};

bool isPart(const Entity& entity)
{
    return entity.name == "quote_group" || entity.name == "quote_line";
}

bool isOfQuotes(const Entity& entity)
{
    return entity.name == "quote" || isPart(entity) || entity.name == "quote_document" || entity.name == "approval" ||
           entity.name == "order" || entity.name == "order_line";
}

const Value* written(const Operation& operation, std::string_view field)
{
    const auto at = operation.entity->indexOf(field);
    const auto found = std::find_if(operation.fields.begin(), operation.fields.end(),
                                    [&](const FieldChange& change) { return at && change.field == *at; });
    return found == operation.fields.end() ? nullptr : &found->after;
}

// Whether an operation on a fact only says what may be said of it, or what the merge of states decides.
bool fitsFact(const Operation& operation)
{
    if (operation.kind != OperationKind::Update)
        return false;
    const Value* status = written(operation, "status");
    const bool returns = operation.entity->name == "quote" && status != nullptr && status->text() == "draft";
    return std::all_of(operation.fields.begin(), operation.fields.end(), [&](const FieldChange& change) {
        const Field& field = operation.entity->fields[change.field];
        const bool may = operation.entity->name == "quote"
                             ? std::find(ofFacts.begin(), ofFacts.end(), field.name) != ofFacts.end()
                             : field.name == "notes";
        return may || change.before == change.after || (returns && field.group == "status");
    });
}

} // namespace

void Quotes::begin(const Change& change, const Stamp& stamp)
{
    m_stamp = stamp;
    m_seen = change.seenCheckpoint;
    m_touched.clear();
    m_orders.clear();
    m_deletes.clear();
}

void Quotes::expect(const std::vector<Operation>& operations)
{
    for (const Operation& operation : operations)
        if (operation.kind == OperationKind::Delete && operation.entity->name == "quote")
            m_deletes.insert(operation.id);
}

Result<std::optional<Record>> Quotes::unseenDocument(const Id& quote)
{
    const Entity& entity = schema::entity("quote_document");
    SATCHEL_ASSIGN(auto documents, TableRecords(m_database).where(entity, {{*entity.indexOf("quote"), Value(quote)}}));
    for (Record& document : documents) {
        if (document.rev <= m_seen)
            continue;
        SATCHEL_ASSIGN(const auto row, m_ledger.tables().findForMerge(entity, document.id));
        if (row && row->born.device != m_stamp.device)
            return std::optional(std::move(document));
    }
    return std::optional<Record>();
}

Result<std::optional<Id>> Quotes::quoteOf(const Operation& operation)
{
    const Entity& entity = *operation.entity;
    if (entity.name == "quote")
        return operation.kind == OperationKind::Create ? std::optional<Id>() : std::optional(operation.id);
    const bool creates = operation.kind == OperationKind::Create;
    if (!creates && !isPart(entity))
        return std::optional<Id>(); // documents and lines of orders do not change; approvals and orders stay theirs
    if (entity.name == "order_line")
        return std::optional<Id>();
    if (creates) {
        const Value* quote = written(operation, "quote");
        return quote == nullptr || !quote->isId() ? std::optional<Id>() : std::optional(quote->id());
    }
    SATCHEL_ASSIGN(const auto row, m_ledger.tables().findForMerge(entity, operation.id));
    return row ? std::optional(row->record.value("quote").id()) : std::optional<Id>();
}

// Of the revision that was made when the quote went out, if this device's edits are in it; else one for this device.
Result<Id> Quotes::nextRevision(const Id& quote, const Record& document)
{
    const Id made = quotes::revisionIdOf(quote, document.id);
    SATCHEL_ASSIGN(const bool mine, Touches(m_database).has(made, m_stamp.device));
    if (mine)
        return made;
    const Id next = quotes::revisionIdOf(quote, m_stamp.device);
    m_revisions.reset();
    SATCHEL_ASSIGN(const auto handed, m_ledger.tables().findForMerge(*document.entity, document.id));
    SATCHEL_TRY(Revisions(m_database, m_ledger)
                    .make(quote, next,
                          {.editor = {.incarnation = m_stamp.device, .user = m_stamp.user},
                           .editorDevice = m_stamp.deviceName,
                           .seller = document.value("handed_by").id(),
                           .sellerDevice = handed ? handed->born.deviceName : std::string()},
                          m_stamp, m_now));
    return next;
}

Result<Id> Quotes::copyOf(const Entity& entity, const Id& row, const Id& quote, const Id& next)
{
    SATCHEL_ASSIGN(const auto stored, m_ledger.tables().findForMerge(entity, row));
    if (!stored || stored->record.value("quote").id() != quote)
        return row;
    return quotes::copiedRowIdOf(next, row);
}

// A new row keeps its id, so that its author's next edits find it. Free goods are called here as their copy would be,
// because that is how a laptop calls them that finds them in the revision.
Result<Id> Quotes::partOnNext(const Operation& operation, const Id& quote, const Id& next)
{
    const Entity& entity = *operation.entity;
    SATCHEL_ASSIGN(const Id id, copyOf(entity, operation.id, quote, next));
    if (id != operation.id || operation.kind != OperationKind::Create)
        return id;
    SATCHEL_ASSIGN(const auto stored, m_ledger.tables().findForMerge(entity, id));
    const Value* free = written(operation, "free");
    const bool isFree = free != nullptr && free->isInteger() && free->integer() == 1;
    return isFree || (stored && stored->record.value("quote").id() != next) ? quotes::copiedRowIdOf(next, id) : id;
}

// An order that the other hand-over has already: this one's is another.
Result<Operation> Quotes::orderOnNext(Operation operation, const Id& next)
{
    SATCHEL_ASSIGN(const auto stored, m_ledger.tables().findForMerge(*operation.entity, operation.id));
    if (stored && stored->record.value("quote").id() != next) {
        const Id order = quotes::orderIdOf(next);
        m_orders[operation.id] = order;
        operation.id = order;
    }
    return operation;
}

Result<std::optional<Operation>> Quotes::onNext(const Operation& operation, const Id& quote, const Id& next)
{
    const Entity& entity = *operation.entity;
    Operation moved = operation;
    if (entity.name == "quote") {
        moved.id = next;
    } else if (isPart(entity)) {
        SATCHEL_ASSIGN(moved.id, partOnNext(operation, quote, next));
    } else if (entity.name == "order") {
        SATCHEL_ASSIGN(moved, orderOnNext(std::move(moved), next));
    }
    for (FieldChange& change : moved.fields) {
        const Field& field = entity.fields[change.field];
        if (!change.after.isId())
            continue;
        if (field.name == "quote" && change.after.id() == quote)
            change.after = next;
        else if (isPart(entity) && (field.references == "quote_group" || field.references == "quote_line")) {
            SATCHEL_ASSIGN(change.after, copyOf(schema::entity(field.references), change.after.id(), quote, next));
        }
    }
    if (moved.kind == OperationKind::Create)
        return std::optional(std::move(moved));
    SATCHEL_ASSIGN(const auto stored, m_ledger.tables().findForMerge(entity, moved.id));
    if (!stored)
        return std::optional<Operation>(); // it was not part of what was handed over
    moved.seenRev =
        std::max(operation.seenRev, stored->born.rev); // what the copy was made with is what he wants to change
    return std::optional(std::move(moved));
}

Result<std::optional<Operation>> Quotes::onRenamed(const Operation& operation)
{
    if (operation.entity->name != "quote_line")
        return std::optional<Operation>();
    if (!m_revisions) {
        SATCHEL_ASSIGN(m_revisions, Touches(m_database).revisionsOf(m_stamp.device));
    }
    for (const Id& revision : *m_revisions) {
        Operation renamed = operation;
        renamed.id = quotes::copiedRowIdOf(revision, operation.id);
        SATCHEL_ASSIGN(const auto stored, m_ledger.tables().findForMerge(*operation.entity, renamed.id));
        if (!stored)
            continue;
        renamed.seenRev = std::max(operation.seenRev, stored->born.rev);
        return std::optional(std::move(renamed));
    }
    return std::optional<Operation>();
}

// Somebody else has written down the customer's word already: it stands, and the order tells what differs.
Result<std::optional<Operation>> Quotes::acceptedOnce(const Operation& operation)
{
    const Value* status = written(operation, "status");
    if (operation.kind != OperationKind::Update || status == nullptr || status->text() != "accepted")
        return std::optional<Operation>();
    SATCHEL_ASSIGN(const auto stored, m_ledger.tables().find(*operation.entity, operation.id));
    if (!stored || stored->value("status").text() != "accepted")
        return std::optional<Operation>();
    Operation rest = operation;
    std::erase_if(rest.fields, [&](const FieldChange& change) {
        const std::string& group = operation.entity->fields[change.field].group;
        return group == "status" || group == "acceptance";
    });
    return std::optional(std::move(rest));
}

Result<std::optional<Operation>> Quotes::elsewhere(const Operation& operation)
{
    if (!isOfQuotes(*operation.entity))
        return std::optional<Operation>();
    if (operation.entity->name == "order_line" && operation.kind == OperationKind::Create && !m_orders.empty()) {
        const Value* of = written(operation, "order");
        const auto order = of == nullptr || !of->isId() ? m_orders.end() : m_orders.find(of->id());
        if (order == m_orders.end())
            return std::optional<Operation>();
        Operation moved = operation;
        moved.id = quotes::copiedRowIdOf(order->second, operation.id);
        for (FieldChange& change : moved.fields)
            if (operation.entity->fields[change.field].name == "order")
                change.after = order->second;
        return std::optional(std::move(moved));
    }
    if (operation.entity->name == "quote" && fitsFact(operation))
        return std::optional<Operation>();
    SATCHEL_ASSIGN(const auto quote, quoteOf(operation));
    if (!quote || m_deletes.contains(*quote))
        return std::optional<Operation>();
    SATCHEL_ASSIGN(const auto document, unseenDocument(*quote));
    if (!document)
        return operation.entity->name == "quote" ? acceptedOnce(operation)
                                                 : Result<std::optional<Operation>>(std::optional<Operation>());
    if (isPart(*operation.entity) && fitsFact(operation))
        return std::optional<Operation>();
    SATCHEL_ASSIGN(const Id next, nextRevision(*quote, *document));
    return onNext(operation, *quote, next);
}

void Quotes::remember(const Entity& entity, const Id& id, const std::optional<MergeRow>& present)
{
    if (m_touched.wants(entity, id))
        m_touched.remember(entity, id, present && !present->deleted ? std::optional(present->record) : std::nullopt);
}

Result<std::optional<quotes::Objection>> Quotes::partDone()
{
    TableRecords records(m_database);
    return m_touched.partDone(author(), records);
}

Result<std::optional<quotes::Objection>> Quotes::objection()
{
    TableRecords records(m_database);
    return m_touched.objection(author(), records);
}

// Somebody else was in the quote since its author looked: it is to be looked at before it goes out.
Status Quotes::markMerged(const Id& id)
{
    Touches touches(m_database);
    SATCHEL_ASSIGN(const auto unseen, touches.unseen(id, m_stamp.device, m_seen));
    SATCHEL_TRY(touches.put(id, {.incarnation = m_stamp.device, .user = m_stamp.user, .seq = m_ledger.seq()}));
    if (unseen.empty())
        return Ok{};
    const Entity& entity = schema::entity("quote");
    SATCHEL_ASSIGN(auto quote, m_ledger.tables().find(entity, id));
    const bool open = quote && (quote->value("status").isNull() || quote->value("status").text() == "draft" ||
                                quote->value("status").text() == "in_approval");
    if (!open || quote->value("review").text() == "merged")
        return Ok{};
    quote->set("review", "merged");
    return m_ledger.update(std::move(*quote), {*entity.indexOf("review")}, Revisions::own(m_stamp, m_now), false);
}

Status Quotes::settle()
{
    std::set<Id> quotes;
    std::vector<Record> documents;
    for (const quotes::Touched& touched : m_touched.rows()) {
        const std::string& name = touched.entity->name;
        if (name != "quote" && !isPart(*touched.entity) && name != "quote_document")
            continue;
        SATCHEL_ASSIGN(auto row, m_ledger.tables().find(*touched.entity, touched.id));
        if (name == "quote_document") {
            if (row && !touched.before)
                documents.push_back(std::move(*row));
        } else if (name == "quote") {
            quotes.insert(touched.id);
        } else if (row || touched.before) {
            quotes.insert((row ? *row : *touched.before).value("quote").id());
        }
    }
    for (const Record& document : documents)
        SATCHEL_TRY(HandedOver(m_database, m_ledger, m_stamp, m_seen, m_role, m_now).settle(document));
    for (const Id& quote : quotes)
        SATCHEL_TRY(markMerged(quote));
    return Ok{};
}

} // namespace satchel::server
