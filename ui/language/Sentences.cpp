// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/Sentences.h"

#include "ui/language/Language.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/WordTables.h"
#include "ui/widgets/Words.h"

#include <QCoreApplication>
#include <QDate>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <span>
#include <vector>

namespace satchel::ui {

namespace {

constexpr int deepest = 3; // a sentence within a sentence within a sentence

struct Template {
    QByteArray text;
    QRegularExpression form;
    int letters; ///< outside its places: the one that says most is the one that was meant
};

std::vector<Template> readTemplates()
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    std::vector<Template> templates;
    QFile file(QStringLiteral(":/translations/core.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return templates;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QStringList parts = QString::fromUtf8(line).split(place);
        QStringList escaped;
        for (const QString& part : parts)
            escaped << QRegularExpression::escape(part);
        const QString form = QRegularExpression::anchoredPattern(escaped.join(QStringLiteral("(.*)")));
        if (!line.isEmpty())
            templates.push_back({line, QRegularExpression(form, QRegularExpression::DotMatchesEverythingOption),
                                 static_cast<int>(parts.join(QString()).size())});
    }
    return templates;
}

const std::vector<Template>& templates()
{
    static const std::vector<Template> all = readTemplates(); // constant; read when something fails for the first time
    return all;
}

// "price list" is the spoken form of price_list, "a price list" one of them.
QString nameWord(const QString& name)
{
    static const QRegularExpression article(QStringLiteral("^an? "));
    const std::string plain = fromQString(QString(name).remove(article).replace(QLatin1Char(' '), QLatin1Char('_')));
    const std::pair<std::span<const NamedWord>, const char*> tables[] = {
        {entityWords, "entityWords"}, {fieldWords, "fieldWords"}, {choiceWords, "choiceWords"}};
    for (const auto& [table, context] : tables)
        for (const NamedWord& entry : table)
            if (entry.name == plain)
                return QCoreApplication::translate(context, entry.word);
    return {};
}

QString translated(const QString& sentence, int depth);

// What core says of the length of a text; its parts stand in a place of a template.
constexpr const char* smallWords[] = {
    QT_TRANSLATE_NOOP("coreWords", "may"),
    QT_TRANSLATE_NOOP("coreWords", "may in each element"),
    QT_TRANSLATE_NOOP("coreWords", "may in each member"),
    QT_TRANSLATE_NOOP("coreWords", "may in each entry"),
};

// What stood in a place: a name, a day, a list of such, a sentence of its own, or what somebody typed.
QString partWord(const QString& part, int depth)
{
    if (const QString word = nameWord(part); !word.isEmpty())
        return word;
    for (const char* word : smallWords)
        if (part == QLatin1String(word))
            return QCoreApplication::translate("coreWords", word);
    if (const QDate day = QDate::fromString(part, Qt::ISODate); day.isValid())
        return QLocale().toString(day, dayFormat());
    const qsizetype from = part.startsWith(QLatin1Char(' ')) ? 1 : 0;
    return part.left(from) + translated(part.mid(from), depth + 1);
}

QString translated(const QString& sentence, int depth)
{
    const Template* best = nullptr;
    for (const Template& candidate : templates())
        if ((best == nullptr || candidate.letters > best->letters) && candidate.form.match(sentence).hasMatch())
            best = &candidate;
    if (best == nullptr || depth > deepest)
        return sentence;
    QString words = QCoreApplication::translate("core", best->text.constData());
    const QStringList parts = best->form.match(sentence).capturedTexts();
    QString filled;
    for (qsizetype i = 0; i < words.size(); ++i) { // in one pass: what somebody typed may have a % in it
        const int place = words[i] == QLatin1Char('%') && i + 1 < words.size() ? words[i + 1].digitValue() : 0;
        if (place <= 0 || place >= parts.size()) {
            filled += words[i];
            continue;
        }
        const QByteArray quoted = "\"%" + QByteArray::number(place) + "\""; // a name somebody gave, not one of ours
        filled += best->text.contains(quoted) ? parts[place] : partWord(parts[place], depth);
        ++i;
    }
    return filled;
}

} // namespace

QString sentenceWord(const QString& sentence)
{
    return spokenLanguage() == QLatin1String("en") ? sentence : translated(sentence, 0);
}

Error inTheirLanguage(Error error)
{
    error.message = fromQString(sentenceWord(toQString(error.message)));
    return error;
}

} // namespace satchel::ui
