// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RecordListModel.h"

#include "ui/widgets/Words.h"

#include <algorithm>

// Headings that open and close, and marks.

namespace satchel::ui {

bool RecordListModel::isHeading(int index) const
{
    const Place place = placeOf(index);
    return place.section >= 0 && place.offset < 0;
}

std::vector<int> RecordListModel::headingRows() const
{
    std::vector<int> rows;
    if (m_grouped)
        for (const Section& section : m_sections)
            rows.push_back(section.first);
    return rows;
}

void RecordListModel::toggleHeading(int index)
{
    const Place place = placeOf(index);
    if (place.section < 0 || place.offset >= 0)
        return;
    beginResetModel();
    Section& section = m_sections[static_cast<std::size_t>(place.section)];
    section.open = !section.open;
    if (section.open)
        m_closed.erase(section.name);
    else
        m_closed.insert(section.name);
    arrange();
    endResetModel();
}

QStringList RecordListModel::closedHeadings() const
{
    return {m_closed.begin(), m_closed.end()};
}

void RecordListModel::setClosedHeadings(const QStringList& keys)
{
    m_closed = {keys.begin(), keys.end()};
}

std::int64_t RecordListModel::markedCount() const
{
    const auto some = static_cast<std::int64_t>(m_marks.ids.size());
    return m_marks.all ? std::max<std::int64_t>(m_total - some, 0) : some;
}

void RecordListModel::toggleMark(int index)
{
    if (const RecordRow* found = row(index))
        markNames({found->record.id}, !m_marks.isMarked(found->record.id));
}

void RecordListModel::markNames(const std::vector<Id>& ids, bool marked)
{
    for (const Id& id : ids) {
        if (marked == m_marks.all)
            m_marks.ids.erase(id);
        else
            m_marks.ids.insert(id);
    }
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1), {MarkedRole});
    Q_EMIT marksChanged();
}

void RecordListModel::markRange(int first, int last, bool marked)
{
    if (first > last)
        std::swap(first, last);
    if (last - first >= mostMarkedAtOnce) {
        Q_EMIT failed(tr("These are too many to mark one by one. Ctrl+A marks all of the list."));
        return;
    }
    std::vector<Id> here;
    for (int at = first; at <= last;) {
        const Place place = placeOf(at);
        if (place.section < 0)
            break;
        if (const RecordRow* found = row(at)) {
            here.push_back(found->record.id);
            ++at;
            continue;
        }
        if (place.offset < 0) {
            ++at;
            continue;
        }
        int end = at; // a stretch of one section that is not here
        while (end <= last && placeOf(end).section == place.section && row(end) == nullptr)
            ++end;
        m_reader.ask(
            this,
            [query = sectionQuery(place.section), from = place.offset, most = end - at](Replica& replica) {
                return replica.ids(query, from, most);
            },
            [this, marked, generation = m_generation->load()](const Result<std::vector<Id>>& ids) {
                if (*m_generation == generation && ids.ok())
                    markNames(*ids, marked);
            });
        at = end;
    }
    if (!here.empty())
        markNames(here, marked);
}

void RecordListModel::markAll()
{
    m_marks = {.all = true, .ids = {}};
    markNames({}, true);
}

void RecordListModel::clearMarks()
{
    if (!m_marks.all && m_marks.ids.empty())
        return;
    m_marks = {};
    markNames({}, false);
}

} // namespace satchel::ui
