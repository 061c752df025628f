# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 6, Digests: what both ends must agree on, counted from a client's own rows."""
import page
import wire
from change import blake

MODULUS = 1 << 128
SHARED = (0, 1, 8)  # company, catalogue, margin: their rows need no membership


def scope_id(kind, node=bytes(16)):
    return bytes([kind]) + node


def row_hash(key, row):
    fields = {number: value for number, value in row.fields.items() if value is not None}
    return blake(wire.pack([row.entity, row.id, row.rev, fields]), key)


def inside(rows, members, scopes):
    """{scope: rows that are in it}. `members`: set of (scope, entity, row id)."""
    family, found = {}, {scope: set() for scope in scopes}
    for at, row in rows.items():
        family.setdefault(row.root, []).append(at)
    for kind in SHARED:
        if scope_id(kind) in found:
            found[scope_id(kind)].update(at for at in rows if at[0] in page.CARRIED[kind])
    for scope, entity, member in members:
        if scope in found:
            whole = family.get(member, []) + [(entity, member)]
            found[scope].update(at for at in whole if at[0] in page.CARRIED[scope[0]] and at in rows)
    return found


def tables(key, rows, members, scopes):
    """{(scope, entity): (rows, sum)} of everything in these scopes."""
    for row in rows.values():
        if row.hash is None:
            row.hash = int.from_bytes(row_hash(key, row), "big")
    found = {}
    for scope, ats in inside(rows, members, scopes).items():
        for at in ats:
            count, total = found.get((scope, at[0]), (0, 0))
            found[scope, at[0]] = count + 1, (total + rows[at].hash) % MODULUS
    return found


def combined(found):
    return blake(b"".join(scope + entity.to_bytes(4, "big") + count.to_bytes(8, "big") + total.to_bytes(16, "big")
                          for (scope, entity), (count, total) in sorted(found.items())))
