// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program by tests/app/PowerLossTest, which must then find that something is lost: databases are
// opened with the synchronous mode of SATCHEL_CARELESS instead of FULL, and the redo file is never waited for. With
// FULL the program is as it always is, but writes nothing to stdout (zero bytes) whenever a commit has returned: so a
// recording shows the moment from which on a window calls an edit made. Part of no program.

#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <sys/syscall.h>
#include <unistd.h>

struct sqlite3;
using RowTaker = int (*)(void*, int, char**, char**);

extern "C" int sqlite3_exec(sqlite3* database, const char* sql, RowTaker take, void* with, char** error)
{
    using Exec = int (*)(sqlite3*, const char*, RowTaker, void*, char**);
    static const auto real = reinterpret_cast<Exec>(::dlsym(RTLD_NEXT, "sqlite3_exec"));
    const std::string careful = "synchronous=FULL";
    const char* mode = std::getenv("SATCHEL_CARELESS");
    std::string text(sql);
    if (const auto at = text.find(careful); at != std::string::npos && mode != nullptr)
        text.replace(at, careful.size(), std::string("synchronous=") + mode);
    const int done = real(database, text.c_str(), take, with, error);
    if (done == 0 && text == "COMMIT")
        ::syscall(SYS_write, STDOUT_FILENO, "", 0);
    return done;
}

extern "C" int fdatasync(int descriptor)
{
    char path[4096];
    const ssize_t length = ::readlink(("/proc/self/fd/" + std::to_string(descriptor)).c_str(), path, sizeof path);
    const char* mode = std::getenv("SATCHEL_CARELESS");
    if (mode != nullptr && std::strcmp(mode, "FULL") != 0 && length > 0 &&
        std::string(path, static_cast<std::size_t>(length)).ends_with("/redo.log"))
        return 0;
    return static_cast<int>(::syscall(SYS_fdatasync, descriptor));
}
