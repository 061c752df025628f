// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Pictures.h"

#include "app/desktop/Desktop.h"
#include "ui/records/ListPane.h"
#include "ui/records/RecordPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SignInWindow.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

#include <cstdio>

namespace satchel {

namespace {
constexpr int settleMs = 700; // reader threads answer within this on a slow machine
constexpr int longestMs = 180'000;
} // namespace

Pictures::Pictures(Desktop& desktop, ui::Theme& theme, const Options& options, QObject* parent)
    : QObject(parent), m_desktop(desktop), m_theme(theme), m_options(options)
{
    QDir().mkpath(options.pictures);
    connect(&desktop, &Desktop::signInShown, this, &Pictures::takeSignIn);
    connect(&desktop, &Desktop::settled, this, &Pictures::takePages, Qt::SingleShotConnection);
    m_late.setSingleShot(true);
    connect(&m_late, &QTimer::timeout, this, [] {
        std::fputs("The pictures could not be finished in time.\n", stderr);
        QApplication::exit(1);
    });
    m_late.start(longestMs);
}

void Pictures::grab(QWidget* window, const QString& name)
{
    const QString file =
        QStringLiteral("%1/%2-%3.png")
            .arg(m_options.pictures, name, m_theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"));
    if (!window->grab().save(file))
        std::fputs(qPrintable(QStringLiteral("Could not write %1.\n").arg(file)), stderr);
}

void Pictures::take(const Scene& scene, QWidget* window, const std::function<void()>& then)
{
    scene.prepare();
    QTimer::singleShot(settleMs, this, [this, scene, window, then] {
        m_theme.apply(ui::Theme::Choice::Light);
        grab(window, scene.name);
        m_theme.apply(ui::Theme::Choice::Dark);
        grab(window, scene.name);
        m_theme.apply(ui::Theme::Choice::Light);
        then();
    });
}

void Pictures::takeSignIn()
{
    take({QStringLiteral("signin"), [] {}}, m_desktop.signInWindow(), [this] {
        if (!m_options.password.isEmpty())
            Q_EMIT m_desktop.signInWindow()->signInWanted(m_options.server, m_options.login, m_options.password);
        else
            QApplication::exit(0);
    });
}

void Pictures::takePages()
{
    ui::MainWindow* window = m_desktop.mainWindow();
    window->resize(1280, 800);
    const auto go = [window](const char* page) { return [window, page] { window->go(QString::fromLatin1(page)); }; };
    m_scenes = {{QStringLiteral("today"), go("today")},
                {QStringLiteral("accounts"), go("account")},
                {QStringLiteral("account"),
                 [window] {
                     window->go(QStringLiteral("account"));
                     if (const auto record = window->page(QStringLiteral("account"))->currentRecord())
                         window->open(*record);
                 }},
                {QStringLiteral("contacts"), go("contact")},
                {QStringLiteral("leads"), go("lead")},
                {QStringLiteral("inbox"), go("inbox")},
                {QStringLiteral("history"), [window] {
                     // The record of the first conflict has a history worth seeing.
                     const auto record = window->page(QStringLiteral("inbox"))->currentRecord();
                     window->go(QStringLiteral("contact"));
                     if (record)
                         window->open(*record);
                     window->toggleHistory();
                 }}};
    // A first look at every page, so that each has its rows before its picture is taken.
    for (const Scene& scene : m_scenes)
        if (scene.name != QLatin1String("history") && scene.name != QLatin1String("account"))
            scene.prepare();
    QTimer::singleShot(settleMs, this, &Pictures::next);
}

void Pictures::next()
{
    if (m_at == m_scenes.size()) {
        QApplication::exit(0);
        return;
    }
    take(m_scenes[m_at], m_desktop.mainWindow(), [this] {
        ++m_at;
        next();
    });
}

} // namespace satchel
