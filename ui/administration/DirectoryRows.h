// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/Directory.h"

#include <QString>
#include <QStringList>

#include <map>

namespace satchel::ui {

/// People and territories of this laptop's directory, ready to be shown: read on the reader's thread.
struct DirectoryRows {
    struct Territory {
        sales::TerritoryNode node;
        int depth = 0; ///< below the top
        qint64 people = 0;
        qint64 accounts = 0;
    };
    std::vector<sales::Colleague> people; ///< by name
    std::vector<Territory> territories;   ///< as a tree: each before those that lie in it, by name
    std::map<Id, QString> names;          ///< of territories and people

    [[nodiscard]] QString nameOf(const Id& id) const;
    [[nodiscard]] QStringList territoryNames(const std::vector<Id>& ids) const;
};

[[nodiscard]] Result<DirectoryRows> loadDirectory(Replica& replica);

} // namespace satchel::ui
