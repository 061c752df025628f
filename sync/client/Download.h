// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/SegmentLoader.h"
#include "sync/protocol/SegmentMessages.h"

#include <set>

namespace satchel {

/// The folder in which a download gathers: in PROFILE/download/pieces one segment stands behind the other, each after
/// its address and length. What is there survives a restart and is not fetched twice; what the present plan does not
/// name goes, so that nothing of a lost scope stays. One file, because making one for each of hundreds of small
/// segments took longer than fetching them. Belongs to the sync thread.
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
    void drop(const Bytes& address);
    /// Everything goes, the folder too.
    void clear();

    struct Amount {
        std::int64_t rows = 0;
        std::int64_t bytes = 0;
    };
    [[nodiscard]] const Amount& here() const { return m_here; }
    [[nodiscard]] const Amount& total() const { return m_total; }
    [[nodiscard]] std::vector<SegmentPieces> pieces() const;
    [[nodiscard]] std::string folder() const { return m_folder; }

private:
    [[nodiscard]] std::string file() const { return m_folder + "/pieces"; }
    /// What stands in the file, by address; it is cut off where it ends in the middle of a piece.
    [[nodiscard]] std::map<Bytes, SegmentPlace> scan() const;
    [[nodiscard]] Status append(const std::string& file, const Bytes& segment, SegmentPlace& place) const;
    /// A file with only those in m_present takes the place of the present one.
    [[nodiscard]] Status gatherAnew();

    std::string m_folder;
    std::vector<SegmentSet> m_sets;
    std::map<Bytes, SegmentPlace> m_present;
    Amount m_here;
    Amount m_total;
};

} // namespace satchel
