// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ReplicaThread.h"

#include <QAbstractTableModel>

#include <array>
#include <atomic>
#include <map>

namespace satchel::ui {

/// Which prices are looked at.
struct PriceListView {
    Id list;
    std::string date = {};   ///< as of this day; "": today in the list's time zone
    std::string search = {}; ///< code or name
    bool operator==(const PriceListView&) const = default;
};

/// The prices of a list on a day, a product a row, of any number: asks the reader for the pages that are looked at and
/// keeps a few of them. The rows shown last stay until new ones are there. Window's thread.
class PriceModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Code, Name, Unit, Price, Breaks, Minimum, ValidFrom, ValidTo, Formula, Columns };
    static constexpr int pageSize = 100;

    struct Row {
        Id product;
        QString cells[Columns];
        bool priced = false; ///< else there is no price on this day
    };

    explicit PriceModel(ReplicaReader& reader, QObject* parent = nullptr);
    void setView(const PriceListView& view);
    [[nodiscard]] const PriceListView& view() const { return m_view; }
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Nothing while it is still being read.
    [[nodiscard]] const Row* row(int index) const;
    /// Whether the column says something anywhere in the list on this day, as far as it was read.
    [[nodiscard]] bool isFilled(int column) const { return m_filled[static_cast<std::size_t>(column)]; }
    /// "r7, from 1.1.2027": the revision that counts on the day; "" before there is an answer.
    [[nodiscard]] QString revision() const { return m_revision; }

Q_SIGNALS:
    void loaded(bool fresh);
    void failed(const QString& sentence);
    /// A column that was empty says something.
    void filled();

private:
    struct Page {
        std::vector<Row> rows;
        std::string next;
        std::uint64_t used = 0;
    };
    struct Answer {
        std::int64_t total = 0;
        QString revision;
        std::map<int, Page> pages;
    };

    static Result<Answer> load(Replica& replica, const PriceListView& view, const std::vector<int>& pages,
                               const std::string& after, bool counted);
    void restart(bool fresh);
    void show(const Answer& answer, bool fresh);
    void fetch(int page) const;
    void keepFew();
    void lookWhatIsFilled(const Page& page);

    ReplicaReader& m_reader;
    PriceListView m_view;
    QString m_revision;
    int m_total = 0;
    bool m_loaded = false;
    std::array<bool, Columns> m_filled = {};
    std::shared_ptr<std::atomic<std::uint64_t>> m_generation = std::make_shared<std::atomic<std::uint64_t>>(0);
    mutable std::map<int, Page> m_pages;
    mutable std::vector<int> m_asked;
    mutable std::uint64_t m_clock = 0;
};

} // namespace satchel::ui
