// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Positions.h"

#include <QTest>
#include <algorithm>

using namespace satchel;

namespace {

struct Rows {
    explicit Rows(std::size_t count) : records(count, Record(schema::entity("quote_line")))
    {
        for (Record& record : records)
            rows.push_back(&record);
        sales::givePositions(rows, 0, count);
    }
    [[nodiscard]] bool areInOrder() const
    {
        for (std::size_t i = 1; i < rows.size(); ++i)
            if (rows[i]->value("position").text() <= rows[i - 1]->value("position").text())
                return false;
        return true;
    }
    [[nodiscard]] std::size_t longest() const
    {
        std::size_t length = 0;
        for (const Record* row : rows)
            length = std::max(length, row->value("position").text().size());
        return length;
    }
    std::vector<Record> records;
    std::vector<Record*> rows;
};

} // namespace

/// The order of lines and groups, as texts that have room between them.
class PositionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyRowsHaveShortPositions()
    {
        for (const std::size_t count : {std::size_t{1}, std::size_t{500}, std::size_t{10'000}}) {
            const Rows rows(count);
            QVERIFY(rows.areInOrder());
            QVERIFY(rows.longest() <= 60);
        }
    }

    void aBlockFitsBetweenTwoNeighbours()
    {
        const auto places = sales::positionsBetween("1", "2", 500);
        QCOMPARE(places.size(), 500U);
        QVERIFY(places.front() > "1" && places.back() < "2");
        QVERIFY(std::is_sorted(places.begin(), places.end()));
        for (const std::string& place : places)
            QVERIFY(place.size() <= 4);
        QVERIFY(sales::positionsBetween("1", "1", 1).empty());
    }

    // Sixty digits are a lot of places, and then everybody moves up.
    void onePlaceIsNeverFull()
    {
        Rows rows(2);
        std::vector<std::unique_ptr<Record>> more;
        for (int i = 0; i < 1000; ++i) {
            more.push_back(std::make_unique<Record>(schema::entity("quote_line")));
            rows.rows.insert(rows.rows.begin() + 1, more.back().get());
            sales::givePositions(rows.rows, 1, 1);
            QVERIFY(rows.areInOrder());
            QVERIFY(rows.longest() <= 60);
        }
    }

    // Two laptops that did not know of each other added a row at the end.
    void rowsInTheSamePlaceMakeRoomForOneBetweenThem()
    {
        Rows rows(3);
        rows.rows[2]->set("position", rows.rows[1]->value("position"));
        Record between(schema::entity("quote_line"));
        rows.rows.insert(rows.rows.begin() + 2, &between);
        sales::givePositions(rows.rows, 2, 1);
        QVERIFY(rows.areInOrder());
    }
};

QTEST_GUILESS_MAIN(PositionsTest)
#include "PositionsTest.moc"
