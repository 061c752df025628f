// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <initializer_list>
#include <memory>
#include <optional>
#include <sys/resource.h>

namespace satchel::test {

/// A command line: {"set", "contact", id, "phone=+49"}.
struct Word {
    Word(const char* utf8) : text(QString::fromUtf8(utf8)) {}
    Word(QString word) : text(std::move(word)) {}
    Word(const QByteArray& utf8) : text(QString::fromUtf8(utf8)) {}
    QString text;
};
class Words : public QStringList {
public:
    Words() = default;
    Words(std::initializer_list<Word> words)
    {
        for (const Word& word : words)
            append(word.text);
    }
    Words(QStringList words) : QStringList(std::move(words)) {}
};

/// The programs as a script finds them.
[[nodiscard]] QString satchelctl();
[[nodiscard]] QString satchelServer();
/// What Satchel is tested with and does not ship; "" (and a test that needs it skips aloud) if it is not here.
[[nodiscard]] QString sharedData(const Word& path);
/// "" if there is no such program on this machine.
[[nodiscard]] QString installed(const Word& program);

/// Under what a program runs.
struct Circumstances {
    std::optional<QByteArray> password = "demo"; ///< SATCHEL_PASSWORD; none: not set
    mode_t umask = 022;
    std::optional<rlim_t> largestFile; ///< a write beyond fails, as on a full disk
    Words wrapper;                     ///< such as strace and its options; the program follows
    QString errorsTo;                  ///< a file for stderr, for a program that runs long
};

/// How a program ended.
struct Ran {
    int code = -1; ///< its exit code; 128 + the signal's number if a signal ended it; -1 if it hung and was ended by us
    QByteArray out;
    QByteArray err;

    /// Exactly one line, which begins like a sentence and ends like one, without quoting the insides of the program.
    [[nodiscard]] bool oneSentence() const;
    [[nodiscard]] QByteArray all() const; ///< for the message of a failed test
};

/// Starts a program that dies with this test; nothing else can outlive it.
[[nodiscard]] std::unique_ptr<QProcess> launch(const QString& program, const Words& arguments,
                                               const Circumstances& under = {});
/// Waits for its end, and ends it if it hangs.
Ran finish(QProcess& process);
Ran run(const QString& program, const Words& arguments, const Circumstances& under = {});

/// Paths below the folder (itself included) that anybody but their owner may read, write or enter.
[[nodiscard]] QStringList openToOthers(const QString& folder);
/// The bytes of a file; empty if there is none.
[[nodiscard]] QByteArray contentOf(const QString& path);
void writeFile(const QString& path, const QByteArray& content);

} // namespace satchel::test
