// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Text.h"

#include <QLocale>
#include <QStringConverter>

namespace satchel::ui {

QString toQString(std::string_view text)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
}

std::string fromQString(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QString oneLine(const QString& text, int longest)
{
    QString line = text.left(longest);
    for (QChar& c : line)
        if (c.isSpace() || c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    return text.size() > longest ? line + QChar(0x2026) : line;
}

QString isolated(const QString& text)
{
    if (QLocale().textDirection() != Qt::RightToLeft || text.isEmpty())
        return text;
    return QChar(0x2068) + text + QChar(0x2069);
}

} // namespace satchel::ui
