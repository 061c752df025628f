# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter four: what is not taken, and what is taken once."""
import copy

import wire
from change import CREATE, UPDATE, Operation, new_id
from laptop import REJECTED, SCHEMA, VERSION
from world import E, create, edit, editing, heading, line, must, outcome_of, value

CONTACT = E["contact"]


def refusal(act):
    """(status, code) of what the server says to this."""
    try:
        act()
    except wire.Refused as refused:
        return refused.status, refused.code
    return None


def sent_again(laptop, contact):
    heading("Once, and not at all")
    before = laptop.checkpoint, laptop.salt, dict(laptop.scopes), dict(laptop.images), set(laptop.members), list(laptop.history)
    change = edit(laptop, "contact", contact, job_title="Sent twice")
    waiting = list(laptop.waiting)
    laptop.push()
    must(laptop.push(waiting) == change.number, "A change that is sent again is answered otherwise.")
    laptop.pull()
    first, images = outcome_of(laptop, change), dict(laptop.images)
    must(laptop.push([change]) == change.number, "A change that is sent again is answered otherwise.")
    checkpoint = laptop.checkpoint
    laptop.pull()
    must(laptop.checkpoint == checkpoint, "A change that was sent again was carried out again.")
    line("sent again", "the same change under the same number: it has happened once")
    laptop.checkpoint, laptop.salt, laptop.scopes, laptop.images, laptop.members, laptop.history = before
    laptop.waiting = waiting
    laptop.pull()
    must(outcome_of(laptop, change) == first and laptop.images == images, "Asked again from an old checkpoint the server tells something else.")
    line("a reply lost", "asked again from the old checkpoint: told the same")


def malformed(laptop):
    """Bytes that are no message, and messages that lack what they need: each one gets a sentence, and nothing happens."""
    counted = laptop.count()
    for what, path, body in (("no CBOR at all", "/v1/pull", b"\xff\x00 what"), ("a number with a long head", "/v1/push", bytes.fromhex("a1180000")),
                             ("a float", "/v1/pull", wire.pack({3: 1.5})), ("half a message", "/v1/push", bytes.fromhex("a30050")),
                             ("text for a number", "/v1/pull", wire.pack({3: "seven"})), ("no incarnation", "/v1/login", wire.pack({0: 1, 3: "x"}))):
        status, answer = laptop.wire.raw(path, body)
        must((status, answer.get(0)) == (400, "invalid") and answer.get(1), f"{what} is answered by {status} {answer}.")
    newer = {0: VERSION + 1, 1: SCHEMA, 2: "Outside 2", 3: "ana", 4: "x", 6: "tomorrow's", 7: new_id(laptop.now()), 8: bytes(32)}
    must(refusal(lambda: laptop.wire.post("/v1/login", newer)) == (426, "too_new"), "A program of tomorrow is let in, or not told why not.")
    must(refusal(lambda: laptop.wire.post("/v1/nowhere", {})) == (404, "not_found"), "An address that is none is answered.")
    must(refusal(lambda: laptop.wire.post("/v1/overview", {})) == (403, "forbidden"), "A salesperson gets the administrator's overview.")
    token, laptop.wire.token = laptop.wire.token, "made up"
    must(refusal(laptop.pull) == (401, "unauthorized"), "A token that is made up is taken.")
    laptop.wire.token = token
    must(laptop.digests_of_server() == counted, "A malformed request has changed something.")
    line("malformed", "six messages that are none, a program of tomorrow, a wrong address, a wrong token: a sentence each, and nothing has changed")


