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
    QString begins, ends; ///< before its first place and behind its last: most are ruled out by these
    QRegularExpression form;
    bool closes; ///< it ends with a sentence of its own (" Ask for approval."), which no place may swallow
    int letters; ///< outside its places: the one that says most is the one that was meant

    [[nodiscard]] bool fits(const QString& sentence) const
    {
        return sentence.startsWith(begins) && sentence.endsWith(ends) && form.match(sentence).hasMatch();
    }
    [[nodiscard]] bool isBetterThan(const Template& other) const
    {
        return closes != other.closes ? closes : letters > other.letters;
    }
};

std::vector<Template> readTemplates()
{
    static const QRegularExpression place(QStringLiteral("%\\d"));
    static const QRegularExpression sentenceBehind(QStringLiteral("^ [A-Z].*\\.$"));
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
            templates.push_back({line, parts.first(), parts.last(),
                                 QRegularExpression(form, QRegularExpression::DotMatchesEverythingOption),
                                 parts.size() > 1 && sentenceBehind.match(parts.last()).hasMatch(),
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

// Parts of sentences too short to be found in the sources: templates as well, for what stands in a place of another.
[[maybe_unused]] constexpr const char* shortTemplates[] = {
    QT_TRANSLATE_NOOP("core", "The quote %1"), QT_TRANSLATE_NOOP("core", "Line %1"),
    QT_TRANSLATE_NOOP("core", "Line %1, %2"),  QT_TRANSLATE_NOOP("core", "%1 needs %2."),
    QT_TRANSLATE_NOOP("core", "at least %1"),  QT_TRANSLATE_NOOP("core", "at most %1"),
    QT_TRANSLATE_NOOP("core", "exactly %1"),   QT_TRANSLATE_NOOP("core", "from %1 to %2"),
    QT_TRANSLATE_NOOP("core", "And %1 more."), QT_TRANSLATE_NOOP("core", "%1 unsent changes"),
    QT_TRANSLATE_NOOP("core", "%1 records"),
};

// What core says of the length of a text and of what was kept; its parts stand in a place of a template.
constexpr const char* smallWords[] = {
    QT_TRANSLATE_NOOP("coreWords", "may"),
    QT_TRANSLATE_NOOP("coreWords", "may in each element"),
    QT_TRANSLATE_NOOP("coreWords", "may in each member"),
    QT_TRANSLATE_NOOP("coreWords", "may in each entry"),
    QT_TRANSLATE_NOOP("coreWords", "no unsent change"),
    QT_TRANSLATE_NOOP("coreWords", "1 unsent change"),
    QT_TRANSLATE_NOOP("coreWords", "1 record"),
    QT_TRANSLATE_NOOP("coreWords", "this quote"),
    QT_TRANSLATE_NOOP("coreWords", "somebody else"),
    QT_TRANSLATE_NOOP("coreWords", "A product that is not here"),
    QT_TRANSLATE_NOOP("coreWords", "a product that is not here"),
    QT_TRANSLATE_NOOP("coreWords", "The account"),
    QT_TRANSLATE_NOOP("coreWords", "The quantity"),
    QT_TRANSLATE_NOOP("coreWords", "The discount"),
    QT_TRANSLATE_NOOP("coreWords", "The price"),
    QT_TRANSLATE_NOOP("coreWords", "The minimum price"),
    QT_TRANSLATE_NOOP("coreWords", "The percentage"),
    QT_TRANSLATE_NOOP("coreWords", "The percentage of the cost"),
    QT_TRANSLATE_NOOP("coreWords", "The first day"),
    QT_TRANSLATE_NOOP("coreWords", "The last day"),
};

// "12.5 %" and "1250.00 EUR" as the locale writes them.
QString figureWord(const QString& part)
{
    static const QRegularExpression figure(
        QRegularExpression::anchoredPattern(QStringLiteral("(-?\\d+)(?:\\.(\\d+))? (%|[A-Z]{3})")));
    const auto found = figure.match(part);
    if (!found.hasMatch())
        return {};
    const double number = (found.captured(1) + QLatin1Char('.') + found.captured(2)).toDouble();
    return QLocale().toString(number, 'f', static_cast<int>(found.captured(2).size())) + QChar(0xA0) +
           found.captured(3);
}

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
    if (const QString figure = figureWord(part); !figure.isEmpty())
        return figure;
    const qsizetype from = part.startsWith(QLatin1Char(' ')) ? 1 : 0;
    return part.left(from) + translated(part.mid(from), depth + 1);
}

// Several sentences, of which no template has all: one after the other.
QString eachTranslated(const QString& sentences, int depth)
{
    static const QRegularExpression between(QStringLiteral("(?<=[.!?]) (?=[A-Z0-9\"])"));
    const QStringList each = sentences.split(between);
    if (each.size() < 2)
        return sentences;
    QStringList words;
    for (const QString& sentence : each)
        words << translated(sentence, depth + 1);
    return words.join(QLatin1Char(' '));
}

QString translated(const QString& sentence, int depth)
{
    const Template* best = nullptr;
    for (const Template& candidate : templates())
        if ((best == nullptr || candidate.isBetterThan(*best)) && candidate.fits(sentence))
            best = &candidate;
    if (depth > deepest)
        return sentence;
    if (best == nullptr)
        return eachTranslated(sentence, depth);
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

QString reasonsWord(const QString& reasons)
{
    static const QRegularExpression between(QStringLiteral("(?<=\\.) (?=Line \\d[\\d.]*, \"|And \\d+ more\\.$)"));
    QStringList words;
    for (const QString& sentence : reasons.split(between))
        words << sentenceWord(sentence);
    return words.join(QLatin1Char(' '));
}

Error inTheirLanguage(Error error)
{
    error.message = fromQString(sentenceWord(toQString(error.message)));
    return error;
}

} // namespace satchel::ui
