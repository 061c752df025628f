// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace satchel {

/// Who is told what stands in an XML document, in its order. Names come without their prefixes ("id" of "r:id").
class XmlListener {
public:
    using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;
    virtual ~XmlListener() = default;
    /// An error ends the reading and is what parseXml() answers.
    [[nodiscard]] virtual Status begin(std::string_view name, const Attributes& attributes) = 0;
    [[nodiscard]] virtual Status end(std::string_view name) = 0;
    [[nodiscard]] virtual Status text(std::string_view text) = 0;
};
/// "" if there is none.
[[nodiscard]] std::string_view attribute(const XmlListener::Attributes& attributes, std::string_view name);

/// Puts the next bytes of a document into `buffer`; 0 at the end.
using ByteSource = std::function<Result<std::size_t>(char* buffer, std::size_t size)>;

/// Reads a document piece by piece. Refused, in whatever encoding: every DOCTYPE (so that there are no entities but the
/// five of XML itself), elements nested deeper than 100, one piece of markup over 4 MiB. Invalid with a sentence that
/// begins with `what` ("The sheet ...").
[[nodiscard]] Status parseXml(const std::string& what, const ByteSource& source, XmlListener& listener);

} // namespace satchel
