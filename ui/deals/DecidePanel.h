// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/DealSteps.h"
#include "ui/deals/DealPanel.h"

namespace satchel::ui {

class ApprovalView;

/// Approves or refuses the quote in front of one.
class DecidePanel final : public DealPanel {
    Q_OBJECT
public:
    DecidePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    ApprovalView* m_view;
};

} // namespace satchel::ui
