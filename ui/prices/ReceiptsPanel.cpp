// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/ReceiptsPanel.h"

#include "ui/theme/Icon.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

ReceiptsPanel::ReceiptsPanel(const Desk& desk, SyncGateway& gateway, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_gateway(gateway),
      m_sentence(makeLabel({}, "strong", this)),
      m_devices(new QListWidget(this))
{
    setProperty("kind", QStringLiteral("valuebox"));
    wrap(m_sentence);
    m_devices->setAccessibleName(tr("Devices"));
    m_devices->setFrameShape(QFrame::NoFrame);
    m_devices->setMaximumHeight(168);
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close the devices"), this);
    connect(leave, &QToolButton::clicked, this, &QWidget::hide);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_sentence, 1);
    bar->addWidget(leave);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 8, 8, 4);
    layout->addLayout(bar);
    layout->addWidget(m_devices);
    connect(&gateway, &SyncGateway::receiptsCame, this, [this](const Id& revision, const QList<DeviceReceipt>& all) {
        if (revision == m_revision)
            show(all);
    });
    connect(&gateway, &SyncGateway::receiptsRefused, this, [this](const QString& sentence) {
        m_sentence->setText(sentence);
        m_devices->hide();
    });
    hide();
}

void ReceiptsPanel::ask(const Id& revision, const QString& name)
{
    m_revision = revision;
    m_name = name;
    m_sentence->setText(tr("Asking the server who has %1 …").arg(name));
    m_devices->hide();
    setVisible(true);
    m_gateway.askReceipts(revision);
}

void ReceiptsPanel::show(const QList<DeviceReceipt>& devices)
{
    m_desk.reader.ask(
        this,
        [devices](Replica& replica) {
            QStringList people;
            for (const DeviceReceipt& device : devices) {
                const auto label = replica.label({schema::entity("user").number, device.user});
                people << (label.ok() ? oneLine(toQString(*label)) : QString());
            }
            return people;
        },
        [this, devices](const QStringList& people) { fill(devices, people); });
}

void ReceiptsPanel::fill(const QList<DeviceReceipt>& devices, const QStringList& people)
{
    const Milliseconds now = m_desk.environment.now();
    qint64 have = 0;
    m_devices->clear();
    for (qsizetype i = 0; i < devices.size(); ++i) {
        const DeviceReceipt& device = devices[i];
        have += device.received ? 1 : 0;
        const QString who = people[i].isEmpty() ? tr("Somebody") : people[i];
        const QString line = device.received ? tr("%1 on %2 has it").arg(who, device.device)
                                             : tr("%1 on %2 does not have it yet; last here %3")
                                                   .arg(who, device.device, agoWord(device.lastSeen, now));
        auto* item = new QListWidgetItem(line, m_devices);
        item->setIcon(icon(device.received ? QStringLiteral("check") : QStringLiteral("clock"),
                           device.received ? Tint::Success : Tint::Muted));
    }
    m_sentence->setText(tr("%1 of %2 devices have %3.").arg(numberWord(have), numberWord(devices.size()), m_name));
    m_devices->setVisible(!devices.isEmpty());
}

} // namespace satchel::ui
