// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Crowd.h"
#include "tests/bench/Stage.h"

namespace satchel::bench {

/// Many laptops, each of a person of its own, that have synced before and have nothing to say. Their people, devices
/// and sessions are written straight into the server's tables, for signing in takes a slow hash on purpose; from then
/// on the server is asked as by any laptop. Copies of the demo company's first salesperson, with his area.
class IdleCrowd {
public:
    /// What one laptop sends every time.
    struct Laptop {
        std::string token;
        Bytes pull;
    };

    /// Ends the program if the server does not take such a laptop for one that has everything.
    IdleCrowd(Stage& stage, int count);

    [[nodiscard]] const Laptop& operator[](std::size_t i) const { return m_laptops[i % m_laptops.size()]; }
    [[nodiscard]] std::size_t size() const { return m_laptops.size(); }
    /// Bytes of an answer that says nothing new.
    [[nodiscard]] std::size_t answerBytes() const { return m_answerBytes; }

private:
    std::vector<Laptop> m_laptops;
    std::size_t m_answerBytes = 0;
};

[[nodiscard]] unsigned short portOf(const Stage& stage);
/// One of the loopback addresses, so that ports do not run out: 127.0.1.1 for the first 20,000 connections and so on.
[[nodiscard]] std::string loopbackFor(std::size_t connection);

} // namespace satchel::bench
