// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/AdminCodec.h"
#include "sync/protocol/Messages.h"
#include "sync/protocol/SegmentMessages.h"
#include "sync/server/Identities.h"
#include "sync/server/Ledger.h"
#include "sync/server/Paging.h"
#include "sync/server/Versions.h"

namespace satchel::server {

class Turn;
struct PushJob;

/// The server's end of the conversation, without any transport: what comes in is a decoded message and a token, what
/// goes out an answer or an error. Each request is authorised against the rights of this moment. One object is one
/// database connection and belongs to one thread at a time; any number may work side by side.
class Service {
public:
    /// `turn`: what a request takes that turns out to be a large one.
    Service(Database& database, Identities& identities, Environment& environment, Turn* turn = nullptr)
        : m_database(database), m_identities(identities), m_environment(environment), m_turn(turn)
    {}

    /// As a server of another version would (tests).
    void speak(Versions versions) { m_versions = std::move(versions); }
    /// Smaller pages (tests).
    void page(Paging paging) { m_paging = paging; }

    [[nodiscard]] Result<LoginReply> login(const LoginRequest& request);
    [[nodiscard]] Status logout(const std::string& token);
    /// In a transaction of its own.
    [[nodiscard]] Result<PushReply> push(const std::string& token, const PushRequest& request);
    /// The answer to a push that was carried out in a group: what it failed with is looked at more closely.
    [[nodiscard]] Result<PushReply> settle(PushJob& job);
    [[nodiscard]] Result<PullReply> pull(const std::string& token, const PullRequest& request);
    [[nodiscard]] Result<CompareReply> compare(const std::string& token, const CompareRequest& request);

    [[nodiscard]] Result<HealReply> heal(const std::string& token, const HealRequest& request);
    [[nodiscard]] Result<RenewReply> renew(const std::string& token, const RenewRequest& request);
    [[nodiscard]] Result<HeldReply> hold(const std::string& token, const HeldRequest& request);
    [[nodiscard]] Result<LeaseReply> lease(const std::string& token, const LeaseRequest& request);
    [[nodiscard]] Result<ReceiptsReply> receipts(const std::string& token, const ReceiptsRequest& request);
    /// For administrators.
    [[nodiscard]] Result<Overview> overview(const std::string& token, const OverviewRequest& request);
    [[nodiscard]] Result<AdminDone> administer(const std::string& token, const AdminDeed& deed);
    [[nodiscard]] Result<OwnPasswordDone> changePassword(const std::string& token, const OwnPassword& wish);
    [[nodiscard]] Result<SegmentPlan> planSegments(const std::string& token, const SegmentPlanRequest& request);
    [[nodiscard]] Result<SegmentReply> fetchSegments(const std::string& token, const SegmentFetch& request);

private:
    /// Notices a program start that had been superseded by another one; Forked then.
    [[nodiscard]] Status meet(const Id& incarnation, const Bytes& session);
    /// How faults of the server with single changes are met: not at all, each taken out, this one not even tried.
    enum class Care { None, Each, SetAside };
    [[nodiscard]] Result<PushReply> pushOnce(const std::string& token, const PushRequest& request, Care care,
                                             const Error& error = {});
    [[nodiscard]] Result<PushReply> pushCarefully(const std::string& token, const PushRequest& request);
    /// The incarnation is here again: one more try for what the server failed with.
    [[nodiscard]] Status retryFaults(const Id& incarnation);
    /// Two copies go on under one incarnation: neither may.
    [[nodiscard]] Status retire(const std::string& token, const Id& incarnation);

    Database& m_database;
    Identities& m_identities;
    Environment& m_environment;
    Turn* m_turn;
    Versions m_versions;
    Paging m_paging;
    Remembered m_memory; ///< from one push to the next
};

} // namespace satchel::server
