// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace satchel::bench {

/// What was measured, one number a run: milliseconds, or bytes.
class Samples {
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] bool empty() const { return m_values.empty(); }
    [[nodiscard]] std::size_t count() const { return m_values.size(); }
    [[nodiscard]] double min() const { return at(0.0); }
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p99() const { return at(0.99); }
    [[nodiscard]] double max() const { return at(1.0); }
    [[nodiscard]] const std::vector<double>& values() const { return m_values; }

private:
    [[nodiscard]] double at(double share) const;
    std::vector<double> m_values;
};

/// Milliseconds that `work` takes.
template <typename Work>
double milliseconds(const Work& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// What all threads of this process have used of processors so far: it says little of who else uses the machine.
[[nodiscard]] double processorMs();

/// One line of the table: the product beside the limit measured in the same run. Where a number is promised and nothing
/// is measured beside it, the ratio is to the promise. Without either it is told for information.
struct Line {
    std::string name;
    std::string unit = "ms";
    Samples product;
    Samples limit;
    std::optional<double> budget = {};    ///< of the ratio of the medians
    std::optional<double> budgetP99 = {}; ///< of the ratio of the 99th percentiles
    std::optional<double> most = {};      ///< of the product's median, in its unit: what a person is promised
    std::optional<double> mostP99 = {};   ///< of its 99th percentile
    std::string note;
};

/// All lines of a run, as a table for people or as JSON for comparing runs.
class Report {
public:
    void add(Line line) { m_lines.push_back(std::move(line)); }
    [[nodiscard]] std::string table() const;
    [[nodiscard]] std::string json() const;

private:
    std::vector<Line> m_lines;
};

} // namespace satchel::bench
