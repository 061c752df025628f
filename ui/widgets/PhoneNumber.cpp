// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhoneNumber.h"

#include "ui/widgets/Text.h"

#include <QRegularExpression>
#include <phonenumbers/phonenumberutil.h>

namespace satchel::ui {

QString groupedPhone(const QString& typed)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    static const QRegularExpression onlyANumber(QStringLiteral(R"(^\+?[0-9 ()./\-\x{A0}]+$)"));
    QString number = typed.trimmed();
    if (!onlyANumber.match(number).hasMatch())
        return typed;
    if (number.startsWith(QLatin1String("00")))
        number.replace(0, 2, QLatin1Char('+'));
    if (!number.startsWith(QLatin1Char('+')))
        return typed; // whose country's it is, nobody says: read as another's it would be another number
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber parsed;
    if (util.Parse(fromQString(number), "ZZ", &parsed) != PhoneNumberUtil::NO_PARSING_ERROR ||
        !util.IsValidNumber(parsed))
        return typed;
    std::string grouped;
    util.Format(parsed, PhoneNumberUtil::INTERNATIONAL, &grouped);
    return toQString(grouped);
}

} // namespace satchel::ui
