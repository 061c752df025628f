// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Sleepers.h"

#include <QCoreApplication>

#include <iostream>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

// Between the two processes: the port, the number of the first laptop, how many, and their tokens go in; "ready" comes
// out. For each "listen" that goes in, "listening" comes out, and then one line with the moments each was woken, in
// microseconds of the clock that all processes of a machine share.

namespace satchel::bench {

namespace {

[[noreturn]] void broken(const std::string& what)
{
    std::fprintf(stderr, "Laptops that wait: %s.\n", what.c_str());
    std::abort();
}

class Lines {
public:
    Lines(unsigned short port, std::size_t first, const std::vector<std::string>& tokens)
    {
        constexpr std::size_t hands = 4;
        std::vector<std::vector<CrowdLine>> lines(hands);
        std::vector<std::thread> threads;
        for (std::size_t hand = 0; hand < hands; ++hand)
            threads.emplace_back([&, hand] {
                for (std::size_t i = hand; i < tokens.size(); i += hands) {
                    CrowdLine line(port, loopbackFor(first + i));
                    line.wake(tokens[i]);
                    lines[hand].push_back(std::move(line));
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
        for (auto& some : lines)
            for (CrowdLine& line : some) {
                epoll_event event{};
                event.events = EPOLLIN;
                event.data.fd = line.socket();
                ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, line.socket(), &event);
                m_lines.push_back(std::move(line));
            }
        while (hear(500) != 0) { // each is told at once where the server stands
        }
    }
    ~Lines() { ::close(m_epoll); }
    Lines(const Lines&) = delete;

    void tellWhenWoken()
    {
        std::string moments;
        for (std::size_t woken = 0; woken < m_lines.size();) {
            const std::size_t calls = hear(10'000);
            if (calls == 0)
                broken("only " + std::to_string(woken) + " of " + std::to_string(m_lines.size()) + " were woken");
            const auto now = std::chrono::duration_cast<std::chrono::microseconds>(
                std::chrono::steady_clock::now().time_since_epoch());
            for (std::size_t i = 0; i < calls; ++i)
                moments += std::to_string(now.count()) + ' ';
            woken += calls;
        }
        std::cout << moments << std::endl;
    }

private:
    // Lines that had something to say.
    std::size_t hear(int patience)
    {
        epoll_event events[512];
        const int ready = ::epoll_wait(m_epoll, events, 512, patience);
        char dropped[256];
        for (int i = 0; i < ready; ++i)
            if (::recv(events[i].data.fd, dropped, sizeof dropped, MSG_DONTWAIT) == 0)
                broken("the server closed a line");
        return ready > 0 ? static_cast<std::size_t>(ready) : 0;
    }

    std::vector<CrowdLine> m_lines;
    int m_epoll = -1;
};

} // namespace

std::size_t allowAllFiles()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

int holdSleepers()
{
    (void)allowAllFiles();
    unsigned short port = 0;
    std::size_t first = 0;
    std::size_t count = 0;
    std::cin >> port >> first >> count;
    std::vector<std::string> tokens(count);
    for (std::string& token : tokens)
        std::cin >> token;
    Lines lines(port, first, tokens);
    std::cout << "ready" << std::endl;
    for (std::string word; std::cin >> word;) {
        std::cout << "listening" << std::endl;
        lines.tellWhenWoken();
    }
    return 0;
}

Sleepers::Sleepers(unsigned short port, const IdleCrowd& crowd, std::size_t first, std::size_t count) : m_count(count)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--sleepers")});
    QByteArray orders = QByteArray::number(port) + ' ' + QByteArray::number(static_cast<qulonglong>(first)) + ' ' +
                        QByteArray::number(static_cast<qulonglong>(count)) + '\n';
    for (std::size_t i = 0; i < count; ++i)
        orders += QByteArray::fromStdString(crowd[first + i].token) + '\n';
    m_process.write(orders);
    if (line() != "ready")
        broken("they do not wait");
}

Sleepers::~Sleepers()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(20'000);
}

QByteArray Sleepers::line()
{
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(120'000))
            broken("their process has ended");
    return m_process.readLine().trimmed();
}

void Sleepers::listen()
{
    m_process.write("listen\n");
    if (line() != "listening")
        broken("they do not listen");
}

Samples Sleepers::woken(Instant start)
{
    const auto from = std::chrono::duration_cast<std::chrono::microseconds>(start.time_since_epoch()).count();
    Samples samples;
    for (const QByteArray& moment : line().split(' '))
        samples.add(static_cast<double>(moment.toLongLong() - from) / 1000.0);
    return samples;
}

} // namespace satchel::bench
