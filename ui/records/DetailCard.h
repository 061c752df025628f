// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Desk.h"

#include <QFrame>

namespace satchel::ui {

/// A card on the page of a record that is more than a list of other records: a plan names who makes it. Asks for what
/// it shows itself. Window's thread.
class DetailCard : public QFrame {
    Q_OBJECT
public:
    explicit DetailCard(QWidget* parent) : QFrame(parent) { setProperty("kind", QStringLiteral("card")); }
    /// Another record, or the same one anew.
    virtual void show(const Id& record) = 0;

Q_SIGNALS:
    void openRequested(satchel::RowKey row);
    /// A new record of `entity` that points at the one on the page with `link`.
    void addRequested(const satchel::Entity* entity, const QString& link);
};

} // namespace satchel::ui
