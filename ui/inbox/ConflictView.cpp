// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ConflictView.h"

#include "ui/widgets/Badge.h"
#include "ui/widgets/Kit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

ConflictView::ConflictView(QWidget* parent)
    : QFrame(parent),
      m_heading(makeLabel({}, "heading", this)),
      m_sentence(makeLabel({}, "", this)),
      m_values(new QHBoxLayout),
      m_reason(makeLabel({}, "muted", this)),
      m_swap(makeButton(tr("Use mine"), "primary", this, QKeySequence(Qt::Key_U))),
      m_keep(makeButton(tr("Keep"), "", this, QKeySequence(Qt::Key_K))),
      m_open(makeButton(tr("Open record"), "quiet", this, QKeySequence(Qt::Key_Return)))
{
    setProperty("kind", QStringLiteral("card"));
    for (QLabel* label : {m_heading, m_sentence, m_reason})
        label->setWordWrap(true);
    setMargins(m_values, 0, 8, 0, 8, 8);
    auto* buttons = new QHBoxLayout;
    setMargins(buttons, 0, 8, 0, 0, 8);
    for (QPushButton* button : {m_swap, m_keep, m_open})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 24, 20, 24, 24, 8);
    layout->addWidget(m_heading);
    layout->addWidget(m_sentence);
    layout->addLayout(m_values);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);
    connect(m_swap, &QPushButton::clicked, this, &ConflictView::swapWanted);
    connect(m_keep, &QPushButton::clicked, this, &ConflictView::keepWanted);
    connect(m_open, &QPushButton::clicked, this, &ConflictView::openWanted);
}

void ConflictView::addValue(const QString& heading, const QString& detail, const QString& value, bool kept)
{
    QFrame* box = makeFrame(kept ? "kept" : "valuebox", this);
    auto* layout = new QVBoxLayout(box);
    setMargins(layout, 12, 10, 12, 12, 4);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(heading, "section", box));
    bar->addStretch();
    if (kept)
        bar->addWidget(new Pill(tr("Kept"), Tone::Neutral, box));
    layout->addLayout(bar);
    QLabel* text = makeLabel(value.isEmpty() ? tr("(empty)") : value, value.isEmpty() ? "muted" : "content", box);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    wrap(text);
    layout->addWidget(text);
    layout->addStretch();
    QLabel* small = makeLabel(detail, "small", box);
    small->setWordWrap(true);
    layout->addWidget(small);
    m_values->addWidget(box, 1);
}

void ConflictView::show(const InboxEntry& entry)
{
    m_heading->setText(entry.field.isEmpty() ? entry.record : tr("%1 of %2").arg(entry.field, entry.record));
    m_sentence->setText(entry.sentence);
    m_reason->setText(entry.reason);
    clearLayout(m_values);
    const auto detail = [](const InboxEntry::Side& side) {
        QStringList parts;
        for (const QString& part : {side.when, side.device})
            if (!part.isEmpty())
                parts << part;
        return parts.join(QStringLiteral(" · "));
    };
    addValue(tr("Before"), tr("What both of you saw"), entry.base, false);
    const bool bIsMine = entry.b.mine;
    const InboxEntry::Side& mine = bIsMine ? entry.b : entry.a;
    const InboxEntry::Side& theirs = bIsMine ? entry.a : entry.b;
    addValue(entry.a.mine && entry.b.mine ? mine.device : mine.who, detail(mine), mine.value,
             mine.kept && !entry.rejected);
    if (!entry.rejected)
        addValue(entry.a.mine && entry.b.mine ? theirs.device : theirs.who, detail(theirs), theirs.value, theirs.kept);
    const bool mineStands = mine.kept && entry.item.kept != "both";
    const QString swap = entry.rejected ? tr("Try mine again")
                         : mineStands   ? tr("Use %1's").arg(theirs.who.section(QLatin1Char(' '), 0, 0))
                                        : tr("Use mine");
    m_swap->setText(swap);
    m_swap->setAccessibleName(swap);
    m_swap->setVisible(entry.canSwap && entry.open);
    m_swap->setToolTip(withKey(swap, QKeySequence(Qt::Key_U)));
    m_keep->setVisible(entry.open);
    const QString keep = entry.canSwap ? tr("Keep as it is") : tr("Got it");
    m_keep->setText(keep);
    m_keep->setAccessibleName(keep);
}

} // namespace satchel::ui
