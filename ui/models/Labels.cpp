// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/Labels.h"

#include "ui/widgets/Text.h"

#include <QHash>

#include <map>
#include <memory>

namespace satchel::ui {

LabelOf labelsOf(Replica& replica)
{
    auto known = std::make_shared<std::map<RowKey, QString>>();
    return [&replica, known](const std::string& entity, const Id& id) {
        const RowKey key{schema::entity(entity).number, id};
        const auto found = known->find(key);
        if (found != known->end())
            return found->second;
        const auto label = replica.label(key);
        return (*known)[key] = label.ok() ? toQString(*label) : QString();
    };
}

} // namespace satchel::ui
