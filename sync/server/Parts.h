// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/model/Change.h"

#include <functional>

namespace satchel::server {

/// The operations of an action, in order and a part at a time: of an ordinary change all at once. Those of a large one
/// are read from the database each time they are gone through, since all together would not fit into memory. A part is
/// gone after the call it was handed to.
class Parts {
public:
    using Take = std::function<Status(const Change& part)>;

    virtual ~Parts() = default;
    [[nodiscard]] virtual Status each(const Take& take) const = 0;
    /// More than one.
    [[nodiscard]] virtual bool areSeveral() const { return false; }
    /// Whether any of them deletes; true if that is not known.
    [[nodiscard]] virtual bool mayDelete() const { return true; }
};

/// An ordinary change.
class OnePart final : public Parts {
public:
    explicit OnePart(const Change& change) : m_change(change) {}
    [[nodiscard]] Status each(const Take& take) const override { return take(m_change); }

private:
    const Change& m_change;
};

} // namespace satchel::server
