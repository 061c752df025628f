// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/Xml.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>

struct zip;

namespace satchel {

/// The limits of a workbook's file, all looked at before anything is unpacked, and again while it is (what a file says
/// of its sizes is not believed).
inline constexpr std::size_t maxPackageBytes = 64U * 1024 * 1024;
inline constexpr std::size_t maxPackageParts = 2'000;
inline constexpr std::uint64_t maxPartBytes = 256U * 1024 * 1024;     ///< of one part, unpacked
inline constexpr std::uint64_t maxUnpackedBytes = 512U * 1024 * 1024; ///< of all parts
inline constexpr std::uint64_t maxExpansion = 250;                    ///< of a part over 1 MiB

/// The ZIP file that a workbook is: its parts by name, read one after the other. A view of bytes that must outlive it;
/// belongs to one thread.
class Package {
public:
    /// Invalid for what is no whole ZIP file, has a part twice, an encrypted one or one packed as no spreadsheet
    /// program does; TooLarge over a limit.
    [[nodiscard]] static Result<Package> open(std::string_view bytes);

    /// Names are without the first slash and compare without regard to case.
    [[nodiscard]] bool has(const std::string& name) const;
    /// Reads a part as XML; NotFound if there is none.
    [[nodiscard]] Status read(const std::string& name, const std::string& what, XmlListener& listener) const;

private:
    struct Closer {
        void operator()(struct zip* file) const;
    };
    struct Part {
        std::uint64_t index = 0;
        std::uint64_t size = 0;
    };
    Package() = default;
    [[nodiscard]] Status addPart(std::uint64_t index, std::uint64_t& unpacked);

    std::unique_ptr<struct zip, Closer> m_file;
    std::map<std::string, Part> m_parts;
};

} // namespace satchel
