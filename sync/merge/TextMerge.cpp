// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/merge/TextMerge.h"

#include "sync/merge/Difference.h"

#include <algorithm>
#include <deque>
#include <optional>

// A text is a list of lines with "\n" between them (so "a\n" has the lines "a" and ""): joining what splitting gave is
// the text byte for byte, and adding a line below the last one does not change the last one.

namespace satchel {

namespace {

using Pieces = std::vector<std::string_view>;

constexpr std::size_t maxPieces = 20000;

Pieces splitLines(std::string_view text)
{
    Pieces lines;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find('\n', start);
        lines.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos)
            return lines;
        start = end + 1;
    }
}

// The lines of a whole text: an empty one has none, so that clearing a text is deleting its lines.
Pieces linesOf(std::string_view text)
{
    return text.empty() ? Pieces() : splitLines(text);
}

enum class Letter { Word, Ideograph, Other };

// Words are runs of letters and digits; everything beyond ASCII counts as letters, except that Chinese and Japanese,
// which put no spaces between words, are taken character by character (U+3000 to U+9FFF: lead bytes E3 to E9).
Letter letterAt(std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0xE3 && byte <= 0xE9)
        return Letter::Ideograph;
    const bool alphanumeric =
        (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    return alphanumeric || byte >= 0x80 ? Letter::Word : Letter::Other;
}

Pieces splitWords(std::string_view text)
{
    Pieces words;
    for (std::size_t start = 0; start < text.size();) {
        std::size_t end = start + 1;
        switch (letterAt(text, start)) {
        case Letter::Ideograph: end = std::min(start + 3, text.size()); break;
        case Letter::Word:
            while (end < text.size() && letterAt(text, end) == Letter::Word)
                ++end;
            break;
        case Letter::Other: break;
        }
        words.push_back(text.substr(start, end - start));
        start = end;
    }
    return words;
}

// A stretch of the base that somebody changed, and what stands there on either side.
struct Region {
    Pieces base;
    Pieces theirs;
    Pieces mine;
};

Pieces slice(const Pieces& pieces, std::size_t begin, std::size_t end)
{
    return {pieces.begin() + static_cast<std::ptrdiff_t>(begin), pieces.begin() + static_cast<std::ptrdiff_t>(end)};
}

bool overlap(const Hunk& a, const Hunk& b)
{
    const bool sameInsertion = a.baseBegin == a.baseEnd && b.baseBegin == b.baseEnd && a.baseBegin == b.baseBegin;
    return sameInsertion || (a.baseBegin < b.baseEnd && b.baseBegin < a.baseEnd);
}

// One side's hunks, taken from the front, and how far it is shifted against the base there.
struct Side {
    const Pieces& pieces;
    std::vector<Hunk> hunks;
    std::size_t at = 0;
    std::size_t taken = 0; // hunks before this one belong to earlier regions

    [[nodiscard]] bool done() const { return at == hunks.size(); }
    [[nodiscard]] const Hunk& next() const { return hunks[at]; }
    /// What this side has in place of base[begin, end), where its hunks [taken, at) lie within.
    [[nodiscard]] Pieces content(std::size_t begin, std::size_t end)
    {
        const auto shifted = [&](std::size_t position, std::size_t hunk) {
            return hunk == 0 ? position : position - hunks[hunk - 1].baseEnd + hunks[hunk - 1].end;
        };
        const Pieces found = slice(pieces, shifted(begin, taken), shifted(end, at));
        taken = at;
        return found;
    }
};

