// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/documents/Template.h"

namespace satchel::documents {

/// Reads the files of a template from a folder of the disk or of the program's resources, strictly: a key that is
/// unknown or missing, a value out of its bounds, a phrase without its %1 are all refused. Behind Template::read().
[[nodiscard]] Result<Template> readTemplate(const std::string& folder);

} // namespace satchel::documents
