// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Page.h"

#include <QHash>

class QComboBox;
class QFrame;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace satchel::ui {

class AskPrice;
class ImportView;
class PriceJobs;
class PriceTable;
class PromotionsView;
class RevisionsView;
class SyncGateway;

/// Price lists: what they say, their revisions and what is new in them, what a product costs a customer, promotions;
/// for administrators the way from a file to a published revision. Which revision of a list was looked at last is
/// remembered on this laptop.
class PricesPage final : public Page {
    Q_OBJECT
public:
    PricesPage(const Desk& desk, SyncGateway& gateway, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("prices"); }
    [[nodiscard]] QString title() const override { return tr("Prices"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("tag"); }
    [[nodiscard]] QString primaryAction() const override;
    [[nodiscard]] QKeySequence primaryKey() const override { return {Qt::CTRL | Qt::Key_O}; }
    void runPrimaryAction() override;
    void enter() override;
    void refresh() override;
    void open(const Id& id) override;
    [[nodiscard]] const Entity* entity() const override;
    [[nodiscard]] std::optional<RowKey> currentRecord() const override;
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

    /// For who must wait until a list is compared or a file read (tests).
    [[nodiscard]] PriceJobs& jobs() const { return *m_jobs; }

protected:
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct List {
        Id id;
        QString code;
        QString name;
    };
    enum Tab { PricesTab, RevisionsTab, AskTab, PromotionsTab, ImportTab };

    void addTabs(SyncGateway& gateway);
    void connectViews();
    void addKeys();
    void showLists(const std::vector<List>& lists);
    void chooseList();
    void showTab(int tab);
    void askFor(const Id& product);
    void tellWhatIsNew();
    void showWhatIsNew();
    void looked(const Id& before, const Id& after);
    [[nodiscard]] Id list() const;

    const Desk& m_desk;
    bool m_administers;
    PriceJobs* m_jobs;
    QComboBox* m_list;
    QFrame* m_news;
    QLabel* m_newsText;
    QTabBar* m_tabs;
    QStackedWidget* m_views;
    PriceTable* m_table = nullptr;
    RevisionsView* m_revisions = nullptr;
    AskPrice* m_ask = nullptr;
    PromotionsView* m_promotions = nullptr;
    ImportView* m_import = nullptr; ///< null: not for this person
    std::vector<List> m_lists;
    bool m_isRead = false;
    Id m_wanted;               ///< to be chosen when the lists are here
    QHash<QString, Id> m_seen; ///< the newest revision somebody looked at here, by list
};

} // namespace satchel::ui
