// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/DealSteps.h"
#include "ui/deals/DealPanel.h"

class QComboBox;
class QLineEdit;

namespace satchel::ui {

/// Asks somebody to approve what goes beyond one's own authority: the reasons, who decides (and who stands in for him),
/// a comment.
class AskPanel final : public DealPanel {
    Q_OBJECT
public:
    AskPanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);
    [[nodiscard]] bool needsAllTyped() const override { return true; }

private:
    void show(const Result<std::vector<sales::Approver>>& approvers);
    void ask();

    QString m_name;
    QComboBox* m_who;
    QLineEdit* m_comment;
};

} // namespace satchel::ui
