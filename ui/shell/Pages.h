// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Schema.h"
#include "ui/models/Desk.h"

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

class QSettings;
class QStackedWidget;

namespace satchel::ui {

class Page;
class ReplicaReader;
class SyncGateway;

/// What the window knows of a page that nobody has looked at yet; the same as the page says of itself.
struct PageCard {
    QString id;
    QString title; ///< while no record is opened
    QString iconName;
    QKeySequence key;
    bool below = false;  ///< in the rail's lower group
    bool offered = true; ///< in the rail from the beginning; else the page says whether it is for this user
    const Entity* entity = nullptr;
    std::function<Page*(QWidget* parent)> make;
};
/// All pages of this user's window, in the rail's order. `desk` and `gateway` outlive what the cards make.
[[nodiscard]] std::vector<PageCard> pageCards(const Desk& desk, SyncGateway& gateway);

/// The pages of the window. Each is made when somebody first goes there; those that are left are made one by one a
/// moment after the start, while nobody presses a key and nothing is being read, so that a start costs one page and
/// every later step none; what those want to read waits for what somebody looks at. Owned by the window, on its thread.
class Pages final : public QObject {
    Q_OBJECT
public:
    /// Pages are restored from `settings` when they are made; it and `reader`, which they all ask, outlive this.
    Pages(std::vector<PageCard> cards, ReplicaReader& reader, QStackedWidget* stack, const QSettings& settings,
          QObject* parent);

    [[nodiscard]] const std::vector<PageCard>& cards() const { return m_cards; }
    /// Made if it is not there yet; nullptr for an id without a page.
    [[nodiscard]] Page* page(const QString& id);
    /// The card of the page that shows this kind of record, or nullptr.
    [[nodiscard]] const PageCard* cardOf(int entity) const;
    /// Those that are there, in the order they were made.
    [[nodiscard]] QList<Page*> made() const { return m_made; }
    /// Makes all that are left, now.
    const QList<Page*>& all();
    /// The store changed: `current` is read anew now, the others when they are entered; what the rail says of those is
    /// counted a moment later, and not more often than a person looks there.
    void refresh(Page* current);
    /// Somebody goes there: what has changed meanwhile is read.
    void enter(Page* page);
    /// Begins to make what is left, soon.
    void makeTheRest();

Q_SIGNALS:
    /// Before anybody sees it: the window connects it and its settings are restored after.
    void pageMade(satchel::ui::Page* page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Page* make(const PageCard& card);
    void makeNext();
    [[nodiscard]] Page* find(const QString& id) const;
    void refreshCounts();

    std::vector<PageCard> m_cards;
    ReplicaReader& m_reader;
    QStackedWidget* m_stack;
    const QSettings& m_settings;
    QList<Page*> m_made;
    QSet<Page*> m_stale;
    QTimer m_next;
    QTimer m_counts;
};

} // namespace satchel::ui
