// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/prices/Revisions.h"

#include <QWidget>

class QComboBox;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace satchel::ui {

class DifferenceView;
class EmptyState;
class PriceJobs;
class PublishBar;
class ReceiptsPanel;
class SyncGateway;

/// The revisions of a list as a timeline, and any two of them side by side. For administrators also the way back to an
/// older one, and who has received which. Window's thread.
class RevisionsView final : public QWidget {
    Q_OBJECT
public:
    RevisionsView(const Desk& desk, SyncGateway& gateway, PriceJobs& jobs, bool administers, QWidget* parent);

    void setList(const Id& list);
    void refresh();
    /// Sets two side by side, as soon as they are here. A null id: before there was any.
    void compare(const Id& before, const Id& after);
    /// Asks again, for what was stopped.
    void compareAgain();
    void focusTimeline();
    /// Goes back to an older revision, if that is asked.
    void publish();
    [[nodiscard]] const Revisions& revisions() const { return m_revisions; }

Q_SIGNALS:
    void loaded();
    void compared(const satchel::Id& before, const satchel::Id& after);
    void quoteWanted(const satchel::Id& quote);
    void askWanted(const satchel::Id& product);
    void published(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void show(const Revisions& revisions);
    void fillCombos();
    void chooseCurrent();
    void compareChosen();
    void offerRollBack();
    void showReceipts();
    [[nodiscard]] std::optional<RevisionEntry> current() const;

    const Desk& m_desk;
    PriceJobs& m_jobs;
    bool m_administers;
    Revisions m_revisions;
    Id m_list;
    bool m_stale = false; ///< what is compared is not shown yet: it waits until somebody looks
    QStandardItemModel* m_items;
    QWidget* m_left;
    QListView* m_timeline;
    EmptyState* m_empty;
    QWidget* m_side;
    QComboBox* m_before;
    QComboBox* m_after;
    QPushButton* m_back;
    QPushButton* m_who;
    DifferenceView* m_difference;
    PublishBar* m_publish;
    ReceiptsPanel* m_receipts;
};

} // namespace satchel::ui
