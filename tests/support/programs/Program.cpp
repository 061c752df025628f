// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs/Program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <csignal>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace satchel::test {

namespace {

constexpr int patience = 60'000; // milliseconds until a program is said to hang

} // namespace

QString satchelctl()
{
    return QStringLiteral(SATCHEL_BINARY_DIR "/satchelctl");
}

QString satchelServer()
{
    return QStringLiteral(SATCHEL_BINARY_DIR "/satchel-server");
}

QString sharedData(const Word& path)
{
    const QString whole = QStringLiteral(SATCHEL_SHARED_DATA "/") + path.text;
    return QFile::exists(whole) ? whole : QString();
}

QString installed(const Word& program)
{
    return QStandardPaths::findExecutable(program.text);
}

bool Ran::oneSentence() const
{
    static const QRegularExpression sentence(QStringLiteral("^[^\\n]{10,}[.!?]\\n$"));
    static const QRegularExpression insides(
        QStringLiteral("SQL|errno|exception|std::|terminate|\\.cpp|Error:|0x[0-9a-f]+"));
    const QString text = QString::fromUtf8(err);
    return sentence.match(text).hasMatch() && !insides.match(text).hasMatch();
}

QByteArray Ran::all() const
{
    return "exit " + QByteArray::number(code) + "\nstdout: " + out.left(2000) + "\nstderr: " + err.left(2000);
}

std::unique_ptr<QProcess> launch(const QString& program, const Words& arguments, const Circumstances& under)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("SATCHEL_PASSWORD"));
    if (under.password)
        environment.insert(QStringLiteral("SATCHEL_PASSWORD"), QString::fromUtf8(*under.password));
    process->setProcessEnvironment(environment);
    process->setStandardInputFile(QProcess::nullDevice());
    if (!under.errorsTo.isEmpty())
        process->setStandardErrorFile(under.errorsTo, QIODevice::Append);
    const pid_t parent = ::getpid();
    process->setChildProcessModifier([mask = under.umask, largest = under.largestFile, parent] {
        ::umask(mask);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent)
            ::_exit(127);
        if (largest) {
            const rlimit limit{*largest, *largest};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
    });
    QStringList words = under.wrapper;
    words << program << arguments;
    const QString first = words.takeFirst();
    process->start(first, words);
    return process;
}

Ran finish(QProcess& process)
{
    Ran ran;
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        ran.err = "(hung) ";
    } else {
        ran.code = process.exitStatus() == QProcess::CrashExit ? 128 + process.exitCode() : process.exitCode();
    }
    ran.out = process.readAllStandardOutput();
    ran.err += process.readAllStandardError();
    return ran;
}

Ran run(const QString& program, const Words& arguments, const Circumstances& under)
{
    return finish(*launch(program, arguments, under));
}

QStringList openToOthers(const QString& folder)
{
    QStringList found;
    const auto look = [&found](const QString& path) {
        struct stat about {};
        if (::lstat(QFile::encodeName(path).constData(), &about) == 0 && (about.st_mode & 077) != 0)
            found << path + QStringLiteral(" ") + QString::number(about.st_mode & 07777, 8);
    };
    look(folder);
    QDirIterator files(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        look(files.next());
    return found;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written.", qPrintable(path));
}

} // namespace satchel::test
