// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "sync/server/Database.h"

namespace satchel::server {

/// What an administrator should know of: a clone, a restored server, a fuse, a quarantined change, a device that has
/// not come for long. Written within the transaction of whatever raised it; read and closed at the console. Views of a
/// connection.
struct Alert {
    Id id;
    Milliseconds at = 0;
    std::string kind; ///< clone, recovery, fuse, quarantine, stale, digest, orders; deed: noted only
    std::string text; ///< one sentence for people
    bool closed = false;
};

namespace alerts {

/// Raises an alert, unless one of this kind about this subject (an id's or any other bytes) is still open.
[[nodiscard]] Status raise(Database& database, Environment& environment, const std::string& kind,
                           std::string_view subject, const std::string& text);
/// A line for the log that nobody has to close: what an administrator did, for instance.
[[nodiscard]] Status note(Database& database, Environment& environment, const std::string& kind,
                          std::string_view subject, const std::string& text);
/// Newest first; those that were closed only if asked for.
[[nodiscard]] Result<std::vector<Alert>> list(Database& database, bool closedToo);
/// NotFound if there is no such open alert.
[[nodiscard]] Status close(Database& database, const Id& id, Milliseconds now);
/// The same for whatever is open about a subject; none is fine too.
[[nodiscard]] Status closeAbout(Database& database, const std::string& kind, std::string_view subject,
                                Milliseconds now);
/// Raises one for every device that has not come for 30 days; closes it when it has come again.
[[nodiscard]] Status lookForStaleDevices(Database& database, Environment& environment);

} // namespace alerts
} // namespace satchel::server
