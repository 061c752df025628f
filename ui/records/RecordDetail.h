// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/fields/RecordForm.h"
#include "ui/records/DetailPlan.h"
#include "ui/records/RelatedCard.h"
#include "ui/records/Timeline.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace satchel::ui {

class ElidedLabel;
class EmptyState;
class InitialsBadge;
class LogBox;
class ReachBar;
class TimelineView;
class TwinHint;

/// Everything about one record on one page: header, facts, form, related records, timeline with its log line. Draws
/// what a DetailPlan says, two columns where there is room. All data come with one question to the reader. Window's
/// thread.
class RecordDetail final : public QWidget {
    Q_OBJECT
public:
    RecordDetail(const Desk& desk, DetailPlan plan, QWidget* parent);

    void show(const Id& id);
    void refresh();
    [[nodiscard]] Id shownId() const { return m_id; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] const Entity& entity() const { return *m_plan.entity; }
    void focusLog();
    void focusFields();
    /// By the buttons of the header.
    void call();
    void write();
    /// Saves what is being typed.
    void finish();
    void setEmptyTexts(const QString& heading, const QString& hint);

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    /// A new record of `entity` that points here with `link`.
    void addRequested(const satchel::Entity* entity, const QString& link, const satchel::Id& id);
    void historyRequested();
    void deleteRequested();
    /// What looks like the same customer is to be compared with this one.
    void twinsRequested();
    void loaded();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Data {
        bool found = false;
        ShownRecord record;
        std::vector<RelatedCard::Data> related;
        std::vector<TimelineItem> timeline;
    };

    [[nodiscard]] QWidget* makeHeader(QWidget* parent);
    [[nodiscard]] QFrame* makeHighlights(QWidget* parent);
    [[nodiscard]] QFrame* makeForm(QWidget* parent);
    [[nodiscard]] QFrame* makeTimeline(QWidget* parent);
    void makeLists(QWidget* parent);
    void arrange();
    void ask();
    void display(const Data& data);
    void displayHeader(const ShownRecord& record);
    void markDone(const Id& task);
    void setRole(const Id& contact, const std::string& role);

    const Desk& m_desk;
    DetailPlan m_plan;
    Id m_id;
    QString m_title;
    std::uint64_t m_asked = 0;
    bool m_wide = false;
    bool m_arranged = false;
    QScrollArea* m_scroll;
    EmptyState* m_empty;
    InitialsBadge* m_badge = nullptr;
    QHBoxLayout* m_pills = nullptr;
    ElidedLabel* m_subtitle = nullptr;
    ReachBar* m_reach = nullptr;
    TwinHint* m_twins = nullptr;
    std::vector<FieldRow*> m_facts;
    RecordForm* m_form = nullptr;
    LogBox* m_log = nullptr;
    TimelineView* m_timeline = nullptr;
    QFrame* m_formCard = nullptr;
    QFrame* m_timelineCard = nullptr;
    std::vector<RelatedCard*> m_lists;
    std::vector<DetailCard*> m_cards;
    QHBoxLayout* m_columns = nullptr;
    QVBoxLayout* m_left = nullptr;
    QVBoxLayout* m_right = nullptr;
};

} // namespace satchel::ui
