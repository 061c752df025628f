// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/pricing/Document.h"
#include "core/sales/DealSteps.h"
#include "core/sales/Repricing.h"
#include "ui/deals/DealPanel.h"

class QLabel;

namespace satchel::ui {

class Sheet;

/// What today's prices would change in a quote, line by line, from what to what and why; all of it or what is ticked
/// is taken over as one step that can be undone.
class RepricePanel final : public DealPanel {
    Q_OBJECT
public:
    RepricePanel(const Desk& desk, const sales::DealSteps& steps, QWidget* parent);
    void begin() override;

private:
    struct Preview {
        sales::Repricing repricing;
        pricing::Document document;
        std::map<Id, std::string> products; ///< of free goods that are not there yet
    };
    static Result<Preview> load(Replica& replica, const Id& quote);
    void show(const Result<Preview>& preview);
    void addLines(const Preview& preview);
    void addFree(const Preview& preview);
    void addRow(const Id& row, bool choosable, const QStringList& cells);
    [[nodiscard]] std::set<Id> ticked() const;
    void count();
    void apply();

    QString m_name;
    QLabel* m_said;
    QLabel* m_total;
    Sheet* m_sheet;
    std::vector<Id> m_rows; ///< null: nothing to choose
    std::size_t m_choosable = 0;
};

} // namespace satchel::ui
