// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"
#include "ui/models/ReplicaThread.h"

#include <QAbstractTableModel>

#include <atomic>
#include <map>

namespace satchel::ui {

/// A list of any size: asks the reader for the pages that are looked at (by key from the page before, by position for
/// jumps), keeps a few of them, and shows placeholders meanwhile. The rows shown last stay until new ones are there.
/// Window's thread.
class RecordListModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Roles { RowRole = Qt::UserRole + 1 };
    static constexpr int pageSize = 100;

    RecordListModel(ReplicaReader& reader, RowMaker maker, QObject* parent = nullptr);

    /// Another question. The old rows stay until the answer is there.
    void setQuery(const Query& query);
    [[nodiscard]] const Query& query() const { return m_query; }
    /// The same question again, because the store changed.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// Nothing while the row is still a placeholder.
    [[nodiscard]] const RecordRow* row(int index) const;
    /// Where a record stands among the pages that are here; -1 if it is not.
    [[nodiscard]] int indexOf(const Id& id) const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

Q_SIGNALS:
    /// The first answer to a new question (`fresh`) or to a refresh is shown.
    void loaded(bool fresh);
    void failed(const QString& sentence);

private:
    struct Page {
        std::vector<RecordRow> rows;
        std::string next;
        std::uint64_t used = 0;
    };
    struct Answer {
        std::int64_t total = 0;
        std::map<int, Page> pages;
        std::optional<Error> error;
    };

    static Answer load(Replica& replica, const Query& query, const RowMaker& maker, const std::vector<int>& pages,
                       bool counted);
    static Page read(Replica& replica, Query query, const RowMaker& maker, int page, const std::string& after);
    void restart(bool fresh);
    void show(const Answer& answer, bool fresh);
    void fetch(int page) const;
    void keepFew() const;

    ReplicaReader& m_reader;
    RowMaker m_maker;
    Query m_query;
    int m_total = 0;
    bool m_loaded = false;
    std::shared_ptr<std::atomic<std::uint64_t>> m_generation = std::make_shared<std::atomic<std::uint64_t>>(0);
    mutable std::map<int, Page> m_pages;
    mutable std::vector<int> m_asked;
    mutable std::uint64_t m_clock = 0;
};

} // namespace satchel::ui
