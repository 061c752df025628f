// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>
#include <zip.h>

namespace satchel::test {

/// Workbooks as bytes, made part by part, so that each may be as wrong as a test wants it. Uses libzip alone.
struct Workbooks {
    struct Tab {
        std::string name;
        bool hidden = false;
    };
    using Rows = std::vector<std::vector<std::string>>;

    std::vector<Tab> sheets = {{"Sheet1", false}}; ///< all with the same rows
    std::string sheet = sheetOf({{"code", "price"}, {"A", "1"}});
    std::string strings = {};
    std::string styles = {};
    int more = 0; ///< parts of zeros besides
    std::size_t moreBytes = 0;
    bool store = false; ///< do not compress

    /// Cells that are plain numbers as such, the others as inline texts.
    [[nodiscard]] static std::string sheetOf(const Rows& rows)
    {
        std::string made = "<worksheet><sheetData>";
        for (const auto& row : rows) {
            made += "<row>";
            for (const std::string& cell : row) {
                const bool number = !cell.empty() && cell.find_first_not_of("0123456789.") == std::string::npos;
                made += number ? "<c><v>" + cell + "</v></c>"
                               : "<c t='inlineStr'><is><t>" + escaped(cell) + "</t></is></c>";
            }
            made += "</row>";
        }
        return made + "</sheetData></worksheet>";
    }

    [[nodiscard]] std::string bytes() const
    {
        zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
        zip_source_keep(target);
        zip_t* file = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
        std::string list = "<workbook xmlns:r='r'><sheets>";
        std::string relations = "<Relationships>";
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            const std::string id = "s" + std::to_string(i);
            list += "<sheet name='" + sheets[i].name + "' r:id='" + id + "'" +
                    (sheets[i].hidden ? " state='hidden'" : "") + "/>";
            relations += relation(id, "worksheet", "worksheets/sheet1.xml");
        }
        relations += strings.empty() ? "" : relation("t", "sharedStrings", "/xl/sharedStrings.xml");
        relations += styles.empty() ? "" : relation("u", "styles", "../xl/styles.xml");
        const std::string outer =
            "<Relationships>" + relation("w", "officeDocument", "xl/workbook.xml") + "</Relationships>";
        list += "</sheets></workbook>";
        relations += "</Relationships>";
        const std::string zeros(moreBytes, '0');
        add(file, "_rels/.rels", outer);
        add(file, "xl/workbook.xml", list);
        add(file, "xl/_rels/workbook.xml.rels", relations);
        add(file, "xl/worksheets/sheet1.xml", sheet);
        if (!strings.empty())
            add(file, "xl/sharedStrings.xml", strings);
        if (!styles.empty())
            add(file, "xl/styles.xml", styles);
        for (int i = 0; i < more; ++i)
            add(file, "more/" + std::to_string(i), zeros);
        zip_close(file);
        return taken(target);
    }

    /// A file of so many parts of so many zeros, compressed only once.
    [[nodiscard]] static std::string bomb(int parts, std::size_t zeros)
    {
        zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
        zip_source_keep(target);
        zip_t* file = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
        const std::string contents(zeros, '0');
        Workbooks().add(file, "a", contents);
        zip_close(file);
        const std::string one =
            taken(target); // local header (30 and the name), data, directory (46 and the name), end (22)
        const std::size_t directory = one.size() - 22 - 47;
        std::string made;
        std::string list;
        for (int i = 0; i < parts; ++i) {
            const std::string name = "more/" + std::to_string(10000 + i);
            std::string entry = one.substr(directory, 46);
            entry.replace(28, 2, number(name.size(), 2));
            entry.replace(42, 4, number(made.size(), 4));
            list += entry + name;
            made += one.substr(0, 26) + number(name.size(), 2) + number(0, 2) + name + one.substr(31, directory - 31);
        }
        const auto count = static_cast<std::size_t>(parts);
        return made + list + std::string("PK\5\6\0\0\0\0", 8) + number(count, 2) + number(count, 2) +
               number(list.size(), 4) + number(made.size(), 4) + number(0, 2);
    }

private:
    [[nodiscard]] static std::string number(std::size_t value, int size)
    {
        std::string made;
        for (int i = 0; i < size; ++i)
            made += static_cast<char>(value >> 8 * i & 0xFF);
        return made;
    }
    [[nodiscard]] static std::string escaped(const std::string& text)
    {
        std::string made;
        for (const char c : text)
            made += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
        return made;
    }
    [[nodiscard]] static std::string relation(const std::string& id, const std::string& type, const std::string& target)
    {
        return "<Relationship Id='" + id + "' Type='http://schemas.example/relationships/" + type + "' Target='" +
               target + "'/>";
    }
    void add(zip_t* file, const std::string& name, const std::string& contents) const
    {
        const auto index =
            zip_file_add(file, name.c_str(), zip_source_buffer(file, contents.data(), contents.size(), 0), 0);
        zip_set_file_compression(file, static_cast<zip_uint64_t>(index), store ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    }
    [[nodiscard]] static std::string taken(zip_source_t* target)
    {
        zip_stat_t stat;
        zip_stat_init(&stat);
        zip_source_stat(target, &stat);
        std::string made(stat.size, '\0');
        zip_source_open(target);
        zip_source_read(target, made.data(), made.size());
        zip_source_close(target);
        zip_source_free(target);
        return made;
    }
};

} // namespace satchel::test
