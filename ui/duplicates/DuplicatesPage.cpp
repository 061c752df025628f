// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duplicates/DuplicatesPage.h"

#include "core/model/Rule.h"
#include "core/rules/Access.h"
#include "ui/duplicates/MergeModel.h"
#include "ui/duplicates/MergeView.h"
#include "ui/duplicates/TwinWords.h"
#include "ui/records/RowMakers.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr std::size_t enoughPairs = 100; ///< to work through; then it stops looking until some are done
constexpr int lineHeight = 18;
constexpr int pairListWidth = 320;
constexpr int narrowPairListWidth = 236;
constexpr int roomForWidePairs = 960; ///< below it the two records need the room more than their list

// Who has a record like this in mind thinks of the customer it belongs to.
QString customerOf(Replica& replica, const Record& record)
{
    if (const Field* account = record.entity->field("account"); account != nullptr) {
        const auto label = replica.label({schema::entity("account").number, record.value("account").id()});
        return label.ok() ? oneLine(toQString(*label), 40) : QString();
    }
    return record.entity->field("company") == nullptr ? QString()
                                                      : oneLine(toQString(record.value("company").text()), 40);
}

Result<TwinSheet> sheetOf(Replica& replica, const Entity& entity, const Id& first, const Id& second)
{
    TwinSheet sheet;
    SATCHEL_ASSIGN(const auto one, replica.find(entity, first));
    SATCHEL_ASSIGN(const auto other, replica.find(entity, second));
    if (!one || !other)
        return sheet;
    SATCHEL_ASSIGN(sheet.firstHas, sales::hangingOn(replica, {entity.number, first}));
    SATCHEL_ASSIGN(sheet.secondHas, sales::hangingOn(replica, {entity.number, second}));
    sheet.first = shownRecord(replica, *one);
    sheet.second = shownRecord(replica, *other);
    sheet.by = sales::likeness(*one, *other);
    sheet.found = true;
    return sheet;
}

// The inbox asks about a pair no longer once it is decided here.
Status answerTwinItems(Replica& replica, const Id& one, const Id& other)
{
    SATCHEL_ASSIGN(const auto items, replica.inbox());
    for (const InboxItem& item : items) {
        const bool about = item.rule == rule::duplicate && item.state == "open";
        if (about && ((item.row.id == one && item.a.value.find(other.toString()) != std::string::npos) ||
                      (item.row.id == other && item.a.value.find(one.toString()) != std::string::npos)))
            SATCHEL_TRY(replica.dismissInbox(item.id));
    }
    return Ok{};
}

} // namespace

DuplicatesPage::DuplicatesPage(const Desk& desk, QWidget* parent)
    : Page(parent), m_desk(desk), m_view(new MergeView(desk, this)), m_empty(new EmptyState(iconName(), {}, {}, this))
{
    QFrame* card = makeFrame("card", this);
    m_card = card;
    card->setFixedWidth(pairListWidth);
    m_list = new QListWidget(card);
    m_list->setAccessibleName(tr("Duplicates"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle); // "… Süd" and "… Nord": names differ at their ends
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_progress = makeLabel({}, "small", card);
    wrap(m_progress);
    m_all = makeButton(tr("Look through all records"), "quiet", card, QKeySequence(Qt::Key_Escape));
    QLabel* keys =
        makeLabel(tr("Left, Right choose · Enter merges · D not a duplicate · J, K next, previous"), "small", card);
    wrap(keys);
    auto* foot = new QVBoxLayout;
    setMargins(foot, 16, 0, 16, 0, 8);
    foot->addWidget(m_progress);
    foot->addWidget(m_all, 0, Qt::AlignLeft);
    foot->addWidget(keys);
    auto* column = new QVBoxLayout(card);
    setMargins(column, 1, 8, 1, 12, 8);
    column->addWidget(m_list, 1);
    column->addLayout(foot);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 16, 0, 16, 8, 8);
    layout->addWidget(card);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    m_view->hide();
    connect(m_list, &QListWidget::currentRowChanged, this, &DuplicatesPage::showCurrent);
    connect(m_list, &QListWidget::itemActivated, m_view, &MergeView::focusTable);
    connect(m_all, &QPushButton::clicked, this, [this] { back(); });
    connect(m_view, &MergeView::mergeWanted, this, &DuplicatesPage::merge);
    connect(m_view, &MergeView::apartWanted, this, &DuplicatesPage::tellApart);
    connect(m_view->table(), &MergeTable::nextWanted, this, &DuplicatesPage::go);
    connect(m_view->table(), &MergeTable::left, this, [this] {
        if (!back())
            m_list->setFocus(Qt::OtherFocusReason);
    });
    for (const char* name : {"contact", "account", "lead"}) {
        const Entity& entity = schema::entity(name);
        if (mayDelete(desk.me.role, entity) && mayUpdate(desk.me.role, entity))
            m_hunts.emplace_back(entity);
    }
    fill();
    QTimer::singleShot(0, this, [this, may = !m_hunts.empty()] { Q_EMIT offered(may); });
}

