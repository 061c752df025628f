// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/SidePanels.h"

namespace satchel::ui {

/// Says why the record in front of the person is on this laptop (Ctrl+Shift+H). Owned by Panels; window's thread.
class WhyHerePanel final : public CornerPanel {
    Q_OBJECT
public:
    WhyHerePanel(const Desk& desk, QWidget* parent);
    void ask(const RowKey& row);

Q_SIGNALS:
    /// The sentences are there, and the panel has another size.
    void filled();

private:
    const Desk& m_desk;
    QLabel* m_record;
    QVBoxLayout* m_lines;
};

} // namespace satchel::ui
