// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/administration/DirectoryRows.h"
#include "ui/administration/ServerView.h"
#include "ui/models/Desk.h"

#include <QKeySequence>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace satchel::ui {

class DealPanel;
class Sheet;

/// One view of the administration: a sheet to choose from, below it what can be done with what is chosen, beside it the
/// panel of the deed under way. Window's thread.
class AdminView : public QWidget {
    Q_OBJECT
public:
    AdminView(const Desk& desk, ServerView& server, QWidget* parent);

    virtual void show(const DirectoryRows& rows) = 0;
    /// The server said something new.
    virtual void serverChanged() = 0;
    /// Puts the focus where work begins.
    virtual void enter();
    /// Closes the panel; false if none is open.
    bool closePanel();

Q_SIGNALS:
    void notice(const QString& sentence, bool undoable);
    /// The accounts and the rest of a person ("user") or a territory are to be given away.
    void reassignWanted(const QString& kind, const satchel::Id& id, const QString& name);

protected:
    void resizeEvent(QResizeEvent* event) override;
    /// Call once, first: the sheet fills the view.
    void setSheet(Sheet* sheet);
    QPushButton* addAction(const QString& name, const QKeySequence& key, const std::function<void()>& run);
    /// A key in the sheet for what has its button elsewhere.
    void addKey(const QKeySequence& key, const std::function<void()>& run);
    QLabel* addHint();
    /// Beside the deeds, at the end of their line.
    void addAside(QWidget* widget);
    /// Takes the place of the panel that is open.
    void openPanel(DealPanel* panel);
    [[nodiscard]] DealPanel* panel() const { return m_panel; }
    /// Rows keep their place over a refresh: the row of this id, or the nearest.
    void choose(const std::vector<Id>& ids, const Id& wanted, int before);
    [[nodiscard]] int currentRow() const;

    const Desk& m_desk;
    ServerView& m_server;
    Sheet* m_sheet = nullptr;

private:
    /// Where there is no room for both, the panel covers the sheet.
    void share();

    QWidget* m_left;
    QVBoxLayout* m_column;
    QHBoxLayout* m_actions;
    QScrollArea* m_side;
    DealPanel* m_panel = nullptr;
    int m_deeds = 0; ///< buttons before the room in the line
};

} // namespace satchel::ui
