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

namespace {

/// What is typed at the terminal without being seen; `otherwise` is said where there is none.
Result<std::string> askAtTerminal(const std::string& question, const char* otherwise)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> terminal(std::fopen("/dev/tty", "r+"), std::fclose);
    termios before{};
    if (!terminal || ::tcgetattr(::fileno(terminal.get()), &before) != 0)
        return invalid(otherwise);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(::fileno(terminal.get()), TCSAFLUSH, &silent);
    std::fprintf(terminal.get(), "%s: ", question.c_str());
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

} // namespace

Result<std::string> askPassword(const std::string& login)
{
    if (auto password = passwordFromEnvironment())
        return std::move(*password);
    return askAtTerminal("Password of " + login,
                         "A password is needed: set SATCHEL_PASSWORD, or run this in a terminal.");
}

Result<std::string> askNewPassword(const std::string& login)
{
    if (auto password = newPasswordFromEnvironment())
        return std::move(*password);
    const char* otherwise = "This password was set by an administrator and has to be changed: set SATCHEL_NEW_PASSWORD "
                            "to one of your own, or run this in a terminal.";
    SATCHEL_ASSIGN(const std::string chosen, askAtTerminal("New password of " + login, otherwise));
    SATCHEL_ASSIGN(const std::string again, askAtTerminal("New password once more", otherwise));
    if (chosen != again)
        return invalid("The two new passwords are not the same.");
    return chosen;
}

} // namespace satchel::ctl
