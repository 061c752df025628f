// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/Administering.h"

namespace satchel::administering {

bool wantsNewPassword(const Error& error)
{
    return error.kind == ErrorKind::Forbidden && error.field == passwordField;
}

bool saysShutOut(const Error& error)
{
    return error.kind == ErrorKind::Forbidden && error.field == deviceField;
}

Error shutOut()
{
    return {ErrorKind::Forbidden, "This device was shut out by an administrator.", deviceField};
}

Error givenPassword()
{
    return {ErrorKind::Forbidden, "An administrator has set this password. Choose one of your own.", passwordField};
}

} // namespace satchel::administering
