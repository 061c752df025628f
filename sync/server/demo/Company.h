// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Decimal.h"
#include "sync/server/demo/Demo.h"
#include "sync/server/demo/Places.h"

namespace satchel::server::demo {

inline constexpr Milliseconds minute = 60'000;
inline constexpr Milliseconds hour = 60 * minute;
inline constexpr Milliseconds day = 24 * hour;

/// A number of ten-thousandths, as decimals are kept.
inline constexpr std::int64_t whole = Decimal::scale;

/// Rows at scale 1.
inline constexpr int accountsAtOne = 2'000;
inline constexpr int contactsAtOne = 10'000;
inline constexpr int activitiesAtOne = 20'000;
inline constexpr int leadsAtOne = 600;
inline constexpr int tasksAtOne = 800;
inline constexpr int productsAtOne = 900;
inline constexpr int entriesAtOne = 20'000;
inline constexpr int quotesAtOne = 160;

/// What later rows must know of an account: where it lies, who looks after it, which contacts are its own.
struct AccountNote {
    Id id;
    std::uint32_t firstContact = 0;
    std::uint8_t node = 0;
    std::uint8_t town = 0;
    std::uint8_t owner = 0;
    std::uint8_t manager = noManager; ///< account manager who leads its team
    std::string name = {};
    static constexpr std::uint8_t noManager = 255;

    [[nodiscard]] Country country() const { return nodes()[node].country; }
    [[nodiscard]] const Town& place() const { return nodes()[node].towns[town]; }
};

struct LeadNote {
    Id id;
    std::uint8_t node = 0;
    std::uint8_t owner = 0;
};

/// The company while it is made: its options, where rows go, and the ids that later rows refer to. Owned by
/// demoCompany; each of the functions below makes some kinds of rows from a stream of its own.
struct Company {
    const DemoOptions& options;
    const std::function<Status(const Record&)>& take;
    Milliseconds midnight = 0;   ///< start of `today` in UTC
    std::vector<Id> territories; ///< in the order of nodes()
    std::vector<DemoUser> users;
    std::vector<std::vector<std::size_t>> userNodes; ///< nodes of each user
    std::vector<Id> products;
    std::vector<Id> lists;     ///< Europe first
    std::vector<Id> revisions; ///< of this year, one a list
    std::vector<AccountNote> accounts;
    std::vector<Id> contacts; ///< those of an account stand together
    std::vector<LeadNote> leads;

    [[nodiscard]] std::size_t count(int atOne) const
    {
        return static_cast<std::size_t>(atOne) * static_cast<std::size_t>(options.scale);
    }
    [[nodiscard]] std::string date(std::int64_t daysFromToday) const { return dateOf(midnight + daysFromToday * day); }
    [[nodiscard]] std::span<const Id> contactsOf(std::size_t account) const;
    /// Position of the first user with this login.
    [[nodiscard]] std::size_t userNamed(std::string_view login) const;
    /// The salesperson of a leaf, or the sales manager above it where the place is vacant.
    [[nodiscard]] std::size_t sellerOf(std::size_t node) const;
};

/// Streams of the seed.
enum class Stream : std::uint64_t { Staff = 1, Catalogue, Accounts, Contacts, Leads, Activities, Tasks, Terms, Quotes };

/// An id as if made `age` before the start of today.
[[nodiscard]] Id idAged(const Company& company, Milliseconds age, Random& random);
/// A leaf, as often as its weight says.
[[nodiscard]] std::size_t someLeaf(Random& random);
[[nodiscard]] std::string addressIn(Country country, const Town& town, Random& random);
/// One to three different ones of what people tag accounts, contacts and leads with.
[[nodiscard]] std::string someTags(Random& random);
/// One of the words, as often as its percentage says; the percentages add up to 100.
struct Weighted {
    std::string_view word;
    unsigned percent = 0;
};
[[nodiscard]] std::string weighted(std::span<const Weighted> words, Random& random);
/// The canonical text of a timeline with `count` remarks of `author`.
[[nodiscard]] std::string someTimeline(const Company& company, Country country, const Id& author, int count,
                                       Random& random);
/// A working time `days` from today (working days only, but for today itself), in the country's own hours.
[[nodiscard]] Milliseconds workingTime(const Company& company, Country country, std::int64_t days, Random& random);

// Of the catalogue: what a product is, and what it costs in the list "Europe" from this quantity on, and us.
[[nodiscard]] bool isBundle(std::size_t product);
[[nodiscard]] std::string nameOf(std::size_t product);
[[nodiscard]] std::string codeOf(std::size_t product);
[[nodiscard]] std::string_view unitOf(std::size_t product);
[[nodiscard]] std::string_view familyOf(std::size_t product);
[[nodiscard]] Money europeanPrice(std::size_t product, std::int64_t quantity);
[[nodiscard]] Money costOf(std::size_t product);
/// The tax everybody pays where the account lies; nothing in Japan, which is exported to.
[[nodiscard]] std::int64_t taxPercentIn(Country country);

[[nodiscard]] Status makeStaff(Company& company);
[[nodiscard]] Status makeCatalogue(Company& company);
[[nodiscard]] Status makeAccounts(Company& company);
[[nodiscard]] Status makeContacts(Company& company);
[[nodiscard]] Status makeLeads(Company& company);
[[nodiscard]] Status makeActivities(Company& company);
[[nodiscard]] Status makeTasks(Company& company);
[[nodiscard]] Status makeTerms(Company& company);
[[nodiscard]] Status makeQuotes(Company& company);

} // namespace satchel::server::demo