def forbidden(laptop, contact, foreign):
    """Changes that are well formed and may not be: each is answered as rejected, and changes nothing."""
    rev, seen = laptop.rev(CONTACT.number, contact), dict(laptop.images[CONTACT.number, contact].fields)
    account, other = laptop.images[E["account"].number, value(laptop, "contact", contact, "account")], new_id(laptop.now())
    stranger = next(row for row in foreign if row.entity == CONTACT.number)
    territory, phone = E["account"]["territory"], CONTACT["phone"]
    elsewhere = next(row.id for row in laptop.images.values() if row.entity == E["territory"].number and row.id != account.fields.get(territory))

    def contact_to(**fields):
        return editing(laptop, "contact", contact, **fields)

    cases = [
        ("not_found", "somebody else's contact", [Operation(UPDATE, CONTACT.number, stranger.id, stranger.rev, {phone: [stranger.fields.get(phone), "1"]})]),
        ("forbidden", "a new territory", [Operation(CREATE, E["territory"].number, other, 0, {1: "Mine"})]),
        ("forbidden", "an account given away", [editing(laptop, "account", account.id, territory=elsewhere)]),
        ("forbidden", "a field that is key accounts' to set", [editing(laptop, "account", account.id, national=1)]),
        ("invalid", "a phone without a digit", [contact_to(phone="none")]),
        ("invalid", "a name of two lines", [contact_to(last_name="Two\nlines")]),
        ("invalid", "no name", [contact_to(last_name=None)]),
        ("invalid", "a mail address that is none", [contact_to(email="paper")]),
        ("invalid", "a choice that is none", [contact_to(consent="perhaps")]),
        ("invalid", "too long a phone", [contact_to(phone="1" * 61)]),
        ("invalid", "an empty text", [contact_to(phone="")]),
        ("invalid", "a field nobody knows", [Operation(UPDATE, CONTACT.number, contact, rev, {99: [None, "1"]})]),
        ("invalid", "a kind of record nobody knows", [Operation(CREATE, 99, other, 0, {1: "x"})]),
        ("conflict", "an id that is taken", [Operation(CREATE, CONTACT.number, contact, 0, {CONTACT["last_name"]: "Twice"})]),
        ("not_found", "half of it good", [contact_to(job_title="Half"), Operation(UPDATE, CONTACT.number, stranger.id, 0, {phone: [None, "1"]})]),
    ]
    good = contact_to(department="Behind the refused")
    kept = [(code, what, laptop.keep(*operations)) for code, what, operations in cases]
    good = laptop.keep(good)
    laptop.round()
    for code, what, change in kept:
        answer = outcome_of(laptop, change)
        must((answer.status, answer.code) == (REJECTED, code) and answer.sentence, f"{what.capitalize()} is answered by {answer}.")
    seen[CONTACT["department"]] = "Behind the refused"
    must(laptop.images[CONTACT.number, contact].fields == seen and not laptop.waiting, "A refused change has changed something.")
    must(outcome_of(laptop, good).status != REJECTED and (CONTACT.number, stranger.id) not in laptop.images, "A refused change holds up the one behind it.")
    line("forbidden", f"{len(cases)} changes that may not be are refused with a sentence each; the good one behind them is applied")


def who_may(laptop):
    """An empty record of each kind: those this role may add lack what is required, of all others it hears that it may not."""
    asked = {name: laptop.keep(Operation(CREATE, entity.number, new_id(laptop.now()), 0, {})) for name, entity in E.items()}
    laptop.round()
    for name, change in asked.items():
        due = "invalid" if laptop.role in E[name].may.get("add", []) else "forbidden"
        must(outcome_of(laptop, change).code == due, f"An empty {name} is answered by {outcome_of(laptop, change)}.")
    line("who may", f"add what: {len(asked)} kinds of records, as section 9 says for a {laptop.role}")


def two_copies(laptop, contact):
    """A copy of this laptop goes on under the same incarnation. It is noticed, and what the copy did is not lost."""
    account = value(laptop, "contact", contact, "account")
    other = copy.copy(laptop)
    other.chain, other.chain.ids = copy.copy(laptop.chain), dict(laptop.chain.ids)
    other.waiting, other.answered, other.former = [], dict(laptop.answered), list(laptop.former)
    create(laptop, "contact", last_name="Of the original", account=account)
    laptop.round()
    mine = create(other, "contact", last_name="Of the copy", account=account)
    must(refusal(other.push) == (409, "forked"), "Two laptops go on under one incarnation.")
    must(refusal(laptop.pull) == (409, "forked"), "The incarnation of two laptops is not retired.")
    for each in (laptop, other):
        each.renew()
        each.round()
    must((CONTACT.number, mine) in other.images, "What the copy did is lost.")
    line("a copy", "of this laptop goes on beside it: noticed; each takes a new incarnation and nothing is lost")


def gap(laptop, contact):
    account = value(laptop, "contact", contact, "account")
    create(laptop, "contact", last_name="One", account=account)
    at = create(laptop, "contact", last_name="Two", account=account)
    must(refusal(lambda: laptop.push(laptop.waiting[1:])) == (409, "other_history"), "A gap in the numbers is taken.")
    laptop.round()
    must((CONTACT.number, at) in laptop.images, "After a gap was refused the whole does not go through.")
    line("a gap", "in the numbers is refused; the whole list goes through")
