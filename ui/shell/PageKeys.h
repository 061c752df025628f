// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

class QKeyEvent;

namespace satchel::ui {

class Page;

/// The single keys of a page (N, L, E ...): they work wherever in the page or beside it the keyboard is, without a
/// click into the list first, and never while somebody types or picks from a box, where a letter means itself. Owned by
/// the window; its thread.
class PageKeys final : public QObject {
    Q_OBJECT
public:
    PageKeys(QWidget& window, std::function<Page*()> current);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(QWidget* focus);
    /// A key that nobody has taken; whether it means something on the page. Keys pressed in a panel over the page do
    /// not belong to it.
    [[nodiscard]] bool press(const QKeyEvent& event);

    QWidget& m_window;
    std::function<Page*()> m_current;
    QPointer<QWidget> m_watched;
    bool m_passing = false;
};

} // namespace satchel::ui
