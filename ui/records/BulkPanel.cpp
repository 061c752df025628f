// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/BulkPanel.h"

#include "core/rules/Access.h"
#include "core/schema/Composite.h"
#include "ui/records/ValueInput.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr std::int64_t mostBulkRows = 5'000'000;

// What one person may set for many records at once: not what tells them apart.
bool isForMany(const ReplicaIdentity& me, const Entity& entity, const Field& field)
{
    const bool names =
        std::find(entity.label.begin(), entity.label.end(), field.name) != entity.label.end() ||
        std::find(entity.naturalKey.begin(), entity.naturalKey.end(), field.name) != entity.naturalKey.end();
    const bool whole = field.type == FieldType::Notes || field.type == FieldType::Timeline ||
                       field.type == FieldType::ReferenceList || field.type == FieldType::Group;
    return !names && !whole && !field.phone && !field.email && field.policy != Policy::Theirs &&
           mayWriteField(me.role, entity, field);
}

// The list with the elements added, or without them.
Value changedList(const Value& before, const Value& elements, bool add)
{
    auto list = readList(before.text());
    const auto wanted = readList(elements.text());
    if (!list.ok() || !wanted.ok())
        return before;
    for (const std::string& element : *wanted) {
        const auto at = std::find(list->begin(), list->end(), element);
        if (add && at == list->end())
            list->push_back(element);
        else if (!add && at != list->end())
            list->erase(at);
    }
    const std::string json = writeList(*list);
    return json.empty() ? Value() : Value(json);
}

std::vector<RowKey> rowsOf(const Entity& entity, const std::vector<Id>& ids, const std::set<Id>& without)
{
    std::vector<RowKey> rows;
    for (const Id& id : ids)
        if (!without.contains(id))
            rows.push_back({entity.number, id});
    return rows;
}

} // namespace

BulkPanel::BulkPanel(const Desk& desk, const Entity& entity, QWidget* parent)
    : ListPanel(tr("Change the marked records"), parent),
      m_desk(desk),
      m_entity(entity),
      m_title(makeLabel({}, "heading", this)),
      m_field(new QComboBox(this)),
      m_deed(new QComboBox(this)),
      m_value(new ValueInput(desk, this)),
      m_counts(makeLabel({}, "strong", this)),
      m_why(makeLabel({}, "small", this)),
      m_progress(new QProgressBar(this)),
      m_do(makeButton(tr("Change"), "primary", this, QKeySequence(Qt::Key_Return))),
      m_stop(makeButton(tr("Stop"), "", this))
{
    QToolButton* leaving = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    for (std::size_t i = 0; i < entity.fields.size(); ++i)
        if (isForMany(desk.me, entity, entity.fields[i]))
            m_field->addItem(fieldWord(entity.fields[i]), static_cast<qlonglong>(i));
    nameCombo(m_field, tr("Field to change"));
    nameCombo(m_deed, tr("How it is changed"));
    m_field->installEventFilter(this);
    m_deed->installEventFilter(this);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    wrap(m_counts);
    wrap(m_why);
    auto* head = new QHBoxLayout;
    setMargins(head, 0, 0, 0, 0, 8);
    head->addWidget(m_title, 1);
    head->addWidget(leaving);
    auto* grid = new QGridLayout;
    setMargins(grid, 0, 0, 0, 0, 4);
    grid->addWidget(m_field, 0, 0);
    grid->addWidget(m_deed, 0, 1);
    grid->addWidget(m_value, 1, 0, 1, 2);
    auto* foot = new QHBoxLayout;
    setMargins(foot, 0, 0, 0, 0, 8);
    foot->addStretch();
    foot->addWidget(m_stop);
    foot->addWidget(m_do);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 12, 12, 8);
    layout->addLayout(head);
    layout->addLayout(grid);
    layout->addWidget(m_counts);
    layout->addWidget(m_why);
    layout->addWidget(m_progress);
    layout->addLayout(foot);
    m_settle.setSingleShot(true);
    m_settle.setInterval(80);
    connect(&m_settle, &QTimer::timeout, this, &BulkPanel::look);
    connect(m_field, &QComboBox::currentIndexChanged, this, &BulkPanel::fillDeeds);
    connect(m_deed, &QComboBox::currentIndexChanged, this, &BulkPanel::fillValue);
    connect(m_value, &ValueInput::changed, this, [this] { m_settle.start(); });
    connect(m_value, &ValueInput::entered, this, &BulkPanel::carryOut);
    connect(m_value, &ValueInput::escaped, this, &BulkPanel::leave);
    connect(m_do, &QPushButton::clicked, this, &BulkPanel::carryOut);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run->stop();
    });
    connect(leaving, &QToolButton::clicked, this, &BulkPanel::leave);
    if (const auto owner = entity.indexOf("owner"))
        m_field->setCurrentIndex(qMax(0, m_field->findData(static_cast<qlonglong>(*owner))));
    fillDeeds();
}

