// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/models/RecordListModel.h"
#include "ui/records/ListPanel.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace satchel::ui {

class ValueInput;

/// Changes one field of all marked records, as one step back. Says beforehand how many will change, how many have it
/// already and how many cannot, and why. Enter does it, Esc closes. Window's thread.
class BulkPanel final : public ListPanel {
    Q_OBJECT
public:
    BulkPanel(const Desk& desk, const Entity& entity, QWidget* parent);

    /// Whether this person may change anything of these records at all.
    [[nodiscard]] bool isOffered() const;
    void ask(const Query& query, const RowMarks& marks);

Q_SIGNALS:
    /// What was done, as a sentence.
    void done(const QString& sentence, bool undoable);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void leave() override;

private:
    enum class Deed { Set, Clear, Add, Remove };
    [[nodiscard]] std::size_t field() const;
    [[nodiscard]] Deed deed() const;
    void fillDeeds();
    void fillValue();
    [[nodiscard]] Result<BulkRun::Maker> maker() const;
    void look();
    void showCounts(const BulkRun::Tally& tally, bool whole);
    void carryOut();
    void showRunning(bool running);

    const Desk& m_desk;
    const Entity& m_entity;
    QLabel* m_title;
    QComboBox* m_field;
    QComboBox* m_deed;
    ValueInput* m_value;
    QLabel* m_counts;
    QLabel* m_why;
    QProgressBar* m_progress;
    QPushButton* m_do;
    QPushButton* m_stop;
    QTimer m_settle;
    std::vector<RowKey> m_rows;
    std::uint64_t m_asked = 0;
    QPointer<BulkRun> m_look;
    QPointer<BulkRun> m_run;
};

} // namespace satchel::ui
