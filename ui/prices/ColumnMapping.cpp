// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prices/ColumnMapping.h"

#include "ui/widgets/Kit.h"
#include "ui/widgets/Text.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QHeaderView>
#include <QSettings>
#include <QVBoxLayout>

namespace satchel::ui {

namespace {

enum Column { Name, Sample, Meaning };
constexpr qsizetype headersKept = 100;
constexpr int cellPadding = 24; // of the style, on both sides

QString fieldName(sales::PriceField field)
{
    switch (field) {
    case sales::PriceField::Product: return ColumnMapping::tr("Product (code or name)");
    case sales::PriceField::Price: return ColumnMapping::tr("Price");
    case sales::PriceField::Currency: return ColumnMapping::tr("Currency");
    case sales::PriceField::MinQuantity: return ColumnMapping::tr("From quantity");
    case sales::PriceField::ValidFrom: return ColumnMapping::tr("Valid from");
    case sales::PriceField::ValidTo: return ColumnMapping::tr("Valid until");
    case sales::PriceField::MinPrice: return ColumnMapping::tr("Minimum price");
    case sales::PriceField::Kind: return ColumnMapping::tr("Kind of price");
    case sales::PriceField::Percent: return ColumnMapping::tr("Percent of a list");
    case sales::PriceField::BaseList: return ColumnMapping::tr("Which list");
    case sales::PriceField::CostPercent: return ColumnMapping::tr("Percent of cost");
    }
    return {};
}

// Boxes one below the other do not touch.
QWidget* withRoomAround(QComboBox* box)
{
    auto* cell = new QWidget(box->parentWidget());
    auto* layout = new QVBoxLayout(cell);
    setMargins(layout, 0, 2, 0, 2, 0);
    layout->addWidget(box);
    return cell;
}

} // namespace

ColumnMapping::ColumnMapping(QWidget* parent) : QTableWidget(parent)
{
    setAccessibleName(tr("Which column is which"));
    setColumnCount(3);
    setHorizontalHeaderLabels({tr("Column"), tr("First row"), tr("Means")});
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(Meaning, QHeaderView::Fixed);
    setColumnWidth(Meaning, 184);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setFocusPolicy(Qt::NoFocus);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(40);
    setShowGrid(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::NoFocus); // the choices in it have the keyboard
    setFrameShape(QFrame::NoFrame);
}

void ColumnMapping::show(const Table& table)
{
    m_header = table.header;
    const auto guessed = sales::PriceColumns::guess(table.header);
    const QStringList known = m_known.value(headerKey());
    setRowCount(0);
    m_meanings.clear();
    for (std::size_t i = 0; i < m_header.size(); ++i) {
        const int row = rowCount();
        setRowCount(row + 1);
        const auto text = [](const std::string& cell) { return new QTableWidgetItem(oneLine(toQString(cell), 80)); };
        setItem(row, Name, text(m_header[i]));
        const bool sampled = !table.rows.empty() && i < table.rows.front().cells.size();
        setItem(row, Sample, text(sampled ? table.rows.front().cells[i] : std::string()));
        auto* box = new QComboBox(this);
        nameCombo(box, tr("Meaning of %1").arg(toQString(m_header[i])));
        box->addItem(tr("Not used"), QString());
        for (std::size_t field = 0; field < sales::priceFields; ++field)
            box->addItem(fieldName(static_cast<sales::PriceField>(field)),
                         toQString(sales::nameOf(static_cast<sales::PriceField>(field))));
        QString meaning = known.value(row);
        for (const auto& [column, field] : guessed)
            if (known.isEmpty() && column == m_header[i])
                meaning = toQString(field);
        box->setCurrentIndex(qMax(0, box->findData(meaning)));
        box->setEnabled(!m_header[i].empty()); // a column without a name cannot be named
        m_meanings.push_back(box);
        setCellWidget(row, Meaning, withRoomAround(box));
        box->ensurePolished();
        setColumnWidth(Meaning, qMax(columnWidth(Meaning), box->sizeHint().width() + cellPadding));
        connect(box, &QComboBox::currentIndexChanged, this, &ColumnMapping::changed);
    }
}

QStringList ColumnMapping::chosen() const
{
    QStringList fields;
    for (const QComboBox* box : m_meanings)
        fields << box->currentData().toString();
    return fields;
}

sales::PriceColumnWishes ColumnMapping::wishes() const
{
    sales::PriceColumnWishes wishes{.byName = false};
    const QStringList fields = chosen();
    for (std::size_t i = 0; i < m_header.size(); ++i)
        if (const QString field = fields.value(static_cast<qsizetype>(i)); !field.isEmpty())
            wishes.columns.emplace_back(m_header[i], fromQString(field));
    return wishes;
}

bool ColumnMapping::isEnough() const
{
    const QStringList fields = chosen();
    const auto has = [&](sales::PriceField field) { return fields.contains(toQString(sales::nameOf(field))); };
    return has(sales::PriceField::Product) && (has(sales::PriceField::Price) || has(sales::PriceField::Percent) ||
                                               has(sales::PriceField::CostPercent) || has(sales::PriceField::Kind));
}

QString ColumnMapping::headerKey() const
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const std::string& name : m_header)
        hash.addData(QByteArray::fromStdString(name + '\n'));
    return QString::fromLatin1(hash.result().toHex());
}

void ColumnMapping::keep()
{
    if (m_known.size() >= headersKept)
        m_known.clear(); // nobody has so many kinds of file
    m_known[headerKey()] = chosen();
}

void ColumnMapping::save(QSettings& settings) const
{
    for (auto known = m_known.begin(); known != m_known.end(); ++known)
        settings.setValue(QStringLiteral("prices/columns/") + known.key(), known.value());
}

void ColumnMapping::restore(const QSettings& settings)
{
    const QString group = QStringLiteral("prices/columns/");
    const QStringList keys = settings.allKeys();
    for (const QString& key : keys)
        if (key.startsWith(group))
            m_known[key.mid(group.size())] = settings.value(key).toStringList();
}

} // namespace satchel::ui
