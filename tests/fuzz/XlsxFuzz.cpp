// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Bytes.h"
#include "core/exchange/Xlsx.h"
#include "core/exchange/XlsxText.h"
#include "tests/fuzz/Fuzz.h"

#include <zip.h>

using namespace satchel;
using namespace satchel::fuzz;

namespace {

// A workbook around parts from the fuzzer, which would seldom get a checksum right by itself.
std::string packed(const std::vector<std::string_view>& contents)
{
    static const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relation = [](const char* id, const char* type, const char* target) {
        return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
    };
    const std::string outer = "<R>" + relation("a", "officeDocument", "xl/workbook.xml") + "</R>";
    const std::string inner = "<R>" + relation("a", "worksheet", "s.xml") + relation("b", "sharedStrings", "t.xml") +
                              relation("c", "styles", "u.xml") + "</R>";
    const std::string sheets = "<w xmlns:r='r'><sheets><sheet name='A' r:id='a'/></sheets></w>";
    const std::vector<std::pair<const char*, std::string_view>> parts = {
        {"_rels/.rels", outer},       {"xl/workbook.xml", sheets},  {"xl/_rels/workbook.xml.rels", inner},
        {"xl/s.xml", contents.at(0)}, {"xl/t.xml", contents.at(1)}, {"xl/u.xml", contents.at(2)}};
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* file = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    for (const auto& [name, bytes] : parts) {
        const auto index = zip_file_add(file, name, zip_source_buffer(file, bytes.data(), bytes.size(), 0), 0);
        zip_set_file_compression(file, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    zip_close(file);
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

void look(std::string_view bytes)
{
    const auto table = readXlsx(bytes);
    if (!table.ok()) {
        must(!table.error().message.empty(), "what is refused is refused with a sentence");
        return;
    }
    std::size_t before = 0;
    for (const TableRow& row : table->rows) {
        must(row.line > before, "rows come in their order");
        must(row.cells.size() >= table->header.size(), "a row has a cell for each column");
        before = row.line;
        for (const std::string& cell : row.cells)
            must(isStorableText(cell), "cells are text");
    }
}

} // namespace

/// Workbooks from outside: a whole file, or (after a byte 1) sheet, texts and styles of one, divided by bytes 0xFF.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Exact exact(data, size);
    const std::string_view input = exact.view();
    if (input.starts_with('\x01'))
        look(packed(parts(input.substr(1), 3)));
    else
        look(input);
    if (const auto text = numberText(input))
        must(numberText(*text) == text, "a number's text is that number's text");
    (void)kindOfCode(input);
    (void)unescaped(input);
    (void)placeOfCell(input);
    return 0;
}
