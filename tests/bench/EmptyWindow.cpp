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
    double kilobytes = 0;
    bool counted = true;
    if (maps.open(QIODevice::ReadOnly))
        for (const QByteArray& line : maps.readAll().split('\n'))
            if (line.startsWith("Rss:"))
                kilobytes += counted ? line.mid(4).trimmed().split(' ').front().toDouble() : 0;
            else if (const char first = line.isEmpty() ? 'A' : line.front(); first < 'A' || first > 'Z')
                counted = !line.endsWith(".sqlite"); // a mapping begins
    return kilobytes / 1024;
}

} // namespace satchel::bench
