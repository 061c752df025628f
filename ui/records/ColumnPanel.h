// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/ListColumns.h"
#include "ui/records/ListPanel.h"

class QComboBox;
class QListWidget;
class QListWidgetItem;

namespace satchel::ui {

/// Chooses the columns of a list by keyboard or mouse: Space shows or hides one, Alt+Up and Alt+Down move it, Alt+Left
/// and Alt+Right make it narrower and wider; and what the rows are sorted and grouped by. The list follows at once.
/// Window's thread.
class ColumnPanel final : public ListPanel {
    Q_OBJECT
public:
    ColumnPanel(const Entity& entity, QWidget* parent);

    struct Shape {
        std::vector<ListColumn> columns = {};
        std::optional<std::size_t> sortBy = {}; ///< a place; none: as the choice of rows says
        bool byName = false;                    ///< sorted by name, whatever the choice of rows says
        bool descending = false;
        std::optional<std::size_t> headings = {};
    };
    void edit(const Shape& shape);
    void begin();

Q_SIGNALS:
    void changed(const satchel::ui::ColumnPanel::Shape& shape);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] ListColumn columnAt(int row) const;
    void move(int by);
    void widen(int by);
    void tell();

    const Entity& m_entity;
    QListWidget* m_list;
    QComboBox* m_sort;
    QComboBox* m_direction;
    QComboBox* m_headings;
    bool m_filling = false;
};

} // namespace satchel::ui
