// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Cbor.h"

#include <limits>

namespace satchel::cbor {

namespace {

enum Major : unsigned {
    Unsigned = 0,
    Negative = 1,
    ByteString = 2,
    TextString = 3,
    ArrayItem = 4,
    MapItem = 5,
    Tag = 6,
    Simple = 7
};

constexpr unsigned falseValue = 20;
constexpr unsigned trueValue = 21;
constexpr unsigned nullValue = 22;
constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

// The first bytes of an item: its major type and the number that goes with it.
struct Head {
    unsigned major = 0;
    std::uint64_t argument = 0;
    std::size_t size = 0; // 0: cut off, not in its shortest form, or of indefinite length
};

Head readHead(std::string_view input, std::size_t at)
{
    if (at >= input.size())
        return {};
    const auto first = static_cast<unsigned char>(input[at]);
    const unsigned information = first & 31U;
    Head head{.major = static_cast<unsigned>(first >> 5), .argument = information, .size = 1};
    if (information < 24)
        return head;
    if (information > 27)
        return {};
    const std::size_t length = std::size_t{1} << (information - 24);
    if (input.size() - at - 1 < length)
        return {};
    head.argument = 0;
    for (std::size_t i = 0; i < length; ++i)
        head.argument = head.argument << 8 | static_cast<unsigned char>(input[at + 1 + i]);
    const std::uint64_t least = length == 1 ? 24 : std::uint64_t{1} << (4 * length);
    if (head.argument < least)
        return {};
    head.size = 1 + length;
    return head;
}

// Walks over one item and everything in it, and refuses whatever is outside of the profile.
class Checker {
public:
    explicit Checker(std::string_view input) : m_input(input) {}

    [[nodiscard]] Status run()
    {
        if (item(0) && m_at < m_input.size())
            refuse("bytes follow the item");
        if (m_reason == nullptr)
            return Ok{};
        return Error{ErrorKind::Corrupt, std::string("The bytes are not a message: ") + m_reason + " at byte " +
                                             std::to_string(m_at) + "."};
    }

private:
    bool refuse(const char* reason)
    {
        m_reason = reason;
        return false;
    }

    bool item(int depth)
    {
        const Head head = readHead(m_input, m_at);
        if (head.size == 0)
            return refuse("an item is cut off, not in its shortest form or of indefinite length");
        if ((head.major == Simple && (head.size != 1 || head.argument < falseValue || head.argument > nullValue)) ||
            head.major == Tag)
            return refuse("a kind of item that is not used");
        if (head.major <= Negative && head.argument > largest)
            return refuse("an integer of more than 64 bits");
        m_at += head.size;
        switch (head.major) {
        case ByteString:
        case TextString: return string(head);
        case ArrayItem: return array(head.argument, depth + 1);
        case MapItem: return map(head.argument, depth + 1);
        default: return true;
        }
    }

    bool string(const Head& head)
    {
        if (head.argument > m_input.size() - m_at)
            return refuse("a string is cut off");
        const auto size = static_cast<std::size_t>(head.argument);
        if (head.major == TextString && !isStorableText(m_input.substr(m_at, size)))
            return refuse("a text is not UTF-8 without U+0000");
        m_at += size;
        return true;
    }

    bool array(std::uint64_t count, int depth)
    {
        if (depth > maxDepth)
            return refuse("items are nested too deep");
        if (count > m_input.size() - m_at)
            return refuse("an array is cut off");
        while (count-- > 0)
            if (!item(depth))
                return false;
        return true;
    }

    bool map(std::uint64_t count, int depth)
    {
        if (depth > maxDepth)
            return refuse("items are nested too deep");
        if (count > (m_input.size() - m_at) / 2)
            return refuse("a map is cut off");
        std::string_view previous;
        while (count-- > 0) {
            const std::size_t start = m_at;
            if (!item(depth))
                return false;
            const std::string_view key = m_input.substr(start, m_at - start);
            if (key <= previous) // no key is empty, so that the first one is above the empty start
                return refuse("a map's keys are not in order or not different");
            previous = key;
            if (!item(depth))
                return false;
        }
        return true;
    }

