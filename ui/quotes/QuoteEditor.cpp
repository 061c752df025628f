// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quotes/QuoteEditor.h"

#include "ui/deals/DealBar.h"
#include "ui/deals/PaperPane.h"
#include "ui/quotes/PartsPanel.h"
#include "ui/quotes/PastePanel.h"
#include "ui/quotes/QuoteCommands.h"
#include "ui/quotes/QuoteFoot.h"
#include "ui/quotes/QuoteGrid.h"
#include "ui/quotes/QuoteHeader.h"
#include "ui/quotes/QuoteModel.h"
#include "ui/quotes/QuoteReader.h"
#include "ui/quotes/QuoteRowDeeds.h"
#include "ui/quotes/QuoteTyping.h"
#include "ui/quotes/QuoteWriter.h"
#include "ui/quotes/WhyPanel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"
#include "ui/widgets/Words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace satchel::ui {

namespace {
constexpr int roomForLines = 600; ///< with every column that is always shown
constexpr int leastLines = 280;
constexpr int leastPaper = 200;
constexpr int roomForWhy = 1180; ///< shown without being asked for
} // namespace

QuoteEditor::QuoteEditor(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_model(new QuoteModel(this)),
      m_writer(new QuoteWriter(desk, this)),
      m_reader(new QuoteReader(desk, *m_writer, this)),
      m_typing(new QuoteTyping(*m_writer, *m_model, this)),
      m_rows(new QuoteRowDeeds(*m_writer, *m_model, *m_typing, this)),
      m_empty(new EmptyState(QStringLiteral("file-text"), tr("No quote chosen"),
                             tr("Choose one from the list, or press N to write a new one."), this)),
      m_body(new QWidget(this)),
      m_header(new QuoteHeader(desk, m_body)),
      m_deals(new DealBar(desk, m_body)),
      m_lines(new QWidget(m_body)),
      m_splitter(new QSplitter(Qt::Horizontal, m_lines)),
      m_grid(new QuoteGrid(*m_model, desk.reader, m_splitter)),
      m_commands(new QuoteCommands(*m_grid, *m_model, *m_typing, *m_rows, this)),
      m_trouble(makeLabel({}, "danger", m_body)),
      m_why(new WhyPanel(desk, m_splitter)),
      m_paper(new PaperPane(desk, m_splitter)),
      m_paste(new PastePanel(desk, m_lines)),
      m_foot(new QuoteFoot(m_lines))
{
    build();
    connectStore();
    connectDeeds();
    m_body->hide();
}

void QuoteEditor::build()
{
    m_paper->setAccessibleName(tr("The paper"));
    m_paper->setMinimumWidth(leastPaper);
    m_paper->hide();
    auto* gridCard = makeFrame("card", m_splitter);
    gridCard->setMinimumWidth(leastLines);
    auto* gridLayout = new QVBoxLayout(gridCard);
    setMargins(gridLayout, 1, 1, 1, 1, 0);
    m_bar = new QuoteBar(this, gridCard);
    connect(m_bar, &QuoteBar::wanted, this, &QuoteEditor::run);
    gridLayout->addWidget(m_bar);
    gridLayout->addWidget(m_grid, 1);
    wrap(m_trouble);
    m_trouble->setContentsMargins(12, 4, 12, 4);
    m_trouble->hide();
    gridLayout->addWidget(m_trouble);
    m_splitter->insertWidget(0, gridCard);
    m_splitter->addWidget(m_why);
    m_splitter->addWidget(m_paper);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 0);
    m_splitter->setSizes({700, 264, 400});
    auto* lines = new QVBoxLayout(m_lines);
    setMargins(lines, 0, 0, 0, 0, 8);
    lines->addWidget(m_splitter, 1);
    lines->addWidget(m_paste);
    lines->addWidget(m_foot);
    m_whole = new QVBoxLayout(m_body);
    setMargins(m_whole, 0, 0, 8, 0, 8);
    m_whole->addWidget(m_header);
    m_whole->addWidget(m_deals);
    m_whole->addWidget(m_lines, 1);
    m_whole->addStretch(0);
    auto* layout = new QVBoxLayout(this);
    setMargins(layout, 0, 0, 0, 0, 0);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_empty, 1);
    connect(m_deals, &DealBar::openRequested, this, &QuoteEditor::openRequested);
    connect(m_deals, &DealBar::notice, this, &QuoteEditor::notice);
    connect(m_deals, &DealBar::toggled, this, [this] {
        arrange();
        tellUnfinished();
    });
    connect(m_header, &QuoteHeader::openRequested, this, &QuoteEditor::openRequested);
    connect(m_header, &QuoteHeader::historyRequested, this, &QuoteEditor::historyRequested);
    connect(m_header, &QuoteHeader::deleteRequested, this, &QuoteEditor::deleteRequested);
}

