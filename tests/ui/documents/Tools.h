// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace satchel::documents::test {

/// Reads papers with programs of other people: what they see is what a customer gets.
class Tools {
public:
    /// Writes bytes to a file of the test's own folder and returns its path.
    QString file(const QString& name, const QByteArray& bytes) const
    {
        QFile written(m_folder.filePath(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(bytes) != bytes.size())
            qFatal("a file of the test could not be written");
        return written.fileName();
    }

    /// What a program prints; the test ends where it is missing or fails.
    QByteArray run(const char* program, const QStringList& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(QString::fromLatin1(program), arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            qFatal("%s failed: %s %s", program, qPrintable(process.errorString()),
                   process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

    QString text(const QByteArray& pdf) const
    {
        return QString::fromUtf8(
            run("pdftotext", {QStringLiteral("-layout"), file(QStringLiteral("text.pdf"), pdf), QStringLiteral("-")}));
    }

    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

/// Only letters and digits, without the white space and line ends a layout puts in.
inline QString squeezed(QString text)
{
    return text.remove(
        QRegularExpression(QStringLiteral("[\\s\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]+")));
}

} // namespace satchel::documents::test
