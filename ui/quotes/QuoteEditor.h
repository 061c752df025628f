// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"
#include "ui/quotes/QuoteBar.h"
#include "ui/quotes/QuoteSheet.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QSplitter;
class QVBoxLayout;

namespace satchel::sales {
struct Edited;
}

namespace satchel::ui {

class DealBar;
class EmptyState;
class PaperPane;
class PartsPanel;
class PastePanel;
class QuoteCommands;
class QuoteFoot;
class QuoteGrid;
class QuoteHeader;
class QuoteModel;
class QuoteReader;
class QuoteRowDeeds;
class QuoteTyping;
class QuoteWriter;
class WhyPanel;

/// One quote to be written: head, what can be done with it, lines, what it comes to, and beside the lines why a price
/// is what it is, or the paper (Ctrl+P). It lays them out and shows what QuoteReader brings; what a person does goes
/// through QuoteCommands. Owned by the page; window's thread.
class QuoteEditor final : public QWidget {
    Q_OBJECT
public:
    QuoteEditor(const Desk& desk, QWidget* parent);

    /// `fresh`: just made, so that the next key types its first line.
    void show(const Id& quote, bool fresh = false);
    void refresh();
    void finish();
    void focusLines();
    [[nodiscard]] Id shownId() const { return m_id; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] const QuoteModel& model() const { return *m_model; }
    [[nodiscard]] QuoteGrid& grid() const { return *m_grid; }

    [[nodiscard]] bool isWhyWanted() const { return m_whyWanted; }
    void setWhyWanted(bool wanted);
    [[nodiscard]] bool isPaperShown() const;
    [[nodiscard]] bool isPaperWanted() const { return m_paperWanted; }
    void setPaperShown(bool shown);
    /// How wide it has to be for what is wanted beside the lines; 0 where nothing is.
    [[nodiscard]] int widthForSides() const;
    /// Whether there is that room; what is wanted is remembered.
    void setSidesAllowed(bool allowed);

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    void historyRequested();
    void deleteRequested();
    void notice(const QString& sentence, bool undoable);
    void loaded();
    /// The person opened or closed what stands beside the lines.
    void sidesChosen();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void connectStore();
    void connectDeeds();
    void run(QuoteBar::Deed deed);
    void askParts(const Id& line, const QString& name);
    void closeParts();
    void display(const QuoteSheet& sheet, std::uint64_t asked);
    void foresee(const QuoteSheet& sheet, std::uint64_t asked);
    void showLines(std::uint64_t asked);
    void showNotes(const std::vector<QuoteNote>& notes);
    void showWhy();
    void showTrouble();
    [[nodiscard]] QString troubleOf(int row, QuoteColumn column, const QString& wrong) const;
    void tellUnfinished();
    void arrange();
    void showPasted(const QString& text, const Result<sales::Edited>& result);
    [[nodiscard]] bool mayEdit() const;

    const Desk& m_desk;
    Id m_id;
    QString m_title;
    QuoteSheet m_sheet;
    bool m_fresh = false; ///< the first sheet puts the person on the entry row
    bool m_whyWanted = false;
    bool m_paperWanted = false;
    bool m_sidesAllowed = true;
    QuoteModel* m_model;
    QuoteWriter* m_writer;
    QuoteReader* m_reader;
    QuoteTyping* m_typing;
    QuoteRowDeeds* m_rows;
    EmptyState* m_empty;
    QWidget* m_body;
    QuoteHeader* m_header;
    DealBar* m_deals;
    QuoteBar* m_bar = nullptr;
    QVBoxLayout* m_whole = nullptr;
    QWidget* m_lines; ///< all that gives way to an open panel
    QSplitter* m_splitter;
    QuoteGrid* m_grid;
    QuoteCommands* m_commands;
    QLabel* m_trouble;
    WhyPanel* m_why;
    PaperPane* m_paper;
    PastePanel* m_paste;
    QPointer<PartsPanel> m_parts;
    QuoteFoot* m_foot;
};

} // namespace satchel::ui
