# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter two: a working day. Changes up, news down, and what becomes of what two people changed."""
import json
import uuid

import wake
from laptop import APPLIED, MERGED, Laptop
from sight import TERRITORY
from world import E, create, delete, edit, editing, heading, inbox_id, inbox_row, line, must, outcome_of, value


def shared_contacts(laptop, other):
    """Contacts that both have, with a phone, a job and lines of notes."""
    names = ("phone", "job_title", "department", "notes")
    return [row.id for at, row in sorted(laptop.images.items()) if at in other.images and row.entity == E["contact"].number
            and all(row.fields.get(E["contact"][name]) for name in names) and "\n" in row.fields[E["contact"]["notes"]]]


def same_on(client, laptop, name, at, *fields):
    theirs = client.show(name, at)
    for field in fields:
        mine = value(laptop, name, at, field)
        must((theirs.get(field) or None) == mine, f"{field} is {mine!r} here and {theirs.get(field)!r} on satchelctl's laptop.")


def make_and_unmake(laptop, client, contact):
    heading("A day's work")
    account = value(laptop, "contact", contact, "account")
    made = create(laptop, "contact", first_name="Paper", last_name="Outside", account=account, tags='["paper"]')
    gone = create(laptop, "contact", last_name="Soon gone", account=account)
    edit(laptop, "contact", made, job_title="Reader of pages")
    edit(laptop, "contact", contact, department="Paper")
    laptop.round()
    must(all(one.status == APPLIED for one in laptop.answered.values()) and not laptop.waiting, "A plain change was not applied.")
    must(laptop.images[E["contact"].number, made].root == account, "The new contact does not hang on its account.")
    delete(laptop, "contact", gone)
    laptop.round()
    must((E["contact"].number, gone) not in laptop.images, "What was deleted is still here.")
    client.run("sync")
    same_on(client, laptop, "contact", made, "first_name", "last_name", "job_title")
    same_on(client, laptop, "contact", contact, "department", "phone")
    must(client.has("contact", made) and not client.has("contact", gone), "satchelctl still has what was deleted.")
    line("made, edited, deleted", "five changes, applied; own rows did not come back, and the digests agree")
    line(client.name, "(satchelctl) shows the same")
    return made


def woken(world, laptop, client, contact):
    ear = wake.Wake(laptop)
    must(ear.status == 101, f"The handshake was answered by {ear.status}.")
    must(ear.next() == laptop.checkpoint, "The first frame does not tell the checkpoint.")
    client.set("contact", contact, mobile="+34 600 10 20 30")
    client.run("sync")
    told = ear.wait_for(laptop.checkpoint + 1)
    must(told is not None, "Nobody woke this laptop.")
    ear.close()
    laptop.pull()
    must(laptop.checkpoint >= told, "The wake call told of more than there is.")
    must(value(laptop, "contact", contact, "mobile") == "+34 600 10 20 30", "What satchelctl changed did not come.")
    line("woken", f"at checkpoint {told} by what satchelctl sent; one field of one row came")
    must(wake.Wake(Laptop(world.url, "Nobody")).status == 401, "Somebody without a token is woken.")


def conflict(laptop, client, contact, later):
    """Both edit the phone; each edits a field of his own and a place of his own in the notes. `later`: who edits later."""
    notes = value(laptop, "contact", contact, "notes")
    lines, number = notes.split("\n"), laptop.checkpoint
    phones = {"ours": f"+34 93 100 {number}", "theirs": f"+34 93 200 {number}"}

    def theirs():
        client.set("contact", contact, phone=phones["theirs"], job_title=f"Head of {number}", notes="\n".join([f"First {number}."] + lines))

    def ours():
        return edit(laptop, "contact", contact, phone=phones["ours"], department=f"Hall {number}", notes="\n".join(lines + [f"Last {number}."]))

    if later == "ours":
        theirs()
        change = ours()
    else:
        change = ours()
        theirs()
    client.run("sync")
    base = laptop.checkpoint
    laptop.pull()  # without pushing: the row as it stands there, and our edit still waiting
    shown = laptop.shown(E["contact"].number, contact).fields
    laptop.round()
    must(outcome_of(laptop, change).status == MERGED, "The outcome of a conflict is not 'merged'.")
    row = laptop.images[E["contact"].number, contact]
    must(row.fields == shown, "The server's merge is not the one of section 7.")
    must(value(laptop, "contact", contact, "phone") == phones[later], "The later edit did not win.")
    must(value(laptop, "contact", contact, "job_title") == f"Head of {number}" and value(laptop, "contact", contact, "department") == f"Hall {number}",
         "Different fields of one contact did not both stay.")
    must(value(laptop, "contact", contact, "notes") == "\n".join([f"First {number}."] + lines + [f"Last {number}."]), "The two notes were not merged.")
    item = inbox_row(laptop, change, "contact", contact, "phone")
    must((item["rule"], item["kept"]) == ("later_edit", "b" if later == "ours" else "a"), f"The inbox says {item['rule']}, kept {item['kept']}.")
    must((json.loads(item["a_value"]), json.loads(item["b_value"])) == (phones["theirs"], phones["ours"]), "The inbox does not hold both phones.")
    must(item["b_user"] == laptop.user and item["a_user"] != laptop.user, "The inbox names the wrong authors.")
    text = inbox_row(laptop, change, "contact", contact, "notes")
    must((text["rule"], text["kept"], text["b_state"]) == ("text_merged", "both", "merged"), "The inbox does not tell that notes were merged.")
    client.run("sync")
    same_on(client, laptop, "contact", contact, "phone", "job_title", "department", "notes")
    same_history(laptop, client, contact, base)
    line("conflict", f"both changed the phone, {later} later: \"{phones[later]}\" stands, the other is in the inbox; other fields and both notes stay")
    return change


