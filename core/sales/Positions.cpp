// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/Positions.h"

#include "core/rules/quotes/QuoteReader.h"

namespace satchel::sales {

namespace {

// The middle one first, so that five hundred take two digits more than one does.
bool fill(const std::string& before, const std::string& after, std::vector<std::string>& places, std::size_t from,
          std::size_t to)
{
    if (from == to)
        return true;
    const std::size_t middle = from + (to - from) / 2;
    places[middle] = quotes::positionBetween(before, after);
    return !places[middle].empty() && fill(before, places[middle], places, from, middle) &&
           fill(places[middle], after, places, middle + 1, to);
}

} // namespace

std::vector<std::string> positionsBetween(const std::string& before, const std::string& after, std::size_t count)
{
    std::vector<std::string> places(count);
    if (after.empty()) { // at the end there is room for one after the other
        std::string last = before;
        for (std::string& place : places) {
            place = quotes::positionBetween(last, {});
            if (place.empty())
                return {};
            last = place;
        }
        return places;
    }
    return fill(before, after, places, 0, count) ? places : std::vector<std::string>();
}

void givePositions(const std::vector<Record*>& rows, std::size_t first, std::size_t count)
{
    const std::size_t end = first + count;
    const std::string before = first == 0 ? std::string() : rows[first - 1]->value("position").text();
    const std::string after = end == rows.size() ? std::string() : rows[end]->value("position").text();
    std::vector<std::string> places = positionsBetween(before, after, count);
    if (count > 0 && places.empty()) {
        places = positionsBetween({}, {}, rows.size());
        if (places.empty()) // more lines than one after the other have room
            places = positionsBetween("0", "z", rows.size());
        for (std::size_t i = 0; i < rows.size() && i < places.size(); ++i)
            rows[i]->set("position", places[i]);
        return;
    }
    for (std::size_t i = 0; i < count; ++i)
        rows[first + i]->set("position", places[i]);
}

} // namespace satchel::sales
