# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 11: the first sync by segments. Reads rows, history and memberships out of their columns."""
import hashlib

import zstandard

import page
import wire
from rows import Line, Row, signed

MOST_BYTES, MOST_CONTENT = 8 * 1024 * 1024, 32 * 1024 * 1024
ROWS, HISTORY, MEMBERSHIPS = 1, 2, 3


class Reader:
    def __init__(self, octets):
        self.octets, self.at = octets, 0

    def take(self, count):
        if self.at + count > len(self.octets):
            raise ValueError("A segment ends too early.")
        self.at += count
        return self.octets[self.at - count:self.at]

    def byte(self):
        return self.take(1)[0]

    def number(self):
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                if value >> 64 or (byte == 0 and shift > 7):
                    raise ValueError("A number of a segment is not in its shortest form.")
                return value

    def signed(self):
        number = self.number()
        return -(number >> 1) - 1 if number & 1 else number >> 1

    def texts(self, count):
        sizes = [self.number() for _ in range(count)]
        return [self.take(size).decode("utf-8") for size in sizes]

    def present(self, count):
        """The places of elements that have a value."""
        if self.byte() == 0:
            return range(count)
        bits = self.take((count + 7) // 8)
        return [place for place in range(count) if bits[place // 8] >> (place % 8) & 1]


class Columns:
    """One segment of a set; `told` are the ids of the rows before it in the set."""

    def __init__(self, content, told):
        reader = Reader(content)
        layout, self.kind, self.entity, self.count, first, strangers = (reader.number() for _ in range(6))
        if layout != 1 or first != len(told):
            raise ValueError("A segment is of another layout, or out of order.")
        self.told, self.strangers = told, [reader.take(16) for _ in range(strangers)]
        self.columns = {}
        for _ in range(reader.number()):
            column, kind, size = reader.number(), reader.byte(), reader.number()
            self.columns[column] = self.column(kind, Reader(reader.take(size)), column)
        if reader.at != len(content):
            raise ValueError("Something follows the end of a segment.")

    def column(self, kind, reader, column):
        values = [self.empty, self.integers, self.texts, self.choices, self.ids, self.references, self.roots, self.values][kind](reader)
        if column == 0 and self.kind == ROWS:
            self.told += values
        if reader.at != len(reader.octets):
            raise ValueError("Something follows the end of a column.")
        return values

    def spread(self, places, values):
        found = [None] * self.count
        for place, value in zip(places, values):
            found[place] = value
        return found

    def who(self, number):
        return self.told[number] if number < len(self.told) else self.strangers[number - len(self.told)]

    def empty(self, _):
        return [None] * self.count

    def integers(self, reader):
        places, beside, step = reader.present(self.count), reader.number(), reader.number()
        found, last = [None] * self.count, 0
        for place in places:
            before = last if beside == 0 else (self.columns[beside][place] or 0)
            last = found[place] = signed(before + reader.signed() * step)
        return found

    def texts(self, reader):
        places = reader.present(self.count)
        return self.spread(places, reader.texts(len(places)))

    def choices(self, reader):
        places = reader.present(self.count)
        names = reader.texts(reader.number())
        width = 2 if len(names) > 256 else 1
        return self.spread(places, [names[int.from_bytes(reader.take(width), "little")] for _ in places])

    def ids(self, reader):
        planes = [reader.take(self.count) for _ in range(16)]
        return [bytes(octets) for octets in zip(*planes)]

    def pointed(self, reader, count):
        found, last = [], 0
        for _ in range(count):
            last += reader.signed()
            found.append(self.who(last))
        return found

    def references(self, reader):
        places = reader.present(self.count)
        return self.spread(places, self.pointed(reader, len(places)))

    def roots(self, reader):
        """None where it is the guess."""
        how = reader.take(self.count)
        told = iter(self.pointed(reader, how.count(2)))
        return [self.columns[0][place] if byte == 0 else None if byte == 1 else next(told) for place, byte in enumerate(how)]

    def values(self, reader):
        how = reader.take(self.count)
        integers = iter([reader.signed() for _ in range(how.count(1))])
        texts = iter(reader.texts(how.count(2)))
        ids = iter(self.pointed(reader, how.count(3)))
        return [None if byte == 0 else next((integers, texts, ids)[byte - 1]) for byte in how]

    def get(self, column):
        return self.columns.get(column) or [None] * self.count


def unpacked(address, octets):
    if hashlib.blake2b(octets, digest_size=32).digest() != address:
        raise ValueError("A segment is not what its address says.")
    return zstandard.ZstdDecompressor(max_window_size=MOST_CONTENT).decompress(octets, max_output_size=MOST_CONTENT)


class FirstSync:
    """Fetches a plan's segments for a laptop; `held` keeps those that have come, as a folder on its disk would."""

    def __init__(self, laptop):
        self.laptop, self.held = laptop, {}
        self.images, self.members, self.history, self.sets = {}, set(), [], {}

    def plan(self, scopes):
        """What is packed bit by bit is asked for until all of it is."""
        while True:
            try:
                return self.laptop.wire.post("/v1/plan", {0: self.laptop.history_id, 1: 2, 2: sorted(scopes)})
            except wire.Refused as refused:
                if (refused.code, refused.field) != ("busy", "packing"):
                    raise

    def run(self, scopes=()):
        plan = self.plan(scopes)
        self.fetch([address for _, _, pieces, *_ in plan.get(2, []) for address, *_ in pieces])
        for scope, seq, pieces, *_ in plan.get(2, []):
            told, roots = [], {}
            for address, *_ in pieces:
                self.read(scope, Columns(unpacked(address, self.held[address]), told), roots)
            self.sets[scope] = seq

    def fetch(self, addresses):
        missing = [one for one in dict.fromkeys(addresses) if one not in self.held]
        while missing:
            got = self.laptop.wire.post("/v1/segments", {0: self.laptop.history_id, 1: missing[:256], 2: 4 * 1024 * 1024})[0]
            self.held.update(zip(missing, got))
            missing = missing[len(got):]

    def read(self, scope, segment, roots):
        if segment.kind == ROWS:
            self.read_rows(segment, roots)
        elif segment.kind == HISTORY:
            names = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
            for entity, row, seq, number, before, after, user, device, edited, rule in zip(*map(segment.get, names)):
                self.history.append(Line(entity, row, seq, number, before, after, user, device, edited, rule))
        else:
            self.members.update((scope, entity, row) for entity, row in zip(segment.get(0), segment.get(1)))

    def read_rows(self, segment, roots):
        entity, before = page.BY_NUMBER.get(segment.entity), dict(roots)
        for place, (at, rev, root) in enumerate(zip(segment.get(0), segment.get(1), segment.get(2))):
            fields = {column - 2: values[place] for column, values in segment.columns.items() if column > 2 and values[place] is not None}
            if root is None:
                parent = next(fields[number] for number in entity.parents if number in fields)
                root = before.get(parent, parent)
            roots[at] = root
            held = self.images.get((segment.entity, at))
            if held is None or rev > held.rev:
                self.images[segment.entity, at] = Row(segment.entity, at, rev, root, fields)

    def hand_over(self):
        """The segments' rows and what has happened since become one checkpoint of the laptop."""
        laptop = self.laptop
        laptop.images = {**self.images, **laptop.images}
        laptop.members |= self.members
        laptop.history += self.history
        laptop.pull(whole_from=self.sets)
