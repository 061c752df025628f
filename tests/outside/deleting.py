# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter eight: too much is deleted at once. It waits for an administrator, and nothing else waits with it."""
from change import new_id
from laptop import APPLIED, DEFERRED, REJECTED
from refusals import refusal
from world import E, create, creating, deleting, edit, heading, line, must, outcome_of, value

LEAD = E["lead"].number
RELEASE, REFUSE, UNDO = 6, 7, 8


def own_leads(laptop, node, many):
    """So many new leads in the user's territory, in one change."""
    made = [new_id(laptop.now()) for _ in range(many)]
    laptop.keep(*(creating("lead", at, name=f"Lead {number}", territory=node, owner=laptop.user, status="new") for number, at in enumerate(made)))
    laptop.round()
    must(all((LEAD, at) in laptop.images for at in made), "Leads that were added are not here.")
    return made


def delete_all(laptop, leads):
    return laptop.keep(*(deleting(laptop, "lead", at) for at in leads))


def fuses(office):
    return {fuse: (user, device, records, state) for fuse, user, device, _, records, state, *_ in office.wire.post("/v1/overview", {}).get(4, [])}


def there(world, leads):
    """How many of them the server's own table has."""
    return sum(world.server.query("SELECT count(*) FROM e_lead WHERE deleted = 0 AND id = ?", at)[0][0] for at in leads)


def blown(world, laptop, office, leads):
    """The change is deferred, its records are shown as deleted here and stand at the server; an edit of another one goes through."""
    before = set(fuses(office))
    change = delete_all(laptop, leads)
    laptop.round()
    answer = outcome_of(laptop, change)
    must((answer.status, answer.code) == (DEFERRED, "fuse") and answer.sentence, f"A deletion of {len(leads)} leads is answered by {answer}.")
    must(laptop.shown(LEAD, leads[0]) is None and (LEAD, leads[0]) in laptop.images, "What waits to be deleted is not shown as deleted.")
    must(there(world, leads) == len(leads), "The server has deleted what it says waits.")
    new = fuses(office).keys() - before
    must(len(new) == 1, f"An administrator sees {len(new)} new fuses.")
    fuse = new.pop()
    must(fuses(office)[fuse][:3] == (laptop.user, laptop.name, len(leads)), f"The administrator is told {fuses(office)[fuse]}.")
    must(fuses(office)[fuse][3] == "blown", "A fuse that has blown does not say so.")
    return change, fuse


def by_share(world, laptop, office, manager):
    """More than fifty, and a fifth of what the territory has: refused by the administrator."""
    heading("Too much at once")
    scope = next(scope for scope in laptop.scopes if scope[0] == 3)
    here = [at for scope_, entity, at in laptop.members if scope_ == scope and entity == LEAD]
    leads = own_leads(laptop, scope[1:], max(60, len(here) // 3 + 1))
    change, fuse = blown(world, laptop, office, leads)
    contact = next(at for kind, at in laptop.images if kind == E["contact"].number)
    plain = edit(laptop, "contact", contact, department="Not deleted")
    task = create(laptop, "task", title="Call all the same", assignee=laptop.user, lead=leads[1])
    behind = laptop.waiting[-1]
    laptop.round()
    must(outcome_of(laptop, plain).status != DEFERRED, "An edit of something else waits behind the fuse.")
    must((outcome_of(laptop, behind).status, outcome_of(laptop, behind).code) == (DEFERRED, "change"), "What hangs on a record that waits does not wait.")
    must(refusal(lambda: manager.wire.post("/v1/administer", {0: RELEASE, 1: fuse})) == (403, "forbidden"), "A sales manager releases a fuse.")
    must(there(world, leads) == len(leads), "Who may not release a fuse has released it.")
    office.wire.post("/v1/administer", {0: REFUSE, 1: fuse})
    laptop.pull()
    must(outcome_of(laptop, change).status == REJECTED and not laptop.waiting, f"A refused fuse is answered by {outcome_of(laptop, change)}.")
    must(outcome_of(laptop, behind).status == APPLIED and value(laptop, "task", task, "lead") == leads[1], "What waited behind a refused fuse is lost.")
    must(laptop.shown(LEAD, leads[0]) is not None and there(world, leads) == len(leads), "What was not to be deleted is gone.")
    must(fuses(office)[fuse][3] == "refused", "A fuse that was refused does not say so.")
    line("a fifth", f"{len(leads)} leads of one territory: they wait, and what hangs on them; other edits do not; the administrator refuses, and they are shown again")
    return leads


def by_number(world, laptop, office, leads):
    """Released, and brought back."""
    change, fuse = blown(world, laptop, office, leads)
    office.wire.post("/v1/administer", {0: RELEASE, 1: fuse})
    laptop.pull()
    must(outcome_of(laptop, change).status == APPLIED and there(world, leads) == 0, "What was released is still there.")
    must(not any((LEAD, at) in laptop.images for at in leads) and not laptop.waiting, "What was released is still here.")
    office.wire.post("/v1/administer", {0: UNDO, 1: fuse})
    laptop.pull()
    must(there(world, leads) == len(leads) and all((LEAD, at) in laptop.images for at in leads), "What was brought back is not there.")
    must(fuses(office)[fuse][3] == "undone", "A fuse that was undone does not say so.")
    line("released", f"by the administrator: {len(leads)} are gone, at the server too; brought back by him, all are here again under their ids")


def play(world, laptop, manager):
    office = world.signed_in("administrator", "Paper office, fuses")
    leads = by_share(world, laptop, office, manager)
    by_number(world, laptop, office, leads)
