// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace satchel::ui {

/// A line of the administration's log ("boss (Desk) shut out the device ...") in the person's language: the server
/// knows none and writes English, with names put in. What fits none of its sentences stays as it is. Pure; any thread.
[[nodiscard]] QString logWord(const QString& line);

} // namespace satchel::ui
