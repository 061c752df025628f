// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Planted.h"

namespace satchel {

std::atomic<PlantedBugs> internal::plantedBugs = nullptr;

#ifdef SATCHEL_PLANTED_BUGS // tests are built
void plantBugs(PlantedBugs bugs)
{
    internal::plantedBugs = bugs;
}
#endif

} // namespace satchel
