// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Reassignment.h"
#include "ui/administration/ServerView.h"
#include "ui/models/Desk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace satchel::ui {

class RecordChooser;
class Sheet;

/// Gives an account, everything of a person, or a whole territory to somebody else: what moves, who sees more or less
/// of it, and whose laptop may have more than is known here is shown before it is done; then it is one action that
/// Ctrl+Z takes back. Needs no server. Window's thread.
class ReassignView final : public QWidget {
    Q_OBJECT
public:
    ReassignView(const Desk& desk, ServerView& server, QWidget* parent);
    /// `kind`: account, user or territory.
    void begin(const QString& kind, const Id& id, const QString& name);
    void enter();
    void refresh();
    /// Does what the preview shows (Ctrl+Enter).
    void goOn();

Q_SIGNALS:
    void notice(const QString& sentence, bool undoable);

private:
    [[nodiscard]] std::optional<sales::ReassignWish> wish() const;
    [[nodiscard]] RecordChooser& subject() const;
    void preview();
    void showPreview(const Result<sales::Reassignment>& found);
    void showCounts(const sales::Reassignment& found);
    void showPeople(const sales::Reassignment& found);
    [[nodiscard]] QString unsentOf(const sales::Reassignment::Sight& person) const;
    void perform(const sales::ReassignWish& wish, const QString& done);
    void complain(const QString& sentence);
    void clear();

    const Desk& m_desk;
    ServerView& m_server;
    QComboBox* m_kind;
    QStackedWidget* m_subjects;
    RecordChooser* m_toUser;
    RecordChooser* m_toTerritory;
    QLabel* m_moves;
    QLabel* m_warning;
    QLabel* m_trouble;
    QLabel* m_before;
    Sheet* m_people;
    QPushButton* m_do;
    std::uint64_t m_asked = 0; ///< only the newest preview counts
};

} // namespace satchel::ui
