# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter six: do both ends agree? Every table counted anew, a spoilt replica healed, a round in which nothing happens."""
from comparing import Comparison
from laptop import Differs
from rows import Row
from world import E, heading, line, must


def every_table(laptop):
    """Counts every row anew and compares each table with the server's list."""
    for row in laptop.images.values():
        row.hash = None
    mine, theirs = laptop.count(), laptop.digests_of_server()
    must(mine == theirs, "The digests of {} tables differ.".format(sum(mine.get(at) != theirs.get(at) for at in mine.keys() | theirs.keys())))
    line("digests", f"of {len(mine)} tables, {len(laptop.images)} records, recounted: all are the server's")


def quiet_round(laptop):
    laptop.pull()
    before, checkpoint = laptop.wire.octets, laptop.checkpoint
    laptop.round()
    spent = laptop.wire.octets - before
    must(laptop.checkpoint == checkpoint and laptop.wire.last.get(13) and laptop.wire.last.get(15), "A round in which nothing happened says something.")
    must(spent < 300, f"A round in which nothing happened is of {spent} bytes.")
    line("nothing new", f"is one request; both bodies are {spent} bytes")


def spoilt(laptop):
    """One record another, one missing, one too many: noticed by the digests, found by comparing, put right."""
    heading("Do both agree?")
    good = dict(laptop.images)
    contacts = [at for at, row in laptop.images.items() if row.entity == E["contact"].number]
    other, lost, model = contacts[0], contacts[len(contacts) // 2], laptop.images[contacts[-1]]
    changed = laptop.images[other].copy()
    changed.fields[E["contact"]["last_name"]] = "Spoilt"
    extra = Row(model.entity, bytes(15) + b"\x01", model.rev, model.root, dict(model.fields))
    laptop.images[other], laptop.images[extra.entity, extra.id] = changed, extra
    del laptop.images[lost]
    try:
        laptop.pull()
        must(False, "Digests do not notice a spoilt replica.")
    except Differs as differs:
        search = Comparison(laptop)
        found = search.run(differs.tables)
    must(found == {other, lost, (extra.entity, extra.id)}, f"Comparing finds {len(found)} records that differ, of 3.")
    search.heal()
    must(laptop.images == good, "What was spoilt is not as it was.")
    laptop.pull()
    line("spoilt", "one record another, one missing, one too many: noticed, found, put right")


def agree(laptop, client):
    """Two laptops of one user, ours and the true client's."""
    told = client.run("verify")
    must(told["equal"] and told["repaired"] == 0, f"satchelctl verify says {told}.")
    laptop.pull()
    must(told["rows"] == len(laptop.images), f"satchelctl has {told['rows']} records, ours of the same user {len(laptop.images)}.")
    line(client.name, f"(satchelctl) verify: {told['rows']} records, {told['tables']} tables, equal; ours of the same user has as many")
