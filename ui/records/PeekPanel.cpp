// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/PeekPanel.h"

#include "ui/models/Labels.h"
#include "ui/records/Lists.h"
#include "ui/records/RelatedCard.h"
#include "ui/records/RowMakers.h"
#include "ui/today/Glance.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr std::size_t mostQuotesNamed = 3;
constexpr int longestFact = 160;

void addFact(PeekData& peek, const QString& name, const QString& value)
{
    if (!value.isEmpty())
        peek.facts.emplace_back(name, oneLine(value, longestFact));
}

// Of a customer: what comes next, how to reach him, when he was last heard of, what he has been offered.
void addCustomer(Replica& replica, const RowKey& key, Milliseconds now, PeekData& peek)
{
    const GlanceData glance = loadGlance(replica, key, now);
    addFact(peek, PeekPanel::tr("Next step"), glance.nextStep);
    const auto toDo = RelatedCard::load(replica, openTasks(schema::entityNumbered(key.entity)->name), key.id, 1, now);
    if (!toDo.rows.empty())
        addFact(peek, PeekPanel::tr("To do"),
                QStringLiteral("%1 · %2").arg(toDo.rows.front().title, toDo.rows.front().aside));
    addFact(peek, PeekPanel::tr("Phone"), glance.phones.join(QStringLiteral(" · ")));
    addFact(peek, PeekPanel::tr("E-mail"), glance.mail);
    addFact(peek, PeekPanel::tr("Last contact"), glance.lastContact);
    QStringList quotes;
    for (const RecordRow& quote : glance.quotes)
        if (static_cast<std::size_t>(quotes.size()) < mostQuotesNamed)
            quotes << quote.title;
    addFact(peek, PeekPanel::tr("Open quotes"), quotes.join(QStringLiteral(" · ")));
}

} // namespace

PeekData loadPeek(Replica& replica, const RowKey& key, Milliseconds now)
{
    PeekData peek;
    const Entity& entity = *schema::entityNumbered(key.entity);
    const auto found = replica.find(entity, key.id);
    if (!found.ok() || !*found)
        return peek;
    const Record& record = **found;
    peek.row = rowMakerFor(entity, now)(replica, record);
    for (const char* field :
         {"respond_by", "account", "contact", "value", "date", "ordered_on", "valid_until", "owner"})
        if (const Field* declared = entity.field(field))
            addFact(peek, fieldWord(*declared), valueWord(*declared, record.value(field), labelsOf(replica)));
    if (entity.name == "quote" || entity.name == "order")
        addFact(peek, PeekPanel::tr("Amount"), peek.row.aside);
    else
        addCustomer(replica, key, now, peek);
    return peek;
}

PeekPanel::PeekPanel(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_title(new ElidedLabel({}, "heading", this)),
      m_about(new ElidedLabel({}, "muted", this)),
      m_pills(new QHBoxLayout),
      m_facts(new QGridLayout),
      m_keys(makeLabel(tr("Space closes  ·  Enter opens"), "small", this))
{
    setProperty("kind", QStringLiteral("valuebox"));
    setMargins(m_pills, 0, 0, 0, 0, 4);
    auto* names = new QHBoxLayout;
    setMargins(names, 0, 0, 0, 0, 8);
    names->addWidget(m_title, 1);
    names->addLayout(m_pills);
    setMargins(m_facts, 0, 4, 0, 4, 4);
    m_facts->setHorizontalSpacing(12);
    m_facts->setColumnStretch(1, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 12, 8, 4);
    layout->addLayout(names);
    layout->addWidget(m_about);
    layout->addLayout(m_facts);
    layout->addWidget(m_keys);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void PeekPanel::peek(const RowKey& key)
{
    m_desk.reader.ask(
        this, [key, now = m_desk.environment.now()](Replica& replica) { return loadPeek(replica, key, now); },
        [this, asked = ++m_asked](const PeekData& content) {
            if (asked == m_asked)
                display(content);
        });
}

void PeekPanel::display(const PeekData& content)
{
    m_title->setWhole(content.row.title);
    m_about->setWhole(content.row.subtitle);
    m_about->setVisible(!content.row.subtitle.isEmpty());
    clearLayout(m_pills);
    clearLayout(m_facts);
    if (!content.row.pill.isEmpty())
        m_pills->addWidget(new Pill(content.row.pill, toneOf(content.row.pillValue), this));
    QStringList spoken = {content.row.title, content.row.subtitle};
    int row = 0;
    for (const auto& [name, value] : content.facts) {
        auto* shown = makeLabel(value, "", this);
        wrap(shown);
        m_facts->addWidget(makeLabel(name, "small", this), row, 0, Qt::AlignTop);
        m_facts->addWidget(shown, row++, 1);
        spoken << QStringLiteral("%1: %2").arg(name, value);
    }
    spoken.removeAll(QString());
    setAccessibleName(tr("At a glance"));
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    Q_EMIT shown();
}

} // namespace satchel::ui
