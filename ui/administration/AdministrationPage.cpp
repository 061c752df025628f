// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/administration/AdministrationPage.h"

#include "ui/administration/AlertsView.h"
#include "ui/administration/DevicesView.h"
#include "ui/administration/PeopleView.h"
#include "ui/administration/ReassignView.h"
#include "ui/administration/TerritoriesView.h"
#include "ui/deals/DealWords.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Words.h"

#include <QLabel>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace satchel::ui {

AdministrationPage::AdministrationPage(const Desk& desk, AdminGateway* gateway, QWidget* parent)
    : Page(parent),
      m_desk(desk),
      m_server(new ServerView(gateway, this)),
      m_asOf(makeLabel({}, "small", this)),
      m_tabs(new QTabBar(this)),
      m_views(new QStackedWidget(this)),
      m_people(new PeopleView(desk, *m_server, m_views)),
      m_territories(new TerritoriesView(desk, *m_server, m_views)),
      m_reassign(new ReassignView(desk, *m_server, m_views)),
      m_devices(new DevicesView(desk, *m_server, m_views)),
      m_alerts(new AlertsView(desk, *m_server, m_views))
{
    QFrame* card = makeFrame("card", this);
    auto* inside = new QVBoxLayout(card);
    setMargins(inside, 1, 1, 1, 1, 0);
    inside->addWidget(m_tabs);
    inside->addWidget(m_views, 1);
    wrap(m_asOf);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 0, 8, 8, 8);
    layout->addWidget(card, 1);
    layout->addWidget(m_asOf);
    addViews();
    addKeys();
    connect(m_server, &ServerView::changed, this, &AdministrationPage::serverChanged);
    serverChanged();
    refresh();
    m_server->ask();
}

void AdministrationPage::addViews()
{
    m_tabs->setAccessibleName(tr("Parts of the administration"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    const auto add = [this](QWidget* view, const QString& name) {
        const int at = m_tabs->addTab(name);
        m_tabs->setTabToolTip(at, withKey(name, QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + at))));
        m_views->addWidget(view);
    };
    add(m_people, tr("Colleagues"));
    add(m_territories, tr("Territories"));
    add(m_reassign, tr("Reassign"));
    add(m_devices, tr("Devices"));
    add(m_alerts, tr("Alerts"));
    connect(m_tabs, &QTabBar::currentChanged, this, &AdministrationPage::showTab);
    connect(m_reassign, &ReassignView::notice, this, &Page::notice);
    for (AdminView* view : findChildren<AdminView*>()) {
        connect(view, &AdminView::notice, this, &Page::notice);
        connect(view, &AdminView::reassignWanted, this, [this](const QString& kind, const Id& id, const QString& name) {
            showTab(ReassignTab);
            m_reassign->begin(kind, id, name);
        });
    }
}

void AdministrationPage::addKeys()
{
    const auto key = [this](const QKeySequence& sequence, auto slot) {
        auto* shortcut = new QShortcut(sequence, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        key(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + tab)), [this, tab] { showTab(tab); });
    key(primaryKey(), [this] { runPrimaryAction(); });
    key(QKeySequence(Qt::Key_Escape), [this] {
        auto* view = qobject_cast<AdminView*>(m_views->currentWidget());
        if (view == nullptr || !view->closePanel())
            enter();
    });
    const auto goOn = [this] {
        if (m_views->currentWidget() == m_reassign)
            m_reassign->goOn();
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), goOn);
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), goOn);
}

QString AdministrationPage::primaryAction() const
{
    switch (m_views->currentIndex()) {
    case PeopleTab: return tr("New colleague");
    case TerritoriesTab: return tr("New territory");
    default: return {};
    }
}

void AdministrationPage::runPrimaryAction()
{
    if (m_views->currentWidget() == m_people)
        m_people->add();
    else if (m_views->currentWidget() == m_territories)
        m_territories->add();
}

void AdministrationPage::enter()
{
    if (m_views->currentWidget() == m_reassign)
        m_reassign->enter();
    else
        static_cast<AdminView*>(m_views->currentWidget())->enter();
    m_server->ask();
}

void AdministrationPage::refresh()
{
    m_desk.reader.ask(
        this, [](Replica& replica) { return loadDirectory(replica); },
        [this](const Result<DirectoryRows>& rows) {
            if (!rows.ok()) {
                Q_EMIT notice(sentenceOf(rows.error()), false);
                return;
            }
            for (AdminView* view : findChildren<AdminView*>())
                view->show(*rows);
        });
    m_reassign->refresh();
    if (isVisible())
        m_server->ask();
}

void AdministrationPage::showTab(int tab)
{
    m_views->setCurrentIndex(tab);
    m_tabs->setCurrentIndex(tab);
    Q_EMIT placeChanged();
    enter();
}

void AdministrationPage::serverChanged()
{
    const auto& known = m_server->overview();
    const QString when = known ? timeWord(known->at, m_desk.environment.now()) : QString();
    QString sentence = tr("The server is being asked …");
    if (known && m_server->trouble().isEmpty())
        sentence = tr("Devices, passwords and alerts as the server said at %1").arg(when);
    else if (known)
        sentence =
            tr("The server cannot be reached now; devices, passwords and alerts are as it said at %1.").arg(when);
    else if (!m_server->trouble().isEmpty())
        sentence = tr("The server cannot be reached; devices, passwords and alerts are not known. Colleagues and "
                      "territories can be changed, and go out with the next sync.");
    m_asOf->setText(sentence);
    const qint64 open = m_server->openAlerts();
    m_tabs->setTabText(AlertsTab, open == 0 ? tr("Alerts") : tr("Alerts (%1)").arg(numberWord(open)));
    Q_EMIT counted(open);
}

void AdministrationPage::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("administration/tab"), m_views->currentIndex());
}

void AdministrationPage::restore(const QSettings& settings)
{
    const int tab = settings.value(QStringLiteral("administration/tab")).toInt();
    m_views->setCurrentIndex(qBound(0, tab, m_views->count() - 1));
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(m_views->currentIndex());
}

} // namespace satchel::ui
