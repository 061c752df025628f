// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

class QWidget;

namespace satchel {

class Desktop;
struct Options;

namespace ui {
class Page;
class Theme;
} // namespace ui

/// Opens every page, with each of its views, in light and dark, and in the languages that Options::looks names, and
/// writes a picture of each into a folder, then ends the program with 0. For the README, for reviews, and to see that
/// every window can be drawn. Works without a display (QT_QPA_PLATFORM=offscreen).
class Pictures final : public QObject {
    Q_OBJECT
public:
    Pictures(Desktop& desktop, ui::Theme& theme, const Options& options, QObject* parent);

private:
    struct Scene {
        QString name;
        std::function<void()> prepare;
        std::function<QWidget*()> window = {}; ///< one of its own, made for this; else the window of the scenes before
    };
    void takeSignIn();
    void takePages();
    void prepareScenes();
    void addViews(const ui::Page& page);
    void addRareWindows();
    void openDraft();
    void takeLanguage();
    void settle(int rounds, const std::function<void()>& then);
    void next();
    void take(const Scene& scene, QWidget* window, const std::function<void()>& then);
    void grab(QWidget* window, const QString& name);

    Desktop& m_desktop;
    ui::Theme& m_theme;
    const Options& m_options;
    std::vector<Scene> m_scenes;
    QStringList m_languages; ///< still to be pictured; the first is the one of now
    QString m_suffix;        ///< of the files: "-de"
    bool m_light = true;
    bool m_dark = true;
    std::size_t m_at = 0;
    QTimer m_late;
};

} // namespace satchel
