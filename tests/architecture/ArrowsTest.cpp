// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

using Rooms = QSet<QString>;

Rooms rooms(const char* names)
{
    const auto list = QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

// Each room and the rooms it may include: the table "Rooms" of ARCHITECTURE.md.
const QMap<QString, Rooms>& arrows()
{
    static const QMap<QString, Rooms> all = [] {
        QMap<QString, Rooms> map;
        const auto room = [&map](const char* name, const char* mayInclude) {
            map[QString::fromLatin1(name)] = rooms(mayInclude);
        };
        room("core/base", "");
        room("core/schema", "core/base");
        room("core/model", "core/schema core/base");
        room("core/rules", "core/model core/schema core/base");
        room("core/sqlite", "core/schema core/base");
        room("sync/protocol", "core/model core/schema core/base");
        room("sync/merge", "core/model core/schema core/base");
        room("core/store", "sync/protocol sync/merge core/sqlite core/rules core/model core/schema core/base");
        room("core/exchange", "core/store core/rules core/model core/schema core/base");
        room("core/sales", "core/exchange core/store core/rules core/model core/schema core/base");
        room("sync/client", "core/store sync/protocol sync/merge core/rules core/model core/schema core/base");
        room("sync/server", "sync/protocol sync/merge core/sqlite core/rules core/model core/schema core/base");
        room("ui/documents", "core/rules core/model core/schema core/base");
        room("ui/charts", "");
        room("ui",
             "ui/charts ui/documents core/sales core/exchange core/store core/rules core/model core/schema core/base");
        room("app/desktop", "ui ui/documents sync/client core/sales core/exchange core/store core/rules core/model "
                            "core/schema core/base");
        room("app/server", "sync/server core/model core/schema core/base");
        room(
            "app/ctl",
            "ui/documents sync/client core/sales core/exchange core/store core/rules core/model core/schema core/base");
        return map;
    }();
    return all;
}

// Rooms that know nothing of Qt, so that they can be simulated, fuzzed and checked for races without it.
const Rooms& roomsWithoutQt()
{
    static const Rooms all =
        rooms("core/base core/schema core/model core/rules core/sqlite core/store core/exchange core/sales "
              "sync/protocol sync/merge sync/server app/server");
    return all;
}

struct Source {
    QString path; // from the root of the tree
    QStringList lines;

    [[nodiscard]] QString at(qsizetype line) const { return QStringLiteral("%1:%2").arg(path).arg(line + 1); }
    [[nodiscard]] bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    // The room is the folder in the list that the path begins with: ui/documents before ui.
    [[nodiscard]] QString room() const { return roomOf(path); }

    static QString roomOf(const QString& file)
    {
        QString room;
        for (auto it = arrows().keyBegin(); it != arrows().keyEnd(); ++it)
            if (file.startsWith(*it + QLatin1Char('/')) && it->size() > room.size())
                room = *it;
        return room;
    }
};

QString readText(const QString& path)
{
    QFile file(QStringLiteral(SATCHEL_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Source> sourcesBelow(const char* folder)
{
    QList<Source> found;
    const QDir root(QStringLiteral(SATCHEL_SOURCE_DIR));
    QDirIterator it(root.filePath(QString::fromLatin1(folder)), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                    QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = root.relativeFilePath(it.next());
        found.append({path, readText(path).split(QLatin1Char('\n'))});
    }
    return found;
}

QList<Source> productSources()
{
    return sourcesBelow("core") + sourcesBelow("sync") + sourcesBelow("ui") + sourcesBelow("app");
}

// Calls visit(source, line, match) for each line of `sources` that matches.
template <typename Visit>
void eachMatch(const QList<Source>& sources, const char* pattern, const Visit& visit)
{
    const QRegularExpression expression(QString::fromLatin1(pattern));
    for (const Source& source : sources)
        for (qsizetype line = 0; line < source.lines.size(); ++line)
            if (const auto match = expression.match(source.lines[line]); match.hasMatch())
                visit(source, line, match);
}

void expectNone(const QStringList& faults)
{
    QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults.join(QLatin1Char('\n'))));
}

constexpr const char* ownInclude = "^\\s*#\\s*include\\s+\"([^\"]+)\"";
constexpr const char* systemInclude = "^\\s*#\\s*include\\s+<([^>]+)>";

} // namespace

class ArrowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySourceStandsInARoom();
    void arrowsOnlyPointDown();
    void theDrawnArrowsAreTheseArrows();
    void includesAreWrittenFromTheRoot();
    void qtStaysOutOfTheRoomsThatDoWithoutIt();
    void theEnginesOnlyDoorToQtIsItsHttpEnd();
    void qtHeadersAreIncludedOneByOneAndWithoutTheirFolder();
    void windowsSpeakNoSqlAndNoNetwork();
    void nothingIsASingleton();
    void everySourceNamesItsLicence();
    void everyHeaderIsReadOnce();
};

