// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/today/Agenda.h"

#include <QListView>

class QStandardItemModel;

namespace satchel::ui {

/// Shows an agenda as one column with a heading for each part of it. D, S, Q and Enter act on the current item, W goes
/// to the week.
class AgendaView final : public QListView {
    Q_OBJECT
public:
    explicit AgendaView(QWidget* parent);
    /// Keeps the current item, or goes to the one that took its place. `day`: the one shown, YYYY-MM-DD.
    void show(const Agenda& agenda, const std::string& day, Milliseconds now);
    [[nodiscard]] std::optional<AgendaItem> current() const;
    /// On to the next item if this one is the current.
    void leave(const Id& item);

Q_SIGNALS:
    void currentItemChanged();
    void doneWanted();
    void snoozeWanted();
    void openWanted();
    void quoteWanted();
    void weekWanted();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] static QString headingOf(AgendaItem::Part part, const std::string& day, Milliseconds now);

    QStandardItemModel* m_items;
};

} // namespace satchel::ui
