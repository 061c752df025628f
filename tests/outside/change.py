# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 4: sealing changes, and the chain their ids make."""
import hashlib
import secrets
import time
from dataclasses import dataclass

import wire

CREATE, UPDATE, DELETE, MERGE, UNMERGE = 1, 2, 3, 4, 5


def blake(octets, key=b"", size=16):
    return hashlib.blake2b(octets, key=key, digest_size=size).digest()


def new_id(now):
    """A UUID of version 7 (RFC 9562)."""
    octets = bytearray(now.to_bytes(6, "big") + secrets.token_bytes(10))
    octets[6] = 0x70 | octets[6] & 0x0F
    octets[8] = 0x80 | octets[8] & 0x3F
    return bytes(octets)


@dataclass
class Operation:
    kind: int
    entity: int
    id: bytes
    seen_rev: int = 0
    fields: dict = None  # creation: number to after; update: number to [before, after]

    def sealed(self):
        return [self.kind, self.entity, self.id, self.seen_rev] + ([] if self.fields is None else [self.fields])


@dataclass
class Change:
    number: int
    edited: int
    operations: list
    body: bytes  # what travels: as it was sealed, or later in a box
    before: bytes  # id of the change before
    id: bytes
    boxed: bool = False


class Chain:
    """The changes of one incarnation: numbers without a gap, times that rise, each id over the one before."""

    def __init__(self):
        self.incarnation, self.secret = new_id(int(time.time() * 1000)), secrets.token_bytes(32)
        self.number, self.last_id, self.edited = 0, bytes(16), 0
        self.ids = {}  # of changes by number

    def id_of(self, number, before, body):
        return blake(number.to_bytes(8, "big") + before + body, self.secret)

    def seal(self, now, seen, operations):
        edited = max(now, self.edited + 1)
        return self.link([1, self.number + 1, edited, seen, [each.sealed() for each in operations]], operations)

    def seal_anew(self, old):
        """A change of another incarnation of this laptop that the server does not have."""
        first, _, edited, seen, operations, *more = wire.unpack(old.body)
        origin = more[2] if first == 2 else old.id
        return self.link([2, self.number + 1, edited, seen, operations, more[0] if more else 0, more[1] if len(more) > 1 else [], origin],
                         old.operations)

    def link(self, layout, operations):
        body = wire.pack(layout)
        made = Change(layout[1], layout[2], operations, body, self.last_id, self.id_of(layout[1], self.last_id, body))
        self.number, self.last_id, self.edited = made.number, made.id, max(self.edited, made.edited)
        self.ids[made.number] = made.id
        return made
