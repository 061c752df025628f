// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Reserve.h"

#include "core/base/Files.h"

#include <algorithm>

namespace satchel {

namespace {

constexpr std::int64_t comfortable = 10 * reservedBytes;

std::string reservePath(const std::string& folder)
{
    return folder + "/reserve";
}

} // namespace

void holdReserve(const std::string& folder)
{
    if (fileLength(reservePath(folder)) == reservedBytes || freeSpace(folder) < comfortable)
        return;
    if (!allocateFile(reservePath(folder), reservedBytes))
        removeFile(reservePath(folder));
}

bool giveUpReserve(const std::string& folder)
{
    if (!fileLength(reservePath(folder)))
        return false;
    removeFile(reservePath(folder));
    return true;
}

std::int64_t roomForPublishing(const std::string& folder)
{
    const std::int64_t held = fileLength(reservePath(folder)).value_or(0);
    return freeSpace(folder) - (reservedBytes - std::min(held, reservedBytes));
}

} // namespace satchel
