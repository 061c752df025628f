// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sales/PriceColumns.h"

#include "core/schema/Wording.h"

#include <algorithm>

namespace satchel::sales {

namespace {

struct FieldNames {
    PriceField field;
    std::string_view name;
    std::vector<std::string_view> usual; ///< folded, the surest first
};

const std::vector<FieldNames>& allNames()
{
    static const std::vector<FieldNames> all = {
        {PriceField::Product,
         "product",
         {"productcode",    "code",          "sku",           "itemcode",      "itemno",
          "itemnumber",     "articleno",     "articlenumber", "articlecode",   "productno",
          "productnumber",  "partno",        "partnumber",    "artikelnummer", "artikelnr",
          "artnr",          "artikelcode",   "produktnummer", "produktnr",     "produktcode",
          "materialnummer", "bestellnummer", "bestellnr",     "product",       "item",
          "article",        "artikel",       "produkt",       "material",      "productname",
          "itemname",       "articlename",   "produktname",   "artikelname",   "artikelbezeichnung",
          "bezeichnung",    "name"}},
        {PriceField::Price,
         "price",
         {"price", "listprice", "unitprice", "netprice", "salesprice", "preis", "listenpreis", "einzelpreis",
          "stueckpreis", "nettopreis", "verkaufspreis", "vkpreis", "vk"}},
        {PriceField::Currency, "currency", {"currency", "currencycode", "curr", "waehrung", "whg"}},
        {PriceField::MinQuantity,
         "min_quantity",
         {"minquantity", "minimumquantity", "minqty", "fromquantity", "fromqty", "quantityfrom", "quantity", "qty",
          "moq", "abmenge", "mengeab", "mindestmenge", "staffelmenge", "staffel", "menge"}},
        {PriceField::ValidFrom,
         "valid_from",
         {"validfrom", "effectivefrom", "startdate", "begindate", "from", "gueltigab", "gueltigvon", "ab", "von",
          "beginn"}},
        {PriceField::ValidTo,
         "valid_to",
         {"validto", "validuntil", "enddate", "expires", "to", "until", "gueltigbis", "bis", "ende"}},
        {PriceField::MinPrice,
         "min_price",
         {"minprice", "minimumprice", "lowestprice", "mindestpreis", "minimalpreis", "minpreis"}},
        {PriceField::Kind, "kind", {"kind", "pricekind", "preisart"}},
        {PriceField::Percent, "percent", {"percent", "percentage", "prozent", "prozentsatz"}},
        {PriceField::BaseList,
         "base_list",
         {"baselist", "basepricelist", "basisliste", "basispreisliste", "grundliste"}},
        {PriceField::CostPercent,
         "cost_percent",
         {"costpercent", "percentofcost", "costpercentage", "prozentderkosten", "kostenprozent", "prozentvomek"}}};
    return all;
}

// Letters and digits in lower case; "Gültig ab" is "gueltigab", as it is often written.
std::string folded(std::string_view name)
{
    static const std::vector<std::pair<std::string_view, std::string_view>> letters = {
        {"\xC3\xA4", "ae"}, {"\xC3\xB6", "oe"}, {"\xC3\xBC", "ue"}, {"\xC3\x84", "ae"},
        {"\xC3\x96", "oe"}, {"\xC3\x9C", "ue"}, {"\xC3\x9F", "ss"}};
    std::string made;
    for (std::size_t i = 0; i < name.size();) {
        const auto letter = std::find_if(letters.begin(), letters.end(),
                                         [&](const auto& each) { return name.substr(i).starts_with(each.first); });
        if (letter != letters.end()) {
            made += letter->second;
            i += letter->first.size();
            continue;
        }
        const char c = name[i++];
        if (c >= 'A' && c <= 'Z')
            made += static_cast<char>(c + 32);
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            made += c;
    }
    return made;
}

Result<PriceField> fieldNamed(const std::string& name)
{
    std::vector<std::string> names;
    for (const FieldNames& each : allNames()) {
        if (each.name == name)
            return each.field;
        names.emplace_back(each.name);
    }
    return invalid("There is no field " + inQuotes(name) + " in a price; its fields are " + enumerated(names) + ".",
                   name);
}

class Maker {
public:
    explicit Maker(const std::vector<std::string>& header) : m_header(header), m_used(header.size()) {}

