// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "sync/protocol/Messages.h"

#include <functional>
#include <vector>

namespace satchel {

/// The pages of one pull, in their order and as often as one likes; the last carries the checkpoint. What a later one
/// says of a row stands. A page is gone after the call it was handed to.
class Pages {
public:
    virtual ~Pages() = default;
    [[nodiscard]] virtual Status each(const std::function<Status(const PullReply& page)>& take) const = 0;
    [[nodiscard]] virtual const PullReply& last() const = 0;
    [[nodiscard]] virtual std::size_t count() const = 0;
    /// On all of them.
    [[nodiscard]] virtual std::int64_t rows() const = 0;
};

/// Those of a vector, which outlives it.
class PagesInMemory final : public Pages {
public:
    explicit PagesInMemory(const std::vector<PullReply>& pages) : m_pages(pages) {}
    [[nodiscard]] Status each(const std::function<Status(const PullReply& page)>& take) const override
    {
        for (const PullReply& page : m_pages)
            SATCHEL_TRY(take(page));
        return Ok{};
    }
    [[nodiscard]] const PullReply& last() const override { return m_pages.back(); }
    [[nodiscard]] std::size_t count() const override { return m_pages.size(); }
    [[nodiscard]] std::int64_t rows() const override
    {
        std::int64_t rows = 0;
        for (const PullReply& page : m_pages)
            rows += static_cast<std::int64_t>(page.rows.size());
        return rows;
    }

private:
    const std::vector<PullReply>& m_pages;
};

} // namespace satchel
