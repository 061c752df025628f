// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/world/Must.h"
#include "ui/models/Desk.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

namespace satchel::test {

/// A desk on a signed-in profile folder, with its threads, and a bare window for one part of a page.
class OpenDesk {
public:
    OpenDesk(const std::string& folder, Environment& environment)
        : m_theme(*qobject_cast<QApplication*>(qApp)),
          m_reader(folder, environment),
          m_writer(folder, environment),
          m_undo(m_writer),
          m_desk{m_reader, m_writer, m_undo, environment, *must(must(Replica::open(folder, environment))->identity())}
    {
        m_theme.apply(ui::Theme::Choice::Light);
        m_window.resize(960, 720);
        new QVBoxLayout(&m_window);
    }

    /// Puts the part into the window and shows it.
    void show(QWidget* part)
    {
        m_window.layout()->addWidget(part);
        m_window.show();
        m_window.activateWindow();
        settle();
    }
    /// Until every question asked so far is answered and shown.
    void settle()
    {
        for (int i = 0; i < 8; ++i) {
            m_writer.finish();
            m_reader.finish();
            QTest::qWait(20);
        }
    }
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
    /// What is in sight and has this spoken name; nullptr if nothing has.
    template <typename T>
    T* named(const QString& accessibleName)
    {
        for (T* widget : m_window.findChildren<T*>())
            if (widget->accessibleName() == accessibleName && widget->isVisible())
                return widget;
        return nullptr;
    }
    /// Whether a label in sight says this, somewhere in it.
    template <typename Label>
    bool says(const QString& text)
    {
        for (const Label* label : m_window.findChildren<Label*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }

    [[nodiscard]] QWidget& window() { return m_window; }
    [[nodiscard]] ui::Desk& desk() { return m_desk; }

private:
    ui::Theme m_theme;
    ui::ReplicaReader m_reader;
    ui::ReplicaWriter m_writer;
    ui::UndoHistory m_undo;
    ui::Desk m_desk;
    QWidget m_window;
};

} // namespace satchel::test
