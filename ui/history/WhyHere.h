// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QStringList>

namespace satchel::ui {

/// Why a record is on this laptop, or why it is not any more: what core/store/Reasons knows, as sentences for its
/// owner. Runs on a worker thread.
[[nodiscard]] QStringList whyHere(Replica& replica, const RowKey& row);

} // namespace satchel::ui
