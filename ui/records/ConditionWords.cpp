// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ConditionWords.h"

#include "ui/widgets/Words.h"

#include <QCoreApplication>

namespace satchel::ui {

namespace {

QString tr(const char* sentence)
{
    return QCoreApplication::translate("ConditionWords", sentence);
}

} // namespace

QString testWord(Condition::Test test)
{
    using Test = Condition::Test;
    switch (test) {
    case Test::Is: return tr("is");
    case Test::IsNot: return tr("is not");
    case Test::Contains: return tr("contains");
    case Test::Lacks: return tr("does not contain");
    case Test::Empty: return tr("is empty");
    case Test::Filled: return tr("is filled in");
    case Test::Less: return tr("is below");
    case Test::AtMost: return tr("is at most");
    case Test::More: return tr("is above");
    case Test::AtLeast: return tr("is at least");
    case Test::IsMe: return tr("is me");
    case Test::IsNotMe: return tr("is not me");
    case Test::OlderThan: return tr("is longer ago than");
    case Test::WithinLast: return tr("in the last");
    case Test::WithinNext: return tr("in the next");
    case Test::LaterThan: return tr("is further ahead than");
    case Test::DealtWithin: return tr("in the last");
    case Test::NotDealt: return tr("none for");
    }
    return {};
}

QString conditionPlaceWord(const Entity& entity, std::size_t field, const std::string& member)
{
    const QString word = fieldWord(entity.fields[field]);
    return member.empty() ? word : tr("%1: %2").arg(word, memberWord(member));
}

QString dealingsWord()
{
    return tr("Calls, visits and notes");
}

bool hasDealings(const Entity& entity)
{
    for (const Field& field : schema::entity("activity").fields)
        if (field.type == FieldType::Reference && field.references == entity.name)
            return true;
    return false;
}

AskedBy askedHere(const Id& me, Milliseconds now)
{
    return {.me = me,
            .day = [now](int addDays) { return localDay(now, addDays); },
            .begins = [now](int addDays) { return startOfLocalDay(now, addDays); }};
}

std::vector<Condition> conditionsOf(const Entity& entity, const std::vector<Filter>& filters, const Id& me)
{
    using Test = Condition::Test;
    std::vector<Condition> conditions;
    for (const Filter& filter : filters) {
        const std::size_t field = fieldAt(filter.field);
        Condition condition{.field = field, .member = partAt(entity, filter.field), .value = filter.value};
        const bool isMe = filter.value.isId() && filter.value.id() == me && entity.fields[field].references == "user";
        switch (filter.comparison) {
        case Comparison::Equal:
            condition.test = filter.value.isNull() ? Test::Empty : isMe ? Test::IsMe : Test::Is;
            break;
        case Comparison::NotEqual:
            condition.test = filter.value.isNull() ? Test::Filled : isMe ? Test::IsNotMe : Test::IsNot;
            break;
        case Comparison::Less: condition.test = Test::Less; break;
        case Comparison::Greater: condition.test = Test::More; break;
        case Comparison::Contains: condition.test = Test::Contains; break;
        default: continue;
        }
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

} // namespace satchel::ui
