# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter one: a laptop arrives. Signing in, the first sync in two ways, and whether it has what its user may see."""
import page
import wire
from segments import FirstSync
from sight import Sight
from world import heading, line, must


def sign_in(world):
    heading("Arriving")
    laptop = world.signed_in("salesperson", "Paper laptop")
    login, name = world.logins["salesperson"]
    try:
        laptop.login(login, "not the password")
        must(False, "The server takes a wrong password.")
    except wire.Refused as refused:
        must((refused.status, refused.code) == (401, "unauthorized"), f"A wrong password is answered by {refused}.")
        line(name, f'mistypes the password: "{refused.sentence}"')
    laptop.login(login, "demo")
    line("", f"signs in as {laptop.role}")
    return laptop


def by_pages(laptop):
    laptop.pull(page_rows=4000)
    must(laptop.pages > 3 and "dictionary" in laptop.wire.seen, "The first sync came in few pages, or nothing used the dictionary.")
    line("by pages", f"{laptop.pages} pages bring {len(laptop.images)} records of {len(laptop.scopes)} scopes; all digests agree")


def back_again(away, like):
    """What has happened meanwhile comes in pages, too."""
    away.pull(page_rows=100)
    like.pull()
    must(away.pages > 1, "What has happened meanwhile came in one page.")
    must(away.images == like.images and away.members == like.members, "Who was away has another replica.")
    line("back again", f"{away.pages} pages bring what has happened meanwhile; the replica is the same")


def by_segments(world, like):
    laptop = world.signed_in("salesperson", "Paper laptop 2", dictionary=False)
    laptop.pull(wait_above=1)
    at_once, waiting = len(laptop.images), laptop.left_out
    must(waiting and at_once < len(like.images), "No scope waits for segments.")
    first = FirstSync(laptop)
    first.run(waiting)
    first.hand_over()
    must(laptop.images == like.images and laptop.members == like.members, "Segments and pages make different replicas.")
    line("by segments", f"{at_once} records at once, the rest in {len(first.held)} segments; the replica is the same to the last byte")


def sees_what_he_may(world, laptop):
    """Everything there is, as an administrator's replica has it, read by the rules of section 5."""
    administrator = world.signed_in("administrator", "Paper office")
    administrator.pull()
    sight = Sight(administrator.images)
    must(all(row.root == sight.roots[row.id] for row in administrator.images.values()), "A root is not the one of section 5.")
    people = [laptop]
    for role in ("inside_sales", "account_manager"):
        people.append(world.signed_in(role, "Paper laptop"))
        people[-1].pull()
    for each in people:
        due, scopes = sight.rows_of(each.user), sight.scopes(each.user)
        must(set(each.scopes) == scopes, f"The {each.role} has other scopes than section 5 says.")
        must(due == set(each.images), f"The {each.role} has {len(set(each.images) - due)} records too many and lacks {len(due - set(each.images))}.")
        line(each.role.replace("_", " "), f"has {len(due)} of {len(administrator.images)} records: those of {len(scopes)} scopes, and no others")
    foreign = set(administrator.images) - set(laptop.images)
    must(any(page.BY_NUMBER[entity].name == "account" for entity, _ in foreign), "There is nobody else's account in this company.")
    return [row for at, row in administrator.images.items() if at in foreign]
