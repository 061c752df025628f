// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/quotes/QuoteSheet.h"

#include <QAbstractTableModel>

namespace satchel::ui {

/// The lines of a quote as a grid: what the store says (QuoteSheet), what the person has typed and the store has not
/// answered yet, and a last row where the next line is typed. A new sheet changes only the rows that are different.
/// Computes nothing; window's thread.
class QuoteModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit QuoteModel(QObject* parent);

    /// `asked` counts the questions to the store: a sheet shows what was answered before it was asked for.
    void show(const QuoteSheet& sheet, std::uint64_t asked);
    void setNotes(const std::vector<QuoteNote>& notes);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] const QuoteRow& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    [[nodiscard]] const std::vector<QuoteRow>& rows() const { return m_rows; }
    [[nodiscard]] int indexOf(const Id& id) const;
    /// nullptr if there is none.
    [[nodiscard]] const QuoteRow* find(const Id& id) const;
    /// "line 3", or "the new line" while it has no number.
    [[nodiscard]] QString calledInSentence(const Id& id) const;
    [[nodiscard]] int entryRow() const;
    [[nodiscard]] QStringList notesOf(const Id& line) const;
    [[nodiscard]] bool isEditable() const { return m_editable; }
    [[nodiscard]] bool isCellEditable(int row, QuoteColumn column) const;

    /// What stands in a cell beside what the store says.
    struct Typed {
        QString text;
        QString wrong = {};      ///< why it could not be taken; "" while it waits
        std::uint64_t saved = 0; ///< the question to the store that comes after it; 0: not saved
    };
    [[nodiscard]] const Typed* typed(int row, QuoteColumn column) const;
    void setTyped(const Id& row, QuoteColumn column, const QString& text);
    void setWrong(const Id& row, QuoteColumn column, const QString& sentence);
    /// Unless something else has been typed over `text` since.
    void setSaved(const Id& row, QuoteColumn column, const QString& text, std::uint64_t next);
    void forget(const Id& row, QuoteColumn column);
    /// The first cell that was refused, for the line below the grid.
    [[nodiscard]] std::optional<std::pair<int, QuoteColumn>> firstWrong() const;

    /// What is shown and is not in the quote: cells that were refused, and rows and cells that wait for the store.
    struct Unfinished {
        int row;
        QuoteColumn column;
        QString wrong; ///< "" while it waits
    };
    [[nodiscard]] std::vector<Unfinished> unfinished() const;

    /// Where the next line goes: after a line, or into a group (its beginning where `first`); by default the end.
    struct EntryPlace {
        Id after;
        Id group;
        bool first = false;
        bool text = false; ///< the next line is a text
        bool operator==(const EntryPlace&) const = default;
    };
    void setEntryPlace(const EntryPlace& place);
    [[nodiscard]] const EntryPlace& entryPlace() const { return m_place; }
    /// A line in front of the entry row that the store will show soon; its id until then.
    Id addComing(const QString& product, const QString& description, bool isText);
    /// The store has it now, under this id, in every sheet from question `next` on.
    void setCame(const Id& coming, const Id& line, std::uint64_t next);
    void removeComing(const Id& coming);

Q_SIGNALS:
    /// A person has typed something into a cell; `picked` from the list below it, if he did.
    void edited(const satchel::Id& row, satchel::ui::QuoteColumn column, const QString& text,
                const satchel::Id& picked);

private:
    struct Coming {
        QuoteRow row;
        Id line; ///< null: not made yet
        std::uint64_t saved = 0;
    };
    using Key = std::pair<Id, int>;

    void arrange();
    void replace(std::vector<QuoteRow> rows);
    void nameThePrice();
    void rename(const Id& from, const Id& to);
    void touch(const Id& row);
    [[nodiscard]] std::size_t placeOfEntry(const std::vector<QuoteRow>& rows) const;

    std::vector<QuoteRow> m_sheet; ///< what the store says
    std::vector<QuoteRow> m_rows;  ///< what is shown
    std::vector<Coming> m_coming;
    std::map<Key, Typed> m_typed;
    std::map<Id, QStringList> m_notes;
    EntryPlace m_place;
    bool m_editable = false;
    bool m_discounted = false; ///< some line
    bool m_margins = false;
};

} // namespace satchel::ui
