// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace satchel::ui {

/// A panel above the rows of a list: letters typed in it are its own, not the keys of the page; Esc closes it. Window's
/// thread.
class ListPanel : public QFrame {
    Q_OBJECT
public:
    ListPanel(const QString& name, QWidget* parent);

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    /// Esc.
    virtual void leave() { Q_EMIT closed(); }
};

} // namespace satchel::ui
