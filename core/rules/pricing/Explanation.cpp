// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/pricing/Explanation.h"

#include "core/base/Bytes.h"

#include <nlohmann/json.hpp>

namespace satchel::pricing {

namespace {

constexpr std::size_t mostCodePoints = 2000;

nlohmann::json toJson(const Step& step)
{
    nlohmann::json json = nlohmann::json::array({step.code});
    for (const std::string& argument : step.arguments)
        json.push_back(argument);
    return json;
}

std::optional<Step> stepOf(const nlohmann::json& json)
{
    if (!json.is_array() || json.empty())
        return std::nullopt;
    std::vector<std::string> texts;
    for (const nlohmann::json& text : json) {
        if (!text.is_string())
            return std::nullopt;
        texts.push_back(text.get<std::string>());
    }
    Step step{texts.front()};
    step.arguments.assign(texts.begin() + 1, texts.end());
    return step;
}

std::string phrase(const Step& step)
{
    const auto said = [&](std::size_t i) { return i < step.arguments.size() ? step.arguments[i] : std::string(); };
    const auto unless = [&](std::size_t i, const std::string& empty, const std::string& before) {
        return said(i).empty() ? empty : before + said(i);
    };
    const std::string& code = step.code;
    if (code == "list")
        return said(0) + unless(1, "", " r");
    if (code == "agreement")
        return said(0);
    if (code == "break")
        return said(0) + " or more";
    if (code == "graduated")
        return "graduated over " + said(0) + " parts";
    if (code == "percent")
        return said(0) + " % of " + said(1);
    if (code == "rounded")
        return "rounded to " + said(0);
    if (code == "minimum")
        return "at least " + said(0);
    if (code == "converted")
        return said(0) + " = " + said(1) + " at the rate of " + said(2);
    if (code == "net_of")
        return "without " + said(0) + " % tax";
    if (code == "with_tax")
        return "with " + said(0) + " % tax";
    if (code == "promotion")
        return said(0) + unless(1, "", " ");
    if (code == "part")
        return unless(0, "included in a bundle", "included in ");
    if (code == "free")
        return unless(0, "free", "free with ");
    if (code == "by_hand")
        return "set by hand" + unless(0, "", " instead of ");
    std::string text = code; // of a newer program
    for (const std::string& argument : step.arguments)
        text += " " + argument;
    return text;
}

} // namespace

std::string writeSteps(const std::vector<Step>& steps)
{
    std::string text;
    std::size_t length = 2; // the brackets
    for (const Step& step : steps) {
        const std::string json = toJson(step).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        length += codePoints(json) + (text.empty() ? 0 : 1);
        if (length > mostCodePoints)
            break;
        text += (text.empty() ? "" : ",") + json;
    }
    return text.empty() ? text : "[" + text + "]";
}

Result<std::vector<Step>> readSteps(std::string_view json)
{
    const Error error{ErrorKind::Corrupt, "The explanation of a price cannot be read."};
    std::vector<Step> steps;
    if (json.empty())
        return steps;
    const nlohmann::json parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_array())
        return error;
    for (const nlohmann::json& element : parsed) {
        auto step = stepOf(element);
        if (!step)
            return error;
        steps.push_back(std::move(*step));
    }
    return steps;
}

std::string sentence(const std::vector<Step>& steps)
{
    std::string text;
    for (const Step& step : steps)
        text += (text.empty() ? "" : ", ") + phrase(step);
    return text;
}

} // namespace satchel::pricing
