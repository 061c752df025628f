// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Page.h"

class QFrame;
class QSplitter;

namespace satchel::ui {

class FileLinks;
class ListPane;
class OrderView;

/// Orders, newest first, and beside them the one that is chosen. Enter opens it over the page, Esc comes back; Ctrl+E
/// writes what is listed as CSV.
class OrdersPage final : public Page {
    Q_OBJECT
public:
    OrdersPage(const Desk& desk, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("order"); }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override { return QStringLiteral("package"); }
    [[nodiscard]] QString primaryAction() const override { return tr("Export"); }
    [[nodiscard]] QKeySequence primaryKey() const override { return {Qt::CTRL | Qt::Key_E}; }
    [[nodiscard]] QString primaryIcon() const override { return QStringLiteral("download"); }
    void runPrimaryAction() override;
    void enter() override;
    void leave() override;
    void refresh() override;
    void open(const Id& id) override;
    [[nodiscard]] const Entity* entity() const override { return &schema::entity("order"); }
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;
    [[nodiscard]] bool isOpened() const override { return m_opened; }
    bool back() override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setOpened(bool opened);
    void showBeside();

    const Desk& m_desk;
    QSplitter* m_splitter;
    QFrame* m_listCard;
    ListPane* m_list;
    FileLinks* m_files;
    OrderView* m_view;
    bool m_opened = false;
};

} // namespace satchel::ui
