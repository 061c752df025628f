// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/Arguments.h"
#include "app/ctl/Reply.h"

namespace satchel {
class Environment;
}

namespace satchel::ctl {

class Session;

/// Every command of satchelctl, by family (one .cpp file each). Those with a Session find the profile open.

// SchemaCommand.cpp: no profile is needed
[[nodiscard]] Result<Reply> showSchema(const Arguments& arguments);

// SyncCommands.cpp
[[nodiscard]] Result<Reply> login(const Arguments& arguments, Environment& environment);
[[nodiscard]] Result<Reply> sync(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> verify(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> status(const Arguments& arguments, Session& session);

// WatchCommand.cpp: opens the profile for each round, so that others may use it in between; prints by itself
[[nodiscard]] Result<Reply> watch(const Arguments& arguments, Environment& environment);

// RecordCommands.cpp
[[nodiscard]] Result<Reply> show(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> add(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> set(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> remove(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> merge(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> unmerge(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> history(const Arguments& arguments, Session& session);

// WhyCommand.cpp
[[nodiscard]] Result<Reply> why(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> listIncidents(const Arguments& arguments, Session& session);

// ListCommand.cpp
[[nodiscard]] Result<Reply> list(const Arguments& arguments, Session& session);

// TransferCommands.cpp
[[nodiscard]] Result<Reply> importFile(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> exportFile(const Arguments& arguments, Session& session);

// InboxCommands.cpp
[[nodiscard]] Result<Reply> outbox(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> inbox(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> inboxTake(const Arguments& arguments, Session& session);
[[nodiscard]] Result<Reply> inboxDismiss(const Arguments& arguments, Session& session);

} // namespace satchel::ctl
