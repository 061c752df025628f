// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/PurchasesCard.h"

#include "ui/deals/DealWords.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr std::size_t few = 5;
constexpr std::size_t many = 200;
constexpr int rowHeight = 48;
} // namespace

PurchasesCard::PurchasesCard(const Desk& desk, QWidget* parent)
    : DetailCard(parent),
      m_desk(desk),
      m_limit(few),
      m_rows(new QVBoxLayout),
      m_more(makeButton(tr("Show more"), "quiet", this))
{
    setAccessibleName(tr("Bought"));
    auto* heading = makeLabel(tr("Bought"), "section", this);
    heading->setIndent(8);
    setMargins(m_rows, 0, 0, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 8, 8, 8, 8, 4);
    layout->addWidget(heading);
    layout->addLayout(m_rows);
    layout->addWidget(m_more, 0, Qt::AlignLeading);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit = many;
        ask();
    });
}

void PurchasesCard::show(const Id& account)
{
    if (account != m_account)
        m_limit = few;
    m_account = account;
    ask();
}

void PurchasesCard::ask()
{
    const std::uint64_t asked = ++m_asked;
    m_desk.reader.ask(
        this,
        [account = m_account, limit = m_limit + 1](Replica& replica) {
            return sales::purchasesOf(replica, account, {}, limit);
        },
        [this, asked](const Result<std::vector<sales::Purchase>>& purchases) {
            if (asked == m_asked)
                display(purchases);
        });
}

void PurchasesCard::display(const Result<std::vector<sales::Purchase>>& purchases)
{
    clearLayout(m_rows);
    const std::size_t rows = purchases.ok() ? std::min(purchases->size(), m_limit) : 0;
    if (rows == 0) {
        QLabel* empty =
            makeLabel(purchases.ok() ? tr("Nothing bought yet.") : sentenceOf(purchases.error()), "muted", this);
        empty->setIndent(8);
        m_rows->addWidget(empty);
    }
    for (std::size_t i = 0; i < rows; ++i)
        m_rows->addWidget(makeRow((*purchases)[i]));
    m_more->setVisible(m_limit == few && purchases.ok() && purchases->size() > few);
}

QPushButton* PurchasesCard::makeRow(const sales::Purchase& purchase)
{
    const QString what =
        tr("%1 × %2").arg(quantityWord(purchase.quantity, purchase.unit), oneLine(toQString(purchase.description), 80));
    const QString price = moneyWord(purchase.unitPrice, purchase.currency);
    QStringList details = {dayWord(purchase.orderedOn), toQString(purchase.number)};
    if (purchase.account != m_account)
        details << toQString(purchase.accountName);
    if (!purchase.promotionName.empty())
        details << tr("by %1").arg(toQString(purchase.promotionName));
    const QString detail = details.join(QStringLiteral(" · "));
    QPushButton* row = makeButton({}, "row", this);
    row->setAccessibleName(tr("%1, %2 each, %3").arg(what, price, detail));
    row->setMinimumHeight(rowHeight);
    auto* first = new QHBoxLayout;
    setMargins(first, 0, 0, 0, 0, 8);
    first->addWidget(new ElidedLabel(what, "strong", row), 1);
    first->addWidget(makeLabel(price, "", row));
    auto* layout = new QVBoxLayout(row);
    setMargins(layout, 8, 4, 8, 4, 0);
    layout->addLayout(first);
    layout->addWidget(new ElidedLabel(detail, "small", row));
    for (QWidget* label : row->findChildren<QWidget*>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(row, &QPushButton::clicked, this, [this, order = purchase.order] {
        Q_EMIT openRequested({schema::entity("order").number, order});
    });
    return row;
}

} // namespace satchel::ui
