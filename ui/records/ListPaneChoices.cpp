// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/BulkPanel.h"
#include "ui/records/ConditionPanel.h"
#include "ui/records/ConditionWords.h"
#include "ui/records/ExportPanel.h"
#include "ui/records/ListPane.h"
#include "ui/records/ListTable.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

// Which rows a list shows and how, and what is done with many of them.

namespace satchel::ui {

namespace {

const QString ownChoice = QStringLiteral("own");

QString savedChoice(const Id& id)
{
    return QStringLiteral("saved:") + toQString(id.toString());
}

QStringList columnTexts(const Entity& entity, const std::vector<ListColumn>& columns)
{
    QStringList texts;
    for (const ListColumn& column : columns)
        texts << columnText(entity, column);
    return texts;
}

QString placeText(const Entity& entity, const std::optional<std::size_t>& place)
{
    return place ? columnText(entity, {fieldAt(*place), partAt(entity, *place)}) : QString();
}

std::optional<std::size_t> placeFrom(const Entity& entity, const QString& text)
{
    const auto column = text.isEmpty() ? std::nullopt : columnFrom(entity, text);
    return column ? std::optional(placeOf(entity, column->field, column->member)) : std::nullopt;
}

} // namespace

void ListPane::fillChoices()
{
    m_filling = true;
    const QString now = m_wanted.isEmpty() ? choiceId() : m_wanted;
    m_choice->clear();
    for (const ListChoice& choice : m_choices)
        m_choice->addItem(choice.name, choice.id);
    if (!m_saved.empty())
        m_choice->insertSeparator(m_choice->count());
    for (const SavedList& list : m_saved)
        m_choice->addItem(list.name, savedChoice(list.id));
    m_choice->insertSeparator(m_choice->count());
    m_choice->addItem(tr("Own conditions"), ownChoice);
    int at = m_choice->findData(now);
    if (at < 0 && now.startsWith(QLatin1String("saved:"))) // gone, or not here yet: its conditions still hold
        at = m_choice->findData(ownChoice);
    m_choice->setCurrentIndex(qMax(0, at));
    m_filling = false;
}

void ListPane::readSaved()
{
    m_desk.reader.ask(
        this,
        [entity = &m_entity, me = m_desk.me.user](Replica& replica) { return readSavedLists(replica, *entity, me); },
        [this](const std::vector<SavedList>& lists) {
            const SavedList* before = savedNow();
            const std::optional<SavedList> shown = before == nullptr ? std::nullopt : std::optional(*before);
            m_saved = lists;
            fillChoices();
            if (savedNow() != nullptr)
                m_wanted.clear();
            const SavedList* now = savedNow();
            // Changed on another laptop, or taken back: the list follows, unless something else is being built on it.
            if (shown && now != nullptr && !(now->body == shown->body) && m_conditions == shown->body.conditions)
                choose();
        });
}

const SavedList* ListPane::savedNow() const
{
    const QString id = choiceId();
    const auto at =
        std::find_if(m_saved.begin(), m_saved.end(), [&](const SavedList& list) { return savedChoice(list.id) == id; });
    return at == m_saved.end() ? nullptr : &*at;
}

const ListChoice* ListPane::fixedNow() const
{
    const QString id = choiceId();
    const auto at =
        std::find_if(m_choices.begin(), m_choices.end(), [&](const ListChoice& choice) { return choice.id == id; });
    return at == m_choices.end() ? nullptr : &*at;
}

void ListPane::setChoice(const QString& id)
{
    m_filling = true;
    m_choice->setCurrentIndex(qMax(0, m_choice->findData(id)));
    m_filling = false;
}

void ListPane::choose()
{
    if (m_filling)
        return;
    m_wanted.clear();
    if (const SavedList* list = savedNow()) {
        if (!list->trouble.isEmpty()) {
            m_conditions.clear();
            setChoice(m_choices.front().id);
            ask();
            m_said->setText(list->trouble);
            m_said->show();
            return;
        }
        m_conditions = list->body.conditions;
        m_shape.sortBy = list->body.orderBy;
        m_shape.byName = false;
        m_shape.descending = list->body.descending;
    } else if (fixedNow() != nullptr) {
        m_conditions.clear();
    } else if (m_conditions.empty()) {
        editConditions();
    }
    if (m_conditionPanel != nullptr && m_conditionPanel->isVisible() && fixedNow() == nullptr)
        m_conditionPanel->edit(m_conditions, savedNow() == nullptr ? QString() : savedNow()->name);
    else if (m_conditionPanel != nullptr && fixedNow() != nullptr)
        m_conditionPanel->hide();
    applyShape();
}

void ListPane::editConditions()
{
    if (m_conditionPanel == nullptr) {
        m_conditionPanel = new ConditionPanel(m_desk, m_entity, this);
        connect(m_conditionPanel, &ConditionPanel::changed, this, &ListPane::takeConditions);
        connect(m_conditionPanel, &ConditionPanel::saveWanted, this, &ListPane::saveList);
        connect(m_conditionPanel, &ConditionPanel::deleteWanted, this, &ListPane::deleteList);
        connect(m_conditionPanel, &ConditionPanel::closed, this, [this] {
            closePanels();
            focusList();
        });
    }
    const ListChoice* fixed = fixedNow();
    const SavedList* saved = savedNow();
    showPanel(m_conditionPanel);
    m_conditionPanel->edit(fixed != nullptr ? conditionsOf(m_entity, fixed->filters, m_desk.me.user) : m_conditions,
                           saved == nullptr ? QString() : saved->name);
    m_conditionPanel->begin();
}

void ListPane::takeConditions(const std::vector<Condition>& conditions)
{
    const ListChoice* fixed = fixedNow();
    if (fixed != nullptr && conditions == conditionsOf(m_entity, fixed->filters, m_desk.me.user))
        return; // nothing has been said yet
    if (fixed == nullptr && conditions == m_conditions)
        return;
    m_conditions = conditions;
    if (fixed != nullptr)
        setChoice(ownChoice);
    ask();
}

ListBody ListPane::body() const
{
    const Query now = query();
    return {.conditions = m_conditions, .orderBy = now.orderBy, .descending = now.descending};
}

void ListPane::saveList(const QString& name, bool anew)
{
    if (const ListChoice* fixed = fixedNow())
        m_conditions = conditionsOf(m_entity, fixed->filters, m_desk.me.user);
    const SavedList* saved = savedNow();
    const bool creates = anew || saved == nullptr;
    const Action action =
        creates ? savingNewList(m_entity, name, body()) : changingList(m_entity, *saved, name, body());
    m_desk.undo.perform(action, this, [this, sentence = action.name, creates](const Result<ReplicaWriter::Done>& done) {
        if (!done.ok()) {
            Q_EMIT notice(toQString(done.error().message), false);
            return;
        }
        if (creates)
            m_wanted = savedChoice(done->receipt.rows.front().key.id);
        readSaved();
        closePanels();
        focusList();
        Q_EMIT notice(sentence, true);
        Q_EMIT stateChanged();
    });
}

void ListPane::deleteList()
{
    const SavedList* saved = savedNow();
    if (saved == nullptr)
        return;
    const Action action = deletingList(*saved);
    m_desk.undo.perform(action, this, [this, sentence = action.name](const Result<ReplicaWriter::Done>& done) {
        if (done.ok()) {
            closePanels();
            setChoice(m_choices.front().id);
            choose();
            focusList();
        }
        Q_EMIT notice(done.ok() ? sentence : toQString(done.error().message), done.ok());
    });
}

void ListPane::editColumns()
{
    if (m_columnPanel == nullptr) {
        m_columnPanel = new ColumnPanel(m_entity, this);
        connect(m_columnPanel, &ColumnPanel::changed, this, &ListPane::takeShape);
        connect(m_columnPanel, &ColumnPanel::closed, this, [this] {
            closePanels();
            focusList();
        });
    }
    m_columnPanel->edit(m_shape);
    showPanel(m_columnPanel);
    m_columnPanel->begin();
}

void ListPane::takeShape(const ColumnPanel::Shape& shape)
{
    const bool more = shape.columns.size() > m_shape.columns.size();
    m_shape = shape;
    applyShape();
    if (more)
        Q_EMIT roomWanted(m_table->horizontalHeader()->length() + 24);
}

void ListPane::applyShape()
{
    QStringList heads;
    QList<bool> figures;
    std::vector<int> widths;
    int sorted = m_shape.byName ? 0 : -1;
    for (const ListColumn& column : m_shape.columns) {
        heads << columnWord(m_entity, column);
        figures << holdsFigures(m_entity, column);
        widths.push_back(widthOf(m_entity, column));
        if (m_shape.sortBy && placeOf(m_entity, column.field, column.member) == *m_shape.sortBy)
            sorted = static_cast<int>(heads.size());
    }
    const QStringList closed = m_model->closedHeadings();
    m_model->setHeadings(m_shape.headings);
    m_model->setClosedHeadings(closed);
    m_model->setColumns(heads, figures, cellsOf(m_shape.columns));
    m_table->showColumns(m_nameWidth, widths);
    m_table->showSort(sorted, m_shape.descending);
    ask();
}

void ListPane::sortBy(int column)
{
    const auto place =
        column == 0 ? std::nullopt
                    : std::optional(placeOf(m_entity, m_shape.columns[static_cast<std::size_t>(column) - 1].field,
                                            m_shape.columns[static_cast<std::size_t>(column) - 1].member));
    const bool again = column == 0 ? m_shape.byName : m_shape.sortBy == place;
    m_shape.descending = again && !m_shape.descending;
    m_shape.byName = column == 0;
    m_shape.sortBy = place;
    applyShape();
}

void ListPane::takeMouseShape()
{
    m_nameWidth = m_table->nameWidth();
    std::vector<ListColumn> columns;
    bool moved = false;
    for (const int at : m_table->order()) {
        moved = moved || static_cast<std::size_t>(at) != columns.size();
        ListColumn column = m_shape.columns[static_cast<std::size_t>(at)];
        column.width = m_table->columnWidth(at + 1);
        columns.push_back(std::move(column));
    }
    m_shape.columns = std::move(columns);
    if (moved)
        applyShape();
    if (m_columnPanel != nullptr && m_columnPanel->isVisible())
        m_columnPanel->edit(m_shape);
    Q_EMIT stateChanged();
}

void ListPane::showMarks()
{
    const std::int64_t marked = m_model->markedCount();
    m_marksSaid->setText(tr("%Ln marked", nullptr, static_cast<int>(marked)));
    m_marks->setVisible(marked > 0);
    if (marked == 0 && m_bulkPanel != nullptr && m_bulkPanel->isVisible()) {
        closePanels();
        focusList();
    }
}

void ListPane::changeMarked()
{
    if (m_bulkPanel == nullptr) {
        m_bulkPanel = new BulkPanel(m_desk, m_entity, this);
        connect(m_bulkPanel, &BulkPanel::done, this, [this](const QString& sentence, bool undoable) {
            Q_EMIT notice(sentence, undoable);
            if (undoable)
                m_model->clearMarks();
        });
        connect(m_bulkPanel, &BulkPanel::closed, this, [this] {
            closePanels();
            focusList();
        });
    }
    if (!m_bulkPanel->isOffered()) {
        Q_EMIT notice(tr("Your role may not change these."), false);
        return;
    }
    if (m_model->markedCount() == 0)
        m_model->toggleMark(m_table->currentIndex().row());
    if (m_model->markedCount() == 0)
        return;
    showPanel(m_bulkPanel);
    m_bulkPanel->ask(m_model->query(), m_model->marks());
}

void ListPane::exportList()
{
    if (m_exportPanel == nullptr) {
        m_exportPanel = new ExportPanel(m_desk, m_entity, this);
        connect(m_exportPanel, &ExportPanel::closed, this, [this] {
            closePanels();
            focusList();
        });
    }
    showPanel(m_exportPanel);
    m_exportPanel->ask(m_model->query(), m_shape.columns, m_model->recordCount(), m_model->marks(),
                       m_model->markedCount());
}

void ListPane::save(QSettings& settings, const QString& group) const
{
    const auto set = [&](const char* key, const QVariant& value) {
        settings.setValue(group + QLatin1Char('/') + QLatin1String(key), value);
    };
    set("filter", filterText());
    set("choice", m_wanted.isEmpty() ? choiceId() : m_wanted);
    set("conditions", toQString(writeListBody(m_entity, {.conditions = m_conditions})));
    set("columns", columnTexts(m_entity, m_shape.columns));
    set("nameWidth", m_nameWidth);
    set("sort", m_shape.byName ? QStringLiteral("-") : placeText(m_entity, m_shape.sortBy));
    set("descending", m_shape.descending);
    set("headings", placeText(m_entity, m_shape.headings));
    set("closedHeadings", m_model->closedHeadings());
}

void ListPane::restore(const QSettings& settings, const QString& group)
{
    const auto kept = [&](const char* key) { return settings.value(group + QLatin1Char('/') + QLatin1String(key)); };
    m_shape = {};
    for (const QString& each : kept("columns").toStringList())
        if (auto column = columnFrom(m_entity, each))
            m_shape.columns.push_back(std::move(*column));
    m_nameWidth = kept("nameWidth").toInt();
    const QString sort = kept("sort").toString();
    m_shape.byName = sort == QLatin1String("-");
    m_shape.sortBy = m_shape.byName ? std::nullopt : placeFrom(m_entity, sort);
    m_shape.descending = kept("descending").toBool();
    m_shape.headings = placeFrom(m_entity, kept("headings").toString());
    m_model->setClosedHeadings(kept("closedHeadings").toStringList());
    if (auto conditions = readListBody(m_entity, fromQString(kept("conditions").toString())); conditions.ok())
        m_conditions = std::move(conditions->conditions);
    const QString choice = kept("choice").toString();
    if (choice.startsWith(QLatin1String("saved:")))
        m_wanted = choice; // when the saved lists have been read
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->setText(kept("filter").toString());
    }
    setChoice(m_wanted.isEmpty() ? choice : ownChoice);
    if (fixedNow() != nullptr)
        m_conditions.clear();
    applyShape();
}

void giveListRoom(QSplitter& splitter, int wanted)
{
    const QList<int> sizes = splitter.sizes();
    const int list = qMax(sizes[0], qMin(wanted, sizes[0] + sizes[1] - splitter.widget(1)->minimumWidth()));
    splitter.setSizes({list, sizes[0] + sizes[1] - list});
}

} // namespace satchel::ui
