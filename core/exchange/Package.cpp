// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Package.h"

#include <algorithm>
#include <zip.h>

namespace satchel {

namespace {

std::string asciiLower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

Error damaged()
{
    return invalid("The file is not a whole workbook; it may have been cut off on its way. Get it again, or open it in "
                   "a spreadsheet program and save it again.");
}

Error tooLarge(const std::string& what)
{
    return Error{ErrorKind::TooLarge, "The workbook " + what + "; split it, or save only the sheet as CSV."};
}

struct PartCloser {
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};

} // namespace

void Package::Closer::operator()(struct zip* file) const
{
    zip_discard(file);
}

Result<Package> Package::open(std::string_view bytes)
{
    if (bytes.size() > maxPackageBytes)
        return tooLarge("is larger than 64 MiB");
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    Package package;
    if (source != nullptr)
        package.m_file.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    const bool opened = package.m_file != nullptr;
    if (!opened && source != nullptr)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!opened)
        return damaged();
    const zip_int64_t count = zip_get_num_entries(package.m_file.get(), 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > maxPackageParts)
        return tooLarge("has more than " + std::to_string(maxPackageParts) + " parts");
    std::uint64_t unpacked = 0;
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(count); ++i)
        SATCHEL_TRY(package.addPart(i, unpacked));
    return package;
}

Status Package::addPart(std::uint64_t index, std::uint64_t& unpacked)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD;
    if (zip_stat_index(m_file.get(), index, ZIP_FL_ENC_RAW, &stat) != 0 || (stat.valid & needed) != needed)
        return damaged();
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return invalid("The workbook is protected by a password; save it without one.");
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        return invalid(
            "The workbook is packed in a way no spreadsheet program uses; open it in one and save it again.");
    if (stat.size > maxPartBytes || stat.size > maxUnpackedBytes - unpacked)
        return tooLarge("would be larger than 512 MiB unpacked, or a part of it larger than 256 MiB");
    if (stat.size > 1024 * 1024 && stat.size / maxExpansion > stat.comp_size)
        return tooLarge("has a part that unpacks to more than " + std::to_string(maxExpansion) + " times its size");
    unpacked += stat.size;
    std::string name = asciiLower(stat.name);
    if (!m_parts.emplace(std::move(name), Part{index, stat.size}).second)
        return invalid("The workbook has a part twice; open it in a spreadsheet program and save it again.");
    return Ok{};
}

bool Package::has(const std::string& name) const
{
    return m_parts.contains(asciiLower(name));
}

Status Package::read(const std::string& name, const std::string& what, XmlListener& listener) const
{
    const auto found = m_parts.find(asciiLower(name));
    if (found == m_parts.end())
        return Error{ErrorKind::NotFound, what + " is missing in the workbook."};
    const std::unique_ptr<zip_file_t, PartCloser> part(zip_fopen_index(m_file.get(), found->second.index, 0));
    if (part == nullptr)
        return damaged();
    std::uint64_t left = found->second.size;
    return parseXml(
        what,
        [&](char* buffer, std::size_t size) -> Result<std::size_t> {
            const zip_int64_t got = zip_fread(part.get(), buffer, size);
            if (got < 0 || static_cast<std::uint64_t>(got) > left)
                return damaged();
            left -= static_cast<std::uint64_t>(got);
            return static_cast<std::size_t>(got);
        },
        listener);
}

} // namespace satchel
