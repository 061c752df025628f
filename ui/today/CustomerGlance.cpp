// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/CustomerGlance.h"

#include "ui/records/ReachBar.h"
#include "ui/records/RelatedCard.h"
#include "ui/records/TimelineView.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int rowPadding = 8; ///< of the rows of records, whose texts stand under the others
}

CustomerGlance::CustomerGlance(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_scroll(new QScrollArea(this)),
      m_body(new QWidget(this)),
      m_empty(new EmptyState(QStringLiteral("building-2"), tr("No customer"),
                             tr("This is not about a customer on this laptop."), this)),
      m_badge(new InitialsBadge(44, m_body)),
      m_name(new ElidedLabel({}, "heading", m_body)),
      m_about(new ElidedLabel({}, "muted", m_body)),
      m_pills(new QHBoxLayout),
      m_facts(new QVBoxLayout),
      m_quotes(new QVBoxLayout),
      m_timeline(new TimelineView(m_body))
{
    setProperty("kind", QStringLiteral("card"));
    auto* names = new QHBoxLayout;
    setMargins(names, 0, 0, 0, 0, 8);
    names->addWidget(m_name, 1);
    setMargins(m_pills, 0, 0, 0, 0, 4);
    names->addLayout(m_pills);
    auto* titles = new QVBoxLayout;
    setMargins(titles, 0, 0, 0, 0, 4);
    titles->addLayout(names);
    titles->addWidget(m_about);
    auto* header = new QHBoxLayout;
    setMargins(header, rowPadding, 0, rowPadding, 0, 12);
    header->addWidget(m_badge, 0, Qt::AlignTop);
    header->addLayout(titles, 1);
    setMargins(m_facts, rowPadding, 0, rowPadding, 0, 4);
    setMargins(m_quotes, 0, 0, 0, 0, 0);
    auto* past = new QVBoxLayout;
    setMargins(past, rowPadding, 0, rowPadding, 0, 12);
    past->addWidget(makeLabel(tr("Timeline"), "section", m_body));
    past->addWidget(m_timeline);
    auto* column = new QVBoxLayout(m_body);
    setMargins(column, 16 - rowPadding, 12, 16 - rowPadding, 12, 12);
    column->addLayout(header);
    column->addLayout(m_facts);
    column->addLayout(m_quotes);
    column->addLayout(past);
    column->addStretch(1);
    m_scroll->setWidget(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 1, 1, 1, 1, 0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_empty, 1);
    display({});
}

void CustomerGlance::show(const std::optional<RowKey>& customer)
{
    const bool another = customer != m_customer;
    m_customer = customer;
    if (!customer) {
        ++m_asked;
        display({});
    } else if (another) {
        refresh();
    }
}

void CustomerGlance::refresh()
{
    if (!m_customer)
        return;
    m_desk.reader.ask(
        this,
        [customer = *m_customer, now = m_desk.environment.now()](Replica& replica) {
            return loadGlance(replica, customer, now);
        },
        [this, asked = ++m_asked](const GlanceData& content) {
            if (asked == m_asked)
                display(content);
        });
}

void CustomerGlance::addFact(const QString& name, QWidget* value)
{
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 8);
    QLabel* label = makeLabel(name, "small", m_body);
    label->setFixedWidth(96);
    row->addWidget(label, 0, Qt::AlignTop);
    row->addWidget(value, 1);
    m_facts->addLayout(row);
}

QPushButton* CustomerGlance::makeLink(const QString& scheme, const QString& text, const QString& spoken)
{
    const QUrl url = scheme == QLatin1String("tel") ? telUrl(text) : mailUrl(text, {});
    QPushButton* link = makeButton(text, "link", m_body);
    link->setProperty("flush", true); // beside the texts of the other facts
    link->setAccessibleName(spoken);
    connect(link, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
    return link;
}

void CustomerGlance::display(const GlanceData& content)
{
    m_content = content;
    const bool found = content.record.entity != nullptr;
    m_scroll->setVisible(found);
    m_empty->setVisible(!found);
    m_badge->setName(content.name);
    m_name->setWhole(content.name);
    m_about->setWhole(content.about);
    m_about->setVisible(!content.about.isEmpty());
    clearLayout(m_pills);
    clearLayout(m_facts);
    clearLayout(m_quotes);
    if (found) {
        if (!content.status.isEmpty())
            m_pills->addWidget(new Pill(content.status, toneOf(content.statusId), m_body));
        QLabel* next = makeLabel(content.nextStep.isEmpty() ? tr("None yet; N adds one") : content.nextStep,
                                 content.nextStep.isEmpty() ? "muted" : "", m_body);
        wrap(next);
        addFact(tr("Next step"), next);
        for (const QString& phone : content.phones)
            addFact(content.contactName.isEmpty() ? tr("Phone") : content.contactName,
                    makeLink(QStringLiteral("tel"), phone, tr("Call %1").arg(phone)));
        if (!content.mail.isEmpty())
            addFact(tr("E-mail"),
                    makeLink(QStringLiteral("mailto"), content.mail, tr("Write to %1").arg(content.mail)));
        QLabel* last = makeLabel(content.lastContact.isEmpty() ? tr("Never") : content.lastContact,
                                 content.lastContact.isEmpty() ? "muted" : "", m_body);
        wrap(last);
        addFact(tr("Last contact"), last);
        if (!content.quotes.empty()) {
            QLabel* heading = makeLabel(tr("Open quotes"), "section", m_body);
            heading->setIndent(rowPadding);
            m_quotes->addWidget(heading);
        }
        for (const RecordRow& quote : content.quotes) {
            auto* button = new RecordRowButton(false, m_body);
            button->setRow(quote);
            connect(button, &QAbstractButton::clicked, this,
                    [this, key = RowKey{quote.record.entity->number, quote.record.id}] { Q_EMIT openRequested(key); });
            m_quotes->addWidget(button);
        }
        m_timeline->show(content.timeline, m_desk.environment.now());
    }
    Q_EMIT loaded();
}

} // namespace satchel::ui
