// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Desktop.h"
#include "app/desktop/EndSignal.h"
#include "app/desktop/Options.h"
#include "app/desktop/Pictures.h"
#include "core/base/Files.h"
#include "core/store/Replica.h"
#include "core/store/Reserve.h"
#include "ui/language/Language.h"
#include "ui/language/Sentences.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/TroubleWindow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QApplication>
#include <QEventLoop>
#include <QIcon>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <sys/stat.h>

namespace {

constexpr int lockPatience = 5; // seconds: satchelctl may be in the middle of something

// In a window, because who has started us by a click does not see what we print. True: try once more.
bool asksAgain(const satchel::Error& error)
{
    const bool busy = error.kind == satchel::ErrorKind::Busy;
    satchel::ui::TroubleWindow window(QStringLiteral("circle-alert"),
                                      busy ? QApplication::translate("main", "Satchel is already open")
                                           : QApplication::translate("main", "Satchel cannot open this profile"),
                                      satchel::ui::sentenceWord(satchel::ui::toQString(error.message)));
    QEventLoop loop;
    QObject::connect(window.addButton(QApplication::translate("main", "Try again")), &QPushButton::clicked, &loop,
                     [&loop] { loop.exit(1); });
    QObject::connect(window.addButton(QApplication::translate("main", "Close")), &QPushButton::clicked, &window,
                     &QWidget::close);
    QObject::connect(&window, &satchel::ui::TroubleWindow::closed, &loop, &QEventLoop::quit);
    QApplication::setQuitOnLastWindowClosed(false);
    window.show();
    const bool again = loop.exec() == 1;
    QApplication::setQuitOnLastWindowClosed(true);
    return again;
}

// Says on the standard output when today's page is painted, for ./dev bench ui.
void sayWhenUsable(satchel::Desktop& desktop)
{
    auto* look = new QTimer(&desktop);
    QObject::connect(look, &QTimer::timeout, &desktop, [&desktop, look] {
        if (desktop.mainWindow() == nullptr || !desktop.reader().isCaughtUp())
            return;
        look->stop();
        desktop.mainWindow()->repaint();
        std::puts("usable");
        std::fflush(stdout);
        QTimer::singleShot(1000, &desktop, &QApplication::quit); // by then somebody has looked at our memory
    });
    look->start(0);
}

} // namespace

int main(int argc, char* argv[])
{
    ::umask(077);                  // what Qt writes, settings for example, is as private as the rest of a profile
    std::signal(SIGXFSZ, SIG_IGN); // so that a limit of the file size is said like a full disk
    QApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("satchel"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(SATCHEL_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("satchel"));
    const satchel::Options options = satchel::readOptions(application);

    const QSettings settings(satchel::ui::MainWindow::settingsFileIn(options.profile), QSettings::IniFormat);
    satchel::ui::speak(application, options.language.isEmpty() ? settings.value(QStringLiteral("language")).toString()
                                                               : options.language);

    satchel::ui::Theme theme(application);
    // As the window will want it: another look later dresses every control twice.
    theme.apply(satchel::ui::Theme::named(options.theme.isEmpty() ? settings.value(QStringLiteral("theme")).toString()
                                                                  : options.theme));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/satchel.svg")));

    const std::string folder = satchel::ui::fromQString(options.profile);
    auto lock = satchel::lockProfile(folder, lockPatience);
    while (!lock.ok()) {
        std::fprintf(stderr, "%s\n", lock.error().message.c_str());
        if (!options.pictures.isEmpty() || !asksAgain(lock.error()))
            return 1;
        lock = satchel::lockProfile(folder, 1);
    }
    satchel::holdReserve(folder);
    satchel::SystemEnvironment environment;
    satchel::Desktop desktop(options, environment, theme);
    const satchel::EndSignal ending(nullptr);
    QObject::connect(&ending, &satchel::EndSignal::asked, &desktop, &satchel::Desktop::end);
    if (!options.pictures.isEmpty())
        new satchel::Pictures(desktop, theme, options, &desktop);
    if (options.measureStart)
        sayWhenUsable(desktop);
    desktop.start();
    return QApplication::exec();
}
