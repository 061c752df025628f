// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QMetaType>
#include <QString>

namespace satchel::ui {

/// A record as a list shows it: made on the reader's thread, drawn by RecordDelegate.
struct RecordRow {
    Record record;
    QString title;
    QString subtitle = {};
    QString aside = {};     ///< right-aligned, second line: a date, a town
    bool late = false;      ///< what the aside says should have been done
    QString pill = {};      ///< word in a chip on the first line
    QString pillValue = {}; ///< the choice behind it, for its tone
    QString badge = {};     ///< whose initials stand in front; "": the title's
};

/// Makes the row of a record; runs on the reader's thread.
using RowMaker = std::function<RecordRow(Replica&, const Record&)>;

} // namespace satchel::ui

Q_DECLARE_METATYPE(satchel::ui::RecordRow)
