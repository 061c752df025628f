// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RecordListModel.h"

#include "core/schema/ValueText.h"
#include "ui/language/Sentences.h"
#include "ui/models/Labels.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <algorithm>
#include <utility>

namespace satchel::ui {

namespace {

constexpr std::size_t pagesKept = 40;
constexpr int mostListRows = 20'000'000;

QString headingLabel(const Field& field, const std::string& member, const Value& key, const LabelOf& labels)
{
    if (key.isNull())
        return RecordListModel::tr("No %1").arg(inSentence(member.empty() ? fieldWord(field) : memberWord(member)));
    return oneLine(member.empty() ? valueWord(field, key, labels) : toQString(key.text()), 120);
}

} // namespace

RecordListModel::RecordListModel(ReplicaReader& reader, RowMaker maker, QObject* parent)
    : QAbstractTableModel(parent), m_reader(reader), m_maker(std::move(maker))
{}

void RecordListModel::setQuery(const Query& query)
{
    m_query = query;
    m_query.limit = pageSize;
    m_query.after.clear();
    clearMarks();
    restart(true);
}

void RecordListModel::refresh()
{
    if (m_query.entity != nullptr)
        restart(false);
}

void RecordListModel::setColumns(const QStringList& heads, const QList<bool>& figures, CellMaker maker)
{
    beginResetModel();
    m_heads = heads;
    m_figures = figures;
    m_cells = std::move(maker);
    m_pages.clear();
    ++*m_generation;
    m_asked.clear();
    endResetModel();
}

void RecordListModel::setHeadings(const std::optional<std::size_t>& place)
{
    m_headings = place;
    m_closed.clear();
}

void RecordListModel::restart(bool fresh)
{
    const std::uint64_t generation = ++*m_generation;
    m_asked.clear();
    Wanted wanted{.query = m_query, .headings = m_headings, .maker = m_maker, .cells = m_cells, .pages = {}};
    if (!fresh) { // the pages looked at last come back with the first answer, so that nothing flickers
        std::vector<std::pair<std::uint64_t, PageKey>> recent;
        for (const auto& [key, page] : m_pages)
            recent.emplace_back(page.used, key);
        std::sort(recent.rbegin(), recent.rend());
        for (std::size_t i = 0; i < recent.size() && i < 3; ++i)
            wanted.pages.emplace_back(m_sections[static_cast<std::size_t>(recent[i].second.first)].name,
                                      recent[i].second.second);
    }
    m_reader.ask(this, ReplicaThread::Question([this, generation, current = m_generation, wanted = std::move(wanted),
                                                fresh](Replica& replica) -> ReplicaThread::Answer {
                     if (*current != generation)
                         return {}; // overtaken by the next keystroke
                     auto answer = std::make_shared<Answer>(load(replica, wanted));
                     return [this, answer, generation, fresh] {
                         if (*m_generation == generation)
                             show(*answer, fresh);
                     };
                 }));
}

RecordListModel::Page RecordListModel::read(Replica& replica, const Wanted& wanted, Query query, int page,
                                            const std::string& after)
{
    query.after = after;
    const auto found =
        after.empty() && page > 0 ? replica.listAt(query, std::int64_t{page} * pageSize) : replica.list(query);
    Page result;
    if (!found.ok())
        return result;
    for (const Record& record : found->rows) {
        result.rows.push_back(wanted.maker(replica, record));
        if (wanted.cells)
            result.cells.push_back(wanted.cells(replica, record));
    }
    result.next = found->next;
    return result;
}

Status RecordListModel::loadSections(Replica& replica, const Wanted& wanted, Answer& answer)
{
    if (!wanted.headings) {
        SATCHEL_ASSIGN(answer.total, replica.count(wanted.query));
        answer.sections.push_back({.key = {},
                                   .name = {},
                                   .label = {},
                                   .rows = static_cast<int>(std::min<std::int64_t>(answer.total, mostListRows))});
        return Ok{};
    }
    SATCHEL_ASSIGN(const std::vector<RowGroup> groups, replica.groups(wanted.query, *wanted.headings, mostHeadings));
    const Entity& entity = *wanted.query.entity;
    const Field& field = entity.fields[fieldAt(*wanted.headings)];
    const std::string& member = partAt(entity, *wanted.headings);
    const LabelOf labels = labelsOf(replica);
    for (const RowGroup& group : groups) {
        answer.sections.push_back(
            {.key = group.key,
             .name = group.key.isText() ? toQString(group.key.text()) : toQString(formatValue(field, group.key)),
             .label = headingLabel(field, member, group.key, labels),
             .rows = static_cast<int>(std::min<std::int64_t>(group.rows, mostListRows))});
        answer.total += group.rows;
    }
    return Ok{};
}

RecordListModel::Answer RecordListModel::load(Replica& replica, Wanted wanted)
{
    Answer answer;
    if (const Status found = loadSections(replica, wanted, answer); !found.ok()) {
        answer.error = found.error();
        return answer;
    }
    answer.unordered = answer.total > mostSortedRows && !wanted.query.isOrderedFast();
    if (answer.unordered) {
        wanted.query.orderBy.reset();
        wanted.query.descending = false;
    }
    int ahead = 0; // a page of rows at the top, and those looked at last
    for (std::size_t i = 0; i < answer.sections.size(); ++i) {
        const Section& section = answer.sections[i];
        Query query = wanted.query;
        if (wanted.headings)
            query.filters.push_back({*wanted.headings, Comparison::Equal, section.key});
        const auto take = [&](int page) {
            const PageKey key{static_cast<int>(i), page};
            if (!answer.pages.contains(key) && page * pageSize < std::max(section.rows, 1))
                answer.pages[key] = read(replica, wanted, query, page, {});
        };
        if (ahead < pageSize)
            take(0);
        ahead += section.rows;
        for (const auto& [name, page] : wanted.pages)
            if (name == section.name)
                take(page);
    }
    return answer;
}

void RecordListModel::show(const Answer& answer, bool fresh)
{
    if (answer.error) {
        Q_EMIT failed(sentenceWord(toQString(answer.error->message)));
        return;
    }
    std::vector<Section> sections = answer.sections;
    for (Section& section : sections)
        section.open = !m_closed.contains(section.name);
    std::swap(m_sections, sections);
    const int rows = m_rows;
    m_grouped = m_headings.has_value();
    arrange();
    const bool sameShape = m_loaded && !fresh && m_sections == sections;
    if (!sameShape) {
        const int now = std::exchange(m_rows, rows);
        beginResetModel();
        m_rows = now;
    }
    m_total = answer.total;
    m_effective = m_query;
    if (answer.unordered) {
        m_effective.orderBy.reset();
        m_effective.descending = false;
    }
    m_pages = answer.pages;
    for (auto& [key, page] : m_pages)
        page.used = ++m_clock;
    m_loaded = true;
    if (sameShape) {
        if (m_rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
    } else {
        endResetModel();
    }
    if (answer.unordered && fresh)
        Q_EMIT orderRefused();
    Q_EMIT loaded(fresh);
}

// Where each section begins.
void RecordListModel::arrange()
{
    std::int64_t at = 0;
    for (Section& section : m_sections) {
        section.first = static_cast<int>(at);
        at = std::min<std::int64_t>(at + (m_grouped ? 1 : 0) + (section.open ? section.rows : 0), mostListRows);
    }
    m_rows = static_cast<int>(at);
}

RecordListModel::Place RecordListModel::placeOf(int index) const
{
    if (index < 0 || index >= m_rows)
        return {};
    const auto behind = std::upper_bound(m_sections.begin(), m_sections.end(), index,
                                         [](int wanted, const Section& section) { return wanted < section.first; });
    if (behind == m_sections.begin())
        return {};
    const auto& section = *std::prev(behind);
    return {static_cast<int>(std::prev(behind) - m_sections.begin()), index - section.first - (m_grouped ? 1 : 0)};
}

Query RecordListModel::sectionQuery(int section) const
{
    Query query = m_effective;
    if (m_grouped && m_headings)
        query.filters.push_back({*m_headings, Comparison::Equal, m_sections[static_cast<std::size_t>(section)].key});
    return query;
}

int RecordListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int RecordListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(m_heads.size());
}

const RecordRow* RecordListModel::row(int index) const
{
    const Place place = placeOf(index);
    if (place.offset < 0)
        return nullptr;
    const auto found = m_pages.find({place.section, place.offset / pageSize});
    if (found == m_pages.end())
        return nullptr;
    found->second.used = ++m_clock;
    const auto at = static_cast<std::size_t>(place.offset % pageSize);
    return at < found->second.rows.size() ? &found->second.rows[at] : nullptr;
}

int RecordListModel::indexOf(const Id& id) const
{
    for (const auto& [key, page] : m_pages) {
        const Section& section = m_sections[static_cast<std::size_t>(key.first)];
        if (!section.open)
            continue;
        for (std::size_t i = 0; i < page.rows.size(); ++i)
            if (page.rows[i].record.id == id)
                return section.first + (m_grouped ? 1 : 0) + key.second * pageSize + static_cast<int>(i);
    }
    return -1;
}

QVariant RecordListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section > m_heads.size())
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return section == 0 ? tr("Name") : m_heads[section - 1];
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section > 0 && m_figures[section - 1] ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const bool spoken = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (role == FigureRole)
        return index.column() > 0 && m_figures[index.column() - 1];
    if (!spoken && role != RowRole && role != HeadingRole && role != MarkedRole)
        return {};
    const Place place = placeOf(index.row());
    if (place.section < 0)
        return {};
    if (place.offset < 0) {
        const Section& section = m_sections[static_cast<std::size_t>(place.section)];
        if (role == HeadingRole)
            return QVariant::fromValue(RowHeading{section.label, section.rows, section.open});
        return spoken ? QVariant(tr("%1, %2").arg(section.label, numberWord(section.rows))) : QVariant();
    }
    const RecordRow* found = row(index.row());
    if (found == nullptr) {
        if (role != HeadingRole)
            fetch({place.section, place.offset / pageSize});
        return {};
    }
    if (role == HeadingRole)
        return {};
    if (role == RowRole)
        return QVariant::fromValue(*found);
    if (role == MarkedRole)
        return m_marks.isMarked(found->record.id);
    if (index.column() > 0) {
        const auto& cells = m_pages.at({place.section, place.offset / pageSize}).cells;
        const auto at = static_cast<std::size_t>(place.offset % pageSize);
        return at < cells.size() ? cells[at].value(index.column() - 1) : QString();
    }
    if (role == Qt::DisplayRole)
        return found->title;
    QStringList parts{found->title, found->subtitle, found->pill, found->aside};
    if (m_marks.isMarked(found->record.id))
        parts.prepend(tr("Marked"));
    return parts.join(QStringLiteral(", "));
}

