// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/QuoteWork.h"
#include "core/sales/Quotes.h"

namespace satchel::sales {

// The groups of a quote: they order lines and have a sub-total, and no price depends on them.

Result<Edited> Quotes::addGroup(const Id& quote, const std::string& title, const Id& after)
{
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    Record& group = work.addGroup();
    const Id id = group.id;
    group.set("title", textValue(title));
    SATCHEL_TRY(work.putGroup(id, after, true));
    return work.commit({id});
}

Result<Edited> Quotes::renameGroup(const Id& group, const std::string& title)
{
    SATCHEL_ASSIGN(const Id quote, quoteOf("quote_group", group));
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    work.group(group)->set("title", textValue(title));
    return work.commit({});
}

Result<Edited> Quotes::moveGroup(const Id& group, const Id& after)
{
    SATCHEL_ASSIGN(const Id quote, quoteOf("quote_group", group));
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    SATCHEL_TRY(work.putGroup(group, after, false));
    return work.commit({});
}

Result<Edited> Quotes::removeGroup(const Id& group, bool withLines)
{
    SATCHEL_ASSIGN(const Id quote, quoteOf("quote_group", group));
    SATCHEL_ASSIGN(QuoteWork work, workOn(quote));
    std::vector<Id> lines;
    for (const Record& line : work.now.lines)
        if (line.value("quote_group").id() == group && line.value("part_of").isNull())
            lines.push_back(line.id);
    work.removeGroup(group);
    if (!withLines) {
        SATCHEL_TRY(work.putLines(lines, {}));
        return work.commit({});
    }
    for (const Id& line : lines)
        work.removeLine(line);
    return work.finish({});
}

} // namespace satchel::sales
