# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter six: more than one may give by oneself. Somebody else is asked, and what he decides holds for what he has seen."""
import office
import selling
from change import new_id
from laptop import APPLIED
from papers import ONE, Paper
from world import E, creating, deleting, edit, editing, heading, line, must, outcome_of, value

APPROVAL, TASK = E["approval"].number, E["task"].number


def asking(laptop, quote, whom, **spoilt):
    """The operations that submit a quote, and the id of what is asked."""
    at = new_id(laptop.now())
    fields = {"quote": quote, "reason": "30 % is over what I may give.", "asked": whom, "asked_by": laptop.user, "asked_at": laptop.now(), "percent": 30 * ONE,
              "seal": Paper(laptop, quote).seal(), "status": "open", **spoilt}
    return [creating("approval", at, **fields), editing(laptop, "quote", quote, status="in_approval")], at


def deciding(laptop, approval, status, **spoilt):
    """The operations that decide what was asked: the quote is a draft again."""
    answer = {"status": status, "decided_by": laptop.user, "decided_at": laptop.now(), **spoilt}
    return [editing(laptop, "approval", approval, **answer), editing(laptop, "quote", value(laptop, "approval", approval, "quote"), status="draft")]


def cheap(laptop):
    """A quote at 30 % below the list."""
    quote, lines = selling.write(laptop, discount_percent=30 * ONE)
    laptop.round()
    return quote, lines


def ask(laptop, quote, whom):
    operations, approval = asking(laptop, quote, whom)
    laptop.keep(*operations)
    laptop.round()
    must(value(laptop, "quote", quote, "status") == "in_approval" and value(laptop, "approval", approval, "status") == "open", "A quote that was submitted does not wait.")
    return approval


def approved(laptop, manager):
    """Asked, approved by the one who was asked, and handed over: nobody has anything to say about it."""
    heading("Approval")
    quote, _ = cheap(laptop)
    approval = ask(laptop, quote, manager.user)
    manager.pull()
    must((APPROVAL, approval) in manager.images, "Who is asked does not have what he is asked.")
    must(Paper(manager, quote).seal() == value(manager, "approval", approval, "seal"), "The seal is another one on the laptop of who is asked.")
    decision = manager.keep(*deciding(manager, approval, "approved", answer="For once."))
    manager.round()
    laptop.pull()
    must(outcome_of(manager, decision).status == APPLIED, f"A yes is answered by {outcome_of(manager, decision)}.")
    must((value(laptop, "quote", quote, "status"), value(laptop, "approval", approval, "status")) == ("draft", "approved"), "What was approved is not a draft again.")
    number = f"Q-{min(office.lease(laptop, 'quote')):06}"
    selling.hand_over(laptop, quote, number)
    laptop.round()
    flags = value(laptop, "quote", quote, "flags") or ""
    must(value(laptop, "quote", quote, "status") == "sent" and "the limit is" not in flags, f"What was approved is flagged: {flags}")
    line("approved", "30 % by the manager: the same seal on both laptops; it goes out and nobody has to be told")
    return approval


def beyond(laptop, manager):
    """Handed over without being approved as it is: the customer has it. It stays, and the manager is told."""
    quote, lines = cheap(laptop)
    approval = ask(laptop, quote, manager.user)
    manager.pull()
    manager.keep(*deciding(manager, approval, "approved"))
    manager.round()
    laptop.pull()
    edit(laptop, "quote_line", lines[0], discount_percent=20 * ONE)  # no longer what was approved
    laptop.round()
    must(Paper(laptop, quote).seal() != value(laptop, "approval", approval, "seal"), "Another discount has the same seal.")
    before = {at for at in manager.images if at[0] == TASK}
    document = selling.hand_over(laptop, quote, f"Q-{min(office.lease(laptop, 'quote')):06}")
    change = laptop.waiting[-1]
    laptop.round()
    manager.pull()
    must(outcome_of(laptop, change).status == APPLIED and value(laptop, "quote_document", document, "quote") == quote, "A fact was refused.")
    must("the limit is" in (value(laptop, "quote", quote, "flags") or ""), "Nobody is told that more was given than may be.")
    tasks = [manager.images[at] for at in manager.images if at[0] == TASK and at not in before]
    must([row.fields[E["task"]["assignee"]] for row in tasks] == [manager.user], f"The manager has {len(tasks)} new things to do.")
    line("more than approved", "was given at the customer's: a fact, flagged, and the manager has something to do")


