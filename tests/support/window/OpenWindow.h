// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/world/Must.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SyncGateway.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QTest>

namespace satchel::test {

/// A gateway that never syncs: the laptop is in a car park without a signal.
class NoSignal final : public ui::SyncGateway {
public:
    explicit NoSignal(ui::AdminGateway* admin = nullptr) : m_admin(admin) {}
    ui::AdminGateway* administration() override { return m_admin; }
    void syncNow() override { Q_EMIT failed(QStringLiteral("Could not reach the server."), false, true); }
    void cancel() override {}
    void giveCredentials(const QString&) override {}
    void editsWaiting() override {}

private:
    ui::AdminGateway* m_admin;
};

/// The real main window on a signed-in profile folder, with its threads, as app/desktop builds it.
class OpenWindow {
public:
    /// `admin`: the way to the server, for stories of administrators. `allPages`: as after the first moments.
    OpenWindow(const std::string& folder, Environment& environment, ui::AdminGateway* admin = nullptr,
               bool allPages = true)
        : m_theme(*qobject_cast<QApplication*>(qApp)),
          m_reader(folder, environment),
          m_writer(folder, environment),
          m_undo(m_writer),
          m_gateway(admin),
          m_desk{m_reader, m_writer, m_undo, environment, identityIn(folder, environment)},
          m_window(m_desk, m_gateway, m_theme, QString::fromStdString(folder) + QStringLiteral("/window.ini"))
    {
        m_window.resize(1280, 800);
        m_window.show();
        m_window.activateWindow();
        if (allPages)
            (void)m_window.pages();
        settle();
    }

    /// Until every question asked so far is answered and shown.
    void settle()
    {
        for (int i = 0; i < 8; ++i) {
            m_writer.finish();
            m_reader.finish();
            QTest::qWait(15); // timers that collect keystrokes and commits
        }
    }
    /// The widget that has the keyboard gets the keys.
    void type(const QString& text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        settle();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : &m_window;
        QTest::keyClick(target, key, modifiers);
        settle();
    }
    template <typename T>
    T* named(const QString& accessibleName)
    {
        for (T* widget : m_window.findChildren<T*>())
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        return nullptr;
    }
    /// The value on the page whose spoken name begins like this.
    QWidget* value(const QString& name)
    {
        for (QWidget* widget : m_window.findChildren<QWidget*>())
            if (widget->accessibleName().startsWith(name + QStringLiteral(": ")) && widget->isVisible())
                return widget;
        return nullptr;
    }

    [[nodiscard]] ui::MainWindow& window() { return m_window; }
    [[nodiscard]] ui::Theme& theme() { return m_theme; }
    [[nodiscard]] ui::Desk& desk() { return m_desk; }
    [[nodiscard]] NoSignal& gateway() { return m_gateway; }

private:
    static ReplicaIdentity identityIn(const std::string& folder, Environment& environment)
    {
        return *must(must(Replica::open(folder, environment))->identity());
    }

    ui::Theme m_theme;
    ui::ReplicaReader m_reader;
    ui::ReplicaWriter m_writer;
    ui::UndoHistory m_undo;
    NoSignal m_gateway;
    ui::Desk m_desk;
    ui::MainWindow m_window;
};

} // namespace satchel::test
