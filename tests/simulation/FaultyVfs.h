// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Disk.h"

#include <string>

namespace satchel::simulation {

/// Where SQLite and the plain files of all programs go in a simulation: to the disks of simulated machines, by their
/// paths. /machine/NAME/... is on the disk plugged in as NAME; no real disk is touched. Process-wide, one thread.
namespace vfs {

/// Becomes SQLite's default, and takes the place of the machine's files (core/base/Files.h). Once, before SQLite is
/// used.
void install();
void plugIn(const std::string& machine, Disk& disk);
void unplugAll();
[[nodiscard]] std::string folderOf(const std::string& machine);

} // namespace vfs
} // namespace satchel::simulation
