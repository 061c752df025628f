// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

class QWidget;

namespace satchel::bench {

/// Looks at a window while it works: when a part of it was last painted, and how long the window's thread was busy
/// without a pause (what a person feels as a hitch). Window's thread.
class Glass final : public QObject {
public:
    /// What happened between a deed and the moment when nothing came any more, in milliseconds.
    struct Seen {
        double shown =
            0; ///< until the part was painted for the last time, or for the first time with what it shall show
        double longest = 0; ///< busy without a pause
    };

    /// `isDone`: nothing is being asked or computed for the window any more.
    explicit Glass(std::function<bool()> isDone) : m_isDone(std::move(isDone)) {}

    /// Does it, and lets the window work until it has been done and quiet for `quiet`. `shows`: the part has what it
    /// shall show; whatever is painted before does not count.
    Seen watch(const std::function<void()>& deed, QWidget* part,
               std::chrono::milliseconds quiet = std::chrono::milliseconds(15),
               const std::function<bool()>& shows = {});

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Time = std::chrono::steady_clock::time_point;
    std::function<bool()> m_isDone;
    Time m_painted;
    Time m_woken; ///< something happened
};

} // namespace satchel::bench
