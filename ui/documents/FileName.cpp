// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/FileName.h"
#include "ui/documents/Text.h"

#include <QRegularExpression>
#include <QString>

namespace satchel::documents {

std::string safeFileName(std::string_view wish, std::string_view ending)
{
    static const QRegularExpression forbidden(
        QStringLiteral("[\\\\/:*?\"<>|\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{206f}]+"));
    static const QRegularExpression ends(QStringLiteral("^[. ]+|[. ]+$"));
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])( *\\.|$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString name = QString::fromStdString(oneLine(wish)).normalized(QString::NormalizationForm_C);
    name.replace(forbidden, QStringLiteral("-")).remove(ends);
    if (device.match(name).hasMatch())
        name.prepend(QLatin1Char('_'));
    auto characters = name.toUcs4();
    characters.resize(std::min<qsizetype>(characters.size(), 80));
    name = QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()), characters.size());
    while (name.toUtf8().size() > 200)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    name.remove(ends);
    return (name.isEmpty() ? std::string("quote") : name.toStdString()) + std::string(ending);
}

std::string quoteFileName(const pricing::Document& document, const Words& words, std::string_view ending)
{
    const std::string number =
        document.number.empty() ? joined({words["draft"], document.title}, " ") : document.number;
    const std::string revision = document.revision > 1 ? " (" + std::to_string(document.revision) + ")" : "";
    return safeFileName(words["quote"] + " " + number + revision, ending);
}

} // namespace satchel::documents
