# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the chapters of the story share: who is who, the true client beside ours, and how a sentence is told."""
import json
import os
import subprocess
import uuid

import page
from change import CREATE, DELETE, UPDATE, Operation, blake, new_id
from laptop import Laptop

E = page.ENTITIES


class Wrong(Exception):
    """Something is not as the page says; ends the story."""


def must(condition, sentence):
    if not condition:
        raise Wrong(sentence)


def heading(words):
    print(f"\n{words}", flush=True)


def line(who, what):
    print(f"  {who:<22} {what}", flush=True)


class TrueClient:
    """satchelctl on a profile of its own."""

    def __init__(self, world, name):
        self.world, self.name = world, name

    def run(self, *words):
        command = [f"{self.world.programs}/satchelctl", "--profile", f"{self.world.folder}/{self.name}", "--json", *words]
        done = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"SATCHEL_PASSWORD": "demo"})
        must(done.returncode == 0, f"satchelctl {words[0]} of {self.name}: {done.stderr.strip()}")
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def show(self, entity, at):
        return self.run("show", entity, str(uuid.UUID(bytes=at)))

    def has(self, entity, at):
        try:
            return bool(self.show(entity, at))
        except Wrong:
            return False

    def set(self, entity, at, **fields):
        self.run("set", entity, str(uuid.UUID(bytes=at)), *(f"{name}={value}" for name, value in fields.items()))


class World:
    def __init__(self, url, programs, folder):
        self.url, self.programs, self.folder = url, programs, folder
        with open(f"{folder}/users", encoding="utf-8") as users:
            people = [each.rstrip("\n").split("\t") for each in users]
        self.logins = {}
        for login, role, _, name in people:
            self.logins.setdefault(role, (login, name))

    def signed_in(self, role, device, **how):
        made = Laptop(self.url, device, **how)
        made.login(self.logins[role][0], "demo")
        return made


def edit(laptop, name, at, **fields):
    """Keeps one change: these fields to these values."""
    return laptop.keep(editing(laptop, name, at, **fields))


def editing(laptop, name, at, **fields):
    """An update from what the person sees; with a field goes its group. Of a timeline the value is the new entries."""
    entity = E[name]
    seen, sent = laptop.shown(entity.number, at), {}
    for field, value in fields.items():
        for number in entity.unit(entity[field]):
            sent.setdefault(number, [seen.fields.get(number), seen.fields.get(number)])
        sent[entity[field]] = [None if entity.fields[entity[field]].policy == "append" else seen.fields.get(entity[field]), value]
    return Operation(UPDATE, entity.number, at, laptop.rev(entity.number, at), sent)


def create(laptop, name, **fields):
    """Keeps one creation; the id of the new row."""
    at = new_id(laptop.now())
    laptop.keep(Operation(CREATE, E[name].number, at, 0, {E[name][field]: value for field, value in fields.items()}))
    return at


def delete(laptop, name, at):
    return laptop.keep(Operation(DELETE, E[name].number, at, laptop.rev(E[name].number, at)))


def value(laptop, name, at, field):
    row = laptop.images.get((E[name].number, at))
    return row and row.fields.get(E[name][field])


def inbox_id(change, name, at, field=""):
    """Section 7, Conflicts: the id of the inbox row that a change makes about a field of a row."""
    octets = bytearray(blake(f"{E[name].number}:{uuid.UUID(bytes=at)}:{field}".encode(), change.id))
    octets[6], octets[8] = 0x80 | octets[6] & 0x0F, 0x80 | octets[8] & 0x3F
    return bytes(octets)


def inbox_row(laptop, change, name, at, field=""):
    """The inbox row, as values by name."""
    row = laptop.images.get((E["conflict"].number, inbox_id(change, name, at, field)))
    must(row, f"There is no inbox row about {field or 'the whole'} of the {name}.")
    return {E["conflict"].fields[number].name: value for number, value in row.fields.items()}


def outcome_of(laptop, change):
    must(change.number in laptop.answered, "A change has no outcome after a round.")
    return laptop.answered[change.number]
