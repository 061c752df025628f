// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/PriceModel.h"

#include "core/store/PricedProducts.h"
#include "core/store/ReplicaRecords.h"
#include "ui/prices/PriceWords.h"
#include "ui/widgets/Text.h"

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr std::size_t pagesKept = 40;

// A list on a day, read for one answer.
struct OnDay {
    sales::PriceListRecords list;
    std::string date;
    Id revision;
    ListWords words;
};

Result<OnDay> readOnDay(Replica& replica, RecordSource& records, const PriceListView& view)
{
    OnDay day;
    SATCHEL_ASSIGN(day.list, sales::readPriceList(records, view.list));
    day.date = view.date.empty() ? day.list.today(replica.environment().now()) : view.date;
    day.revision = sales::revisionOn(day.list, day.date);
    SATCHEL_ASSIGN(day.words, listWords(records, day.list));
    return day;
}

Result<PriceModel::Row> rowOf(RecordSource& records, const OnDay& day, const Record& product)
{
    PriceModel::Row row{.product = product.id};
    row.cells[PriceModel::Code] = toQString(product.value("code").text());
    row.cells[PriceModel::Name] = toQString(product.value("name").text());
    row.cells[PriceModel::Unit] = toQString(product.value("unit").text());
    SATCHEL_ASSIGN(const auto all, sales::readPrices(records, day.list, day.revision, product.id));
    const auto prices = sales::validOn(all, day.date);
    row.priced = !prices.empty();
    if (!row.priced) {
        row.cells[PriceModel::Price] = PriceModel::tr("not on this day");
        row.cells[PriceModel::Breaks] = pricesWord(all, day.words);
        return row;
    }
    const sales::ListPrice& first = prices.front();
    row.cells[PriceModel::Price] = amountWord(first, day.words);
    row.cells[PriceModel::Breaks] = breaksWord(prices, day.words);
    row.cells[PriceModel::Minimum] = first.minPrice ? moneyWord(*first.minPrice, day.words.currency) : QString();
    row.cells[PriceModel::ValidFrom] = dayWord(first.validFrom);
    row.cells[PriceModel::ValidTo] = dayWord(first.validTo);
    row.cells[PriceModel::Formula] = formulaWord(first, day.words);
    return row;
}

QString revisionOf(const OnDay& day)
{
    const Record* revision = day.list.revision(day.revision);
    if (revision == nullptr)
        return PriceModel::tr("no revision counts on this day");
    const QString number = revisionWord(revision->value("number").integer());
    const QString from = dayWord(revision->value("effective_from").text());
    return from.isEmpty() ? number : PriceModel::tr("%1, in force from %2").arg(number, from);
}

} // namespace

PriceModel::PriceModel(ReplicaReader& reader, QObject* parent) : QAbstractTableModel(parent), m_reader(reader) {}

void PriceModel::setView(const PriceListView& view)
{
    if (view.list != m_view.list || view.date != m_view.date)
        m_filled = {};
    m_view = view;
    restart(true);
}

void PriceModel::refresh()
{
    if (!m_view.list.isNull())
        restart(false);
}

void PriceModel::restart(bool fresh)
{
    const std::uint64_t generation = ++*m_generation;
    m_asked.clear();
    std::vector<int> pages = {0};
    if (!fresh)
        for (const auto& [number, page] : m_pages)
            if (number != 0 && pages.size() < 3)
                pages.push_back(number);
    m_reader.ask(this, ReplicaThread::Question([this, generation, current = m_generation, view = m_view, pages,
                                                fresh](Replica& replica) -> ReplicaThread::Answer {
                     if (*current != generation)
                         return {}; // overtaken by the next keystroke
                     auto answer = std::make_shared<Result<Answer>>(load(replica, view, pages, {}, true));
                     return [this, answer, generation, fresh] {
                         if (*m_generation != generation)
                             return;
                         if (answer->ok())
                             show(**answer, fresh);
                         else
                             Q_EMIT failed(toQString(answer->error().message));
                     };
                 }));
}

