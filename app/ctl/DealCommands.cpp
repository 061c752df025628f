// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Family.h"
#include "app/ctl/Session.h"

#include <CLI/CLI.hpp>

namespace satchel::ctl {

namespace {

class DealFamily final : public Family {
public:
    void declare(CLI::App&) override {}
    bool owns(const std::string&) const override { return false; }
    Result<Reply> run(const std::string&, const Arguments&, Session&) override { return Reply{}; }
};

} // namespace

std::unique_ptr<Family> makeDealFamily()
{
    return std::make_unique<DealFamily>();
}

} // namespace satchel::ctl
