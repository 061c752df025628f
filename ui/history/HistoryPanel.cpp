// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryPanel.h"

#include "core/model/Rule.h"
#include "ui/models/Labels.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {
constexpr std::size_t mostLines = 200;
}

HistoryPanel::HistoryPanel(const Desk& desk, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_title(makeLabel({}, "small", this)), m_scroll(new QScrollArea(this))
{
    setProperty("kind", QStringLiteral("side"));
    setAccessibleName(tr("History of changes"));
    setFixedWidth(340);
    auto* titles = new QVBoxLayout;
    setMargins(titles, 0, 0, 0, 0, 0);
    titles->addWidget(makeLabel(tr("History"), "heading", this));
    titles->addWidget(m_title);
    QToolButton* leave =
        makeIconButton(QStringLiteral("x"), tr("Close the history"), this, QKeySequence(Qt::CTRL | Qt::Key_H));
    connect(leave, &QToolButton::clicked, this, &HistoryPanel::closed);
    auto* bar = new QHBoxLayout;
    bar->addLayout(titles, 1);
    bar->addWidget(leave, 0, Qt::AlignTop);
    auto* body = new QWidget;
    m_lines = new QVBoxLayout(body);
    setMargins(m_lines, 0, 0, 8, 0, 0);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Changes"));
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 16, 16, 8, 8, 8);
    layout->addLayout(bar);
    layout->addWidget(m_scroll, 1);
}

void HistoryPanel::show(const RowKey& row)
{
    m_row = row;
    refresh();
}

void HistoryPanel::refresh()
{
    if (m_row.id.isNull())
        return;
    m_desk.reader.ask(
        this,
        [row = m_row, me = m_desk.me.user, now = m_desk.environment.now()](Replica& replica) {
            return load(replica, row, me, now);
        },
        [this, row = m_row](const Data& lines) {
            if (row == m_row)
                display(lines);
        });
}

HistoryPanel::Data HistoryPanel::load(Replica& replica, const RowKey& row, const Id& me, Milliseconds now)
{
    const Entity& entity = *schema::entityNumbered(row.entity);
    const LabelOf labels = labelsOf(replica);
    Data result;
    result.title = oneLine(labels(entity.name, row.id));
    const auto history = replica.history(row);
    if (!history.ok())
        return result;
    for (const HistoryEntry& entry : *history) {
        if (result.lines.size() == mostLines)
            break;
        Line line;
        QString who = entry.user == me ? tr("You") : labels("user", entry.user);
        if (who.isEmpty())
            who = tr("Somebody");
        line.who = who + QStringLiteral(" · ") + timeWord(entry.at, now);
        if (!entry.device.empty())
            line.who += QStringLiteral(" · ") + toQString(entry.device);
        line.exact = exactTime(entry.at);
        if (entry.seq == 0)
            line.who += tr(" · not sent yet");
        if (const auto field = entity.indexOfNumber(entry.field); field && entry.field != 0) {
            const Field& declared = entity.fields[*field];
            line.what = fieldWord(declared);
            line.from = oneLine(valueWord(declared, entry.from, labels), 160);
            line.to = oneLine(valueWord(declared, entry.to, labels), 160);
            line.rule = entry.rule == "set" || entry.rule.empty() ? QString() : ruleWord(entry.rule);
        } else {
            line.whole = true;
            line.what = ruleWord(entry.rule);
        }
        result.lines.push_back(std::move(line));
    }
    return result;
}

void HistoryPanel::display(const Data& lines)
{
    m_title->setText(lines.title);
    clearLayout(m_lines);
    for (const Line& line : lines.lines)
        addLine(line);
    if (lines.lines.empty())
        m_lines->addWidget(makeLabel(tr("No changes are known."), "muted", this));
    m_lines->addStretch(1);
}

void HistoryPanel::addLine(const Line& line)
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    setMargins(layout, 0, 8, 0, 8, 2);
    layout->addWidget(makeLabel(line.what, "section", box));
    if (!line.whole) {
        const QString nothing = tr("empty");
        QLabel* change =
            makeLabel(QStringLiteral("%1  →  %2")
                          .arg(line.from.isEmpty() ? nothing : line.from, line.to.isEmpty() ? nothing : line.to),
                      "", box);
        wrap(change);
        layout->addWidget(change);
    }
    if (!line.rule.isEmpty())
        layout->addWidget(makeLabel(line.rule, "warning", box));
    QLabel* who = makeLabel(line.who, "small", box);
    who->setWordWrap(true);
    who->setToolTip(line.exact);
    layout->addWidget(who);
    m_lines->addWidget(box);
    m_lines->addWidget(makeFrame("line", this));
}

void HistoryPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

} // namespace satchel::ui
