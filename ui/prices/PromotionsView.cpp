// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PromotionsView.h"

#include "core/sales/PromotionCheck.h"
#include "ui/prices/PriceJobs.h"
#include "ui/prices/PriceViews.h"
#include "ui/prices/PriceWords.h"
#include "ui/prices/RecordChooser.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

Result<QString> promotionLine(Replica& replica, const pricing::Promotion& promotion)
{
    QString gift;
    if (!promotion.freeProduct.isNull()) {
        SATCHEL_ASSIGN(const std::string label,
                       replica.label({schema::entity("product").number, promotion.freeProduct}));
        gift = oneLine(toQString(label), 80);
    }
    QStringList parts = {oneLine(toQString(promotion.name), 80), benefitWord(promotion, gift)};
    if (!promotion.validTo.empty())
        parts << PromotionsView::tr("until %1").arg(dayWord(promotion.validTo));
    if (!promotion.families.empty() || !promotion.products.empty())
        parts << PromotionsView::tr("on some products");
    parts << (promotion.exclusive ? PromotionsView::tr("not together with others")
                                  : PromotionsView::tr("priority %1").arg(numberWord(promotion.priority)));
    return parts.join(QStringLiteral(" · "));
}

QString clashSentence(const sales::PromotionClash& clash)
{
    constexpr std::size_t namedAtMost = 3;
    QStringList who;
    for (std::size_t i = 0; i < clash.names.size() && i < namedAtMost; ++i)
        who << toQString(clash.names[i]);
    if (clash.names.size() > namedAtMost)
        who << PromotionsView::tr("%1 more").arg(
            numberWord(static_cast<std::int64_t>(clash.names.size() - namedAtMost)));
    const auto& [from, to] = std::pair(clash.clash.from, clash.clash.to);
    if (!from.empty() && !to.empty())
        who << PromotionsView::tr("from %1 until %2").arg(dayWord(from), dayWord(to));
    else if (!from.empty())
        who << PromotionsView::tr("from %1 on").arg(dayWord(from));
    else if (!to.empty())
        who << PromotionsView::tr("until %1").arg(dayWord(to));
    return (clash.clash.exclusive
                ? PromotionsView::tr("\"%1\" and \"%2\" clash for %3: one of them is exclusive, so a customer gets "
                                     "only the better one.")
                : PromotionsView::tr("\"%1\" and \"%2\" clash for %3: both have the same priority, so it is open "
                                     "which one comes first."))
        .arg(toQString(clash.first), toQString(clash.second), who.join(PromotionsView::tr(", ")));
}

QStringList sentencesOf(const std::vector<sales::PromotionClash>& clashes)
{
    QStringList lines;
    for (const sales::PromotionClash& clash : clashes)
        lines << clashSentence(clash);
    return lines;
}

QListWidget* makeList(const QString& name, QWidget* parent)
{
    auto* list = new QListWidget(parent);
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    list->setWordWrap(true);
    list->setSpacing(4);
    return list;
}

} // namespace

PromotionsView::PromotionsView(const Desk& desk, PriceJobs& jobs, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_jobs(jobs),
      m_customer(new RecordChooser(schema::entity("quote"), *schema::entity("quote").field("account"),
                                   tr("Customer of the promotions"), desk.reader, this)),
      m_day(makeDayEdit(tr("Day of the promotions"), tr("Today"), this)),
      m_all(makeButton(tr("Check all customers"), "", this, QKeySequence(Qt::ALT | Qt::Key_C))),
      m_trouble(makeLabel({}, "danger", this)),
      m_openTo(makeLabel({}, "section", this)),
      m_promotions(makeList(tr("Promotions"), this)),
      m_clash(makeLabel({}, "section", this)),
      m_clashes(makeList(tr("Clashes"), this))
{
    m_customer->setFixedWidth(280);
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 8, 8);
    bar->addWidget(makeLabel(tr("Customer"), "muted", this));
    bar->addWidget(m_customer);
    bar->addWidget(makeLabel(tr("On"), "muted", this));
    bar->addWidget(m_day);
    bar->addStretch();
    bar->addWidget(m_all);
    wrap(m_trouble);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 16, 16, 8, 8);
    layout->addLayout(bar);
    layout->addWidget(m_trouble);
    layout->addWidget(m_openTo);
    layout->addWidget(m_promotions, 3);
    layout->addWidget(m_clash);
    layout->addWidget(m_clashes, 2);
    m_trouble->hide();
    m_clashes->hide();
    connect(m_customer, &RecordChooser::chosen, this, &PromotionsView::ask);
    connect(m_day, &QLineEdit::editingFinished, this, &PromotionsView::ask);
    connect(m_all, &QPushButton::clicked, this, &PromotionsView::checkAll);
}

