// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Commands.h"
#include "app/ctl/Rejects.h"
#include "app/ctl/Session.h"
#include "core/exchange/Export.h"

namespace satchel::ctl {

namespace {

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
    RejectsShown rejects = showRejects(report.rejected, report.sheet);
    Reply reply = plainReply({{"created", report.created},
                              {"updated", report.updated},
                              {"unchanged", report.unchanged},
                              {"rejected", report.rejected.size()},
                              {"rejects_file", rejectsFile.empty() ? Json(nullptr) : Json(rejectsFile)},
                              {"ignored_columns", report.ignored}});
    reply.text += rejects.text;
    reply.json["reasons"] = std::move(rejects.reasons);
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
