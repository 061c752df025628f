// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <functional>
#include <memory>

namespace satchel::server {

struct HttpQuestion;

/// The far end of a laptop that waits for news. Both calls may come from any thread and never block.
class WakeLine {
public:
    virtual ~WakeLine() = default;
    /// Something is new up to this checkpoint. A line that is still busy with the last call says only the newest.
    virtual void wake(std::int64_t checkpoint) = 0;
    virtual void close() = 0;
};

/// Decides who may wait, and knows those who do. The calls come from several threads.
class WakeDoor {
public:
    using Enter = std::function<void(const std::shared_ptr<WakeLine>&)>;
    virtual ~WakeDoor() = default;
    /// On a worker, may block: a refusal, or what is to be called with the line once it is open.
    [[nodiscard]] virtual Result<Enter> admit(const HttpQuestion& question) = 0;
    virtual void leave(const WakeLine& line) = 0;
};

} // namespace satchel::server
