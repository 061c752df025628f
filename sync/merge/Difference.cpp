// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/Difference.h"

#include <algorithm>
#include <unordered_map>

namespace satchel {

namespace {

using Numbers = std::vector<int>;

// Equal pieces get equal numbers, so that comparing them costs nothing.
class Numbering {
public:
    Numbers of(const std::vector<std::string_view>& pieces)
    {
        Numbers numbers;
        numbers.reserve(pieces.size());
        for (const std::string_view piece : pieces)
            numbers.push_back(m_numbers.try_emplace(piece, static_cast<int>(m_numbers.size())).first->second);
        return numbers;
    }

private:
    std::unordered_map<std::string_view, int> m_numbers;
};

// The two middles that are left after what both begin and end with alike is cut off.
struct Middle {
    const Numbers& base;
    const Numbers& other;
    int offset = 0; // pieces cut off at the beginning
    int baseSize = 0;
    int otherSize = 0;

    [[nodiscard]] bool equal(int x, int y) const
    {
        return base[static_cast<std::size_t>(offset + x)] == other[static_cast<std::size_t>(offset + y)];
    }
};

Middle trim(const Numbers& base, const Numbers& other)
{
    const std::size_t shorter = std::min(base.size(), other.size());
    std::size_t head = 0;
    while (head < shorter && base[head] == other[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && base[base.size() - 1 - tail] == other[other.size() - 1 - tail])
        ++tail;
    return {base, other, static_cast<int>(head), static_cast<int>(base.size() - head - tail),
            static_cast<int>(other.size() - head - tail)};
}

// How far the best path with d edits gets on each diagonal k = x - y, for k = -d, -d + 2, ... d.
using Reach = std::vector<int>;

int reached(const Reach& reach, int d, int k)
{
    return reach[static_cast<std::size_t>((k + d) / 2)];
}

// Whether the best path of d edits comes to diagonal k from above (an insertion) rather than from the left.
bool comesDown(const Reach& previous, int d, int k)
{
    return k == -d || (k != d && reached(previous, d - 1, k - 1) < reached(previous, d - 1, k + 1));
}

// The reaches for 0, 1, 2... edits up to the one that gets to the end; empty if that takes more than maxEdits.
std::vector<Reach> search(const Middle& middle)
{
    std::vector<Reach> reaches;
    for (int d = 0; d <= maxEdits; ++d) {
        Reach reach(static_cast<std::size_t>(d) + 1);
        for (int k = -d; k <= d; k += 2) {
            int x = 0;
            if (d > 0)
                x = comesDown(reaches.back(), d, k) ? reached(reaches.back(), d - 1, k + 1)
                                                    : reached(reaches.back(), d - 1, k - 1) + 1;
            while (x < middle.baseSize && x - k < middle.otherSize && middle.equal(x, x - k))
                ++x;
            reach[static_cast<std::size_t>((k + d) / 2)] = x;
            if (x >= middle.baseSize && x - k >= middle.otherSize) {
                reaches.push_back(std::move(reach));
                return reaches;
            }
        }
        reaches.push_back(std::move(reach));
    }
    return {};
}

// Puts the single edits of the path found together to hunks.
std::vector<Hunk> trace(const Middle& middle, const std::vector<Reach>& reaches)
{
    std::vector<Hunk> hunks; // from the last to the first
    const auto edit = [&](int baseBegin, int baseEnd, int begin, int end) {
        const Hunk hunk{static_cast<std::size_t>(middle.offset + baseBegin),
                        static_cast<std::size_t>(middle.offset + baseEnd),
                        static_cast<std::size_t>(middle.offset + begin), static_cast<std::size_t>(middle.offset + end)};
        if (!hunks.empty() && hunks.back().baseBegin == hunk.baseEnd && hunks.back().begin == hunk.end) {
            hunks.back().baseBegin = hunk.baseBegin;
            hunks.back().begin = hunk.begin;
        } else {
            hunks.push_back(hunk);
        }
    };
    int k = middle.baseSize - middle.otherSize;
    for (int d = static_cast<int>(reaches.size()) - 1; d > 0; --d) {
        const Reach& previous = reaches[static_cast<std::size_t>(d - 1)];
        const bool down = comesDown(previous, d, k);
        const int from = down ? k + 1 : k - 1;
        const int x = reached(previous, d - 1, from);
        const int y = x - from;
        edit(x, down ? x : x + 1, y, down ? y + 1 : y);
        k = from;
    }
    std::reverse(hunks.begin(), hunks.end());
    return hunks;
}

} // namespace

std::vector<Hunk> difference(const std::vector<std::string_view>& base, const std::vector<std::string_view>& other)
{
    Numbering numbering;
    const Numbers baseNumbers = numbering.of(base);
    const Numbers otherNumbers = numbering.of(other);
    const Middle middle = trim(baseNumbers, otherNumbers);
    if (middle.baseSize == 0 && middle.otherSize == 0)
        return {};
    if (middle.baseSize > 0 && middle.otherSize > 0)
        if (const auto reaches = search(middle); !reaches.empty())
            return trace(middle, reaches);
    const auto offset = static_cast<std::size_t>(middle.offset);
    return {Hunk{offset, offset + static_cast<std::size_t>(middle.baseSize), offset,
                 offset + static_cast<std::size_t>(middle.otherSize)}};
}

} // namespace satchel
