// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Terminal.h"

#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <termios.h>
#include <unistd.h>

namespace satchel::server {

namespace {

/// The terminal of this session, silent while this lives.
class SilentTerminal {
public:
    SilentTerminal() : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_silent = ::tcsetattr(m_descriptor, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_silent)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    SilentTerminal(const SilentTerminal&) = delete;

    [[nodiscard]] bool isThere() const { return m_silent; }

    std::optional<std::string> ask(const std::string& question) const
    {
        say(question);
        std::string line;
        char c = 0;
        ssize_t got = 0;
        while ((got = ::read(m_descriptor, &c, 1)) == 1 && c != '\n')
            line.push_back(c);
        say("\n");
        return got == 1 ? std::optional(line) : std::nullopt;
    }

private:
    void say(const std::string& text) const
    {
        if (::write(m_descriptor, text.data(), text.size()) < 0)
            return; // nobody to say it to
    }

    int m_descriptor;
    bool m_silent = false;
    termios m_before = {};
};

} // namespace

Result<std::string> newPassword(const std::string& login)
{
    if (const char* given = std::getenv("SATCHEL_PASSWORD"); given != nullptr)
        return std::string(given);
    const SilentTerminal terminal;
    if (!terminal.isThere())
        return invalid("Set the password in SATCHEL_PASSWORD; there is no terminal to ask for it.");
    const auto password = terminal.ask("New password for " + login + ": ");
    const auto again = password ? terminal.ask("The same once more: ") : std::nullopt;
    if (!again)
        return invalid("No password was given.");
    if (*password != *again)
        return invalid("The two passwords differ. Nothing was changed.");
    return *password;
}

std::string printable(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < ' ' || c == '\x7F')
            c = ' ';
    return text;
}

} // namespace satchel::server
