// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShutOutWindow.h"

#include "ui/shell/TroubleWindow.h"
#include "ui/widgets/FileLinks.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>

namespace satchel::ui {

TroubleWindow* makeShutOutWindow(qint64 unsent, const QString& file, const QString& trouble)
{
    const auto tr = [](const char* text, const char* which = nullptr, int count = -1) {
        return QCoreApplication::translate("ShutOutWindow", text, which, count);
    };
    QString sentence = trouble.isEmpty()
                           ? tr("An administrator has shut this laptop out. The company's records were taken off it.")
                           : tr("An administrator has shut this laptop out. %1").arg(trouble);
    if (unsent > 0)
        sentence +=
            QLatin1String("\n\n") +
            tr("%Ln changes had not been sent. What you typed is kept in this file, which any spreadsheet opens:",
               nullptr, static_cast<int>(unsent)) +
            QLatin1Char('\n') + QDir::toNativeSeparators(file);
    auto* window = new TroubleWindow(QStringLiteral("circle-alert"), tr("This laptop was shut out"), sentence);
    window->setAttribute(Qt::WA_DeleteOnClose);
    if (unsent > 0) {
        QObject::connect(window->addButton(tr("Open the file")), &QPushButton::clicked, window,
                         [file] { FileLinks::open(file); });
        QObject::connect(window->addButton(tr("Show the folder")), &QPushButton::clicked, window,
                         [file] { FileLinks::open(QFileInfo(file).path()); });
    }
    QObject::connect(window->addButton(tr("Close")), &QPushButton::clicked, window, &QWidget::close);
    return window;
}

} // namespace satchel::ui
