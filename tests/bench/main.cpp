// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/EmptyWindow.h"
#include "tests/bench/LargeCompany.h"
#include "tests/bench/Sleepers.h"
#include "tests/bench/Stage.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <cstdio>
#include <cstring>
#include <optional>

// satchel-bench: the product beside the limit of the same run. Times of one machine say little; the ratios are
// compared.

int main(int argc, char** argv)
{
    using namespace satchel::bench;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc == 2 && std::strcmp(argv[1], "--empty-window") == 0)
        return showEmptyWindow(argc, argv);
    const QApplication application(argc, argv);
    if (argc == 2 && std::strcmp(argv[1], "--sleepers") == 0)
        return holdSleepers();
    Request request;
    std::string only;
    std::string make;
    bool json = false;
    CLI::App options{"Measures Satchel against the limits of what it stands on."};
    options.add_option(
        "measurement,--only", only,
        "sync: all that is promised of syncing; or one of: first-sync, large-first-sync, edits, one-edit, commit, "
        "reconnect, verify, crowd, idle, hostile, bulk (these are sync), search, pricing, ui");
    options.add_option("--runs", request.runs, "runs of what takes long")->check(CLI::Range(1, 100));
    options.add_option("--samples", request.samples, "runs of what takes a moment")->check(CLI::Range(1, 100000));
    options.add_option("--scale", request.scale, "of the company that is searched or opened (10: 100,000 contacts)")
        ->check(CLI::Range(1, 100));
    options.add_option("--seconds", request.seconds, "idle: that the laptops go on syncing")
        ->check(CLI::Range(1, 3600));
    options.add_option("--rows", request.rows, "bulk: entries of the price list")->check(CLI::Range(1, 900'000));
    options.add_option("--company", request.company, "ui: where its profile is kept for the next time");
    options.add_option(
        "--part", request.part,
        "ui: only start, search, scrolling, account, quote or incoming; crowd: only sqlite or postgresql");
    options.add_option("--make-company", make)->group(""); // what `ui` does in a process of its own
    options.add_flag("--json", json, "prints JSON instead of a table");
    CLI11_PARSE(options, argc, argv);
    if (!make.empty()) {
        makeLargeProfile(make, request.scale);
        return 0;
    }

    const auto wants = [&](const char* name) { return only.empty() || only == name; };
    const auto wantsSync = [&](const char* name) { return wants(name) || only == "sync"; };
    std::optional<Stage> stage;
    const auto onStage = [&]() -> Stage& { return stage ? *stage : stage.emplace(); };
    Report report;
    if (wantsSync("first-sync"))
        measureFirstSync(onStage(), request, report);
    if (wantsSync("large-first-sync"))
        measureLargeFirstSync(request, report);
    if (wantsSync("edits"))
        measureThousandEdits(onStage(), request, report);
    if (wantsSync("one-edit"))
        measureOneEdit(onStage(), request, report);
    if (wantsSync("commit"))
        measureCommit(onStage(), request, report);
    if (wantsSync("reconnect"))
        measureReconnect(onStage(), request, report);
    if (wantsSync("verify"))
        measureVerify(request, report);
    if (wantsSync("crowd"))
        measureCrowdEdits(request, report);
    if (wantsSync("idle"))
        measureIdle(request, report);
    if (wantsSync("hostile"))
        measureHostile(request, report);
    if (wantsSync("bulk"))
        measureBulk(request, report);
    if (wants("search"))
        measureSearch(request, report);
    if (wants("pricing")) {
        measurePricing(request, report);
        measureQuotes(request, report);
    }
    if (wants("ui"))
        measureWindow(request, report);
    std::fputs((json ? report.json() : report.table()).c_str(), stdout);
    return 0;
}
