// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/PriceWork.h"
#include "app/ctl/Rejects.h"
#include "core/schema/Wording.h"
#include "core/store/ReplicaRecords.h"

#include <filesystem>

namespace satchel::ctl {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

// A column may have = in its name, a field has not; and a value may have one.
Result<Pairs> pairsOf(const std::vector<std::string>& texts, const char* form, bool last)
{
    Pairs pairs;
    for (const std::string& text : texts) {
        const std::size_t at = last ? text.rfind('=') : text.find('=');
        if (at == std::string::npos || at == 0)
            return invalid(inQuotes(text) + " is not of the form " + form + ".");
        pairs.emplace_back(text.substr(0, at), text.substr(at + 1));
    }
    return pairs;
}

// FILE.rejects.csv, and the first of them by name. Nothing was taken, so the command has failed.
Reply refusal(const sales::PriceImportReport& report, const std::string& file)
{
    RejectsShown rejects = showRejects(report.rejected, report.sheet);
    const std::string rejectsFile = file + ".rejects.csv";
    const Status written = writeFile(rejectsFile, sales::rejectsCsv(report));
    const std::size_t count = report.rejected.size();
    return {.json = {{"rows", report.rows},
                     {"rejected", count},
                     {"rejects_file", written.ok() ? Json(rejectsFile) : Json(nullptr)},
                     {"reasons", std::move(rejects.reasons)}},
            .text = std::move(rejects.text),
            .complaint =
                "Nothing was taken from the file: " + std::to_string(count) + " of its " + std::to_string(report.rows) +
                (count == 1 ? " rows cannot be a price" : " rows cannot be prices") +
                (written.ok() ? "; " + rejectsFile + " has " + (count == 1 ? "it" : "them") + " with the reason."
                              : ". " + written.error().message)};
}

std::string nameOf(std::int64_t revision)
{
    return revision == 0 ? "an empty list" : "r" + std::to_string(revision);
}

Json columnsJson(const Pairs& columns)
{
    Json json = Json::object();
    for (const auto& [column, field] : columns)
        json[column] = field;
    return json;
}

Reply publishedReply(const sales::Published& made, const sales::PriceListRecords& list)
{
    Json json = {{"id", made.revision.toString()}, {"list", list.code()},
                 {"number", made.number},          {"effective_from", made.effectiveFrom},
                 {"products", made.products},      {"entries", made.entries},
                 {"in_parts", made.bulk},          {"notes", made.notes}};
    std::string text = list.code() + " r" + std::to_string(made.number) + " from " + made.effectiveFrom + " on, " +
                       std::to_string(made.products) + (made.products == 1 ? " product" : " products") +
                       " changed. The next sync brings it to everybody.\n";
    for (const std::string& note : made.notes)
        text += note + "\n";
    return {.json = std::move(json), .text = std::move(text)};
}

sales::Publication publicationOf(const PriceArguments& arguments)
{
    return {.effectiveFrom = arguments.effectiveFrom, .name = arguments.name, .notes = arguments.notes};
}

} // namespace

Result<Reply> importPriceFile(const PriceArguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const auto list, priceListNamed(arguments.list, session));
    sales::PriceImport wishes{.source = std::filesystem::path(arguments.file).filename().string(),
                              .keepsMissing = arguments.keepMissing,
                              .dryRun = arguments.dryRun};
    SATCHEL_ASSIGN(wishes.columns.columns, pairsOf(arguments.map, "COLUMN=FIELD", true));
    SATCHEL_ASSIGN(wishes.columns.constants, pairsOf(arguments.set, "FIELD=VALUE", false));
    SATCHEL_ASSIGN(const Table table, readTableFile(arguments.file, arguments.sheet));
    SATCHEL_ASSIGN(const auto report, sales::importPrices(session.replica(), list.list.id, table, wishes));
    if (!report.rejected.empty())
        return refusal(report, arguments.file);
    Reply reply{.json = {{"list", list.code()},
                         {"rows", report.rows},
                         {"prices", report.prices},
                         {"products", report.products},
                         {"rejected", 0},
                         {"columns", columnsJson(report.columns)},
                         {"ignored_columns", report.ignored},
                         {"against", report.followed},
                         {"draft", !arguments.dryRun}},
                .text = {}};
    for (const auto& [column, field] : report.columns)
        reply.text += "column " + inQuotes(column) + " is " + field + "\n";
    if (!report.ignored.empty())
        reply.text += "not used: " + enumerated(report.ignored) + "\n";
    reply.text += std::to_string(report.prices) + " prices of " + std::to_string(report.products) +
                  " products, against " + nameOf(report.followed) + " of " + list.code() + ":\n";
    SATCHEL_TRY(addDifference(report.difference, list, arguments.limit, session, reply));
    reply.text += arguments.dryRun
                      ? "This was only a look; nothing was kept.\n"
                      : "The draft is on this laptop; `prices publish " + list.code() + "` publishes it.\n";
    return reply;
}

Result<Reply> showPriceDraft(const PriceArguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const auto list, priceListNamed(arguments.list, session));
    SATCHEL_ASSIGN(const auto draft, sales::readDraft(session.folder(), list));
    ReplicaRecords records(session.replica().connection());
    SATCHEL_ASSIGN(const auto before, sales::readSheet(records, list, draft.follows));
    const auto difference = sales::compare(before, draft.sheet);
    Reply reply{.json = {{"list", list.code()},
                         {"source", draft.source},
                         {"made_at", formatInstant(draft.madeAt)},
                         {"against", draft.followed},
                         {"products", draft.sheet.size()},
                         {"keeps_missing", draft.keepsMissing}},
                .text = "A draft of " + list.code() + " from " + draft.source + ", made " +
                        formatInstant(draft.madeAt) + ", against " + nameOf(draft.followed) + ":\n"};
    SATCHEL_TRY(addDifference(difference, list, arguments.limit, session, reply));
    return reply;
}

Result<Reply> publishPrices(const PriceArguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const auto list, priceListNamed(arguments.list, session));
    SATCHEL_ASSIGN(const auto made, sales::publishDraft(session.replica(), list.list.id, publicationOf(arguments)));
    return publishedReply(made, list);
}

Result<Reply> rollBackPrices(const PriceArguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const auto list, priceListNamed(arguments.list, session));
    SATCHEL_ASSIGN(const Id revision, sales::revisionNamed(list, arguments.revision));
    ReplicaRecords records(session.replica().connection());
    SATCHEL_ASSIGN(const auto now, sales::readSheet(records, list, list.newest() ? list.newest()->id : Id{}));
    SATCHEL_ASSIGN(const auto then, sales::readSheet(records, list, revision));
    const auto difference = sales::compare(now, then);
    SATCHEL_ASSIGN(const auto made,
                   sales::rollBack(session.replica(), list.list.id, revision, publicationOf(arguments)));
    Reply reply = publishedReply(made, list);
    reply.json["products"] = difference.changes.size();
    reply.text = list.code() + " r" + std::to_string(made.number) + " says from " + made.effectiveFrom + " on what r" +
                 std::to_string(list.revision(revision)->value("number").integer()) + " said; " +
                 std::to_string(difference.changes.size()) + " products are different from before.\n";
    return reply;
}

} // namespace satchel::ctl
