// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/SegmentLoader.h"
#include "sync/protocol/SegmentMessages.h"

#include <set>

namespace satchel {

/// The folder in which a download gathers: PROFILE/download, a file for each segment that is there, named by its
/// address. What is there survives a restart and is not fetched twice; what the present plan does not name goes, so
/// that nothing of a lost scope stays. Belongs to the sync thread.
class Download {
public:
    explicit Download(std::string folder) : m_folder(std::move(folder)) {}

    /// From now on these sets are wanted.
    [[nodiscard]] Status want(const std::vector<SegmentSet>& sets);
    /// Those still to be fetched, in order.
    [[nodiscard]] std::vector<SegmentInfo> missing() const;
    /// Takes a piece that was fetched; Corrupt if it is not the one of this address.
    [[nodiscard]] Status put(const SegmentInfo& info, const Bytes& segment);
    /// Forgets a piece that turned out to be damaged on the disk.
    void drop(const std::string& path);
    /// Everything goes, the folder too.
    void clear();

    struct Amount {
        std::int64_t rows = 0;
        std::int64_t bytes = 0;
    };
    [[nodiscard]] const Amount& here() const { return m_here; }
    [[nodiscard]] const Amount& total() const { return m_total; }
    [[nodiscard]] std::vector<SegmentFiles> files() const;
    [[nodiscard]] std::string folder() const { return m_folder; }

private:
    [[nodiscard]] std::string pathOf(const Bytes& address) const;

    std::string m_folder;
    std::vector<SegmentSet> m_sets;
    std::set<Bytes> m_present;
    Amount m_here;
    Amount m_total;
};

} // namespace satchel
