// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/DevicesView.h"

#include "ui/administration/ConfirmPanel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace satchel::ui {

DevicesView::DevicesView(const Desk& desk, ServerView& server, QWidget* parent) : AdminView(desk, server, parent)
{
    setSheet(new Sheet(tr("Devices"),
                       {tr("Colleague"), tr("Device"), tr("Last here"), tr("Missing"), tr("State"), tr("Program")}, 1,
                       this));
    m_sheet->setFigures(3);
    m_sheet->horizontalHeaderItem(3)->setToolTip(tr("Changes of the company that it does not have yet"));
    m_out = addAction(tr("Shut out"), QKeySequence(Qt::Key_X), [this] { askToShutOut(); });
    m_in = addAction(tr("Let in again"), QKeySequence(Qt::Key_A), [this] { letIn(); });
    m_hint = addHint();
    connect(m_sheet, &QTableWidget::currentCellChanged, this, &DevicesView::chosen);
    fill();
}

void DevicesView::show(const DirectoryRows& rows)
{
    m_rows = rows;
    fill();
}

void DevicesView::serverChanged()
{
    fill();
}

const Overview::Device* DevicesView::current() const
{
    const int row = currentRow();
    return row < 0 || static_cast<std::size_t>(row) >= m_devices.size() ? nullptr
                                                                        : &m_devices[static_cast<std::size_t>(row)];
}

QString DevicesView::stateOf(const Overview::Device& device) const
{
    QStringList parts;
    if (device.revoked)
        parts << tr("Shut out");
    else if (ServerView::isStale(device, m_desk.environment.now()))
        parts << tr("Not here for over 30 days");
    if (device.waiting > 0)
        parts << tr("%Ln changes wait at the server", nullptr, static_cast<int>(device.waiting));
    return parts.join(tr(", "));
}

void DevicesView::fill()
{
    const auto* chosenOne = current();
    const Id wanted = chosenOne == nullptr ? Id() : chosenOne->id;
    const int before = currentRow();
    const Milliseconds now = m_desk.environment.now();
    m_devices = m_server.overview() ? m_server.overview()->devices : std::vector<Overview::Device>();
    // Those that want a look first, then the ones that were here last.
    std::stable_sort(m_devices.begin(), m_devices.end(), [&](const auto& a, const auto& b) {
        const auto rank = [&](const Overview::Device& device) {
            return device.revoked ? 2 : ServerView::isStale(device, now) || device.waiting > 0 ? 0 : 1;
        };
        return std::pair(rank(a), -a.lastSeen) < std::pair(rank(b), -b.lastSeen);
    });
    std::vector<Id> ids;
    {
        const QSignalBlocker quiet(m_sheet);
        m_sheet->clearRows();
        for (const Overview::Device& each : m_devices) {
            const QString who = m_rows.nameOf(each.user);
            const QString missing = each.behind == 0 ? QString() : numberWord(each.behind);
            const int row = m_sheet->addRow({who.isEmpty() ? tr("Somebody") : who, oneLine(toQString(each.name), 80),
                                             agoWord(each.lastSeen, now), missing, stateOf(each),
                                             oneLine(toQString(each.program), 60)});
            m_sheet->item(row, 2)->setToolTip(exactTime(each.lastSeen));
            ids.push_back(each.id);
        }
        choose(ids, wanted, before);
    }
    chosen();
}

void DevicesView::chosen()
{
    const auto* device = current();
    m_out->setEnabled(device != nullptr && !device->revoked && device->id != m_desk.me.device);
    m_in->setEnabled(device != nullptr && device->revoked);
    QString hint;
    if (!m_server.overview())
        hint = tr("Which devices there are is known when the server has been reached.");
    else if (device != nullptr && device->id == m_desk.me.device)
        hint = tr("This is the laptop you are working on.");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void DevicesView::askToShutOut()
{
    const auto* device = current();
    if (device == nullptr)
        return;
    const QString name = oneLine(toQString(device->name), 80);
    const QString who = m_rows.nameOf(device->user);
    auto* confirm = new ConfirmPanel(m_desk, tr("Shut out %1").arg(name), tr("Shut out"), this);
    confirm->say(tr("%1 of %2 can no longer sync, from this moment on.").arg(name, who));
    confirm->say(tr("At its next contact it takes the company's records off its disk. What was written on it and not "
                    "sent stays there, in a file."));
    confirm->say(
        tr("Until then its disk encryption protects them. If it was stolen, give %1 a new password as well.").arg(who));
    confirm->performs(m_server, {.kind = AdminDeed::Kind::RevokeDevice, .subject = device->id},
                      tr("%1 is shut out").arg(name));
    openPanel(confirm);
}

void DevicesView::letIn()
{
    const auto* device = current();
    if (device == nullptr)
        return;
    m_server.perform({.kind = AdminDeed::Kind::ReadmitDevice, .subject = device->id}, this,
                     [this, name = oneLine(toQString(device->name), 80)](const AdminDone&, const QString& trouble) {
                         Q_EMIT notice(trouble.isEmpty() ? tr("%1 may sign in again").arg(name) : trouble, false);
                     });
}

} // namespace satchel::ui
