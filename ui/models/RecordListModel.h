// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"
#include "ui/models/ReplicaThread.h"

#include <QAbstractTableModel>

#include <atomic>
#include <map>
#include <set>

namespace satchel::ui {

/// The cells of a record in the columns beside it; runs on the reader's thread.
using CellMaker = std::function<QStringList(Replica&, const Record&)>;

/// A heading over the rows that have the same value in a field.
struct RowHeading {
    QString label;
    int rows = 0;
    bool open = true;
};

/// Which rows of a question are marked: some, or all but some. Not more than that is known of a million rows.
struct RowMarks {
    bool all = false;
    std::set<Id> ids = {}; ///< the marked ones, or with `all` the others

    [[nodiscard]] bool isMarked(const Id& id) const { return all != ids.contains(id); }
};

/// A list of any size: asks the reader for the pages that are looked at (by key from the page before, by position for
/// jumps), keeps a few of them, and shows placeholders meanwhile. The rows shown last stay until new ones are there.
/// Rows may stand under headings that open and close; they may be marked. Window's thread.
class RecordListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Roles { RowRole = Qt::UserRole + 1, HeadingRole, MarkedRole, FigureRole };
    static constexpr int pageSize = 100;
    static constexpr std::size_t mostHeadings = 2'000;
    static constexpr int mostMarkedAtOnce = 50'000; ///< by a range; all is all

    RecordListModel(ReplicaReader& reader, RowMaker maker, QObject* parent = nullptr);

    /// Another question. The old rows stay until the answer is there; marks are gone.
    void setQuery(const Query& query);
    [[nodiscard]] const Query& query() const { return m_query; }
    /// The same question again, because the store changed.
    void refresh();
    /// Columns beside the record: their heads, which of them hold figures, and who makes their cells. Ask anew after.
    void setColumns(const QStringList& heads, const QList<bool>& figures, CellMaker maker);
    /// Headings by the values of a place (core/store/Query.h). Ask anew after.
    void setHeadings(const std::optional<std::size_t>& place);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Nothing while the row is still a placeholder, and for a heading.
    [[nodiscard]] const RecordRow* row(int index) const;
    /// Where a record stands among the pages that are here; -1 if it is not.
    [[nodiscard]] int indexOf(const Id& id) const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Records, headings not counted, closed ones counted.
    [[nodiscard]] std::int64_t recordCount() const { return m_total; }

    [[nodiscard]] bool isHeading(int index) const;
    [[nodiscard]] std::vector<int> headingRows() const;
    void toggleHeading(int index);
    [[nodiscard]] QStringList closedHeadings() const;
    void setClosedHeadings(const QStringList& keys);

    [[nodiscard]] const RowMarks& marks() const { return m_marks; }
    [[nodiscard]] std::int64_t markedCount() const;
    void toggleMark(int index);
    /// Rows that are not here yet are asked for, and marked when their names are known.
    void markRange(int first, int last, bool marked);
    void markAll();
    void clearMarks();

Q_SIGNALS:
    /// The first answer to a new question (`fresh`) or to a refresh is shown.
    void loaded(bool fresh);
    void failed(const QString& sentence);
    void marksChanged();
    /// There are too many rows for an order that no index gives: they stand by name.
    void orderRefused();

private:
    struct Page {
        std::vector<RecordRow> rows;
        std::vector<QStringList> cells; ///< of each row, where there are columns
        std::string next;
        std::uint64_t used = 0;
    };
    struct Section {
        Value key;
        QString name; ///< of the key, for remembering
        QString label;
        int rows = 0;
        int first = 0; ///< index of the heading, or of the first row where there are no headings
        bool open = true;
        bool operator==(const Section&) const = default;
    };
    using PageKey = std::pair<int, int>; ///< section, page in it
    struct Answer {
        std::int64_t total = 0;
        bool unordered = false;
        std::vector<Section> sections;
        std::map<PageKey, Page> pages;
        std::optional<Error> error;
    };
    struct Wanted {
        Query query;
        std::optional<std::size_t> headings;
        RowMaker maker;
        CellMaker cells;
        std::vector<std::pair<QString, int>> pages; ///< of sections by name
    };
    struct Place {
        int section = -1;
        int offset = -1; ///< -1: the heading
    };

    static Answer load(Replica& replica, Wanted wanted);
    static Status loadSections(Replica& replica, const Wanted& wanted, Answer& answer);
    static Page read(Replica& replica, const Wanted& wanted, Query query, int page, const std::string& after);
    [[nodiscard]] Query sectionQuery(int section) const;
    [[nodiscard]] Place placeOf(int index) const;
    void restart(bool fresh);
    void show(const Answer& answer, bool fresh);
    void arrange();
    void fetch(const PageKey& key) const;
    void keepFew() const;
    void markNames(const std::vector<Id>& ids, bool marked);

    ReplicaReader& m_reader;
    RowMaker m_maker;
    CellMaker m_cells;
    QStringList m_heads;
    QList<bool> m_figures;
    Query m_query;
    Query m_effective; ///< what the rows are read with: the query, or without an order that takes too long
    std::optional<std::size_t> m_headings;
    bool m_grouped = false; ///< the rows shown stand under headings
    std::set<QString> m_closed;
    RowMarks m_marks;
    std::vector<Section> m_sections;
    int m_rows = 0;
    std::int64_t m_total = 0;
    bool m_loaded = false;
    std::shared_ptr<std::atomic<std::uint64_t>> m_generation = std::make_shared<std::atomic<std::uint64_t>>(0);
    mutable std::map<PageKey, Page> m_pages;
    mutable std::vector<PageKey> m_asked;
    mutable std::uint64_t m_clock = 0;
};

} // namespace satchel::ui

Q_DECLARE_METATYPE(satchel::ui::RowHeading)
