// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Password.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <termios.h>
#include <unistd.h>

namespace satchel::ctl {

std::optional<std::string> passwordFromEnvironment()
{
    const char* password = std::getenv("SATCHEL_PASSWORD");
    return password == nullptr || *password == '\0' ? std::nullopt : std::optional<std::string>(password);
}

std::optional<std::string> newPasswordFromEnvironment()
{
    const char* password = std::getenv("SATCHEL_NEW_PASSWORD");
    return password == nullptr || *password == '\0' ? std::nullopt : std::optional<std::string>(password);
}

Result<std::string> askPassword(const std::string& login)
{
    if (auto password = passwordFromEnvironment())
        return std::move(*password);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> terminal(std::fopen("/dev/tty", "r+"), std::fclose);
    termios before{};
    if (!terminal || ::tcgetattr(::fileno(terminal.get()), &before) != 0)
        return invalid("A password is needed: set SATCHEL_PASSWORD, or run this in a terminal.");
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(::fileno(terminal.get()), TCSAFLUSH, &silent);
    std::fprintf(terminal.get(), "Password of %s: ", login.c_str());
    std::fflush(terminal.get());
    std::string password;
    for (int c = std::fgetc(terminal.get()); c != EOF && c != '\n'; c = std::fgetc(terminal.get()))
        password.push_back(static_cast<char>(c));
    ::tcsetattr(::fileno(terminal.get()), TCSAFLUSH, &before);
    std::fputc('\n', terminal.get());
    if (password.empty())
        return invalid("No password was given.");
    return password;
}

} // namespace satchel::ctl
