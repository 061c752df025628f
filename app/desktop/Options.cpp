// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace satchel {

Options readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Satchel: customers, quotes and to-dos, with or without a network."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const auto option = [&parser](const char* name, const char* text, const char* value) {
        QCommandLineOption made(QString::fromLatin1(name), QString::fromLatin1(text), QString::fromLatin1(value));
        parser.addOption(made);
        return made;
    };
    const auto profile = option("profile", "Folder with this person's records.", "DIR");
    const auto server = option("server", "Server to sign in to, for a new profile.", "URL");
    const auto login = option("login", "Who signs in; the password is asked, or taken from SATCHEL_PASSWORD.", "LOGIN");
    const auto pictures = option("pictures", "Write pictures of every window into a folder and end.", "DIR");
    const auto looks =
        option("looks", "How to take the pictures: any of light, dark and languages (light,dark,de,ar).", "NAMES");
    const auto language =
        option("language", "The language, this time: de, en; any other only for its formats.", "NAME");
    const auto theme = option("theme", "light, dark or system, this time.", "NAME");
    QCommandLineOption measureStart(QStringLiteral("measure-start"));
    measureStart.setFlags(QCommandLineOption::HiddenFromHelp); // for ./dev bench ui
    parser.addOption(measureStart);
    if (!parser.parse(application.arguments()) || !parser.positionalArguments().isEmpty()) {
        const QString sentence =
            parser.errorText().isEmpty() ? QStringLiteral("This takes options only; see --help.") : parser.errorText();
        std::fputs(qPrintable(sentence + QLatin1Char('\n')), stderr);
        std::exit(2);
    }
    if (parser.isSet(help))
        parser.showHelp(0);
    if (parser.isSet(version))
        parser.showVersion();
    Options options{.profile = parser.value(profile),
                    .server = parser.value(server),
                    .login = parser.value(login),
                    .password = qEnvironmentVariable("SATCHEL_PASSWORD"),
                    .pictures = parser.value(pictures),
                    .looks = parser.value(looks).split(QLatin1Char(','), Qt::SkipEmptyParts),
                    .theme = parser.value(theme),
                    .language = parser.value(language),
                    .measureStart = parser.isSet(measureStart)};
    qunsetenv("SATCHEL_PASSWORD"); // not for what we start
    if (options.profile.isEmpty())
        options.profile = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return options;
}

} // namespace satchel
