// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Replica.h"

#include <QObject>
#include <QString>

namespace satchel::ui {

/// Where somebody is: a page, and the record opened on it.
struct Place {
    QString page;
    std::optional<RowKey> record = std::nullopt;
    bool operator==(const Place&) const = default;
};

/// The way back and forward between places, like a browser's.
class Navigator final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Somebody went to a new place; what lay forward is forgotten.
    void went(const Place& place);
    void back() { step(-1); }
    void forward() { step(1); }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }

Q_SIGNALS:
    void wanted(const satchel::ui::Place& place);

private:
    void step(int by);

    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace satchel::ui