void QuoteEditor::run(QuoteBar::Deed deed)
{
    if (m_lines->isHidden())
        return; // nothing is done to what is out of sight
    const bool side = deed == QuoteBar::Deed::Why || deed == QuoteBar::Deed::Paper;
    if (deed == QuoteBar::Deed::Why)
        setWhyWanted(!m_why->isVisible());
    else if (deed == QuoteBar::Deed::Paper)
        setPaperShown(!isPaperShown());
    else if (mayEdit())
        m_commands->run(deed);
    if (side)
        Q_EMIT sidesChosen();
}

void QuoteEditor::askParts(const Id& line, const QString& name)
{
    delete m_parts;
    m_parts = new PartsPanel(m_desk, m_id, line, name, m_body);
    m_whole->insertWidget(m_whole->indexOf(m_lines), m_parts);
    connect(m_parts, &PartsPanel::notice, this, &QuoteEditor::notice);
    connect(m_parts, &PartsPanel::closed, this, &QuoteEditor::closeParts);
    connect(m_parts, &PartsPanel::chosen, m_rows, &QuoteRowDeeds::chooseParts);
    connect(m_parts, &PartsPanel::chosen, this, &QuoteEditor::closeParts);
    m_parts->show();
    m_parts->begin();
    arrange();
}

void QuoteEditor::closeParts()
{
    if (m_parts)
        m_parts->deleteLater();
    m_parts = nullptr;
    arrange();
    m_grid->setFocus(Qt::OtherFocusReason);
}

bool QuoteEditor::mayEdit() const
{
    return !m_id.isNull() && m_model->isEditable();
}

void QuoteEditor::connectStore()
{
    connect(m_reader, &QuoteReader::sheetRead, this, &QuoteEditor::display);
    connect(m_reader, &QuoteReader::notesRead, this, &QuoteEditor::showNotes);
    connect(m_writer, &QuoteWriter::notice, this, &QuoteEditor::notice);
    connect(m_writer, &QuoteWriter::foreseen, this, &QuoteEditor::foresee);
    connect(m_writer, &QuoteWriter::failed, m_reader, &QuoteReader::ask);
}

