// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ServerProcess.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace satchel::bench {

void ServerProcess::forgetPeak() const
{
    std::ofstream(m_folder + "/clear_refs") << "5";
}

double ServerProcess::processorMs() const
{
    std::ifstream file(m_folder + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream rest(text.substr(text.rfind(')') + 2)); // the name may have spaces
    std::string skipped;
    for (int field = 3; field < 14; ++field)
        rest >> skipped;
    double user = 0;
    double system = 0;
    rest >> user >> system;
    return (user + system) * 1000.0 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

AnonymousPeak::AnonymousPeak(const ServerProcess& process)
    : m_thread([this, process] {
          while (!m_ended) {
              m_mostKib = std::max(m_mostKib, process.anonymousKib());
              std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
      })
{}

double AnonymousPeak::endKib()
{
    m_ended = true;
    if (m_thread.joinable())
        m_thread.join();
    return m_mostKib;
}

double ServerProcess::status(const std::string& name) const
{
    std::ifstream file(m_folder + "/status");
    for (std::string word; file >> word;)
        if (word == name) {
            double value = 0;
            file >> value;
            return value;
        }
    return 0;
}

} // namespace satchel::bench
