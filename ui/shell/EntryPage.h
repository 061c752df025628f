// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/Page.h"

#include <QVariant>

class QAbstractItemDelegate;
class QKeyEvent;
class QLabel;
class QListView;
class QPainter;
class QStandardItemModel;
class QStyleOptionViewItem;

namespace satchel::ui {

struct Colors;
class EmptyState;

/// A page of things to answer one after the other: a list with its keys on the left, the chosen one on the right, or
/// what belongs here where there is none. The place in the list is kept while it is read anew. What an entry is, how it
/// is painted and what the keys do is the page's (inbox, approvals). Window's thread.
class EntryPage : public Page {
    Q_OBJECT
public:
    void enter() override;
    [[nodiscard]] QWidget* keyTarget() const override;

protected:
    static constexpr int entryRole = Qt::UserRole + 1;
    struct Parts {
        QString name; ///< of the list, as spoken
        QString keys; ///< said below the list
        QAbstractItemDelegate* delegate = nullptr;
        QWidget* side = nullptr; ///< shows the chosen entry
        EmptyState* empty = nullptr;
        int listWidth = 420;
        bool several = false; ///< whether more than one can be chosen
    };
    explicit EntryPage(QWidget* parent);
    void build(const Parts& parts);
    /// What the keys do now, where that is not always the same.
    void sayKeys(const QString& keys);

    struct Item {
        Id id;
        QString spoken;
        QVariant entry;
        bool stays = true; ///< the place stays on it; else it goes to what now stands there
    };
    void showItems(const std::vector<Item>& items);
    [[nodiscard]] QVariant currentEntry() const;
    /// All that are chosen, from above; the current one where several cannot be.
    [[nodiscard]] QVariantList chosenEntries() const;
    [[nodiscard]] QListView* list() const { return m_list; }

    /// Another entry is the current one, or more or fewer are chosen.
    virtual void showCurrent() = 0;
    /// A key pressed in the list, without modifiers; false if it means nothing here.
    virtual bool pressed(int key) = 0;
    bool eventFilter(QObject* watched, QEvent* event) override;

    /// The ground of a chosen entry, or of the one below the mouse.
    static void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const Colors& colors);

private:
    QStandardItemModel* m_items;
    QListView* m_list = nullptr;
    QLabel* m_keys = nullptr;
    QWidget* m_card = nullptr;
    QWidget* m_side = nullptr;
    EmptyState* m_empty = nullptr;
};

} // namespace satchel::ui
