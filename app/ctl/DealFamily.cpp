// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/DealWishes.h"
#include "app/ctl/Family.h"
#include "app/ctl/QuoteWord.h"

#include <CLI/CLI.hpp>

namespace satchel::ctl {

namespace {

/// From approval to order: part of the word `quote`, and the word `order`.
class DealFamily final : public Family {
public:
    void declare(CLI::App& app) override
    {
        CLI::App& quote = quoteWord(app);
        declareApproval(quote);
        declareHandOver(quote);
        declareWord(quote);
        declarePapers(quote);
        declareOrders(app);
    }
    bool owns(const std::string& command) const override { return m_commands.contains(command); }
    Result<Reply> run(const std::string& command, const Arguments&, Session& session) override
    {
        return m_commands.at(command)(m_wishes, session);
    }

private:
    using Command = Result<Reply> (*)(const DealWishes&, Session&);

    CLI::App* on(CLI::App& word, const char* name, Command command, const char* help)
    {
        m_commands[word.get_name() + " " + name] = command;
        return word.add_subcommand(name, help);
    }
    CLI::App* onQuote(CLI::App& word, const char* name, Command command, const char* help,
                      const char* which = "number, NUMBER/REVISION or id; a number alone is its newest revision")
    {
        CLI::App* made = on(word, name, command, help);
        made->add_option("QUOTE", m_wishes.quote, which)->required();
        return made;
    }

    void declareApproval(CLI::App& quote)
    {
        CLI::App* submit =
            onQuote(quote, "submit", submitQuote,
                    "ask for the approval of what goes beyond your authority; does nothing where none is "
                    "needed");
        submit->add_option("--comment", m_wishes.comment, "for the one who decides");
        submit->add_option("--ask", m_wishes.asked, "LOGIN; else the nearest manager who may decide it");
        const char* which = "the quote, or the approval by its id";
        CLI::App* approve = onQuote(quote, "approve", approveQuote, "the approver's yes; also offline", which);
        approve->add_option("--answer", m_wishes.answer, "for the one who asked");
        CLI::App* reject =
            onQuote(quote, "reject", rejectQuote, "the approver's no (the customer's no is: quote decline)", which);
        reject->add_option("--answer", m_wishes.answer, "for the one who asked");
        onQuote(quote, "withdraw", withdrawQuote, "take back what you asked an approval for", which);
    }
    void declareHandOver(CLI::App& quote)
    {
        onQuote(quote, "hand-over", handOverQuote,
                "the customer gets it: it has a number from here on, and never changes again");
        onQuote(quote, "revise", reviseQuote, "the next revision of a quote that was handed over, as a draft");
        CLI::App* diff = onQuote(quote, "diff", compareQuotes, "what tells two revisions, or any two quotes, apart");
        diff->add_option("OTHER", m_wishes.other, "the quote to compare with; else the revision it was made from");
    }
    void declareWord(CLI::App& quote)
    {
        CLI::App* accept = onQuote(quote, "accept", acceptQuote, "the customer's yes: makes the order");
        accept->add_option("--by", m_wishes.name, "who accepted it")->required();
        accept->add_option("--at", m_wishes.at, "when, such as 2026-11-22T09:30:00Z; else now");
        accept->add_option("--choose", m_wishes.chosen, "LINE: an optional or alternative line he wants, and no other")
            ->allow_extra_args(false);
        accept->add_flag("--choose-none", m_wishes.choseNone, "he wants none of the optional and alternative lines");
        accept->add_option("--signature", m_wishes.signature,
                           "a file with his signature as an SVG path, 1000 units wide");
        accept->add_option("--reference", m_wishes.reference, "his own order number");
        CLI::App* decline =
            onQuote(quote, "decline", declineQuote, "the customer's no (the approver's no is: quote reject)");
        decline->add_option("--reason", m_wishes.reason, "why he does not want it")->required();
        onQuote(quote, "expire", expireQuote, "close a quote whose last day has passed");
    }
    void declarePapers(CLI::App& quote)
    {
        const auto paper = [&](const char* name, Command command, const char* help) {
            CLI::App* made = onQuote(quote, name, command, help);
            made->add_option("FILE", m_wishes.file)->required();
            return made;
        };
        CLI::App* mail = paper("mail", writeQuoteMail, "as the draft of a mail with the PDF attached (.eml)");
        mail->add_flag("--xlsx", m_wishes.withWorkbook, "with the workbook, too");
        for (CLI::App* some : {paper("pdf", writeQuotePdf, "as a PDF; once handed over, as the customer got it"),
                               paper("xlsx", writeQuoteXlsx, "as a workbook"), mail})
            some->add_option("--template", m_wishes.look, "folder of a template; else the one that comes with Satchel");
    }
    void declareOrders(CLI::App& app)
    {
        CLI::App* order = app.add_subcommand("order", "what was ordered, and what customers have bought");
        order->require_subcommand(1);
        CLI::App* list = on(*order, "list", listOrders, "orders with their state, newest first");
        list->add_option("--status", m_wishes.status, "only these: new, received, confirmed, shipped, ...");
        list->add_option("--limit", m_wishes.limit)->capture_default_str();
        CLI::App* exported = on(*order, "export", exportOrders, "one line of a CSV file for each line of the orders");
        exported->add_option("FILE", m_wishes.file)->required();
        for (CLI::App* some : {list, exported}) {
            some->add_option("--account", m_wishes.account, "of this account and its sites");
            some->add_option("--from", m_wishes.from, "YYYY-MM-DD, the first day they were made on");
            some->add_option("--to", m_wishes.to, "YYYY-MM-DD, the last day");
        }
        on(*order, "show", showOrder, "one order with its lines")
            ->add_option("ORDER", m_wishes.order, "number or id")
            ->required();
        CLI::App* bought = on(*order, "bought", boughtBy,
                              "what an account and its sites have bought, when, at what price and by which promotion");
        bought->add_option("ACCOUNT", m_wishes.account)->required();
        bought->add_option("--product", m_wishes.product, "only this one");
    }

    DealWishes m_wishes;
    std::map<std::string, Command> m_commands;
};

} // namespace

std::unique_ptr<Family> makeDealFamily()
{
    return std::make_unique<DealFamily>();
}

} // namespace satchel::ctl
