# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the chapters of the story share: who is who, the true client beside ours, and how a sentence is told."""
import contextlib
import ctypes
import json
import os
import signal
import sqlite3
import subprocess
import uuid

import page
from change import CREATE, DELETE, UPDATE, Operation, blake, new_id
from laptop import REJECTED, Laptop

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


def die_with_the_story():
    """In the server's process, before it begins: whatever ends the story ends it, too."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


class Server:
    """satchel-server on the company in `folder`, on one port of this machine for as long as the story lasts."""

    def __init__(self, programs, folder):
        self.programs, self.data, self.log = programs, f"{folder}/server", f"{folder}/server.log"
        self.url, self.running = "", None

    def start(self):
        with open(self.log, "w", encoding="utf-8") as log:
            self.running = subprocess.Popen([f"{self.programs}/satchel-server", "--data", self.data, "--listen",
                                             self.url.removeprefix("http://") or "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=log, text=True, preexec_fn=die_with_the_story)
        told = self.running.stdout.readline()
        must(told.startswith("listening on "), f"The server did not start: {told}")
        self.url = told.split()[2]

    def stop(self):
        if self.running:
            self.running.terminate()
            must(self.running.wait(60) == 0, "The server did not end well.")
        self.running = None

    def do(self, *words):
        """A command beside the server, or in its place."""
        done = subprocess.run([f"{self.programs}/satchel-server", *words, "--data", self.data], capture_output=True, text=True)
        must(done.returncode == 0, f"satchel-server {words[0]}: {done.stderr.strip()}")
        return done.stdout

    def query(self, text, *values):
        """Looked up in the file itself."""
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/server.sqlite?mode=ro", uri=True)) as file:
            return file.execute(text, values).fetchall()

    def records(self):
        """What tells whether any record was touched: of each kind but the inbox how many there are, how many of them deleted, and the newest version."""
        return {name: self.query(f"SELECT count(*), sum(deleted), max(rev), total(rev % 1000003) FROM e_{name}")[0] for name in E if name != "conflict"}


class World:
    """The server, its folder, and who is who in its company."""

    def __init__(self, programs, folder):
        self.programs, self.folder = programs, folder
        self.server = Server(programs, folder)
        with open(f"{folder}/users", encoding="utf-8") as users:
            people = [each.rstrip("\n").split("\t") for each in users]
        self.logins = {}
        for login, role, _, name in people:
            self.logins.setdefault(role, (login, name))

    @property
    def url(self):
        return self.server.url

    def signed_in(self, role, device, **how):
        made = Laptop(self.url, device, **how)
        made.login(self.logins[role][0], "demo")
        return made

    def refused(self, laptop, cases, codes=None):
        """Changes that may not be, `(what, operations)`: each is answered by a sentence and touches no record. `codes`: where it is not `invalid`."""
        before = self.server.records()
        kept = [(what, laptop.keep(*operations)) for what, operations in cases]
        laptop.round()
        for what, change in kept:
            answer = outcome_of(laptop, change)
            must((answer.status, answer.code) == (REJECTED, (codes or {}).get(what, "invalid")) and answer.sentence,
                 f"{what.capitalize()} is answered by {answer}.")
        must(self.server.records() == before, f"One of these has touched a record: {', '.join(what for what, _ in cases)}.")


def edit(laptop, name, at, /, **fields):
    """Keeps one change: these fields to these values."""
    return laptop.keep(editing(laptop, name, at, **fields))


def editing(laptop, name, at, /, **fields):
    """An update from what the person sees; with a field goes its group. Of a timeline the value is the new entries."""
    entity = E[name]
    seen, sent = laptop.shown(entity.number, at), {}
    for field, value in fields.items():
        for number in entity.unit(entity[field]):
            sent.setdefault(number, [seen.fields.get(number), seen.fields.get(number)])
        sent[entity[field]] = [None if entity.fields[entity[field]].policy == "append" else seen.fields.get(entity[field]), value]
    return Operation(UPDATE, entity.number, at, laptop.rev(entity.number, at), sent)


def creating(name, at, /, **fields):
    return Operation(CREATE, E[name].number, at, 0, {E[name][field]: value for field, value in fields.items() if value is not None})


def create(laptop, name, /, **fields):
    """Keeps one creation; the id of the new row."""
    at = new_id(laptop.now())
    laptop.keep(creating(name, at, **fields))
    return at


def deleting(laptop, name, at):
    return Operation(DELETE, E[name].number, at, laptop.rev(E[name].number, at))


def delete(laptop, name, at):
    return laptop.keep(deleting(laptop, name, at))


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
