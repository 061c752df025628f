# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter five: what is no record. Numbers that people read, an administrator's overview and deeds, one's own password."""
import wake
from refusals import refusal
from world import heading, line, must

SHUT_OUT, LET_IN = 3, 4


def lease(laptop, series, many=20):
    """Numbers that nobody else has."""
    answer = laptop.wire.post("/v1/lease", {0: laptop.history_id, 1: laptop.chain.incarnation, 2: laptop.machine, 3: series, 4: many})
    return set(range(answer[0], answer[1] + 1))


def numbers(laptop):
    heading("The office")
    one, other = lease(laptop, "order"), lease(laptop, "order")
    must(len(one) == len(other) == 20 and not one & other, "A number is leased twice.")
    line("numbers", f"{min(one)} to {max(one)}, and the next time {min(other)} to {max(other)}")


def device_of(overview, laptop):
    return next((row for row in overview[2] if row[0] == laptop.device), None)


def shut_out(world, laptop):
    """The administrator looks at the laptop, shuts it out and lets it in again."""
    office = world.signed_in("administrator", "Paper office")
    overview = office.wire.post("/v1/overview", {})
    seen = device_of(overview, laptop)
    must(seen and seen[1:4] == [laptop.user, laptop.name, "Outside 1"] and not seen[6], f"The overview says of this laptop: {seen}.")
    must(laptop.user in overview[1], "The overview does not know that this user has a password.")
    ear = wake.Wake(laptop)
    ear.next()
    office.wire.post("/v1/administer", {0: SHUT_OUT, 1: laptop.device})
    must(ear.wait_for(1 << 62) is None, "Who is shut out is still woken.")
    must(device_of(office.wire.post("/v1/overview", {}), laptop)[6], "The overview does not say that the laptop is shut out.")
    must(refusal(laptop.pull) == (403, "forbidden"), "Who is shut out still pulls.")
    must(refusal(lambda: laptop.login(world.logins["salesperson"][0], "demo")) == (403, "forbidden"), "Who is shut out signs in.")
    office.wire.post("/v1/administer", {0: LET_IN, 1: laptop.device})
    laptop.login(world.logins["salesperson"][0], "demo")
    laptop.pull()
    must(refusal(lambda: office.wire.post("/v1/administer", {0: 99})) == (400, "invalid"), "A deed that is none is done.")
    line("shut out", "by the administrator: the ear closes, no token, no sign-in; let in again, all is as before")


def new_password(world, laptop):
    login = world.logins["salesperson"][0]
    must(refusal(lambda: laptop.wire.post("/v1/password", {0: "wrong", 1: "paper and pen"})) == (400, "invalid"), "A wrong present password is taken.")
    must(laptop.wire.post("/v1/password", {0: "demo", 1: "paper and pen"}) == {}, "A new password is not answered by an empty map.")
    laptop.pull()
    must(refusal(lambda: laptop.login(login, "demo")) == (401, "unauthorized"), "The old password still opens.")
    laptop.login(login, "paper and pen")
    line("password", "a new one: this session goes on, the old one opens nothing")
