// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/ProductChoice.h"

#include "ui/language/Sentences.h"
#include "ui/widgets/Text.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {

constexpr int shownAtOnce = 8;

QString tr(const char* text)
{
    return QCoreApplication::translate("ProductChoice", text);
}

} // namespace

Result<MeantProducts> productsMeant(Replica& replica, const Id& account, const QString& text, int limit)
{
    MeantProducts meant;
    SATCHEL_ASSIGN(meant.matches, sales::productsLike(replica, account, fromQString(text.trimmed()), limit));
    const TypedProduct typed = readProduct(text);
    if (!meant.matches.empty() || !typed.quantity)
        return meant; // names and codes may begin with digits, too
    meant.quantity = typed.quantity;
    SATCHEL_ASSIGN(meant.matches, sales::productsLike(replica, account, fromQString(typed.text), limit));
    return meant;
}

Result<sales::NewLine> lineMeant(Replica& replica, const Id& account, const QString& text, const Id& picked)
{
    sales::NewLine line{.product = picked};
    SATCHEL_ASSIGN(const MeantProducts meant, productsMeant(replica, account, text, picked.isNull() ? 1 : shownAtOnce));
    if (meant.quantity)
        line.quantity = *meant.quantity;
    if (!picked.isNull())
        return line;
    if (meant.matches.empty())
        return invalid(fromQString(tr("No product fits \"%1\".").arg(oneLine(text.trimmed(), 40))));
    const sales::ProductMatch& best = meant.matches.front();
    if (!best.objection.empty())
        return invalid(best.objection);
    line.product = best.product;
    return line;
}

PickerLine::Source productSource(const Id& account)
{
    return [account](Replica& replica, const QString& text) {
        std::vector<PickerLine::Choice> choices;
        const auto meant = productsMeant(replica, account, text, shownAtOnce);
        if (!meant.ok())
            return choices;
        for (const sales::ProductMatch& match : meant->matches) {
            QString title = oneLine(toQString(match.name), 80);
            if (!match.code.empty())
                title = toQString(match.code) + QStringLiteral("  ") + title;
            if (!match.partNumber.empty())
                title += QStringLiteral("  ") + tr("(theirs: %1)").arg(toQString(match.partNumber));
            choices.push_back({match.product, title, sentenceWord(toQString(match.objection))});
        }
        return choices;
    };
}

} // namespace satchel::ui
