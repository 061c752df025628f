// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Workbook.h"

#include "core/schema/Wording.h"

#include <algorithm>
#include <charconv>

namespace satchel {

namespace {

constexpr std::size_t maxStrings = 2'000'000;
constexpr std::size_t maxStyles = 100'000;

std::int64_t numberOf(std::string_view text, std::int64_t otherwise)
{
    std::int64_t number = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    return trouble == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

// A target in a folder of the package: "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../x.xml".
std::string resolved(const std::string& folder, std::string_view target)
{
    std::vector<std::string> steps;
    const std::string path = target.starts_with('/') ? std::string(target) : folder + "/" + std::string(target);
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string step = path.substr(at, end - at);
        if (step == ".." && !steps.empty())
            steps.pop_back();
        else if (!step.empty() && step != "." && step != "..")
            steps.push_back(step);
        at = end + 1;
    }
    std::string made;
    for (const std::string& step : steps)
        made += (made.empty() ? "" : "/") + step;
    return made;
}

// The folder of "xl/workbook.xml", and the part that says what it refers to.
std::string folderOf(const std::string& part)
{
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? std::string() : part.substr(0, slash);
}

std::string relationsOf(const std::string& part)
{
    const std::string folder = folderOf(part);
    const std::string name = folder.empty() ? part : part.substr(folder.size() + 1);
    return (folder.empty() ? "" : folder + "/") + "_rels/" + name + ".rels";
}

// A listener that only looks at the elements as they begin.
class Elements : public XmlListener {
public:
    Status end(std::string_view) override { return Ok{}; }
    Status text(std::string_view) override { return Ok{}; }
};

class Relations final : public Elements {
public:
    struct Relation {
        std::string type; ///< its last word: worksheet, styles, sharedStrings, officeDocument
        std::string target;
    };
    Status begin(std::string_view name, const Attributes& attributes) override
    {
        if (name != "Relationship" || attribute(attributes, "TargetMode") == "External")
            return Ok{};
        const std::string_view type = attribute(attributes, "Type");
        all.insert_or_assign(
            std::string(attribute(attributes, "Id")),
            Relation{std::string(type.substr(type.rfind('/') + 1)), std::string(attribute(attributes, "Target"))});
        return Ok{};
    }
    /// The first of this type; "" if there is none.
    std::string first(std::string_view type) const
    {
        for (const auto& [id, relation] : all)
            if (relation.type == type)
                return relation.target;
        return {};
    }
    std::map<std::string, Relation> all;
};

class Sheets final : public Elements {
public:
    Status begin(std::string_view name, const Attributes& attributes) override
    {
        if (name == "workbookPr") {
            const std::string_view text = attribute(attributes, "date1904");
            since1904 = text == "1" || text == "true";
        } else if (name == "sheet") {
            all.push_back({std::string(attribute(attributes, "name")), std::string(attribute(attributes, "id")),
                           attribute(attributes, "state").ends_with("idden")}); // hidden, veryHidden
        }
        return Ok{};
    }
    bool since1904 = false;
    std::vector<Workbook::Sheet> all; ///< `part` is the relation's id yet
};

class Styles final : public XmlListener {
public:
    Status begin(std::string_view name, const Attributes& attributes) override
    {
        if (name == "cellXfs") {
            m_inside = true;
        } else if (name == "numFmt" && !m_inside) {
            const std::int64_t id = numberOf(attribute(attributes, "numFmtId"), -1);
            m_own.insert_or_assign(id, kindOfCode(attribute(attributes, "formatCode")));
        } else if (name == "xf" && m_inside) {
            const std::int64_t id = numberOf(attribute(attributes, "numFmtId"), 0);
            const auto own = m_own.find(id);
            kinds.push_back(own != m_own.end() ? own->second : kindOfBuiltIn(id));
        }
        if (kinds.size() > maxStyles || m_own.size() > maxStyles)
            return Error{ErrorKind::TooLarge, "The workbook has more than 100,000 styles."};
        return Ok{};
    }
    Status end(std::string_view name) override
    {
        m_inside = m_inside && name != "cellXfs";
        return Ok{};
    }
    Status text(std::string_view) override { return Ok{}; }
    std::vector<NumberKind> kinds;

private:
    bool m_inside = false;
    std::map<std::int64_t, NumberKind> m_own;
};

// <si> is one text: of <t>, or of <r><t> one after the other; <rPh> says how it is pronounced and is no part of it.
class Strings final : public XmlListener {
public:
    Status begin(std::string_view name, const Attributes&) override
    {
        m_inText = name == "t" && m_silent == 0;
        m_silent += name == "rPh" ? 1 : 0;
        return Ok{};
    }
    Status end(std::string_view name) override
    {
        m_inText = false;
        m_silent -= name == "rPh" ? 1 : 0;
        if (name != "si")
            return Ok{};
        if (all.size() >= maxStrings)
            return Error{ErrorKind::TooLarge, "The workbook has more than 2,000,000 texts; split it."};
        all.push_back(unescaped(m_text));
        m_text.clear();
        return Ok{};
    }
    Status text(std::string_view text) override
    {
        if (m_inText)
            m_text += text;
        if (m_text.size() > maxXlsxText)
            return Error{ErrorKind::TooLarge, "The workbook has a text of more than 1 MiB."};
        return Ok{};
    }
    std::vector<std::string> all;

private:
    bool m_inText = false;
    int m_silent = 0;
    std::string m_text;
};

std::string inLowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

} // namespace

Result<Workbook> Workbook::read(const Package& package)
{
    Relations outer;
    if (!package.has("_rels/.rels"))
        return invalid("The file is a ZIP file, but no workbook.");
    SATCHEL_TRY(package.read("_rels/.rels", "The table of contents of the workbook", outer));
    const std::string part = resolved("", outer.first("officeDocument"));
    if (part.empty() || !package.has(part))
        return invalid("The file is a ZIP file, but no workbook.");
    Sheets sheets;
    SATCHEL_TRY(package.read(part, "The list of the sheets", sheets));
    Relations inner;
    SATCHEL_TRY(package.read(relationsOf(part), "The table of contents of the sheets", inner));
    Workbook workbook;
    workbook.since1904 = sheets.since1904;
    const std::string folder = folderOf(part);
    for (Sheet& sheet : sheets.all) {
        const auto found = inner.all.find(sheet.part);
        if (found == inner.all.end() || found->second.type != "worksheet")
            continue;
        sheet.part = resolved(folder, found->second.target);
        workbook.sheets.push_back(std::move(sheet));
    }
    if (const std::string target = inner.first("sharedStrings"); !target.empty()) {
        Strings strings;
        SATCHEL_TRY(package.read(resolved(folder, target), "The table of texts", strings));
        workbook.strings = std::move(strings.all);
    }
    if (const std::string target = inner.first("styles"); !target.empty()) {
        Styles styles;
        SATCHEL_TRY(package.read(resolved(folder, target), "The table of styles", styles));
        workbook.styles = std::move(styles.kinds);
    }
    return workbook;
}

Result<Workbook::Sheet> Workbook::sheetNamed(const std::string& name) const
{
    if (sheets.empty())
        return invalid("The workbook has no sheet with rows.");
    std::vector<std::string> names;
    for (const Sheet& sheet : sheets) {
        if (name.empty() ? !sheet.hidden : sheet.name == name)
            return sheet;
        names.push_back(sheet.name);
    }
    for (const Sheet& sheet : sheets)
        if (!name.empty() && inLowerCase(sheet.name) == inLowerCase(name))
            return sheet;
    if (name.empty())
        return sheets.front();
    names.resize(std::min<std::size_t>(names.size(), 20));
    return Error{ErrorKind::NotFound,
                 "The workbook has no sheet " + inQuotes(name) + "; it has " + enumerated(names) + "."};
}

} // namespace satchel