bool BulkPanel::isOffered() const
{
    return mayUpdate(m_desk.me.role, m_entity) && m_field->count() > 0;
}

std::size_t BulkPanel::field() const
{
    return static_cast<std::size_t>(m_field->currentData().toLongLong());
}

BulkPanel::Deed BulkPanel::deed() const
{
    return static_cast<Deed>(m_deed->currentData().toInt());
}

void BulkPanel::fillDeeds()
{
    const Field& chosen = m_entity.fields[field()];
    {
        const QSignalBlocker quiet(m_deed);
        m_deed->clear();
        if (chosen.type == FieldType::TextList) {
            m_deed->addItem(tr("add"), static_cast<int>(Deed::Add));
            m_deed->addItem(tr("remove"), static_cast<int>(Deed::Remove));
        }
        m_deed->addItem(tr("set to"), static_cast<int>(Deed::Set));
        if (!chosen.required && chosen.type != FieldType::Boolean)
            m_deed->addItem(tr("empty"), static_cast<int>(Deed::Clear));
    }
    fillValue();
}

void BulkPanel::fillValue()
{
    const Field& chosen = m_entity.fields[field()];
    m_value->ask(m_entity, chosen, deed() == Deed::Clear ? ValueInput::Kind::None : ValueInput::Kind::Typed,
                 fieldWord(chosen));
    m_settle.start();
}

void BulkPanel::ask(const Query& query, const RowMarks& marks)
{
    m_rows.clear();
    m_title->setText(tr("Change the marked records"));
    m_counts->setText({});
    m_why->setText({});
    showRunning(false);
    m_do->setEnabled(false);
    show();
    m_field->setFocus(Qt::OtherFocusReason);
    Query all = query;
    all.orderBy.reset();
    m_desk.reader.ask(
        this,
        [all, marks, entity = &m_entity](Replica& replica) -> Result<std::vector<RowKey>> {
            if (!marks.all)
                return rowsOf(*entity, {marks.ids.begin(), marks.ids.end()}, {});
            SATCHEL_ASSIGN(const std::vector<Id> ids, replica.ids(all, 0, mostBulkRows));
            return rowsOf(*entity, ids, marks.ids);
        },
        [this, asked = ++m_asked](const Result<std::vector<RowKey>>& rows) {
            if (asked != m_asked || !rows.ok())
                return;
            m_rows = *rows;
            m_title->setText(tr("Change %Ln records", nullptr, static_cast<int>(m_rows.size())));
            look();
        });
}

Result<BulkRun::Maker> BulkPanel::maker() const
{
    Value value;
    if (deed() != Deed::Clear) {
        SATCHEL_ASSIGN(value, m_value->value());
        if (value.isNull())
            return invalid(fromQString(tr("Say first what it should become.")));
    }
    return BulkRun::Maker(
        [entity = &m_entity, at = field(), deed = deed(), value](const Record& record) -> Result<std::optional<Edit>> {
            const Value& before = record.values[at];
            const bool list = deed == Deed::Add || deed == Deed::Remove;
            const Value after = list ? changedList(before, value, deed == Deed::Add) : value;
            if (after == before)
                return std::optional<Edit>();
            return std::optional(
                Edit{.kind = OperationKind::Update, .entity = entity, .id = record.id, .values = {{at, after}}});
        });
}

