// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/Text.h"

#include <QString>

namespace satchel::documents {

std::string plain(std::string_view text)
{
    const QString read = QString::fromUtf8(text.data(), qsizetype(text.size()));
    QString kept;
    kept.reserve(read.size());
    for (qsizetype i = 0; i < read.size(); ++i) {
        const char16_t c = read[i].unicode();
        const bool lineEnd = c == u'\n' || c == u'\r' || c == u'\u0085' || c == u'\u2028' || c == u'\u2029';
        if (c == u'\r' && i + 1 < read.size() && read[i + 1] == u'\n')
            continue;
        if (lineEnd)
            kept += u'\n';
        else if (c == u'\t')
            kept += u' ';
        else if (c >= u' ' && (c < u'\u007f' || c > u'\u009f') && c != u'\ufeff' && c != u'\ufffe' && c != u'\uffff')
            kept += QChar(c);
    }
    return kept.toStdString();
}

std::string oneLine(std::string_view text)
{
    return QString::fromStdString(plain(text)).replace(u'\n', u' ').trimmed().toStdString();
}

std::string filled(std::string_view phrase, std::string_view first, std::string_view second)
{
    std::string made;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const char digit = phrase[i] == '%' && i + 1 < phrase.size() ? phrase[i + 1] : ' ';
        if (digit == '1' || digit == '2') {
            made += digit == '1' ? first : second;
            ++i;
        } else {
            made += phrase[i];
        }
    }
    return made;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string made;
    for (const std::string& part : parts)
        if (!part.empty())
            made += (made.empty() ? std::string() : std::string(separator)) + part;
    return made;
}

} // namespace satchel::documents
