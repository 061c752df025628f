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

Result<Page> customersLike(Replica& replica, const QString& letters, int limit)
{
    return replica.list({.entity = &schema::entity("account"), .search = fromQString(letters), .limit = limit});
}

std::vector<PickerLine::Choice> customerChoices(Replica& replica, const QString& letters)
{
    std::vector<PickerLine::Choice> choices;
    if (const auto page = customersLike(replica, letters, shownAtOnce); page.ok())
        for (const Record& account : page->rows) {
            QString title = oneLine(toQString(account.label()), 80);
            if (const std::string& number = account.value("number").text(); !number.empty())
                title += QStringLiteral("  ") + toQString(number);
            choices.push_back({account.id, title});
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
                SATCHEL_ASSIGN(const Page page, customersLike(replica, letters, 1));
                if (letters.trimmed().isEmpty() || page.rows.empty())
                    return invalid(
                        fromQString(letters.trimmed().isEmpty()
                                        ? tr("Type a few letters of the customer.")
                                        : tr("No customer fits \"%1\". Try other letters, or add the account "
                                             "first (Ctrl+2, then N).")
                                              .arg(oneLine(letters.trimmed(), 40))));
                customer = page.rows.front().id;
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