DuplicatesPage::Pair DuplicatesPage::pairOf(Replica& replica, const Record& a, const Record& b,
                                            std::vector<sales::Alike> by)
{
    // The one that was here first stands first: more refers to it.
    const bool inOrder = a.id < b.id;
    const Record& first = inOrder ? a : b;
    const Record& second = inOrder ? b : a;
    const QString one = oneLine(toQString(first.label()), 60), other = oneLine(toQString(second.label()), 60);
    QStringList customers = {customerOf(replica, first), customerOf(replica, second)};
    customers.removeAll(QString());
    customers.removeDuplicates();
    return {.entity = first.entity,
            .first = first.id,
            .second = second.id,
            .names = one == other ? one : tr("%1 and %2").arg(one, other),
            .lines = one == other ? one : one + QLatin1Char('\n') + other,
            .customers = customers.join(QStringLiteral(", ")),
            .by = std::move(by)};
}

QWidget* DuplicatesPage::keyTarget() const
{
    return m_view->table();
}

void DuplicatesPage::enter()
{
    m_inFront = true;
    m_wantsTable = m_view->isHidden(); // which comes with the first pair
    if (m_wantsTable)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_view->focusTable();
    hunt();
}

void DuplicatesPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_card->setFixedWidth(width() < roomForWidePairs ? narrowPairListWidth : pairListWidth);
}

void DuplicatesPage::leave()
{
    m_inFront = false;
}

bool DuplicatesPage::back()
{
    if (m_about.entity == 0)
        return false;
    m_about = {};
    fill();
    hunt();
    return true;
}

void DuplicatesPage::refresh()
{
    lookAgain();
}

void DuplicatesPage::lookFor(const RowKey& row, const Id& other)
{
    m_about = row;
    fill();
    m_desk.reader.ask(
        this,
        [row](Replica& replica) -> Result<std::vector<Pair>> {
            std::vector<Pair> pairs;
            SATCHEL_ASSIGN(const auto record, replica.find(*schema::entityNumbered(row.entity), row.id));
            if (!record)
                return pairs;
            SATCHEL_ASSIGN(auto twins, sales::twinsOf(replica, *record));
            for (sales::Twin& twin : twins)
                pairs.push_back(pairOf(replica, *record, twin.record, std::move(twin.by)));
            return pairs;
        },
        [this, other](const Result<std::vector<Pair>>& found) {
            if (found.ok())
                take(*found);
            int wanted = m_shown.empty() ? -1 : 0;
            for (std::size_t i = 0; i < m_shown.size(); ++i)
                if (const Pair& pair = m_pairs[static_cast<std::size_t>(m_shown[i])];
                    pair.first == other || pair.second == other)
                    wanted = static_cast<int>(i);
            m_list->setCurrentRow(wanted);
            if (m_inFront)
                enter();
        });
}

