// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace satchel::ui {

/// While it lives, widgets of the layout come and go without the page being laid out anew each time: Qt does so, up to
/// the window, for every one that is shown. The next turn of the event loop does it once. Lives on the stack of a
/// function that shows something, on the window's thread.
class LayoutPause {
public:
    explicit LayoutPause(QLayout* layout) : m_layout(layout) { m_layout->setEnabled(false); }
    ~LayoutPause() { m_layout->setEnabled(true); }
    LayoutPause(const LayoutPause&) = delete;

private:
    QLayout* m_layout;
};

} // namespace satchel::ui
