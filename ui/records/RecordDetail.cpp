// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/RecordDetail.h"

#include "ui/records/DetailCard.h"
#include "ui/records/LogBox.h"
#include "ui/records/ReachBar.h"
#include "ui/records/RowMakers.h"
#include "ui/records/TimelineView.h"
#include "ui/records/TwinHint.h"
#include "ui/widgets/Badge.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr int wideFrom = 820;
constexpr int timelineRows = 40;
} // namespace

RecordDetail::RecordDetail(const Desk& desk, DetailPlan plan, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_plan(std::move(plan)),
      m_scroll(new QScrollArea(this)),
      m_empty(new EmptyState(iconFor(*m_plan.entity), {}, {}, this))
{
    auto* body = new QWidget;
    auto* page = new QVBoxLayout(body);
    setMargins(page, 0, 0, 8, 8, 8);
    page->addWidget(makeHeader(body));
    m_twins = new TwinHint(m_desk, body);
    connect(m_twins, &TwinHint::compareRequested, this, &RecordDetail::twinsRequested);
    page->addWidget(m_twins);
    page->addWidget(makeHighlights(body));
    m_formCard = makeForm(body);
    m_timelineCard = makeTimeline(body);
    makeLists(body);
    m_columns = new QHBoxLayout;
    setMargins(m_columns, 0, 0, 0, 0, 8);
    m_left = new QVBoxLayout;
    m_right = new QVBoxLayout;
    for (QVBoxLayout* column : {m_left, m_right}) {
        setMargins(column, 0, 0, 0, 0, 8);
        m_columns->addLayout(column, 1);
    }
    page->addLayout(m_columns, 1);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 0);
    layout->addWidget(m_scroll);
    layout->addWidget(m_empty);
    m_scroll->hide();
    arrange();
}

QWidget* RecordDetail::makeHeader(QWidget* parent)
{
    QFrame* header = makeFrame("card", parent);
    auto* layout = new QHBoxLayout(header);
    setMargins(layout, 16, 12, 8, 12, 12);
    m_badge = new InitialsBadge(44, header);
    layout->addWidget(m_badge, 0, Qt::AlignTop);
    auto* names = new QHBoxLayout;
    setMargins(names, 0, 0, 0, 0, 0);
    for (const std::string& field : m_plan.nameFields) {
        auto* row =
            new FieldRow(m_desk, *m_plan.entity, *m_plan.entity->indexOf(field), FieldRow::Layout::Bare, header);
        m_facts.push_back(row);
        names->addWidget(row);
    }
    m_pills = new QHBoxLayout;
    setMargins(m_pills, 8, 0, 0, 0, 4);
    names->addLayout(m_pills);
    names->addStretch(1);
    m_subtitle = new ElidedLabel({}, "muted", header);
    auto* column = new QVBoxLayout;
    setMargins(column, 0, 0, 0, 0, 0);
    column->addLayout(names);
    auto* indent = new QHBoxLayout;
    setMargins(indent, 4, 0, 0, 0, 0);
    indent->addWidget(m_subtitle);
    column->addLayout(indent);
    m_reach = new ReachBar(header);
    m_reach->hide();
    connect(m_reach, &ReachBar::reached, this, [this](const QString& kind, const QString& name) {
        m_scroll->ensureWidgetVisible(m_log);
        m_log->offer(kind, name);
    });
    column->addWidget(m_reach);
    layout->addLayout(column, 1);
    QToolButton* history =
        makeIconButton(QStringLiteral("history"), tr("History of changes"), header, QKeySequence(Qt::CTRL | Qt::Key_H));
    QToolButton* remove = makeIconButton(QStringLiteral("trash-2"), tr("Delete"), header, QKeySequence(Qt::Key_Delete));
    connect(history, &QToolButton::clicked, this, &RecordDetail::historyRequested);
    connect(remove, &QToolButton::clicked, this, &RecordDetail::deleteRequested);
    layout->addWidget(history, 0, Qt::AlignTop);
    layout->addWidget(remove, 0, Qt::AlignTop);
    return header;
}

QFrame* RecordDetail::makeHighlights(QWidget* parent)
{
    QFrame* card = makeFrame("card", parent);
    auto* layout = new QHBoxLayout(card);
    setMargins(layout, 8, 10, 8, 8, 8);
    for (std::size_t i = 0; i < m_plan.highlights.size(); ++i) {
        auto* row = new FieldRow(m_desk, *m_plan.entity, *m_plan.entity->indexOf(m_plan.highlights[i]),
                                 FieldRow::Layout::Above, card);
        connect(row, &FieldRow::openRequested, this, &RecordDetail::openRequested);
        m_facts.push_back(row);
        layout->addWidget(row, i == 0 && m_plan.highlights.size() > 3 ? 3 : 2);
    }
    return card;
}

