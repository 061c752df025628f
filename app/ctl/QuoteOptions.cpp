// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/QuoteFamily.h"
#include "app/ctl/QuoteWord.h"

#include <algorithm>
#include <array>

namespace satchel::ctl {

CLI::App* QuoteFamily::onQuote(CLI::App& word, const char* name, const char* help)
{
    CLI::App* command = word.add_subcommand(name, help);
    command->add_option("QUOTE", m_said.quote, "its number, id or title")->required();
    return command;
}

void QuoteFamily::declarePlace(CLI::App& command)
{
    command.add_option("--after", m_said.after, "the line it comes behind");
    command.add_option("--group", m_said.inGroup, "the group it comes into; else those of no group");
    command.add_flag("--first", m_said.first, "to the beginning of the group, not to its end");
}

void QuoteFamily::declareTerms(CLI::App& command)
{
    command.add_option("--quantity", m_said.quantity, "how many");
    command.add_option("--unit", m_said.unit, "one of the product's units");
    command.add_option("--price", m_said.price, "a price set by hand, for one of the unit");
    command.add_option("--discount", m_said.discount, "percent off the price");
    command.add_option("--discount-amount", m_said.discountAmount, "amount off the price of one unit");
    command.add_option("--description", m_said.description, "what the customer reads; else the product's name");
    command.add_option("--part-number", m_said.partNumber, "as the customer calls it");
    command.add_option("--ship-to", m_said.shipTo, "an account");
    command.add_option("--delivery-date", m_said.deliveryDate, "a day such as 2026-11-30");
    command.add_option("--notes", m_said.notes, "not for the customer");
    command.add_flag("--optional", m_said.optional, "offered beside the total");
    command.add_option("--alternative-to", m_said.alternativeTo, "the line in whose place it could be had");
}

void QuoteFamily::declareWhole(CLI::App& word)
{
    auto* begin = word.add_subcommand("new", "begin a quote for an account, empty or from a template");
    begin->add_option("ACCOUNT", m_said.account, "a number, id or name")->required();
    begin->add_option("--contact", m_said.contact);
    begin->add_option("--opportunity", m_said.opportunity);
    begin->add_option("--currency", m_said.currency, "else the account's, the price list's or the company's");
    begin->add_option("--list", m_said.list, "a price list; else by the customer");
    begin->add_option("--title", m_said.copyTitle);
    begin->add_option("--template", m_said.from, "a quote that is a template");
    begin->add_option("--date", m_said.date, "else today where its price list is at home");
    begin->add_option("--valid-until", m_said.validUntil, "else as many days later as the company gives");

    auto* show = onQuote(word, "show", "a whole quote: groups, lines, totals, and what to know before it goes out");
    show->add_flag("--why", m_said.why, "how each price came about");
    onQuote(word, "warnings", "what to know before the quote goes out");
    auto* copy = onQuote(word, "duplicate", "a copy as a new draft, priced anew");
    copy->add_option("--account", m_said.newAccount, "for another account");
    copy->add_option("--currency", m_said.currency, "in another currency; prices set by hand then stay behind");
    copy->add_option("--list", m_said.list, "a price list");
    copy->add_option("--title", m_said.copyTitle);
    copy->add_option("--date", m_said.date);
    copy->add_option("--valid-until", m_said.validUntil);
    onQuote(word, "template", "make a template of a quote, for no account")
        ->add_option("NAME", m_said.title, "what it is called")
        ->required();
}

void QuoteFamily::declareLines(CLI::App& word)
{
    auto* line = word.add_subcommand("line", "add, set, remove or move lines; they are named by number or id");
    line->require_subcommand(1);
    auto* add = onQuote(*line, "add", "a product by code, the customer's part number, name or id; or a text");
    add->add_option("PRODUCT", m_said.product);
    add->add_option("--text", m_said.text, "a line of text in the place of a product");
    add->add_option("--part", m_said.parts, "of a bundle: a part that is chosen; else the usual ones")
        ->allow_extra_args(false);
    declareTerms(*add);
    declarePlace(*add);
    auto* set = onQuote(*line, "set", "change a line; its price follows quantity, unit and product");
    set->add_option("LINE", m_said.line)->required();
    set->add_option("--product", m_said.newProduct, "another product");
    declareTerms(*set);
    set->add_flag("--normal", m_said.normal, "no longer optional or an alternative");
    set->add_flag("--chosen", m_said.chosen, "the customer wants it");
    set->add_flag("--not-chosen", m_said.notChosen, "he does not");
    auto* parts = onQuote(*line, "parts", "which optional parts a bundle has: these and no others");
    parts->add_option("LINE", m_said.line)->required();
    parts->add_option("PRODUCT", m_said.parts);
    auto* remove = onQuote(*line, "remove", "take lines out");
    remove->add_option("LINE", m_said.lines)->required();
    auto* move = onQuote(*line, "move", "put lines to another place, in this order");
    move->add_option("LINE", m_said.lines)->required();
    declarePlace(*move);

    auto* paste =
        onQuote(word, "paste", "rows of a spreadsheet as lines: product, quantity, unit, discount, price, text");
    paste->add_option("FILE", m_said.file, "a text file; - for the standard input")->required();
    declarePlace(*paste);
}

void QuoteFamily::declareGroups(CLI::App& word)
{
    auto* group =
        word.add_subcommand("group", "add, rename, move or remove groups; they are named by title, number or id");
    group->require_subcommand(1);
    auto* add = onQuote(*group, "add", "a group at the end, or behind another");
    add->add_option("TITLE", m_said.title)->required();
    add->add_option("--after", m_said.after, "a group");
    auto* set = onQuote(*group, "set", "rename a group");
    set->add_option("GROUP", m_said.group)->required();
    set->add_option("TITLE", m_said.title)->required();
    auto* move = onQuote(*group, "move", "behind another group, or to the beginning");
    move->add_option("GROUP", m_said.group)->required();
    move->add_option("--after", m_said.after, "a group");
    auto* remove = onQuote(*group, "remove", "a group; its lines stay unless --with-lines");
    remove->add_option("GROUP", m_said.group)->required();
    remove->add_flag("--with-lines", m_said.withLines, "its lines go too");
}

void QuoteFamily::declarePrices(CLI::App& word)
{
    auto* discount =
        onQuote(word, "discount", "percent (5 or 5%) or an amount (2.50 EUR) off lines or the document; 0: none");
    discount->add_option("VALUE", m_said.value)->required();
    discount->add_option("--line", m_said.lines, "a line; may be said again")->allow_extra_args(false);
    discount->add_flag("--document", m_said.document, "off the whole");
    auto* price = onQuote(word, "price", "a line's price set by hand, for one of its unit");
    price->add_option("LINE", m_said.line)->required();
    price->add_option("PRICE", m_said.value);
    price->add_flag("--clear", m_said.clear, "back to the list's price");
    auto* reprice = onQuote(word, "reprice", "prices of now in the place of those it was made with");
    reprice->add_flag("--preview", m_said.preview, "only say what would change, and why");
    reprice->add_option("--date", m_said.date, "as of this day; else today");
    reprice->add_flag("--at-pins", m_said.atPins, "by the revisions it has: only puts right what merging left");
}

void QuoteFamily::declare(CLI::App& app)
{
    CLI::App& word = quoteWord(app);
    declareWhole(word);
    declareLines(word);
    declareGroups(word);
    declarePrices(word);
}

bool QuoteFamily::owns(const std::string& command) const
{
    static constexpr std::array<std::string_view, 17> all = {
        "quote new",      "quote show",      "quote warnings",   "quote duplicate",   "quote template",
        "quote line add", "quote line set",  "quote line parts", "quote line remove", "quote line move",
        "quote paste",    "quote group add", "quote group set",  "quote group move",  "quote group remove",
        "quote discount", "quote price"};
    return command == "quote reprice" || std::find(all.begin(), all.end(), command) != all.end();
}

} // namespace satchel::ctl
