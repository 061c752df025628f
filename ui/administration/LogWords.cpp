// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/LogWords.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace satchel::ui {

namespace {

// As sync/server/AdminDeeds writes them: who, on which device, what.
constexpr std::array logSentences = {
    QT_TR_NOOP("%1 (%2) set a new password for %3."),
    QT_TR_NOOP("%1 (%2) let the device \"%3\" of %4 in again."),
    QT_TR_NOOP("%1 (%2) shut out the device \"%3\" of %4."),
    QT_TR_NOOP("%1 (%2) ended all sessions of %3."),
    QT_TR_NOOP("%1 (%2) closed the alert: %3."),
    QT_TR_NOOP("%1 (%2) took %3 record back that only laptops had."),
    QT_TR_NOOP("%1 (%2) took %3 records back that only laptops had."),
    QT_TR_NOOP("%1 (%2) closed the recovery."),
    QT_TR_NOOP("%1 (%2) released deletions that a fuse had held."),
    QT_TR_NOOP("%1 (%2) refused deletions that a fuse had held."),
    QT_TR_NOOP("%1 (%2) brought back what a released fuse had deleted."),
    QT_TR_NOOP("%1 (%2) had the server try a change in quarantine once more."),
    QT_TR_NOOP("%1 (%2) chose a new password."),
    QT_TR_NOOP("%1 chose a password in place of the one given."),
};

// "%1" is anything, as little of it as fits.
QRegularExpression patternOf(const char* sentence)
{
    static const QRegularExpression gap(QStringLiteral("\\\\%\\d"));
    QString pattern = QRegularExpression::escape(QString::fromLatin1(sentence));
    pattern.replace(gap, QStringLiteral("(.+?)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                              QRegularExpression::DotMatchesEverythingOption);
}

} // namespace

QString logWord(const QString& line)
{
    for (const char* sentence : logSentences) {
        const QRegularExpressionMatch match = patternOf(sentence).match(line);
        if (!match.hasMatch())
            continue;
        QString said = QCoreApplication::translate("LogWords", sentence);
        for (int i = match.lastCapturedIndex(); i > 0; --i) // a name may have a percent sign of its own
            said.replace(QLatin1Char('%') + QString::number(i), QChar(0xE000 + i));
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            said.replace(QChar(0xE000 + i), match.captured(i));
        return said;
    }
    return line;
}

} // namespace satchel::ui
