// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Entity.h"
#include "core/schema/Value.h"

#include <QString>

#include <functional>

namespace satchel::ui {

/// The declaration's names, values, rules and times in a person's words and locale. Pure; any thread.

[[nodiscard]] QString entityWord(const Entity& entity);      ///< "Account"
[[nodiscard]] QString entitiesWord(const Entity& entity);    ///< "Accounts"
[[nodiscard]] QString fieldWord(const Field& field);         ///< "Job title"
[[nodiscard]] QString memberWord(const std::string& member); ///< of a group: "Postcode"
[[nodiscard]] QString choiceWord(const std::string& choice); ///< "decision_maker": "Decision maker"
[[nodiscard]] QString ruleWord(const std::string& rule);     ///< a merge rule as a sentence
/// A word of these tables inside a sentence: "New contact", but "Kontakt anlegen" where nouns keep their capital.
[[nodiscard]] QString inSentence(const QString& word);
[[nodiscard]] QString roleWord(Role role);

/// What a person calls the row of a reference; "" if not known (yet).
using LabelOf = std::function<QString(const std::string& entity, const Id& id)>;
/// A phone number as it is dialled, grouped as its country does, also between words written from the right, where "+34
/// 600" would become "600 34+".
[[nodiscard]] QString phoneWord(const QString& phone);
/// The value as it is shown: locale's numbers, money and dates, words for choices, labels for references.
[[nodiscard]] QString valueWord(const Field& field, const Value& value, const LabelOf& labelOf);

[[nodiscard]] QString dateWord(const std::string& date, std::int64_t now); ///< "today", "Tue 24 Nov", "24.11.2027"
[[nodiscard]] QString timeWord(std::int64_t instant, std::int64_t now);    ///< "10:30", "yesterday 10:30", ...
[[nodiscard]] QString agoWord(std::int64_t instant, std::int64_t now);     ///< "just now", "2 min ago"
[[nodiscard]] QString exactTime(std::int64_t instant);                     ///< in full, for tool tips
/// The locale's short form of a day with the year in full: a birthday in 55 is none of a coming year.
[[nodiscard]] QString dayFormat();
[[nodiscard]] QString numberWord(std::int64_t number); ///< with the locale's separators
/// Local calendar day of an instant as YYYY-MM-DD, and the instant a local day begins.
[[nodiscard]] std::string localDay(std::int64_t instant, int addDays = 0);
[[nodiscard]] std::int64_t startOfLocalDay(std::int64_t instant, int addDays = 0);

} // namespace satchel::ui
