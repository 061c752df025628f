// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/Connection.h"
#include "core/store/Query.h"

#include <span>
#include <vector>

namespace satchel {

/// The one search box over every kind of record, as somebody types. What is called as was typed comes first, then what
/// has all these words in its name, then what matches elsewhere (a note, a phone number); among equals what `me` looks
/// after, then what is still open. Activities and to-dos are called by sentences, which begin like many a name: they
/// come behind everybody whose name has the words, the newest first, and of those that are done there are few as long
/// as anybody else fits. A single letter beside longer words only decides the order. A view of a connection, on its
/// thread.
///
/// It costs what it looks at and not what there is: names are found by the order they are listed in, and the search
/// index, which must gather all matches of a prefix before it has the first, is asked only where these do not suffice.
class GlobalSearch {
public:
    /// `me`: whose records come first; null: nobody's.
    GlobalSearch(sqlite::Connection& connection, const Id& me);
    ~GlobalSearch();
    GlobalSearch(const GlobalSearch&) = delete;

    /// The kinds that are looked through, in the order they are shown among equals.
    [[nodiscard]] static std::span<const char* const> kinds();
    /// At most `limit` records; none for a text without letters and digits.
    [[nodiscard]] Result<std::vector<Hit>> find(const std::string& typed, int limit);
    /// Only of this one of kinds(), and every letter counts.
    [[nodiscard]] Result<std::vector<Hit>> findAmong(const Entity& kind, const std::string& typed, int limit);

private:
    struct Candidate;

    [[nodiscard]] Result<std::vector<Hit>> best(const std::vector<std::size_t>& places, const std::string& typed,
                                                const std::string& match, int limit);
    /// Of the kind at this place of kinds().
    [[nodiscard]] Status addCalledSo(std::size_t kind, const std::string& folded);
    [[nodiscard]] Status addMatching(std::size_t kind, const std::string& folded, const std::string& match);
    [[nodiscard]] Status add(std::size_t kind, const std::string& folded, sqlite::Statement& statement);
    [[nodiscard]] Result<std::string> labelOf(const Entity& entity, const Id& id);
    [[nodiscard]] Result<Hit> hitOf(const Record& record);

    sqlite::Connection& m_connection;
    Id m_me;
    std::vector<Candidate> m_candidates;
};

} // namespace satchel
