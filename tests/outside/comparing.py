# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 6, Comparing: which rows of a laptop are not the server's, found by ranges of ids, and fetched."""
import bisect

import digest
import rows
import wire

MOST_RANGES, MOST_WANTED = 256, 500


def told_one_by_one(octets):
    return {octets[i:i + 16]: int.from_bytes(octets[i + 16:i + 32], "big") for i in range(0, len(octets), 32)}


class Comparison:
    """About the checkpoint of a laptop's last pull."""

    def __init__(self, laptop):
        self.laptop, self.differ, self.moved = laptop, set(), set()

    def ask(self, ranges=(), wanted=()):
        laptop = self.laptop
        answer = laptop.wire.post("/v1/compare", {0: laptop.history_id, 1: 2, 2: laptop.chain.incarnation, 3: laptop.checkpoint,
                                                  4: laptop.salt, 5: list(ranges), 6: list(wanted)})
        if answer.get(1):
            raise ValueError("Too much has happened since; pull and ask again.")
        moved = answer.get(2, b"")
        self.moved.update(moved[i:i + 16] for i in range(0, len(moved), 16))
        return answer

    def run(self, tables):
        """Finds what differs in these (scope, entity)."""
        mine = {at: self.mine(*at) for at in tables}
        ranges = [[scope, entity, None, None] for scope, entity in sorted(tables)]
        while ranges:
            some, ranges = ranges[:MOST_RANGES], ranges[MOST_RANGES:]
            for (scope, entity, begin, end), told in zip(some, self.ask(ranges=some).get(3, [])):
                ranges += self.look(mine[scope, entity], scope, entity, begin, end, told)
        return self.differ

    def mine(self, scope, entity):
        inside = digest.inside(self.laptop.images, self.laptop.members, [scope])[scope]
        return sorted((at[1], self.laptop.images[at].hash, self.laptop.images[at].root) for at in inside if at[0] == entity)

    def cut(self, mine, begin, end):
        found = mine[bisect.bisect_left(mine, (begin or b"",)):bisect.bisect_left(mine, (end,)) if end else None]
        return {at: value for at, value, root in found if at not in self.moved and root not in self.moved}

    def look(self, mine, scope, entity, begin, end, told):
        """Notes rows that differ; gives the ranges to ask about next."""
        if isinstance(told, bytes):
            here, there = self.cut(mine, begin, end), told_one_by_one(told)
            self.differ.update((entity, at) for at in here.keys() | there.keys() if here.get(at) != there.get(at))
            return []
        again = []
        for (at, count, total, *_), until in zip(told, [part[0] for part in told[1:]] + [end]):
            here = self.cut(mine, at, until)
            if (len(here), sum(here.values()) % digest.MODULUS) != (count, int.from_bytes(total, "big")):
                again.append([scope, entity, at, until])
        return again

    def heal(self):
        """Brings what differs, whole; what is not the laptop's goes."""
        laptop, wanted = self.laptop, sorted(self.differ)
        while wanted:
            answer = self.ask(wanted=[list(at) for at in wanted[:MOST_WANTED]])
            looked, wanted = wanted[:answer[4]], wanted[answer[4]:]
            page_of_rows = wire.unpack(answer[5]) if 5 in answer else {}
            brought = rows.read(page_of_rows[5], []) if 5 in page_of_rows else []
            for at in looked:
                if at[1] not in self.moved:
                    laptop.images.pop(at, None)
            for news in brought:
                laptop.images[news.entity, news.id] = rows.lay(news, None, [])
            laptop.members.update((scope, entity, row) for scope, entity, row, inside, *_ in page_of_rows.get(4, []) if inside)
