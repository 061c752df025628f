// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Result.h"

#include <optional>

namespace satchel {

/// A change that only the server can read any more. When a row leaves what a user may see, his laptop forgets what had
/// stood there before his edits of it; but a server that is restored from a backup may need those edits again, whole:
/// without what was before nobody can tell what an edit took away, and the change is no link of its chain. So the
/// laptop keeps a copy encrypted for the server, and sends that. Pure functions, on any thread.
struct BoxedChange {
    std::int64_t number = 0;
    Bytes box;        ///< of the sealed body
    Bytes16 origin{}; ///< as in Change, if it was sealed anew since; zero: the change is what is in the box
};

/// What travels in place of a sealed body, and is told from one by its layout.
[[nodiscard]] Bytes encodeBoxed(const BoxedChange& change);
[[nodiscard]] bool isBoxed(std::string_view body);
[[nodiscard]] Result<BoxedChange> decodeBoxed(std::string_view body);

// Boxes are libsodium's sealed boxes (crypto_box_seal): X25519, XSalsa20, Poly1305.

/// The public half of the key pair that grows out of 32 secret bytes.
[[nodiscard]] Bytes boxKeyOf(std::string_view secret);
/// `chance`: 32 random bytes, which nobody may keep. Nothing if the key is none.
[[nodiscard]] std::optional<Bytes> putIntoBox(std::string_view key, std::string_view chance, std::string_view body);
/// Nothing if it was not made for this secret.
[[nodiscard]] std::optional<Bytes> openBox(std::string_view secret, std::string_view box);

} // namespace satchel
