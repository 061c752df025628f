// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace satchel::ctl {

/// The word `quote`, under which two families have commands: whoever declares first makes it.
[[nodiscard]] inline CLI::App& quoteWord(CLI::App& app)
{
    const auto known = app.get_subcommands([](CLI::App* command) { return command->get_name() == "quote"; });
    if (!known.empty())
        return *known.front();
    CLI::App* made = app.add_subcommand("quote", "write, price, hand over and close quotes");
    made->require_subcommand(1);
    return *made;
}

} // namespace satchel::ctl
