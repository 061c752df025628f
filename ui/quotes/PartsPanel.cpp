// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/PartsPanel.h"

#include "ui/fields/Amounts.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace satchel::ui {

namespace {
constexpr int partRole = Qt::UserRole;
constexpr int partHeight = 28;
constexpr int mostPartRows = 8;
} // namespace

PartsPanel::PartsPanel(const Desk& desk, const Id& quote, const Id& line, const QString& name, QWidget* parent)
    : DealPanel(desk, quote, tr("Parts of %1").arg(name), parent), m_line(line), m_list(new QListWidget(this))
{
    m_list->setAccessibleName(tr("Parts of %1").arg(name));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_body->addWidget(m_list);
    addText(tr("Space takes a part in or out. What is ticked and grey is always in it."), "muted");
    setPrimary(tr("Take these parts"), [this] { take(); });
    connect(m_list, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) { toggle(item); });
    desk.reader.ask(
        this, [line](Replica& replica) { return sales::partChoiceOf(replica, line); },
        [this](const Result<std::optional<sales::PartChoice>>& choice) { display(choice); });
}

void PartsPanel::begin()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void PartsPanel::display(const Result<std::optional<sales::PartChoice>>& choice)
{
    if (choice.ok() && *choice) {
        m_choice = **choice;
        fill();
        say();
        return;
    }
    Q_EMIT notice(choice.ok() ? tr("This line is no bundle: it has no parts to choose.")
                              : toQString(choice.error().message),
                  false);
    Q_EMIT closed();
}

// Group by group, those of none first; a part that many others exclude stands where the catalogue puts it.
void PartsPanel::fill()
{
    const auto heading = [this](const QString& text) {
        auto* item = new QListWidgetItem(text, m_list);
        item->setFlags(Qt::NoItemFlags);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        item->setFont(strong);
        item->setSizeHint(QSize(0, partHeight));
    };
    for (const BundlePart& part : m_choice.bundle.parts)
        if (part.group.isNull())
            addPart(part);
    for (const OptionGroup& group : m_choice.bundle.groups) {
        const QString least = numberWord(group.least);
        const QString name = toQString(group.name);
        heading(!group.most                  ? (group.least == 0 ? name : tr("%1, at least %2").arg(name, least))
                : *group.most == group.least ? tr("%1, exactly %2").arg(name, least)
                : group.least == 0           ? tr("%1, at most %2").arg(name, numberWord(*group.most))
                                             : tr("%1, %2 to %3").arg(name, least, numberWord(*group.most)));
        for (const BundlePart& part : m_choice.bundle.parts)
            if (part.group == group.id)
                addPart(part);
    }
    m_list->setFixedHeight(std::min(m_list->count(), mostPartRows) * partHeight + 4);
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->flags().testFlag(Qt::ItemIsSelectable)) {
            m_list->setCurrentRow(row);
            break;
        }
}

void PartsPanel::addPart(const BundlePart& part)
{
    const auto name = m_choice.names.find(part.product);
    QString text = name == m_choice.names.end() ? tr("A product that is not on this laptop") : toQString(name->second);
    if (part.quantity.units != Decimal::scale)
        text = tr("%1 × %2", "how many of which part").arg(decimalWord(part.quantity), text);
    if (!part.included)
        text = tr("%1, at its own price").arg(text);
    auto* item = new QListWidgetItem(text, m_list);
    const bool fixed = part.kind == BundlePart::Kind::Fixed;
    item->setData(partRole, toQString(part.id.toString()));
    item->setFlags(fixed ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setCheckState(fixed || m_choice.chosen.contains(part.id) ? Qt::Checked : Qt::Unchecked);
    item->setSizeHint(QSize(0, partHeight));
}

void PartsPanel::toggle(const QListWidgetItem* item)
{
    const auto id = item == nullptr ? std::nullopt : Id::parse(fromQString(item->data(partRole).toString()));
    if (!id || !item->flags().testFlag(Qt::ItemIsEnabled))
        return;
    const bool in = !m_choice.chosen.contains(*id);
    if (in)
        m_choice.chosen.insert(*id);
    else
        m_choice.chosen.erase(*id);
    m_list->item(m_list->row(item))->setCheckState(in ? Qt::Checked : Qt::Unchecked);
    say();
}

void PartsPanel::say()
{
    const auto objections = objectionsTo(m_choice.bundle, m_choice.chosen, m_choice.names);
    complain(objections.empty() ? QString() : sentenceWord(toQString(objections.front())));
}

void PartsPanel::take()
{
    const auto objections = objectionsTo(m_choice.bundle, m_choice.chosen, m_choice.names);
    say();
    if (objections.empty())
        Q_EMIT chosen(m_line, m_choice.chosen);
}

bool PartsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        toggle(m_list->currentItem());
        return true;
    }
    return DealPanel::eventFilter(watched, event);
}

} // namespace satchel::ui
