// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Publisher.h"
#include "core/store/SegmentLoader.h"

#include <map>

namespace satchel {

/// A replica that is built in a folder of its own while the live one is used, and then takes its place: under the live
/// file's write lock it gets everything that only the live one has (what waits to be sent, leases, identity), the tail
/// of the download is published on it, and its pages are copied into the live file in one transaction of that file. So
/// every connection that is open on the live file goes on, sees the one state or the other, and nothing that was
/// committed there is lost; DECISIONS.md says why the file is not renamed. Belongs to the thread of the live replica.
class Beside {
public:
    /// An empty one in `folder`, or in memory where it will have few `rows`; what an earlier attempt left there goes.
    [[nodiscard]] static Result<std::unique_ptr<Beside>> begin(Replica& live, const std::string& folder,
                                                               std::int64_t rows);
    /// Nothing is left of it.
    ~Beside();

    /// What fills it.
    [[nodiscard]] SegmentLoader loader(const ReplicaIdentity& identity)
    {
        return {*m_bare, m_indexes, m_file, identity.digestKey};
    }

    /// Brings over what the live replica has published already (the server's images) and says where each scope stands.
    /// `counted`: the digests of what it was filled with, if they are known.
    [[nodiscard]] Status adopt(const ReplicaIdentity& identity, bool withPublished,
                               const std::map<Scope, std::int64_t>& scopes, const std::optional<RowCount>& counted);
    /// The digests of what it holds.
    [[nodiscard]] Result<std::vector<Digest>> digests(const ReplicaIdentity& identity);
    /// Publishes the tail and takes the live one's place. If the digests then differ from the server's, the report says
    /// so and the live one is as it was.
    [[nodiscard]] Result<PublishReport> takePlace(const ReplicaIdentity& identity, const std::vector<PullReply>& tail);

private:
    class Transfer;
    Beside(Replica& live, std::string folder) : m_live(live), m_folder(std::move(folder)) {}
    [[nodiscard]] Status makeTables(sqlite::Connection& empty);
    struct Published;
    [[nodiscard]] Result<Published> published(const ReplicaIdentity& identity);
    [[nodiscard]] Status copyPublished(const ReplicaIdentity& identity, const Published& published);
    [[nodiscard]] Status copyHistory();
    [[nodiscard]] Status moveOwn(const ReplicaIdentity& identity);
    [[nodiscard]] Status moveTables();
    [[nodiscard]] Status overlayPending(const ReplicaIdentity& identity);

    Replica& m_live;
    std::string m_folder;
    std::string m_file;
    std::vector<std::string> m_indexes;         ///< that the live one has and this gets when it is full
    std::unique_ptr<sqlite::Connection> m_bare; ///< while it is filled
    std::unique_ptr<Replica> m_replica;         ///< from adopt() on
};

} // namespace satchel
