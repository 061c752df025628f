// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/DealSteps.h"
#include "core/sales/Deals.h"
#include "core/sales/QuoteWarnings.h"
#include "ui/deals/DealPanel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace satchel::ui {

class FileLinks;

/// Hands a quote over: first what should be known before, then language and folder; makes number and document, writes
/// PDF, spreadsheet and mail draft, opens the draft, and names the files.
class HandOverPanel final : public DealPanel {
    Q_OBJECT
public:
    HandOverPanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);
    void begin() override;
    void refresh() override;
    [[nodiscard]] bool needsAllTyped() const override { return true; }

private:
    struct Look {
        std::vector<sales::Warning> warnings;
        QString sentence; ///< who gets what
        std::string language;
    };
    static Result<Look> load(Replica& replica, const Id& quote);
    void show(const Result<Look>& look);
    void setLanguage();
    void handOver();
    void write(const sales::HandedOver& handed);

    QLabel* m_said;
    QVBoxLayout* m_warnings;
    QComboBox* m_language;
    QLineEdit* m_folder;
    QCheckBox* m_spreadsheet;
    FileLinks* m_files;
    std::vector<QWidget*> m_wishes; ///< go when it is done
};

} // namespace satchel::ui
