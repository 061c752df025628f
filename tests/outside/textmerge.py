# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 7, Text: three versions of a text become one, by line and, where both changed one place, by word."""
import re

MOST_EDITS, MOST_PIECES = 2000, 20000
# A run of letters, digits and whatever is not ASCII, one ideograph or kana, or any other single character.
WORD = re.compile("[\u3000-\u9fff]|(?:(?![\u3000-\u9fff])[A-Za-z0-9\u0080-\U0010ffff])+|.", re.S)


def lines_of(text):
    return text.split("\n") if text else []


def trace(a, b):
    """Myers: the furthest places reached with 0, 1, 2 ... edits; None if it takes too many."""
    reached, steps = {1: 0}, []
    for edits in range(len(a) + len(b) + 1):
        if edits > MOST_EDITS:
            return None
        steps.append(dict(reached))
        for diagonal in range(-edits, edits + 1, 2):
            down = diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])
            x = reached[diagonal + 1] if down else reached[diagonal - 1] + 1
            while x < len(a) and x - diagonal < len(b) and a[x] == b[x - diagonal]:
                x += 1
            reached[diagonal] = x
            if x >= len(a) and x - diagonal >= len(b):
                return steps


def edited(a, b):
    """Places of a that are left out and places of b that are put in, by a shortest script; None if it is too long."""
    steps = trace(a, b)
    if steps is None:
        return None
    out, into, x, y = set(), set(), len(a), len(b)
    for edits in range(len(steps) - 1, 0, -1):
        reached, diagonal = steps[edits], x - y
        down = diagonal == -edits or (diagonal != edits and reached[diagonal - 1] < reached[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        x, y = reached[before], reached[before] - before
        if down:
            into.add(y)
        else:
            out.add(x)
    return out, into


def hunks(a, b):
    """[(from, until, from, until)]: these pieces of a became these of b."""
    begin = 0
    while begin < min(len(a), len(b)) and a[begin] == b[begin]:
        begin += 1
    end = 0
    while end < min(len(a), len(b)) - begin and a[-1 - end] == b[-1 - end]:
        end += 1
    inner_a, inner_b = a[begin:len(a) - end], b[begin:len(b) - end]
    if not inner_a and not inner_b:
        return []
    script = edited(inner_a, inner_b)
    if script is None:
        return [(begin, begin + len(inner_a), begin, begin + len(inner_b))]
    out, into = script
    found, x, y = [], 0, 0
    while x < len(inner_a) or y < len(inner_b):
        x0, y0 = x, y
        while x in out or y in into:
            x, y = x + (x in out), y + (y in into)
        if (x, y) != (x0, y0):
            found.append((begin + x0, begin + x, begin + y0, begin + y))
        x, y = x + 1, y + 1
    return found


def overlap(one, other):
    if one[0] == one[1] and other[0] == other[1]:
        return one[0] == other[0]
    return one[0] < other[1] and other[0] < one[1]


def places(theirs, mine):
    """Groups of hunks that overlap, in the order of the base: [(hunks of theirs, hunks of mine)]."""
    ordered = sorted([(hunk[0], hunk[1], side, hunk) for side, some in enumerate((theirs, mine)) for hunk in some],
                     key=lambda one: one[:3])
    groups = []
    for _, _, side, hunk in ordered:
        if not (groups and any(overlap(hunk, one) for one in groups[-1][1 - side])):
            groups.append(([], []))
        groups[-1][side].append(hunk)
    return groups


def version(pieces, some, begin, end):
    """What pieces begin..end of the base became in a version with these hunks there."""
    if not some:
        return None
    return pieces[some[0][2] - (some[0][0] - begin):some[-1][3] + (end - some[-1][1])]


def merged(base, theirs, mine, clash):
    """The pieces of all; clash(base, theirs, mine) says what becomes of a place both changed differently, or None: give up."""
    if max(len(base), len(theirs), len(mine)) > MOST_PIECES:
        return clash(base, theirs, mine)
    made, at = [], 0
    for left, right in places(hunks(base, theirs), hunks(base, mine)):
        begin = min(hunk[0] for hunk in left + right)
        end = max(hunk[1] for hunk in left + right)
        made += base[at:begin]
        one, other = version(theirs, left, begin, end), version(mine, right, begin, end)
        if one is None or other is None or one == other:
            made += one if one is not None else other
        else:
            place = clash(base[begin:end], one, other)
            if place is None:
                return None
            made += place
        at = end
    return made + base[at:]


def merge(base, theirs, mine):
    """(text, whether places overlap)."""
    both = []

    def by_word(before, one, other):
        words = [WORD.findall("".join(line + "\n" for line in some)) for some in (before, one, other)]
        made = merged(*words, lambda *_: None)
        if made is not None:
            return "".join(made).removesuffix("\n").split("\n") if made else []
        both.append(True)
        head = 0
        while head < min(len(one), len(other)) and one[head] == other[head]:
            head += 1
        tail = 0
        while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
            tail += 1
        cut = slice(head, -tail or None)
        return one[:head] + [">>> 1"] + one[cut] + [">>> 2"] + other[cut] + ["<<<"] + (one[-tail:] if tail else [])

    return "\n".join(merged(lines_of(base), lines_of(theirs), lines_of(mine), by_word)), bool(both)
