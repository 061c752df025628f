// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/LeadsPage.h"

#include "ui/leads/ConvertPanel.h"
#include "ui/leads/LeadPlan.h"
#include "ui/records/ListPane.h"
#include "ui/records/RecordDetail.h"
#include "ui/widgets/ChoicePanel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QLabel>
#include <QShortcut>

namespace satchel::ui {

LeadsPage::LeadsPage(const Desk& desk, QWidget* parent)
    : RecordPage(desk, leadPlan(), parent),
      m_desk(desk),
      m_convert(new ConvertPanel(this)),
      m_receiver(new ChoicePanel(this)),
      m_reason(new ChoicePanel(this))
{
    QLabel* keys = makeLabel(
        tr("J, K next, previous  ·  Q qualify  ·  C convert  ·  F forward  ·  X disqualify  ·  L log  ·  Enter opens"),
        "small", this);
    wrap(keys);
    for (QWidget* panel : {static_cast<QWidget*>(m_convert), static_cast<QWidget*>(m_receiver),
                           static_cast<QWidget*>(m_reason), static_cast<QWidget*>(keys)})
        addBelow(panel);
    connect(m_convert, &ConvertPanel::chosen, this, &LeadsPage::convert);
    connect(m_receiver, &ChoicePanel::chosen, this, &LeadsPage::forward);
    connect(m_reason, &ChoicePanel::chosen, this, [this](int, const QString& reason) { disqualify(reason); });
    connect(m_convert, &ConvertPanel::left, this, &LeadsPage::enter);
    connect(m_receiver, &ChoicePanel::left, this, &LeadsPage::enter);
    connect(m_reason, &ChoicePanel::left, this, &LeadsPage::enter);
    addTriageKeys();
}

void LeadsPage::addTriageKeys()
{
    const auto key = [this](Qt::Key letter, auto slot) {
        auto* shortcut = new QShortcut(QKeySequence(letter), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, slot] {
            if (!isAsking())
                slot();
        });
    };
    key(Qt::Key_J, [this] { goTo(list().neighbour(inFront(), 1)); });
    key(Qt::Key_K, [this] { goTo(list().neighbour(inFront(), -1)); });
    key(Qt::Key_Q, [this] { qualify(); });
    key(Qt::Key_C, [this] { askConversion(); });
    key(Qt::Key_F, [this] { askReceiver(); });
    key(Qt::Key_X, [this] { askReason(); });
}

bool LeadsPage::isAsking() const
{
    return m_convert->isVisible() || m_receiver->isVisible() || m_reason->isVisible();
}

void LeadsPage::closePanels()
{
    for (QWidget* panel :
         {static_cast<QWidget*>(m_convert), static_cast<QWidget*>(m_receiver), static_cast<QWidget*>(m_reason)})
        panel->hide();
}

bool LeadsPage::escape()
{
    if (!isAsking())
        return RecordPage::escape();
    closePanels();
    enter();
    return true;
}

void LeadsPage::leave()
{
    closePanels();
    RecordPage::leave();
}

QString LeadsPage::nameOf(const Id& lead) const
{
    return lead == detail().shownId() && !detail().title().isEmpty() ? detail().title()
                                                                     : entityWord(schema::entity("lead"));
}

void LeadsPage::decide(const Id& lead, const QString& sentence, Deed deed)
{
    Id next = list().neighbour(lead, 1);
    if (next.isNull())
        next = list().neighbour(lead, -1);
    enter();
    m_desk.undo.run(sentence, std::move(deed), this, [this, lead, next, sentence](const Status& done) {
        Q_EMIT notice(done.ok() ? sentence : toQString(done.error().message), done.ok());
        if (done.ok() && inFront() == lead)
            goTo(next);
    });
}

void LeadsPage::qualify()
{
    if (const Id lead = inFront(); !lead.isNull())
        decide(lead, tr("Qualified %1").arg(nameOf(lead)),
               [lead](Replica& replica) { return sales::Leads(replica).qualify(lead); });
}

void LeadsPage::askConversion()
{
    const Id lead = inFront();
    if (lead.isNull())
        return;
    m_asked = lead;
    m_desk.reader.ask(
        this, [lead](Replica& replica) { return sales::Leads(replica).matches(lead); },
        [this, lead](const Result<sales::LeadMatches>& matches) {
            if (m_asked != lead || !isVisible())
                return;
            if (matches.ok())
                m_convert->ask(*matches);
            else
                Q_EMIT notice(toQString(matches.error().message), false);
        });
}

void LeadsPage::convert(const Id& lead, const sales::Conversion& conversion)
{
    decide(lead, tr("Converted %1").arg(nameOf(lead)), [lead, conversion](Replica& replica) -> Status {
        SATCHEL_TRY(sales::Leads(replica).convert(lead, conversion));
        return Ok{};
    });
}

void LeadsPage::askReceiver()
{
    const Id lead = inFront();
    if (lead.isNull())
        return;
    m_asked = lead;
    m_desk.reader.ask(
        this, [](Replica& replica) { return sales::Leads(replica).receivers(); },
        [this, lead](const Result<sales::Leads::Receivers>& receivers) {
            if (m_asked != lead || !receivers.ok() || !isVisible())
                return;
            m_receivers = *receivers;
            QList<ChoicePanel::Choice> choices;
            for (const Record& account : m_receivers.partners)
                choices << ChoicePanel::Choice{oneLine(toQString(account.label()), 80),
                                               choiceWord(account.value("status").text())};
            for (const Record& user : m_receivers.colleagues)
                choices << ChoicePanel::Choice{oneLine(toQString(user.label()), 80),
                                               choiceWord(user.value("role").text())};
            if (choices.isEmpty())
                Q_EMIT notice(tr("There is no partner, distributor or colleague on this laptop to forward it to."),
                              false);
            else
                m_receiver->ask(tr("Forward %1 to").arg(nameOf(lead)), tr("Partner, distributor or colleague"), choices,
                                false);
        });
}

void LeadsPage::forward(int index)
{
    const auto place = static_cast<std::size_t>(index);
    const Id lead = m_asked;
    if (place < m_receivers.partners.size()) {
        const Record& partner = m_receivers.partners[place];
        decide(lead, tr("Forwarded %1 to %2").arg(nameOf(lead), oneLine(toQString(partner.label()), 60)),
               [lead, to = partner.id](Replica& replica) { return sales::Leads(replica).forwardTo(lead, to); });
        return;
    }
    const Record& colleague = m_receivers.colleagues[place - m_receivers.partners.size()];
    decide(lead, tr("Gave %1 to %2").arg(nameOf(lead), oneLine(toQString(colleague.label()), 60)),
           [lead, to = colleague.id](Replica& replica) { return sales::Leads(replica).giveTo(lead, to); });
}

void LeadsPage::askReason()
{
    m_asked = inFront();
    if (m_asked.isNull())
        return;
    m_reason->ask(tr("Why does %1 lead nowhere?").arg(nameOf(m_asked)), tr("Choose a reason, or write one"),
                  {{tr("No need")},
                   {tr("No budget")},
                   {tr("Cannot be reached")},
                   {tr("Buys from somebody else")},
                   {tr("We do not sell this")},
                   {tr("Known already")},
                   {tr("Not serious")}},
                  true);
}

void LeadsPage::disqualify(const QString& reason)
{
    const Id lead = m_asked;
    decide(lead, tr("Disqualified %1: %2").arg(nameOf(lead), reason),
           [lead, text = fromQString(reason.left(180))](Replica& replica) {
               return sales::Leads(replica).disqualify(lead, text);
           });
}

} // namespace satchel::ui
