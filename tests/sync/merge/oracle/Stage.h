// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/merge/Merge.h"
#include "tests/sync/merge/oracle/Oracle.h"

#include <functional>

namespace satchel::test {

/// A policy with the fields it is tried on and what people type there: four values each, the first the emptiest.
struct Kind {
    const char* name;
    std::vector<std::size_t> fields;
    std::vector<std::vector<Value>> values;
};

/// An entity with a field of each policy, a field that is a group, and groups of fields; not one of the product's, so
/// that a case does not depend on what the product declares.
[[nodiscard]] const Entity& trialEntity(bool revives);
[[nodiscard]] const std::vector<Kind>& trialKinds();

/// What happens, in order: `a` types at his laptop, `A` his oldest change arrives at the server, `1` he syncs (b, B, 2
/// and c, C, 3 likewise). What each types is counted along `typed`: a number of Kind::values, or `removes`.
inline constexpr std::size_t removes = 4;
struct Scene {
    std::string events;
    std::vector<std::size_t> typed;
    std::vector<Milliseconds> times;
};

/// Plays a scene with the true merge, as the server and the laptops use it, and with the oracle beside it; everything
/// that both ends and both minds must agree on is compared at every step.
class Play {
public:
    Play(const Entity& entity, const Kind& kind, std::size_t base);

    /// "" or the first thing that is not as it must be. Nothing (true, but empty) for a scene that cannot be: somebody
    /// types in a row he does not have.
    std::string run(const Scene& scene);

    [[nodiscard]] const MergeRow& server() const { return m_arrived.back().row; }
    [[nodiscard]] std::size_t conflicts() const { return m_conflicts; }
    [[nodiscard]] bool possible() const { return m_possible; }

private:
    /// The row after so many arrivals, in both minds.
    struct State {
        MergeRow row;
        Oracle oracle;
    };
    struct Laptop {
        int seen = 0;
        std::vector<Deed> pending;      ///< folded over what he has seen
        std::size_t arrived = 0;        ///< of pending: answered, but he has not synced since
        std::optional<State> predicted; ///< after his latest deed, if nobody else's arrives before it
        int predictedAt = 0;
    };

    [[nodiscard]] Operation operationOf(const Deed& deed) const;
    [[nodiscard]] static Stamp stampOf(const Deed& deed, std::int64_t rev);
    MergeResult apply(MergeRow& row, const Deed& deed, std::int64_t rev) const;
    [[nodiscard]] State viewOf(const Laptop& laptop) const;
    std::string types(char who, std::size_t what, Milliseconds at);
    std::string arrives(char who);
    std::string laws(const Deed& deed, const MergeRow& before, const MergeResult& result) const;
    std::string compare(const State& state, const char* where) const;

    const Entity& m_entity;
    const Kind& m_kind;
    std::vector<State> m_arrived;
    std::map<char, Laptop> m_laptops;
    std::size_t m_conflicts = 0;
    bool m_possible = true;
};

} // namespace satchel::test
