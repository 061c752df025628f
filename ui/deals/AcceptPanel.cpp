// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deals/AcceptPanel.h"

#include "core/rules/quotes/LineNumbers.h"
#include "core/sales/Choice.h"
#include "core/sales/Deals.h"
#include "core/sales/Papers.h"
#include "ui/deals/DealWords.h"
#include "ui/deals/SignaturePad.h"
#include "ui/fields/Reading.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCheckBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

// A day has no hour: noon of it, and for the day that it is now the moment (0 says so). Where the company has another
// day already, noon is still of the day that is meant.
Milliseconds momentOf(const std::string& day, const std::string& companyToday, Milliseconds now)
{
    const Milliseconds noon =
        QDateTime(QDate::fromString(toQString(day), Qt::ISODate), QTime(12, 0)).toMSecsSinceEpoch();
    const bool isNow = day == localDay(now) && (day == companyToday || noon > now);
    return isNow ? 0 : noon;
}

} // namespace

AcceptPanel::AcceptPanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent)
    : DealPanel(desk, steps.quote.id, tr("The customer accepts"), parent),
      m_name(quoteWord(steps.quote)),
      m_companyToday(steps.today),
      m_who(new QLineEdit(this)),
      m_when(new QLineEdit(dayWord(localDay(desk.environment.now())), this)),
      m_reference(new QLineEdit(toQString(steps.quote.value("reference").text()), this)),
      m_pad(new SignaturePad(this)),
      m_total(nullptr),
      m_form(new QWidget(this))
{
    m_pad->hide(); // until it has its place
    m_who->setMaxLength(200);
    m_reference->setMaxLength(80);
    m_reference->setPlaceholderText(tr("The customer's own order number, if there is one"));
    QVBoxLayout* whole = m_body;
    m_body = new QVBoxLayout(m_form); // fields go into the form
    setMargins(m_body, 0, 0, 0, 0, 8);
    addField(tr("Accepted by"), m_who);
    addField(tr("On"), m_when);
    addField(tr("Order number"), m_reference);
    whole->addWidget(m_form);
    setPrimary(tr("Make the order"), [this] { accept(); });
    desk.reader.ask(
        this,
        [quote = m_quote](Replica& replica) -> Result<Offer> {
            SATCHEL_ASSIGN(sales::QuoteSheet sheet, sales::quoteSheet(replica, quote));
            return Offer{.contact = sheet.recipient ? toQString(sheet.recipient->label()) : QString(),
                         .document = std::move(sheet.document)};
        },
        [this](const Result<Offer>& offer) { show(offer); });
}

void AcceptPanel::show(const Result<Offer>& offer)
{
    if (!offer.ok()) {
        complain(offer.error());
        return;
    }
    const pricing::Document& document = offer->document;
    if (m_who->text().isEmpty()) {
        m_who->setText(offer->contact);
        m_who->selectAll();
    }
    const auto numbers = quotes::lineNumbers(document);
    for (const pricing::Document::Line& line : document.lines) {
        if (line.role == pricing::Document::Role::Normal || line.kind == pricing::Document::Kind::Text)
            continue;
        if (m_choices.empty())
            m_body->addWidget(makeLabel(tr("What of the choices is wanted"), "section", this));
        const QString role = line.role == pricing::Document::Role::Optional ? tr("optional") : tr("alternative");
        const auto number = numbers.find(line.id);
        auto* box = new QCheckBox(tr("%1  %2, %3, %4")
                                      .arg(number == numbers.end() ? QString() : toQString(number->second),
                                           oneLine(toQString(line.description), 60), role,
                                           moneyWord(line.net, document.currency)),
                                  this);
        box->setAccessibleName(box->text());
        box->setChecked(line.counted);
        connect(box, &QCheckBox::toggled, this, &AcceptPanel::sum);
        m_body->addWidget(box);
        m_choices.emplace_back(line.id, box);
    }
    m_total = addText(tr("The order comes to %1.").arg(moneyWord(document.gross, document.currency)), "strong");
    addSignature();
}

void AcceptPanel::addSignature()
{
    QPushButton* clear = makeButton(tr("Clear the signature"), "quiet", this);
    clear->setEnabled(false);
    connect(clear, &QPushButton::clicked, m_pad, &SignaturePad::clear);
    connect(m_pad, &SignaturePad::changed, clear, [this, clear] { clear->setEnabled(!m_pad->isEmpty()); });
    auto* row = new QHBoxLayout;
    setMargins(row, 0, 0, 0, 0, 8);
    row->addWidget(m_pad);
    m_pad->show();
    row->addWidget(clear, 0, Qt::AlignBottom);
    row->addStretch(1);
    m_body->addLayout(row);
}

std::vector<Id> AcceptPanel::chosen() const
{
    std::vector<Id> wanted;
    for (const auto& [line, box] : m_choices)
        if (box->isChecked())
            wanted.push_back(line);
    return wanted;
}

void AcceptPanel::sum()
{
    const std::uint64_t asked = ++m_asked;
    m_desk.reader.ask(
        this,
        [quote = m_quote, wanted = chosen()](Replica& replica) { return sales::documentWith(replica, quote, wanted); },
        [this, asked](const Result<pricing::Document>& document) {
            if (asked != m_asked || isDone())
                return;
            if (!document.ok()) {
                complain(document.error());
                return;
            }
            complain(QString());
            m_total->setText(tr("The order comes to %1.").arg(moneyWord(document->gross, document->currency)));
        });
}

void AcceptPanel::accept()
{
    const Entity& quote = schema::entity("quote");
    const Milliseconds now = m_desk.environment.now();
    const auto day = readTyped(quote, *quote.field("closed_on"), m_when->text(), Value(localDay(now)), now);
    if (!day.ok()) {
        complain(day.error());
        m_when->setFocus(Qt::OtherFocusReason);
        return;
    }
    sales::Acceptance acceptance{.name = fromQString(m_who->text().trimmed()),
                                 .at = day->isNull() ? 0 : momentOf(day->text(), m_companyToday, now),
                                 .day = day->isNull() ? localDay(now) : day->text(),
                                 .signature = m_pad->path(),
                                 .reference = fromQString(m_reference->text().trimmed())};
    if (!m_choices.empty())
        acceptance.chosen = chosen();
    using Made = std::pair<Id, std::string>;
    perform(
        tr("Accepted %1").arg(m_name),
        [quote = m_quote, acceptance](Replica& replica) -> Result<Made> {
            SATCHEL_ASSIGN(const Id order, sales::Deals(replica).accept(quote, acceptance));
            SATCHEL_ASSIGN(const std::string number, replica.label({schema::entity("order").number, order}));
            return Made{order, number};
        },
        [this](const Made& made) { showOrder(made.first, toQString(made.second)); });
}

void AcceptPanel::showOrder(const Id& order, const QString& number)
{
    finish();
    m_form->hide();
    auto* said = makeLabel(tr("%1 was accepted. The order is %2.").arg(m_name, number), "strong", this);
    wrap(said);
    layout()->addWidget(said);
    QPushButton* link = makeButton(tr("Open order %1").arg(number), "", this);
    connect(link, &QPushButton::clicked, this, [this, order] {
        Q_EMIT openRequested({schema::entity("order").number, order});
    });
    auto* row = new QHBoxLayout;
    row->addWidget(link);
    row->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    link->setFocus(Qt::OtherFocusReason);
    Q_EMIT notice(tr("%1 was accepted; the order is %2").arg(m_name, number), false);
}

} // namespace satchel::ui
