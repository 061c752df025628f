// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/leads/ConvertPanel.h"

#include "core/rules/Leads.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int newOne = -1;
constexpr int nobody = -2;

QListWidget* makeList(const QString& name, QWidget* parent)
{
    auto* list = new QListWidget(parent);
    list->setAccessibleName(name);
    list->setFixedHeight(136);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setTabKeyNavigation(false);
    return list;
}

void add(QListWidget* list, const QString& text, int which)
{
    auto* item = new QListWidgetItem(text, list);
    item->setData(Qt::UserRole, which);
    item->setSizeHint(QSize(0, 28));
}

void choose(QListWidget* list, int which)
{
    for (int i = 0; i < list->count(); ++i)
        if (list->item(i)->data(Qt::UserRole).toInt() == which)
            list->setCurrentRow(i);
}

int chosenIn(const QListWidget* list)
{
    return list->currentItem() == nullptr ? newOne : list->currentItem()->data(Qt::UserRole).toInt();
}

QString reasons(const sales::LeadMatch& match)
{
    using By = sales::LeadMatch::By;
    QStringList words;
    for (const By by : match.by)
        words << (by == By::Mail    ? ConvertPanel::tr("same e-mail")
                  : by == By::Phone ? ConvertPanel::tr("same phone")
                  : by == By::Name  ? ConvertPanel::tr("same name")
                                    : ConvertPanel::tr("account of the contact"));
    return words.join(QStringLiteral(", "));
}

QString lineOf(const sales::LeadMatch& match)
{
    return ConvertPanel::tr("%1 · %2", "an account or contact, and why it may be the same")
        .arg(oneLine(toQString(match.record.label()), 80), reasons(match));
}

} // namespace

ConvertPanel::ConvertPanel(QWidget* parent)
    : QFrame(parent),
      m_title(makeLabel({}, "heading", this)),
      m_accounts(makeList(tr("Account"), this)),
      m_contacts(makeList(tr("Contact"), this))
{
    setProperty("kind", QStringLiteral("panel"));
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    QPushButton* go = makeButton(tr("Convert"), "primary", this, QKeySequence(Qt::Key_Return));
    auto* bar = new QHBoxLayout;
    setMargins(bar, 0, 0, 0, 0, 8);
    bar->addWidget(m_title, 1);
    bar->addWidget(go);
    bar->addWidget(leave);
    auto* lists = new QHBoxLayout;
    setMargins(lists, 0, 0, 0, 0, 16);
    for (QListWidget* list : {m_contacts, m_accounts}) {
        auto* column = new QVBoxLayout;
        setMargins(column, 0, 0, 0, 0, 4);
        column->addWidget(makeLabel(list->accessibleName(), "small", this));
        column->addWidget(list);
        lists->addLayout(column, 1);
        list->installEventFilter(this);
        connect(list, &QListWidget::itemDoubleClicked, this, &ConvertPanel::choose);
    }
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 12, 16, 12, 8);
    layout->addLayout(bar);
    layout->addLayout(lists);
    layout->addWidget(makeLabel(tr("Arrows choose  ·  Tab: account  ·  Enter converts  ·  Esc leaves"), "small", this));
    connect(go, &QPushButton::clicked, this, &ConvertPanel::choose);
    connect(leave, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT left();
    });
    connect(m_contacts, &QListWidget::currentRowChanged, this, &ConvertPanel::followContact);
    hide();
}

void ConvertPanel::ask(const sales::LeadMatches& matches)
{
    m_matches = matches;
    m_title->setText(tr("Convert %1").arg(oneLine(toQString(matches.lead.label()), 60)));
    setAccessibleName(m_title->text());
    fillAccounts();
    fillContacts();
    show();
    m_contacts->setFocus(Qt::ShortcutFocusReason);
}

void ConvertPanel::fillAccounts()
{
    m_accounts->clear();
    const QString company = oneLine(toQString(m_matches.lead.value("company").text()), 80);
    if (company.isEmpty())
        add(m_accounts, tr("No account"), nobody);
    const QString name = company.isEmpty() ? oneLine(toQString(m_matches.lead.label()), 80) : company;
    add(m_accounts, tr("New account: %1").arg(name), newOne);
    for (std::size_t i = 0; i < m_matches.accounts.size(); ++i)
        add(m_accounts, lineOf(m_matches.accounts[i]), static_cast<int>(i));
    // A company of the same name is hardly ever another one.
    const bool same =
        !m_matches.accounts.empty() && m_matches.accounts.front().by.front() != sales::LeadMatch::By::Contact;
    ui::choose(m_accounts, same ? 0 : company.isEmpty() ? nobody : newOne);
}

void ConvertPanel::fillContacts()
{
    m_contacts->clear();
    const leads::PersonName name = leads::personName(m_matches.lead.value("name").text());
    add(m_contacts,
        tr("New contact: %1").arg(oneLine(toQString(name.first + (name.first.empty() ? "" : " ") + name.last), 80)),
        newOne);
    for (std::size_t i = 0; i < m_matches.contacts.size(); ++i)
        add(m_contacts, lineOf(m_matches.contacts[i]), static_cast<int>(i));
    const bool same = !m_matches.contacts.empty() && m_matches.contacts.front().isStrong();
    ui::choose(m_contacts, same ? 0 : newOne);
}

void ConvertPanel::followContact()
{
    const int which = chosenIn(m_contacts);
    if (which < 0)
        return;
    const Id account = m_matches.contacts[static_cast<std::size_t>(which)].record.value("account").id();
    for (std::size_t i = 0; i < m_matches.accounts.size(); ++i)
        if (m_matches.accounts[i].record.id == account)
            ui::choose(m_accounts, static_cast<int>(i));
}

void ConvertPanel::choose()
{
    sales::Conversion conversion;
    const int account = chosenIn(m_accounts), contact = chosenIn(m_contacts);
    conversion.noAccount = account == nobody;
    if (account >= 0)
        conversion.account = m_matches.accounts[static_cast<std::size_t>(account)].record.id;
    if (contact >= 0)
        conversion.contact = m_matches.contacts[static_cast<std::size_t>(contact)].record.id;
    conversion.newAccount = account == newOne;
    hide();
    Q_EMIT chosen(m_matches.lead.id, conversion);
}

bool ConvertPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace satchel::ui