QFrame* RecordDetail::makeForm(QWidget* parent)
{
    QFrame* card = makeFrame("card", parent);
    auto* layout = new QVBoxLayout(card);
    setMargins(layout, 16, 12, 8, 8, 4);
    layout->addWidget(makeLabel(tr("Details"), "section", card));
    m_form = new RecordForm(m_desk, *m_plan.entity, m_plan.fields, m_plan.always, card);
    connect(m_form, &RecordForm::openRequested, this, &RecordDetail::openRequested);
    layout->addWidget(m_form);
    return card;
}

QFrame* RecordDetail::makeTimeline(QWidget* parent)
{
    QFrame* card = makeFrame("card", parent);
    auto* layout = new QVBoxLayout(card);
    setMargins(layout, 16, 12, 16, 12, 8);
    layout->addWidget(makeLabel(tr("Timeline"), "section", card));
    m_log = new LogBox(m_desk, card);
    m_timeline = new TimelineView(card);
    layout->addWidget(m_log);
    layout->addWidget(m_timeline);
    layout->addStretch(1);
    return card;
}

void RecordDetail::makeLists(QWidget* parent)
{
    for (const RelatedList& list : m_plan.lists) {
        auto* card = new RelatedCard(list, parent);
        connect(card, &RelatedCard::openRequested, this, &RecordDetail::openRequested);
        connect(card, &RelatedCard::addRequested, this,
                [this, card] { Q_EMIT addRequested(card->list().entity, toQString(card->list().link), m_id); });
        connect(card, &RelatedCard::doneRequested, this, &RecordDetail::markDone);
        connect(card, &RelatedCard::moreRequested, this, &RecordDetail::refresh);
        connect(card, &RelatedCard::roleChosen, this, &RecordDetail::setRole);
        m_lists.push_back(card);
    }
    for (const CardMaker& make : m_plan.cards) {
        m_cards.push_back(make(m_desk, parent));
        connect(m_cards.back(), &DetailCard::openRequested, this, &RecordDetail::openRequested);
        connect(m_cards.back(), &DetailCard::addRequested, this,
                [this](const Entity* entity, const QString& link) { Q_EMIT addRequested(entity, link, m_id); });
    }
}

void RecordDetail::arrange()
{
    const bool wide = width() >= wideFrom;
    if (m_arranged && wide == m_wide)
        return;
    m_arranged = true;
    m_wide = wide;
    for (QVBoxLayout* column : {m_left, m_right})
        while (QLayoutItem* item = column->takeAt(0))
            delete item; // the cards belong to the page
    m_columns->setStretch(1, wide ? 1 : 0);
    m_columns->setSpacing(wide ? 8 : 0);
    // Two columns: people and facts on the left, what to do and what happened on the right. One: most wanted first.
    QVBoxLayout* right = wide ? m_right : m_left;
    const bool peopleFirst = m_plan.lists.size() > 2 && !m_plan.tasksFirst;
    if (peopleFirst)
        m_left->addWidget(m_lists[0]);
    if (wide)
        m_left->addWidget(m_formCard);
    right->addWidget(m_lists[peopleFirst ? 1 : 0]);
    if (!wide && !peopleFirst)
        right->insertWidget(0, m_formCard);
    right->addWidget(m_timelineCard, wide ? 1 : 0);
    if (!wide && peopleFirst)
        m_left->addWidget(m_formCard);
    for (std::size_t i = peopleFirst ? 2 : 1; i < m_lists.size(); ++i)
        m_left->addWidget(m_lists[i]);
    for (DetailCard* card : m_cards)
        m_left->addWidget(card);
    m_left->addStretch(wide ? 1 : 0);
}

void RecordDetail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RecordDetail::show(const Id& id)
{
    if (id != m_id) {
        finish();
        for (RelatedCard* card : m_lists)
            card->resetLimit();
    }
    m_id = id;
    if (id.isNull()) {
        ++m_asked;
        m_title.clear();
        m_scroll->hide();
        m_empty->show();
        Q_EMIT loaded();
        return;
    }
    ask();
}

void RecordDetail::refresh()
{
    if (!m_id.isNull())
        ask();
}

