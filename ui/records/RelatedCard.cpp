// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/RelatedCard.h"

#include "ui/records/RowMakers.h"
#include "ui/records/RowPainting.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/LayoutPause.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

RecordRowButton::RecordRowButton(bool badge, QWidget* parent) : QAbstractButton(parent), m_badge(badge)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RecordRowButton::setRow(const RecordRow& row)
{
    m_row = row;
    setAccessibleName(QStringList{m_row.title, m_row.subtitle, m_row.pill, m_row.aside}.join(QStringLiteral(", ")));
    update();
    if (m_row.record.entity->name == "task")
        setToolTip(tr("Enter opens, D marks it done"));
    if (m_row.record.entity->name == "contact")
        setToolTip(tr("Enter opens, R chooses the role in the decision"));
}

void RecordRowButton::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colors.accentText, 1) : QPen(Qt::NoPen));
        painter.setBrush(colors.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    paintRecordRow(painter, rect().adjusted(m_badge ? -4 : 0, -3, 4, 0), &m_row, palette(), m_badge);
}

void RecordRowButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (event->key() == Qt::Key_D && m_row.record.entity->name == "task")
        Q_EMIT doneWanted();
    else if (event->key() == Qt::Key_R && m_row.record.entity->name == "contact")
        Q_EMIT roleWanted();
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QAbstractButton::keyPressEvent(event);
}

RelatedCard::Data RelatedCard::load(Replica& replica, const RelatedList& list, const Id& record, int limit,
                                    Milliseconds now)
{
    Query query{.entity = list.entity,
                .search = {},
                .filters = list.filters,
                .orderBy = list.orderBy,
                .descending = list.descending,
                .limit = limit,
                .after = {}};
    query.filters.push_back({*list.entity->indexOf(list.link), Comparison::Equal, Value(record)});
    Data content;
    if (const auto page = replica.list(query); page.ok()) {
        const RowMaker maker = rowMakerFor(*list.entity, now, list.link);
        for (const Record& row : page->rows)
            content.rows.push_back(maker(replica, row));
        content.total = static_cast<std::int64_t>(page->rows.size());
        if (!page->next.empty())
            if (const auto total = replica.count(query); total.ok())
                content.total = *total;
    }
    return content;
}

RelatedCard::RelatedCard(RelatedList list, QWidget* parent)
    : QFrame(parent),
      m_list(std::move(list)),
      m_count(makeLabel({}, "small", this)),
      m_empty(makeLabel(m_list.empty, "muted", this)),
      m_rows(new QVBoxLayout),
      m_more(makeButton(tr("Show all"), "quiet", this))
{
    setProperty("kind", QStringLiteral("card"));
    auto* bar = new QHBoxLayout;
    setMargins(bar, 8, 0, 0, 0, 8);
    bar->addWidget(makeLabel(m_list.heading, "section", this));
    bar->addWidget(m_count);
    bar->addStretch();
    if (m_list.addable) {
        QToolButton* add = makeIconButton(QStringLiteral("plus"), tr("Add to %1").arg(m_list.heading), this);
        connect(add, &QToolButton::clicked, this, &RelatedCard::addRequested);
        bar->addWidget(add);
    }
    setMargins(m_rows, 0, 0, 0, 0, 0);
    m_empty->setIndent(8);
    m_rows->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 8, 8, 8, 8, 4);
    layout->addLayout(bar);
    layout->addLayout(m_rows);
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit = 200;
        Q_EMIT moreRequested();
    });
}

void RelatedCard::chooseRole(RecordRowButton* button)
{
    auto* menu = new QMenu(button);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Role in the decision"));
    const Id contact = button->row().record.id;
    const std::string present = button->row().record.value("decision_role").text();
    std::vector<std::string> roles = button->row().record.entity->field("decision_role")->choices;
    roles.insert(roles.begin(), std::string());
    for (const std::string& role : roles) {
        QAction* action = menu->addAction(role.empty() ? tr("No role") : choiceWord(role));
        action->setCheckable(true);
        action->setChecked(role == present);
        if (role == present)
            menu->setActiveAction(action);
        connect(action, &QAction::triggered, this, [this, contact, role] { Q_EMIT roleChosen(contact, role); });
    }
    menu->popup(button->mapToGlobal(
        QPoint(layoutDirection() == Qt::RightToLeft ? 0 : button->width() - 160, button->height())));
}

RecordRowButton* RelatedCard::addButton()
{
    auto* button = new RecordRowButton(m_list.entity->name == "contact", this);
    const auto key = [button] { return RowKey{button->row().record.entity->number, button->row().record.id}; };
    connect(button, &QAbstractButton::clicked, this, [this, key] { Q_EMIT openRequested(key()); });
    connect(button, &RecordRowButton::roleWanted, this, [this, button] { chooseRole(button); });
    connect(button, &RecordRowButton::doneWanted, this, [this, key] { Q_EMIT doneRequested(key().id); });
    m_rows->addWidget(button);
    m_buttons.push_back(button);
    return button;
}

void RelatedCard::show(const Data& content)
{
    const auto focused = std::find_if(m_buttons.begin(), m_buttons.end(),
                                      [](const RecordRowButton* button) { return button->hasFocus(); });
    const Id focusedId = focused == m_buttons.end() ? Id{} : (*focused)->row().record.id;
    const LayoutPause pause(layout());
    m_count->setText(content.total == 0 ? QString() : numberWord(content.total));
    m_empty->setVisible(content.rows.empty());
    for (std::size_t i = 0; i < content.rows.size(); ++i) {
        RecordRowButton* button = i < m_buttons.size() ? m_buttons[i] : addButton();
        button->setRow(content.rows[i]);
        button->setVisible(true);
        if (content.rows[i].record.id == focusedId)
            button->setFocus();
    }
    for (std::size_t i = content.rows.size(); i < m_buttons.size(); ++i)
        m_buttons[i]->hide();
    const QString more = tr("Show all %1").arg(numberWord(content.total));
    m_more->setText(more);
    m_more->setAccessibleName(more);
    m_more->setVisible(content.total > static_cast<std::int64_t>(content.rows.size()) && m_limit == fewRows);
}

} // namespace satchel::ui
