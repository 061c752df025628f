# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What sync/PROTOCOL.md says in tables: entities and their fields, what a scope carries, dictionary 1. Nothing of it is
written down a second time here: the page is read when the client starts.
"""
import base64
import pathlib
import re
from dataclasses import dataclass, field

TEXT = (pathlib.Path(__file__).parents[2] / "sync" / "PROTOCOL.md").read_text(encoding="utf-8")


@dataclass(eq=False)
class Field:
    number: int
    name: str
    type: str
    policy: str
    max: int
    required: bool = False
    group: str = ""
    target: str = ""  # of a reference: the entity it points to


@dataclass(eq=False)
class Entity:
    number: int
    name: str
    parents: list = field(default_factory=list)  # numbers of fields
    revives: bool = False
    twice_is_once: bool = False
    may: dict = field(default_factory=dict)  # add, change, delete: names of roles
    fields: dict = field(default_factory=dict)  # by number

    def __getitem__(self, name):
        """The number of the field of this name."""
        return next(each.number for each in self.fields.values() if each.name == name)

    def unit(self, number):
        """The fields that travel and win together with this one."""
        group = self.fields[number].group if number in self.fields else ""
        return [each.number for each in self.fields.values() if each.group == group] if group else [number]


def section(number):
    """The text of `## NUMBER. ...`, up to the next such head."""
    begin = TEXT.index(f"\n## {number}. ")
    end = TEXT.find("\n## ", begin + 1)
    return TEXT[begin:end if end > 0 else None]


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def read_field(line):
    number, name, kind, policy, most, notes = cells(line)
    made = Field(int(number), name, kind, policy, int(most or 0))
    for note in notes.split("; "):
        made.required |= note == "required"
        made.group = note[6:] if note.startswith("group ") else made.group
        made.target = note[3:] if note.startswith("to ") else made.target
    return made


ROLES = re.findall(r"\d (\w+)", re.search(r"role: (0 [^|]*)\|", section(3))[1])
# Words for who may, and the roles they stand for.
WHO = {word: roles.split(", ") for word, roles in re.findall(r"(?m)^\| (\w+) \| ((?:%s)[\w, ]*) \|$" % "|".join(ROLES), section(4))}


def read_entities():
    entities, parents = [], {}
    for line in section(9).splitlines():
        if head := re.match(r"\*\*(\d+) `(\w+)`\*\*(.*)", line):
            entities.append(Entity(int(head[1]), head[2], revives="an edit revives it" in head[3],
                                   twice_is_once="made twice it is one" in head[3]))
            entities[-1].may = {verb: WHO[who] for verbs, who in re.findall(r"((?:add|change|delete)[\w, ]*): (\w+)", head[3])
                                for verb in verbs.split(", ")}
            hung = re.search(r"parents: ([\w, ]+)", head[3])
            parents[head[2]] = hung[1].split(", ") if hung else []
        elif re.match(r"\| \d+ \|", line):
            made = read_field(line)
            entities[-1].fields[made.number] = made
    for entity in entities:
        entity.parents = [entity[name] for name in parents[entity.name]]
    return entities


ENTITIES = {entity.name: entity for entity in read_entities()}
BY_NUMBER = {entity.number: entity for entity in ENTITIES.values()}


def read_carried():
    """Which entities (numbers) a scope carries, by the scope's kind."""
    lines = [cells(line) for line in section(2).splitlines() if re.match(r"\| \d \w+ \|", line)]
    of_sales = next(line[3].split("*of sales*: ")[1] for line in lines if "*of sales*: " in line[3])
    carried = {}
    for kind, _, _, what in lines:
        words = re.findall(r"\w+", re.sub(r"all (\*of sales\*: .*|of sales)", of_sales, what))
        carried[int(kind[0])] = {ENTITIES[word].number for word in words}
    return carried


CARRIED = read_carried()
SCOPE_KINDS = ["company", "catalogue", "territory", "leads", "marketing", "team", "user", "device", "margin"]


def dictionary_1():
    return base64.b64decode("".join(re.search(r"```base64\n(.*?)```", TEXT, re.S)[1].split()))
