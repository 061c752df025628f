// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/EmptyWindow.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTimer>

#include <cstdio>

namespace satchel::bench {

int showEmptyWindow(int argc, char** argv)
{
    QApplication application(argc, argv);
    QLabel label(QStringLiteral("Nothing"));
    label.resize(1280, 800);
    label.show();
    QTimer::singleShot(0, &label, [&label] {
        label.repaint();
        std::puts("usable");
        std::fflush(stdout);
    });
    return QApplication::exec();
}

double residentMegabytes(std::int64_t process)
{
    QFile maps(QStringLiteral("/proc/%1/smaps").arg(process));
    if (!maps.open(QIODevice::ReadOnly))
        return 0;
    double kilobytes = 0;
    bool counted = true;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        const char first = line.isEmpty() ? 'A' : line.front();
        if (first < 'A' || first > 'Z') // a mapping begins, by its address
            counted = !line.endsWith(".sqlite");
        else if (counted && line.startsWith("Rss:"))
            kilobytes += line.mid(4).trimmed().split(' ').front().toDouble();
    }
    return kilobytes / 1024;
}

} // namespace satchel::bench
