// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/QuoteFamily.h"
#include "app/ctl/QuoteNaming.h"
#include "app/ctl/QuoteText.h"
#include "app/ctl/Session.h"
#include "core/rules/Bundles.h"
#include "core/sales/ProductFinder.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <algorithm>
#include <iostream>
#include <iterator>

namespace satchel::ctl {

using sales::Edited;

Status QuoteFamily::lookUp(Session& session)
{
    SATCHEL_ASSIGN(const Id id, quoteNamed(m_said.quote, session));
    ReplicaRecords records(session.replica().connection());
    SATCHEL_ASSIGN(m_records, quotes::QuoteReader(records).records(id));
    return Ok{};
}

Result<std::vector<Id>> QuoteFamily::lines()
{
    std::vector<Id> all;
    for (const std::string& text : m_said.lines) {
        SATCHEL_ASSIGN(const Id id, line(text));
        if (std::find(all.begin(), all.end(), id) == all.end())
            all.push_back(id);
    }
    return all;
}

Result<sales::Place> QuoteFamily::place()
{
    sales::Place place{.first = m_said.first};
    if (m_said.after) {
        SATCHEL_ASSIGN(place.after, line(*m_said.after));
    }
    if (m_said.inGroup) {
        SATCHEL_ASSIGN(place.group, sales::groupNamed(m_records, *m_said.inGroup));
    }
    return place;
}

Result<Id> QuoteFamily::product(const std::string& text, Session& session)
{
    SATCHEL_ASSIGN(auto finder, sales::ProductFinder::make(session.replica(), m_records.quote.value("account").id()));
    return finder.find(text);
}

Result<Id> QuoteFamily::named(const char* entity, const MaybeText& text, Session& session)
{
    if (!text || text->empty())
        return Id{};
    return session.replica().resolve(schema::entity(entity), *text);
}

Result<Reply> QuoteFamily::begin(Session& session)
{
    sales::Quotes quotes(session.replica());
    SATCHEL_ASSIGN(const Id account, session.replica().resolve(schema::entity("account"), m_said.account));
    SATCHEL_ASSIGN(const Id list, named("price_list", m_said.list, session));
    if (m_said.from) {
        SATCHEL_ASSIGN(const Id from, quoteNamed(*m_said.from, session));
        SATCHEL_ASSIGN(const Edited edited, quotes.copy(from, {.account = account,
                                                               .currency = m_said.currency.value_or(""),
                                                               .title = m_said.copyTitle.value_or(""),
                                                               .date = m_said.date.value_or(""),
                                                               .validUntil = m_said.validUntil.value_or(""),
                                                               .list = list}));
        return editedReply(edited.added.front(), edited, session);
    }
    sales::NewQuote wish{.account = account,
                         .title = m_said.copyTitle.value_or(""),
                         .currency = m_said.currency.value_or(""),
                         .date = m_said.date.value_or(""),
                         .validUntil = m_said.validUntil.value_or(""),
                         .list = list};
    SATCHEL_ASSIGN(wish.contact, named("contact", m_said.contact, session));
    SATCHEL_ASSIGN(wish.opportunity, named("opportunity", m_said.opportunity, session));
    SATCHEL_ASSIGN(const Edited edited, quotes.create(wish));
    return editedReply(edited.added.front(), edited, session);
}

Result<Reply> QuoteFamily::duplicate(Session& session, bool asTemplate)
{
    sales::CopyWish wish{.currency = m_said.currency.value_or(""),
                         .title = asTemplate ? m_said.title : m_said.copyTitle.value_or(""),
                         .date = m_said.date.value_or(""),
                         .validUntil = m_said.validUntil.value_or(""),
                         .isTemplate = asTemplate};
    SATCHEL_ASSIGN(wish.list, named("price_list", m_said.list, session));
    if (m_said.newAccount) {
        SATCHEL_ASSIGN(const Id account, named("account", m_said.newAccount, session));
        wish.account = account;
    }
    SATCHEL_ASSIGN(const Edited edited, sales::Quotes(session.replica()).copy(m_records.quote.id, wish));
    return editedReply(edited.added.front(), edited, session);
}

Result<Edited> QuoteFamily::addLine(Session& session)
{
    sales::NewLine wish{.description = m_said.description.value_or(""),
                        .unit = m_said.unit.value_or(""),
                        .partNumber = m_said.partNumber.value_or(""),
                        .deliveryDate = m_said.deliveryDate.value_or(""),
                        .notes = m_said.notes.value_or("")};
    if (m_said.product.empty() == m_said.text.empty())
        return invalid("A line is a product or a --text.");
    SATCHEL_ASSIGN(const sales::Place where, place());
    if (!m_said.text.empty()) {
        wish.description = m_said.text;
        return sales::Quotes(session.replica()).addLines(m_records.quote.id, {wish}, where);
    }
    SATCHEL_ASSIGN(wish.product, product(m_said.product, session));
    if (m_said.quantity) {
        SATCHEL_ASSIGN(wish.quantity, decimalFrom(*m_said.quantity, "quantity"));
    }
    if (m_said.price) {
        SATCHEL_ASSIGN(wish.price, amountFrom(*m_said.price, currency()));
    }
    if (m_said.discount) {
        SATCHEL_ASSIGN(wish.discountPercent, decimalFrom(*m_said.discount, "percentage"));
    }
    if (m_said.discountAmount) {
        SATCHEL_ASSIGN(wish.discountAmount, amountFrom(*m_said.discountAmount, currency()));
    }
    SATCHEL_ASSIGN(wish.shipTo, named("account", m_said.shipTo, session));
    wish.role = m_said.optional ? sales::LineRole::Optional : sales::LineRole::Normal;
    if (m_said.alternativeTo) {
        wish.role = sales::LineRole::Alternative;
        SATCHEL_ASSIGN(wish.alternativeTo, line(*m_said.alternativeTo));
    }
    if (!m_said.parts.empty()) {
        wish.parts.emplace();
        ReplicaRecords records(session.replica().connection());
        SATCHEL_ASSIGN(const Bundle bundle, readBundle(records, wish.product));
        for (const std::string& text : m_said.parts) {
            SATCHEL_ASSIGN(const Id part, product(text, session));
            const auto found = std::find_if(bundle.parts.begin(), bundle.parts.end(),
                                            [&](const BundlePart& each) { return each.product == part; });
            if (found == bundle.parts.end())
                return invalid(inQuotes(text) + " is no part of this bundle.");
            wish.parts->insert(found->id);
        }
    }
    return sales::Quotes(session.replica()).addLines(m_records.quote.id, {wish}, where);
}

Result<Edited> QuoteFamily::setLine(Session& session)
{
    SATCHEL_ASSIGN(const Id id, line(m_said.line));
    sales::LineChange change{.unit = m_said.unit,
                             .description = m_said.description,
                             .partNumber = m_said.partNumber,
                             .deliveryDate = m_said.deliveryDate,
                             .notes = m_said.notes};
    if (m_said.newProduct) {
        SATCHEL_ASSIGN(const Id other, product(*m_said.newProduct, session));
        change.product = other;
    }
    if (m_said.quantity) {
        SATCHEL_ASSIGN(const Decimal quantity, decimalFrom(*m_said.quantity, "quantity"));
        change.quantity = quantity;
    }
    if (m_said.price) {
        SATCHEL_ASSIGN(const Decimal price, amountFrom(*m_said.price, currency()));
        change.price = std::optional(price);
    }
    if (m_said.discount) {
        SATCHEL_ASSIGN(const Decimal percent, decimalFrom(*m_said.discount, "percentage"));
        change.discountPercent = percent;
    }
    if (m_said.discountAmount) {
        SATCHEL_ASSIGN(const Decimal amount, amountFrom(*m_said.discountAmount, currency()));
        change.discountAmount = amount;
    }
    if (m_said.shipTo) {
        SATCHEL_ASSIGN(const Id account, named("account", m_said.shipTo, session));
        change.shipTo = account;
    }
    if (m_said.normal || m_said.optional)
        change.role = m_said.normal ? sales::LineRole::Normal : sales::LineRole::Optional;
    if (m_said.alternativeTo) {
        change.role = sales::LineRole::Alternative;
        SATCHEL_ASSIGN(const Id other, line(*m_said.alternativeTo));
        change.alternativeTo = other;
    }
    if (m_said.chosen || m_said.notChosen)
        change.chosen = m_said.chosen;
    return sales::Quotes(session.replica()).changeLine(id, change);
}

Result<Edited> QuoteFamily::chooseParts(Session& session)
{
    SATCHEL_ASSIGN(const Id id, line(m_said.line));
    Id bundleId;
    for (const Record& each : m_records.lines)
        if (each.id == id)
            bundleId = each.value("product").id();
    ReplicaRecords records(session.replica().connection());
    SATCHEL_ASSIGN(const Bundle bundle, readBundle(records, bundleId));
    std::set<Id> chosen;
    for (const std::string& text : m_said.parts) {
        SATCHEL_ASSIGN(const Id part, product(text, session));
        const auto found = std::find_if(bundle.parts.begin(), bundle.parts.end(),
                                        [&](const BundlePart& each) { return each.product == part; });
        if (found == bundle.parts.end())
            return invalid(inQuotes(text) + " is no part of this bundle.");
        chosen.insert(found->id);
    }
    return sales::Quotes(session.replica()).chooseParts(id, chosen);
}

Result<Edited> QuoteFamily::paste(Session& session)
{
    constexpr std::size_t most = 4U * 1024 * 1024;
    std::string text;
    if (m_said.file == "-") {
        text.assign(std::istreambuf_iterator<char>(std::cin), {});
    } else {
        SATCHEL_ASSIGN(text, readFile(m_said.file));
    }
    if (text.size() > most)
        return Error{ErrorKind::TooLarge, "This is too much for one quote (over 4 MB). Nothing was changed."};
    if (!isStorableText(text))
        return invalid("The rows are not text in UTF-8.");
    SATCHEL_ASSIGN(const sales::Place where, place());
    return sales::Quotes(session.replica()).paste(m_records.quote.id, text, where);
}

Result<Edited> QuoteFamily::onLines(const std::string& deed, Session& session)
{
    if (deed == "add")
        return addLine(session);
    if (deed == "set")
        return setLine(session);
    if (deed == "parts")
        return chooseParts(session);
    SATCHEL_ASSIGN(const auto which, lines());
    sales::Quotes quotes(session.replica());
    if (deed == "remove")
        return quotes.removeLines(m_records.quote.id, which);
    SATCHEL_ASSIGN(const sales::Place where, place());
    return quotes.moveLines(m_records.quote.id, which, where);
}

Result<Edited> QuoteFamily::onGroups(const std::string& deed, Session& session)
{
    sales::Quotes quotes(session.replica());
    Id after;
    if (m_said.after) {
        SATCHEL_ASSIGN(after, sales::groupNamed(m_records, *m_said.after));
    }
    if (deed == "add")
        return quotes.addGroup(m_records.quote.id, m_said.title, after);
    SATCHEL_ASSIGN(const Id group, sales::groupNamed(m_records, m_said.group));
    if (deed == "set")
        return quotes.renameGroup(group, m_said.title);
    if (deed == "move")
        return quotes.moveGroup(group, after);
    return quotes.removeGroup(group, m_said.withLines);
}

Result<Edited> QuoteFamily::discount(Session& session)
{
    if (m_said.document != m_said.lines.empty())
        return invalid("Say either --line, for some lines, or --document.");
    Decimal percent;
    Decimal amount;
    if (const auto money = Money::parse(m_said.value)) {
        SATCHEL_ASSIGN(amount, amountFrom(m_said.value, currency()));
    } else {
        std::string text = m_said.value;
        if (text.ends_with('%'))
            text.pop_back();
        SATCHEL_ASSIGN(percent, decimalFrom(text, "discount"));
    }
    sales::Quotes quotes(session.replica());
    if (m_said.document)
        return quotes.discountDocument(m_records.quote.id, percent, amount);
    SATCHEL_ASSIGN(const auto which, lines());
    return quotes.discountLines(m_records.quote.id, which, percent, amount);
}

Result<Edited> QuoteFamily::setPrice(Session& session)
{
    if (m_said.clear != m_said.value.empty())
        return invalid("Say either a price or --clear.");
    SATCHEL_ASSIGN(const Id id, line(m_said.line));
    sales::LineChange change;
    change.price.emplace();
    if (!m_said.clear) {
        SATCHEL_ASSIGN(*change.price, amountFrom(m_said.value, currency()));
    }
    return sales::Quotes(session.replica()).changeLine(id, change);
}

Result<Reply> QuoteFamily::reprice(Session& session)
{
    const sales::RepriceWish wish{.date = m_said.date.value_or(""), .atPins = m_said.atPins};
    const Id id = m_records.quote.id;
    SATCHEL_ASSIGN(const sales::Repricing preview, sales::previewRepricing(session.replica(), id, wish));
    SATCHEL_ASSIGN(Reply reply, repricingReply(id, preview, session));
    reply.json["applied"] = !m_said.preview;
    if (m_said.preview)
        return reply;
    SATCHEL_TRY(sales::reprice(session.replica(), id, wish));
    return reply;
}

Result<Reply> QuoteFamily::run(const std::string& command, const Arguments&, Session& session)
{
    if (command == "quote new")
        return begin(session);
    SATCHEL_TRY(lookUp(session));
    const Id id = m_records.quote.id;
    if (command == "quote show")
        return quoteReply(id, m_said.why, session);
    if (command == "quote warnings")
        return warningsReply(id, session);
    if (command == "quote duplicate" || command == "quote template")
        return duplicate(session, command == "quote template");
    if (command == "quote reprice")
        return reprice(session);
    const auto deed = command.substr(command.rfind(' ') + 1);
    auto edited = command.starts_with("quote line ")    ? onLines(deed, session)
                  : command.starts_with("quote group ") ? onGroups(deed, session)
                  : deed == "paste"                     ? paste(session)
                  : deed == "discount"                  ? discount(session)
                                                        : setPrice(session);
    if (!edited)
        return edited.error();
    return editedReply(id, *edited, session);
}

std::unique_ptr<Family> makeQuoteFamily()
{
    return std::make_unique<QuoteFamily>();
}

} // namespace satchel::ctl
