// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchBox.h"

#include "ui/records/RowMakers.h"
#include "ui/theme/Colors.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QToolButton>

namespace satchel::ui {

namespace {

constexpr int mostHits = 12;
constexpr int mostCommands = 6;
constexpr int rowHeight = 44;
enum Role { HitRole = Qt::UserRole + 1, CommandRole, IconRole, ContextRole, AsideRole };

class ResultDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, rowHeight}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colors& colors = colorsOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.accentSoft);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 6, 6);
        }
        const QRect mark(option.rect.topLeft() + QPoint(12, (rowHeight - 18) / 2), QSize(18, 18));
        painter->drawPixmap(
            QStyle::visualRect(option.direction, option.rect, mark).topLeft(),
            iconPixmap(index.data(IconRole).toString(), 18, colors.muted, painter->device()->devicePixelRatio()));
        const QRect text = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(42, 0, -12, 0));
        QFont small = option.font;
        small.setPixelSize(12);
        const QString aside = index.data(AsideRole).toString();
        const int asideWidth = QFontMetrics(small).horizontalAdvance(aside) + 12;
        painter->setPen(colors.text);
        painter->setFont(option.font);
        const QString title =
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width() - asideWidth);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, title);
        const int used = painter->fontMetrics().horizontalAdvance(title) + 10;
        painter->setFont(small);
        painter->setPen(colors.muted);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, aside);
        const QRect rest = QStyle::visualRect(option.direction, text, text.adjusted(used, 0, -asideWidth, 0));
        if (rest.width() > 40)
            painter->drawText(
                rest, Qt::AlignLeft | Qt::AlignVCenter,
                painter->fontMetrics().elidedText(index.data(ContextRole).toString(), Qt::ElideRight, rest.width()));
        painter->restore();
    }
};

} // namespace

SearchBox::SearchBox(const Desk& desk, QWidget* parent)
    : QLineEdit(parent),
      m_desk(desk),
      m_results(new QListWidget(parent->window())),
      m_generation(std::make_shared<std::atomic<std::uint64_t>>(0))
{
    const QKeySequence key(Qt::CTRL | Qt::Key_K);
    setPlaceholderText(tr("Search everything (%1)").arg(key.toString(QKeySequence::NativeText)));
    setAccessibleName(tr("Search everything"));
    setToolTip(withKey(tr("Names, phone digits, words of notes, actions"), key));
    addLeadingIcon(this, QStringLiteral("search"));
    addClearButton(this);
    m_results->setItemDelegate(new ResultDelegate(m_results));
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setAccessibleName(tr("Search results"));
    m_results->setProperty("kind", QStringLiteral("results"));
    m_results->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::search);
    connect(m_results, &QListWidget::itemPressed, this, &SearchBox::choose);
}

void SearchBox::search()
{
    const std::uint64_t generation = ++*m_generation;
    const std::string words = fromQString(text().trimmed());
    if (words.empty()) {
        show({});
        return;
    }
    m_desk.reader.ask(this, ReplicaThread::Question([this, words, generation, current = m_generation](
                                                        Replica& replica) -> ReplicaThread::Answer {
                          if (*current != generation)
                              return {};
                          auto hits =
                              std::make_shared<Result<std::vector<Hit>>>(replica.searchEverything(words, mostHits));
                          return [this, hits, generation] {
                              if (*m_generation == generation && hits->ok())
                                  show(**hits);
                          };
                      }));
}

void SearchBox::show(const std::vector<Hit>& hits)
{
    m_hits = hits;
    m_results->clear();
    for (const Hit& hit : hits) {
        const Entity& entity = *schema::entityNumbered(hit.key.entity);
        auto* item = new QListWidgetItem(oneLine(toQString(hit.label)), m_results);
        item->setData(HitRole, static_cast<int>(&hit - hits.data()));
        item->setData(IconRole, iconFor(entity));
        item->setData(ContextRole, oneLine(toQString(hit.context)));
        item->setData(AsideRole, entityWord(entity));
    }
    const QString wanted = text().trimmed();
    int shown = 0;
    for (std::size_t i = 0; i < m_commands.size() && shown < mostCommands; ++i)
        if (m_commands[i].name.contains(wanted, Qt::CaseInsensitive)) {
            auto* item = new QListWidgetItem(m_commands[i].name, m_results);
            item->setData(CommandRole, static_cast<int>(i));
            item->setData(IconRole, m_commands[i].iconName);
            item->setData(AsideRole, m_commands[i].key.toString(QKeySequence::NativeText));
            ++shown;
        }
    if (m_results->count() == 0) {
        auto* item = new QListWidgetItem(tr("Nothing fits \"%1\"").arg(oneLine(wanted, 40)), m_results);
        item->setFlags(Qt::NoItemFlags);
        item->setData(IconRole, QStringLiteral("search"));
    }
    m_results->setCurrentRow(0);
    const int width = qMax(this->width(), 480);
    const QPoint corner = mapTo(window(), QPoint(isRightToLeft() ? 0 : this->width() - width, height() + 4));
    m_results->setGeometry(corner.x(), corner.y(), width,
                           qMin(m_results->count() * rowHeight + 12, window()->height() - corner.y() - 16));
    m_results->setVisible(hasFocus());
    m_results->raise();
}

void SearchBox::choose()
{
    const QListWidgetItem* item = m_results->currentItem();
    if (item == nullptr || !m_results->isVisible())
        return;
    const QVariant hit = item->data(HitRole), command = item->data(CommandRole);
    leave();
    clear();
    if (hit.isValid())
        Q_EMIT openRequested(m_hits[static_cast<std::size_t>(hit.toInt())].key);
    else if (command.isValid())
        m_commands[static_cast<std::size_t>(command.toInt())].run();
}

void SearchBox::leave()
{
    ++*m_generation;
    m_results->hide();
    Q_EMIT left();
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    const int row = m_results->currentRow();
    switch (event->key()) {
    case Qt::Key_Down: m_results->setCurrentRow(qMin(row + 1, m_results->count() - 1)); return;
    case Qt::Key_Up: m_results->setCurrentRow(qMax(row - 1, 0)); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return;
    case Qt::Key_Escape:
        clear();
        leave();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    selectAll();
    search(); // actions show before the first letter
}

void SearchBox::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    m_results->hide();
}

} // namespace satchel::ui
