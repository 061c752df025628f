// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/PaperFiles.h"

#include "core/base/Files.h"
#include "ui/documents/FileName.h"
#include "ui/documents/QuotePdf.h"
#include "ui/documents/QuoteXlsx.h"
#include "ui/widgets/Text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace satchel::ui {

namespace {

constexpr int mostNames = 1000;

QString tr(const char* text)
{
    return QCoreApplication::translate("PaperFiles", text);
}

const char* endingOf(PaperKind kind)
{
    return kind == PaperKind::Pdf ? ".pdf" : kind == PaperKind::Spreadsheet ? ".xlsx" : ".eml";
}

Result<QByteArray> bytesOf(const sales::QuoteSheet& sheet, PaperKind kind)
{
    const documents::Template& look = documents::Template::standard();
    const documents::Letterhead head = letterheadFor(sheet);
    switch (kind) {
    case PaperKind::Pdf: return documents::quotePdf(sheet.document, head, look, sheet.madeAt);
    case PaperKind::Spreadsheet: return documents::quoteXlsx(sheet.document, head, look, sheet.madeAt);
    case PaperKind::Mail: break;
    }
    return documents::quoteMail(sheet.document, head, look, recipientFor(sheet), sheet.madeAt);
}

bool holds(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.size() == bytes.size() && file.open(QIODevice::ReadOnly) && file.readAll() == bytes;
}

} // namespace

QString papersFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents.isEmpty() ? QDir::homePath() : documents).filePath(QStringLiteral("Satchel"));
}

documents::Letterhead letterheadFor(const sales::QuoteSheet& sheet)
{
    return sheet.company ? documents::letterheadOf(*sheet.company) : documents::Letterhead();
}

documents::Recipient recipientFor(const sales::QuoteSheet& sheet)
{
    if (!sheet.recipient)
        return {};
    return {.name = sheet.recipient->label(), .email = sheet.recipient->value("email").text()};
}

Result<QString> writeBeside(const QString& folder, const QString& name, const QByteArray& bytes)
{
    if (!QDir().mkpath(folder))
        return invalid(fromQString(tr("The folder %1 cannot be made. Choose another one.").arg(folder)));
    const QFileInfo wanted(QDir(folder).filePath(name));
    QString path = wanted.filePath();
    for (int i = 2; QFileInfo::exists(path) && !holds(path, bytes) && i < mostNames; ++i)
        path = QDir(folder).filePath(
            QStringLiteral("%1 - %2.%3").arg(wanted.completeBaseName(), QString::number(i), wanted.suffix()));
    SATCHEL_TRY(writeFile(fromQString(path), {bytes.constData(), static_cast<std::size_t>(bytes.size())}));
    return path;
}

Result<QStringList> writePapers(Replica& replica, const Id& quote, const QList<PaperKind>& kinds, const QString& folder)
{
    SATCHEL_ASSIGN(const sales::QuoteSheet sheet, sales::quoteSheet(replica, quote));
    const documents::Words& words = documents::Template::standard().wordsFor(sheet.document.language);
    QStringList files;
    for (const PaperKind kind : kinds) {
        SATCHEL_ASSIGN(const QByteArray bytes, bytesOf(sheet, kind));
        const QString name = toQString(documents::quoteFileName(sheet.document, words, endingOf(kind)));
        SATCHEL_ASSIGN(const QString path, writeBeside(folder, name, bytes));
        files << path;
    }
    return files;
}

} // namespace satchel::ui
