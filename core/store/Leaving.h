// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <string>

namespace satchel {

/// A laptop that was shut out leaves the company: what was typed on it and never sent is written to a file that opens
/// in any spreadsheet, then everything else in the profile goes: records, index, redo file, papers, settings, tokens. A
/// mark on the disk comes first, so that whatever interrupts it, the next start of any program ends it. Nobody else may
/// have the profile open. On whichever thread syncs, or a command's.
class Leaving {
public:
    /// A file of the profile that stays: the desktop's note of whose token lies in the keyring, which may answer after
    /// everything else has gone. The desktop removes it with the token.
    static constexpr const char* keyringNote = "keyring-entry";

    Leaving(std::string folder, Environment& environment);

    /// Whether the profile is to be emptied, or was and nobody has been told yet.
    [[nodiscard]] bool isDue() const;
    struct Done {
        std::int64_t unsent = 0; ///< changes of which the file has the words
        std::string file = {};   ///< "" where there were none
    };
    /// May be repeated, also after it was cut off.
    [[nodiscard]] Result<Done> leave();
    /// The person knows: the folder is as good as new, but for the file.
    void forget();

private:
    [[nodiscard]] std::string markFile() const { return m_folder + "/shut-out"; }
    [[nodiscard]] std::string freeName() const;
    [[nodiscard]] Result<Done> keepUnsent();
    [[nodiscard]] Status empty(const std::string& kept) const;

    std::string m_folder;
    Environment& m_environment;
};

} // namespace satchel
