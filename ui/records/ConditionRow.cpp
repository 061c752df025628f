// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/ConditionRow.h"

#include "ui/models/Labels.h"
#include "ui/records/ConditionWords.h"
#include "ui/records/ValueInput.h"
#include "ui/widgets/Kit.h"

#include <QComboBox>
#include <QGridLayout>
#include <QToolButton>

#include <utility>

namespace satchel::ui {

ConditionRow::ConditionRow(const Desk& desk, const Entity& entity, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_entity(entity),
      m_field(new QComboBox(this)),
      m_test(new QComboBox(this)),
      m_value(new ValueInput(desk, this)),
      m_away(makeIconButton(QStringLiteral("x"), tr("Remove this condition"), this))
{
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (testsFor(entity.fields[i], {}).empty())
            continue;
        m_places.push_back({.field = i});
        for (const std::string& member : entity.fields[i].members)
            m_places.push_back({.field = i, .member = member});
    }
    if (hasDealings(entity))
        m_places.push_back({.dealings = true});
    for (const Place& each : m_places)
        m_field->addItem(each.dealings ? dealingsWord() : conditionPlaceWord(entity, each.field, each.member));
    nameCombo(m_field, tr("Field"));
    nameCombo(m_test, tr("How it is compared"));
    m_field->setMinimumContentsLength(6);
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_test->setMinimumContentsLength(5);
    m_test->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* grid = new QGridLayout(this);
    setMargins(grid, 0, 0, 0, 0, 4);
    grid->addWidget(m_field, 0, 0);
    grid->addWidget(m_test, 0, 1);
    grid->addWidget(m_away, 0, 2);
    grid->addWidget(m_value, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_field, &QComboBox::currentIndexChanged, this, &ConditionRow::fillTests);
    connect(m_test, &QComboBox::currentIndexChanged, this, &ConditionRow::fillValue);
    connect(m_value, &ValueInput::changed, this, &ConditionRow::changed);
    connect(m_value, &ValueInput::entered, this, &ConditionRow::entered);
    connect(m_value, &ValueInput::escaped, this, &ConditionRow::escaped);
    connect(m_away, &QToolButton::clicked, this, &ConditionRow::removeWanted);
    setFocusProxy(m_field);
    fillTests();
}

const ConditionRow::Place& ConditionRow::place() const
{
    return m_places[static_cast<std::size_t>(qMax(0, m_field->currentIndex()))];
}

void ConditionRow::fillTests()
{
    using Test = Condition::Test;
    const Place& at = place();
    const auto tests = at.dealings ? std::vector<Test>{Test::NotDealt, Test::DealtWithin}
                                   : testsFor(m_entity.fields[at.field], at.member);
    {
        const QSignalBlocker quiet(m_test);
        m_test->clear();
        for (const Test test : tests)
            m_test->addItem(testWord(test), static_cast<int>(test));
    }
    fillValue();
}

void ConditionRow::fillValue()
{
    const Place& at = place();
    const auto test = static_cast<Condition::Test>(m_test->currentData().toInt());
    const Field& field = m_entity.fields[at.field];
    m_value->ask(m_entity, field, ValueInput::kindFor(field, test, !at.member.empty()), tr("Compared with"));
    Q_EMIT changed();
}

void ConditionRow::set(const Condition& condition)
{
    const bool dealings = !looksAtField(condition.test);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const Place& at = m_places[i];
        if (at.dealings == dealings && (dealings || (at.field == condition.field && at.member == condition.member)))
            m_field->setCurrentIndex(static_cast<int>(i));
    }
    m_test->setCurrentIndex(m_test->findData(static_cast<int>(condition.test)));
    m_value->setDays(condition.days);
    m_value->setValue(condition.value, {});
    if (!condition.value.isId())
        return;
    const std::string& target = m_entity.fields[condition.field].references;
    m_desk.reader.ask(
        this, [target, id = condition.value.id()](Replica& replica) { return labelsOf(replica)(target, id); },
        [this, value = condition.value](const QString& label) {
            if (const auto now = m_value->value(); now.ok() && *now == value)
                m_value->setValue(value, label);
        });
}

Result<std::optional<Condition>> ConditionRow::condition() const
{
    const Place& at = place();
    Condition condition{
        .field = at.field, .member = at.member, .test = static_cast<Condition::Test>(m_test->currentData().toInt())};
    condition.days = m_value->days();
    if (needsValue(condition.test)) {
        SATCHEL_ASSIGN(condition.value, m_value->value());
        if (condition.value.isNull())
            return std::optional<Condition>();
    }
    return std::optional(condition);
}

QWidget* ConditionRow::orderBehind(QWidget* before)
{
    std::vector<QWidget*> order = {m_field, m_test};
    for (QWidget* input : m_value->findChildren<QWidget*>())
        if (input->focusPolicy() != Qt::NoFocus)
            order.push_back(input);
    order.push_back(m_away);
    for (QWidget* each : order)
        setTabOrder(std::exchange(before, each), each);
    return before;
}

void ConditionRow::focusField()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

} // namespace satchel::ui