def same_history(laptop, client, contact, since):
    lines = client.run("history", "contact", str(uuid.UUID(bytes=contact)))["rows"]
    told = {(one["field"], str(one.get("from")), str(one.get("to"))) for one in lines}
    ours = [one for one in laptop.history if one.row == contact and one.seq > since and one.field]
    must(ours and all((E["contact"].fields[one.field].name, str(one.before), str(one.after)) in told for one in ours), "The history is another than satchelctl's.")


def take(laptop, client, contact, change):
    """The other phone after all: one change sets it, and answers the inbox row."""
    item = inbox_row(laptop, change, "contact", contact, "phone")
    kept = "a" if item["kept"] == "b" else "b"
    other = json.loads(item[f"{kept}_value"])
    both = laptop.keep(editing(laptop, "contact", contact, phone=other),
                       editing(laptop, "conflict", inbox_id(change, "contact", contact, "phone"), kept=kept, b_state="taken"))
    laptop.round()
    must(outcome_of(laptop, both).status == APPLIED and value(laptop, "contact", contact, "phone") == other, "The other side was not taken.")
    client.run("sync")
    same_on(client, laptop, "contact", contact, "phone")
    line("inbox", f'the other side is taken: "{other}" stands on both')


def delete_against_edit(laptop, client, contact):
    """Deleted here, edited there, and neither knew: the contact stays, with the edit, and both are told."""
    client.set("contact", contact, mobile="+34 600 99 88 77")
    change = delete(laptop, "contact", contact)
    must(laptop.shown(E["contact"].number, contact) is None, "What is deleted here is still shown.")
    client.run("sync")
    laptop.round()
    must(value(laptop, "contact", contact, "mobile") == "+34 600 99 88 77", "An edit was lost to a delete.")
    must(inbox_row(laptop, change, "contact", contact)["rule"] == "edit_beats_delete", "The inbox does not tell of the delete.")
    line("delete", "of a contact that somebody was editing: it stays, and the inbox says why")


def lonely_account(laptop, contacts):
    """An account with a territory of its own and at least so many contacts, and everything that hangs on it."""
    families = {}
    for at, row in laptop.images.items():
        families.setdefault(row.root, set()).add(at)
    return next((account, family) for account, family in families.items() if value(laptop, "account", account, "territory")
                and sum(kind == E["contact"].number for kind, _ in family) >= contacts)


def out_of_sight(laptop, client, manager, seen_leaving):
    """An account goes to another territory and comes back; meanwhile one of its contacts is deleted and one changed."""
    account, family = lonely_account(laptop, contacts=2)
    home, before = value(laptop, "account", account, "territory"), dict(laptop.images)
    elsewhere = next(scope[1:] for scope in manager.scopes if scope[0] == TERRITORY and scope not in laptop.scopes)
    deleted, changed, *_ = [at for kind, at in sorted(family) if kind == E["contact"].number]
    mobile = f"+34 600 {laptop.checkpoint}"
    client.set("account", account, territory=uuid.UUID(bytes=elsewhere))
    client.run("sync")
    if seen_leaving:
        laptop.round()
        must(all(kind == E["task"].number and value(laptop, "task", at, "assignee") == laptop.user for kind, at in family & laptop.images.keys()),
             "What has left this user's territory is still here.")
    client.run("delete", "contact", str(uuid.UUID(bytes=deleted)))
    client.set("contact", changed, mobile=mobile)
    client.set("account", account, territory=uuid.UUID(bytes=home))
    client.run("sync")
    laptop.round()
    lost = family - laptop.images.keys()
    must((E["contact"].number, deleted) in lost and all(deleted in (at, *before[kind, at].fields.values()) for kind, at in lost),
         "What came back into the territory is not what there is of it.")
    must(value(laptop, "contact", changed, "mobile") == mobile, "What changed out of sight did not come.")
    line("out of sight", f"an account and its {len(family) - 1} records leave the territory and come back, {'pulled' if seen_leaving else 'not pulled'} "
                         "in between: all there is, and nothing that was deleted")
