// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Notifier.h"
#include "ui/shell/SidePanels.h"

class QCheckBox;
class QListWidget;
class QTimeEdit;

namespace satchel::ui {

/// The bell: what there is to tell, newest first, each opened by Enter; below, which kinds are wanted and when it is to
/// be quiet. For desktops without a tray, and for what was missed. Owned by Panels; window's thread.
class NotificationsPanel final : public CornerPanel {
    Q_OBJECT
public:
    NotificationsPanel(Notifier& notifier, QWidget* parent);
    /// What is in it counts as read from now on.
    void look();
    /// The keys go to the list, or to the wishes where it is empty.
    void focusList();

Q_SIGNALS:
    void chosen(const satchel::ui::Notable& notable);

private:
    void fill();
    [[nodiscard]] QWidget* makeWishes();
    void takeWishes();

    Notifier& m_notifier;
    QListWidget* m_list;
    QLabel* m_nothing;
    std::vector<Notable> m_shown;
    QSet<QString> m_fresh; ///< unread when the panel was opened
    QList<QCheckBox*> m_kinds;
    QCheckBox* m_quiet = nullptr;
    QTimeEdit* m_from = nullptr;
    QTimeEdit* m_to = nullptr;
};

} // namespace satchel::ui
