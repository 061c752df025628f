// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deals/ApprovalEntry.h"
#include "ui/models/Desk.h"
#include "ui/shell/EntryPage.h"

namespace satchel::ui {

class ApprovalView;

/// The requests to approve quotes that wait for one's decision, and one's own: A approves, R refuses with an answer, W
/// takes one's own back, Enter opens the quote. Offered to who may decide, and to who has asked.
class ApprovalsPage final : public EntryPage {
    Q_OBJECT
public:
    ApprovalsPage(const Desk& desk, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("approvals"); }
    [[nodiscard]] QString title() const override { return tr("Approvals"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("circle-check"); }
    void refresh() override;
    void recount() override;
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;

protected:
    void showCurrent() override;
    bool pressed(int key) override;

private:
    class Delegate;
    [[nodiscard]] std::optional<ApprovalEntry> current() const;
    void show(const std::vector<ApprovalEntry>& entries);
    void openCurrent();

    const Desk& m_desk;
    ApprovalView* m_view;
    std::vector<Record> m_open; ///< what was counted: the open requests and their quotes
};

} // namespace satchel::ui
