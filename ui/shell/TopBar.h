// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace satchel::ui {

class ElidedLabel;
class SearchBox;

/// The line above every page: back, title, the search box and the page's one primary action.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    TopBar(const Desk& desk, QWidget* parent);
    void setTitle(const QString& title);
    void setPrimary(const QString& text, const QKeySequence& key, const QString& iconName);
    void setCanGo(bool back, bool forward);
    [[nodiscard]] SearchBox* search() const { return m_search; }

Q_SIGNALS:
    void primaryClicked();
    void backClicked();
    void forwardClicked();

private:
    QToolButton* m_back;
    QToolButton* m_forward;
    ElidedLabel* m_title;
    SearchBox* m_search;
    QPushButton* m_primary;
};

} // namespace satchel::ui
