// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sales/PriceColumns.h"

#include <QHash>
#include <QStringList>
#include <QTableWidget>

class QComboBox;
class QSettings;

namespace satchel::ui {

/// Which column of a price file is which: a row for each column, with what stands in its first row. What was chosen for
/// a header is remembered on this laptop and proposed again for the same header. Window's thread.
class ColumnMapping final : public QTableWidget {
    Q_OBJECT
public:
    explicit ColumnMapping(QWidget* parent);

    void show(const Table& table);
    /// As it is chosen now; nothing is taken by its name alone.
    [[nodiscard]] sales::PriceColumnWishes wishes() const;
    /// Whether some column has the product, and some the price.
    [[nodiscard]] bool isEnough() const;
    /// What was chosen fits the file: propose it next time.
    void keep();

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString headerKey() const;
    [[nodiscard]] QStringList chosen() const;

    std::vector<std::string> m_header;
    std::vector<QComboBox*> m_meanings;  ///< one of each column
    QHash<QString, QStringList> m_known; ///< fields in the order of the columns, by the header's digest
};

} // namespace satchel::ui
