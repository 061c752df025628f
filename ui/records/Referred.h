// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ReplicaThread.h"

namespace satchel::ui {

/// For records without a page of their own (a to-do, an activity): the customer they are about, which has one, and what
/// a person calls the record. The answer comes to `receiver` on the window's thread.
void askReferred(ReplicaReader& reader, QObject* receiver, const RowKey& row,
                 std::function<void(const std::optional<RowKey>& customer, const QString& label)> then);

} // namespace satchel::ui
