# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter nine: the server is put back to what it was. What its laptops have done since comes back from them, once."""
import os

import healing
import office
from laptop import MERGED, REJECTED, WITHDRAWN
from refusals import refusal
from sight import TERRITORY
from world import E, create, edit, heading, line, must, outcome_of, value

LEAD, CONTACT = E["lead"].number, E["contact"].number
ADOPT, CLOSE = 10, 11
EPOCH = 1 << 40
NUMBERS_AN_EPOCH = 10_000_000


def come_back(laptop):
    """What a laptop does about a server that is another than it was: (branch, last number) of section 10."""
    must(refusal(laptop.pull) == (401, "unauthorized"), "A token lives on in a server that was put back.")
    laptop.login(*laptop.credentials)
    must(refusal(laptop.pull) == (409, "other_history"), "A server that was put back is not another one.")
    must(refusal(lambda: laptop.wire.post("/v1/push", {0: laptop.history_id, 1: laptop.chain.incarnation, 3: [b"\x00"], 6: 2})) == (409, "other_history"),
         "A server that was put back takes changes as if nothing had happened.")
    return healing.heal(laptop)


class Morning:
    """What happens after the backup: everything here is lost at the server, and none of it may be lost for good."""

    def __init__(self, world, laptop, manager, other, client):
        self.laptop, self.manager = laptop, manager
        for each in (laptop, manager, other):
            each.round()
        client.run("sync")
        shared = [at for at in sorted(laptop.images) if at in manager.images]
        contacts = [at for kind, at in shared if kind == CONTACT and value(laptop, "contact", at, "notes") and value(laptop, "contact", at, "phone")]
        self.contact, self.shared = contacts[0], contacts[1]
        self.away = next(at for at in contacts[2:] if value(laptop, "account", value(laptop, "contact", at, "account"), "territory"))
        self.lead = next(at for kind, at in shared if kind == LEAD)
        self.touches, self.notes = value(laptop, "lead", self.lead, "touches") or 0, value(laptop, "contact", self.away, "notes")
        self.before, self.number, self.leased = laptop.checkpoint, laptop.chain.number, office.lease(laptop, "quote")
        world.server.do("backup", f"{world.folder}/backup.sqlite")
        self.work(other)
        self.account_leaves()

    def work(self, other):
        laptop, manager = self.laptop, self.manager
        edit(laptop, "lead", self.lead, touches=self.touches + 3)
        edit(laptop, "contact", self.contact, phone="+34 91 777 1")
        self.made = create(laptop, "contact", last_name="Made after the backup", account=value(laptop, "contact", self.contact, "account"))
        self.refused = edit(laptop, "contact", self.contact, mobile="no digit")
        laptop.round()
        must(outcome_of(laptop, self.refused).status == REJECTED, "A mobile without a digit is taken.")
        edit(manager, "contact", self.shared, job_title="Of the manager")
        manager.round()
        edit(laptop, "contact", self.shared, department="Of the laptop", job_title="Of the laptop")
        self.merged = laptop.waiting[-1]
        laptop.round()
        must(outcome_of(laptop, self.merged).status == MERGED, "Two job titles were not merged.")
        self.orphan = create(other, "contact", last_name="Of a lost laptop", account=value(laptop, "contact", self.contact, "account"))
        other.round()
        laptop.pull()
        must((CONTACT, self.orphan) in laptop.images, "What another laptop made did not come.")

    def account_leaves(self):
        """With it goes what the laptop saw there, also from what it keeps for a restored server."""
        laptop, manager = self.laptop, self.manager
        edit(laptop, "contact", self.away, notes=self.notes + "\nTyped after the backup.")
        self.boxed = laptop.waiting[-1]
        laptop.round()
        elsewhere = next(scope[1:] for scope in manager.scopes if scope[0] == TERRITORY and scope not in laptop.scopes)
        manager.pull()
        edit(manager, "account", value(laptop, "contact", self.away, "account"), territory=elsewhere)
        manager.round()
        laptop.pull()
        must((CONTACT, self.away) not in laptop.images and self.boxed.boxed, "What has left is still here.")
        must(self.notes.encode() not in self.boxed.body, "What the user may not see any more stands in what his laptop keeps.")


def restored(world):
    world.server.stop()
    world.server.do("restore", f"{world.folder}/backup.sqlite")
    world.server.start()


def typed_at_the_server(world, day):
    """Somebody is there before the laptop, and writes into the same notes."""
    office_ = world.signed_in("administrator", "Paper office, after the restore")
    office_.pull()
    must(value(office_, "contact", day.away, "notes") == day.notes, "The backup has what was typed after it.")
    must((CONTACT, day.made) not in office_.images and (CONTACT, day.orphan) not in office_.images, "The backup has what was made after it.")
    edit(office_, "contact", day.away, notes="Typed after the restore.\n" + day.notes)
    office_.round()
    return office_


