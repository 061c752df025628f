// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/AlertsView.h"

#include "ui/administration/ConfirmPanel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace satchel::ui {

AlertsView::AlertsView(const Desk& desk, ServerView& server, QWidget* parent)
    : AdminView(desk, server, parent),
      m_log(new QCheckBox(tr("Also what was done and closed"), this)),
      m_empty(new EmptyState(QStringLiteral("circle-check"), {}, {}, this))
{
    setSheet(new Sheet(tr("Alerts"), {tr("When"), tr("What"), tr("In words")}, 2, this));
    auto* inside = new QVBoxLayout(m_sheet->viewport()); // the sheet keeps the keyboard
    inside->addWidget(m_empty);
    m_sentence = addHint();
    setKind(m_sentence, "");
    addDeeds();
    m_log->setAccessibleName(m_log->text());
    m_log->setToolTip(withKey(m_log->text(), QKeySequence(Qt::Key_H)));
    auto* shortcut = new QShortcut(QKeySequence(Qt::Key_H), m_sheet);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, m_log, &QCheckBox::toggle);
    connect(m_log, &QCheckBox::toggled, this, &AlertsView::fill);
    addAside(m_log);
    connect(m_sheet, &QTableWidget::currentCellChanged, this, &AlertsView::chosen);
    fill();
}

void AlertsView::addDeeds()
{
    using Row = AlertRow::Kind;
    using Deed = AdminDeed::Kind;
    addDeed(Row::Plain, tr("Close"), Qt::Key_C, Deed::CloseAlert, tr("The alert is closed"));
    addDeed(Row::Fuse, tr("Carry out"), Qt::Key_R, Deed::ReleaseFuse, tr("The deletions were carried out"));
    addDeed(Row::Fuse, tr("Refuse"), Qt::Key_F, Deed::RefuseFuse, tr("The deletions were refused"));
    addDeed(Row::Released, tr("Bring back"), Qt::Key_B, Deed::UndoFuse, tr("What was deleted is back"));
    addDeed(Row::Quarantine, tr("Try again"), Qt::Key_T, Deed::RetryChange, tr("The server has carried it out"));
    addDeed(Row::Recovery, tr("Take all back"), Qt::Key_K, Deed::AdoptRow, tr("What only laptops had is back"));
    m_buttons << DeedButton{Row::Recovery,
                            addAction(tr("Close the recovery"), QKeySequence(Qt::Key_E), [this] { closeRecovery(); })};
}

void AlertsView::addDeed(AlertRow::Kind kind, const QString& name, Qt::Key key, AdminDeed::Kind deed,
                         const QString& done)
{
    m_buttons << DeedButton{kind, addAction(name, QKeySequence(key), [this, deed, done] { perform(deed, done); })};
}

void AlertsView::show(const DirectoryRows& rows)
{
    m_rows = rows;
    fill();
}

void AlertsView::serverChanged()
{
    fill();
}

const AlertRow* AlertsView::current() const
{
    const int row = currentRow();
    return row < 0 || static_cast<std::size_t>(row) >= m_alerts.size() ? nullptr
                                                                       : &m_alerts[static_cast<std::size_t>(row)];
}

void AlertsView::fill()
{
    const auto* chosenOne = current();
    const Id wanted = chosenOne == nullptr ? Id() : chosenOne->subject;
    const int before = currentRow();
    const Milliseconds now = m_desk.environment.now();
    m_alerts.clear();
    if (m_server.overview())
        m_alerts = alertRows(*m_server.overview(), m_rows, m_log->isChecked(), now);
    std::vector<Id> ids;
    {
        const QSignalBlocker quiet(m_sheet);
        m_sheet->clearRows();
        for (const AlertRow& each : m_alerts) {
            m_sheet->addRow({timeWord(each.at, now), each.what, oneLine(each.sentence)});
            ids.push_back(each.subject);
        }
        choose(ids, wanted, before);
    }
    chosen();
}

void AlertsView::chosen()
{
    const auto* row = current();
    for (const DeedButton& each : std::as_const(m_buttons))
        each.button->setVisible(row != nullptr && row->kind == each.kind);
    m_sentence->setText(row != nullptr ? row->sentence : QString());
    m_empty->setVisible(m_alerts.empty());
    m_sheet->horizontalHeader()->setVisible(!m_alerts.empty());
    if (m_server.overview())
        m_empty->setTexts(tr("No alerts"), tr("Nothing wants your attention."));
    else
        m_empty->setTexts(tr("Not known yet"), tr("What there is to know comes when the server has been reached."));
}

void AlertsView::perform(AdminDeed::Kind deed, const QString& done)
{
    const auto* row = current();
    if (row == nullptr)
        return;
    m_server.perform({.kind = deed, .subject = row->subject, .number = row->number, .password = {}}, this,
                     [this, done](const AdminDone& what, const QString& trouble) {
                         if (!trouble.isEmpty())
                             Q_EMIT notice(trouble, false);
                         else if (what.count > 0)
                             Q_EMIT notice(tr("%1: %Ln records", nullptr, static_cast<int>(what.count)).arg(done),
                                           false);
                         else
                             Q_EMIT notice(done, false);
                     });
}

void AlertsView::closeRecovery()
{
    auto* confirm = new ConfirmPanel(m_desk, tr("Close the recovery"), tr("Close it"), this);
    const Overview& known = *m_server.overview();
    if (known.heldInAll > 0)
        confirm->say(tr("%Ln records are known to laptops only. They are forgotten everywhere when you close it.",
                        nullptr, static_cast<int>(known.heldInAll)));
    constexpr std::size_t mostNamed = 12;
    QStringList names;
    for (std::size_t i = 0; i < known.held.size() && i < mostNamed; ++i)
        names << oneLine(toQString(known.held[i].label), 60);
    if (!names.isEmpty())
        confirm->say(names.join(tr(", ")));
    confirm->say(tr("Close it when everybody has synced since the server was restored."));
    confirm->performs(m_server, {.kind = AdminDeed::Kind::CloseRecovery}, tr("The recovery is closed"));
    openPanel(confirm);
}

} // namespace satchel::ui
