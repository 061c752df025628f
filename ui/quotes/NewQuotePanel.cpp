// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/NewQuotePanel.h"

#include "core/sales/Quotes.h"
#include "ui/quotes/PickerLine.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr int panelWidth = 440;
constexpr int shownAtOnce = 8;

// A number that was typed whole means this customer; else who is called so comes first.
Result<std::vector<Hit>> customersLike(Replica& replica, const QString& letters, int limit)
{
    const Entity& accounts = schema::entity("account");
    const std::string typed = fromQString(letters.trimmed());
    SATCHEL_ASSIGN(auto hits, replica.searchAmong(accounts, typed, limit));
    SATCHEL_ASSIGN(const Page numbered,
                   replica.list({.entity = &accounts,
                                 .filters = {{*accounts.indexOf("number"), Comparison::Equal, Value(typed)}},
                                 .limit = 1}));
    for (const Record& account : numbered.rows) {
        std::erase_if(hits, [&](const Hit& hit) { return hit.key.id == account.id; });
        hits.insert(hits.begin(), Hit{{accounts.number, account.id}, account.label(), {}});
    }
    return hits;
}

std::vector<PickerLine::Choice> customerChoices(Replica& replica, const QString& letters)
{
    std::vector<PickerLine::Choice> choices;
    if (const auto hits = customersLike(replica, letters, shownAtOnce); hits.ok())
        for (const Hit& hit : *hits) {
            QString title = oneLine(toQString(hit.label), 80);
            const auto account = replica.find(schema::entity("account"), hit.key.id);
            if (account.ok() && *account && !(*account)->value("number").isNull())
                title += QStringLiteral("  ") + toQString((*account)->value("number").text());
            choices.push_back({hit.key.id, title});
        }
    return choices;
}

} // namespace

NewQuotePanel::NewQuotePanel(const Desk& desk, QWidget* parent)
    : QFrame(parent),
      m_desk(desk),
      m_customer(new PickerLine(desk.reader, customerChoices, tr("Customer of the new quote"), this)),
      m_trouble(makeLabel({}, "danger", this))
{
    setKind(this, "panel");
    setAccessibleName(tr("New quote"));
    setFixedWidth(panelWidth);
    m_customer->setPlaceholderText(tr("Type a few letters of the customer, then Enter"));
    m_customer->installEventFilter(this);
    connect(m_customer, &PickerLine::chosen, this, [this] { create(m_customer->picked(), {}); });
    wrap(m_trouble);
    m_trouble->hide();
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    connect(leave, &QToolButton::clicked, this, &NewQuotePanel::closed);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("New quote"), "heading", this), 1);
    bar->addWidget(leave);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 16, 16, 8);
    layout->addLayout(bar);
    layout->addWidget(m_customer);
    layout->addWidget(m_trouble);
    hide();
}

void NewQuotePanel::begin()
{
    m_customer->clear();
    m_trouble->hide();
    adjustSize();
    show();
    raise();
    m_customer->setFocus(Qt::OtherFocusReason);
}

void NewQuotePanel::createFor(const Id& account)
{
    create(account, {});
}

void NewQuotePanel::create(const Id& account, const QString& letters)
{
    m_customer->hideList();
    m_desk.undo.run(
        tr("New quote"),
        [account, letters](Replica& replica) -> Result<sales::Edited> {
            Id customer = account;
            if (customer.isNull()) {
                SATCHEL_ASSIGN(const auto hits, customersLike(replica, letters, 1));
                if (letters.trimmed().isEmpty() || hits.empty())
                    return invalid(
                        fromQString(letters.trimmed().isEmpty()
                                        ? tr("Type a few letters of the customer.")
                                        : tr("No customer fits \"%1\". Try other letters, or add the account "
                                             "first (Ctrl+2, then N).")
                                              .arg(oneLine(letters.trimmed(), 40))));
                customer = hits.front().key.id;
            }
            return sales::Quotes(replica).create({.account = customer});
        },
        this,
        [this](const Result<sales::Edited>& result) {
            if (!result.ok())
                return complain(toQString(result.error().message));
            hide();
            Q_EMIT created(result->added.front());
        });
}

void NewQuotePanel::complain(const QString& sentence)
{
    if (!isVisible()) {
        Q_EMIT refused(sentence);
        return;
    }
    m_trouble->setText(sentence);
    m_trouble->show();
    adjustSize();
}

bool NewQuotePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enter && key != Qt::Key_Escape)
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (enter)
            create(m_customer->picked(), m_customer->text());
        else
            Q_EMIT closed();
    }
    return true;
}

} // namespace satchel::ui
