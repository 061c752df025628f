// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteModel.h"

#include <QUuid>

#include <algorithm>
#include <set>
#include <utility>

namespace satchel::ui {

namespace {

// The entry row needs a name of its own, like any row.
const Id& entryId()
{
    static const Id id = Id::derived("satchel quote grid", "entry");
    return id;
}

constexpr auto at(QuoteColumn column)
{
    return static_cast<std::size_t>(column);
}

bool isNumber(QuoteColumn column)
{
    return column >= QuoteColumn::Quantity && column != QuoteColumn::Unit;
}

// Numbers stand at the right in every language, so that their decimals stand below one another.
QVariant alignmentOf(QuoteColumn column)
{
    return QVariant::fromValue(Qt::AlignVCenter |
                               (isNumber(column) ? Qt::AlignRight | Qt::AlignAbsolute : Qt::Alignment(Qt::AlignLeft)));
}

} // namespace

QuoteModel::QuoteModel(QObject* parent) : QAbstractTableModel(parent) {}

int QuoteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int QuoteModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : quoteColumns;
}

QVariant QuoteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<QuoteColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case QuoteColumn::Number: return tr("#");
    case QuoteColumn::Code: return tr("Product");
    case QuoteColumn::Description: return tr("Description");
    case QuoteColumn::Quantity: return tr("Quantity");
    case QuoteColumn::Unit: return tr("Unit");
    case QuoteColumn::ListPrice: return tr("List price");
    case QuoteColumn::Discount: return tr("Discount");
    case QuoteColumn::UnitPrice: return m_discounted ? tr("Net price") : tr("Price");
    case QuoteColumn::Net: return tr("Amount");
    case QuoteColumn::Margin: return tr("Margin");
    }
    return {};
}

bool QuoteModel::isCellEditable(int index, QuoteColumn column) const
{
    if (!m_editable || index < 0 || index >= rowCount())
        return false;
    const QuoteRow& each = row(index);
    switch (each.kind) {
    case QuoteRow::Kind::Group:
    case QuoteRow::Kind::Text: return column == QuoteColumn::Description;
    case QuoteRow::Kind::Entry:
        return column == QuoteColumn::Description || (column == QuoteColumn::Code && !m_place.text);
    case QuoteRow::Kind::Coming:
    case QuoteRow::Kind::Line: break;
    }
    switch (column) {
    case QuoteColumn::Code:
    case QuoteColumn::Quantity:
    case QuoteColumn::Unit: return each.bundle.isNull() && !each.free;
    case QuoteColumn::Description: return true;
    case QuoteColumn::Discount:
    case QuoteColumn::UnitPrice: return !each.free && !each.included;
    default: return false;
    }
}

