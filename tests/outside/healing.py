# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 10: a server that was put back. Also what a laptop keeps for that day: answered changes, in a box where their rows are no longer
its user's to see (section 4).
"""
import ctypes

import page
import wire
from change import UPDATE

REJECTED = 4
SODIUM = ctypes.CDLL("libsodium.so.23")
SEAL_BYTES = 48  # of crypto_box_seal: a public key and an authenticator


def in_box(octets, key):
    """crypto_box_seal."""
    sealed = ctypes.create_string_buffer(len(octets) + SEAL_BYTES)
    if SODIUM.crypto_box_seal(sealed, octets, ctypes.c_ulonglong(len(octets)), key) != 0:
        raise ValueError("The server's box key is none.")
    return sealed.raw


def put_in_boxes(laptop, lost):
    """Takes out of kept changes what the user saw in rows he has lost; only the server can read it any more."""
    for one in laptop.kept.values():
        if one.boxed or not any((each.entity, each.id) in lost for each in one.operations):
            continue
        one.body, one.boxed = wire.pack([3, one.number, in_box(one.body, laptop.box_key)]), True
        for each in one.operations:
            if each.kind == UPDATE and (each.entity, each.id) in lost:
                fields = page.BY_NUMBER[each.entity].fields
                each.fields = {number: [before if fields[number].policy == "sum" else None, after] for number, (before, after) in each.fields.items()}


def heal(laptop):
    """After other_history: signs in to the history that holds now, and has everything the server lacks wait again. The next round carries on."""
    answer = laptop.wire.post("/v1/heal", {0: laptop.history_id, 1: laptop.chain.incarnation, 2: laptop.ring})
    branch, last = answer.get(1, 0), answer.get(2, 0)
    again = [one for number, one in sorted(laptop.kept.items()) if number > last]
    refused = {one.number for one in again if laptop.answered[one.number].status == REJECTED}
    laptop.history_id, laptop.withdrawn = answer[0], refused
    laptop.waiting = sorted([*again, *laptop.waiting], key=lambda one: one.number)
    laptop.kept = {number: one for number, one in laptop.kept.items() if number <= last}
    laptop.answered = {number: one for number, one in laptop.answered.items() if number <= last}
    had, laptop.images = laptop.images, {}
    laptop.checkpoint, laptop.salt, laptop.scopes, laptop.members = 0, b"", {}, set()
    laptop.recovering = bool(answer.get(3))
    laptop.pull()
    laptop.aside = {at: row for at, row in had.items() if row.rev > branch and at not in laptop.images}
    return branch, last


def show_aside(laptop):
    """Rows that the server has not brought; it says which of them it keeps for its administrator."""
    laptop.aside = {at: row for at, row in laptop.aside.items() if at not in laptop.images} if laptop.recovering else {}
    rows = list(laptop.aside.values())
    if not rows:
        return
    answer = laptop.wire.post("/v1/hold", {0: laptop.chain.incarnation, 1: [alone(row) for row in rows]})
    kept = {(entity, at) for entity, at, *_ in answer.get(0, [])}
    laptop.aside = {at: row for at, row in laptop.aside.items() if at in kept}


def alone(row):
    """What PullReply 5 would be of this row alone."""
    return wire.pack([[], [[row.entity, row.id, row.rev, row.root if row.root != row.id else None, 0, row.fields, [], []]], []])
