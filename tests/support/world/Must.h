// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstdio>
#include <cstdlib>

namespace satchel::test {

/// The value of a result that a story takes for granted; if it is an error, the program says so and ends.
template <typename T>
T must(Result<T> result)
{
    if (!result.ok()) {
        std::fprintf(stderr, "The story could not go on: %s\n", result.error().message.c_str());
        std::abort();
    }
    return std::move(result).value();
}

} // namespace satchel::test