void RecordListModel::fetch(const PageKey& key) const
{
    if (std::find(m_asked.begin(), m_asked.end(), key) != m_asked.end())
        return;
    m_asked.push_back(key);
    const auto before = m_pages.find({key.first, key.second - 1});
    const std::string after = before == m_pages.end() ? std::string() : before->second.next;
    auto* self = const_cast<RecordListModel*>(this); // answers come later, on this thread, when nobody is reading
    const std::uint64_t generation = *m_generation;
    Wanted wanted{.query = sectionQuery(key.first), .headings = {}, .maker = m_maker, .cells = m_cells, .pages = {}};
    m_reader.ask(self, ReplicaThread::Question([self, key, after, generation, current = m_generation,
                                                wanted = std::move(wanted)](Replica& replica) -> ReplicaThread::Answer {
                     if (*current != generation)
                         return {};
                     auto loaded = std::make_shared<Page>(read(replica, wanted, wanted.query, key.second, after));
                     return [self, key, loaded, generation] {
                         if (*self->m_generation != generation)
                             return;
                         std::erase(self->m_asked, key);
                         loaded->used = ++self->m_clock;
                         self->m_pages[key] = std::move(*loaded);
                         self->keepFew();
                         const Section& section = self->m_sections[static_cast<std::size_t>(key.first)];
                         if (!section.open)
                             return;
                         const int first = section.first + (self->m_grouped ? 1 : 0) + key.second * pageSize;
                         Q_EMIT self->dataChanged(
                             self->index(first, 0),
                             self->index(std::min(first + pageSize, self->m_rows) - 1, self->columnCount() - 1));
                     };
                 }));
}

void RecordListModel::keepFew() const
{
    while (m_pages.size() > pagesKept)
        m_pages.erase(std::min_element(m_pages.begin(), m_pages.end(),
                                       [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
}

} // namespace satchel::ui
