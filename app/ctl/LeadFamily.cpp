// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Family.h"
#include "app/ctl/Session.h"
#include "core/sales/Leads.h"

#include <CLI/CLI.hpp>

namespace satchel::ctl {

namespace {

struct LeadWishes {
    std::string lead;
    std::string account;
    std::string contact;
    std::string reason;
    std::string partner;
    std::string colleague;
    bool newAccount = false;
    bool noAccount = false;
};

Result<Id> leadOf(const LeadWishes& wishes, Session& session)
{
    return session.replica().resolve(schema::entity("lead"), wishes.lead);
}

Json idOrNull(const Id& id)
{
    return id.isNull() ? Json(nullptr) : Json(id.toString());
}

Json matchesJson(const std::vector<sales::LeadMatch>& matches)
{
    static constexpr const char* names[] = {"mail", "phone", "name", "contact"};
    Json rows = Json::array();
    for (const sales::LeadMatch& match : matches) {
        Json by = Json::array();
        for (const auto reason : match.by)
            by.push_back(names[static_cast<int>(reason)]);
        rows.push_back({{"id", match.record.id.toString()}, {"label", match.record.label()}, {"by", by}});
    }
    return rows;
}

Result<Reply> showMatches(const LeadWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id lead, leadOf(wishes, session));
    SATCHEL_ASSIGN(const auto matches, sales::Leads(session.replica()).matches(lead));
    return plainReply({{"accounts", matchesJson(matches.accounts)}, {"contacts", matchesJson(matches.contacts)}});
}

Result<Reply> convertLead(const LeadWishes& wishes, Session& session)
{
    Replica& replica = session.replica();
    SATCHEL_ASSIGN(const Id lead, leadOf(wishes, session));
    sales::Conversion conversion{
        .account = {}, .contact = {}, .newAccount = wishes.newAccount, .noAccount = wishes.noAccount};
    if (!wishes.account.empty()) {
        SATCHEL_ASSIGN(conversion.account, replica.resolve(schema::entity("account"), wishes.account));
    }
    if (!wishes.contact.empty()) {
        SATCHEL_ASSIGN(conversion.contact, replica.resolve(schema::entity("contact"), wishes.contact));
    }
    SATCHEL_ASSIGN(const auto made, sales::Leads(replica).convert(lead, conversion));
    return plainReply({{"lead", lead.toString()},
                       {"account", idOrNull(made.account)},
                       {"contact", idOrNull(made.contact)},
                       {"new_account", made.newAccount},
                       {"new_contact", made.newContact}});
}

Result<Reply> stateOf(const Id& lead, Session& session)
{
    SATCHEL_ASSIGN(const auto record, session.replica().find(schema::entity("lead"), lead));
    return plainReply({{"lead", lead.toString()}, {"status", record ? record->value("status").text() : ""}});
}

Result<Reply> qualifyLead(const LeadWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id lead, leadOf(wishes, session));
    SATCHEL_TRY(sales::Leads(session.replica()).qualify(lead));
    return stateOf(lead, session);
}

Result<Reply> disqualifyLead(const LeadWishes& wishes, Session& session)
{
    SATCHEL_ASSIGN(const Id lead, leadOf(wishes, session));
    SATCHEL_TRY(sales::Leads(session.replica()).disqualify(lead, wishes.reason));
    return stateOf(lead, session);
}

Result<Reply> forwardLead(const LeadWishes& wishes, Session& session)
{
    Replica& replica = session.replica();
    SATCHEL_ASSIGN(const Id lead, leadOf(wishes, session));
    if (!wishes.partner.empty()) {
        SATCHEL_ASSIGN(const Id partner, replica.resolve(schema::entity("account"), wishes.partner));
        SATCHEL_TRY(sales::Leads(replica).forwardTo(lead, partner));
    } else {
        SATCHEL_ASSIGN(const Id colleague, replica.resolve(schema::entity("user"), wishes.colleague));
        SATCHEL_TRY(sales::Leads(replica).giveTo(lead, colleague));
    }
    return stateOf(lead, session);
}

/// What becomes of a lead.
class LeadFamily final : public Family {
public:
    void declare(CLI::App& app) override
    {
        CLI::App& lead = *app.add_subcommand("lead", "what becomes of a lead");
        lead.require_subcommand(1);
        on(lead, "matches", showMatches, "accounts and contacts of this laptop that may be the same");
        CLI::App* convert = on(lead, "convert", convertLead, "account and contact out of the lead");
        auto* account = convert->add_option("--account", m_wishes.account, "this one instead of a new one");
        convert->add_option("--contact", m_wishes.contact, "this one instead of a new one; his account comes along");
        auto* fresh = convert->add_flag("--new-account", m_wishes.newAccount, "a new account in any case");
        auto* none = convert->add_flag("--no-account", m_wishes.noAccount, "a person without a company");
        account->excludes(fresh)->excludes(none);
        fresh->excludes(none);
        on(lead, "qualify", qualifyLead, "it is worth working on");
        on(lead, "disqualify", disqualifyLead, "it leads nowhere")
            ->add_option("--reason", m_wishes.reason, "why")
            ->required();
        CLI::App* forward = on(lead, "forward", forwardLead, "to a partner or distributor, or to a colleague");
        CLI::Option_group* receiver = forward->add_option_group("receiver");
        receiver->add_option("--to", m_wishes.partner, "an account that is a partner or distributor");
        receiver->add_option("--to-user", m_wishes.colleague, "LOGIN, who owns it from here on");
        receiver->require_option(1);
    }
    bool owns(const std::string& command) const override { return m_commands.contains(command); }
    Result<Reply> run(const std::string& command, const Arguments&, Session& session) override
    {
        return m_commands.at(command)(m_wishes, session);
    }

private:
    using Command = Result<Reply> (*)(const LeadWishes&, Session&);

    CLI::App* on(CLI::App& word, const char* name, Command command, const char* help)
    {
        m_commands[word.get_name() + " " + name] = command;
        CLI::App* made = word.add_subcommand(name, help);
        made->add_option("LEAD", m_wishes.lead, "name or id")->required();
        return made;
    }

    LeadWishes m_wishes;
    std::map<std::string, Command> m_commands;
};

} // namespace

std::unique_ptr<Family> makeLeadFamily()
{
    return std::make_unique<LeadFamily>();
}

} // namespace satchel::ctl
