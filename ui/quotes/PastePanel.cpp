// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/PastePanel.h"

#include "core/sales/Pasting.h"
#include "ui/language/Sentences.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

constexpr int panelHeight = 240;

QStringList reasonsFor(Replica& replica, const QString& text, const Id& account, const std::string& currency)
{
    const auto rows = sales::readRows(fromQString(text));
    if (!rows.ok())
        return {sentenceWord(toQString(rows.error().message))};
    auto maker = sales::LineMaker::make(replica, account);
    if (!maker.ok())
        return {sentenceWord(toQString(maker.error().message))};
    const auto pasted = sales::linesOf(*rows, *maker, currency);
    if (!pasted.ok())
        return {sentenceWord(toQString(pasted.error().message))};
    QStringList reasons;
    for (const sales::BadRow& bad : pasted->bad)
        reasons << PastePanel::tr("Row %1: %2")
                       .arg(numberWord(static_cast<std::int64_t>(bad.row)), sentenceWord(toQString(bad.why)));
    return reasons;
}

} // namespace

PastePanel::PastePanel(const Desk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_rows(new QPlainTextEdit(this)), m_reasons(new QVBoxLayout)
{
    setKind(this, "bad");
    setAccessibleName(tr("Rows that cannot be taken"));
    setFixedHeight(panelHeight);
    m_rows->setAccessibleName(tr("Pasted rows"));
    m_rows->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_rows->installEventFilter(this);
    setFocusProxy(m_rows);
    QPushButton* again = makeButton(tr("Try again"), "primary", this, QKeySequence(Qt::CTRL | Qt::Key_Return));
    QToolButton* leave = makeIconButton(QStringLiteral("x"), tr("Close"), this, QKeySequence(Qt::Key_Escape));
    connect(again, &QPushButton::clicked, this, [this] { Q_EMIT tried(m_rows->toPlainText()); });
    connect(leave, &QToolButton::clicked, this, &PastePanel::closed);
    auto* bar = new QHBoxLayout;
    bar->addWidget(makeLabel(tr("Nothing was pasted. Correct these rows and try again."), "section", this), 1);
    bar->addWidget(again);
    bar->addWidget(leave);
    auto* list = new QWidget;
    auto* listLayout = new QVBoxLayout(list);
    setMargins(listLayout, 0, 0, 8, 0, 4);
    setMargins(m_reasons, 0, 0, 0, 0, 4);
    listLayout->addLayout(m_reasons);
    listLayout->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* both = new QHBoxLayout;
    setMargins(both, 0, 0, 0, 0, 8);
    both->addWidget(m_rows, 1);
    both->addWidget(scroll, 1);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 12, 8, 8, 8, 8);
    layout->addLayout(bar);
    layout->addLayout(both, 1);
    hide();
}

void PastePanel::begin(const QString& text, const QString& why, const Id& account, const std::string& currency)
{
    if (m_rows->toPlainText() != text)
        m_rows->setPlainText(text);
    showReasons({why});
    show();
    m_rows->setFocus(Qt::OtherFocusReason);
    const std::uint64_t asked = ++m_asked;
    m_desk.reader.ask(
        this, [text, account, currency](Replica& replica) { return reasonsFor(replica, text, account, currency); },
        [this, asked](const QStringList& reasons) {
            if (asked == m_asked && !reasons.isEmpty())
                showReasons(reasons);
        });
}

void PastePanel::showReasons(const QStringList& reasons)
{
    clearLayout(m_reasons);
    for (const QString& reason : reasons) {
        QLabel* label = makeLabel(reason, "danger", this);
        wrap(label);
        m_reasons->addWidget(label);
    }
}

bool PastePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool leave = key->key() == Qt::Key_Escape;
    const bool again =
        (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers().testFlag(Qt::ControlModifier);
    if (!leave && !again)
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        if (leave)
            Q_EMIT closed();
        else
            Q_EMIT tried(m_rows->toPlainText());
    }
    return true;
}

} // namespace satchel::ui
