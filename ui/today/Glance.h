// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"
#include "ui/records/Timeline.h"

#include <QStringList>

namespace satchel::ui {

/// A customer at a glance, as it is shown.
struct GlanceData {
    Record record; ///< no entity: not on this laptop
    QString name;
    QString about;    ///< company, job, town
    QString status;   ///< a choice as a word
    QString statusId; ///< for its tone
    QString nextStep;
    QStringList phones;
    QString mail;
    QString contactName;           ///< of whom the phones are, if it is not the customer
    QString lastContact;           ///< "Visit, 12 Nov, Ben Ode"
    std::vector<RecordRow> quotes; ///< open ones of the account
    std::vector<TimelineItem> timeline;
    Id account; ///< that a quote would be for; null: none
};

/// Runs on a worker thread.
[[nodiscard]] GlanceData loadGlance(Replica& replica, const RowKey& customer, Milliseconds now);

} // namespace satchel::ui
