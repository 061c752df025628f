// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel {

/// Whose profile this is, kept a second time beside the database: PROFILE/identity. With it a damaged or lost database
/// is known for what it was, and what waits in the redo file can still be sent as the same laptop's. Lines of
/// "name value" (bytes as hexadecimal) and a last line "check" with their BLAKE2b-128; readable by the owner only.
[[nodiscard]] Status writeIdentityFile(const std::string& folder, const ReplicaIdentity& identity);
/// Nothing if there is no such file; Corrupt if it is not as it was written.
[[nodiscard]] Result<std::optional<ReplicaIdentity>> readIdentityFile(const std::string& folder);

} // namespace satchel
