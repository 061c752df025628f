// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Desktop.h"
#include "app/desktop/Options.h"
#include "app/desktop/Pictures.h"
#include "core/base/Files.h"
#include "core/store/Replica.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <csignal>
#include <cstdio>

int main(int argc, char* argv[])
{
    std::signal(SIGXFSZ, SIG_IGN); // so that a limit of the file size is said like a full disk
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("satchel"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(SATCHEL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("satchel"));
    const satchel::Options options = satchel::readOptions(application);

    // The C locale writes times with seconds; a machine without a language gets plain English.
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));

    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("satchel"), QStringLiteral("_"), QStringLiteral(":/translations")))
        QApplication::installTranslator(&translator);

    satchel::ui::Theme theme(application);
    theme.apply(satchel::ui::Theme::named(options.theme));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/satchel.svg")));

    const std::string folder = satchel::ui::fromQString(options.profile);
    if (const satchel::Status made = satchel::makePrivateFolder(folder); !made.ok()) {
        std::fprintf(stderr, "%s\n", made.error().message.c_str());
        return 1;
    }
    const auto lock = satchel::lockProfile(folder, 5);
    if (!lock.ok()) {
        std::fprintf(stderr, "%s\n", lock.error().message.c_str());
        return 1;
    }
    satchel::SystemEnvironment environment;
    satchel::Desktop desktop(options, environment, theme);
    if (!options.pictures.isEmpty())
        new satchel::Pictures(desktop, theme, options, &desktop);
    desktop.start();
    return QApplication::exec();
}