    std::string_view m_input;
    std::size_t m_at = 0;
    const char* m_reason = nullptr;
};

Kind kindOf(const Head& head)
{
    switch (head.major) {
    case Unsigned:
    case Negative: return Kind::Integer;
    case ByteString: return Kind::Bytes;
    case TextString: return Kind::Text;
    case ArrayItem: return Kind::Array;
    case MapItem: return Kind::Map;
    default: return head.argument == nullValue ? Kind::Null : Kind::Boolean;
    }
}

} // namespace

Status check(std::string_view input)
{
    return Checker(input).run();
}

void Writer::head(unsigned major, std::uint64_t argument)
{
    const auto initial = [&](unsigned information) { m_bytes.push_back(static_cast<char>(major << 5 | information)); };
    if (argument < 24) {
        initial(static_cast<unsigned>(argument));
        return;
    }
    unsigned exponent = 0;
    while (exponent < 3 && argument >> (8U << exponent) != 0)
        ++exponent;
    initial(24 + exponent);
    for (int shift = (8 << exponent) - 8; shift >= 0; shift -= 8)
        m_bytes.push_back(static_cast<char>(argument >> shift & 0xff));
}

void Writer::integer(std::int64_t value)
{
    if (value >= 0)
        head(Unsigned, static_cast<std::uint64_t>(value));
    else
        head(Negative, static_cast<std::uint64_t>(-1 - value));
}

void Writer::text(std::string_view value)
{
    head(TextString, value.size());
    m_bytes += value;
}

void Writer::bytes(std::string_view value)
{
    head(ByteString, value.size());
    m_bytes += value;
}

void Writer::array(std::size_t count)
{
    head(ArrayItem, count);
}

void Writer::map(std::size_t count)
{
    head(MapItem, count);
}

std::size_t Writer::beginMap()
{
    map(0);
    return m_bytes.size() - 1;
}

void Writer::endMap(std::size_t where, std::size_t count)
{
    m_bytes[where] = static_cast<char>(MapItem << 5 | static_cast<unsigned>(count));
}

Result<Reader> Reader::open(std::string_view input)
{
    SATCHEL_TRY(check(input));
    return Reader(input);
}

Kind Reader::next() const
{
    return !m_good || m_at >= m_input.size() ? Kind::End : kindOf(readHead(m_input, m_at));
}

std::uint64_t Reader::take(Kind wanted)
{
    if (next() != wanted) {
        m_good = false;
        return 0;
    }
    const Head head = readHead(m_input, m_at);
    m_at += head.size;
    return head.argument;
}

std::string_view Reader::takeString(Kind wanted)
{
    const auto size = static_cast<std::size_t>(take(wanted));
    const std::string_view piece = m_input.substr(m_at, size);
    m_at += piece.size();
    return piece;
}

bool Reader::null()
{
    if (next() != Kind::Null)
        return false;
    ++m_at;
    return true;
}

bool Reader::boolean()
{
    return take(Kind::Boolean) == trueValue;
}

std::int64_t Reader::integer()
{
    const bool negative = m_at < m_input.size() && static_cast<unsigned char>(m_input[m_at]) >> 5 == Negative;
    const auto argument = static_cast<std::int64_t>(take(Kind::Integer));
    return negative && m_good ? -1 - argument : argument;
}

std::string_view Reader::text()
{
    return takeString(Kind::Text);
}

std::string_view Reader::bytes()
{
    return takeString(Kind::Bytes);
}

std::size_t Reader::array()
{
    return static_cast<std::size_t>(take(Kind::Array));
}

std::size_t Reader::map()
{
    return static_cast<std::size_t>(take(Kind::Map));
}

void Reader::skip()
{
    // Every item passed over may bring others with it; they are counted instead of recursed into.
    for (std::uint64_t left = 1; left > 0 && m_good; --left) {
        const Kind kind = next();
        switch (kind) {
        case Kind::Bytes:
        case Kind::Text: static_cast<void>(takeString(kind)); break;
        case Kind::Array: left += take(kind); break;
        case Kind::Map: left += 2 * take(kind); break;
        case Kind::End: m_good = false; break;
        default: static_cast<void>(take(kind)); break;
        }
    }
}

} // namespace satchel::cbor
