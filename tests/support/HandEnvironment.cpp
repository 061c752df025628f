// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/HandEnvironment.h"

namespace satchel::test {

Bytes HandEnvironment::random(std::size_t size)
{
    const std::lock_guard lock(m_mutex);
    Bytes bytes(size, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(m_generator() & 0xFF);
    return bytes;
}

} // namespace satchel::test
