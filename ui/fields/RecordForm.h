// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/FieldRow.h"

class QPushButton;
class QVBoxLayout;

namespace satchel::ui {

/// The fields of a record, made from its declaration. The first `always` of them are shown even when they are empty,
/// the others when they have a value or the person asks for them.
class RecordForm final : public QWidget {
    Q_OBJECT
public:
    RecordForm(const Desk& desk, const Entity& entity, const std::vector<std::string>& fields, std::size_t always,
               QWidget* parent);

    void show(const ShownRecord& record);
    void finish();
    [[nodiscard]] const std::vector<FieldRow*>& rows() const { return m_rows; }

Q_SIGNALS:
    void openRequested(satchel::RowKey row);

private:
    void arrange();

    std::vector<FieldRow*> m_rows;
    std::size_t m_always;
    bool m_all = false;
    Id m_record;
    QPushButton* m_more;
};

} // namespace satchel::ui
