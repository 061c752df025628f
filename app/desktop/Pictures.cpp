// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/Pictures.h"

#include "app/desktop/Desktop.h"
#include "core/model/Administering.h"
#include "ui/language/Sentences.h"
#include "ui/models/ReplicaThread.h"
#include "ui/quotes/QuoteEditor.h"
#include "ui/quotes/QuotesPage.h"
#include "ui/records/ListPane.h"
#include "ui/records/RecordPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Page.h"
#include "ui/shell/Panels.h"
#include "ui/shell/ShutOutWindow.h"
#include "ui/shell/SignInWindow.h"
#include "ui/shell/TroubleWindow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Text.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QTabBar>

#include <algorithm>
#include <cstdio>

namespace satchel {

namespace {
constexpr int settleMs = 40;    // timers that collect keystrokes and commits
constexpr int settleRounds = 6; // a question is often asked after the answer to another
constexpr int longestMs = 300'000;
} // namespace

Pictures::Pictures(Desktop& desktop, ui::Theme& theme, const Options& options, QObject* parent)
    : QObject(parent), m_desktop(desktop), m_theme(theme), m_options(options)
{
    QDir().mkpath(options.pictures);
    m_languages = options.looks;
    const bool light = m_languages.removeAll(QStringLiteral("light")) > 0;
    const bool dark = m_languages.removeAll(QStringLiteral("dark")) > 0;
    m_light = light || !dark;
    m_dark = dark || !light;
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
    const QString file = QStringLiteral("%1/%2-%3%4.png")
                             .arg(m_options.pictures, name,
                                  m_theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light"), m_suffix);
    if (!window->grab().save(file))
        std::fputs(qPrintable(QStringLiteral("Could not write %1.\n").arg(file)), stderr);
}

void Pictures::take(const Scene& scene, QWidget* window, const std::function<void()>& then)
{
    scene.prepare();
    QWidget* const shown = scene.window ? scene.window() : window;
    settle(settleRounds, [this, scene, window = shown, then, own = scene.window != nullptr] {
        for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
            if (!(choice == ui::Theme::Choice::Light ? m_light : m_dark))
                continue;
            m_theme.apply(choice);
            grab(window, scene.name);
        }
        if (own)
            delete window;
        then();
    });
}

// So many rounds, and on while the answers lead to further questions: a page may look through all records.
void Pictures::settle(int rounds, const std::function<void()>& then)
{
    QTimer::singleShot(settleMs, this, [this, rounds, then] {
        const bool idle = m_desktop.reader().isIdle();
        m_desktop.reader().finish();
        if (rounds > 0 || !idle)
            settle(std::max(0, rounds - 1), then);
        else
            then();
    });
}

void Pictures::takeSignIn()
{
    ui::SignInWindow* const window = m_desktop.signInWindow();
    const auto signIn = [this] {
        if (!m_options.password.isEmpty())
            Q_EMIT m_desktop.signInWindow()->signInWanted(m_options.server, m_options.login, m_options.password);
        else
            QApplication::exit(0);
    };
    // As it is found, and as it is after the first password that somebody was given.
    take({QStringLiteral("signin"), [] {}}, window, [this, window, signIn] {
        const auto ask = [window] {
            window->askNewPassword(ui::sentenceWord(ui::toQString(administering::givenPassword().message)));
        };
        take({QStringLiteral("signin-new-password"), ask}, window, signIn);
    });
}

void Pictures::takePages()
{
    if (m_languages.isEmpty())
        m_languages << QString();
    takeLanguage();
}

void Pictures::takeLanguage()
{
    const QString language = m_languages.first();
    if (!language.isEmpty()) {
        m_desktop.speak(language);
        m_suffix = QLatin1Char('-') + language;
    }
    m_desktop.mainWindow()->resize(1280, 800);
    prepareScenes();
    // A first look at every page, so that each has its rows before its picture is taken.
    for (const ui::Page* page : m_desktop.mainWindow()->pages())
        m_desktop.mainWindow()->go(page->id());
    m_at = 0;
    settle(settleRounds, [this] { next(); });
}

void Pictures::prepareScenes()
{
    ui::MainWindow* window = m_desktop.mainWindow();
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
                {QStringLiteral("inbox"), go("inbox")}};
    m_scenes.push_back({QStringLiteral("quote"), [this, window] {
                            window->go(QStringLiteral("quote"));
                            openDraft();
                        }});
    // Pages that are not named above come by themselves.
    for (const ui::Page* page : window->pages())
        if (std::none_of(m_scenes.begin(), m_scenes.end(), [page](const Scene& scene) {
                return scene.name == page->id() || scene.name == page->id() + QLatin1Char('s');
            }))
            addViews(*page);
    m_scenes.push_back({QStringLiteral("keys"), [window] {
                            window->go(QStringLiteral("today"));
                            window->toggleKeys();
                        }});
    addRareWindows();
    m_scenes.push_back({QStringLiteral("history"), [window] { // last, because it stays open
                            // The record of the first conflict has a history worth seeing.
                            const auto record = window->page(QStringLiteral("inbox"))->currentRecord();
                            window->go(QStringLiteral("contact"));
                            if (record)
                                window->open(*record);
                            window->toggleHistory();
                        }});
}

// What a person sees once in years, if ever.
void Pictures::addRareWindows()
{
    m_scenes.push_back({QStringLiteral("closing"), [window = m_desktop.mainWindow()] {
                            window->go(QStringLiteral("today"));
                            window->findChild<ui::Panels*>()->askClosing();
                        }});
    m_scenes.push_back({QStringLiteral("shutout"), [] {},
                        [] {
                            auto* window =
                                ui::makeShutOutWindow(3, QDir::home().filePath(QStringLiteral("unsent.csv")), {});
                            window->show();
                            return window;
                        }});
}

// A page as often as it has views.
void Pictures::addViews(const ui::Page& page)
{
    auto* tabs = page.findChild<QTabBar*>();
    for (int view = 0; view == 0 || (tabs != nullptr && view < tabs->count()); ++view) {
        const QString name = view == 0 ? page.id() : QStringLiteral("%1-%2").arg(page.id()).arg(view + 1);
        m_scenes.push_back({name, [window = m_desktop.mainWindow(), id = page.id(), tabs, view] {
                                window->go(id);
                                if (tabs != nullptr)
                                    tabs->setCurrentIndex(view);
                            }});
    }
}

// A quote that is being written, with its paper.
void Pictures::openDraft()
{
    m_desktop.reader().ask(
        this,
        [](Replica& replica) {
            const Entity& quote = schema::entity("quote");
            return replica.ids({.entity = &quote,
                                .search = {},
                                .filters = {{*quote.indexOf("status"), Comparison::Equal, Value("draft")}},
                                .orderBy = quote.indexOf("date"),
                                .limit = 1,
                                .after = {}},
                               0, 1);
        },
        [this](const Result<std::vector<Id>>& drafts) {
            if (!drafts.ok() || drafts->empty())
                return;
            ui::MainWindow* window = m_desktop.mainWindow();
            window->open({schema::entity("quote").number, drafts->front()});
            qobject_cast<ui::QuotesPage*>(window->currentPage())->editor().setPaperShown(true);
        });
}

void Pictures::next()
{
    if (m_at == m_scenes.size()) {
        m_languages.removeFirst();
        if (m_languages.isEmpty())
            QApplication::exit(0);
        else
            takeLanguage();
        return;
    }
    take(m_scenes[m_at], m_desktop.mainWindow(), [this] {
        ++m_at;
        next();
    });
}

} // namespace satchel
