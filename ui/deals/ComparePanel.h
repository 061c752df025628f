// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/DealSteps.h"
#include "core/sales/QuoteDifference.h"
#include "ui/deals/DealPanel.h"

class QComboBox;
class QLabel;

namespace satchel::ui {

class Sheet;

/// A quote beside another revision of it: what was added, removed and changed, each with a sign and a word.
class ComparePanel final : public DealPanel {
    Q_OBJECT
public:
    ComparePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);
    void begin() override;
    void refresh() override { ask(); }

private:
    void ask();
    void show(const Result<sales::QuoteDifference>& difference);
    void addHead(const sales::QuoteDifference& difference);
    void addLine(const sales::QuoteDifference& difference, const sales::QuoteDifference::Line& line);

    std::vector<Id> m_others;
    QComboBox* m_with;
    QLabel* m_said;
    Sheet* m_sheet;
    std::uint64_t m_asked = 0;
};

} // namespace satchel::ui
