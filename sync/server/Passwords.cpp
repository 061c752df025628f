// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/Passwords.h"

#include "core/base/Bytes.h"
#include "core/model/Administering.h"

#include <algorithm>
#include <sodium.h>

namespace satchel::server {

namespace {

constexpr unsigned long long passes = 5;
constexpr std::size_t memory = 32UL << 20;
constexpr int mostPresent = 8;

// Somebody's hash of a random password nobody knows, with the same cost as ours, to check against in vain.
constexpr auto nobodysHash =
    "$argon2id$v=19$m=32768,t=5,p=1$wbu5i2AxVZNI7C5jo/Tj8A$PfXv0+4sUg6h/TKgXA9RQrRMnlG07SICRPAuUJh0G+M";

const Error& crowded()
{
    static const Error error{ErrorKind::Busy, "Too many people are signing in at once. Try again in a moment."};
    return error;
}

/// A place at the door, and then the only one inside.
class Place {
public:
    Place(std::mutex& inside, std::atomic<int>& present) : m_present(present)
    {
        if (++m_present <= mostPresent)
            m_inside = std::unique_lock(inside);
    }
    ~Place() { --m_present; }
    Place(const Place&) = delete;
    [[nodiscard]] bool mine() const { return m_inside.owns_lock(); }

private:
    std::atomic<int>& m_present;
    std::unique_lock<std::mutex> m_inside;
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
    const Place turn(m_computing, m_present);
    if (!turn.mine())
        return crowded();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(
            hash, password.data(), password.size(), m_effort == Effort::Least ? crypto_pwhash_OPSLIMIT_MIN : passes,
            m_effort == Effort::Least ? crypto_pwhash_MEMLIMIT_MIN : memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorKind::Busy, "There is not enough memory to protect a password. Try again in a moment."};
    return std::string(hash);
}

Result<bool> Passwords::verify(const std::string& hash, const std::string& password)
{
    const Place turn(m_computing, m_present);
    if (!turn.mine())
        return crowded();
    const bool right = crypto_pwhash_str_verify(hash.empty() ? nobodysHash : hash.c_str(), password.data(),
                                                std::min(password.size(), longest)) == 0;
    return right && !hash.empty() && password.size() <= longest;
}

} // namespace satchel::server
