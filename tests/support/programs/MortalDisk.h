// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/programs/Recording.h"

#include <map>
#include <random>

namespace satchel::test {

/// A folder as recorded deeds change it, on a disk that loses its power: what was settled is there, of what was not
/// none, all, or any part, whatever the order; sectors of 512 bytes are whole. Names (files made, removed, renamed)
/// come in their order, as with a journal, and any number of the last of them may be missing. Owned by one thread.
class MortalDisk {
public:
    /// As the folder is now, all of it settled. Files named here are left out.
    MortalDisk(const QString& folder, const QStringList& without);

    void happen(const Deed& deed);
    enum class Keeps { None, All, Some, Torn };
    /// Makes `folder` what may be found after the power went now.
    void leave(const std::string& folder, Keeps keeps, std::mt19937_64& dice) const;

private:
    struct Change {
        std::int64_t at = 0; ///< where the bytes go; for a cut the length
        std::string bytes = {};
        bool isCut = false;
    };
    struct File {
        std::string settled = {};
        std::vector<Change> unsettled = {};
        std::int64_t length = 0; ///< as programs see it
    };
    using Names = std::map<std::string, std::size_t>;
    [[nodiscard]] static std::string content(const File& file, Keeps keeps, std::mt19937_64& dice);
    static void apply(const Change& change, std::string& content);
    static void rename(Names& names, const Deed& deed, std::size_t number);
    [[nodiscard]] bool isLeftOut(const std::string& name) const;
    void change(const std::string& name, Change change);

    QStringList m_without;
    std::vector<File> m_files;
    Names m_names;        ///< as programs see them; into m_files
    Names m_settledNames; ///< as they are on the disk
    std::vector<std::pair<Deed, std::size_t>> m_unsettledNames;
};

} // namespace satchel::test
