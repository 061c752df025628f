// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/RecordListModel.h"

#include "ui/language/Sentences.h"
#include "ui/widgets/Text.h"

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr std::size_t pagesKept = 40;
}

RecordListModel::RecordListModel(ReplicaReader& reader, RowMaker maker, QObject* parent)
    : QAbstractTableModel(parent), m_reader(reader), m_maker(std::move(maker))
{}

void RecordListModel::setQuery(const Query& query)
{
    m_query = query;
    m_query.limit = pageSize;
    m_query.after.clear();
    restart(true);
}

void RecordListModel::refresh()
{
    if (m_query.entity != nullptr)
        restart(false);
}

void RecordListModel::restart(bool fresh)
{
    const std::uint64_t generation = ++*m_generation;
    m_asked.clear();
    std::vector<int> pages = {0};
    if (!fresh) { // the pages looked at last come back with the first answer, so that nothing flickers
        std::vector<std::pair<std::uint64_t, int>> recent;
        for (const auto& [number, page] : m_pages)
            recent.emplace_back(page.used, number);
        std::sort(recent.rbegin(), recent.rend());
        for (std::size_t i = 0; i < recent.size() && i < 3; ++i)
            pages.push_back(recent[i].second);
    }
    m_reader.ask(this,
                 ReplicaThread::Question([this, generation, current = m_generation, query = m_query, maker = m_maker,
                                          pages, fresh](Replica& replica) -> ReplicaThread::Answer {
                     if (*current != generation)
                         return {}; // overtaken by the next keystroke
                     auto answer = std::make_shared<Answer>(load(replica, query, maker, pages, true));
                     return [this, answer, generation, fresh] {
                         if (*m_generation == generation)
                             show(*answer, fresh);
                     };
                 }));
}

RecordListModel::Page RecordListModel::read(Replica& replica, Query query, const RowMaker& maker, int page,
                                            const std::string& after)
{
    query.after = after;
    const auto found =
        after.empty() && page > 0 ? replica.listAt(query, std::int64_t{page} * pageSize) : replica.list(query);
    Page result;
    if (!found.ok())
        return result;
    for (const Record& record : found->rows)
        result.rows.push_back(maker(replica, record));
    result.next = found->next;
    return result;
}

RecordListModel::Answer RecordListModel::load(Replica& replica, const Query& query, const RowMaker& maker,
                                              const std::vector<int>& pages, bool counted)
{
    Answer answer;
    if (counted) {
        const auto total = replica.count(query);
        if (!total.ok()) {
            answer.error = total.error();
            return answer;
        }
        answer.total = *total;
    }
    for (const int page : pages)
        if (!answer.pages.contains(page) &&
            (!counted || std::int64_t{page} * pageSize < std::max<std::int64_t>(answer.total, 1)))
            answer.pages[page] = read(replica, query, maker, page, {});
    return answer;
}

void RecordListModel::show(const Answer& answer, bool fresh)
{
    if (answer.error) {
        Q_EMIT failed(sentenceWord(toQString(answer.error->message)));
        return;
    }
    const int total = static_cast<int>(std::min<std::int64_t>(answer.total, 20'000'000));
    const bool sameSize = m_loaded && !fresh && total == m_total;
    if (!sameSize)
        beginResetModel();
    m_total = total;
    m_pages = answer.pages;
    for (auto& [number, page] : m_pages)
        page.used = ++m_clock;
    m_loaded = true;
    if (sameSize) {
        if (m_total > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_total - 1, 0));
    } else {
        endResetModel();
    }
    Q_EMIT loaded(fresh);
}

int RecordListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_total;
}

int RecordListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1;
}

const RecordRow* RecordListModel::row(int index) const
{
    const auto found = m_pages.find(index / pageSize);
    if (found == m_pages.end())
        return nullptr;
    found->second.used = ++m_clock;
    const auto place = static_cast<std::size_t>(index % pageSize);
    return place < found->second.rows.size() ? &found->second.rows[place] : nullptr;
}

int RecordListModel::indexOf(const Id& id) const
{
    for (const auto& [number, page] : m_pages)
        for (std::size_t i = 0; i < page.rows.size(); ++i)
            if (page.rows[i].record.id == id)
                return number * pageSize + static_cast<int>(i);
    return -1;
}

QVariant RecordListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != RowRole && role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const RecordRow* found = row(index.row());
    if (found == nullptr) {
        fetch(index.row() / pageSize);
        return {};
    }
    if (role == RowRole)
        return QVariant::fromValue(*found);
    if (role == Qt::DisplayRole)
        return found->title;
    return QStringList{found->title, found->subtitle, found->pill, found->aside}.join(QStringLiteral(", "));
}

void RecordListModel::fetch(int page) const
{
    if (std::find(m_asked.begin(), m_asked.end(), page) != m_asked.end())
        return;
    m_asked.push_back(page);
    const auto before = m_pages.find(page - 1);
    const std::string after = before == m_pages.end() ? std::string() : before->second.next;
    auto* self = const_cast<RecordListModel*>(this); // answers come later, on this thread, when nobody is reading
    const std::uint64_t generation = *m_generation;
    m_reader.ask(self, ReplicaThread::Question([self, page, after, generation, current = m_generation, query = m_query,
                                                maker = m_maker](Replica& replica) -> ReplicaThread::Answer {
                     if (*current != generation)
                         return {};
                     auto loaded = std::make_shared<Page>(read(replica, query, maker, page, after));
                     return [self, page, loaded, generation] {
                         if (*self->m_generation != generation)
                             return;
                         std::erase(self->m_asked, page);
                         loaded->used = ++self->m_clock;
                         self->m_pages[page] = std::move(*loaded);
                         self->keepFew();
                         const int first = page * pageSize;
                         Q_EMIT self->dataChanged(self->index(first, 0),
                                                  self->index(std::min(first + pageSize, self->m_total) - 1, 0));
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
