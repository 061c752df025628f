// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/InboxPage.h"

#include "ui/inbox/ConflictView.h"
#include "ui/theme/Colors.h"
#include "ui/theme/Density.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr int thirdLine = 20; ///< a conflict is a sentence
constexpr int textHeight = 54;
constexpr int listWidth = 380;
} // namespace

class InboxPage::Delegate final : public QStyledItemDelegate {
public:
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, recordRowHeight() + thirdLine};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        const auto entry = index.data(entryRole).value<InboxEntry>();
        paintGround(*painter, option, colors);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QString name = entry.rejected ? QStringLiteral("circle-alert")
                             : entry.open   ? QStringLiteral("git-merge")
                                            : QStringLiteral("check");
        const QColor ink = entry.rejected ? colors.danger : entry.open ? colors.accentText : colors.muted;
        const int above = (option.rect.height() - textHeight) / 2;
        const QRect mark(option.rect.topLeft() + QPoint(16, above + 2), QSize(16, 16));
        painter->drawPixmap(QStyle::visualRect(option.direction, option.rect, mark).topLeft(),
                            iconPixmap(name, 16, ink, painter->device()->devicePixelRatio()));
        QRect text = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(42, above, -16, 1 - above));
        QFont strong = option.font;
        strong.setWeight(entry.open ? QFont::DemiBold : QFont::Normal);
        painter->setFont(strong);
        painter->setPen(entry.open ? colors.text : colors.muted);
        const QString heading =
            entry.field.isEmpty() ? entry.record : QStringLiteral("%1 · %2").arg(entry.record, entry.field);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                          painter->fontMetrics().elidedText(isolated(heading), Qt::ElideRight, text.width()));
        text.setTop(text.top() + 20);
        QFont small = option.font;
        small.setPixelSize(12);
        painter->setFont(small);
        painter->setPen(colors.muted);
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
            painter->fontMetrics().elidedText(isolated(entry.sentence), Qt::ElideRight, text.width() * 2 - 40));
        painter->restore();
    }
};

InboxPage::InboxPage(const Desk& desk, QWidget* parent)
    : EntryPage(parent), m_desk(desk), m_view(new ConflictView(desk.reader, this))
{
    build({.name = tr("Inbox"),
           .keys = tr("U use the other · K keep, discard · E edit and send again · Enter opens · Shift+Down chooses "
                      "several"),
           .delegate = new Delegate,
           .side = m_view,
           .empty = new EmptyState(QStringLiteral("inbox"), tr("Nothing to decide"),
                                   tr("When you and a colleague change the same thing, both values wait for you here."),
                                   this),
           .listWidth = listWidth,
           .several = true});
    connect(m_view, &ConflictView::swapWanted, this, &InboxPage::swap);
    connect(m_view, &ConflictView::keepWanted, this, &InboxPage::keep);
    connect(m_view, &ConflictView::openWanted, this, &InboxPage::openCurrent);
    connect(m_view, &ConflictView::editWanted, this, &InboxPage::edit);
    connect(m_view, &ConflictView::copyWanted, this, &InboxPage::copy);
    connect(m_view, &ConflictView::historyWanted, this, &Page::historyRequested);
    connect(m_view, &ConflictView::sendWanted, this, &InboxPage::send);
    connect(m_view, &ConflictView::editLeft, this, &InboxPage::enter);
    refresh();
}

void InboxPage::refresh()
{
    m_desk.reader.ask(
        this,
        [me = m_desk.me.user, now = m_desk.environment.now()](Replica& replica) { return loadInbox(replica, me, now); },
        [this](const std::vector<InboxEntry>& entries) { show(entries); });
}

void InboxPage::show(const std::vector<InboxEntry>& entries)
{
    if (chosenEntries().size() > 1 && list()->hasFocus() &&
        list()->model()->rowCount() == static_cast<int>(entries.size()) &&
        std::equal(entries.begin(), entries.end(), m_read.begin(), m_read.end(),
                   [](const auto& a, const auto& b) { return a.item.id == b.item.id && a.item.state == b.item.state; }))
        return; // nothing is different: several stay chosen
    m_read = entries;
    std::vector<Item> items;
    for (const InboxEntry& entry : entries)
        items.push_back(
            {.id = entry.item.id, .spoken = entry.sentence, .entry = QVariant::fromValue(entry), .stays = entry.open});
    showItems(items);
}

void InboxPage::choose(const Id& item)
{
    for (std::size_t i = 0; i < m_read.size(); ++i)
        if (m_read[i].item.id == item)
            list()->setCurrentIndex(list()->model()->index(static_cast<int>(i), 0));
}

std::optional<InboxEntry> InboxPage::current() const
{
    const QVariant entry = currentEntry();
    return entry.isValid() ? std::optional(entry.value<InboxEntry>()) : std::nullopt;
}

std::vector<InboxEntry> InboxPage::chosen() const
{
    std::vector<InboxEntry> entries;
    for (const QVariant& each : chosenEntries())
        if (const auto entry = each.value<InboxEntry>(); entry.open)
            entries.push_back(entry);
    return entries;
}

