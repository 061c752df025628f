# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section 5 read as a rule: from all rows of the company, which of them one user must have, no more and no fewer."""
import json
import uuid

import page
from digest import SHARED, inside, scope_id

COMPANY, CATALOGUE, TERRITORY, LEADS, MARKETING, TEAM, USER, DEVICE, MARGIN = range(9)
E = page.ENTITIES


class Sight:
    """`rows`: everything there is, {(entity number, id): Row}, as an administrator has it."""

    def __init__(self, rows):
        self.rows = rows
        self.by_id = {at[1]: row for at, row in rows.items()}
        self.roots = {}
        for at in rows:
            self.root(at[1])

    def value(self, row, name):
        return row.fields.get(page.BY_NUMBER[row.entity][name])

    def of(self, name):
        return [row for at, row in self.rows.items() if at[0] == E[name].number]

    def root(self, at):
        if at not in self.roots:
            row = self.by_id[at]
            parents = [row.fields.get(number) for number in page.BY_NUMBER[row.entity].parents]
            first = next((one for one in parents if one in self.by_id), None)
            self.roots[at] = at if first is None else self.root(first)
        return self.roots[at]

    def above(self, row, name="parent"):
        """The row, the one above it, and so on."""
        seen = []
        while row is not None and row not in seen:
            seen.append(row)
            row = self.by_id.get(self.value(row, name))
        return seen

    def node(self, row):
        if row.entity == E["account"].number:
            return next((node for one in self.above(row) if (node := self.value(one, "territory"))), None)
        return self.value(row, "territory") if row.entity == E["lead"].number else None

    def members(self):
        """{(scope, entity, row)}: who is a member of what, from the rows themselves."""
        found, teams = set(), {self.value(row, "account") for row in self.of("account_team")}

        def add(kind, node, row):
            if node and row.entity in page.CARRIED[kind]:
                found.add((scope_id(kind, node), row.entity, row.id))

        for row in self.rows.values():
            entity = page.BY_NUMBER[row.entity]
            if any(row.entity in page.CARRIED[kind] for kind in SHARED):
                continue
            if self.roots[row.id] == row.id:
                node = self.node(row)
                for kind in (TERRITORY, LEADS, MARKETING):
                    add(kind, node, row)
                if node is None and any(each.name == "owner" for each in entity.fields.values()):
                    add(USER, self.value(row, "owner"), row)
            if entity.name == "account":
                for one in self.above(row):
                    if one.id in teams:
                        add(TEAM, one.id, row)
            for name in {"task": ["assignee"], "approval": ["asked"], "conflict": ["a_user", "b_user"], "saved_list": ["owner"]}.get(entity.name, []):
                add(USER, self.value(row, name), row)
        return found

    def scopes(self, user):
        """The scopes of a user who is no administrator."""
        person, role = self.by_id[user], self.value(self.by_id[user], "role")
        nodes = {uuid.UUID(one).bytes for one in json.loads(self.value(person, "territories") or "[]")}
        if role == "sales_manager":
            nodes = {row.id for row in self.of("territory") if nodes & {one.id for one in self.above(row)}}
        kinds = {"inside_sales": [LEADS], "marketing": []}.get(role, [TERRITORY, LEADS])
        found = {scope_id(COMPANY), scope_id(CATALOGUE), scope_id(USER, user)} | {scope_id(kind, node) for kind in kinds for node in nodes}
        if role == "marketing":
            found |= {scope_id(MARKETING, row.id) for row in self.of("territory")}
        if role == "account_manager":
            found |= {scope_id(TEAM, self.value(row, "account")) for row in self.of("account_team") if self.value(row, "user") == user}
        if role in ("account_manager", "sales_manager"):
            found.add(scope_id(MARGIN))
        return found

    def rows_of(self, user):
        """(entity, id) of everything this user must have."""
        return set().union(*inside(self.rows, self.members(), self.scopes(user)).values())
