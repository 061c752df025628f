// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PostgresCluster.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace satchel::test {

namespace {

constexpr std::chrono::seconds startPatience(300);

/// The newest installed version that Satchel works with; "" if there is none.
std::string installedPrograms()
{
    std::error_code code;
    int newest = 14;
    std::string found;
    for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql", code)) {
        const int number = std::atoi(version.path().filename().c_str());
        if (number > newest && std::filesystem::exists(version.path() / "bin/initdb", code)) {
            newest = number;
            found = version.path() / "bin";
        }
    }
    return found;
}

/// PostgreSQL refuses to run as root, so root becomes the user that Debian's package made.
bool leaveRoot()
{
    if (::geteuid() != 0)
        return true;
    const passwd* user = ::getpwnam("postgres");
    return user != nullptr && ::initgroups("postgres", user->pw_gid) == 0 && ::setgid(user->pw_gid) == 0 &&
           ::setuid(user->pw_uid) == 0;
}

pid_t spawn(const std::vector<std::string>& command, const std::string& log)
{
    std::vector<char*> arguments;
    for (const std::string& part : command)
        arguments.push_back(const_cast<char*>(part.c_str()));
    arguments.push_back(nullptr);
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    const int output = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
    if (output >= 0) {
        ::dup2(output, STDOUT_FILENO);
        ::dup2(output, STDERR_FILENO);
    }
    // After the change of user, which forgets it: dies with the test program.
    if (!leaveRoot() || ::chdir("/") != 0 || ::prctl(PR_SET_PDEATHSIG, SIGINT) != 0 || ::getppid() != parent)
        ::_exit(127);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

} // namespace

PostgresCluster::PostgresCluster(std::string programs, std::string folder)
    : m_programs(std::move(programs)), m_folder(std::move(folder))
{}

std::unique_ptr<PostgresCluster> PostgresCluster::start(std::string& whyNot)
{
    const std::string programs = installedPrograms();
    if (programs.empty()) {
        whyNot = "PostgreSQL 15 or newer is not installed here";
        return nullptr;
    }
    // Not below TMPDIR, where another user may not look, and where a socket's path may become too long.
    std::string folder = "/tmp/satchel-postgres.XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) {
        whyNot = "no temporary folder could be made";
        return nullptr;
    }
    if (const passwd* user = ::getpwnam("postgres"); ::geteuid() == 0 && user != nullptr)
        if (::chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0)
            whyNot = "the folder could not be given to PostgreSQL; ";
    std::unique_ptr<PostgresCluster> cluster(new PostgresCluster(programs, folder));
    if (cluster->run({programs + "/initdb", "-D", cluster->data(), "-A", "trust", "-U", "postgres", "--locale=C.UTF-8",
                      "-E", "UTF8", "--no-sync"}) &&
        cluster->startAgain())
        return cluster;
    std::ifstream log(folder + "/log");
    whyNot += "PostgreSQL did not start: ";
    whyNot.append(std::istreambuf_iterator<char>(log), {});
    return nullptr;
}

PostgresCluster::~PostgresCluster()
{
    if (m_process > 0) {
        ::kill(m_process, SIGINT); // fast shutdown
        ::waitpid(m_process, nullptr, 0);
    }
    std::error_code code;
    std::filesystem::remove_all(m_folder, code);
}

bool PostgresCluster::startAgain()
{
    const auto deadline = std::chrono::steady_clock::now() + startPatience;
    while (std::chrono::steady_clock::now() < deadline) {
        // It refuses to start while processes of the one before are still ending.
        if (m_process <= 0)
            m_process = spawn({m_programs + "/postgres", "-D", data(), "-k", m_folder, "-c", "listen_addresses=", "-c",
                               "max_connections=50", "-c", "shared_buffers=32MB"},
                              m_folder + "/log");
        if (ready())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (::waitpid(m_process, nullptr, WNOHANG) == m_process)
            m_process = -1;
    }
    return false;
}

// The last line of the lock file says how far the postmaster is.
bool PostgresCluster::ready() const
{
    std::ifstream file(data() + "/postmaster.pid");
    std::string line;
    std::string last;
    bool ours = std::getline(file, line) && std::atoi(line.c_str()) == m_process;
    while (std::getline(file, line))
        last = line;
    return ours && last.starts_with("ready");
}

void PostgresCluster::crash()
{
    ::kill(m_process, SIGQUIT);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
}

bool PostgresCluster::keepCopy()
{
    ::kill(m_process, SIGINT);
    ::waitpid(m_process, nullptr, 0);
    m_process = -1;
    return run({"/bin/cp", "-a", data(), m_folder + "/copy"}) && startAgain();
}

bool PostgresCluster::putBackCopy()
{
    crash();
    std::error_code code;
    std::filesystem::remove_all(data(), code);
    return run({"/bin/cp", "-a", m_folder + "/copy", data()}) && startAgain();
}

bool PostgresCluster::run(const std::vector<std::string>& command) const
{
    const pid_t child = spawn(command, m_folder + "/log");
    int status = -1;
    return child > 0 && ::waitpid(child, &status, 0) == child && status == 0;
}

std::string PostgresCluster::makeDatabase(const std::string& encoding)
{
    const std::string name = "satchel" + std::to_string(++m_databases);
    if (!run({m_programs + "/createdb", "-h", m_folder, "-U", "postgres", "-T", "template0", "-E", encoding,
              "--locale=C", name}))
        return {};
    return "postgresql://postgres@/" + name + "?host=" + m_folder;
}

std::string PostgresCluster::withUser(std::string url, const std::string& user)
{
    const std::string scheme = "postgresql://";
    return scheme + user + url.substr(url.find('@'));
}

} // namespace satchel::test
