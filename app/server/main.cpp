// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Commands.h"

#include <csignal>
#include <iostream>
#include <sodium.h>
#include <sys/stat.h>

int main(int argc, char** argv)
{
    using namespace satchel;
    // Files of any library in this process: for the owner's eyes only.
    ::umask(0077);
    std::signal(SIGXFSZ, SIG_IGN); // so that a limit of the file size is said like a full disk
    if (sodium_init() < 0) {
        std::cerr << "The machine gives no random numbers.\n";
        return 1;
    }
    try {
        const server::Parsed parsed = server::parseCommandLine(argc, argv);
        if (parsed.done)
            return parsed.exitCode;
        SystemEnvironment environment;
        const Status done = server::runCommand(parsed.options, environment);
        if (done.ok())
            return 0;
        std::cerr << done.error().message << '\n';
    } catch (const std::exception&) {
        std::cerr << "The server ran out of memory or failed in a way it does not know.\n";
    }
    return 1;
}
