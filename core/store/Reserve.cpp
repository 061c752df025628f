// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Reserve.h"

#include "core/base/Files.h"

#include <algorithm>

namespace satchel {

namespace {

constexpr std::int64_t comfortable = 10 * reservedBytes;
constexpr std::int64_t leastRoom = 4'000'000;
constexpr std::int64_t roomOfARow = 4'000; // with its indexes, and once more in the write-ahead log

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

// What comes from the server must not eat the room that is kept for what a person types.
Status roomForRows(const std::string& folder, std::int64_t rows)
{
    const std::int64_t needed = leastRoom + rows * roomOfARow;
    if (roomForPublishing(folder) >= needed)
        return Ok{};
    return Error{ErrorKind::Full, "The disk has too little room for what the server has sent (it takes " +
                                      std::to_string(needed / 1'000'000 + 1) +
                                      " MB). Your own changes were sent; free some space and sync again."};
}

} // namespace satchel