void QuoteEditor::connectDeeds()
{
    connect(m_model, &QuoteModel::dataChanged, this, &QuoteEditor::showTrouble);
    connect(m_model, &QuoteModel::rowsRemoved, this, &QuoteEditor::showTrouble);
    connect(m_grid, &QuoteGrid::currentRowChanged, this, &QuoteEditor::showWhy);
    connect(m_commands, &QuoteCommands::partsWanted, this, &QuoteEditor::askParts);
    connect(m_typing, &QuoteTyping::notice, this, &QuoteEditor::notice);
    connect(m_typing, &QuoteTyping::lineTyped, m_grid, &QuoteGrid::setNext);
    connect(m_typing, &QuoteTyping::pasted, this, &QuoteEditor::showPasted);
    connect(m_rows, &QuoteRowDeeds::notice, this, &QuoteEditor::notice);
    connect(m_rows, &QuoteRowDeeds::groupAdded, this, [this](const Id& group) {
        m_model->setEntryPlace({.group = group});
        m_grid->awaitRow(group, QuoteColumn::Description, true);
    });
    connect(m_paste, &PastePanel::tried, m_typing, &QuoteTyping::paste);
    connect(m_paste, &PastePanel::closed, this, [this] {
        m_paste->hide();
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_foot, &QuoteFoot::discountTyped, m_rows, &QuoteRowDeeds::discountDocument);
    connect(m_foot, &QuoteFoot::left, this, &QuoteEditor::focusLines);
    connect(m_foot, &QuoteFoot::lineWanted, this, [this](const Id& line) {
        m_grid->goTo(line, QuoteColumn::Quantity);
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_why, &WhyPanel::priceTyped, m_rows, &QuoteRowDeeds::setPrice);
}

void QuoteEditor::showPasted(const QString& text, const Result<sales::Edited>& result)
{
    if (!result.ok()) {
        m_paste->begin(text, toQString(result.error().message), m_sheet.quote.record.value("account").id(),
                       m_sheet.currency());
        return;
    }
    m_paste->hide();
    m_grid->setFocus(Qt::OtherFocusReason);
    Q_EMIT notice(result->added.size() == 1
                      ? tr("Pasted one line")
                      : tr("Pasted %1 lines").arg(numberWord(static_cast<std::int64_t>(result->added.size()))),
                  true);
}

void QuoteEditor::show(const Id& quote, bool fresh)
{
    m_fresh = fresh || (m_fresh && quote == m_id);
    if (quote == m_id) {
        m_reader->ask();
        return;
    }
    finish();
    m_id = quote;
    m_title.clear();
    m_sheet = {};
    m_model->clear();
    m_writer->setQuote(quote);
    m_reader->setQuote(quote);
    m_typing->clear();
    m_paste->hide();
    delete m_parts;
    arrange();
    m_foot->forget();
    m_body->setVisible(!quote.isNull());
    m_empty->setVisible(quote.isNull());
    m_deals->show(quote);
    if (isPaperShown())
        m_paper->show(quote);
    if (quote.isNull())
        Q_EMIT loaded();
    else
        m_reader->ask();
}

void QuoteEditor::refresh()
{
    m_reader->refresh();
}

void QuoteEditor::display(const QuoteSheet& sheet, std::uint64_t asked)
{
    if (!sheet.found) {
        m_empty->setTexts(tr("Not on this laptop"), tr("This quote was deleted, or it is not yours to see."));
        show(Id{});
        return;
    }
    const bool first = !m_sheet.found;
    m_sheet = sheet;
    const Record& quote = sheet.quote.record;
    m_typing->setTerms(quote.value("account").id(), sheet.currency());
    if (sheet.readOnly.isEmpty())
        m_writer->readAhead();
    m_grid->setAccount(quote.value("account").id());
    m_header->show(sheet, localDay(m_desk.environment.now()));
    showLines(asked);
    m_title = m_header->title();
    if (first && (!m_grid->currentIndex().isValid() || m_fresh)) {
        if (m_fresh || sheet.rows.empty())
            m_grid->goToEntry();
        else
            m_grid->goTo(sheet.rows.front().id, QuoteColumn::Quantity);
        m_fresh = false;
    }
    m_deals->refresh();
    if (isPaperShown())
        m_paper->refresh();
    Q_EMIT loaded();
}

void QuoteEditor::showLines(std::uint64_t asked)
{
    m_grid->setMargins(m_sheet.margins);
    m_grid->keeping([&] { m_model->show(m_sheet, asked); });
    m_foot->show(m_sheet);
    showWhy();
    showTrouble();
}

// An edit of this window, before it is written: the same lines with other amounts.
void QuoteEditor::foresee(const QuoteSheet& sheet, std::uint64_t asked)
{
    if (!mayEdit())
        return;
    m_sheet = sheet;
    m_reader->disregardUntil(asked);
    showLines(asked);
}

void QuoteEditor::showNotes(const std::vector<QuoteNote>& notes)
{
    m_model->setNotes(notes);
    m_foot->setNotes(notes);
    showWhy();
}

void QuoteEditor::showWhy()
{
    if (!m_why->isVisible() || !m_sheet.found)
        return;
    const int at = m_grid->currentIndex().row();
    const QuoteRow* row = at < 0 ? nullptr : &m_model->row(at);
    m_why->show(row, row == nullptr ? QStringList() : m_model->notesOf(row->id), m_sheet.quote.record, mayEdit());
}

void QuoteEditor::showTrouble()
{
    const auto wrong = m_model->firstWrong();
    m_trouble->setVisible(wrong.has_value());
    if (wrong)
        m_trouble->setText(troubleOf(wrong->first, wrong->second, m_model->typed(wrong->first, wrong->second)->wrong));
    tellUnfinished();
}

QString QuoteEditor::troubleOf(int row, QuoteColumn column, const QString& wrong) const
{
    if (wrong.isEmpty())
        return tr("Still being saved: %1.").arg(m_model->calledInSentence(m_model->row(row).id));
    const QString number = m_model->row(row).text(QuoteColumn::Number);
    const QString name = m_model->headerData(static_cast<int>(column), Qt::Horizontal, Qt::DisplayRole).toString();
    return number.isEmpty()
               ? tr("New line, %1: %2 Correct it, or Esc takes it back.").arg(name.toLower(), wrong)
               : tr("Line %1, %2: %3 Correct it, or Esc takes it back.").arg(number, name.toLower(), wrong);
}

// The customer would get the quote without it, and afterwards it could not be mended.
void QuoteEditor::tellUnfinished()
{
    std::vector<Unfinished> all;
    for (const QuoteModel::Unfinished& each : m_model->unfinished())
        all.push_back({troubleOf(each.row, each.column, each.wrong),
                       [this, row = m_model->row(each.row).id, column = each.column] {
                           m_grid->goTo(row, column);
                           m_grid->setFocus(Qt::OtherFocusReason);
                       }});
    if (!m_paste->isHidden())
        all.push_back({tr("Pasted rows wait to be corrected."), [this] { m_paste->setFocus(Qt::OtherFocusReason); }});
    if (const QString wrong = m_why->trouble(); !wrong.isEmpty())
        all.push_back({tr("Price by hand: %1").arg(wrong), [this] {
                           setWhyWanted(true);
                           m_why->focusPrice();
                       }});
    if (const QString wrong = m_foot->trouble(); !wrong.isEmpty())
        all.push_back({tr("Discount of the whole quote: %1").arg(wrong), [this] { m_foot->focusDiscount(); }});
    m_deals->setUnfinished(std::move(all));
}

void QuoteEditor::finish()
{
    m_header->finish();
}

void QuoteEditor::focusLines()
{
    if (m_lines->isHidden()) {
        if (m_parts)
            m_parts->begin();
        else
            m_deals->focusPanel();
        return;
    }
    if (!m_grid->currentIndex().isValid())
        m_grid->goToEntry();
    m_grid->setFocus(Qt::OtherFocusReason);
}

bool QuoteEditor::isPaperShown() const
{
    return !m_paper->isHidden(); // it may have given way with the lines
}

// One takes the place of the other where there is no room for both.
void QuoteEditor::setPaperShown(bool shown)
{
    m_paperWanted = shown;
    if (shown && width() < widthForSides())
        m_whyWanted = false;
    arrange();
}

void QuoteEditor::setWhyWanted(bool wanted)
{
    m_whyWanted = wanted;
    if (wanted && width() < widthForSides())
        m_paperWanted = false;
    arrange();
    m_why->setVisible(wanted && m_sidesAllowed); // also where there would be room for it
}

int QuoteEditor::widthForSides() const
{
    const auto room = [this](bool wanted, const QWidget& side) {
        return wanted ? m_splitter->handleWidth() + qMax(side.sizeHint().width(), side.minimumWidth()) : 0;
    };
    const int width = room(m_whyWanted, *m_why) + room(m_paperWanted, *m_paper);
    return width == 0 ? 0 : roomForLines + width;
}

void QuoteEditor::setSidesAllowed(bool allowed)
{
    if (allowed == std::exchange(m_sidesAllowed, allowed))
        return;
    arrange();
}

void QuoteEditor::arrange()
{
    const bool free = !m_deals->isOpen() && !m_parts;
    m_lines->setVisible(free);
    m_whole->setStretch(m_whole->count() - 1, free ? 0 : 1); // what is left below a panel
    const bool paper = m_paperWanted && m_sidesAllowed;
    if (paper && m_paper->isHidden())
        m_paper->show(m_id);
    m_paper->setVisible(paper);
    m_why->setVisible(m_sidesAllowed && (m_whyWanted || (width() >= roomForWhy && !paper)));
    showWhy();
}

void QuoteEditor::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void QuoteEditor::keyPressEvent(QKeyEvent* event)
{
    if (!pressButton(*event))
        QWidget::keyPressEvent(event);
}

} // namespace satchel::ui