void PromotionsView::refresh()
{
    ask();
}

void PromotionsView::focusLine()
{
    m_customer->focusLine();
}

void PromotionsView::ask()
{
    const auto day = dayIn(m_day, m_desk.environment.now());
    if (!day.ok()) {
        show(day.error());
        return;
    }
    m_desk.reader.ask(
        this, [account = m_customer->id(), day = *day](Replica& replica) { return answer(replica, account, day); },
        [this, asked = ++m_asked](const Result<Answer>& made) {
            if (asked == m_asked)
                show(made);
        });
}

Result<PromotionsView::Answer> PromotionsView::answer(Replica& replica, const Id& account, const std::string& date)
{
    Answer made;
    SATCHEL_ASSIGN(const auto open, sales::promotionsFor(replica, account, date));
    for (const pricing::Promotion& promotion : open) {
        SATCHEL_ASSIGN(const QString line, promotionLine(replica, promotion));
        made.promotions << line;
    }
    if (account.isNull())
        return made;
    SATCHEL_ASSIGN(const auto clashes, sales::checkPromotions(replica, account, date));
    made.clashesAsked = true;
    made.clashes = sentencesOf(clashes);
    return made;
}

void PromotionsView::show(const Result<Answer>& answer)
{
    m_trouble->setVisible(!answer.ok());
    if (!answer.ok()) {
        m_trouble->setText(toQString(answer.error().message));
        return;
    }
    const QString who = m_customer->id().isNull() ? tr("everybody") : m_customer->shown();
    m_promotions->clear();
    m_promotions->addItems(answer->promotions);
    m_promotions->setVisible(!answer->promotions.isEmpty());
    m_openTo->setText(answer->promotions.isEmpty() ? tr("No promotion is open to %1 on this day.").arg(who)
                                                   : tr("Open to %1, in the order they are applied").arg(who));
    if (answer->clashesAsked)
        showClashes(answer->clashes, tr("None of them clash for %1.").arg(who));
    else
        showClashes({}, tr("Choose a customer to see which of his promotions clash, or check all (Alt+C)."));
}

void PromotionsView::showClashes(const QStringList& clashes, const QString& none)
{
    m_clashes->clear();
    m_clashes->addItems(clashes);
    m_clashes->setVisible(!clashes.isEmpty());
    m_clash->setText(clashes.isEmpty() ? none : tr("These clash"));
}

void PromotionsView::checkAll()
{
    const auto day = dayIn(m_day, m_desk.environment.now());
    if (!day.ok()) {
        show(day.error());
        return;
    }
    m_jobs.run(
        tr("Checking the promotions of all customers"), this,
        [day = *day](Replica& replica, const PriceJobs::Ticket&) { return sales::checkPromotions(replica, Id{}, day); },
        [this](const Result<std::vector<sales::PromotionClash>>& clashes) {
            m_trouble->setVisible(!clashes.ok());
            if (clashes.ok())
                showClashes(sentencesOf(*clashes), tr("No promotions clash for any customer on this laptop."));
            else
                m_trouble->setText(toQString(clashes.error().message));
        });
}

} // namespace satchel::ui