    Result<PriceColumns> make(const PriceColumnWishes& wishes)
    {
        for (const auto& [column, field] : wishes.columns) {
            const auto found = std::find(m_header.begin(), m_header.end(), column);
            if (found == m_header.end() || column.empty())
                return invalid("The file has no column " + inQuotes(column) + "; its columns are " +
                               enumerated(named()) + ".");
            const auto at = static_cast<std::size_t>(found - m_header.begin());
            SATCHEL_TRY(add(field, {.column = at}));
            m_used[at] = true;
        }
        for (const auto& [field, value] : wishes.constants)
            SATCHEL_TRY(add(field, {.constant = value}));
        if (wishes.byName)
            addAllUsual();
        if (!m_columns.has(PriceField::Product))
            return invalid("No column has the product; say which one with --map COLUMN=product. The columns are " +
                           enumerated(named()) + ".");
        if (!m_columns.has(PriceField::Price) && !m_columns.has(PriceField::Percent) &&
            !m_columns.has(PriceField::CostPercent) && !m_columns.has(PriceField::Kind))
            return invalid("No column has the price; say which one with --map COLUMN=price. The columns are " +
                           enumerated(named()) + ".");
        for (std::size_t i = 0; i < m_header.size(); ++i)
            if (!m_used[i] && !m_header[i].empty())
                m_columns.ignored.push_back(m_header[i]);
        return std::move(m_columns);
    }

    PriceColumns guess()
    {
        addAllUsual();
        return std::move(m_columns);
    }

private:
    void addAllUsual()
    {
        for (const FieldNames& names : allNames())
            addUsual(names);
    }

    Status add(const std::string& field, PriceColumns::Source source)
    {
        SATCHEL_ASSIGN(const PriceField known, fieldNamed(field));
        auto& place = m_columns.sources[static_cast<std::size_t>(known)];
        if (place)
            return invalid("The field " + inQuotes(field) + " would get its value from two places.", field);
        place = std::move(source);
        return Ok{};
    }

    void addUsual(const FieldNames& names)
    {
        auto& place = m_columns.sources[static_cast<std::size_t>(names.field)];
        for (const std::string_view usual : names.usual)
            for (std::size_t i = 0; i < m_header.size() && !place; ++i)
                if (!m_used[i] && folded(m_header[i]) == usual) {
                    place = PriceColumns::Source{.column = i};
                    m_used[i] = true;
                }
    }

    std::vector<std::string> named() const
    {
        std::vector<std::string> names;
        std::copy_if(m_header.begin(), m_header.end(), std::back_inserter(names),
                     [](const std::string& name) { return !name.empty(); });
        return names;
    }

    const std::vector<std::string>& m_header;
    std::vector<bool> m_used;
    PriceColumns m_columns;
};

} // namespace

std::string_view nameOf(PriceField field)
{
    const auto& all = allNames();
    return std::find_if(all.begin(), all.end(), [&](const FieldNames& names) { return names.field == field; })->name;
}

Result<PriceColumns> PriceColumns::make(const std::vector<std::string>& header, const PriceColumnWishes& wishes)
{
    return Maker(header).make(wishes);
}

std::vector<std::pair<std::string, std::string>> PriceColumns::guess(const std::vector<std::string>& header)
{
    return Maker(header).guess().told(header);
}

std::string PriceColumns::text(PriceField field, const TableRow& row) const
{
    const auto& from = source(field);
    if (!from)
        return {};
    return trimmed(from->column ? row.cells[*from->column] : from->constant);
}

std::vector<std::pair<std::string, std::string>> PriceColumns::told(const std::vector<std::string>& header) const
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const FieldNames& names : allNames())
        if (const auto& from = source(names.field); from && from->column)
            pairs.emplace_back(header[*from->column], std::string(names.name));
    return pairs;
}

} // namespace satchel::sales
