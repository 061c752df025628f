// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ShownRecord.h"

#include "ui/models/Labels.h"

namespace satchel::ui {

ShownRecord shownRecord(Replica& replica, const Record& record)
{
    const LabelOf labels = labelsOf(replica);
    ShownRecord result{record, {}};
    for (std::size_t i = 0; i < record.values.size(); ++i)
        result.shown << valueWord(record.entity->fields[i], record.values[i], labels);
    return result;
}

} // namespace satchel::ui
