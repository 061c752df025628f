// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Session.h"
#include "core/exchange/Export.h"
#include "core/exchange/Import.h"

namespace satchel::ctl {

namespace {

constexpr std::size_t shownRejects = 100;

// FILE.rejects.csv; the work is done by then, so the rows are named even where that file cannot be written.
Result<Reply> importReply(const ImportReport& report, const std::string& file)
{
    std::string rejectsFile;
    Error trouble;
    if (!report.rejected.empty()) {
        rejectsFile = file + ".rejects.csv";
        if (const Status written = writeFile(rejectsFile, rejectsCsv(report)); !written) {
            trouble = written.error();
            rejectsFile.clear();
        }
    }
    Json rejects = Json::array();
    for (std::size_t i = 0; i < std::min(report.rejected.size(), shownRejects); ++i)
        rejects.push_back({{"line", report.rejected[i].line}, {"reason", report.rejected[i].reason}});
    Reply reply = plainReply({{"created", report.created},
                              {"updated", report.updated},
                              {"unchanged", report.unchanged},
                              {"rejected", report.rejected.size()},
                              {"rejects_file", rejectsFile.empty() ? Json(nullptr) : Json(rejectsFile)},
                              {"ignored_columns", report.ignored}});
    for (std::size_t i = 0; i < std::min(report.rejected.size(), shownRejects); ++i)
        reply.text += (report.sheet ? "row " : "line ") + std::to_string(report.rejected[i].line) + ": " +
                      report.rejected[i].reason + "\n";
    reply.json["reasons"] = std::move(rejects);
    reply.complaint = trouble.message;
    return reply;
}

} // namespace

Result<Reply> importFile(const Arguments& arguments, Session& session)
{
    ImportOptions options;
    SATCHEL_ASSIGN(options.entity, entityNamed(arguments.entity));
    options.columns = arguments.columns;
    options.constants = arguments.values;
    options.key = arguments.key;
    options.dryRun = arguments.dryRun;
    SATCHEL_ASSIGN(Table table, readTableFile(arguments.file, arguments.sheet));
    SATCHEL_ASSIGN(const ImportReport report, importTable(session.replica(), std::move(table), options));
    return importReply(report, arguments.file);
}

Result<Reply> exportFile(const Arguments& arguments, Session& session)
{
    SATCHEL_ASSIGN(const Entity* entity, entityNamed(arguments.entity));
    SATCHEL_ASSIGN(const ExportedCsv exported, exportCsv(session.replica(), *entity));
    SATCHEL_TRY(writeFile(arguments.file, exported.text));
    return plainReply({{"rows", exported.rows}, {"file", arguments.file}});
}

} // namespace satchel::ctl
