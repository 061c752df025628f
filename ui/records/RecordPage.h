// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/records/DetailPlan.h"
#include "ui/shell/Page.h"

class QFrame;
class QSplitter;
class QVBoxLayout;

namespace satchel::ui {

class ListPane;
class RecordDetail;

/// Accounts, contacts or leads: the list and, beside it, the record. Enter opens the record over the whole page, Esc
/// comes back to the list.
class RecordPage : public Page {
    Q_OBJECT
public:
    RecordPage(const Desk& desk, const DetailPlan& plan, QWidget* parent);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QString primaryAction() const override;
    [[nodiscard]] QKeySequence primaryKey() const override { return {Qt::Key_N}; }
    void runPrimaryAction() override;
    void enter() override;
    void leave() override;
    void refresh() override;
    void open(const Id& id) override;
    [[nodiscard]] const Entity* entity() const override { return &m_entity; }
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;
    [[nodiscard]] bool isOpened() const override { return m_opened; }
    bool back() override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

    [[nodiscard]] ListPane& list() const { return *m_list; }
    [[nodiscard]] RecordDetail& detail() const { return *m_detail; }

Q_SIGNALS:
    /// What may be the same as this record?
    void twinsRequested(satchel::RowKey row);

protected:
    void resizeEvent(QResizeEvent* event) override;
    /// Esc: back to the list. False where there was nothing to go back from.
    virtual bool escape();
    /// Puts something below list and record, over the whole width.
    void addBelow(QWidget* widget);
    /// The record that keys act on: the one in front.
    [[nodiscard]] Id inFront() const;
    /// Goes to another record of the list, in the list or opened, whichever is shown.
    void goTo(const Id& id);

private:
    void addKeys();
    void askTwins();
    void setOpened(bool opened);
    void remove(const Id& id);
    void showBeside();

    const Desk& m_desk;
    const Entity& m_entity;
    QVBoxLayout* m_column;
    QSplitter* m_splitter;
    QFrame* m_listCard;
    ListPane* m_list;
    RecordDetail* m_detail;
    bool m_opened = false;
};

} // namespace satchel::ui
