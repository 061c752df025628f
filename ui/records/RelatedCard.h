// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/DetailPlan.h"

#include <QAbstractButton>
#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace satchel::ui {

/// A record as a row that can be pressed.
class RecordRowButton final : public QAbstractButton {
    Q_OBJECT
public:
    RecordRowButton(bool badge, QWidget* parent);
    void setRow(const RecordRow& row);
    [[nodiscard]] const RecordRow& row() const { return m_row; }
    [[nodiscard]] QSize sizeHint() const override { return {160, 50}; }

Q_SIGNALS:
    void doneWanted();
    void roleWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    RecordRow m_row;
    bool m_badge;
};

/// Records that point at the one on the page, as a card: heading, number, rows, a button that adds one.
class RelatedCard final : public QFrame {
    Q_OBJECT
public:
    struct Data {
        std::vector<RecordRow> rows;
        std::int64_t total = 0;
    };
    /// Runs on a worker thread.
    [[nodiscard]] static Data load(Replica& replica, const RelatedList& list, const Id& record, int limit,
                                   Milliseconds now);

    RelatedCard(RelatedList list, QWidget* parent);
    void show(const Data& data);
    [[nodiscard]] const RelatedList& list() const { return m_list; }
    [[nodiscard]] int limit() const { return m_limit; }
    void resetLimit() { m_limit = fewRows; }

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void addRequested();
    void doneRequested(const satchel::Id& task);
    /// A person's role in the decision, chosen where he stands; "" for none.
    void roleChosen(const satchel::Id& contact, const std::string& role);
    void moreRequested();

private:
    RecordRowButton* addButton();
    void chooseRole(RecordRowButton* button);

    static constexpr int fewRows = 5;
    RelatedList m_list;
    int m_limit = fewRows;
    QLabel* m_count;
    QLabel* m_empty;
    QVBoxLayout* m_rows;
    std::vector<RecordRowButton*> m_buttons; ///< filled again for every record; those behind the last row are hidden
    QPushButton* m_more;
};

} // namespace satchel::ui
