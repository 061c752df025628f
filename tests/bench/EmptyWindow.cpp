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
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (status.open(QIODevice::ReadOnly))
        for (const QByteArray& line : status.readAll().split('\n'))
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

} // namespace satchel::bench
