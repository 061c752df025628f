// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Action.h"
#include "ui/models/ReplicaThread.h"

#include <QPointer>

#include <atomic>
#include <optional>

namespace satchel::ui {

/// The same thing done to many records, each by a change of its own: what one may not, the others are not kept from.
/// Goes batch by batch over a replica's thread, so that other questions and edits come in between; can be stopped, and
/// what is done by then stays done. Or only looks what would become of it. Window's thread.
class BulkRun final : public QObject {
    Q_OBJECT
public:
    /// The edit of a record, nothing where it has what is wanted already; runs on the replica's thread.
    using Maker = std::function<Result<std::optional<Edit>>(const Record&)>;
    enum class Purpose { Do, Look };
    static constexpr std::size_t batch = 250;

    struct Tally {
        std::int64_t changed = 0;
        std::int64_t same = 0;
        std::int64_t left = 0; ///< could not be changed
        QString why = {};      ///< of the first of these
        Action inverse = {};   ///< what takes it back, each edit with what it expects in the same place
        [[nodiscard]] std::int64_t seen() const { return changed + same + left; }
    };

    BulkRun(ReplicaThread& thread, std::vector<RowKey> rows, Maker maker, Purpose purpose, QObject* parent);

    void start() { next(); }
    /// Ends after the batch under way.
    void stop() { m_stopped = true; }
    [[nodiscard]] std::int64_t total() const { return static_cast<std::int64_t>(m_rows.size()); }
    [[nodiscard]] const Tally& tally() const { return m_tally; }

Q_SIGNALS:
    void progressed();
    /// Once; the run deletes itself afterwards.
    void finished();

private:
    static Tally work(Replica& replica, const std::vector<RowKey>& rows, const Maker& maker, Purpose purpose);
    void next();
    void add(const Tally& part);

    ReplicaThread& m_thread;
    std::vector<RowKey> m_rows;
    Maker m_maker;
    Purpose m_purpose;
    std::size_t m_at = 0;
    bool m_stopped = false;
    Tally m_tally;
};

/// Takes back what a run did, where nobody has changed it since.
[[nodiscard]] BulkRun::Maker takingBack(const Action& inverse);

} // namespace satchel::ui
