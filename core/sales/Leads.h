// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel::sales {

/// A customer of this laptop who may be the one a lead is about.
struct LeadMatch {
    enum class By { Mail, Phone, Name, Contact }; ///< Contact: a contact that fits belongs to the account
    Record record;                                ///< an account or a contact
    std::vector<By> by;                           ///< why, the strongest first
    /// The same mail address or phone number: hardly anybody else.
    [[nodiscard]] bool isStrong() const { return !by.empty() && by.front() < By::Name; }
};

struct LeadMatches {
    Record lead;
    std::vector<LeadMatch> accounts; ///< the likeliest first
    std::vector<LeadMatch> contacts;
};

/// What a lead becomes.
struct Conversion {
    Id account;              ///< null: that of the contact, else a new one, named as the lead's company
    Id contact;              ///< null: a new one
    bool newAccount = false; ///< a new one in any case
    bool noAccount = false;  ///< a person without a company
};

struct Converted {
    Id account; ///< null: none
    Id contact;
    bool newAccount = false;
    bool newContact = false;
};

/// What becomes of a lead, from the first answer to the customer. Each call is one change of the replica, all or
/// nothing, and needs no server. What may not be is refused with a sentence. Belongs to the replica's thread.
class Leads {
public:
    explicit Leads(Replica& replica) : m_replica(replica) {}

    /// Accounts and contacts with the lead's mail address, the digits of its phone, or its name and company; and the
    /// accounts of such contacts.
    [[nodiscard]] Result<LeadMatches> matches(const Id& lead);
    /// Somebody has looked at it: it is worth working on.
    [[nodiscard]] Status qualify(const Id& lead);
    /// It leads nowhere; `reason` says why.
    [[nodiscard]] Status disqualify(const Id& lead, const std::string& reason);
    /// Account and contact out of the lead, which is converted and refers to them; its open to-dos and what was logged
    /// with it belong to them, too.
    [[nodiscard]] Result<Converted> convert(const Id& lead, const Conversion& conversion);

    /// To a partner or distributor, an account that is one: the lead is forwarded and refers to it.
    [[nodiscard]] Status forwardTo(const Id& lead, const Id& partner);
    /// To a colleague, who owns it from here on; it stays as open as it was.
    [[nodiscard]] Status giveTo(const Id& lead, const Id& user);

    struct Receivers {
        std::vector<Record> partners; ///< accounts, by name
        std::vector<Record> colleagues;
    };
    /// To whom a lead may go.
    [[nodiscard]] Result<Receivers> receivers();

private:
    [[nodiscard]] Result<Record> openLead(const Id& lead);
    [[nodiscard]] Status close(const Id& lead, const char* status, const std::string& reason, const Id& account);

    Replica& m_replica;
};

} // namespace satchel::sales
