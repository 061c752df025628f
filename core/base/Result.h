// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace satchel {

/// What kind of trouble an Error is; callers branch on this, never on the sentence.
enum class ErrorKind {
    Invalid,      ///< the input is wrong (unknown field, malformed or over-long value); nothing changed
    NotFound,     ///< the record, entity or file does not exist
    Forbidden,    ///< the person may not do this
    Unauthorized, ///< no valid credentials or token
    Conflict,     ///< the state moved on (a key already used, another company's server)
    OtherHistory, ///< the server's data is another than what this laptop last saw: restored, or replaced by a copy
    Forked,       ///< the changes of this replica do not continue those the server has: restored, or cloned
    StartOver,    ///< the laptop has been away for longer than the server remembers deletions
    Busy,         ///< somebody else holds the resource; trying later can help
    Unreachable,  ///< the network or the server is not there; trying later can help
    Corrupt,      ///< stored or received bytes are not what they must be
    Full,         ///< no room on the disk
    TooNew,       ///< made by a newer program
    TooLarge,     ///< over a stated limit
    Internal      ///< our own fault
};

/// An error as a value: its kind and one plain sentence a person can act on (no id, no exception text).
struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string message;
    std::string field = {}; ///< the field at fault where there is one
};

/// Success without a value.
struct Ok {};

/// Either a T or an Error; returned by everything that can fail across rooms. Cannot be dropped silently.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T& value() const& { return std::get<0>(m_state); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

using Status = Result<Ok>;

inline Error invalid(std::string message, std::string field = {})
{
    return Error{ErrorKind::Invalid, std::move(message), std::move(field)};
}

} // namespace satchel

#define SATCHEL_CONCAT_(A, B) A##B
#define SATCHEL_CONCAT(A, B) SATCHEL_CONCAT_(A, B)

#define SATCHEL_TRY_(NAME, EXPRESSION)                                                                                 \
    do {                                                                                                               \
        auto NAME = (EXPRESSION);                                                                                      \
        if (!NAME.ok())                                                                                                \
            return NAME.error();                                                                                       \
    } while (false)
// Returns the error of EXPRESSION (a Result) from the enclosing function, if it has one.
#define SATCHEL_TRY(EXPRESSION) SATCHEL_TRY_(SATCHEL_CONCAT(satchelTry, __LINE__), EXPRESSION)

#define SATCHEL_ASSIGN_(NAME, DECLARATION, EXPRESSION)                                                                 \
    auto NAME = (EXPRESSION);                                                                                          \
    if (!NAME.ok())                                                                                                    \
        return NAME.error();                                                                                           \
    DECLARATION = std::move(NAME).value()
// SATCHEL_ASSIGN(auto row, readRow()): declares row from a Result, or returns its error.
#define SATCHEL_ASSIGN(DECLARATION, EXPRESSION)                                                                        \
    SATCHEL_ASSIGN_(SATCHEL_CONCAT(satchelResult, __LINE__), DECLARATION, EXPRESSION)
