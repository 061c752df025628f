// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ListColumns.h"

#include "core/base/Decimal.h"
#include "core/schema/Composite.h"
#include "core/schema/ValueText.h"
#include "ui/models/Labels.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QDateTime>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr int narrowestColumn = 48;
constexpr int widestColumn = 1200;

QString memberText(const Value& group, const std::string& member)
{
    if (const auto members = readGroup(group.text()); members.ok())
        for (const auto& [name, part] : *members)
            if (name == member)
                return toQString(part);
    return {};
}

QString cellOf(const Record& record, const ListColumn& column, const LabelOf& labels)
{
    const Field& field = record.entity->fields[column.field];
    const Value& value = record.values[column.field];
    return oneLine(column.member.empty() ? valueWord(field, value, labels) : memberText(value, column.member), 200);
}

TableCell fileCell(const Record& record, const ListColumn& column, const LabelOf& labels)
{
    const Field& field = record.entity->fields[column.field];
    const Value& value = record.values[column.field];
    if (value.isNull())
        return {};
    if (!column.member.empty())
        return {.kind = TableCell::Kind::Words, .content = fromQString(memberText(value, column.member))};
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Decimal: return {.kind = TableCell::Kind::Number, .content = formatValue(field, value)};
    case FieldType::Money:
        if (const auto money = Money::parse(value.text()))
            return {.kind = TableCell::Kind::Number, .content = money->amount.toString(), .unit = money->currency};
        break;
    case FieldType::Date: return {.kind = TableCell::Kind::Day, .content = value.text()};
    case FieldType::Instant:
        return {.kind = TableCell::Kind::Moment,
                .content = fromQString(
                    QDateTime::fromMSecsSinceEpoch(value.integer()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))};
    case FieldType::Notes: return {.kind = TableCell::Kind::Words, .content = value.text()};
    default: break;
    }
    return {.kind = TableCell::Kind::Words, .content = fromQString(valueWord(field, value, labels))};
}

std::vector<ListColumn> columnsNamed(const Entity& entity, std::initializer_list<const char*> names)
{
    std::vector<ListColumn> columns;
    for (const char* name : names)
        if (auto column = columnFrom(entity, QString::fromLatin1(name)))
            columns.push_back(std::move(*column));
    return columns;
}

} // namespace

QString columnWord(const Entity& entity, const ListColumn& column)
{
    return column.member.empty() ? fieldWord(entity.fields[column.field]) : memberWord(column.member);
}

bool holdsFigures(const Entity& entity, const ListColumn& column)
{
    const FieldType type = entity.fields[column.field].type;
    return type == FieldType::Integer || type == FieldType::Decimal || type == FieldType::Money;
}

int widthOf(const Entity& entity, const ListColumn& column)
{
    if (column.width > 0)
        return std::clamp(column.width, narrowestColumn, widestColumn);
    switch (entity.fields[column.field].type) {
    case FieldType::Notes:
    case FieldType::Timeline: return 260;
    case FieldType::Boolean:
    case FieldType::Integer: return 96;
    default: return column.member.empty() ? 148 : 120;
    }
}

std::vector<ListColumn> possibleColumns(const Entity& entity)
{
    std::vector<ListColumn> columns;
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        const Field& field = entity.fields[i];
        if (entity.label == std::vector<std::string>{field.name} || field.type == FieldType::Timeline)
            continue; // the name has the first column
        columns.push_back({i});
        for (const std::string& member : field.members)
            columns.push_back({i, member});
    }
    return columns;
}

std::vector<ListColumn> possibleHeadings(const Entity& entity)
{
    std::vector<ListColumn> columns;
    for (ListColumn& column : possibleColumns(entity)) {
        const Field& field = entity.fields[column.field];
        const bool few = field.type == FieldType::Choice || field.type == FieldType::Boolean ||
                         field.type == FieldType::Reference || !column.member.empty();
        const bool word = field.type == FieldType::Text && field.max <= 120 && !field.phone && !field.email;
        if (few || word)
            columns.push_back(std::move(column));
    }
    return columns;
}

std::vector<ListColumn> usualColumns(const Entity& entity)
{
    return columnsNamed(entity, {"number", "company", "job_title", "account", "status", "decision_role", "industry",
                                 "address.city", "phone", "mobile", "email", "owner", "date", "valid_until",
                                 "ordered_on", "net", "next_step"});
}

QString columnText(const Entity& entity, const ListColumn& column)
{
    const std::string name = entity.fields[column.field].name + (column.member.empty() ? "" : "." + column.member);
    return toQString(name) + (column.width > 0 ? QStringLiteral(":%1").arg(column.width) : QString());
}

std::optional<ListColumn> columnFrom(const Entity& entity, const QString& text)
{
    const std::string name = fromQString(text.section(QLatin1Char(':'), 0, 0));
    const std::size_t dot = name.find('.');
    const auto field = entity.indexOf(name.substr(0, dot));
    if (!field)
        return std::nullopt;
    ListColumn column{*field, dot == std::string::npos ? std::string() : name.substr(dot + 1),
                      text.section(QLatin1Char(':'), 1, 1).toInt()};
    const auto& members = entity.fields[*field].members;
    if (!column.member.empty() && std::find(members.begin(), members.end(), column.member) == members.end())
        return std::nullopt;
    return column;
}

CellMaker cellsOf(std::vector<ListColumn> columns)
{
    if (columns.empty())
        return {};
    return [columns = std::move(columns)](Replica& replica, const Record& record) {
        const LabelOf labels = labelsOf(replica);
        QStringList cells;
        for (const ListColumn& column : columns)
            cells << cellOf(record, column, labels);
        return cells;
    };
}

std::vector<TableCell> fileCells(Replica& replica, const Record& record, const std::vector<ListColumn>& columns)
{
    const LabelOf labels = labelsOf(replica);
    std::vector<TableCell> cells = {{.kind = TableCell::Kind::Words, .content = record.label()}};
    for (const ListColumn& column : columns)
        cells.push_back(fileCell(record, column, labels));
    return cells;
}

} // namespace satchel::ui
