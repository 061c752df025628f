// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ReachBar.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QDesktopServices>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace satchel::ui {

QUrl telUrl(const QString& phone)
{
    QUrl url;
    url.setScheme(QStringLiteral("tel"));
    url.setPath(QString(phone).remove(QRegularExpression(QStringLiteral("[^0-9+*#]"))));
    return url;
}

QUrl mailUrl(const QString& address, const QString& name)
{
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(address);
    if (!name.isEmpty()) {
        const QString greeting = ReachBar::tr("Dear %1,").arg(name) + QStringLiteral("\r\n\r\n");
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("body"), QString::fromLatin1(QUrl::toPercentEncoding(greeting)));
        url.setQuery(query);
    }
    return url;
}

ReachBar::ReachBar(QWidget* parent) : QWidget(parent), m_buttons(new FlowLayout(8))
{
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 4, 0, 0, 0);
    layout->addLayout(m_buttons);
}

void ReachBar::show(const Record& record)
{
    if (record == m_record) // who has the keyboard keeps it
        return;
    m_record = record;
    clearLayout(m_buttons);
    m_name = oneLine(toQString(record.label()), 80);
    m_phone.clear();
    m_mail.clear();
    for (const char* field : {"mobile", "phone"})
        if (record.entity->field(field) != nullptr && !record.value(field).isNull()) {
            const QString phone = oneLine(toQString(record.value(field).text()), 40);
            const QUrl url = telUrl(phone);
            if (m_phone.isEmpty())
                m_phone = url;
            add(QStringLiteral("call"), phone, url);
        }
    if (record.entity->field("email") != nullptr && !record.value("email").isNull()) {
        const QString address = oneLine(toQString(record.value("email").text()), 254);
        // A company is written to without a name; a person is greeted.
        m_mail = mailUrl(address, record.entity->name == "account" ? QString() : m_name);
        add(QStringLiteral("mail"), address, m_mail);
    }
    setVisible(m_buttons->count() > 0);
}

void ReachBar::add(const QString& kind, const QString& value, const QUrl& url)
{
    const bool phone = kind == QLatin1String("call");
    QPushButton* button = makeButton({}, "link", this);
    const QString shown = value.size() > 36 ? value.left(34) + QStringLiteral("…") : value;
    button->setText(phone ? phoneWord(shown) : shown);
    button->setIcon(icon(phone ? QStringLiteral("phone") : QStringLiteral("mail"), Tint::Accent));
    const QString spoken = phone ? tr("Call %1").arg(value) : tr("Write to %1").arg(value);
    button->setAccessibleName(spoken);
    button->setToolTip(withKey(spoken, QKeySequence(phone ? Qt::Key_P : Qt::Key_W)));
    connect(button, &QPushButton::clicked, this, [this, kind, url] { open(kind, url); });
    m_buttons->addWidget(button);
}

void ReachBar::open(const QString& kind, const QUrl& url)
{
    if (url.isEmpty())
        return;
    QDesktopServices::openUrl(url);
    Q_EMIT reached(kind, m_name);
}

void ReachBar::call()
{
    open(QStringLiteral("call"), m_phone);
}

void ReachBar::write()
{
    open(QStringLiteral("mail"), m_mail);
}

} // namespace satchel::ui
