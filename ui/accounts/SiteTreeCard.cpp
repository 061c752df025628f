// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/SiteTreeCard.h"

#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr int siteRowHeight = 28;
constexpr int mostRowsShown = 10;
constexpr int siteIdRole = Qt::UserRole + 1;

Id siteOf(const QTreeWidgetItem* item)
{
    return Id::parse(fromQString(item->data(0, siteIdRole).toString())).value_or(Id{});
}

int openRows(const QTreeWidgetItem* item)
{
    int rows = 1;
    for (int i = 0; item->isExpanded() && i < item->childCount(); ++i)
        rows += openRows(item->child(i));
    return rows;
}

} // namespace

SiteTreeCard::SiteTreeCard(const Desk& desk, QWidget* parent)
    : DetailCard(parent),
      m_desk(desk),
      m_count(makeLabel({}, "small", this)),
      m_tree(new QTreeWidget(this)),
      m_empty(makeLabel(tr("No sites below this one."), "muted", this))
{
    QToolButton* plus = makeIconButton(QStringLiteral("plus"), tr("Add to %1").arg(tr("Sites")), this);
    connect(plus, &QToolButton::clicked, this,
            [this] { Q_EMIT addRequested(&schema::entity("account"), QStringLiteral("parent")); });
    auto* bar = new QHBoxLayout;
    setMargins(bar, 8, 0, 0, 0, 8);
    bar->addWidget(makeLabel(tr("Sites"), "section", this));
    bar->addWidget(m_count);
    bar->addStretch();
    bar->addWidget(plus);
    m_tree->setAccessibleName(tr("Sites"));
    m_tree->setHeaderHidden(true);
    m_tree->setColumnCount(2);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setIndent(8);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 8, 8, 8, 8, 4);
    layout->addLayout(bar);
    layout->addWidget(m_tree);
    layout->addWidget(m_empty);
    m_tree->hide();
    connect(m_tree, &QTreeWidget::itemActivated, this, &SiteTreeCard::open);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &SiteTreeCard::fitHeight);
    connect(m_tree, &QTreeWidget::itemCollapsed, this, &SiteTreeCard::fitHeight);
}

void SiteTreeCard::show(const Id& account)
{
    m_account = account;
    m_desk.reader.ask(
        this, [account](Replica& replica) { return sales::siteTree(replica, account); },
        [this, asked = ++m_asked](const Result<std::vector<sales::SiteNode>>& tree) {
            if (asked == m_asked)
                display(tree);
        });
}

void SiteTreeCard::display(const Result<std::vector<sales::SiteNode>>& tree)
{
    std::vector<std::pair<Id, QString>> shown = {{m_account, {}}};
    if (tree.ok())
        for (const sales::SiteNode& node : *tree)
            shown.emplace_back(node.account.id, QStringLiteral("%1 %2 %3")
                                                    .arg(QString::number(node.depth), toQString(node.account.label()),
                                                         toQString(node.account.value("status").text())));
    if (shown == m_shown) // whoever moves in it stays where he is
        return;
    m_shown = std::move(shown);
    m_tree->clear();
    const bool company = tree.ok() && tree->size() > 1;
    m_tree->setVisible(company);
    m_empty->setVisible(!company);
    m_count->setText(company ? numberWord(static_cast<qint64>(tree->size())) : QString());
    if (!company)
        return;
    std::vector<QTreeWidgetItem*> path; // the item last made at each depth
    for (const sales::SiteNode& node : *tree) {
        const auto depth = static_cast<std::size_t>(node.depth);
        path.resize(std::min(path.size(), depth));
        auto* item = path.empty() ? new QTreeWidgetItem(m_tree) : new QTreeWidgetItem(path.back());
        const QString name = oneLine(toQString(node.account.label()), 80);
        const std::string& status = node.account.value("status").text();
        const QString word = status.empty() ? QString() : choiceWord(status);
        const bool here = node.account.id == m_account;
        item->setText(0, name);
        item->setText(1, word);
        item->setData(0, siteIdRole, toQString(node.account.id.toString()));
        item->setData(0, Qt::AccessibleTextRole,
                      here ? tr("%1, %2, this page").arg(name, word) : QStringLiteral("%1, %2").arg(name, word));
        item->setToolTip(0, name);
        item->setSizeHint(0, QSize(0, siteRowHeight));
        QFont font = m_tree->font();
        font.setBold(here);
        item->setFont(0, font);
        path.push_back(item);
        if (here)
            m_tree->setCurrentItem(item);
    }
    m_tree->expandAll();
    fitHeight();
}

void SiteTreeCard::fitHeight()
{
    int rows = 0;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        rows += openRows(m_tree->topLevelItem(i));
    m_tree->setFixedHeight(qMin(rows, mostRowsShown) * siteRowHeight + 4);
}

void SiteTreeCard::open(const QTreeWidgetItem* item)
{
    if (const Id site = siteOf(item); site != m_account && !site.isNull())
        Q_EMIT openRequested({schema::entity("account").number, site});
}

} // namespace satchel::ui
