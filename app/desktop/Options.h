// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QCoreApplication;

namespace satchel {

/// The command line of the desktop.
struct Options {
    QString profile; ///< folder of the replica
    QString server;  ///< "" unless given
    QString login;
    QString password;          ///< from SATCHEL_PASSWORD
    QString pictures;          ///< folder for pictures of all windows; "" for none
    QStringList looks;         ///< of the pictures: "light", "dark", languages
    QString theme;             ///< "" as remembered
    QString language;          ///< "" as remembered, or the system's
    bool measureStart = false; ///< say when the window can be used
};

/// Exits with 2 and a sentence if the command line is malformed.
[[nodiscard]] Options readOptions(const QCoreApplication& application);

} // namespace satchel
