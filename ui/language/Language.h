// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QApplication;

namespace satchel::ui {

/// The language of the windows. Sentences are translated by what they say, not by the class that says them: the same
/// English has one translation everywhere, and a small tr() of a file needs no thought
/// (resources/translations/README.md). Window's thread; what was made before keeps its words, so the windows are made
/// anew after a change.

/// The languages there are, in their own words' order: "de", "en".
[[nodiscard]] QStringList languages();
/// Words, formats and the direction of writing from now on. "" is the system's; a language without words of its own
/// only gives its formats and direction, which is how a mirrored window is looked at ("ar").
void speak(QApplication& application, const QString& language);
/// The language the words are in: "en" unless they were translated. Any thread.
[[nodiscard]] QString spokenLanguage();
/// What a language is called by those who speak it: "Deutsch".
[[nodiscard]] QString languageWord(const QString& language);

} // namespace satchel::ui
