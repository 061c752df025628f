# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 6, Rows: `[[author, ...], [row, ...], [line, ...]]` as it travels, read into rows, stamps and history."""
from dataclasses import dataclass, field

MASK = (1 << 64) - 1
WHOLE, PART, PART_WITH_TRACE = 0, 1, 2


def signed(number):
    number &= MASK
    return number - (1 << 64) if number >> 63 else number


@dataclass
class Row:
    entity: int
    id: bytes
    rev: int
    root: bytes
    fields: dict
    stamps: dict = field(default_factory=dict, compare=False)  # field number: Stamp, as far as they have come
    hash: int = field(default=None, compare=False)  # once it has been counted; a row is never changed, only replaced

    def copy(self):
        return Row(self.entity, self.id, self.rev, self.root, dict(self.fields), dict(self.stamps))


@dataclass
class Stamp:
    rev: int
    edited: int
    user: bytes
    incarnation: bytes


@dataclass
class Line:
    """One line of a history; field 0 is the row itself."""
    entity: int
    row: bytes
    seq: int
    field: int
    before: object
    after: object
    user: bytes
    device: str
    edited: int
    rule: str


@dataclass
class News:
    """One row as it came: the shape says whether what is not in `fields` is empty or as it was."""
    entity: int
    id: bytes
    rev: int
    root: bytes
    shape: int
    fields: dict
    stamps: list = field(default_factory=list)  # (Stamp, field numbers)


def read(section, lines):
    """The rows of a page, in their order; what happened is added to `lines` (the rest of it: laying a row over another)."""
    authors, rows, others = section
    found, rev, edited = [], 0, 0
    for entity, at, rev_step, root, shape, fields, stamps, history, *_ in rows:
        rev = signed(rev + rev_step)
        news = News(entity, at, rev, root, shape, fields)
        for back, step, author, touched, *_ in stamps:
            edited = signed(edited + step)
            user, incarnation, _ = authors[author][:3]
            news.stamps.append((Stamp(signed(rev - back), edited, user, incarnation), touched, authors[author][2]))
        for back, number, before, after, author, step, rule, *_ in history:
            edited = signed(edited + step)
            lines.append(Line(entity, at, signed(rev - back), number, before, after, authors[author][0], authors[author][2], edited, rule))
        found.append(news)
    seq = edited = 0
    for entity, at, step, number, before, after, author, later, rule, *_ in others:
        seq, edited = signed(seq + step), signed(edited + later)
        lines.append(Line(entity, at, seq, number, before, after, authors[author][0], authors[author][2], edited, rule))
    return found


def lay(news, row, lines):
    """The row that news makes of the row a laptop has (None: none)."""
    if news.shape == WHOLE:
        made = Row(news.entity, news.id, news.rev, news.root or news.id, dict(news.fields), {})
    else:
        if row is None:
            raise ValueError("A part came of a row that is not here.")
        made = row.copy()
        made.rev, made.root = news.rev, news.root or row.root
        made.fields.update(news.fields)
    for stamp, touched, device in news.stamps:
        for number in touched:
            made.stamps[number] = stamp
            before = row.fields.get(number) if row else None
            after = made.fields.get(number)
            if news.shape == PART_WITH_TRACE and before != after:
                lines.append(Line(news.entity, news.id, stamp.rev, number, before, after, stamp.user, device, stamp.edited, "set"))
    made.fields = {number: value for number, value in made.fields.items() if value is not None}
    return made
