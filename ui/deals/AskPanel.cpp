// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/AskPanel.h"

#include "core/sales/Deals.h"
#include "ui/deals/DealWords.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace satchel::ui {

namespace {
constexpr std::size_t mostReasons = 8;
}

AskPanel::AskPanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent)
    : DealPanel(desk, steps.quote.id, tr("Ask for approval"), parent),
      m_name(quoteWord(steps.quote)),
      m_who(new QComboBox(this)),
      m_comment(new QLineEdit(this))
{
    addText(tr("This goes beyond what you may give:"), "muted");
    for (std::size_t i = 0; i < steps.reasons.size() && i < mostReasons; ++i)
        addText(sentenceWord(toQString(steps.reasons[i])));
    if (steps.reasons.size() > mostReasons)
        addText(tr("And %n more.", nullptr, static_cast<int>(steps.reasons.size() - mostReasons)));
    m_comment->setMaxLength(2000);
    m_comment->setPlaceholderText(tr("Why the customer should have it"));
    addField(tr("Comment"), m_comment);
    addField(tr("Who decides"), m_who);
    nameCombo(m_who, tr("Who decides"));
    setPrimary(tr("Ask"), [this] { ask(); });
    setReady(false);
    desk.reader.ask(
        this, [quote = m_quote](Replica& replica) { return sales::approversFor(replica, quote); },
        [this](const Result<std::vector<sales::Approver>>& approvers) { show(approvers); });
}

void AskPanel::show(const Result<std::vector<sales::Approver>>& approvers)
{
    if (!approvers.ok()) {
        complain(approvers.error());
        return;
    }
    if (approvers->empty()) {
        complain(tr("There is nobody who may approve this quote. Ask your administrator."));
        return;
    }
    for (const sales::Approver& each : *approvers) {
        QStringList deputies;
        for (const std::string& name : each.deputies)
            deputies << toQString(name);
        const QString name = toQString(each.name);
        m_who->addItem(deputies.isEmpty() ? name : tr("%1 (today also %2)").arg(name, deputies.join(tr(", "))),
                       QByteArray(each.user.view().data(), static_cast<qsizetype>(each.user.view().size())));
    }
    setReady(true);
}

void AskPanel::ask()
{
    const QByteArray bytes = m_who->currentData().toByteArray();
    const auto asked = Id::fromBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const QString done = tr("Asked for the approval of %1").arg(m_name);
    perform(
        done,
        [quote = m_quote, comment = fromQString(m_comment->text().trimmed()),
         who = asked.value_or(Id{})](Replica& replica) { return sales::Deals(replica).submit(quote, comment, who); },
        [this, done](const sales::Submission&) {
            Q_EMIT notice(done, false);
            Q_EMIT closed();
        });
}

} // namespace satchel::ui
