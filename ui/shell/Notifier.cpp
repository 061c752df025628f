// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Notifier.h"

#include "ui/widgets/Text.h"

#include <QDateTime>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace satchel::ui {

namespace {

constexpr int minuteMs = 60'000;
constexpr int betweenLooksMs = 1000;
constexpr std::size_t mostAtOnce = 3;

QString notifyKey(const char* name)
{
    return QStringLiteral("notifications/%1").arg(QLatin1String(name));
}

// Only what is still there needs to be remembered: it is the same list each time.
QStringList stillThere(const QSet<QString>& keys, const std::vector<Notable>& all)
{
    QStringList kept;
    for (const Notable& notable : all)
        if (keys.contains(notable.key))
            kept << notable.key;
    return kept;
}

QSet<QString> asSet(const QStringList& list)
{
    return {list.begin(), list.end()};
}

} // namespace

bool NotifyWishes::isQuiet(const QTime& time) const
{
    if (!quiet || quietFrom == quietTo)
        return false;
    return quietFrom < quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
}

Notifier::Notifier(const Desk& desk, QSettings& settings, QObject* parent)
    : QObject(parent), m_desk(desk), m_settings(settings)
{
    readSettings();
    connect(&m_minute, &QTimer::timeout, this, &Notifier::look);
    m_minute.start(minuteMs);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false))
            lookSoon();
    });
}

void Notifier::readSettings()
{
    m_first = !m_settings.contains(notifyKey("told"));
    m_told = asSet(m_settings.value(notifyKey("told")).toStringList());
    m_read = asSet(m_settings.value(notifyKey("read")).toStringList());
    const QStringList off = m_settings.value(notifyKey("off")).toStringList();
    for (std::size_t i = 0; i < m_wishes.kinds.size(); ++i)
        m_wishes.kinds[i] = !off.contains(QString::number(i));
    m_wishes.quiet = m_settings.value(notifyKey("quiet"), m_wishes.quiet).toBool();
    m_wishes.quietFrom = m_settings.value(notifyKey("quiet_from"), m_wishes.quietFrom).toTime();
    m_wishes.quietTo = m_settings.value(notifyKey("quiet_to"), m_wishes.quietTo).toTime();
}

void Notifier::write()
{
    const auto keep = [this](const QString& key, const QVariant& value) {
        if (m_settings.value(key) != value) // each change writes the file
            m_settings.setValue(key, value);
    };
    keep(notifyKey("told"), stillThere(m_told, m_all));
    keep(notifyKey("read"), stillThere(m_read, m_all));
    QStringList off;
    for (std::size_t i = 0; i < m_wishes.kinds.size(); ++i)
        if (!m_wishes.kinds[i])
            off << QString::number(i);
    keep(notifyKey("off"), off);
    keep(notifyKey("quiet"), m_wishes.quiet);
    keep(notifyKey("quiet_from"), m_wishes.quietFrom);
    keep(notifyKey("quiet_to"), m_wishes.quietTo);
}

void Notifier::lookSoon()
{
    m_again = m_soon.isActive();
    if (m_again)
        return;
    m_soon.start(betweenLooksMs);
    look();
}

void Notifier::look()
{
    m_desk.reader.askLater(
        this,
        [me = m_desk.me.user, now = m_desk.environment.now()](Replica& replica) {
            return loadNotables(replica, me, now);
        },
        [this](const std::vector<Notable>& found) { take(std::vector<Notable>(found)); });
}

void Notifier::take(std::vector<Notable>&& found)
{
    m_all.clear();
    std::vector<Notable> fresh;
    for (Notable& notable : found) {
        if (!m_wishes.wants(notable.kind))
            continue;
        if (!m_told.contains(notable.key))
            fresh.push_back(notable);
        m_told.insert(notable.key);
        m_all.push_back(std::move(notable));
    }
    const bool quiet = m_wishes.isQuiet(QDateTime::fromMSecsSinceEpoch(m_desk.environment.now()).time());
    if (!std::exchange(m_first, false) && !quiet)
        announce(fresh);
    write();
    Q_EMIT changed();
}

void Notifier::announce(const std::vector<Notable>& fresh)
{
    if (fresh.size() <= mostAtOnce) {
        for (const Notable& notable : fresh)
            Q_EMIT announced(notable);
        return;
    }
    Notable many{.kind = fresh.front().kind, .key = {}, .heading = {}, .text = {}, .row = {}, .at = fresh.front().at};
    many.heading = tr("%Ln things are new", nullptr, static_cast<int>(fresh.size()));
    QStringList some;
    for (std::size_t i = 0; i < mostAtOnce; ++i)
        some << fresh[i].text;
    many.text = some.join(QLatin1Char('\n'));
    Q_EMIT announced(many);
}

qint64 Notifier::unread() const
{
    return std::count_if(m_all.begin(), m_all.end(), [this](const Notable& notable) { return isUnread(notable); });
}

void Notifier::markRead()
{
    for (const Notable& notable : m_all)
        m_read.insert(notable.key);
    write();
    Q_EMIT changed();
}

void Notifier::setWishes(const NotifyWishes& wishes)
{
    m_wishes = wishes;
    write();
    look();
}

} // namespace satchel::ui
