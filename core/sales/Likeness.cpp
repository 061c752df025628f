// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Likeness.h"

#include "core/model/Reading.h"
#include "core/rules/Leads.h"
#include "core/store/SearchText.h"

#include <algorithm>

namespace satchel::sales {

namespace {

bool haveOneInCommon(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return std::any_of(a.begin(), a.end(),
                       [&](const std::string& each) { return std::find(b.begin(), b.end(), each) != b.end(); });
}

bool sameText(const Record& a, const Record& b, const char* field)
{
    const std::string left = foldText(a.value(field).text());
    return !left.empty() && left == foldText(b.value(field).text());
}

bool toldApart(const Record& a, const Record& b)
{
    const auto names = [](const Record& record, const Id& other) {
        const auto others = idsOf(record, "not_same_as");
        return std::find(others.begin(), others.end(), other) != others.end();
    };
    return names(a, b.id) || names(b, a.id);
}

// The sites of a company share much of what it has.
bool isOneCompany(const Record& a, const Record& b)
{
    const Id above = a.value("parent").id(), beside = b.value("parent").id();
    return above == b.id || beside == a.id || (!above.isNull() && above == beside);
}

bool sameAccountOrNone(const Record& a, const Record& b)
{
    const Id one = a.value("account").id(), other = b.value("account").id();
    return one.isNull() || other.isNull() || one == other;
}

bool isClosed(const Record& lead)
{
    return leads::whyClosed(lead).has_value();
}

bool sameName(const Record& a, const Record& b)
{
    if (a.entity->name == "account") {
        const std::string name = companyName(a.value("name").text());
        return !name.empty() && name == companyName(b.value("name").text());
    }
    if (foldText(a.label()) != foldText(b.label()))
        return false;
    if (a.entity->name == "lead")
        return companyName(a.value("company").text()) == companyName(b.value("company").text());
    return !a.value("first_name").isNull() && sameAccountOrNone(a, b);
}

} // namespace

// What a company is called without its legal form, so that "Acme" and "ACME GmbH" are one.
std::string companyName(const std::string& name)
{
    static const std::vector<std::string> forms = {"gmbh", "ag", "kg",  "co",  "ltd", "limited", "inc", "llc",
                                                   "sarl", "sa", "srl", "sl",  "spa", "bv",      "plc", "corp",
                                                   "ohg",  "ug", "mbh", "und", "and", "company", "se"};
    std::string words, word;
    for (const char c : foldText(name) + " ") {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U);
        if (letter) {
            word += c;
        } else if (c != '.' && c != '\'') { // "S.L." is one word
            if (!word.empty() && std::find(forms.begin(), forms.end(), word) == forms.end())
                words += (words.empty() ? "" : " ") + word;
            word.clear();
        }
    }
    return words;
}

std::vector<std::string> mailsOf(const Record& record)
{
    std::vector<std::string> mails;
    const auto add = [&](const std::string& mail) {
        if (!mail.empty())
            mails.push_back(foldText(mail));
    };
    add(record.value("email").text());
    if (record.entity->field("more_emails") != nullptr)
        for (const std::string& mail : textsOf(record, "more_emails"))
            add(mail);
    return mails;
}

std::vector<std::string> phonesOf(const Record& record)
{
    std::vector<std::string> phones;
    const auto add = [&](const std::string& phone) {
        if (std::string digits = leads::tellingDigits(phone); !digits.empty())
            phones.push_back(std::move(digits));
    };
    add(record.value("phone").text());
    if (record.entity->field("mobile") != nullptr)
        add(record.value("mobile").text());
    if (record.entity->field("more_phones") != nullptr)
        for (const std::string& phone : textsOf(record, "more_phones"))
            add(phone);
    return phones;
}

std::vector<Alike> likeness(const Record& a, const Record& b)
{
    if (a.entity != b.entity || a.id == b.id || toldApart(a, b))
        return {};
    const bool account = a.entity->name == "account", contact = a.entity->name == "contact";
    if ((account && isOneCompany(a, b)) || (a.entity->name == "lead" && (isClosed(a) || isClosed(b))))
        return {};
    std::vector<Alike> why;
    if (account && (sameText(a, b, "vat_id") || sameText(a, b, "number")))
        why.push_back(Alike::Mark);
    if (haveOneInCommon(mailsOf(a), mailsOf(b)))
        why.push_back(Alike::Mail);
    // The number of the company is everybody's there: it says something only of people of one last name.
    const bool samePhone = haveOneInCommon(phonesOf(a), phonesOf(b));
    if (samePhone && (!contact || sameText(a, b, "last_name")))
        why.push_back(Alike::Phone);
    if (sameName(a, b))
        why.push_back(Alike::Name);
    return why;
}

} // namespace satchel::sales
