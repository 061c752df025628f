// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Leads.h"

namespace satchel::leads {

namespace {

constexpr std::size_t fewestDigits = 6;
constexpr std::size_t mostDigits = 8; // more would have the area code written in two ways

void copy(const Record& from, const char* field, const char* to, FieldValues& values)
{
    if (!from.value(field).isNull())
        values.emplace_back(to, from.value(field));
}

std::string trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

} // namespace

std::optional<std::string> whyClosed(const Record& lead)
{
    const std::string& status = lead.value("status").text();
    for (const char* closed : {"converted", "forwarded", "disqualified"})
        if (status == closed)
            return "This lead has been " + status + " already; nothing more becomes of it.";
    return std::nullopt;
}

FieldValues accountOf(const Record& lead)
{
    FieldValues values = {{"name", lead.value(lead.value("company").isNull() ? "name" : "company")},
                          {"status", "prospect"}};
    copy(lead, "territory", "territory", values);
    copy(lead, "address", "address", values);
    copy(lead, "phone", "phone", values);
    return values;
}

FieldValues contactOf(const Record& lead)
{
    const PersonName name = personName(lead.value("name").text());
    FieldValues values = {{"last_name", name.last}};
    if (!name.first.empty())
        values.emplace_back("first_name", name.first);
    copy(lead, "job_title", "job_title", values);
    copy(lead, "phone", "phone", values);
    copy(lead, "email", "email", values);
    copy(lead, "notes", "notes", values);
    copy(lead, "tags", "tags", values);
    return values;
}

bool takesLeads(const Record& account)
{
    const std::string& status = account.value("status").text();
    return status == "partner" || status == "distributor";
}

PersonName personName(std::string_view whole)
{
    if (const std::size_t comma = whole.find(','); comma != std::string_view::npos)
        if (PersonName name{trimmed(whole.substr(comma + 1)), trimmed(whole.substr(0, comma))}; !name.last.empty())
            return name;
    const std::string text = trimmed(whole);
    const std::size_t space = text.find_last_of(' ');
    if (space == std::string::npos)
        return {{}, text};
    return {trimmed(text.substr(0, space)), text.substr(space + 1)};
}

std::string tellingDigits(std::string_view phone)
{
    std::string digits;
    for (const char c : phone)
        if (c >= '0' && c <= '9')
            digits += c;
    if (digits.size() > mostDigits)
        digits.erase(0, digits.size() - mostDigits);
    return digits.size() < fewestDigits ? std::string() : digits;
}

} // namespace satchel::leads
