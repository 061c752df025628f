// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/shell/Page.h"

class QLabel;
class QStackedWidget;
class QTabBar;

namespace satchel::ui {

class AdminGateway;
class AdminView;
class AlertsView;
class DevicesView;
class PeopleView;
class ReassignView;
class ServerView;
class TerritoriesView;

/// For administrators: colleagues, territories, giving away, devices, alerts. The first three are records and need no
/// server; for the others the page shows what the server said last, and when that was.
class AdministrationPage final : public Page {
    Q_OBJECT
public:
    /// `gateway`: null where there is no way to a server.
    AdministrationPage(const Desk& desk, AdminGateway* gateway, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("administration"); }
    [[nodiscard]] QString title() const override { return tr("Administration"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("network"); }
    [[nodiscard]] QString primaryAction() const override;
    [[nodiscard]] QKeySequence primaryKey() const override { return {Qt::CTRL | Qt::Key_N}; }
    void runPrimaryAction() override;
    void enter() override;
    void refresh() override;
    void recount() override { refresh(); }
    void save(QSettings& settings) const override;
    void restore(const QSettings& settings) override;

private:
    enum Tab { PeopleTab, TerritoriesTab, ReassignTab, DevicesTab, AlertsTab };
    void addViews();
    void addKeys();
    void showTab(int tab);
    void serverChanged();

    const Desk& m_desk;
    ServerView* m_server;
    QLabel* m_asOf;
    QTabBar* m_tabs;
    QStackedWidget* m_views;
    PeopleView* m_people;
    TerritoriesView* m_territories;
    ReassignView* m_reassign;
    DevicesView* m_devices;
    AlertsView* m_alerts;
};

} // namespace satchel::ui
