// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/programs/Program.h"

#include <cstdint>
#include <string>
#include <vector>

namespace satchel::test {

/// One thing a recorded program did: to a file of its folder, or what it told the world.
struct Deed {
    enum class Kind {
        Write, ///< `bytes` at `at`; behind the end if that is -1
        Cut,   ///< the file is `at` long now
        Name,  ///< a new, empty file
        Remove,
        Rename,       ///< to `to`, which is replaced
        Settle,       ///< what was written to the file is on the disk
        SettleFolder, ///< names that were given and taken are
        Said,         ///< something on stdout
        Answered      ///< the answer to a push, to a laptop
    };
    Kind kind = Kind::Write;
    std::string file = {}; ///< its name in the folder
    std::string to = {};
    std::int64_t at = 0;
    std::string bytes = {};
};

/// strace and its options, for Circumstances::wrapper: what the program does to files is written into `log`. `more` are
/// further options.
[[nodiscard]] Words recordedInto(const QString& log, const Words& more = {});
/// What a log says about the files directly in `folder`, in order. A call that this does not understand fails the
/// running test.
[[nodiscard]] std::vector<Deed> deedsIn(const QString& log, const QString& folder);

} // namespace satchel::test