// Takes every piece nobody changed over, asks `settle` for each region that both changed, and leaves the result in
// `merged`. False as soon as settle gives up.
template <typename Settle>
bool mergePieces(const Pieces& base, const Pieces& theirs, const Pieces& mine, Settle settle, Pieces& merged)
{
    Side a{.pieces = theirs, .hunks = difference(base, theirs)};
    Side b{.pieces = mine, .hunks = difference(base, mine)};
    std::size_t done = 0;
    while (!a.done() || !b.done()) {
        const auto before = [](const Hunk& x, const Hunk& y) {
            return std::pair(x.baseBegin, x.baseEnd) < std::pair(y.baseBegin, y.baseEnd);
        };
        const bool theirsFirst = b.done() || (!a.done() && !before(b.next(), a.next()));
        Hunk region = theirsFirst ? a.next() : b.next();
        ++(theirsFirst ? a : b).at;
        bool both = false;
        for (bool grew = true; grew;) {
            grew = false;
            for (Side* side : {&a, &b}) {
                if (side->done() || !overlap(side->next(), region))
                    continue;
                both = true;
                region.baseEnd = std::max(region.baseEnd, side->next().baseEnd);
                ++side->at;
                grew = true;
            }
        }
        merged.insert(merged.end(), base.begin() + static_cast<std::ptrdiff_t>(done),
                      base.begin() + static_cast<std::ptrdiff_t>(region.baseBegin));
        const Pieces theirPart = a.content(region.baseBegin, region.baseEnd);
        const Pieces myPart = b.content(region.baseBegin, region.baseEnd);
        done = region.baseEnd;
        if (!both || theirPart == myPart) {
            const Pieces& chosen = both || theirsFirst ? theirPart : myPart;
            merged.insert(merged.end(), chosen.begin(), chosen.end());
        } else if (!settle(Region{slice(base, region.baseBegin, region.baseEnd), theirPart, myPart}, merged)) {
            return false;
        }
    }
    merged.insert(merged.end(), base.begin() + static_cast<std::ptrdiff_t>(done), base.end());
    return true;
}

std::string join(const Pieces& pieces, std::string_view between)
{
    std::string text;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i > 0)
            text += between;
        text += pieces[i];
    }
    return text;
}

// Lines as one text in which each is ended by "\n", so that no line and one empty line are different.
std::string asText(const Pieces& lines)
{
    return lines.empty() ? std::string() : join(lines, "\n") + "\n";
}

// The region merged word by word; nothing if the same words were changed too.
std::optional<std::string> mergeWords(const Region& region)
{
    const std::string base = asText(region.base);
    const std::string theirs = asText(region.theirs);
    const std::string mine = asText(region.mine);
    const Pieces baseWords = splitWords(base);
    const Pieces theirWords = splitWords(theirs);
    const Pieces myWords = splitWords(mine);
    if (std::max({baseWords.size(), theirWords.size(), myWords.size()}) > maxPieces)
        return std::nullopt;
    Pieces merged;
    const auto giveUp = [](const Region&, Pieces&) { return false; };
    if (!mergePieces(baseWords, theirWords, myWords, giveUp, merged))
        return std::nullopt;
    return join(merged, "");
}

void append(Pieces& pieces, const Pieces& more)
{
    pieces.insert(pieces.end(), more.begin(), more.end());
}

// Both versions, theirs first, between marker lines; lines they begin or end with alike stand once, outside.
void appendBoth(const Pieces& theirs, const Pieces& mine, Pieces& merged)
{
    const std::size_t shorter = std::min(theirs.size(), mine.size());
    std::size_t head = 0;
    while (head < shorter && theirs[head] == mine[head])
        ++head;
    std::size_t tail = 0;
    while (tail < shorter - head && theirs[theirs.size() - 1 - tail] == mine[mine.size() - 1 - tail])
        ++tail;
    append(merged, slice(theirs, 0, head));
    merged.push_back(textMarkerTheirs);
    append(merged, slice(theirs, head, theirs.size() - tail));
    merged.push_back(textMarkerMine);
    append(merged, slice(mine, head, mine.size() - tail));
    merged.push_back(textMarkerEnd);
    append(merged, slice(theirs, theirs.size() - tail, theirs.size()));
}

} // namespace

TextMergeResult mergeText(std::string_view base, std::string_view theirs, std::string_view mine)
{
    if (mine == base || mine == theirs)
        return {.text = std::string(theirs)};
    if (theirs == base)
        return {.text = std::string(mine)};

    const Pieces baseLines = linesOf(base);
    const Pieces theirLines = linesOf(theirs);
    const Pieces myLines = linesOf(mine);
    TextMergeResult result;
    Pieces merged;
    if (std::max({baseLines.size(), theirLines.size(), myLines.size()}) > maxPieces) {
        result.overlap = true;
        appendBoth(theirLines, myLines, merged);
        result.text = join(merged, "\n");
        return result;
    }
    std::deque<std::string> kept; // texts made here, which `merged` looks into
    const auto settle = [&](const Region& region, Pieces& lines) {
        if (auto text = mergeWords(region)) {
            if (text->empty())
                return true;
            if (text->back() == '\n')
                text->pop_back();
            kept.push_back(std::move(*text));
            append(lines, splitLines(kept.back()));
        } else {
            result.overlap = true;
            appendBoth(region.theirs, region.mine, lines);
        }
        return true;
    };
    mergePieces(baseLines, theirLines, myLines, settle, merged);
    result.text = join(merged, "\n");
    return result;
}

} // namespace satchel
