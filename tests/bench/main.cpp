// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Stage.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <cstdio>
#include <optional>

// satchel-bench: the product beside the limit of the same run. Times of one machine say little; the ratios are
// compared.

int main(int argc, char** argv)
{
    using namespace satchel::bench;
    const QCoreApplication application(argc, argv);
    Request request;
    std::string only;
    bool json = false;
    CLI::App options{"Measures Satchel against the limits of what it stands on."};
    options.add_option("measurement,--only", only,
                       "one of: first-sync, large-first-sync, edits, one-edit, commit, crowd, search, verify, pricing");
    options.add_option("--runs", request.runs, "runs of what takes long")->check(CLI::Range(1, 100));
    options.add_option("--samples", request.samples, "runs of what takes a moment")->check(CLI::Range(1, 100000));
    options.add_option("--scale", request.scale, "of the company that is searched (10: 100,000 contacts)")
        ->check(CLI::Range(1, 100));
    options.add_flag("--json", json, "prints JSON instead of a table");
    CLI11_PARSE(options, argc, argv);

    const auto wants = [&](const char* name) { return only.empty() || only == name; };
    std::optional<Stage> stage;
    const auto onStage = [&]() -> Stage& { return stage ? *stage : stage.emplace(); };
    Report report;
    if (wants("first-sync"))
        measureFirstSync(onStage(), request, report);
    if (wants("large-first-sync"))
        measureLargeFirstSync(request, report);
    if (wants("edits"))
        measureThousandEdits(onStage(), request, report);
    if (wants("one-edit"))
        measureOneEdit(onStage(), request, report);
    if (wants("commit"))
        measureCommit(onStage(), request, report);
    if (wants("crowd"))
        measureCrowdEdits(request, report);
    if (wants("search"))
        measureSearch(request, report);
    if (wants("verify"))
        measureVerify(request, report);
    if (wants("pricing")) {
        measurePricing(request, report);
        measureQuotes(request, report);
    }
    std::fputs((json ? report.json() : report.table()).c_str(), stdout);
    return 0;
}
