// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Notable.h"

#include <QSet>
#include <QTime>
#include <QTimer>

#include <array>

class QSettings;

namespace satchel::ui {

/// What a person wants to be told, and when not.
struct NotifyWishes {
    std::array<bool, Notable::kinds> kinds = {true, true, true, true, true, true};
    bool quiet = true; ///< whether there are quiet hours
    QTime quietFrom = QTime(19, 0);
    QTime quietTo = QTime(7, 30);

    [[nodiscard]] bool wants(Notable::Kind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] bool isQuiet(const QTime& time) const;
};

/// Looks every minute, and whenever records have come, for what there is to tell, and tells each thing once, over
/// restarts. What was there when a profile was opened for the first time is shown, but not announced. Owned by the
/// window; window's thread, reads on the reader's.
class Notifier final : public QObject {
    Q_OBJECT
public:
    /// `settings` must outlive it: wishes, and what has been told, stand there.
    Notifier(const Desk& desk, QSettings& settings, QObject* parent);

    void look();
    /// Records have changed: looks now, or when a second has passed since the last time.
    void lookSoon();
    /// What there is to tell now, newest first, of the kinds that are wanted.
    [[nodiscard]] const std::vector<Notable>& all() const { return m_all; }
    [[nodiscard]] bool isUnread(const Notable& notable) const { return !m_read.contains(notable.key); }
    [[nodiscard]] qint64 unread() const;
    void markRead();
    [[nodiscard]] Milliseconds now() const { return m_desk.environment.now(); }
    [[nodiscard]] const NotifyWishes& wishes() const { return m_wishes; }
    void setWishes(const NotifyWishes& wishes);

Q_SIGNALS:
    /// The list is another.
    void changed();
    /// Tell this now. Many at once come as one, with no record but the list.
    void announced(const satchel::ui::Notable& notable);

private:
    void take(std::vector<Notable>&& found);
    void announce(const std::vector<Notable>& fresh);
    void readSettings();
    void write();

    const Desk& m_desk;
    QSettings& m_settings;
    NotifyWishes m_wishes;
    std::vector<Notable> m_all;
    QSet<QString> m_told;
    QSet<QString> m_read;
    bool m_first = true; ///< nothing was ever told on this profile
    QTimer m_minute;
    QTimer m_soon;
    bool m_again = false; ///< something changed since
};

} // namespace satchel::ui
