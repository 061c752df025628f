// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Family.h"
#include "app/ctl/PriceWork.h"

#include <CLI/CLI.hpp>
#include <map>

namespace satchel::ctl {

namespace {

using Command = Result<Reply> (*)(const PriceArguments&, Session&);

const std::map<std::string, Command>& commands()
{
    static const std::map<std::string, Command> all = {
        {"prices import", importPriceFile},  {"prices draft", showPriceDraft},    {"prices publish", publishPrices},
        {"prices rollback", rollBackPrices}, {"prices revisions", listRevisions}, {"prices diff", comparePrices},
        {"prices explain", explainOnePrice}, {"prices receipts", showReceipts},   {"promotion check", checkForClashes}};
    return all;
}

class PriceFamily final : public Family {
public:
    void declare(CLI::App& app) override
    {
        CLI::App* prices = app.add_subcommand("prices", "price lists: bring in, publish, compare, explain");
        prices->require_subcommand(1);
        declareChanges(*prices);
        declareQuestions(*prices);
        CLI::App* promotion = app.add_subcommand("promotion", "promotions");
        promotion->require_subcommand(1);
        auto* check =
            promotion->add_subcommand("check", "promotions that clash: one exclusive, or of the same priority");
        check->add_option("--account", m_arguments.account, "for one customer; else for all on this laptop");
        check->add_option("--date", m_arguments.date, "from this day on; else from today");
    }

    bool owns(const std::string& command) const override { return commands().contains(command); }

    Result<Reply> run(const std::string& command, const Arguments&, Session& session) override
    {
        return commands().at(command)(m_arguments, session);
    }

private:
    void declareChanges(CLI::App& prices)
    {
        auto* import =
            prices.add_subcommand("import", "read a CSV file or an XLSX workbook into a draft of a list; nobody "
                                            "else sees it until it is published");
        import->add_option("FILE", m_arguments.file)->required();
        import->add_option("--list", m_arguments.list, "code of the price list")->required();
        import
            ->add_option(
                "--map", m_arguments.map,
                "COLUMN=FIELD ...; fields: product, price, currency, min_quantity, valid_from, valid_to, min_price, "
                "kind, percent, base_list, cost_percent")
            ->allow_extra_args(false);
        import->add_option("--set", m_arguments.set, "FIELD=VALUE ... for every row")->allow_extra_args(false);
        import->add_option("--sheet", m_arguments.sheet, "of a workbook; else the first that is shown");
        import->add_flag("--dry-run", m_arguments.dryRun, "only say what would change");
        import->add_flag("--keep-missing", m_arguments.keepMissing,
                         "products the file does not name keep their prices; else they are taken out of the list");
        addLimit(*import);
        auto* draft = onList(prices, "draft", "what the draft on this laptop would change");
        addLimit(*draft);
        addPublication(*onList(prices, "publish", "make the draft the newest revision, for everybody"));
        auto* back = onList(prices, "rollback", "publish a revision that says again what an older one said");
        back->add_option("REVISION", m_arguments.revision, "its number")->required();
        addPublication(*back);
    }

    void declareQuestions(CLI::App& prices)
    {
        onList(prices, "revisions", "the revisions of a list");
        auto* diff = onList(prices, "diff", "what changed, product by product, and which open quotes it touches");
        diff->add_option("A", m_arguments.revision, "the older revision; else the one before B");
        diff->add_option("B", m_arguments.other, "the newer one, or the word draft; else the draft, or the newest");
        addLimit(*diff);
        auto* explain = prices.add_subcommand("explain", "how a price comes about, step by step");
        explain->add_option("PRODUCT", m_arguments.product, "code, name or id")->required();
        explain->add_option("--account", m_arguments.account, "for whom; else for nobody in particular");
        explain->add_option("--quantity", m_arguments.quantity, "else 1");
        explain->add_option("--unit", m_arguments.unit, "else the product's own");
        explain->add_option("--date", m_arguments.date, "YYYY-MM-DD; else today");
        explain->add_option("--currency", m_arguments.currency, "else the customer's, or that of his list");
        explain->add_option("--list", m_arguments.list, "instead of the customer's lists");
        auto* receipts = onList(prices, "receipts", "which devices have received a revision (asks the server)");
        receipts->add_option("REVISION", m_arguments.revision, "else the newest");
    }

    CLI::App* onList(CLI::App& prices, const char* name, const char* help)
    {
        auto* command = prices.add_subcommand(name, help);
        command->add_option("LIST", m_arguments.list, "code of the price list")->required();
        return command;
    }

    void addPublication(CLI::App& command)
    {
        command.add_option("--effective-from", m_arguments.effectiveFrom, "YYYY-MM-DD; else today");
        command.add_option("--name", m_arguments.name, "what people call the revision");
        command.add_option("--notes", m_arguments.notes, "what colleagues should know of it");
    }

    void addLimit(CLI::App& command)
    {
        command.add_option("--limit", m_arguments.limit, "products that are shown")->capture_default_str();
    }

    PriceArguments m_arguments;
};

} // namespace

std::unique_ptr<Family> makePriceFamily()
{
    return std::make_unique<PriceFamily>();
}

} // namespace satchel::ctl
