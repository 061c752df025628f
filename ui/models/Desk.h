// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ReplicaThread.h"
#include "ui/models/UndoHistory.h"

namespace satchel::ui {

/// What every page needs, passed in by constructor. Owned by whoever builds the window; outlives all pages.
struct Desk {
    ReplicaReader& reader;
    ReplicaWriter& writer;
    UndoHistory& undo;
    Environment& environment;
    ReplicaIdentity me;
};

} // namespace satchel::ui