def two_decisions(world, laptop, manager):
    """On two laptops of the manager, which did not know of each other: the first stands."""
    quote, _ = cheap(laptop)
    approval = ask(laptop, quote, manager.user)
    other = world.signed_in("sales_manager", "Paper laptop of the manager, second")
    for each in (manager, other):
        each.pull()
    manager.keep(*deciding(manager, approval, "rejected", answer="No."))
    other.keep(*deciding(other, approval, "approved", answer="Yes."))
    manager.round()
    other.round()
    laptop.pull()
    must((value(laptop, "approval", approval, "status"), value(laptop, "approval", approval, "answer")) == ("rejected", "No."), "The second decision stands.")
    must(value(laptop, "quote", quote, "status") == "draft", "A quote that was decided about twice is no draft.")
    line("decided twice", "no and then yes, and neither knew: no stands")


def withdrawn(laptop, manager, quote):
    approval = ask(laptop, quote, manager.user)
    manager.pull()
    laptop.keep(*deciding(laptop, approval, "withdrawn"))
    laptop.round()
    must((value(laptop, "approval", approval, "status"), value(laptop, "quote", quote, "status")) == ("withdrawn", "draft"), "Who asked cannot take it back.")


def refused(world, laptop, manager, decided):
    quote, _ = cheap(laptop)
    withdrawn(laptop, manager, quote)
    approval = ask(laptop, quote, manager.user)
    manager.pull()
    draft, _ = cheap(laptop)
    world.refused(laptop, [
        ("one's own yes", deciding(laptop, approval, "approved")),
        ("one's own no", deciding(laptop, approval, "rejected")),
        ("a yes in the manager's name", deciding(laptop, approval, "approved", decided_by=manager.user)),
        ("another question than was asked", [editing(laptop, "approval", approval, percent=ONE)]),
        ("another seal", [editing(laptop, "approval", approval, seal="0" * 64)]),
        ("a question in somebody else's name", asking(laptop, draft, manager.user, asked_by=manager.user)[0]),
        ("a question that is answered already", asking(laptop, draft, manager.user, status="approved", decided_by=laptop.user, decided_at=laptop.now())[0]),
        ("a question without a seal", asking(laptop, draft, manager.user, seal=None)[0]),
        ("what was decided", [editing(laptop, "approval", decided, status="withdrawn", decided_by=laptop.user, decided_at=laptop.now())]),
        ("a draft while it waits", [editing(laptop, "quote", quote, status="draft")]),
        ("a question's deletion", [deleting(laptop, "approval", approval)])], {"a question's deletion": "forbidden"})
    world.refused(manager, [
        ("a decision without its time", deciding(manager, approval, "approved", decided_at=None)),
        ("somebody else's question taken back", deciding(manager, approval, "withdrawn")),
        ("an answer without a decision", [editing(manager, "approval", approval, answer="Perhaps.")])])
    manager.keep(*deciding(manager, approval, "rejected"))
    manager.round()
    laptop.pull()
    must(value(laptop, "quote", quote, "status") == "draft", "After all the refusals a plain no is not taken.")
    line("refused", "fourteen questions and answers that may not be: a sentence each, and the server's tables are as they were")


def play(world, laptop, manager):
    decided = approved(laptop, manager)
    beyond(laptop, manager)
    two_decisions(world, laptop, manager)
    refused(world, laptop, manager, decided)