Qt::ItemFlags QuoteModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.isValid() && isCellEditable(index.row(), static_cast<QuoteColumn>(index.column())))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant QuoteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const QuoteRow& each = row(index.row());
    const auto column = static_cast<QuoteColumn>(index.column());
    const Typed* own = typed(index.row(), column);
    switch (role) {
    case Qt::DisplayRole:
        if (own != nullptr)
            return own->text;
        if (each.kind == QuoteRow::Kind::Entry && column == QuoteColumn::Description && m_editable)
            return m_place.text ? tr("Type the text") : tr("Type a product to add a line");
        return each.text(column);
    case Qt::EditRole: return own != nullptr ? own->text : each.typed[at(column)];
    case Qt::TextAlignmentRole: return alignmentOf(column);
    case Qt::ToolTipRole: {
        if (own != nullptr && !own->wrong.isEmpty())
            return own->wrong;
        QStringList lines = each.steps;
        if (!each.exactPrice.isEmpty())
            lines.prepend(tr("Exactly %1 for one").arg(each.exactPrice));
        lines << notesOf(each.id);
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole: {
        QStringList parts = {headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                             own != nullptr ? own->text : each.text(column)};
        if (column == QuoteColumn::Description && !each.mark.isEmpty())
            parts << each.mark;
        if (own != nullptr && !own->wrong.isEmpty())
            parts << own->wrong;
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

int QuoteModel::indexOf(const Id& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const QuoteRow& each) { return each.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

const QuoteRow* QuoteModel::find(const Id& id) const
{
    const int at = indexOf(id);
    return at < 0 ? nullptr : &row(at);
}

QString QuoteModel::calledInSentence(const Id& id) const
{
    const QuoteRow* found = find(id);
    const QString number = found == nullptr ? QString() : found->text(QuoteColumn::Number);
    return number.isEmpty() ? tr("the new line") : tr("line %1").arg(number);
}

int QuoteModel::entryRow() const
{
    return indexOf(entryId());
}

void QuoteModel::clear()
{
    m_sheet.clear();
    m_coming.clear();
    m_typed.clear();
    m_notes.clear();
    m_place = {};
    m_editable = false;
    replace({});
}

void QuoteModel::show(const QuoteSheet& sheet, std::uint64_t asked)
{
    m_sheet = sheet.rows;
    m_editable = sheet.readOnly.isEmpty();
    std::erase_if(m_typed, [&](const auto& each) { return each.second.saved != 0 && each.second.saved <= asked; });
    for (std::size_t i = 0; i < m_coming.size();) {
        const Coming& each = m_coming[i];
        const bool there = !each.line.isNull() && std::any_of(m_sheet.begin(), m_sheet.end(),
                                                              [&](const QuoteRow& row) { return row.id == each.line; });
        if (there && (!m_place.after.isNull() || m_place.first))
            m_place = {.after = each.line};
        if (there || (!each.line.isNull() && each.saved <= asked)) // or it has been taken out again
            m_coming.erase(m_coming.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
    arrange();
}

// What was typed stands where the next line is typed.
std::size_t QuoteModel::placeOfEntry(const std::vector<QuoteRow>& rows) const
{
    if (m_place.after.isNull() && m_place.group.isNull())
        return m_place.first ? 0 : rows.size();
    const Id& anchor = m_place.after.isNull() ? m_place.group : m_place.after;
    std::size_t place = rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QuoteRow& each = rows[i];
        const bool belongs = m_place.after.isNull() ? (!m_place.first && each.group == anchor) : each.bundle == anchor;
        if (each.id == anchor || belongs)
            place = i + 1;
    }
    return place;
}

void QuoteModel::arrange()
{
    std::vector<QuoteRow> rows = m_sheet;
    std::vector<QuoteRow> added;
    for (const Coming& each : m_coming)
        added.push_back(each.row);
    if (m_editable)
        added.push_back({.kind = QuoteRow::Kind::Entry, .id = entryId()});
    const auto place = rows.begin() + static_cast<std::ptrdiff_t>(placeOfEntry(rows));
    rows.insert(place, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    replace(std::move(rows));
}

// Rows that stay are not touched: only what stands between the same beginning and the same end comes and goes.
void QuoteModel::replace(std::vector<QuoteRow> rows)
{
    const std::size_t least = std::min(rows.size(), m_rows.size());
    std::size_t begin = 0;
    while (begin < least && rows[begin].id == m_rows[begin].id)
        ++begin;
    std::size_t end = 0;
    while (end < least - begin && rows[rows.size() - 1 - end].id == m_rows[m_rows.size() - 1 - end].id)
        ++end;
    const auto first = static_cast<std::ptrdiff_t>(begin);
    const auto tail = static_cast<std::ptrdiff_t>(end);
    if (m_rows.size() > begin + end) {
        beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(m_rows.size() - end) - 1);
        m_rows.erase(m_rows.begin() + first, m_rows.end() - tail);
        endRemoveRows();
    }
    if (rows.size() > begin + end) {
        beginInsertRows({}, static_cast<int>(begin), static_cast<int>(rows.size() - end) - 1);
        m_rows.insert(m_rows.begin() + first, rows.begin() + first, rows.end() - tail);
        endInsertRows();
    }
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!(rows[i] == m_rows[i])) {
            m_rows[i] = std::move(rows[i]);
            touch(m_rows[i].id);
        }
    nameThePrice();
}

// What is left after a discount must not look like the price it was taken off.
void QuoteModel::nameThePrice()
{
    const bool discounted = std::any_of(
        m_rows.begin(), m_rows.end(), [](const QuoteRow& each) { return !each.text(QuoteColumn::Discount).isEmpty(); });
    if (discounted == std::exchange(m_discounted, discounted))
        return;
    const int column = static_cast<int>(QuoteColumn::UnitPrice);
    Q_EMIT headerDataChanged(Qt::Horizontal, column, column);
}

void QuoteModel::touch(const Id& id)
{
    if (const int found = indexOf(id); found >= 0)
        Q_EMIT dataChanged(index(found, 0), index(found, quoteColumns - 1));
}

void QuoteModel::setNotes(const std::vector<QuoteNote>& notes)
{
    std::map<Id, QStringList> byLine;
    for (const QuoteNote& note : notes)
        byLine[note.line] << note.text;
    byLine.swap(m_notes);
    for (const QuoteRow& each : m_rows) {
        const auto before = byLine.find(each.id);
        if (notesOf(each.id) != (before == byLine.end() ? QStringList() : before->second))
            touch(each.id);
    }
}

QStringList QuoteModel::notesOf(const Id& line) const
{
    const auto found = m_notes.find(line);
    return found == m_notes.end() ? QStringList() : found->second;
}

const QuoteModel::Typed* QuoteModel::typed(int index, QuoteColumn column) const
{
    const auto found = m_typed.find({row(index).id, static_cast<int>(column)});
    return found == m_typed.end() ? nullptr : &found->second;
}

void QuoteModel::setTyped(const Id& id, QuoteColumn column, const QString& text)
{
    m_typed[{id, static_cast<int>(column)}] = {text};
    touch(id);
}

void QuoteModel::setWrong(const Id& id, QuoteColumn column, const QString& sentence)
{
    m_typed[{id, static_cast<int>(column)}].wrong = sentence;
    touch(id);
}

void QuoteModel::setSaved(const Id& id, QuoteColumn column, const QString& text, std::uint64_t next)
{
    if (const auto found = m_typed.find({id, static_cast<int>(column)});
        found != m_typed.end() && found->second.text == text) {
        found->second.saved = next;
        touch(id); // nobody need wait for it any more, also where it changed nothing
    }
}

void QuoteModel::forget(const Id& id, QuoteColumn column)
{
    m_typed.erase({id, static_cast<int>(column)});
    touch(id);
}

std::optional<std::pair<int, QuoteColumn>> QuoteModel::firstWrong() const
{
    std::optional<std::pair<int, QuoteColumn>> first;
    for (const auto& [key, each] : m_typed)
        if (const int found = each.wrong.isEmpty() ? -1 : indexOf(key.first);
            found >= 0 && (!first || found < first->first))
            first = {found, static_cast<QuoteColumn>(key.second)};
    return first;
}

std::vector<QuoteModel::Unfinished> QuoteModel::unfinished() const
{
    std::vector<Unfinished> all;
    std::set<int> known;
    const auto add = [&](int row, QuoteColumn column, const QString& wrong) {
        all.push_back({row, column, wrong});
        known.insert(row);
    };
    for (const auto& [key, each] : m_typed)
        if (const int found = each.wrong.isEmpty() ? -1 : indexOf(key.first); found >= 0)
            add(found, static_cast<QuoteColumn>(key.second), each.wrong);
    // What waits beside a value that was refused comes with it.
    for (const auto& [key, each] : m_typed)
        if (const int found = each.saved == 0 && each.wrong.isEmpty() ? indexOf(key.first) : -1;
            found >= 0 && !known.contains(found))
            add(found, static_cast<QuoteColumn>(key.second), {});
    for (const Coming& each : m_coming)
        if (const int found = each.line.isNull() ? indexOf(each.row.id) : -1; found >= 0 && !known.contains(found))
            add(found, QuoteColumn::Code, {});
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    return all;
}

void QuoteModel::setEntryPlace(const EntryPlace& place)
{
    m_place = place;
    arrange();
    touch(entryId());
}

Id QuoteModel::addComing(const QString& product, const QString& description, bool isText)
{
    const Id id = Id::derived("satchel quote grid", QUuid::createUuid().toByteArray().toStdString());
    QuoteRow coming{.kind = isText ? QuoteRow::Kind::Text : QuoteRow::Kind::Coming, .id = id};
    coming.shown[at(QuoteColumn::Code)] = coming.typed[at(QuoteColumn::Code)] = product;
    coming.shown[at(QuoteColumn::Description)] = description;
    m_coming.push_back({.row = coming});
    arrange();
    return id;
}

void QuoteModel::setCame(const Id& coming, const Id& line, std::uint64_t next)
{
    const auto found =
        std::find_if(m_coming.begin(), m_coming.end(), [&](const Coming& each) { return each.row.id == coming; });
    if (found == m_coming.end())
        return;
    found->line = line;
    found->saved = next;
    found->row.id = line;
    rename(coming, line);
    if (std::any_of(m_sheet.begin(), m_sheet.end(), [&](const QuoteRow& each) { return each.id == line; }))
        m_coming.erase(found);
    arrange();
}

// The row keeps its place, its selection and what was typed into it.
void QuoteModel::rename(const Id& from, const Id& to)
{
    for (QuoteRow& each : m_rows)
        if (each.id == from)
            each.id = to;
    for (auto each = m_typed.begin(); each != m_typed.end();)
        if (each->first.first == from) {
            m_typed[{to, each->first.second}] = each->second;
            each = m_typed.erase(each);
        } else {
            ++each;
        }
}

void QuoteModel::removeComing(const Id& coming)
{
    std::erase_if(m_coming, [&](const Coming& each) { return each.row.id == coming; });
    std::erase_if(m_typed, [&](const auto& each) { return each.first.first == coming; });
    arrange();
}

} // namespace satchel::ui
