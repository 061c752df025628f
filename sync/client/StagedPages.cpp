// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/StagedPages.h"

#include "core/base/Files.h"
#include "core/store/Reserve.h"
#include "sync/protocol/Codec.h"

#include <cstring>

namespace satchel {

namespace {

// In front of each piece: its length in the machine's own form, and its hash.
constexpr std::int64_t lengthBytes = sizeof(std::int64_t);
constexpr std::int64_t pieceHead = lengthBytes + 16;
constexpr std::int64_t leastRoom = 4'000'000;

} // namespace

Status StagedPages::begin(PullRequest request)
{
    request.session.clear();
    request.continuation.clear();
    request.scopesHash = {};
    m_name = encode(request);
    takeUp();
    return m_places.empty() ? beginAgain() : Status(Ok{});
}

// As far as what is there belongs to this pull and is whole.
void StagedPages::takeUp()
{
    const std::int64_t end = fileLength(m_file).value_or(0);
    const auto name = read(0, end);
    if (!name || *name != m_name)
        return;
    std::int64_t at = pieceHead + static_cast<std::int64_t>(name->size());
    while (const auto piece = read(at, end)) {
        auto page = decodePullReply(*piece);
        if (!page.ok() || page->continuation.empty())
            break;
        m_places.push_back({at, static_cast<std::int64_t>(piece->size())});
        at += pieceHead + static_cast<std::int64_t>(piece->size());
        note(*page);
        m_last = {.continuation = std::move(page->continuation)};
    }
    if (at < end)
        cutFile(m_file, at);
}

void StagedPages::note(const PullReply& page)
{
    m_rows += static_cast<std::int64_t>(page.rows.size());
    m_totalRows = std::max(m_totalRows, page.totalRows);
    m_staged.insert(m_staged.end(), page.staged.begin(), page.staged.end());
}

std::optional<Bytes> StagedPages::read(std::int64_t offset, std::int64_t end) const
{
    const auto head = offset + pieceHead <= end ? readPart(m_file, offset, pieceHead) : std::nullopt;
    if (!head)
        return std::nullopt;
    std::int64_t bytes = 0;
    std::memcpy(&bytes, head->data(), sizeof bytes);
    if (bytes <= 0 || bytes > end - offset - pieceHead)
        return std::nullopt;
    auto piece = readPart(m_file, offset + pieceHead, bytes);
    const bool whole = piece && head->substr(lengthBytes) == view(blake2b128({}, *piece));
    return whole ? std::move(piece) : std::nullopt;
}

Status StagedPages::append(const Bytes& piece)
{
    const auto bytes = static_cast<std::int64_t>(piece.size());
    if (roomForPublishing(m_folder) < leastRoom + bytes)
        return Error{ErrorKind::Full,
                     "The disk is full. What was fetched so far is kept; free some space and try again."};
    Bytes whole(reinterpret_cast<const char*>(&bytes), sizeof bytes);
    whole += view(blake2b128({}, piece));
    whole += piece;
    SATCHEL_TRY(appendToFile(m_file, whole));
    return Ok{};
}

Status StagedPages::put(PullReply page)
{
    if (!page.continuation.empty()) {
        if (m_places.empty())
            SATCHEL_TRY(append(m_name));
        const Bytes piece = encode(page);
        const std::int64_t offset = fileLength(m_file).value_or(0);
        SATCHEL_TRY(append(piece));
        m_places.push_back({offset, static_cast<std::int64_t>(piece.size())});
    }
    note(page);
    m_complete = page.continuation.empty();
    m_last = m_complete ? std::move(page) : PullReply{.continuation = std::move(page.continuation)};
    return Ok{};
}

Status StagedPages::beginAgain()
{
    clear();
    m_places.clear();
    m_staged.clear();
    m_last = {};
    m_complete = false;
    m_rows = m_totalRows = 0;
    return Ok{};
}

void StagedPages::clear()
{
    removeFile(m_file);
}

Status StagedPages::each(const std::function<Status(const PullReply& page)>& take) const
{
    for (const Place& place : m_places) {
        const auto piece = read(place.offset, place.offset + pieceHead + place.bytes);
        const auto page = piece ? decodePullReply(*piece) : Result<PullReply>(Error{});
        if (!page.ok())
            return Error{ErrorKind::Corrupt, "A piece of the download is damaged."};
        SATCHEL_TRY(take(*page));
    }
    return m_complete ? take(m_last) : Status(Ok{});
}

} // namespace satchel
