// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteFoot.h"

#include "ui/quotes/CellReading.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Room.h"
#include "ui/widgets/Text.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace satchel::ui {

namespace {

constexpr std::size_t fewNotes = 3;
constexpr int mostNotesHeight = 144;
constexpr int firstTotal = 3; ///< row below sum, discount and what is wrong with it

QLabel* amountLabel(const QString& text, const char* kind, QWidget* parent)
{
    QLabel* label = makeLabel(text, kind, parent);
    // Decimals below decimals, also in a mirrored window.
    label->setAlignment(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    return label;
}

} // namespace

QuoteFoot::QuoteFoot(QWidget* parent)
    : QFrame(parent),
      m_noteRows(new QVBoxLayout),
      m_totals(new QGridLayout),
      m_sum(amountLabel({}, "", this)),
      m_discount(amountLabel({}, "", this)),
      m_percent(new QLineEdit(this)),
      m_amount(new QLineEdit(this)),
      m_trouble(makeLabel({}, "danger", this))
{
    setKind(this, "card");
    m_percent->setAccessibleName(tr("Discount of the whole quote in percent"));
    m_percent->setPlaceholderText(tr("%"));
    m_percent->setFixedWidth(72);
    m_amount->setAccessibleName(tr("Discount of the whole quote as an amount"));
    m_amount->setPlaceholderText(tr("Amount"));
    m_amount->setFixedWidth(96);
    for (QLineEdit* edit : {m_percent, m_amount}) {
        edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        edit->setToolTip(edit->accessibleName());
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::editingFinished, this, &QuoteFoot::save);
    }
    wrap(m_trouble);
    m_trouble->hide();
    setMargins(m_totals, 0, 0, 0, 0, 4);
    m_totals->setHorizontalSpacing(8);
    m_totals->setColumnMinimumWidth(3, 128);
    m_totals->addWidget(makeLabel(tr("Sum"), "muted", this), 0, 0);
    m_totals->addWidget(m_sum, 0, 3);
    m_totals->addWidget(makeLabel(tr("Discount"), "muted", this), 1, 0);
    m_totals->addWidget(m_percent, 1, 1);
    m_totals->addWidget(m_amount, 1, 2);
    m_totals->addWidget(m_discount, 1, 3);
    m_totals->addWidget(m_trouble, 2, 0, 1, 4);
    auto* sums = new QVBoxLayout;
    setMargins(sums, 0, 0, 0, 0, 4);
    sums->addLayout(m_totals);
    sums->addStretch(1);
    setMargins(m_noteRows, 0, 0, 0, 0, 0);
    auto* notes = new QVBoxLayout;
    setMargins(notes, 0, 0, 0, 0, 0);
    notes->addLayout(m_noteRows);
    notes->addStretch(1);
    auto* room = new Room(this); // many notes beside a list must not take the lines' room
    room->setContent(notes);
    room->setMaximumHeight(mostNotesHeight);
    auto* layout = new QHBoxLayout(this);
    setMargins(layout, 12, 8, 16, 8, 16);
    layout->addWidget(room, 1);
    layout->addLayout(sums);
}

void QuoteFoot::show(const QuoteSheet& sheet)
{
    m_currency = sheet.currency();
    const bool editable = sheet.readOnly.isEmpty();
    for (const auto& [edit, saved, now] : {std::tuple(m_percent, &m_savedPercent, &sheet.discountPercent),
                                           std::tuple(m_amount, &m_savedAmount, &sheet.discountAmount)}) {
        edit->setReadOnly(!editable);
        edit->setEnabled(editable);
        if (edit->text() == *saved || !edit->hasFocus()) // what is being typed stays
            if (!edit->property("wrong").toBool())
                edit->setText(*now);
        *saved = *now;
    }
    showTotals(sheet);
}

void QuoteFoot::showTotals(const QuoteSheet& sheet)
{
    m_sum->setText(sheet.sum);
    m_discount->setText(sheet.discount);
    m_total.clear();
    for (const QuoteSheet::Total& total : sheet.totals)
        if (total.strong)
            m_total = total.amount;
    const bool sameLines = sheet.trouble == m_shownTrouble &&
                           std::equal(sheet.totals.begin(), sheet.totals.end(), m_amounts.begin(), m_amounts.end(),
                                      [](const QuoteSheet::Total& total, const Amount& shown) {
                                          return total.name == shown.name && total.strong == shown.strong;
                                      });
    if (!sameLines)
        buildTotals(sheet);
    for (std::size_t i = 0; i < m_amounts.size(); ++i) {
        const QuoteSheet::Total& total = sheet.totals[i];
        m_amounts[i].label->setText(total.amount);
        m_amounts[i].label->setAccessibleName(QStringLiteral("%1: %2").arg(total.name, total.amount));
    }
}