void InboxPage::showCurrent()
{
    const std::vector<InboxEntry> several = chosen();
    const auto entry = current();
    if (m_view->isEditing() && entry && entry->item.id == m_shown && entry->open && several.size() < 2)
        return; // what is being typed stays
    m_shown = entry ? entry->item.id : Id();
    if (several.size() > 1)
        m_view->showSeveral(
            static_cast<qsizetype>(several.size()),
            std::count_if(several.begin(), several.end(), [](const InboxEntry& each) { return each.other() != 0; }));
    else if (entry)
        m_view->show(*entry);
    Q_EMIT placeChanged();
}

std::optional<RowKey> InboxPage::currentRecord() const
{
    const auto entry = current();
    return entry ? std::optional(entry->item.row) : std::nullopt;
}

void InboxPage::swap()
{
    answer(chosen(), true);
}

void InboxPage::keep()
{
    answer(chosen(), false);
}

void InboxPage::answer(const std::vector<InboxEntry>& entries, bool swapped)
{
    if (entries.size() == 1 && (!swapped || entries.front().other() != 0) && entries.front().isForServer()) {
        answerOne(entries.front(), swapped);
        return;
    }
    std::vector<std::pair<Id, char>> answers;
    for (const InboxEntry& entry : entries)
        if (!swapped || entry.other() != 0)
            answers.emplace_back(entry.item.id, swapped ? entry.other() : 0);
    if (answers.empty())
        return;
    const InboxEntry& first = entries.front();
    const int count = static_cast<int>(answers.size());
    const QString field = first.field.isEmpty() ? tr("record") : inSentence(first.field);
    const QString done = count > 1        ? (swapped ? tr("Used the other value of %Ln items", nullptr, count)
                                                     : tr("Answered %Ln items", nullptr, count))
                         : swapped        ? tr("Changed the %1 of %2").arg(field, first.record)
                         : first.rejected ? tr("Discarded what was not accepted of %1").arg(first.record)
                                          : tr("Kept the %1 of %2 as it is").arg(field, first.record);
    m_desk.undo.run(
        done,
        [answers](Replica& replica) -> Result<int> {
            int failed = 0;
            Status last = Ok{};
            for (const auto& [item, side] : answers)
                if (const Status status = side == 0 ? replica.dismissInbox(item) : replica.takeInbox(item, side);
                    !status.ok()) {
                    last = status;
                    ++failed;
                }
            if (failed == static_cast<int>(answers.size()))
                return last.error();
            return failed;
        },
        this,
        [this, done](const Result<int>& failed) {
            if (!failed.ok())
                Q_EMIT notice(toQString(failed.error().message), false);
            else
                Q_EMIT notice(
                    *failed == 0 ? done
                                 : tr("%1; %2 could not be answered and are still here").arg(done, numberWord(*failed)),
                    true);
        });
}

// What the server carries out by itself cannot be taken back here, so it is not remembered as if it could.
void InboxPage::answerOne(const InboxEntry& entry, bool swapped)
{
    m_desk.writer.answerInbox(entry.item.id, swapped ? entry.other() : '\0', this, [this, entry](const Status& status) {
        Q_EMIT notice(status.ok() ? tr("Answered: %1").arg(entry.record) : toQString(status.error().message), false);
    });
}

void InboxPage::edit()
{
    const auto entry = current();
    if (!entry || !entry->open || !entry->canResend || chosen().size() > 1)
        return;
    const Entity& entity = *schema::entityNumbered(entry->item.row.entity);
    const auto values = typedValues(*entry);
    if (entry->item.field.empty())
        Q_EMIT resendWanted(&entity, values, usedEdit(*entry));
    else
        m_view->edit(entity, *entity.field(entry->item.field), values.empty() ? Value() : values.front().second,
                     m_desk.environment.now());
}

void InboxPage::send(const Value& value)
{
    const auto entry = current();
    if (!entry)
        return;
    const Entity& entity = *schema::entityNumbered(entry->item.row.entity);
    const std::size_t field = *entity.indexOf(entry->item.field);
    const Action action{
        .name = tr("Sent the %1 of %2 again").arg(inSentence(entry->field), entry->record),
        .edits = {
            {.kind = OperationKind::Update, .entity = &entity, .id = entry->item.row.id, .values = {{field, value}}},
            usedEdit(*entry)}};
    m_desk.undo.perform(action, this, [this, name = action.name](const Result<ReplicaWriter::Done>& done) {
        if (!done.ok()) {
            m_view->complain(toQString(done.error().message));
            return;
        }
        m_view->endEdit();
        enter();
        Q_EMIT notice(name, true);
    });
}

void InboxPage::copy()
{
    QStringList texts;
    for (const InboxEntry& entry : chosen())
        texts << (entry.a.mine && !entry.b.mine ? entry.a.value : entry.b.value);
    if (texts.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(texts.join(QLatin1Char('\n')));
    Q_EMIT notice(tr("Copied what you had typed"), false);
}

void InboxPage::openCurrent()
{
    const auto entry = current();
    if (!entry || schema::entityNumbered(entry->item.row.entity) == nullptr)
        return;
    if (entry->twin.isNull())
        Q_EMIT openRequested(entry->item.row);
    else
        Q_EMIT twinsRequested(entry->item.row, entry->twin);
}

bool InboxPage::pressed(int key)
{
    switch (key) {
    case Qt::Key_U: swap(); return true;
    case Qt::Key_K: keep(); return true;
    case Qt::Key_E: edit(); return true;
    case Qt::Key_C: copy(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: openCurrent(); return true;
    default: return false;
    }
}

} // namespace satchel::ui
