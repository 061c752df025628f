// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/InboxEntry.h"
#include "ui/models/Desk.h"
#include "ui/shell/Page.h"

class QListView;
class QStandardItemModel;

namespace satchel::ui {

class ConflictView;
class EmptyState;

/// What the merge decided and what was refused, each as a sentence; U uses the other value, K keeps what stands, Enter
/// opens the record.
class InboxPage final : public Page {
    Q_OBJECT
public:
    InboxPage(const Desk& desk, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("inbox"); }
    [[nodiscard]] QString title() const override { return tr("Inbox"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("inbox"); }
    void enter() override;
    void refresh() override;
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] std::optional<InboxEntry> current() const;
    void show(const std::vector<InboxEntry>& entries);
    void showCurrent();
    void swap();
    void keep();
    void openCurrent();
    void answer(char side, const QString& done);

    const Desk& m_desk;
    QStandardItemModel* m_items;
    QListView* m_list;
    EmptyState* m_empty;
    ConflictView* m_view;
};

} // namespace satchel::ui