void DuplicatesPage::hunt()
{
    if (m_hunting || !m_inFront || m_hunts.empty() || m_about.entity != 0 || m_shown.size() >= enoughPairs)
        return;
    m_hunting = true;
    m_desk.reader.ask(
        this,
        [hunt = m_hunts.front()](Replica& replica) -> Result<Stretch> {
            Stretch stretch{hunt, {}};
            SATCHEL_ASSIGN(const auto found, stretch.hunt.step(replica));
            for (const sales::TwinPair& pair : found)
                stretch.pairs.push_back(pairOf(replica, pair.first, pair.second, pair.by));
            return stretch;
        },
        [this](const Result<Stretch>& stretch) {
            m_hunting = false;
            if (!stretch.ok()) {
                m_hunts.clear();
                Q_EMIT notice(toQString(stretch.error().message), false);
                return;
            }
            m_hunts.front() = stretch->hunt;
            if (stretch->hunt.isDone())
                m_hunts.erase(m_hunts.begin());
            take(stretch->pairs);
            hunt();
        });
}

void DuplicatesPage::take(std::vector<Pair> found)
{
    bool more = false;
    for (Pair& pair : found) {
        const auto known = std::find(m_pairs.begin(), m_pairs.end(), pair);
        more |= known == m_pairs.end();
        if (known == m_pairs.end())
            m_pairs.push_back(std::move(pair));
    }
    if (more || m_hunts.empty() || m_shown.empty())
        fill();
}

void DuplicatesPage::lookAgain()
{
    if (m_pairs.empty())
        return;
    m_desk.reader.ask(
        this,
        [pairs = m_pairs](Replica& replica) -> Result<std::vector<Pair>> {
            std::vector<Pair> again;
            for (const Pair& pair : pairs) {
                SATCHEL_ASSIGN(const auto first, replica.find(*pair.entity, pair.first));
                SATCHEL_ASSIGN(const auto second, replica.find(*pair.entity, pair.second));
                again.push_back(pair);
                again.back().stands = false;
                if (!first || !second)
                    continue;
                if (auto by = sales::likeness(*first, *second); !by.empty())
                    again.back() = pairOf(replica, *first, *second, std::move(by));
            }
            return again;
        },
        [this](const Result<std::vector<Pair>>& again) {
            if (!again.ok())
                return;
            for (const Pair& pair : *again)
                if (const auto known = std::find(m_pairs.begin(), m_pairs.end(), pair); known != m_pairs.end())
                    *known = pair;
            fill();
            showCurrent();
            hunt();
        });
}

void DuplicatesPage::fill()
{
    const Pair* before = current();
    const std::optional<Pair> chosen = before == nullptr ? std::nullopt : std::optional(*before);
    const int place = m_list->currentRow();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_shown.clear();
    int wanted = -1;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        const Pair& pair = m_pairs[i];
        const bool about = m_about.entity == 0 || (pair.entity->number == m_about.entity &&
                                                   (pair.first == m_about.id || pair.second == m_about.id));
        if (!pair.stands || !about)
            continue;
        if (chosen && *chosen == pair)
            wanted = static_cast<int>(m_shown.size());
        m_shown.push_back(static_cast<int>(i));
        QString why = alikeWords(pair.by);
        if (!pair.customers.isEmpty())
            why += QStringLiteral(" · ") + pair.customers;
        auto* item =
            new QListWidgetItem(icon(iconFor(*pair.entity), Tint::Muted), pair.lines + QLatin1Char('\n') + why, m_list);
        item->setData(Qt::AccessibleTextRole,
                      QStringLiteral("%1: %2, %3").arg(entityWord(*pair.entity), pair.names, why));
        item->setToolTip(pair.names);
        item->setSizeHint(QSize(0, 12 + lineHeight * static_cast<int>(item->text().count(QLatin1Char('\n')) + 1)));
    }
    // The next one moves up where the one in front is done.
    if (wanted < 0 && !m_shown.empty())
        wanted = std::clamp(place, 0, static_cast<int>(m_shown.size()) - 1);
    m_list->setCurrentRow(wanted);
    m_all->setVisible(m_about.entity != 0);
    m_progress->setText(m_about.entity != 0             ? QString()
                        : m_shown.size() >= enoughPairs ? tr("There may be more; these first.")
                        : m_hunts.empty()               ? tr("All records are looked through.")
                                                        : tr("Looking through all records …"));
    m_progress->setVisible(!m_progress->text().isEmpty());
    const bool none = m_shown.empty();
    m_empty->setTexts(
        none && !m_hunts.empty() && m_about.entity == 0 ? tr("Looking for duplicates") : tr("No duplicates"),
        m_about.entity != 0 ? tr("Nothing else looks like this one; Esc looks through all records.")
                            : tr("Records that look like the same customer are shown here, side by side."));
    m_empty->setVisible(none);
    const bool changed = !chosen || current() == nullptr || !(*current() == *chosen);
    if (none) {
        m_wantsTable |= m_view->table()->hasFocus();
        m_view->hide();
    } else if (changed) {
        showCurrent();
    }
    Q_EMIT counted(static_cast<qint64>(m_about.entity == 0 ? m_shown.size() : 0));
}

