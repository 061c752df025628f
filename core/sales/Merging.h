// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// Two records that are one, side by side: which stays, and of each field the value that is kept. A value without a
/// replica, so that a window can hold and change it; commit() carries it out as one change.
class Merging {
public:
    enum class Take { First, Second, Both }; ///< Both: lists, tags, notes
    struct Line {
        std::size_t field = 0;
        bool differs = false;
        bool mayBeBoth = false;
        bool locked = false; ///< not this role's to set: what stays keeps its own
        Take take = Take::First;
    };

    Merging() = default;
    /// `first` stays until said otherwise; of each field its value is kept where it has one.
    Merging(Record first, Record second, Role role);

    [[nodiscard]] const Record& first() const { return m_first; }
    [[nodiscard]] const Record& second() const { return m_second; }
    [[nodiscard]] bool firstStays() const { return m_firstStays; }
    /// Which of the two is the record from now on; the fields follow as if it had been so from the beginning.
    void setFirstStays(bool stays);
    /// The fields in which there is something to see, those that differ first.
    [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }
    /// Chooses for a line, and for the fields that mean one thing with it. Nothing happens where it cannot be chosen.
    void choose(std::size_t line, Take take);
    [[nodiscard]] Value taken(const Line& line) const;
    /// Numbers and addresses that were not chosen and are kept among the further ones.
    [[nodiscard]] std::vector<std::string> keptBeside() const;

    [[nodiscard]] const Record& survivor() const { return m_firstStays ? m_first : m_second; }
    [[nodiscard]] const Record& loser() const { return m_firstStays ? m_second : m_first; }
    /// One change: what was chosen goes into the survivor, then the other goes into it. What somebody has changed in
    /// the survivor meanwhile is merged, not overwritten.
    [[nodiscard]] Status commit(Replica& replica) const;

private:
    void propose();
    [[nodiscard]] std::vector<std::pair<std::size_t, Value>> values() const;
    void keepBeside(std::vector<std::pair<std::size_t, Value>>& values, const char* list,
                    std::initializer_list<const char*> fields, std::vector<std::string>* added) const;

    Record m_first;
    Record m_second;
    Role m_role = Role::Salesperson;
    bool m_firstStays = true;
    std::vector<Line> m_lines;
};

/// These two are different ones, however alike: they are not proposed again. One change.
[[nodiscard]] Status tellApart(Replica& replica, const Entity& entity, const Id& one, const Id& other);

} // namespace satchel::sales
