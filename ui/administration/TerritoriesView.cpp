// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/TerritoriesView.h"

#include "ui/deals/DealWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace satchel::ui {

namespace {

constexpr QChar wideSpace(0x2003); // goes with the writing's direction, as a layout would
constexpr int indent = 2;

Id idIn(const QComboBox& box)
{
    const QByteArray bytes = box.currentData().toByteArray();
    return Id::fromBytes({bytes.constData(), static_cast<std::size_t>(bytes.size())}).value_or(Id{});
}

} // namespace

TerritoriesView::TerritoriesView(const Desk& desk, ServerView& server, QWidget* parent)
    : AdminView(desk, server, parent)
{
    setSheet(new Sheet(tr("Territories"),
                       {tr("Territory"), tr("Code"), tr("Lies in"), tr("Colleagues"), tr("Accounts")}, 0, this));
    m_sheet->setFigures(3);
    m_sheet->setFigures(4);
    addKey(QKeySequence(Qt::Key_N), [this] { add(); });
    addAction(tr("Rename"), QKeySequence(Qt::Key_Return), [this] { edit(false); });
    addAction(tr("Move"), QKeySequence(Qt::Key_M), [this] { edit(true); });
    addAction(tr("Reassign"), QKeySequence(Qt::Key_G), [this] {
        if (const auto* territory = current())
            Q_EMIT reassignWanted(QStringLiteral("territory"), territory->node.id, m_rows.nameOf(territory->node.id));
    });
    addAction(tr("Retire"), QKeySequence(Qt::Key_Delete), [this] { retire(); });
    connect(m_sheet, &QTableWidget::cellDoubleClicked, this, [this] { edit(false); });
}

void TerritoriesView::show(const DirectoryRows& rows)
{
    const auto* chosen = current();
    const Id wanted = chosen == nullptr ? Id() : chosen->node.id;
    const int before = currentRow();
    m_rows = rows;
    m_ids.clear();
    m_sheet->clearRows();
    for (const DirectoryRows::Territory& each : m_rows.territories) {
        const QString name = m_rows.nameOf(each.node.id);
        const int row =
            m_sheet->addRow({QString(each.depth * indent, wideSpace) + name, oneLine(toQString(each.node.code), 40),
                             m_rows.nameOf(each.node.parent), numberWord(each.people), numberWord(each.accounts)});
        m_sheet->item(row, 0)->setData(Qt::AccessibleTextRole, name);
        m_ids.push_back(each.node.id);
    }
    choose(m_ids, wanted, before);
}

const DirectoryRows::Territory* TerritoriesView::current() const
{
    const int row = currentRow();
    return row < 0 || static_cast<std::size_t>(row) >= m_rows.territories.size()
               ? nullptr
               : &m_rows.territories[static_cast<std::size_t>(row)];
}

void TerritoriesView::add()
{
    const auto* above = current();
    openPanel(new TerritoryPanel(m_desk,
                                 {.id = {}, .name = {}, .code = {}, .parent = above == nullptr ? Id() : above->node.id},
                                 m_rows, false, this));
}

void TerritoriesView::edit(bool move)
{
    if (const auto* territory = current())
        openPanel(new TerritoryPanel(m_desk, territory->node, m_rows, move, this));
}

void TerritoriesView::retire()
{
    const auto* territory = current();
    if (territory == nullptr)
        return;
    const QString done = tr("Retired %1").arg(m_rows.nameOf(territory->node.id));
    m_desk.undo.run(
        done, [id = territory->node.id](Replica& replica) { return sales::retireTerritory(replica, id); }, this,
        [this, done](const Status& retired) {
            Q_EMIT notice(retired.ok() ? done : sentenceOf(retired.error()), retired.ok());
        });
}

TerritoryPanel::TerritoryPanel(const Desk& desk, const sales::TerritoryNode& node, const DirectoryRows& rows, bool move,
                               QWidget* parent)
    : DealPanel(desk, {}, node.id.isNull() ? tr("New territory") : oneLine(toQString(node.name), 60), parent),
      m_node(node),
      m_move(move),
      m_name(new QLineEdit(toQString(node.name), this)),
      m_code(new QLineEdit(toQString(node.code), this)),
      m_parent(new QComboBox(this))
{
    const Entity& entity = schema::entity("territory");
    m_name->setMaxLength(entity.field("name")->max);
    m_code->setMaxLength(entity.field("code")->max);
    m_parent->addItem(tr("Nothing: it stands at the top"), QByteArray());
    for (const DirectoryRows::Territory& each : rows.territories)
        if (each.node.id != node.id) {
            // Its name first, so that typing finds it.
            const QString name = rows.nameOf(each.node.id);
            const QString above = rows.nameOf(each.node.parent);
            m_parent->addItem(above.isEmpty() ? name : QStringLiteral("%1 · %2").arg(name, above),
                              QByteArray(each.node.id.view().data(), 16));
        }
    m_parent->setCurrentIndex(qMax(0, m_parent->findData(QByteArray(node.parent.view().data(), 16))));
    addField(tr("Name"), m_name);
    addField(tr("Code"), m_code);
    addField(tr("Lies in"), m_parent);
    nameCombo(m_parent, tr("Lies in"));
    addText(tr("A sales manager sees his territories and all that lie in them."), "muted");
    setPrimary(node.id.isNull() ? tr("Add") : tr("Save"), [this] { save(); });
}

void TerritoryPanel::begin()
{
    if (m_move)
        m_parent->setFocus(Qt::OtherFocusReason);
    else
        DealPanel::begin();
}

void TerritoryPanel::save()
{
    sales::TerritoryNode wanted = m_node;
    wanted.name = fromQString(m_name->text().trimmed());
    wanted.code = fromQString(m_code->text().trimmed());
    wanted.parent = idIn(*m_parent);
    const QString name = oneLine(toQString(wanted.name), 60);
    const QString done = m_node.id.isNull() ? tr("Added %1").arg(name) : tr("Changed %1").arg(name);
    setBusy(true);
    m_desk.undo.run(
        done, [wanted](Replica& replica) { return sales::saveTerritory(replica, wanted); }, this,
        [this, done](const Result<Id>& saved) {
            setBusy(false);
            if (!saved.ok()) {
                complain(saved.error());
                return;
            }
            Q_EMIT notice(done, true);
            Q_EMIT closed();
        });
}

} // namespace satchel::ui