Result<PriceModel::Answer> PriceModel::load(Replica& replica, const PriceListView& view, const std::vector<int>& pages,
                                            const std::string& after, bool counted)
{
    ReplicaRecords records(replica.connection());
    SATCHEL_ASSIGN(const OnDay day, readOnDay(replica, records, view));
    const PricedProducts products(
        replica.connection(),
        {.list = view.list, .descent = sales::lineOfDescent(day.list, day.revision), .search = view.search});
    Answer answer{.total = 0, .revision = revisionOf(day), .pages = {}};
    if (counted) {
        SATCHEL_ASSIGN(answer.total, products.count());
    }
    for (const int number : pages) {
        const std::int64_t skipped = after.empty() ? std::int64_t{number} * pageSize : 0;
        if (counted && number != 0 && skipped >= answer.total)
            continue;
        SATCHEL_ASSIGN(const auto found, products.page(after, skipped, pageSize));
        Page page;
        page.next = found.next;
        for (const Record& product : found.rows) {
            SATCHEL_ASSIGN(Row row, rowOf(records, day, product));
            page.rows.push_back(std::move(row));
        }
        answer.pages[number] = std::move(page);
    }
    return answer;
}

void PriceModel::show(const Answer& answer, bool fresh)
{
    const int total = static_cast<int>(std::min<std::int64_t>(answer.total, 20'000'000));
    const bool sameSize = m_loaded && !fresh && total == m_total;
    if (!sameSize)
        beginResetModel();
    m_total = total;
    m_revision = answer.revision;
    m_pages = answer.pages;
    for (auto& [number, page] : m_pages) {
        page.used = ++m_clock;
        lookWhatIsFilled(page);
    }
    m_loaded = true;
    if (!sameSize)
        endResetModel();
    else if (m_total > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_total - 1, Columns - 1));
    Q_EMIT loaded(fresh);
}

int PriceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_total;
}

int PriceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QVariant PriceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Price || section == Minimum ? Qt::AlignTrailing : Qt::AlignLeading) |
                                   Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Code"),    tr("Product"),    tr("Unit"),        tr("Price"),  tr("Larger quantities"),
                             tr("Minimum"), tr("Valid from"), tr("Valid until"), tr("Formula")};
    return names[section];
}

const PriceModel::Row* PriceModel::row(int index) const
{
    const auto found = index < 0 ? m_pages.end() : m_pages.find(index / pageSize);
    if (found == m_pages.end())
        return nullptr;
    found->second.used = ++m_clock;
    const auto place = static_cast<std::size_t>(index % pageSize);
    return place < found->second.rows.size() ? &found->second.rows[place] : nullptr;
}

QVariant PriceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Row* found = row(index.row());
    if (found != nullptr)
        return found->cells[index.column()];
    fetch(index.row() / pageSize);
    return index.column() == Code && role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
}

void PriceModel::fetch(int page) const
{
    if (std::find(m_asked.begin(), m_asked.end(), page) != m_asked.end())
        return;
    m_asked.push_back(page);
    const auto before = m_pages.find(page - 1);
    const std::string after = before == m_pages.end() ? std::string() : before->second.next;
    auto* self = const_cast<PriceModel*>(this); // answers come later, on this thread, when nobody is reading
    const std::uint64_t generation = *m_generation;
    m_reader.ask(self, ReplicaThread::Question([self, page, after, generation, current = m_generation,
                                                view = m_view](Replica& replica) -> ReplicaThread::Answer {
                     if (*current != generation)
                         return {};
                     auto answer = std::make_shared<Result<Answer>>(load(replica, view, {page}, after, false));
                     return [self, page, answer, generation] {
                         if (*self->m_generation != generation)
                             return;
                         std::erase(self->m_asked, page);
                         if (!answer->ok()) {
                             Q_EMIT self->failed(toQString(answer->error().message));
                             return;
                         }
                         self->m_pages[page] = std::move((*answer)->pages[page]);
                         self->m_pages[page].used = ++self->m_clock;
                         self->lookWhatIsFilled(self->m_pages[page]);
                         self->keepFew();
                         const int first = page * pageSize;
                         Q_EMIT self->dataChanged(
                             self->index(first, 0),
                             self->index(std::min(first + pageSize, self->m_total) - 1, Columns - 1));
                     };
                 }));
}

void PriceModel::lookWhatIsFilled(const Page& page)
{
    const auto before = m_filled;
    for (const Row& row : page.rows)
        for (std::size_t column = 0; column < Columns; ++column)
            m_filled[column] = m_filled[column] || !row.cells[column].isEmpty();
    if (m_filled != before)
        Q_EMIT filled();
}

void PriceModel::keepFew()
{
    while (m_pages.size() > pagesKept)
        m_pages.erase(std::min_element(m_pages.begin(), m_pages.end(),
                                       [](const auto& a, const auto& b) { return a.second.used < b.second.used; }));
}

} // namespace satchel::ui
