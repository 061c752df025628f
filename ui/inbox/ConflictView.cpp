// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ConflictView.h"

#include "ui/widgets/Badge.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace satchel::ui {

ConflictView::ConflictView(ReplicaReader& reader, QWidget* parent)
    : QFrame(parent),
      m_heading(makeLabel({}, "heading", this)),
      m_sentence(makeLabel({}, "", this)),
      m_values(new QHBoxLayout),
      m_reason(makeLabel({}, "muted", this)),
      m_editing(new QVBoxLayout),
      m_trouble(makeLabel({}, "danger", this)),
      m_reader(reader),
      m_swap(makeButton(tr("Use mine"), "primary", this, QKeySequence(Qt::Key_U))),
      m_edit(makeButton(tr("Edit and send again"), "primary", this, QKeySequence(Qt::Key_E))),
      m_copy(makeButton(tr("Copy"), "", this, QKeySequence(Qt::Key_C))),
      m_history(makeButton(tr("History"), "quiet", this, QKeySequence(Qt::CTRL | Qt::Key_H))),
      m_keep(makeButton(tr("Keep"), "", this, QKeySequence(Qt::Key_K))),
      m_open(makeButton(tr("Open record"), "quiet", this, QKeySequence(Qt::Key_Return)))
{
    setProperty("kind", QStringLiteral("card"));
    for (QLabel* label : {m_heading, m_sentence, m_reason, m_trouble})
        label->setWordWrap(true);
    setMargins(m_values, 0, 8, 0, 8, 8);
    setMargins(m_editing, 0, 0, 0, 0, 4);
    m_trouble->hide();
    auto* buttons = new FlowLayout(8);
    for (QPushButton* button : {m_edit, m_swap, m_keep, m_copy, m_open, m_history})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 24, 20, 24, 24, 8);
    layout->addWidget(m_heading);
    layout->addWidget(m_sentence);
    layout->addLayout(m_values);
    layout->addWidget(m_reason);
    layout->addLayout(m_editing);
    layout->addWidget(m_trouble);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    connect(m_swap, &QPushButton::clicked, this, &ConflictView::swapWanted);
    connect(m_keep, &QPushButton::clicked, this, &ConflictView::keepWanted);
    connect(m_open, &QPushButton::clicked, this, &ConflictView::openWanted);
    connect(m_edit, &QPushButton::clicked, this, &ConflictView::editWanted);
    connect(m_copy, &QPushButton::clicked, this, &ConflictView::copyWanted);
    connect(m_history, &QPushButton::clicked, this, &ConflictView::historyWanted);
}

void ConflictView::edit(const Entity& entity, const Field& field, const Value& value, Milliseconds now)
{
    endEdit();
    m_editor = makeEditor(entity, field, m_reader, now, this);
    m_editor->setValue(value, {});
    m_editing->addWidget(makeLabel(tr("Enter sends it again, Esc leaves it"), "small", this));
    m_editing->addWidget(m_editor);
    connect(m_editor, &FieldEditor::accepted, this, [this](FieldEditor::Leaving how) {
        if (how != FieldEditor::Leaving::Enter)
            return; // nothing is sent by looking elsewhere
        const Result<Value> typed = m_editor->value();
        m_editor->setWrong(!typed.ok());
        if (typed.ok())
            Q_EMIT sendWanted(*typed);
        else
            complain(toQString(typed.error().message));
    });
    connect(m_editor, &FieldEditor::cancelled, this, [this] {
        endEdit();
        Q_EMIT editLeft();
    });
    m_editor->begin();
}

void ConflictView::complain(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->show();
    if (m_editor)
        m_editor->begin();
}

void ConflictView::endEdit()
{
    clearLayout(m_editing);
    m_editor = nullptr;
    m_trouble->hide();
}

void ConflictView::showSeveral(qsizetype count, qsizetype swappable)
{
    endEdit();
    m_heading->setText(tr("%Ln items are chosen", nullptr, static_cast<int>(count)));
    m_sentence->setText(tr("What you press now is done with each of them, and Ctrl+Z takes all of it back."));
    m_reason->setText(swappable == count ? QString()
                                         : tr("%Ln of them have no other value to use; they stay as they are then.",
                                              nullptr, static_cast<int>(count - swappable)));
    clearLayout(m_values);
    for (QPushButton* button : {m_edit, m_open, m_history})
        button->hide();
    m_copy->show();
    m_swap->setText(tr("Use the other values"));
    m_swap->setAccessibleName(m_swap->text());
    m_swap->setVisible(swappable > 0);
    m_keep->setText(tr("Keep all as they are"));
    m_keep->setAccessibleName(m_keep->text());
    m_keep->show();
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
    endEdit();
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
    if (!entry.isDuplicate())
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
    const bool refused = entry.rejected && entry.open;
    m_edit->setVisible(refused && entry.canResend);
    m_copy->setVisible(refused);
    m_open->setVisible(entry.here);
    m_open->setText(entry.twin.isNull() ? tr("Open record") : tr("Compare the two"));
    m_open->setAccessibleName(m_open->text());
    setKind(m_open, entry.twin.isNull() ? "quiet" : "primary");
    m_history->setVisible(entry.here);
    // One primary: to edit what was refused is likelier to help than to send the same again.
    setKind(m_swap, m_edit->isVisibleTo(this) ? "" : "primary");
    const QString keep = entry.rejected ? tr("Discard") : entry.canSwap ? tr("Keep as it is") : tr("Got it");
    m_keep->setText(keep);
    m_keep->setAccessibleName(keep);
}

} // namespace satchel::ui
