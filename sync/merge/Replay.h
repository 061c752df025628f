// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Change.h"

namespace satchel {

/// A row that nobody but a laptop itself has changed since its checkpoint is not sent back to it: it lays its own
/// answered operations over the image it has, in their order. `different`: the fields (by number) of which the answer
/// says that another value stands than was sent; field 0 is the root of a new row. A pure function, so that the server
/// can foresee what the laptop will have. Deleting leaves the row as it is; the rev is the caller's.
void replay(Record& row, const Operation& operation, const std::vector<std::pair<int, Value>>& different);

} // namespace satchel
