// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/LogLine.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace satchel::ui {

/// What a line is understood as, before it is saved.
struct LogMeaning {
    LogLine line;
    std::string kind;    ///< as it will be saved
    QString person = {}; ///< whom it was with, if the line names somebody
    QString todo = {};   ///< the title of the to-do
    QString doubt = {};  ///< a sentence
};

/// Shows the meaning of a line as chips (kind, person, when, follow-up with its date), and what is doubtful as a
/// sentence. Window's thread.
class LogPreview final : public QWidget {
    Q_OBJECT
public:
    explicit LogPreview(QWidget* parent);
    /// Answers what it shows, for those who hear it.
    QString show(const LogMeaning& meaning, Milliseconds now);

private:
    QHBoxLayout* m_chips;
    QLabel* m_todo;
    QLabel* m_doubt;
};

/// "Tue 1 Dec", with the year where it is another; and the time where there is one.
[[nodiscard]] QString dayAndTime(const std::string& day, const std::optional<int>& minute, Milliseconds now);
/// Why there is no to-do, with the way out; "" if nothing is doubtful.
[[nodiscard]] QString doubtSentence(LogLine::Doubt doubt, const QString& words);

} // namespace satchel::ui
