// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace satchel::test {

/// What goes wrong on the wire between a laptop and its server.
struct WireFault {
    enum class Kind {
        None,
        Refuse,  ///< nobody answers
        Cut,     ///< after `at` bytes in one direction both ends are told that the line is closed
        Stall,   ///< after `at` bytes in one direction nothing comes any more there, and nobody is told
        OneWay,  ///< the same, and what has arrived at the server is answered to nobody: all of that direction is lost
        Double,  ///< the request that the `at`th byte belongs to arrives a second time, on a line of its own
        HoldBack ///< the same request does not arrive; it does when release() is called, long after
    };
    Kind kind = Kind::None;
    bool toServer = true; ///< the direction in which bytes are counted
    std::int64_t at = 0;
};

/// A wire of 127.0.0.1 between real programs, with faults: forwards every connection to the server's port. It counts
/// the bytes of each direction over all connections since the last arm(). A thread of its own carries them; the other
/// functions are for the test's thread.
class FaultProxy {
public:
    explicit FaultProxy(std::uint16_t server);
    ~FaultProxy();
    FaultProxy(const FaultProxy&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /// From now on; closes what is still open.
    void arm(WireFault fault);
    /// What was held back arrives at the server, and its answer at nobody.
    void release();
    struct Count {
        std::int64_t toServer = 0;
        std::int64_t toLaptop = 0;
        bool happened = false; ///< the fault did
    };
    [[nodiscard]] Count count() const;

private:
    struct Line {
        std::array<int, 2> ends{-1, -1};      ///< the laptop's, the server's
        std::array<std::string, 2> waiting{}; ///< to be written to each
        std::array<bool, 2> over{};           ///< that end will send no more
        std::string request;                  ///< what the laptop has sent since the last answer
        bool isMuted = false;                 ///< its fault has happened
        bool isReplay = false;                ///< nobody reads the answer
    };
    void carry();
    void accept();
    void take(Line& line, int from);
    void forward(Line& line, int from, std::string bytes);
    void write(Line& line, int to);
    void close(Line& line);
    void sendAlone(const std::string& request);
    [[nodiscard]] int connectToServer() const;
    void wake() const;

    std::uint16_t m_server;
    std::uint16_t m_port = 0;
    int m_listener = -1;
    std::array<int, 2> m_pipe{-1, -1};
    mutable std::mutex m_mutex; ///< everything below
    WireFault m_fault;
    Count m_count;
    std::vector<Line> m_lines;
    std::vector<std::string> m_heldBack;
    bool m_ends = false;
    std::thread m_thread;
};

} // namespace satchel::test
