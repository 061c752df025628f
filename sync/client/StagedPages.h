// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Pages.h"

#include <string>

namespace satchel {

/// The pages of a pull while they come. All but the last go into the file PROFILE/pull.pages, one behind the other, so
/// that a long checkpoint takes no more memory than a page, and what has come survives a cut line and a killed program.
/// It is good for the very same pull only: of the same replica, in the same state. Belongs to the sync thread.
class StagedPages final : public Pages {
public:
    explicit StagedPages(const std::string& folder) : m_folder(folder), m_file(folder + "/pull.pages") {}

    /// From now on the pages of this pull come; those that an earlier attempt has left are there. `request`: as it is
    /// asked, with its scopes; what tells a program start or a page is not looked at.
    [[nodiscard]] Status begin(PullRequest request);
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// What the next page is asked for with; "" for the first one.
    [[nodiscard]] const Bytes& continuation() const { return m_last.continuation; }
    /// Full where the room that is kept for what a person types would be needed.
    [[nodiscard]] Status put(PullReply page);
    /// What has come is good for nothing; the first page is next.
    [[nodiscard]] Status beginAgain();
    /// Nothing is left of it.
    void clear();

    /// In all, as far as the server has said so.
    [[nodiscard]] std::int64_t totalRows() const { return m_totalRows; }
    /// The scopes the pages leave out.
    [[nodiscard]] const std::vector<Scope>& staged() const { return m_staged; }

    /// Corrupt if a page cannot be read from the disk any more.
    [[nodiscard]] Status each(const std::function<Status(const PullReply& page)>& take) const override;
    [[nodiscard]] const PullReply& last() const override { return m_last; }
    [[nodiscard]] std::size_t count() const override { return m_places.size() + (m_complete ? 1 : 0); }
    [[nodiscard]] std::int64_t rows() const override { return m_rows; }

private:
    struct Place {
        std::int64_t offset = 0;
        std::int64_t bytes = 0;
    };
    void note(const PullReply& page);
    [[nodiscard]] Status append(const Bytes& piece);
    /// The piece there, if it is whole.
    [[nodiscard]] std::optional<Bytes> read(std::int64_t offset, std::int64_t end) const;
    void takeUp();

    std::string m_folder;
    std::string m_file;
    Bytes m_name; ///< of the pull: the first piece in the file
    std::vector<Place> m_places;
    PullReply m_last; ///< of those in the file only the continuation
    bool m_complete = false;
    std::vector<Scope> m_staged;
    std::int64_t m_rows = 0;
    std::int64_t m_totalRows = 0;
};

} // namespace satchel
