// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Failpoint.h"
#include "core/base/Id.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace satchel {

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
using Milliseconds = std::int64_t;

/// RFC 3339 in UTC, with milliseconds only where they are not zero: 2026-11-22T09:30:00Z.
[[nodiscard]] std::string formatInstant(Milliseconds instant);
/// Reads RFC 3339 (an offset is converted to UTC; a fraction beyond milliseconds is cut); nothing for anything else.
[[nodiscard]] std::optional<Milliseconds> parseInstant(std::string_view text);
/// Whether `text` is a calendar date YYYY-MM-DD of the years 0001 to 9999.
[[nodiscard]] bool isDate(std::string_view text);
/// YYYY-MM-DD of an instant, in UTC.
[[nodiscard]] std::string dateOf(Milliseconds instant);

/// Where time and chance come from. Passed in by whoever wires a program (tests pass a hand clock and a seeded
/// generator), never fetched. Implementations must be safe to call from several threads.
class Environment : public Failpoints {
public:
    [[nodiscard]] virtual Milliseconds now() = 0;
    /// Time since the machine was started, sleep included; nobody can set it.
    [[nodiscard]] virtual Milliseconds sinceBoot() { return now(); }
    /// Another text after each start of the machine.
    [[nodiscard]] virtual std::string bootName() { return {}; }
    [[nodiscard]] virtual Bytes random(std::size_t size) = 0;
    [[nodiscard]] Id newId() { return Id::make(now(), random(10)); }
};

/// The machine's clock and the operating system's random generator.
class SystemEnvironment final : public Environment {
public:
    Milliseconds now() override;
    Milliseconds sinceBoot() override;
    std::string bootName() override;
    Bytes random(std::size_t size) override;
};

} // namespace satchel
