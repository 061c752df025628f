# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An outside client, written from sync/PROTOCOL.md alone, lives through a day with the true server and the true
satchelctl. `visit` starts it.

story.py PROGRAMS FOLDER      ends with 1 and a sentence as soon as something is not as the page says
"""
import sys

import agreeing
import approving
import arriving
import deleting
import dice
import office
import refusals
import restoring
import selling
import wire
import working
from laptop import Differs
from world import TrueClient, World, Wrong

SEED = 7


def tell(world):
    laptop = arriving.sign_in(world)
    arriving.by_pages(laptop)
    arriving.by_segments(world, laptop)
    foreign = arriving.sees_what_he_may(world, laptop)

    client = TrueClient(world, "second laptop")
    client.run("login", world.url, world.logins["sales_manager"][0])
    away = world.signed_in("salesperson", "Paper laptop in a drawer")
    away.pull()
    manager = world.signed_in("sales_manager", "Paper laptop of the manager")
    manager.pull()
    contact, another, *_ = working.shared_contacts(laptop, manager)
    working.make_and_unmake(laptop, client, contact)
    working.woken(world, laptop, client, contact)
    change = working.conflict(laptop, client, contact, later="ours")
    working.take(laptop, client, contact, change)
    working.conflict(laptop, client, contact, later="theirs")
    working.delete_against_edit(laptop, client, another)
    working.out_of_sight(laptop, client, manager, seen_leaving=True)
    working.out_of_sight(laptop, client, manager, seen_leaving=False)
    dice.play(laptop, manager, SEED, rounds=3)
    arriving.back_again(away, laptop)

    refusals.sent_again(laptop, contact)
    refusals.malformed(laptop)
    refusals.forbidden(laptop, contact, foreign)
    refusals.who_may(laptop)
    refusals.gap(laptop, contact)
    refusals.two_copies(laptop, contact)

    selling.play(world, laptop, client, manager)
    approving.play(world, laptop, manager)
    deleting.play(world, laptop, manager)

    office.numbers(laptop)
    office.shut_out(world, laptop)
    office.new_password(world, laptop)

    restoring.play(world, laptop, client, manager)

    agreeing.spoilt(laptop)
    agreeing.every_table(laptop)
    agreeing.quiet_round(laptop)
    client.run("sync")
    agreeing.agree(manager, client)


def with_server(world):
    world.server.start()
    try:
        tell(world)
    finally:
        world.server.stop()


if __name__ == "__main__":
    try:
        with_server(World(*sys.argv[1:3]))
    except (Wrong, Differs, wire.Refused) as wrong:
        sys.exit(f"{type(wrong).__name__}: {wrong}")
