// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

namespace satchel {

/// A number people read (of a quote), or none yet.
struct LeasedNumber {
    std::int64_t number = 0; ///< 0: print "draft"
    [[nodiscard]] bool isDraft() const { return number == 0; }
    /// "draft", or the number with at least six digits.
    [[nodiscard]] std::string text() const;
};

/// Numbers that no other laptop ever gets, without asking the server each time: ranges leased by this incarnation on
/// this machine. How far one is used stands in the database and in PROFILE/leases, fsynced before a number is given
/// out; if the two differ, or the file is not the very one that was written, or machine or incarnation are others, this
/// is a copy or a restored profile: then the rest of the range is void and numbers are "draft" until a new lease. So it
/// is where the server has begun another history: it may have leased the range once more before it noticed. On the
/// replica's thread.
class Leases {
public:
    /// Numbers a lease asks for; another is fetched when less than a third of it is left.
    static constexpr std::int64_t size = 100;

    /// `machine`: what tells this machine from others.
    explicit Leases(Replica& replica, Bytes machine = thisMachine());
    [[nodiscard]] static Bytes thisMachine();

    /// The next number of the series, used up by asking. A series asked for the first time gives drafts until the next
    /// sync has leased a range; those a seller will need (quote, order) are leased at his first sync already.
    [[nodiscard]] Result<LeasedNumber> next(const std::string& series);

    // --- for the sync engine
    /// What to ask the server for: series that are used here, or will be, and run short.
    [[nodiscard]] Result<std::vector<LeaseRequest>> wanted();
    [[nodiscard]] Status put(const LeaseRequest& request, const LeaseReply& reply);

private:
    struct Lease {
        std::string series;
        std::int64_t first = 0;
        std::int64_t last = 0;
        std::int64_t next = 0;
        std::int64_t spareFirst = 0; ///< the range after this one, 0 if there is none
        std::int64_t spareLast = 0;
        Bytes holder; ///< incarnation, machine and history
        Bytes file;   ///< which file was written last
    };
    [[nodiscard]] Bytes holder(const ReplicaIdentity& identity) const;
    [[nodiscard]] Result<std::vector<Lease>> read();
    /// The lease of a series, made where there is none yet.
    Lease& leaseOf(const std::string& series, std::vector<Lease>& leases, const ReplicaIdentity& identity);
    /// Writes the file, then the database.
    [[nodiscard]] Status write(std::vector<Lease> leases);
    [[nodiscard]] bool agrees(const std::vector<Lease>& leases) const;
    [[nodiscard]] std::string path() const { return m_replica.folder() + "/leases"; }

    Replica& m_replica;
    Bytes m_machine;
};

} // namespace satchel
