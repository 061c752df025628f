// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Passwords.h"

#include "core/base/Bytes.h"
#include "core/model/Administering.h"

#include <algorithm>
#include <chrono>
#include <sodium.h>

namespace satchel::server {

namespace {

constexpr std::chrono::seconds longestWait(20);

// Somebody's hash of a random password nobody knows, with the same cost as ours, to check against in vain.
constexpr auto nobodysHash =
    "$argon2id$v=19$m=65536,t=2,p=1$lvjYSJC9J1KpkEGh6HNw2A$SmCno3J8/vT8962HqBq2y5LrQMC0TgCWoPkGx4WNCYU";

const Error& crowded()
{
    static const Error error{ErrorKind::Busy, "Too many people are signing in at once. Try again in a moment."};
    return error;
}

class Turn {
public:
    explicit Turn(std::counting_semaphore<2>& semaphore)
        : m_semaphore(semaphore), m_mine(semaphore.try_acquire_for(longestWait))
    {}
    ~Turn()
    {
        if (m_mine)
            m_semaphore.release();
    }
    Turn(const Turn&) = delete;
    [[nodiscard]] bool mine() const { return m_mine; }

private:
    std::counting_semaphore<2>& m_semaphore;
    bool m_mine;
};

} // namespace

Status Passwords::checkNew(const std::string& password)
{
    if (password.size() > administering::longestPassword)
        return invalid("The password is too long.", "password");
    if (codePoints(password) < administering::shortestPassword)
        return invalid("A password needs at least 8 characters.", "password");
    return Ok{};
}

Result<std::string> Passwords::hash(const std::string& password)
{
    if (password.empty())
        return invalid("A password cannot be empty.");
    if (password.size() > longest)
        return invalid("The password is too long.");
    const Turn turn(m_free);
    if (!turn.mine())
        return crowded();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(
            hash, password.data(), password.size(),
            m_effort == Effort::Least ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
            m_effort == Effort::Least ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE,
            crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorKind::Busy, "There is not enough memory to protect a password. Try again in a moment."};
    return std::string(hash);
}

Result<bool> Passwords::verify(const std::string& hash, const std::string& password)
{
    const Turn turn(m_free);
    if (!turn.mine())
        return crowded();
    const bool right = crypto_pwhash_str_verify(hash.empty() ? nobodysHash : hash.c_str(), password.data(),
                                                std::min(password.size(), longest)) == 0;
    return right && !hash.empty() && password.size() <= longest;
}

} // namespace satchel::server
