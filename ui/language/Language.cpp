// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/Language.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// A static library's resources have to be named once; this cannot stand inside a namespace.
static void loadTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace satchel::ui {

namespace {

constexpr const char* general = "Satchel"; // the context of all sentences that need none

class Translator final : public QTranslator {
public:
    using QTranslator::QTranslator;

    // Word tables have contexts of their own; everything else is found by its text.
    [[nodiscard]] QString translate(const char* context, const char* text, const char* comment,
                                    int number) const override
    {
        const QString own = QTranslator::translate(context, text, comment, number);
        return own.isNull() ? QTranslator::translate(general, text, comment, number) : own;
    }
};

// Qt's own words ("Cut", "Paste") where its translations are installed.
void loadQtWords(QApplication& application, const QLocale& locale)
{
    auto* words = new QTranslator(&application);
    words->setObjectName(QStringLiteral("satchel words"));
    if (words->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(words);
}

QLocale localeOf(const QString& language)
{
    // The C locale writes times with seconds; a machine without a language gets plain English.
    const QLocale system = QLocale::system().language() == QLocale::C
                               ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                               : QLocale::system();
    if (language.isEmpty())
        return system;
    const QLocale wanted(language);
    return wanted.language() == QLocale::C ? system : QLocale(wanted.language(), system.territory());
}

} // namespace

QStringList languages()
{
    loadTranslations();
    QStringList found;
    for (const QString& file : QDir(QStringLiteral(":/translations")).entryList({QStringLiteral("satchel_*.qm")}))
        found << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    return found;
}

void speak(QApplication& application, const QString& language)
{
    loadTranslations();
    qDeleteAll(application.findChildren<QTranslator*>(QStringLiteral("satchel words")));
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale);
    loadQtWords(application, locale);
    auto* words = new Translator(&application);
    words->setObjectName(QStringLiteral("satchel words"));
    // English words stand in the sources; only their plurals are in the file.
    if (words->load(locale, QStringLiteral("satchel"), QStringLiteral("_"), QStringLiteral(":/translations")) ||
        words->load(QStringLiteral(":/translations/satchel_en.qm")))
        QApplication::installTranslator(words);
    QApplication::setLayoutDirection(locale.textDirection());
}

QString spokenLanguage()
{
    return QCoreApplication::translate("Language", "en", "the code of this language, two letters");
}

QString languageWord(const QString& language)
{
    const QString word = QLocale(language).nativeLanguageName();
    return language == QLatin1String("en") ? QStringLiteral("English") : word.left(1).toUpper() + word.mid(1);
}

} // namespace satchel::ui
