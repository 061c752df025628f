// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/TwinWords.h"

#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QStringList>

namespace satchel::ui {

QString alikeWords(const std::vector<sales::Alike>& by)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("TwinWords", text); };
    QStringList words;
    for (const sales::Alike why : by)
        words << (why == sales::Alike::Mark    ? tr("same number or VAT ID")
                  : why == sales::Alike::Mail  ? tr("same e-mail")
                  : why == sales::Alike::Phone ? tr("same phone")
                                               : tr("same name"));
    return words.join(QStringLiteral(" · "));
}

QString hangingWords(const std::vector<sales::Hanging>& hanging)
{
    QStringList words;
    for (const sales::Hanging& each : hanging)
        words << QCoreApplication::translate("TwinWords", "%1: %2", "a kind of record and how many of it")
                     .arg(entitiesWord(*each.entity), numberWord(each.count));
    return words.join(QStringLiteral(", "));
}

} // namespace satchel::ui