void QuoteFoot::buildTotals(const QuoteSheet& sheet)
{
    for (QWidget* each : m_rest) {
        each->hide();
        each->deleteLater();
    }
    m_rest.clear();
    m_amounts.clear();
    m_shownTrouble = sheet.trouble;
    if (!sheet.trouble.isEmpty()) {
        QLabel* why = makeLabel(sheet.trouble, "danger", this);
        wrap(why);
        m_totals->addWidget(why, firstTotal, 0, 1, 4);
        m_rest.push_back(why);
    }
    for (std::size_t i = 0; i < sheet.totals.size(); ++i) {
        const QuoteSheet::Total& total = sheet.totals[i];
        const int row = firstTotal + 1 + static_cast<int>(i);
        QLabel* name = makeLabel(total.name, total.strong ? "heading" : "muted", this);
        QLabel* amount = amountLabel(total.amount, total.strong ? "heading" : "", this);
        m_totals->addWidget(name, row, 0, 1, 3);
        m_totals->addWidget(amount, row, 3);
        m_rest.insert(m_rest.end(), {name, amount});
        m_amounts.push_back({total.name, total.strong, amount});
    }
}

void QuoteFoot::setNotes(const std::vector<QuoteNote>& notes)
{
    if (notes == m_notes && m_noteRows->count() > 0)
        return;
    m_notes = notes;
    showNotes();
}

void QuoteFoot::showNotes()
{
    clearLayout(m_noteRows);
    const std::size_t shown = m_allNotes ? m_notes.size() : std::min(fewNotes, m_notes.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const QuoteNote& note = m_notes[i];
        auto* row = new QWidget(this);
        auto* layout = new QHBoxLayout(row);
        setMargins(layout, 0, 2, 0, 2, 8);
        layout->addWidget(
            new IconLabel(QStringLiteral("circle-alert"), note.serious ? Tint::Warning : Tint::Muted, 16, row), 0,
            Qt::AlignTop);
        QLabel* text = makeLabel(note.text, note.serious ? "" : "muted", row);
        wrap(text);
        layout->addWidget(text, 1);
        if (!note.line.isNull()) {
            QPushButton* go = makeButton(tr("Go to the line"), "link", row);
            go->setAccessibleName(tr("Go to the line: %1").arg(note.text));
            connect(go, &QPushButton::clicked, this, [this, line = note.line] { Q_EMIT lineWanted(line); });
            layout->addWidget(go, 0, Qt::AlignTop);
        }
        m_noteRows->addWidget(row);
    }
    if (m_notes.size() <= fewNotes)
        return;
    QPushButton* more = makeButton(m_allNotes ? tr("Show fewer") : tr("Show all %1").arg(m_notes.size()), "link", this);
    connect(more, &QPushButton::clicked, this, [this] {
        m_allNotes = !m_allNotes;
        showNotes();
    });
    m_noteRows->addWidget(more, 0, Qt::AlignLeading);
}

void QuoteFoot::complain(const QString& sentence, QLineEdit* edit)
{
    ui::setProperty(edit, "wrong", true);
    m_trouble->setText(sentence);
    m_trouble->show();
}

void QuoteFoot::forget()
{
    setNotes({});
    for (QLineEdit* edit : {m_percent, m_amount}) {
        ui::setProperty(edit, "wrong", false);
        edit->clear();
    }
    m_savedPercent.clear();
    m_savedAmount.clear();
    m_trouble->hide();
}

QString QuoteFoot::trouble() const
{
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

void QuoteFoot::focusDiscount()
{
    QLineEdit* edit = m_amount->property("wrong").toBool() ? m_amount : m_percent;
    edit->setFocus(Qt::OtherFocusReason);
}

void QuoteFoot::save()
{
    for (QLineEdit* edit : {m_percent, m_amount})
        ui::setProperty(edit, "wrong", false);
    m_trouble->hide();
    if (m_percent->text() == m_savedPercent && m_amount->text() == m_savedAmount)
        return;
    const auto percent = readPercent(m_percent->text());
    if (!percent.ok())
        return complain(toQString(percent.error().message), m_percent);
    const auto amount = readAmount(m_amount->text(), m_currency);
    if (!amount.ok())
        return complain(toQString(amount.error().message), m_amount);
    m_savedPercent = m_percent->text();
    m_savedAmount = m_amount->text();
    Q_EMIT discountTyped(*percent, *amount);
}

bool QuoteFoot::eventFilter(QObject* watched, QEvent* event)
{
    auto* edit = qobject_cast<QLineEdit*>(watched);
    const bool escape = (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) &&
                        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (edit == nullptr || !escape)
        return QFrame::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        edit->setText(edit == m_percent ? m_savedPercent : m_savedAmount);
        save();
        Q_EMIT left();
    }
    return true;
}

} // namespace satchel::ui