def given_back(laptop, day):
    history, old = laptop.history_id, laptop.checkpoint
    waits = edit(laptop, "contact", day.contact, department="Typed before the sync")
    branch, last = come_back(laptop)
    must(laptop.history_id != history and (branch, last) == (day.before, day.number), f"The branch is {branch} and change {last}; it was {day.before} and {day.number}.")
    must(laptop.checkpoint >= EPOCH > old and laptop.recovering, "A restored server goes on in the same epoch, or says nothing of its recovery.")
    must((CONTACT, day.made) not in laptop.images and laptop.shown(CONTACT, day.made) is not None, "What was typed after the backup is not shown while it waits.")
    must((CONTACT, day.orphan) in laptop.aside, "What only laptops know is not kept.")
    laptop.round()
    must(not laptop.waiting and outcome_of(laptop, waits).status not in (REJECTED, WITHDRAWN), "Something still waits.")
    must(outcome_of(laptop, day.refused).status == WITHDRAWN, f"What had been refused is {outcome_of(laptop, day.refused)}.")
    must((value(laptop, "lead", day.lead, "touches") or 0) == day.touches + 3, "A sum counts not once after the restore.")
    must(value(laptop, "contact", day.contact, "phone") == "+34 91 777 1" and value(laptop, "contact", day.contact, "department") == "Typed before the sync",
         "An edit has not come back.")
    must((CONTACT, day.made) in laptop.images, "A creation has not come back.")
    must(value(laptop, "contact", day.contact, "mobile") != "no digit", "What had been refused has come back.")
    notes = value(laptop, "contact", day.away, "notes")
    must(notes == f"Typed after the restore.\n{day.notes}\nTyped after the backup.", f"Notes that travelled in a box were not merged: {notes!r}")
    laptop.round()
    must((value(laptop, "lead", day.lead, "touches") or 0) == day.touches + 3, "A sum counts twice after the restore.")
    return len([number for number in laptop.answered if number > last])


def held(world, laptop, day, office_):
    """A record of which the author's laptop is lost: its administrator decides."""
    healing.show_aside(laptop)
    must((CONTACT, day.orphan) in laptop.aside, "The server does not keep what it does not know.")
    overview = office_.wire.post("/v1/overview", {})
    waits = {(entity, at): label for entity, at, label, *_ in overview.get(7, [])}
    must(overview.get(6) and waits.get((CONTACT, day.orphan)) == "Of a lost laptop", f"An administrator sees a recovery with {waits}.")
    must(world.server.query("SELECT count(*) FROM e_contact WHERE id = ?", day.orphan)[0][0] == 0, "A row that waits for an administrator is there already.")
    must(refusal(lambda: laptop.wire.post("/v1/administer", {0: ADOPT, 1: day.orphan, 2: CONTACT})) == (403, "forbidden"), "A salesperson takes rows in.")
    told = office_.wire.post("/v1/administer", {0: ADOPT, 1: day.orphan, 2: CONTACT})
    must(told.get(1) == 1, f"Of one row {told.get(1)} became part of the company.")
    laptop.pull()
    must((CONTACT, day.orphan) in laptop.images, "What was taken in did not come.")


def closed(laptop, manager, day, office_):
    come_back(manager)
    manager.round()
    must(value(manager, "contact", day.shared, "job_title") in ("Of the manager", "Of the laptop"), "Neither job title is there.")
    must(value(manager, "contact", day.shared, "department") == "Of the laptop", "What only the laptop had typed is not there.")
    healing.show_aside(manager)
    office_.wire.post("/v1/administer", {0: CLOSE})
    for each in (laptop, manager):
        each.round()
        healing.show_aside(each)
        must(not each.recovering and not each.aside, "A recovery that was closed goes on.")


def numbers(laptop, day):
    new = office.lease(laptop, "quote")
    must({number // NUMBERS_AN_EPOCH for number in new}.isdisjoint(number // NUMBERS_AN_EPOCH for number in day.leased),
         f"After a restore {min(new)} is leased where {min(day.leased)} was before.")
    return new


def client_too(world, client):
    """satchelctl, of the manager's user, lives through the same."""
    client.run("login", world.url, world.logins["sales_manager"][0])
    client.run("sync")
    told = client.run("verify")
    must(told["equal"] and told["repaired"] == 0, f"satchelctl verify says {told} after the restore.")


def put_back_without_a_word(world, laptop, manager):
    """The file is an older one again, and nobody says so: it is the first laptop that notices."""
    laptop.round()
    world.server.stop()
    data = world.server.data
    with open(f"{data}/server.sqlite", "rb") as file:
        older = file.read()
    world.server.start()
    edit(laptop, "contact", next(at for kind, at in laptop.images if kind == CONTACT), department="Only on the laptop")
    kept = laptop.waiting[-1].operations[0].id
    laptop.round()
    world.server.stop()
    for name in ("server.sqlite-wal", "server.sqlite-shm"):
        if os.path.exists(f"{data}/{name}"):
            os.remove(f"{data}/{name}")
    with open(f"{data}/server.sqlite", "wb") as file:
        file.write(older)
    world.server.start()
    history = laptop.history_id
    must(refusal(laptop.pull) == (409, "other_history"), "A server that was put back without a word is not noticed.")
    laptop.wire.post("/v1/heal", {0: laptop.history_id, 1: laptop.chain.incarnation, 2: laptop.ring})
    come_back(laptop)
    laptop.round()
    must(laptop.history_id != history and not laptop.waiting, "A server that was put back without a word goes on with its history.")
    must(value(laptop, "contact", kept, "department") == "Only on the laptop", "What the older file had not is lost.")
    come_back(manager)
    manager.round()
    line("without a word", "an older file in its place: the first laptop notices, a new history, and the edit is given back")


def play(world, laptop, client, manager):
    heading("The server is put back")
    other = world.signed_in("sales_manager", "Paper laptop of the manager, lost")
    other.pull()
    day = Morning(world, laptop, manager, other, client)
    restored(world)
    office_ = typed_at_the_server(world, day)
    again = given_back(laptop, day)
    line("given back", f"{again} changes under their old numbers: sums counted once, notes from a box merged, what was refused stays refused")
    held(world, laptop, day, office_)
    closed(laptop, manager, day, office_)
    line("held", "what only laptops knew: the administrator takes it in, and closes the recovery")
    new = numbers(laptop, day)
    line("numbers", f"{min(day.leased)} before, {min(new)} after: none twice")
    client_too(world, client)
    put_back_without_a_word(world, laptop, manager)
    client_too(world, client)
