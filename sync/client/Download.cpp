// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Download.h"

#include "core/base/Files.h"
#include "sync/protocol/Segment.h"

#include <cstdio>
#include <filesystem>

namespace satchel {

namespace fs = std::filesystem;

std::string Download::pathOf(const Bytes& address) const
{
    return m_folder + "/" + toHex(address);
}

Status Download::want(const std::vector<SegmentSet>& sets)
{
    SATCHEL_TRY(makePrivateFolder(m_folder));
    m_sets = sets;
    m_present.clear();
    m_here = m_total = {};
    std::set<std::string> wanted;
    for (const SegmentSet& set : m_sets)
        for (const SegmentInfo& info : set.segments) {
            if (!wanted.insert(toHex(info.address)).second)
                continue;
            m_total.rows += info.rows;
            m_total.bytes += info.bytes;
            std::error_code code;
            const auto size = fs::file_size(pathOf(info.address), code);
            if (code || static_cast<std::int64_t>(size) != info.bytes)
                continue;
            m_present.insert(info.address);
            m_here.rows += info.rows;
            m_here.bytes += info.bytes;
        }
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(m_folder, code))
        if (!wanted.contains(entry.path().filename().string())) {
            std::error_code ignored;
            fs::remove_all(entry.path(), ignored);
        }
    return Ok{};
}

std::vector<SegmentInfo> Download::missing() const
{
    std::vector<SegmentInfo> infos;
    std::set<Bytes> listed = m_present;
    for (const SegmentSet& set : m_sets)
        for (const SegmentInfo& info : set.segments)
            if (listed.insert(info.address).second)
                infos.push_back(info);
    return infos;
}

// Not synced to the disk: what a power cut leaves half-written does not fit its name and is fetched again.
Status Download::put(const SegmentInfo& info, const Bytes& segment)
{
    if (segmentAddress(segment) != info.address)
        return Error{ErrorKind::Corrupt, "The server sent a piece of the download that is not the one asked for."};
    const std::string path = pathOf(info.address);
    std::FILE* file = std::fopen(path.c_str(), "wbe");
    const bool written = file != nullptr && std::fwrite(segment.data(), 1, segment.size(), file) == segment.size();
    if (file == nullptr || std::fclose(file) != 0 || !written) {
        drop(path);
        return Error{ErrorKind::Full,
                     "The disk is full. What was fetched so far is kept; free some space and try again."};
    }
    m_present.insert(info.address);
    m_here.rows += info.rows;
    m_here.bytes += info.bytes;
    return Ok{};
}

void Download::drop(const std::string& path)
{
    std::error_code code;
    fs::remove(path, code);
}

void Download::clear()
{
    std::error_code code;
    fs::remove_all(m_folder, code);
}

std::vector<SegmentFiles> Download::files() const
{
    std::vector<SegmentFiles> sets;
    for (const SegmentSet& set : m_sets) {
        SegmentFiles files{.scope = set.scope, .paths = {}};
        for (const SegmentInfo& info : set.segments)
            files.paths.push_back(pathOf(info.address));
        sets.push_back(std::move(files));
    }
    return sets;
}

} // namespace satchel
