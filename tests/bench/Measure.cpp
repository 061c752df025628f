// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Measure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>

namespace satchel::bench {

namespace {

std::string number(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, value >= 1000 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
    return text;
}

std::string three(const Samples& samples)
{
    if (samples.empty())
        return "";
    if (samples.count() == 1)
        return number(samples.median());
    return number(samples.min()) + " / " + number(samples.median()) + " / " + number(samples.p99());
}

std::optional<double> ratio(double product, double limit)
{
    return limit > 0 ? std::optional(product / limit) : std::nullopt;
}

struct Ratios {
    std::optional<double> median;
    std::optional<double> p99;
};

Ratios ratiosOf(const Line& line)
{
    if (line.limit.empty()) {
        Ratios ofPromise;
        if (line.most)
            ofPromise.median = ratio(line.product.median(), *line.most);
        if (line.mostP99)
            ofPromise.p99 = ratio(line.product.p99(), *line.mostP99);
        return ofPromise;
    }
    Ratios ratios{ratio(line.product.median(), line.limit.median()), {}};
    if (line.product.count() >= 50)
        ratios.p99 = ratio(line.product.p99(), line.limit.p99());
    return ratios;
}

std::string told(const std::optional<double>& ratio)
{
    return ratio ? number(*ratio) : "";
}

std::string verdict(const Line& line, const Ratios& ratios)
{
    std::string text;
    const auto add = [&text](const char* what, const std::optional<double>& most, const std::optional<double>& measured,
                             const std::string& unit) {
        if (most)
            text += (text.empty() ? "" : ", ") + std::string(what) + "<= " + number(*most) + unit +
                    (measured && *measured > *most ? " MISSED" : "");
    };
    add("", line.budget, ratios.median, "");
    add("p99 ", line.budgetP99, ratios.p99, "");
    add("", line.most, line.product.median(), " " + line.unit);
    add("p99 ", line.mostP99, line.product.p99(), " " + line.unit);
    return text;
}

nlohmann::ordered_json jsonOf(const Samples& samples)
{
    if (samples.empty())
        return nullptr;
    return {{"runs", samples.count()}, {"min", samples.min()}, {"median", samples.median()}, {"p99", samples.p99()}};
}

nlohmann::ordered_json jsonOf(const std::optional<double>& value)
{
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

} // namespace

double Samples::at(double share) const
{
    if (m_values.empty())
        return 0;
    std::vector<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    return sorted[static_cast<std::size_t>(std::lround(share * static_cast<double>(sorted.size() - 1)))];
}

double processorMs()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) * 1000.0 + static_cast<double>(used.tv_nsec) / 1e6;
}

std::string Report::table() const
{
    std::vector<std::vector<std::string>> rows = {
        {"what", "unit", "product: min / median / p99", "limit: min / median / p99", "ratio", "at p99", "budget"}};
    for (const Line& line : m_lines) {
        const Ratios ratios = ratiosOf(line);
        rows.push_back({line.name, line.unit, three(line.product), three(line.limit), told(ratios.median),
                        told(ratios.p99), verdict(line, ratios)});
    }
    std::vector<std::size_t> widths(rows.front().size());
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    for (const Line& line : m_lines)
        if (!line.note.empty())
            text += "\n" + line.name + ": " + line.note + "\n";
    return text;
}

std::string Report::json() const
{
    nlohmann::ordered_json lines = nlohmann::ordered_json::array();
    for (const Line& line : m_lines) {
        const Ratios ratios = ratiosOf(line);
        lines.push_back({{"name", line.name},
                         {"unit", line.unit},
                         {"product", jsonOf(line.product)},
                         {"limit", jsonOf(line.limit)},
                         {"ratio", jsonOf(ratios.median)},
                         {"ratio_p99", jsonOf(ratios.p99)},
                         {"budget", jsonOf(line.budget)},
                         {"budget_p99", jsonOf(line.budgetP99)},
                         {"most", jsonOf(line.most)},
                         {"most_p99", jsonOf(line.mostP99)},
                         {"note", line.note}});
    }
    return nlohmann::ordered_json{{"lines", lines}}.dump(2) + "\n";
}

} // namespace satchel::bench
