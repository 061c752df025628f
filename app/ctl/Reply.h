// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/Record.h"

#include <nlohmann/json.hpp>

namespace satchel::ctl {

using Json = nlohmann::ordered_json;

/// What a command answers: the contract's JSON for scripts, the same as text for people.
struct Reply {
    Json json;
    std::string text;
    std::string complaint = {}; ///< not empty: said on stderr, and the program ends with 1
};

/// A reply whose text is its JSON, one "key: value" a line.
[[nodiscard]] Reply plainReply(Json json);
/// The flat object of a record: {"id", field: value}.
[[nodiscard]] Json recordJson(const Record& record);

/// Prints the reply, or the error's sentence on stderr. Answers the exit code.
[[nodiscard]] int finish(const Result<Reply>& reply, bool asJson);

} // namespace satchel::ctl
