// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace satchel::ui {

class TroubleWindow;

/// What is left of Satchel on a laptop that an administrator has shut out: says so, and where the changes are that had
/// not been sent. `trouble`: why not everything could be taken off the disk. Deletes itself when it is closed.
[[nodiscard]] TroubleWindow* makeShutOutWindow(qint64 unsent, const QString& file, const QString& trouble);

} // namespace satchel::ui
