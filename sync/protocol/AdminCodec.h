// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/Administering.h"

namespace satchel {

/// What an administrator asks and does, to bytes and back, under the rules of Codec.h. The keys are frozen; PROTOCOL.md
/// lists them.

/// Asks for the overview; nothing stands in it yet.
struct OverviewRequest {};
/// The answer to a new password of one's own.
struct OwnPasswordDone {};

[[nodiscard]] Bytes encode(const OverviewRequest& message);
[[nodiscard]] Bytes encode(const Overview& message);
[[nodiscard]] Bytes encode(const AdminDeed& message);
[[nodiscard]] Bytes encode(const AdminDone& message);
[[nodiscard]] Bytes encode(const OwnPassword& message);
[[nodiscard]] Bytes encode(const OwnPasswordDone& message);
[[nodiscard]] Result<OverviewRequest> decodeOverviewRequest(std::string_view bytes);
[[nodiscard]] Result<Overview> decodeOverview(std::string_view bytes);
[[nodiscard]] Result<AdminDeed> decodeAdminDeed(std::string_view bytes);
[[nodiscard]] Result<AdminDone> decodeAdminDone(std::string_view bytes);
[[nodiscard]] Result<OwnPassword> decodeOwnPassword(std::string_view bytes);
[[nodiscard]] Result<OwnPasswordDone> decodeOwnPasswordDone(std::string_view bytes);

} // namespace satchel