void ArrowsTest::everySourceStandsInARoom()
{
    const auto sources = productSources();
    QVERIFY(!sources.isEmpty());
    QStringList faults;
    for (const Source& source : sources)
        if (source.room().isEmpty())
            faults.append(source.path + QStringLiteral(" stands in no room of ARCHITECTURE.md"));
    expectNone(faults);
}

void ArrowsTest::arrowsOnlyPointDown()
{
    QStringList faults;
    eachMatch(productSources(), ownInclude,
              [&](const Source& source, qsizetype line, const QRegularExpressionMatch& match) {
                  const QString from = source.room();
                  const QString to = Source::roomOf(match.captured(1));
                  if (!to.isEmpty() && to != from && !arrows()[from].contains(to))
                      faults.append(QStringLiteral("%1: %2 may not include %3").arg(source.at(line), from, to));
              });
    expectNone(faults);
}

void ArrowsTest::theDrawnArrowsAreTheseArrows()
{
    static const QRegularExpression tableRow(
        QStringLiteral("^\\| `((?:core|sync|app)/\\w+|ui(?:/(?:charts|documents))?)` \\|[^|]*\\| ([^|]*) \\|$"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression room(QStringLiteral("`([^`]+)`"));
    QMap<QString, Rooms> drawn;
    for (auto rows = tableRow.globalMatch(readText(QStringLiteral("ARCHITECTURE.md"))); rows.hasNext();) {
        const auto row = rows.next();
        Rooms& mayInclude = drawn[row.captured(1)];
        for (auto names = room.globalMatch(row.captured(2)); names.hasNext();)
            mayInclude.insert(names.next().captured(1));
    }
    QCOMPARE(drawn.keys(), arrows().keys());
    for (auto it = drawn.begin(); it != drawn.end(); ++it)
        QVERIFY2(it.value() == arrows()[it.key()],
                 qPrintable(QStringLiteral("ARCHITECTURE.md draws other arrows from ") + it.key()));
}

void ArrowsTest::includesAreWrittenFromTheRoot()
{
    QStringList faults;
    const QDir root(QStringLiteral(SATCHEL_SOURCE_DIR));
    eachMatch(productSources() + sourcesBelow("tests"), ownInclude,
              [&](const Source& source, qsizetype line, const QRegularExpressionMatch& match) {
                  const QString path = match.captured(1);
                  if (!path.endsWith(QLatin1String(".moc")) && !root.exists(path))
                      faults.append(QStringLiteral("%1: no file %2 below the root").arg(source.at(line), path));
              });
    expectNone(faults);
}

void ArrowsTest::qtStaysOutOfTheRoomsThatDoWithoutIt()
{
    QStringList faults;
    eachMatch(productSources(), "^\\s*#\\s*include\\s+[<\"](Q[A-Z]\\w*|Qt\\w+|Qt\\w+/.*|qt\\w+/.*|q\\w+\\.h)[>\"]",
              [&](const Source& source, qsizetype line, const QRegularExpressionMatch& match) {
                  if (roomsWithoutQt().contains(source.room()))
                      faults.append(QStringLiteral("%1: <%2>").arg(source.at(line), match.captured(1)));
              });
    expectNone(faults);
}

void ArrowsTest::theEnginesOnlyDoorToQtIsItsHttpEnd()
{
    QStringList faults;
    eachMatch(sourcesBelow("sync/client"), "^\\s*#\\s*include\\s+<Q",
              [&](const Source& source, qsizetype line, const auto&) {
                  if (!source.path.contains(QLatin1String("/Http")) && !source.path.contains(QLatin1String("/WakeUp")))
                      faults.append(source.at(line));
              });
    expectNone(faults);
}

void ArrowsTest::qtHeadersAreIncludedOneByOneAndWithoutTheirFolder()
{
    // With <QtSql/QSqlQuery> a forgotten link line goes unnoticed; <QtWidgets> alone costs seconds a file.
    static const QRegularExpression umbrella(QStringLiteral("^Qt(Core|Gui|Widgets|Network|Sql|Svg|Test)$"));
    QStringList faults;
    eachMatch(productSources() + sourcesBelow("tests"), systemInclude,
              [&](const Source& source, qsizetype line, const QRegularExpressionMatch& match) {
                  const QString header = match.captured(1);
                  if (header.startsWith(QLatin1String("Qt")) &&
                      (header.contains(QLatin1Char('/')) || umbrella.match(header).hasMatch()))
                      faults.append(QStringLiteral("%1: <%2>").arg(source.at(line), header));
              });
    expectNone(faults);
}

void ArrowsTest::windowsSpeakNoSqlAndNoNetwork()
{
    QStringList faults;
    const auto complain = [&](const Source& source, qsizetype line, const QRegularExpressionMatch& match) {
        faults.append(QStringLiteral("%1: %2").arg(source.at(line), match.captured(0).trimmed()));
    };
    const auto windows = sourcesBelow("ui") + sourcesBelow("app/desktop");
    eachMatch(windows, "\\b(SELECT\\s+[\\w*(]|INSERT\\s+(OR\\s+\\w+\\s+)?INTO|UPDATE\\s+\\w+\\s+SET|DELETE\\s+FROM)",
              complain);
    eachMatch(sourcesBelow("ui"), "#\\s*include\\s+<(QNetwork|QTcp|QSsl|QWebSocket|QSql|sqlite3)", complain);
    expectNone(faults);
}

void ArrowsTest::nothingIsASingleton()
{
    QStringList faults;
    // Qt's own (the application, the network's state) are Qt's business.
    eachMatch(productSources(), "(?<!\\bQCoreApplication::)(?<!\\bQNetworkInformation::)\\binstance\\s*\\(",
              [&](const Source& source, qsizetype line, const auto&) { faults.append(source.at(line)); });
    expectNone(faults);
}

void ArrowsTest::everySourceNamesItsLicence()
{
    QStringList faults;
    for (const Source& source : productSources() + sourcesBelow("tests"))
        if (source.lines.value(0) != QLatin1String("// SPDX-FileCopyrightText: 2026 The Satchel authors") ||
            source.lines.value(1) != QLatin1String("// SPDX-License-Identifier: GPL-3.0-or-later"))
            faults.append(source.path);
    expectNone(faults);
}

void ArrowsTest::everyHeaderIsReadOnce()
{
    QStringList faults;
    for (const Source& source : productSources() + sourcesBelow("tests"))
        if (source.isHeader() && source.lines.value(2) != QLatin1String("#pragma once"))
            faults.append(source.path);
    expectNone(faults);
}

QTEST_GUILESS_MAIN(ArrowsTest)
#include "ArrowsTest.moc"
