// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Parts.h"
#include "ui/deals/DealPanel.h"

class QListWidget;
class QListWidgetItem;

namespace satchel::ui {

/// Which parts a bundle's line has: Up and Down move over them, Space takes one in or out, Ctrl+Enter gives the line
/// these. What the bundle wants chosen is said as one goes; what is always in it is shown and stays. Window's thread.
class PartsPanel final : public DealPanel {
    Q_OBJECT
public:
    /// `line`: of the bundle. It closes itself, with a sentence, where there is nothing to choose.
    PartsPanel(const Desk& desk, const Id& quote, const Id& line, const QString& name, QWidget* parent);
    void begin() override;

Q_SIGNALS:
    void chosen(const satchel::Id& line, const std::set<satchel::Id>& parts);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void display(const Result<std::optional<sales::PartChoice>>& choice);
    void fill();
    void addPart(const BundlePart& part);
    void toggle(const QListWidgetItem* item);
    void say();
    void take();

    Id m_line;
    sales::PartChoice m_choice;
    QListWidget* m_list;
};

} // namespace satchel::ui
