// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Pages.h"

#include "ui/models/ReplicaThread.h"
#include "ui/shell/Page.h"

#include <QApplication>
#include <QEvent>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace satchel::ui {

namespace {
constexpr int afterStartMs = 400;
constexpr int betweenPagesMs = 60;
constexpr int countsMs = 250;
constexpr int afterKeyMs = 1000; ///< somebody is working: a page takes as long to make as a letter may take to appear
} // namespace

Pages::Pages(std::vector<PageCard> cards, ReplicaReader& reader, QStackedWidget* stack, const QSettings& settings,
             QObject* parent)
    : QObject(parent), m_cards(std::move(cards)), m_reader(reader), m_stack(stack), m_settings(settings)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Pages::makeNext);
    m_counts.setSingleShot(true);
    m_counts.setInterval(countsMs);
    connect(&m_counts, &QTimer::timeout, this, &Pages::refreshCounts);
}

Page* Pages::find(const QString& id) const
{
    const auto found = std::find_if(m_made.begin(), m_made.end(), [&](const Page* page) { return page->id() == id; });
    return found == m_made.end() ? nullptr : *found;
}

Page* Pages::page(const QString& id)
{
    if (Page* page = find(id))
        return page;
    const auto card = std::find_if(m_cards.begin(), m_cards.end(), [&](const PageCard& each) { return each.id == id; });
    return card == m_cards.end() ? nullptr : make(*card);
}

const PageCard* Pages::cardOf(int entity) const
{
    const auto card = std::find_if(m_cards.begin(), m_cards.end(), [&](const PageCard& each) {
        return each.entity != nullptr && each.entity->number == entity;
    });
    return card == m_cards.end() ? nullptr : &*card;
}

Page* Pages::make(const PageCard& card)
{
    Page* page = card.make(m_stack);
    page->setKey(card.key);
    m_stack->addWidget(page);
    m_made << page;
    Q_EMIT pageMade(page);
    page->restore(m_settings);
    return page;
}

const QList<Page*>& Pages::all()
{
    for (const PageCard& card : m_cards)
        (void)page(card.id);
    return m_made;
}

void Pages::refresh(Page* current)
{
    m_stale = QSet<Page*>(m_made.begin(), m_made.end());
    enter(current);
    if (!m_counts.isActive())
        m_counts.start();
}

void Pages::enter(Page* page)
{
    if (m_stale.remove(page))
        page->refresh();
}

void Pages::refreshCounts()
{
    for (Page* page : std::as_const(m_stale))
        page->recount();
}

void Pages::makeTheRest()
{
    qApp->installEventFilter(this);
    m_next.start(afterStartMs);
}

void Pages::makeNext()
{
    if (!m_reader.isIdle()) {
        m_next.start(betweenPagesMs);
        return;
    }
    const PageCard* next = nullptr; // first those that say in the rail what waits on them
    for (const PageCard& card : m_cards)
        if (find(card.id) == nullptr && (next == nullptr || (card.below && !next->below)))
            next = &card;
    if (next == nullptr) {
        qApp->removeEventFilter(this);
        return;
    }
    const ReplicaThread::Quietly quietly(m_reader);
    make(*next);
    m_next.start(betweenPagesMs);
}

bool Pages::eventFilter(QObject* watched, QEvent* event)
{
    if (m_next.isActive() && (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress))
        m_next.start(afterKeyMs);
    return QObject::eventFilter(watched, event);
}

} // namespace satchel::ui
