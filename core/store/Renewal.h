// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Overlay.h"
#include "core/store/Replica.h"

#include <functional>

namespace satchel {

/// What a replica does when its past and the server's are no longer the same. After a restore of the server it offers
/// its own answered changes again and sets rows aside that the server has lost; after a restore or a copy of the
/// replica itself it takes a new incarnation and seals under it what the server does not have. Nothing a person typed
/// goes. A view of a replica, used by the sync engine on its thread.
class Renewal {
public:
    Renewal(Replica& replica, ReplicaIdentity identity) : m_replica(replica), m_identity(std::move(identity)) {}

    /// The checkpoints this replica has published, newest first.
    [[nodiscard]] Result<std::vector<CheckpointProof>> checkpoints();
    /// Changes without an answer, and their ids.
    [[nodiscard]] Result<std::vector<std::pair<std::int64_t, Bytes16>>> pending();
    /// An incarnation that this replica had before, and the number from which on its changes are another copy's.
    struct Former {
        Id incarnation;
        std::int64_t until = 0;
    };
    [[nodiscard]] static Result<std::vector<Former>> formers(sqlite::Connection& connection);
    /// Those to ask about: none if nothing that was sent under one of them is undecided. `everything`: what has been
    /// decided may be offered again by what is being asked for.
    [[nodiscard]] Result<std::vector<Id>> formerIncarnations(bool everything);

    /// Whether every change after `number` is still here, so that the chain can go on from it.
    [[nodiscard]] Result<bool> canContinueAfter(std::int64_t number);
    /// Makes all changes after reply.lastNumber that were answered beyond the branch wait again (those that had been
    /// refused keep their place, withdrawn) and keeps rows that are newer than reply.branch aside. In the caller's
    /// transaction, which then publishes everything the server has.
    [[nodiscard]] Status offerAgain(const HealReply& reply);
    /// The same where the chain went two ways: what was answered after the branch is offered, whatever its number.
    [[nodiscard]] Status offerBeyond(std::int64_t branch);

    /// The new identity for a renewal.
    [[nodiscard]] RenewRequest makeRequest(std::vector<std::pair<std::int64_t, Bytes16>> pending,
                                           std::int64_t firstNumber);
    [[nodiscard]] Result<std::int64_t> nextNumber();
    /// Takes the new incarnation: pending changes that the server does not know are sealed under it, in their order,
    /// and remember what they were.
    [[nodiscard]] Status renew(const RenewRequest& request, const RenewReply& reply);

    /// Rows kept aside that the server has not brought; those it has brought are forgotten.
    [[nodiscard]] Result<std::vector<RowUpsert>> held();
    /// Keeps only these; all go when the recovery is closed.
    [[nodiscard]] Status keepHeld(const std::vector<RowKey>& kept);

private:
    /// Whether the record is in one of this person's scopes.
    [[nodiscard]] Result<bool> isMember(const Id& root);
    struct Waiting {
        std::int64_t number = 0;
        Bytes16 chain{};
        Bytes body;
        Bytes boxed; ///< what travels in its place; empty: itself
        bool withdrawn = false;
    };
    [[nodiscard]] Result<std::vector<Waiting>> waiting();
    [[nodiscard]] Status keepFormer(const Former& former);
    [[nodiscard]] Status wait(std::int64_t number, const Bytes& body, bool withdrawn);
    [[nodiscard]] Status sealAnew(Waiting& change, std::int64_t number, Bytes16& chain, std::string_view secret);
    [[nodiscard]] Status offer(const std::function<bool(std::int64_t number, const Outcome& outcome)>& wanted);
    [[nodiscard]] Status holdBeyond(std::int64_t branch);

    Replica& m_replica;
    ReplicaIdentity m_identity;
};

} // namespace satchel
