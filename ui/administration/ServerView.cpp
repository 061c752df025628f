// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/ServerView.h"

#include <algorithm>

namespace satchel::ui {

ServerView::ServerView(AdminGateway* gateway, QObject* parent) : QObject(parent), m_gateway(gateway)
{
    if (gateway == nullptr) {
        m_trouble = tr("The server cannot be reached.");
        return;
    }
    connect(gateway, &AdminGateway::overviewCame, this, [this](const Overview& overview) {
        m_overview = overview;
        m_trouble.clear();
        Q_EMIT changed();
    });
    connect(gateway, &AdminGateway::overviewRefused, this, [this](const QString& sentence) {
        m_trouble = sentence;
        Q_EMIT changed();
    });
    connect(gateway, &AdminGateway::performed, this,
            [this](int ticket, const AdminDone& done) { answer(ticket, done, {}); });
    connect(gateway, &AdminGateway::refused, this,
            [this](int ticket, const QString& sentence) { answer(ticket, {}, sentence); });
}

void ServerView::ask()
{
    if (m_gateway)
        m_gateway->askOverview();
}

void ServerView::perform(const AdminDeed& deed, QObject* receiver, Then then)
{
    if (!m_gateway) {
        then({}, tr("The server cannot be reached, and only the server can do this. Nothing was changed."));
        return;
    }
    m_waiting.insert(++m_ticket, {receiver, std::move(then)});
    m_gateway->perform(m_ticket, deed);
}

void ServerView::answer(int ticket, const AdminDone& done, const QString& trouble)
{
    const Waiting waiting = m_waiting.take(ticket);
    if (waiting.receiver && waiting.then)
        waiting.then(done, trouble);
}

bool ServerView::hasPassword(const Id& user) const
{
    return m_overview && std::find(m_overview->withPassword.begin(), m_overview->withPassword.end(), user) !=
                             m_overview->withPassword.end();
}

const Overview::Device* ServerView::deviceOf(const Id& user) const
{
    const Overview::Device* latest = nullptr;
    if (m_overview)
        for (const Overview::Device& device : m_overview->devices)
            if (device.user == user && !device.revoked && (latest == nullptr || device.lastSeen > latest->lastSeen))
                latest = &device;
    return latest;
}

qint64 ServerView::openAlerts() const
{
    if (!m_overview)
        return 0;
    return std::count_if(m_overview->alerts.begin(), m_overview->alerts.end(),
                         [](const Overview::Alert& alert) { return !alert.closed; });
}

bool ServerView::isStale(const Overview::Device& device, Milliseconds now)
{
    return !device.revoked && device.lastSeen < now - administering::staleAfter;
}

} // namespace satchel::ui
