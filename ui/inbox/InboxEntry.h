// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QMetaType>
#include <QString>

namespace satchel::ui {

/// An inbox item in words: who wrote what when, what is kept, and why.
struct InboxEntry {
    struct Side {
        QString who = {};   ///< "You", "You on Laptop 2" or a name
        QString value = {}; ///< as shown; "" for empty
        QString when = {};
        QString device = {};
        bool mine = false;
        bool kept = false;
    };
    InboxItem item;
    QString record = {}; ///< what a person calls it
    QString field = {};  ///< in words; "" for the whole record
    QString base = {};
    Side a = {};
    Side b = {};
    QString sentence = {}; ///< the conflict as one sentence
    QString reason = {};   ///< the rule, or why it was refused, and what now
    bool open = false;
    bool rejected = false;
    bool canSwap = false;
    bool canResend = false; ///< refused, and what was typed can be edited and sent again
    bool here = false;      ///< the record is on this laptop
    Id twin = {};           ///< the record that may be the same one, where that is on this laptop too

    /// The side that would stand after a swap: 'a' or 'b'; 0 where there is nothing to swap.
    [[nodiscard]] char other() const;
    /// Whether the server carries the answer out by itself, which cannot be taken back here.
    [[nodiscard]] bool isForServer() const;
    /// Whether it is about two records that may be one.
    [[nodiscard]] bool isDuplicate() const;
};

/// Values of a record by the places of their fields.
using FieldValues = std::vector<std::pair<std::size_t, Value>>;
/// What was typed on the side of this user: of one field, or of a whole record that was refused.
[[nodiscard]] FieldValues typedValues(const InboxEntry& entry);

/// What marks the item as used, beside the edit that sends anew what was refused: both are one step to undo.
[[nodiscard]] Edit usedEdit(const InboxEntry& entry);

/// Runs on a worker thread.
[[nodiscard]] InboxEntry inboxEntry(Replica& replica, const InboxItem& item, const Id& me, Milliseconds now);
[[nodiscard]] std::vector<InboxEntry> loadInbox(Replica& replica, const Id& me, Milliseconds now);

} // namespace satchel::ui

Q_DECLARE_METATYPE(satchel::ui::InboxEntry)
