// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"
#include "core/sqlite/Connection.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace satchel {

/// What can be taken back on this laptop, kept in the replica so that it outlives the program: two stacks of deeds,
/// each a text of whoever remembers it. A record that leaves the user's scopes takes along every deed that speaks of
/// it; a replica that was rebuilt or restored has forgotten all, and says why. A view of a connection, on its thread.
class UndoLog {
public:
    enum class Stack { Undo = 0, Redo = 1 };

    explicit UndoLog(sqlite::Connection& connection) : m_connection(connection) {}

    // --- each a transaction of its own
    /// A deed was done: it is the first to be undone, and nothing is left to be done again. `ids`: every record that
    /// `body` speaks of.
    [[nodiscard]] Status done(const std::string& body, const std::vector<Id>& ids);
    /// Takes the newest off a stack, to carry it out.
    [[nodiscard]] Result<std::optional<std::string>> take(Stack stack);
    /// It was carried out: what takes that back goes onto the other stack.
    [[nodiscard]] Status push(Stack stack, const std::string& body, const std::vector<Id>& ids);

    /// Why there is less than was done: rebuilt, restored or left; "" if nothing was forgotten since the last deed.
    [[nodiscard]] Result<std::string> whyForgotten();

    // --- in the caller's transaction
    [[nodiscard]] Status forget(const char* why);
    [[nodiscard]] Status forgetWhatMentions(const Id& id);

    static constexpr const char* rebuilt = "rebuilt";   ///< the file was damaged
    static constexpr const char* restored = "restored"; ///< it had been put back, or copied
    static constexpr const char* left = "left";         ///< records have left the user's area
    static constexpr const char* forgottenFact = "undo_forgotten";
    static constexpr std::int64_t longest = 200;                ///< deeds on a stack
    static constexpr std::int64_t largest = 16LL * 1024 * 1024; ///< bytes of all of them; the newest stays in any case

private:
    [[nodiscard]] Status add(Stack stack, const std::string& body, const std::vector<Id>& ids);
    [[nodiscard]] Status trim();
    [[nodiscard]] Status quickly(const std::function<Status()>& work);

    sqlite::Connection& m_connection;
};

} // namespace satchel
