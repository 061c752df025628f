// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/ProgressLine.h"

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace satchel::ctl {

namespace {

std::atomic<Engine*> running = nullptr; // what a signal handler can reach

void stop(int)
{
    if (Engine* engine = running.load())
        engine->cancelled = true;
}

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3)
        digits.insert(i - 3, ",");
    return digits;
}

std::string megabytes(std::int64_t bytes)
{
    const std::int64_t tenths = (bytes + 50'000) / 100'000;
    return grouped(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string amount(const std::string& done, const std::string& total, bool isKnown)
{
    return isKnown ? done + " of " + total : done;
}

} // namespace

std::string progressText(const SyncProgress& progress)
{
    const std::string rows = amount(grouped(progress.done), grouped(progress.total), progress.total > 0);
    switch (progress.phase) {
    case SyncProgress::Phase::Sending: return "Sending your changes: " + rows;
    case SyncProgress::Phase::Packing: return "The server packs your records";
    case SyncProgress::Phase::Publishing:
        return progress.done > 0 ? "Putting them in order: " + rows + " records" : "Putting them in order";
    case SyncProgress::Phase::Receiving: break;
    }
    std::string text = "Fetching " + rows + " records";
    if (progress.bytes > 0 || progress.totalBytes > 0)
        text +=
            ", " + amount(megabytes(progress.bytes), megabytes(progress.totalBytes), progress.totalBytes > 0) + " MB";
    return text;
}

ProgressLine::ProgressLine(Engine& engine) : m_engine(engine), m_isTerminal(::isatty(STDERR_FILENO) == 1)
{
    m_engine.onProgress = [this](const SyncProgress& progress) { show(progress); };
    running = &m_engine;
    struct sigaction action {};
    action.sa_handler = stop;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    ::sigaction(SIGINT, &action, nullptr);
}

ProgressLine::~ProgressLine()
{
    std::signal(SIGINT, SIG_DFL);
    running = nullptr;
    m_engine.onProgress = {};
    write({});
}

void ProgressLine::show(const SyncProgress& progress)
{
    write(progressText(progress));
}

void ProgressLine::write(const std::string& line)
{
    if (!m_isTerminal || (line.empty() && m_width == 0))
        return;
    std::string text = "\r" + line;
    if (line.size() < m_width)
        text += std::string(m_width - line.size(), ' ') + "\r" + line;
    m_width = line.size();
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

} // namespace satchel::ctl
