// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Xml.h"

#include <algorithm>
#include <expat.h>
#include <optional>

namespace satchel {

namespace {

constexpr int pieceBytes = 256 * 1024;
constexpr std::int64_t maxMarkupBytes = 4 * 1024 * 1024; // expat looks at unfinished markup again with each piece
constexpr int maxDepth = 100;

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Parser {
public:
    Parser(const std::string& what, XmlListener& listener)
        : m_what(what), m_listener(listener), m_parser(XML_ParserCreate(nullptr))
    {
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, onBegin, onEnd);
        XML_SetCharacterDataHandler(m_parser, onText);
        XML_SetStartDoctypeDeclHandler(m_parser, onDoctype);
    }
    ~Parser() { XML_ParserFree(m_parser); }
    Parser(const Parser&) = delete;

    Status read(const ByteSource& source)
    {
        for (std::int64_t fed = 0;;) {
            void* buffer = XML_GetBuffer(m_parser, pieceBytes);
            if (buffer == nullptr)
                return Error{ErrorKind::Full, "There is not enough memory to read the file."};
            SATCHEL_ASSIGN(const std::size_t size, source(static_cast<char*>(buffer), pieceBytes));
            fed += static_cast<std::int64_t>(size);
            const auto outcome = XML_ParseBuffer(m_parser, static_cast<int>(size), size == 0 ? XML_TRUE : XML_FALSE);
            if (m_error)
                return *m_error;
            if (outcome != XML_STATUS_OK)
                return invalid(m_what +
                               " is not correct XML; open the file in a spreadsheet program and save it again.");
            if (size == 0)
                return Ok{};
            if (fed - std::max<std::int64_t>(XML_GetCurrentByteIndex(m_parser), 0) > maxMarkupBytes)
                return Error{ErrorKind::TooLarge, m_what + " has a piece of markup that is larger than 4 MiB."};
        }
    }

private:
    // After it was stopped expat may still call for what it holds: that is not heard.
    void take(const Status& status)
    {
        if (status.ok() || m_error)
            return;
        m_error = status.error();
        XML_StopParser(m_parser, XML_FALSE);
    }
    static Parser& self(void* data) { return *static_cast<Parser*>(data); }
    static void onBegin(void* data, const char* name, const char** pairs)
    {
        Parser& parser = self(data);
        if (parser.m_error)
            return;
        if (++parser.m_depth > maxDepth)
            return parser.take(Error{ErrorKind::TooLarge, parser.m_what + " is nested too deeply."});
        parser.m_attributes.clear();
        for (; *pairs != nullptr; pairs += 2)
            parser.m_attributes.emplace_back(localName(pairs[0]), pairs[1]);
        parser.take(parser.m_listener.begin(localName(name), parser.m_attributes));
    }
    static void onEnd(void* data, const char* name)
    {
        Parser& parser = self(data);
        --parser.m_depth;
        if (!parser.m_error)
            parser.take(parser.m_listener.end(localName(name)));
    }
    static void onText(void* data, const char* text, int size)
    {
        Parser& parser = self(data);
        if (!parser.m_error)
            parser.take(parser.m_listener.text({text, static_cast<std::size_t>(size)}));
    }
    static void onDoctype(void* data, const char*, const char*, const char*, int)
    {
        Parser& parser = self(data);
        parser.take(invalid(parser.m_what + " has a document type declaration, which no spreadsheet program writes; "
                                            "the file is refused."));
    }

    const std::string& m_what;
    XmlListener& m_listener;
    XML_Parser m_parser;
    int m_depth = 0;
    XmlListener::Attributes m_attributes;
    std::optional<Error> m_error;
};

} // namespace

std::string_view attribute(const XmlListener::Attributes& attributes, std::string_view name)
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto& attribute) { return attribute.first == name; });
    return found == attributes.end() ? std::string_view() : found->second;
}

Status parseXml(const std::string& what, const ByteSource& source, XmlListener& listener)
{
    return Parser(what, listener).read(source);
}

} // namespace satchel