void BulkPanel::look()
{
    m_settle.stop();
    if (m_look)
        m_look->stop();
    m_look = nullptr;
    if (m_rows.empty() || m_run || !isVisible())
        return;
    const auto made = maker();
    if (!made.ok()) {
        m_counts->setText(toQString(made.error().message));
        m_why->setText({});
        m_do->setEnabled(false);
        return;
    }
    auto* run = new BulkRun(m_desk.reader, m_rows, *made, BulkRun::Purpose::Look, this);
    m_look = run;
    connect(run, &BulkRun::progressed, this, [this, run] {
        if (m_look == run)
            showCounts(run->tally(), run->tally().seen() == run->total());
    });
    run->start();
}

void BulkPanel::showCounts(const BulkRun::Tally& tally, bool whole)
{
    QStringList parts = {tr("%Ln will change", nullptr, static_cast<int>(tally.changed))};
    if (tally.same > 0)
        parts << tr("%Ln have it already", nullptr, static_cast<int>(tally.same));
    if (tally.left > 0)
        parts << tr("%Ln cannot be changed", nullptr, static_cast<int>(tally.left));
    QString sentence = parts.join(QStringLiteral(", ")) + QLatin1Char('.');
    if (!whole)
        sentence = tr("So far: %1").arg(sentence);
    m_counts->setText(sentence);
    m_why->setText(tally.why);
    m_do->setEnabled(tally.changed > 0 || !whole);
}

void BulkPanel::carryOut()
{
    if (m_rows.empty() || m_run)
        return;
    const auto made = maker();
    if (!made.ok()) {
        m_counts->setText(toQString(made.error().message));
        return;
    }
    if (m_look)
        m_look->stop();
    const Field& chosen = m_entity.fields[field()];
    const QString name = tr("Changed the %1 of %Ln records", nullptr, static_cast<int>(m_rows.size()))
                             .arg(inSentence(fieldWord(chosen)));
    BulkRun* run = m_desk.undo.runApart(name, m_rows, *made);
    m_run = run;
    showRunning(true);
    connect(run, &BulkRun::progressed, this, [this, run] {
        m_progress->setMaximum(static_cast<int>(run->total()));
        m_progress->setValue(static_cast<int>(run->tally().seen()));
    });
    connect(run, &BulkRun::finished, this, [this, run, what = inSentence(fieldWord(chosen))] {
        const BulkRun::Tally& tally = run->tally();
        m_run = nullptr;
        showRunning(false);
        QString sentence =
            tally.changed == 0
                ? tr("Nothing was changed.")
                : tr("Changed the %1 of %Ln records.", nullptr, static_cast<int>(tally.changed)).arg(what);
        if (tally.left > 0)
            sentence += QLatin1Char(' ') + tr("%Ln could not be changed.", nullptr, static_cast<int>(tally.left));
        Q_EMIT done(sentence, tally.changed > 0);
    });
}

void BulkPanel::showRunning(bool running)
{
    m_progress->setVisible(running);
    m_stop->setVisible(running);
    m_do->setVisible(!running);
    for (QWidget* part :
         {static_cast<QWidget*>(m_field), static_cast<QWidget*>(m_deed), static_cast<QWidget*>(m_value)})
        part->setEnabled(!running);
}

void BulkPanel::leave()
{
    if (m_look)
        m_look->stop();
    Q_EMIT closed(); // what runs goes on: it is a step back already
}

// A box to choose from would keep Enter to itself.
bool BulkPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            carryOut();
            return true;
        }
    }
    return ListPanel::eventFilter(watched, event);
}

void BulkPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        carryOut();
    else
        ListPanel::keyPressEvent(event);
}

} // namespace satchel::ui