const DuplicatesPage::Pair* DuplicatesPage::current() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= static_cast<int>(m_shown.size())
               ? nullptr
               : &m_pairs[static_cast<std::size_t>(m_shown[static_cast<std::size_t>(row)])];
}

void DuplicatesPage::showCurrent()
{
    const Pair* pair = current();
    const std::uint64_t asked = ++m_asked;
    if (pair == nullptr) {
        m_view->hide();
        return;
    }
    m_desk.reader.ask(
        this,
        [entity = pair->entity, first = pair->first, second = pair->second](Replica& replica) {
            return sheetOf(replica, *entity, first, second);
        },
        [this, asked](const Result<TwinSheet>& sheet) {
            if (asked != m_asked || !sheet.ok() || !sheet->found)
                return;
            const TwinSheet& before = m_view->model().sheet();
            const bool same = m_view->isVisible() && before.found && before.first.record == sheet->first.record &&
                              before.second.record == sheet->second.record;
            if (!same) // what was chosen stays chosen while nothing has changed
                m_view->show(*sheet);
            m_view->setVisible(true);
            if (m_inFront && m_wantsTable)
                m_view->focusTable();
            m_wantsTable = false;
        });
}

void DuplicatesPage::go(int by)
{
    const int row = m_list->currentRow() + by;
    if (row >= 0 && row < m_list->count())
        m_list->setCurrentRow(row);
}

void DuplicatesPage::merge()
{
    if (current() == nullptr || !m_view->isVisible())
        return;
    const sales::Merging merging = m_view->model().merging();
    const QString goes = oneLine(toQString(merging.loser().label()), 60);
    const QString stays = oneLine(toQString(merging.survivor().label()), 60);
    const QString sentence =
        goes == stays ? tr("Merged two records of %1").arg(goes) : tr("Merged %1 into %2").arg(goes, stays);
    m_desk.undo.run(
        sentence,
        [merging](Replica& replica) -> Status {
            SATCHEL_TRY(merging.commit(replica));
            return answerTwinItems(replica, merging.loser().id, merging.survivor().id);
        },
        this, [this, sentence](const Status& done) { report(sentence, done); });
}

void DuplicatesPage::tellApart()
{
    const Pair* pair = current();
    if (pair == nullptr)
        return;
    const QString sentence = tr("Not the same: %1").arg(pair->names);
    m_desk.undo.run(
        sentence,
        [entity = pair->entity, first = pair->first, second = pair->second](Replica& replica) -> Status {
            SATCHEL_TRY(sales::tellApart(replica, *entity, first, second));
            return answerTwinItems(replica, first, second);
        },
        this, [this, sentence](const Status& done) { report(sentence, done); });
}

void DuplicatesPage::report(const QString& sentence, const Status& done)
{
    Q_EMIT notice(done.ok() ? sentence : toQString(done.error().message), done.ok());
    lookAgain();
}

} // namespace satchel::ui