void RecordDetail::ask()
{
    const std::uint64_t asked = ++m_asked;
    std::vector<int> limits;
    for (const RelatedCard* card : m_lists)
        limits.push_back(card->limit());
    const auto question = [id = m_id, entity = m_plan.entity, lists = m_plan.lists, limits,
                           now = m_desk.environment.now()](Replica& replica) {
        Data content;
        const auto record = replica.find(*entity, id);
        if (!record.ok() || !record->has_value())
            return content;
        content.found = true;
        content.record = shownRecord(replica, **record);
        for (std::size_t i = 0; i < lists.size(); ++i)
            content.related.push_back(RelatedCard::load(replica, lists[i], id, limits[i], now));
        content.timeline = loadTimeline(replica, **record, timelineRows);
        return content;
    };
    m_desk.reader.ask(this, question, [this, asked](const Data& content) {
        if (asked == m_asked)
            display(content);
    });
}

void RecordDetail::display(const Data& content)
{
    if (!content.found) {
        setEmptyTexts(tr("Not on this laptop"), tr("This record was deleted, or it is not yours to see."));
        show(Id{});
        return;
    }
    const bool another = m_form->property("record").toByteArray() != QByteArray(m_id.view().data(), 16);
    m_form->setProperty("record", QByteArray(m_id.view().data(), 16));
    displayHeader(content.record);
    for (FieldRow* row : m_facts)
        row->show(content.record);
    m_form->show(content.record);
    m_reach->show(content.record.record);
    m_twins->show(content.record.record);
    for (std::size_t i = 0; i < m_lists.size(); ++i)
        m_lists[i]->show(content.related[i]);
    for (DetailCard* card : m_cards)
        card->show(m_id);
    m_log->setCustomer({content.record.record.entity->number, content.record.record.id});
    m_timeline->show(content.timeline, m_desk.environment.now());
    m_empty->hide();
    m_scroll->show();
    if (another)
        m_scroll->verticalScrollBar()->setValue(0);
    Q_EMIT loaded();
}

void RecordDetail::displayHeader(const ShownRecord& record)
{
    const Entity& entity = *m_plan.entity;
    m_title = oneLine(toQString(record.record.label()));
    m_badge->setName(m_title);
    clearLayout(m_pills);
    for (const std::string& name : m_plan.pills) {
        const std::size_t index = *entity.indexOf(name);
        const Value& value = record.record.values[index];
        const bool flag = entity.fields[index].type == FieldType::Boolean;
        if (value.isNull() || (flag && value.integer() == 0) || value.text() == "unknown")
            continue;
        const QString word = flag ? fieldWord(entity.fields[index]) : record.shown[static_cast<qsizetype>(index)];
        m_pills->addWidget(new Pill(word, flag ? Tone::Accent : toneOf(toQString(value.text())), this));
    }
    if (m_plan.isOverdue && m_plan.isOverdue(record.record, m_desk.environment.now()))
        m_pills->insertWidget(0, new Pill(tr("Overdue"), Tone::Bad, this));
    QStringList parts;
    for (const std::string& name : m_plan.subtitle)
        if (const QString part = record.shown[static_cast<qsizetype>(*entity.indexOf(name))]; !part.isEmpty())
            parts << part;
    m_subtitle->setWhole(parts.join(QStringLiteral(" · ")));
}

void RecordDetail::markDone(const Id& task)
{
    const Entity& entity = schema::entity("task");
    const std::string today = localDay(m_desk.environment.now());
    const Action action{.name = tr("Marked a to-do as done"),
                        .edits = {{.kind = OperationKind::Update,
                                   .entity = &entity,
                                   .id = task,
                                   .values = {{*entity.indexOf("done"), Value(std::int64_t{1})},
                                              {*entity.indexOf("done_on"), Value(today)}}}}};
    m_desk.undo.perform(action, this);
}

void RecordDetail::setRole(const Id& contact, const std::string& role)
{
    const Entity& entity = schema::entity("contact");
    const Action action{
        .name = tr("Role in the decision: %1").arg(role.empty() ? tr("none") : choiceWord(role)),
        .edits = {{.kind = OperationKind::Update,
                   .entity = &entity,
                   .id = contact,
                   .values = {{*entity.indexOf("decision_role"), role.empty() ? Value() : Value(role)}}}}};
    m_desk.undo.perform(action, this, [this](const Result<ReplicaWriter::Done>& done) {
        if (!done.ok())
            Q_EMIT m_desk.undo.refused(toQString(done.error().message));
    });
}

void RecordDetail::call()
{
    m_reach->call();
}

void RecordDetail::write()
{
    m_reach->write();
}

void RecordDetail::focusLog()
{
    m_log->focusLine();
}

void RecordDetail::focusFields()
{
    if (!m_facts.empty())
        m_facts.front()->focusValue();
}

void RecordDetail::finish()
{
    for (FieldRow* row : m_facts)
        row->finish();
    m_form->finish();
}

void RecordDetail::setEmptyTexts(const QString& heading, const QString& hint)
{
    m_empty->setTexts(heading, hint);
}

} // namespace satchel::ui
