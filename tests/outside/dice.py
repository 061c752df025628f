# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter three: many edits of the same records by two people, by chance, of every policy; what ours expects is what
the server makes.
"""
import json
import random
import time
import uuid

from change import new_id
from laptop import MERGED
from merge import as_text
from world import E, edit, heading, line, must

FIELDS = {
    "contact": ["notes", "tags", "phone", "job_title", "timeline", "address"],
    "account": ["notes", "tags", "next_step", "timeline"],
    "lead": ["touches", "last_contact", "status", "notes", "tags"],
}
SCRAPS = ["alpha", "beta", "gamma", "x1", " ", " ", ". ", "\n", "\n", "ü", "日", "語", "-"]


class Dice:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def scraps(self, most):
        return "".join(self.random.choice(SCRAPS) for _ in range(self.random.randrange(most)))

    def typed_into(self, text):
        """A line put in, taken out or rewritten, or a few letters anywhere."""
        lines = text.split("\n")
        place, deed = self.random.randrange(len(lines)), self.random.randrange(5)
        if deed == 0:
            lines.insert(place, self.scraps(5))
        elif deed == 1:
            del lines[place]
        else:
            begin = self.random.randrange(len(lines[place]) + 1)
            lines[place] = lines[place][:begin] + self.scraps(4) + lines[place][begin + self.random.randrange(6):]
        return "\n".join(lines)

    def tags(self, text):
        some = json.loads(text or "[]")
        for _ in range(self.random.randrange(1, 3)):
            if some and self.random.random() < 0.5:
                some.pop(self.random.randrange(len(some)))
            elif (word := self.random.choice("abcdefgh")) not in some:
                some.insert(self.random.randrange(len(some) + 1), word)
        return as_text(some)

    def entry(self, laptop):
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(laptop.now() / 1000 - self.random.randrange(10)))
        return as_text([{"id": str(uuid.UUID(bytes=new_id(laptop.now()))), "at": at, "by": str(uuid.UUID(bytes=laptop.user)),
                         "text": self.random.choice("abc")}])

    def value(self, laptop, field, old):
        pick = self.random.choice
        if field == "notes":
            text = old or ""
            for _ in range(self.random.randrange(1, 4)):
                text = self.typed_into(text)
            return text or None
        return {"tags": lambda: self.tags(old), "touches": lambda: (old or 0) + self.random.randrange(-2, 5),
                "last_contact": lambda: pick([None, 1790000000000 + self.random.randrange(10)]),
                "timeline": lambda: self.entry(laptop), "status": lambda: pick(["new", "contacted", "qualified", "disqualified"]),
                "address": lambda: f'{{"street":"{pick("abc")}","city":"{pick("xy")}"}}',
                }.get(field, lambda: pick([None, "1", "2", "3"]))()

    def edit(self, laptop, name, at):
        seen = laptop.shown(E[name].number, at)
        fields = self.random.sample(FIELDS[name], self.random.randrange(1, len(FIELDS[name]) + 1))
        typed = {field: self.value(laptop, field, seen.fields.get(E[name][field])) for field in fields}
        if "status" in typed:
            typed |= {"reason": self.random.choice(["r1", "r2"]), "closed_on": "2026-11-2" + self.random.choice("0123456789")}
        typed = {field: new for field, new in typed.items() if field == "timeline" or new != seen.fields.get(E[name][field])}
        if typed:
            edit(laptop, name, at, **typed)


def play(ours, theirs, seed, rounds):
    heading("Many edits")
    dice, merged, changes, shared = Dice(seed), 0, 0, sorted(ours.images.keys() & theirs.images.keys())
    for _ in range(rounds):
        picks = [(name, at) for name in FIELDS for at in dice.random.sample([at for entity, at in shared if entity == E[name].number], 12)]
        for name, at in picks:
            for each in dice.random.sample([ours, theirs], 2):
                for _ in range(dice.random.choice([1, 1, 2])):
                    dice.edit(each, name, at)
        theirs.round()
        ours.pull()
        expected = {(name, at): ours.shown(E[name].number, at) for name, at in picks}
        outcomes = ours.round()
        for (name, at), row in expected.items():
            made = ours.images[E[name].number, at].fields
            must(made == row.fields, f"Of seed {seed} a merge of a {name} is another than the server's: "
                                     f"{ {E[name].fields[n].name: (row.fields.get(n), made.get(n)) for n in row.fields | made if row.fields.get(n) != made.get(n)} }")
        merged, changes = merged + sum(one.status == MERGED for one in outcomes), changes + len(outcomes)
        theirs.round()
    must(merged > rounds * 10, "Hardly anything was merged.")
    line("by chance", f"{changes} changes to what another was changing, {merged} of them merged, of seed {seed}: all as expected")
