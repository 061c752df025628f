// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

namespace satchel::ui {

/// What the rooms below say when something cannot be done, in the person's language. Those rooms know neither Qt nor
/// languages; their sentences are English, with names and days put in. resources/translations/core.txt has them as
/// templates ("The quote %1 is only a draft."), found in the sources; a sentence that fits one is said in its
/// translation, names of fields and records inside it and days too, and any other stays as it is. Pure; any thread.
[[nodiscard]] QString sentenceWord(const QString& sentence);
/// The reasons an approval was asked for, which stand one behind the other in one text.
[[nodiscard]] QString reasonsWord(const QString& reasons);
[[nodiscard]] Error inTheirLanguage(Error error);

/// The same for the answer of a question to the replica, if it is a Result that failed.
template <typename T>
[[nodiscard]] T inTheirLanguage(T answer)
{
    if constexpr (requires(T t) {
                      T(t.error());
                      t.ok();
                  })
        return answer.ok() ? std::move(answer) : T(inTheirLanguage(Error(answer.error())));
    else
        return answer;
}

} // namespace satchel::ui
