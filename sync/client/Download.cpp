// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/Download.h"

#include "core/base/Files.h"
#include "sync/protocol/Segment.h"

#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace satchel {

namespace fs = std::filesystem;

namespace {

// In front of each piece: its address, and its length in the machine's own form.
constexpr std::int64_t addressBytes = 32;
constexpr std::int64_t headBytes = addressBytes + static_cast<std::int64_t>(sizeof(std::int64_t));

} // namespace

std::map<Bytes, SegmentPlace> Download::scan() const
{
    std::map<Bytes, SegmentPlace> found;
    std::error_code code;
    const auto end = static_cast<std::int64_t>(fs::file_size(file(), code));
    if (code)
        return found;
    std::int64_t at = 0;
    while (const auto head = readPart(file(), at, headBytes)) {
        SegmentPlace place{.address = head->substr(0, addressBytes), .offset = at + headBytes, .bytes = 0};
        std::memcpy(&place.bytes, head->data() + addressBytes, sizeof place.bytes);
        if (place.bytes <= 0 || place.bytes > end - place.offset)
            break;
        at = place.offset + place.bytes;
        found.insert_or_assign(place.address, std::move(place));
    }
    if (at < end)
        fs::resize_file(file(), static_cast<std::uintmax_t>(at), code);
    return found;
}

Status Download::want(const std::vector<SegmentSet>& sets)
{
    SATCHEL_TRY(makePrivateFolder(m_folder));
    m_sets = sets;
    m_present.clear();
    m_here = m_total = {};
    const auto found = scan();
    std::set<Bytes> wanted;
    for (const SegmentSet& set : m_sets)
        for (const SegmentInfo& info : set.segments) {
            if (!wanted.insert(info.address).second)
                continue;
            m_total.rows += info.rows;
            m_total.bytes += info.bytes;
            const auto place = found.find(info.address);
            if (place == found.end() || place->second.bytes != info.bytes)
                continue;
            m_present.insert(*place);
            m_here.rows += info.rows;
            m_here.bytes += info.bytes;
        }
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(m_folder, code))
        if (entry.path() != fs::path(file())) {
            std::error_code ignored;
            fs::remove_all(entry.path(), ignored);
        }
    return m_present.size() == found.size() ? Status(Ok{}) : gatherAnew();
}

Status Download::gatherAnew()
{
    const std::string anew = file() + ".new";
    std::map<Bytes, SegmentPlace> present;
    for (const auto& [address, place] : m_present)
        if (const auto segment = readPart(file(), place.offset, place.bytes)) {
            SegmentPlace moved{.address = address};
            SATCHEL_TRY(append(anew, *segment, moved));
            present.emplace(address, moved);
        }
    m_present = std::move(present);
    std::error_code code;
    fs::remove(file(), code);
    fs::rename(anew, file(), code); // there is none if nothing was to be kept
    return Ok{};
}

std::vector<SegmentInfo> Download::missing() const
{
    std::vector<SegmentInfo> infos;
    std::set<Bytes> listed;
    for (const SegmentSet& set : m_sets)
        for (const SegmentInfo& info : set.segments)
            if (!m_present.contains(info.address) && listed.insert(info.address).second)
                infos.push_back(info);
    return infos;
}

// Not synced to the disk: what a power cut leaves half-written does not fit its address and is fetched again.
Status Download::append(const std::string& file, const Bytes& segment, SegmentPlace& place) const
{
    std::FILE* const opened = std::fopen(file.c_str(), "abe");
    bool written = opened != nullptr && std::fseek(opened, 0, SEEK_END) == 0;
    const std::int64_t end = written ? std::ftell(opened) : 0;
    place.offset = end + headBytes;
    place.bytes = static_cast<std::int64_t>(segment.size());
    Bytes bytes = place.address;
    bytes.append(reinterpret_cast<const char*>(&place.bytes), sizeof place.bytes);
    bytes += segment;
    written = written && std::fwrite(bytes.data(), 1, bytes.size(), opened) == bytes.size();
    if (opened != nullptr && std::fclose(opened) == 0 && written)
        return Ok{};
    std::error_code code;
    fs::resize_file(file, static_cast<std::uintmax_t>(end), code);
    return Error{ErrorKind::Full, "The disk is full. What was fetched so far is kept; free some space and try again."};
}

Status Download::put(const SegmentInfo& info, const Bytes& segment)
{
    if (segmentAddress(segment) != info.address)
        return Error{ErrorKind::Corrupt, "The server sent a piece of the download that is not the one asked for."};
    SegmentPlace place{.address = info.address};
    SATCHEL_TRY(append(file(), segment, place));
    m_present.insert_or_assign(info.address, place);
    m_here.rows += info.rows;
    m_here.bytes += info.bytes;
    return Ok{};
}

// Under no name that anybody could ask for it is passed over from now on.
void Download::drop(const Bytes& address)
{
    const auto place = m_present.find(address);
    if (place == m_present.end())
        return;
    std::fstream file(this->file(), std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(place->second.offset - headBytes);
    file.write(Bytes(addressBytes, '\0').data(), addressBytes);
    m_present.erase(place);
}

void Download::clear()
{
    std::error_code code;
    fs::remove_all(m_folder, code);
}

std::vector<SegmentPieces> Download::pieces() const
{
    std::vector<SegmentPieces> sets;
    for (const SegmentSet& set : m_sets) {
        SegmentPieces pieces{.scope = set.scope, .file = file(), .places = {}};
        for (const SegmentInfo& info : set.segments)
            if (const auto place = m_present.find(info.address); place != m_present.end())
                pieces.places.push_back(place->second);
        sets.push_back(std::move(pieces));
    }
    return sets;
}

} // namespace satchel
