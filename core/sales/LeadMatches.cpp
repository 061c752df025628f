// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/Leads.h"
#include "core/sales/Leads.h"
#include "core/sales/Likeness.h"
#include "core/store/SearchText.h"

#include <algorithm>
#include <map>

namespace satchel::sales {

namespace {

using By = LeadMatch::By;

constexpr int mostCandidates = 20;

bool isAmong(const std::string& wanted, const std::vector<std::string>& all)
{
    return !wanted.empty() && std::find(all.begin(), all.end(), wanted) != all.end();
}

class Search {
public:
    Search(Replica& replica, const Record& lead)
        : m_replica(replica),
          m_mail(foldText(lead.value("email").text())),
          m_digits(leads::tellingDigits(lead.value("phone").text())),
          m_name(lead.value("name").text()),
          m_company(companyName(lead.value("company").text()))
    {}

    [[nodiscard]] Result<std::vector<LeadMatch>> among(const char* name)
    {
        m_found.clear();
        const bool people = std::string_view(name) == "contact";
        std::vector<std::string> words = {m_mail, m_digits, people ? m_name : m_company};
        for (const std::string& each : words) {
            if (each.empty())
                continue;
            const Query query{.entity = &schema::entity(name), .search = each, .limit = mostCandidates, .after = {}};
            SATCHEL_ASSIGN(const Page page, m_replica.list(query));
            for (const Record& record : page.rows)
                add(record, people);
        }
        std::vector<LeadMatch> matches;
        for (auto& [id, match] : m_found)
            matches.push_back(std::move(match));
        std::stable_sort(matches.begin(), matches.end(), [](const LeadMatch& a, const LeadMatch& b) {
            return a.by.front() != b.by.front() ? a.by.front() < b.by.front() : a.by.size() > b.by.size();
        });
        return matches;
    }

private:
    void add(const Record& record, bool person)
    {
        LeadMatch match{.record = record, .by = {}};
        if (isAmong(m_mail, mailsOf(record)))
            match.by.push_back(By::Mail);
        if (isAmong(m_digits, phonesOf(record)))
            match.by.push_back(By::Phone);
        const bool sameName = person ? foldText(record.label()) == foldText(m_name)
                                     : !m_company.empty() && companyName(record.value("name").text()) == m_company;
        if (sameName)
            match.by.push_back(By::Name);
        if (!match.by.empty())
            m_found.emplace(record.id, std::move(match));
    }

    Replica& m_replica;
    std::string m_mail;
    std::string m_digits;
    std::string m_name;
    std::string m_company;
    std::map<Id, LeadMatch> m_found;
};

} // namespace

Result<LeadMatches> Leads::matches(const Id& lead)
{
    SATCHEL_ASSIGN(const auto record, m_replica.find(schema::entity("lead"), lead));
    if (!record)
        return Error{ErrorKind::NotFound, "This lead is no longer on this laptop."};
    LeadMatches matches{.lead = *record, .accounts = {}, .contacts = {}};
    Search search(m_replica, *record);
    SATCHEL_ASSIGN(matches.accounts, search.among("account"));
    SATCHEL_ASSIGN(matches.contacts, search.among("contact"));
    for (const LeadMatch& contact : matches.contacts) {
        const Id account = contact.record.value("account").id();
        const bool known = std::any_of(matches.accounts.begin(), matches.accounts.end(),
                                       [&](const LeadMatch& match) { return match.record.id == account; });
        if (known || account.isNull())
            continue;
        SATCHEL_ASSIGN(const auto found, m_replica.find(schema::entity("account"), account));
        if (found)
            matches.accounts.push_back({.record = *found, .by = {By::Contact}});
    }
    return matches;
}

} // namespace satchel::sales
