// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Condition.h"
#include "ui/models/Desk.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace satchel::ui {

class ValueInput;

/// One condition in the panel: field, test, value, and a button that takes it away. Window's thread.
class ConditionRow final : public QWidget {
    Q_OBJECT
public:
    ConditionRow(const Desk& desk, const Entity& entity, QWidget* parent);

    void set(const Condition& condition);
    /// Nothing while it is not finished; an error where what was typed cannot be.
    [[nodiscard]] Result<std::optional<Condition>> condition() const;
    void focusField();
    /// With Tab, behind `before`: field, test, value, remove. Answers the last of them.
    QWidget* orderBehind(QWidget* before);

Q_SIGNALS:
    void changed();
    void entered();
    void escaped();
    void removeWanted();

private:
    struct Place {
        std::size_t field = 0;
        std::string member = {};
        bool dealings = false;
    };
    [[nodiscard]] const Place& place() const;
    void fillTests();
    void fillValue();

    const Desk& m_desk;
    const Entity& m_entity;
    std::vector<Place> m_places;
    QComboBox* m_field;
    QComboBox* m_test;
    ValueInput* m_value;
    QToolButton* m_away;
};

} // namespace satchel::ui
