// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Plain.h"
#include "tests/bench/Stage.h"
#include "tests/support/world/Must.h"

// The first sync of a user's own scopes, over HTTP from satchel-server into a new durable replica with its indexes and
// its search; log-in (a slow hash on purpose) and the empty tables are there before. The limit inserts the very same
// rows, words for the search included, from memory into the same tables in one transaction.

namespace satchel::bench {

using test::must;

namespace {

void measureUser(Stage& stage, const std::string& role, const Request& request, Report& report,
                 const std::string& size = {})
{
    const std::string name = "first sync, " + role + size;
    Line whole{.name = name, .budget = 1.2};
    Line own{.name = "  own to-dos usable"};
    Line receiving{.name = "  all received"};
    Line processor{.name = "  processor time of the laptop",
                   .note = "both by all threads of this process, whoever else uses the machine"};
    Line bytes{.name = name + ", bytes", .unit = "kB", .budget = 1.1};
    std::vector<PlainTable> rows;
    for (int run = 0; run < request.runs; ++run) {
        BenchLaptop laptop(stage.url(), stage.login(role));
        std::chrono::steady_clock::time_point received;
        std::chrono::steady_clock::time_point usable;
        laptop.engine().onProgress = [&](const SyncProgress& progress) {
            if (progress.phase == SyncProgress::Phase::Receiving)
                received = std::chrono::steady_clock::now();
        };
        laptop.engine().onPublished = [&] {
            if (usable == std::chrono::steady_clock::time_point())
                usable = std::chrono::steady_clock::now();
        };
        SyncReport done;
        const double before = processorMs();
        const auto start = std::chrono::steady_clock::now();
        whole.product.add(milliseconds([&] { done = must(laptop.engine().sync()); }));
        processor.product.add(processorMs() - before);
        receiving.product.add(std::chrono::duration<double, std::milli>(received - start).count());
        if (usable > start)
            own.product.add(std::chrono::duration<double, std::milli>(usable - start).count());
        if (rows.empty()) {
            rows = rowsOf(laptop.replica().connection());
            bytes.product.add(static_cast<double>(done.receivedBytes) / 1000);
            if (const std::size_t limit = columnBytes(rows); limit > 0)
                bytes.limit.add(static_cast<double>(limit) / 1000);
            whole.note = std::to_string(done.pulled) + " rows";
        }
        const auto plain = plainCopyOfSchema(laptop.replica().connection(), laptop.file("plain.sqlite"));
        const double bare = processorMs();
        whole.limit.add(milliseconds([&] { insertAll(*plain, rows); }));
        processor.limit.add(processorMs() - bare);
    }
    report.add(std::move(whole));
    if (!own.product.empty())
        report.add(std::move(own));
    report.add(std::move(receiving));
    report.add(std::move(processor));
    report.add(std::move(bytes));
}

} // namespace

void measureLargeFirstSync(const Request& request, Report& report)
{
    Stage stage({}, request.scale);
    const std::string size = ", " + std::to_string(request.scale) + " times the company";
    measureUser(stage, "salesperson", request, report, size);
    measureUser(stage, "administrator", request, report, size);
}

void measureFirstSync(Stage& stage, const Request& request, Report& report)
{
    measureUser(stage, "salesperson", request, report);
    measureUser(stage, "administrator", request, report);
}

} // namespace satchel::bench
