// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/PeopleView.h"

#include "ui/administration/PersonPanel.h"
#include "ui/deals/DealWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QPushButton>

#include <algorithm>

namespace satchel::ui {

PeopleView::PeopleView(const Desk& desk, ServerView& server, QWidget* parent) : AdminView(desk, server, parent)
{
    setSheet(new Sheet(tr("Colleagues"),
                       {tr("Name"), tr("Login"), tr("Role"), tr("Territories"), tr("Last here"), tr("State")}, 3,
                       this));
    addKey(QKeySequence(Qt::Key_N), [this] { add(); });
    addAction(tr("Change"), QKeySequence(Qt::Key_Return), [this] { edit(); });
    m_onOthers << addAction(tr("Password"), QKeySequence(Qt::Key_P), [this] {
        if (const auto* person = current())
            givePassword(person->id, m_rows.nameOf(person->id));
    });
    m_lock = addAction(tr("Lock"), QKeySequence(Qt::Key_L), [this] { lock(); });
    m_onOthers << m_lock << addAction(tr("Sign out"), QKeySequence(Qt::Key_O), [this] { signOut(); });
    addAction(tr("Reassign"), QKeySequence(Qt::Key_G), [this] {
        if (const auto* person = current())
            Q_EMIT reassignWanted(QStringLiteral("user"), person->id, m_rows.nameOf(person->id));
    });
    connect(m_sheet, &QTableWidget::currentCellChanged, this, &PeopleView::chosen);
    connect(m_sheet, &QTableWidget::cellDoubleClicked, this, &PeopleView::edit);
}

void PeopleView::show(const DirectoryRows& rows)
{
    m_rows = rows;
    fill();
}

void PeopleView::serverChanged()
{
    fill();
}

const sales::Colleague* PeopleView::current() const
{
    const int row = currentRow();
    return row < 0 || static_cast<std::size_t>(row) >= m_rows.people.size()
               ? nullptr
               : &m_rows.people[static_cast<std::size_t>(row)];
}

QString PeopleView::stateOf(const sales::Colleague& person) const
{
    if (!person.active)
        return tr("Locked");
    if (m_server.overview() && !m_server.hasPassword(person.id))
        return tr("No password yet");
    return {};
}

void PeopleView::fill()
{
    const auto* person = current();
    const Id wanted = person == nullptr ? Id() : person->id;
    const int before = currentRow();
    const Milliseconds now = m_desk.environment.now();
    m_ids.clear();
    {
        const QSignalBlocker quiet(m_sheet);
        m_sheet->clearRows();
        for (const sales::Colleague& each : m_rows.people) {
            const Overview::Device* device = m_server.deviceOf(each.id);
            const QString seen = device == nullptr ? QString() : agoWord(device->lastSeen, now);
            m_sheet->addRow({m_rows.nameOf(each.id), oneLine(toQString(each.login), 80), roleWord(each.role),
                             m_rows.territoryNames(each.territories).join(tr(", ")), seen, stateOf(each)});
            m_ids.push_back(each.id);
        }
        choose(m_ids, wanted, before);
    }
    chosen();
}

void PeopleView::chosen()
{
    const auto* person = current();
    const bool myself = person != nullptr && person->id == m_desk.me.user;
    for (QPushButton* button : std::as_const(m_onOthers))
        button->setEnabled(person != nullptr && !myself);
    m_lock->setText(person != nullptr && !person->active ? tr("Unlock") : tr("Lock"));
    m_lock->setAccessibleName(m_lock->text());
}

void PeopleView::add()
{
    openPerson({});
}

void PeopleView::edit()
{
    if (const auto* person = current())
        openPerson(*person);
}

void PeopleView::openPerson(const sales::Colleague& person)
{
    auto* opened = new PersonPanel(m_desk, person, m_rows, this);
    connect(opened, &PersonPanel::added, this,
            [this](const Id& user, const QString& name) { givePassword(user, name); });
    openPanel(opened);
}

void PeopleView::givePassword(const Id& user, const QString& name)
{
    openPanel(new GivePasswordPanel(m_desk, m_server, user, name, this));
}

void PeopleView::lock()
{
    const auto* person = current();
    if (person == nullptr)
        return;
    sales::Colleague wanted = *person;
    wanted.active = !wanted.active;
    const QString name = m_rows.nameOf(wanted.id);
    const QString done = wanted.active ? tr("Unlocked %1").arg(name) : tr("Locked %1; what he wrote stays").arg(name);
    m_desk.undo.run(
        done, [wanted](Replica& replica) { return sales::saveColleague(replica, wanted); }, this,
        [this, done](const Result<Id>& saved) {
            Q_EMIT notice(saved.ok() ? done : sentenceOf(saved.error()), saved.ok());
        });
}

void PeopleView::signOut()
{
    const auto* person = current();
    if (person == nullptr)
        return;
    m_server.perform({.kind = AdminDeed::Kind::EndSessions, .subject = person->id}, this,
                     [this, name = m_rows.nameOf(person->id)](const AdminDone&, const QString& trouble) {
                         Q_EMIT notice(trouble.isEmpty() ? tr("%1 is signed out everywhere").arg(name) : trouble,
                                       false);
                     });
}

} // namespace satchel::ui
