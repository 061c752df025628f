# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 7: what becomes of an edit where somebody else has changed the row meanwhile, unit by unit."""
import json

import page
import textmerge
from change import CREATE, DELETE, UPDATE
from rows import Line, Row, Stamp

CLOSING = {"converted", "disqualified", "forwarded", "sent", "accepted", "rejected", "expired", "approved", "withdrawn"}
MOST_ELEMENTS = 200


def elements(text):
    return json.loads(text) if text else []


def as_text(values):
    """A JSON array as it stands in values: no white space, nothing escaped that need not be."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) if values else None


def with_entries(theirs, mine):
    known = {entry["id"]: entry for entry in elements(mine)} | {entry["id"]: entry for entry in elements(theirs)}
    return as_text(sorted(known.values(), key=lambda entry: (entry["at"], entry["id"])))


def changed_since(row, number, seen_rev, incarnation):
    stamp = row.stamps.get(number)
    return stamp if stamp and stamp.rev > seen_rev and stamp.incarnation != incarnation else None


def union(before, after, theirs):
    base, mine, server = map(elements, (before, after, theirs))
    kept = [one for one in server if one not in base or one in mine]
    return kept + [one for one in mine if one not in base and one not in kept]


def one_field(field, before, after, theirs):
    """The value of a field whose policy does not take sides, and the rule; None: the later edit decides."""
    if field.policy == "text":
        text, both = textmerge.merge(before or "", theirs or "", after or "")
        return None if field.max and len(text) > field.max else (text or None, "text_both" if both else "text_merged")
    if field.policy == "union":
        made = union(before, after, theirs)
        return None if len(made) > MOST_ELEMENTS else (as_text(made), "union")
    if field.policy == "append":
        return with_entries(theirs, after), "append"
    if field.policy == "sum":
        return after if theirs == before else (theirs or 0) + (after or 0) - (before or 0), "sum"
    if field.policy == "extreme":
        return max((after, theirs), key=lambda value: (value is not None, value)), "extreme"
    return None


def closed(before, status):
    return status in CLOSING and status != before


def winner(entity, numbers, sent, row, later):
    """Who wins a unit both have changed: (mine?, rule)."""
    for number in numbers:
        field = entity.fields[number]
        if field.policy in ("theirs", "ask"):
            return False, field.policy
        if field.policy == "stage" and field.type == "choice":
            before, after = sent[number]
            mine, theirs = closed(before, after), closed(before, row.fields.get(number))
            if mine and theirs and after != row.fields.get(number):
                return False, "ask"
            if mine != theirs:
                return mine, "stage"
    return later, "later_edit"


def settle(entity, numbers, sent, row, seen_rev, edited, incarnation):
    """{number: (value, rule)} of one unit. `sent`: number to [before, after]."""
    field = entity.fields[numbers[0]]
    theirs = {number: row.fields.get(number) for number in numbers}
    if all(before == after for before, after in (sent[number] for number in numbers)):
        return {}
    stamps = [stamp for number in numbers if (stamp := changed_since(row, number, seen_rev, incarnation))]
    latest = max(stamps, key=lambda stamp: (stamp.edited, stamp.incarnation or b""), default=None)
    later = latest is None or (edited, incarnation) > (latest.edited, latest.incarnation or b"")
    if field.policy != "sum" and all(theirs[number] == sent[number][1] for number in numbers):
        return {number: (theirs[number], "same") for number in numbers}
    if len(numbers) == 1:
        before, after = sent[numbers[0]]
        always = field.policy in ("text", "union", "append", "sum") and theirs[numbers[0]] != before
        if (always or latest) and (made := one_field(field, before, after, theirs[numbers[0]])):
            return {numbers[0]: made}
    if latest is None and field.policy != "theirs":
        return {number: (sent[number][1], "set") for number in numbers}
    mine, rule = winner(entity, numbers, sent, row, later)
    return {number: (sent[number][1] if mine else theirs[number], rule) for number in numbers}


def units(entity, sent):
    left = dict(sent)
    while left:
        numbers = [number for number in entity.unit(next(iter(left))) if number in left]
        yield numbers
        for number in numbers:
            del left[number]


def decide(operation, row, edited, incarnation):
    """{number: (value, rule)} of an update."""
    entity, found = page.BY_NUMBER[operation.entity], {}
    for numbers in units(entity, operation.fields):
        found |= settle(entity, numbers, operation.fields, row, operation.seen_rev, edited, incarnation)
    return found


def fold(operation, row, edited, incarnation):
    """The row as the person sees it, with one operation of his merged onto the server's image."""
    if operation.kind == CREATE and row is None:
        return Row(operation.entity, operation.id, 0, operation.id, dict(operation.fields))
    if operation.kind == DELETE:
        typed = row is not None and any(changed_since(row, number, operation.seen_rev, incarnation) for number in row.stamps)
        return row if typed and page.BY_NUMBER[operation.entity].revives else None
    if operation.kind != UPDATE or row is None:
        return row
    made = row.copy()
    for number, (value, _) in decide(operation, row, edited, incarnation).items():
        made.fields[number] = value
    made.fields = {number: value for number, value in made.fields.items() if value is not None}
    return made


def own(operation, row, answer, laptop, lines, edited):
    """Section 6: the new image of a row that nobody else has touched, made of an answered operation of this laptop's."""
    entity, given = page.BY_NUMBER[operation.entity], answer.gave(operation.entity, operation.id)
    if operation.kind == CREATE:
        made = Row(operation.entity, operation.id, answer.seq, given.get(0) or operation.id, dict(operation.fields))
        lines.append(Line(made.entity, made.id, answer.seq, 0, None, None, laptop.user, laptop.name, edited, "created"))
        made.fields |= {number: value for number, value in given.items() if number}
    elif operation.kind == UPDATE and row is not None:
        made = row.copy()
        for number, (_, after) in operation.fields.items():
            whole = entity.fields[number].policy == "append" and number not in given
            value = with_entries(row.fields.get(number), after) if whole else given.get(number, after)
            if value != row.fields.get(number):
                lines.append(Line(made.entity, made.id, answer.seq, number, row.fields.get(number), value, laptop.user,
                                  laptop.name, edited, "set"))
                made.stamps[number] = Stamp(answer.seq, edited, laptop.user, laptop.chain.incarnation)
            made.fields[number] = value
        made.fields |= {number: value for number, value in given.items() if number not in operation.fields and number}
        made.rev = answer.seq
    else:
        return None
    made.fields = {number: value for number, value in made.fields.items() if value is not None}
    return made
