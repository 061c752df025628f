// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/PickerLine.h"

#include "ui/widgets/Kit.h"

#include <QKeyEvent>
#include <QListWidget>

namespace satchel::ui {

namespace {
constexpr int idRole = Qt::UserRole;
constexpr int leastWidth = 400;
} // namespace

PickerLine::PickerLine(ReplicaReader& reader, Source source, const QString& name, QWidget* parent)
    : QLineEdit(parent), m_reader(reader), m_source(std::move(source)), m_list(new QListWidget(parent->window()))
{
    setAccessibleName(name);
    m_list->setAccessibleName(tr("Choices for %1").arg(name));
    setKind(m_list, "results");
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    connect(this, &QLineEdit::textEdited, this, &PickerLine::search);
    connect(m_list, &QListWidget::itemPressed, this, [this](const QListWidgetItem* item) {
        if (item->flags().testFlag(Qt::ItemIsEnabled))
            Q_EMIT chosen();
    });
}

PickerLine::~PickerLine()
{
    delete m_list;
}

Id PickerLine::picked() const
{
    const QListWidgetItem* item = m_fits && m_list ? m_list->currentItem() : nullptr;
    if (item == nullptr || !item->flags().testFlag(Qt::ItemIsEnabled))
        return {};
    return Id::fromBytes(item->data(idRole).toByteArray().toStdString()).value_or(Id{});
}

bool PickerLine::isListShown() const
{
    return m_list && m_list->isVisible();
}

void PickerLine::hideList()
{
    if (m_list)
        m_list->hide();
}

void PickerLine::search()
{
    const std::uint64_t asked = ++m_asked;
    m_fits = false;
    if (text().trimmed().isEmpty()) {
        hideList();
        return;
    }
    m_reader.ask(
        this, [source = m_source, text = text()](Replica& replica) { return source(replica, text); },
        [this, asked](const std::vector<Choice>& choices) {
            if (asked == m_asked && m_list)
                show(choices);
        });
}

void PickerLine::show(const std::vector<Choice>& choices)
{
    m_fits = true;
    m_list->clear();
    for (const Choice& choice : choices) {
        const bool open = choice.objection.isEmpty();
        auto* item =
            new QListWidgetItem(open ? choice.title : choice.title + QLatin1Char('\n') + choice.objection, m_list);
        item->setData(idRole, QByteArray(choice.id.view().data(), 16));
        if (!open)
            item->setFlags(Qt::NoItemFlags);
    }
    const bool any = !choices.empty() && choices.front().objection.isEmpty();
    m_list->setCurrentRow(any ? 0 : -1);
    if (choices.empty() || !hasFocus()) {
        hideList();
        return;
    }
    int height = 12;
    for (int i = 0; i < m_list->count(); ++i)
        height += m_list->sizeHintForRow(i);
    const int width = qMax(leastWidth, this->width());
    const QPoint below = mapTo(window(), QPoint(isRightToLeft() ? this->width() - width : 0, this->height() + 4));
    const bool fits = below.y() + height < window()->height();
    m_list->setGeometry(below.x(), fits ? below.y() : below.y() - height - this->height() - 8, width, height);
    m_list->show();
    m_list->raise();
}

void PickerLine::step(int by)
{
    for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by)
        if (m_list->item(row)->flags().testFlag(Qt::ItemIsEnabled)) {
            m_list->setCurrentRow(row);
            return;
        }
}

void PickerLine::keyPressEvent(QKeyEvent* event)
{
    if (isListShown() && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up))
        step(event->key() == Qt::Key_Down ? 1 : -1);
    else
        QLineEdit::keyPressEvent(event);
}

void PickerLine::focusOutEvent(QFocusEvent* event)
{
    hideList();
    QLineEdit::focusOutEvent(event);
}

} // namespace satchel::ui
