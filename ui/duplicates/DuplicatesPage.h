// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Twins.h"
#include "ui/models/Desk.h"
#include "ui/shell/Page.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace satchel::ui {

class EmptyState;
class MergeView;

/// Records that may be the same customer, pair by pair, and beside the list the two of them field by field. It looks
/// through contacts, accounts and leads a stretch at a time while it is in front, until there is enough to do; asked
/// about one record it shows what may be the same as that. J and K go to the next pair and the one before.
class DuplicatesPage final : public Page {
    Q_OBJECT
public:
    DuplicatesPage(const Desk& desk, QWidget* parent);

    [[nodiscard]] QString id() const override { return QStringLiteral("duplicates"); }
    [[nodiscard]] QString title() const override { return tr("Duplicates"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("git-merge"); }
    void enter() override;
    [[nodiscard]] QWidget* keyTarget() const override;
    void leave() override;
    void refresh() override;
    void recount() override { refresh(); }
    bool back() override;

    /// What may be the same as this record, from now until back(); `other`, if any, stands in front.
    void lookFor(const RowKey& row, const Id& other = {});

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Pair {
        const Entity* entity = nullptr;
        Id first;
        Id second;
        QString names = {};     ///< in one sentence
        QString lines = {};     ///< each for itself, so that one sees where they differ
        QString customers = {}; ///< whose contacts they are, or where the leads work
        std::vector<sales::Alike> by = {};
        bool stands = true; ///< both are there, and nobody has told them apart
        bool operator==(const Pair& other) const { return first == other.first && second == other.second; }
    };
    /// On the reader's thread.
    [[nodiscard]] static Pair pairOf(Replica& replica, const Record& a, const Record& b, std::vector<sales::Alike> by);
    struct Stretch {
        sales::TwinHunt hunt;
        std::vector<Pair> pairs;
    };

    void hunt();
    void take(std::vector<Pair> found);
    /// Which of the pairs known still stand; those that were taken back come again.
    void lookAgain();
    void fill();
    void showCurrent();
    [[nodiscard]] const Pair* current() const;
    void merge();
    void tellApart();
    void report(const QString& sentence, const Status& done);
    void go(int by);

    const Desk& m_desk;
    std::vector<sales::TwinHunt> m_hunts; ///< that are not done yet
    bool m_hunting = false;
    bool m_inFront = false;
    bool m_wantsTable = false; ///< the keyboard goes to the next pair when it is there
    std::vector<Pair> m_pairs;
    std::vector<int> m_shown; ///< places in m_pairs, in the order of the list
    RowKey m_about;           ///< the one record it is about; none: all
    std::uint64_t m_asked = 0;
    QWidget* m_card;
    QListWidget* m_list;
    QLabel* m_progress;
    QPushButton* m_all;
    MergeView* m_view;
    EmptyState* m_empty;
};

} // namespace satchel::ui
