// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/Engine.h"

#include <string>

namespace satchel::ctl {

/// Tells a person at a terminal how far a sync has come, in one line of stderr that is written over and over; and lets
/// Ctrl-C stop the sync at its next step, nothing half done (a second Ctrl-C ends the program as usual). Lives as long
/// as the command speaks with the server; one at a time.
class ProgressLine {
public:
    explicit ProgressLine(Engine& engine);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

private:
    void show(const SyncProgress& progress);
    void write(const std::string& line);

    Engine& m_engine;
    bool m_isTerminal;
    std::size_t m_width = 0; ///< of what stands there
};

/// "Fetching 12,000 of 54,514 records, 0.4 of 1.8 MB".
[[nodiscard]] std::string progressText(const SyncProgress& progress);

} // namespace satchel::ctl
