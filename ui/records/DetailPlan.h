// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/RecordRow.h"

#include <functional>

class QWidget;

namespace satchel::ui {

/// What the page of one kind of record shows, in order. The pages in ui/accounts, ui/contacts and ui/leads are plans;
/// RecordDetail draws them.
struct RelatedList {
    QString heading;
    QString empty; ///< what belongs here
    const Entity* entity = nullptr;
    std::string link; ///< reference of `entity` that points at the record
    std::vector<Filter> filters = {};
    std::optional<std::size_t> orderBy = std::nullopt;
    bool descending = false;
    bool addable = true; ///< a button that adds one
};

class DetailCard;
struct Desk;
using CardMaker = std::function<DetailCard*(const Desk& desk, QWidget* parent)>;

struct DetailPlan {
    const Entity* entity = nullptr;
    std::vector<std::string> pills;      ///< choices and booleans shown as chips beside the name
    std::vector<std::string> nameFields; ///< edited in the header
    std::vector<std::string> subtitle;   ///< values joined below the name
    std::vector<std::string> highlights; ///< facts across the top of the page
    std::vector<std::string> fields;     ///< the form
    std::size_t always = 4;              ///< of them shown also when empty
    std::vector<RelatedList> lists;
    std::vector<CardMaker> cards = {}; ///< below them
    bool tasksFirst = false;           ///< the first list is what to do, not who is there
    /// Whether what should have been done by now was not; said beside the name.
    std::function<bool(const Record& record, Milliseconds now)> isOverdue = {};
};

} // namespace satchel::ui
