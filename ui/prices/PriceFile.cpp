// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PriceFile.h"

#include "core/store/ReplicaRecords.h"
#include "ui/widgets/Text.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PriceFile", text);
}

QString draftWord()
{
    return tr("the draft");
}

} // namespace

Result<SharedTable> readPriceFile(const QString& path, const PriceJobs::Ticket& ticket)
{
    ticket.at(tr("Reading the file"));
    SATCHEL_ASSIGN(Table table, readTableFile(path.toStdString()));
    return SharedTable(std::make_shared<const Table>(std::move(table)));
}

Result<CheckedFile> checkPriceFile(Replica& replica, const Id& list, const SharedTable& table,
                                   sales::PriceImport wishes, const PriceJobs::Ticket& ticket)
{
    const auto total = static_cast<qint64>(table->rows.size());
    wishes.progress = [&](std::size_t done) {
        ticket.at(tr("Looking at every row"), static_cast<qint64>(done), total);
        return !ticket.isStopped();
    };
    CheckedFile checked;
    SATCHEL_ASSIGN(checked.report, sales::importPrices(replica, list, *table, wishes));
    if (!checked.report.rejected.empty())
        return checked;
    ticket.at(tr("Comparing with what is published"));
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto all, sales::readPriceList(records, list));
    SATCHEL_ASSIGN(checked.difference, makeDifference(records, all, std::move(checked.report.difference),
                                                      revisionWord(checked.report.followed), draftWord(),
                                                      all.today(replica.environment().now())));
    return checked;
}

Result<FoundDraft> findDraft(Replica& replica, const Id& list)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto all, sales::readPriceList(records, list));
    auto draft = sales::readDraft(replica.folder(), all);
    if (!draft.ok())
        return draft.error().kind == ErrorKind::NotFound ? Result<FoundDraft>(FoundDraft()) : draft.error();
    SATCHEL_ASSIGN(const auto before, sales::readSheet(records, all, draft->follows));
    FoundDraft found{.source = toQString(draft->source), .madeAt = draft->madeAt, .difference = {}};
    SATCHEL_ASSIGN(found.difference,
                   makeDifference(records, all, sales::compare(before, draft->sheet), revisionWord(draft->followed),
                                  draftWord(), all.today(replica.environment().now())));
    return found;
}

Status dropDraft(Replica& replica, const Id& list)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const auto all, sales::readPriceList(records, list));
    sales::removeDraft(replica.folder(), all);
    return Ok{};
}

} // namespace satchel::ui
