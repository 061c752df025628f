# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections 3, 4 and 6: a laptop. It signs in, pulls to a checkpoint, pushes what waits, and keeps the server's image of
each row apart from what its pending changes make of it.
"""
import secrets
import time
from dataclasses import dataclass

import change
import digest
import healing
import merge
import page
import rows
import wire

VERSION, SCHEMA, MOST_CHECKPOINTS = 1, 2, 64
APPLIED, MERGED, NO_OP, REJECTED, DEFERRED, WITHDRAWN = 1, 2, 3, 4, 5, 6


@dataclass
class Outcome:
    number: int
    status: int
    seq: int
    code: str
    sentence: str
    touched: list
    given: list  # [entity, row, {field: value}]: values other than those sent
    left: set  # rows nothing was written to
    edited: int

    def gave(self, entity, at):
        return next((fields for kind, row, fields in self.given if (kind, row) == (entity, at)), {})


def outcome(item):
    return Outcome(item.get(1, 0), item.get(2, 0), item.get(3, 0), item.get(4, ""), item.get(5, ""), item.get(6, []),
                   item.get(7, []), {(kind, row) for kind, row, *_ in item.get(8, [])}, item.get(9, 0))


def clock():
    return int(time.time() * 1000)


def listed(answer):
    """PullReply 14."""
    return {(scope, entity): (count, int.from_bytes(total, "big")) for scope, entity, count, total, *_ in answer.get(14, [])}


class Laptop:
    def __init__(self, address, device_name, dictionary=True):
        self.wire, self.name = wire.Wire(address, dictionary), device_name
        self.chain, self.device, self.offset = change.Chain(), None, 0
        self.checkpoint, self.salt, self.scopes = 0, b"", {}
        self.images, self.members, self.history = {}, set(), []
        self.waiting, self.answered = [], {}  # changes by number
        self.left_out = []  # scopes that wait for segments
        self.former = []  # incarnations this laptop had
        self.machine = secrets.token_bytes(16)
        self.history_id, self.ring = None, []  # checkpoints published, newest first
        self.kept = {}  # answered changes by number, in case a restored server asks for them again
        self.withdrawn = set()  # numbers of refused ones among those that wait once more
        self.aside = {}  # rows a restored server has not brought

    # ---- Signing in ------------------------------------------------------------------------------------------

    def login(self, login, password):
        answer = self.ask("/v1/login", {
            0: VERSION, 1: SCHEMA, 2: "Outside 1", 3: login, 4: password, 5: self.device, 6: self.name,
            7: self.chain.incarnation, 8: self.chain.secret}, server_time=2)
        self.wire.token, self.user, self.device, self.box_key = answer[0], answer[3], answer[5], answer[9]
        self.role, self.digest_key, self.credentials = page.ROLES[answer.get(4, 0)], answer[7], (login, password)
        self.history_id = self.history_id or answer[6]  # another one: the next pull is answered by other_history

    def ask(self, path, fields, server_time=1):
        """Posts, and holds the offset of the clocks between what sending and receiving allow."""
        sent = clock()
        answer = self.wire.post(path, fields)
        told, received = answer[server_time], clock()
        self.offset = min(max(self.offset, told - received), told - sent)
        return answer

    def now(self):
        """The device's clock, corrected by its offset to the server's."""
        return clock() + self.offset

    # ---- Pulling ---------------------------------------------------------------------------------------------

    def pull(self, page_rows=20000, wait_above=0, whole_from=None):
        """Asks until there is no continuation, then publishes. whole_from: {scope: seq} of sets, when their rows are here."""
        want = {0: self.history_id, 1: SCHEMA, 2: self.chain.incarnation, 8: page_rows, 10: wait_above, 20: self.former}
        if whole_from is None:
            want |= {3: self.checkpoint, 4: self.salt, 6: digest.combined(self.count())}
            at_checkpoint = self.scopes and set(self.scopes.values()) == {self.checkpoint}
            want |= {9: change.blake(b"".join(sorted(self.scopes)))} if at_checkpoint else {5: self.scopes}
        else:
            want[5] = {**self.scopes, **whole_from}
        pages = [self.page(want)]
        if pages[0].get(16):
            del want[9]
            pages = [self.page(want | {5: self.scopes})]
        while 9 in pages[-1]:
            pages.append(self.page(want | {7: pages[-1][9]}))
        self.pages = len(pages)
        return self.publish(pages)

    def page(self, want):
        """One page, which must say that it answers this question."""
        answer = self.ask("/v1/pull", want)
        if (answer.get(18) or None) != (change.blake(want[7]) if 7 in want else want.get(4) or None):
            raise ValueError("A page does not say that it is the one that was asked for.")
        return answer

    def digests_of_server(self):
        """What the server counts at this checkpoint: {(scope, entity): (rows, sum)}."""
        answer = self.ask("/v1/pull", {0: self.history_id, 1: SCHEMA, 2: self.chain.incarnation, 3: self.checkpoint,
                                        4: self.salt, 5: self.scopes, 8: 20000})
        if answer[11] != self.checkpoint:
            raise ValueError("Something has happened meanwhile.")
        return listed(answer)

    def publish(self, pages):
        """The steps of section 6, in their order; all of it or nothing."""
        last, lines = pages[-1], []
        self.check_chain(last)
        scopes = set(self.scopes) if last.get(15) else set(last.get(3, []))
        members, entered = self.memberships(pages, scopes)
        images = {at: row for at, row in self.images.items()
                  if not any(at[0] in page.CARRIED[kind] and digest.scope_id(kind) not in scopes for kind in digest.SHARED)}
        brought, gone = {}, set()  # by which pages
        for number, one in enumerate(pages):
            for news in rows.read(one[5], lines) if 5 in one else []:
                at = news.entity, news.id
                images[at] = rows.lay(news, images.get(at), lines)
                brought.setdefault(at, set()).add(number)
                gone.discard(at)
            for entity, row, *_ in one.get(6, []):
                images.pop((entity, row), None)
                gone.add((entity, row))
        outcomes = [outcome(item) for each in pages for item in each.get(8, []) if item.get(0) == self.chain.incarnation]
        made = set()
        for each in sorted(outcomes, key=lambda one: one.number):
            made |= self.take_own(each, images, brought.keys() | gone, lines)
        members = {each for each in members if each[1:] not in gone}
        images = self.without_strays(images, members, scopes, entered, brought, made)
        self.compare(last, digest.tables(self.digest_key, images, members, scopes))
        had = self.images
        self.images, self.members, self.history = images, members, self.history + lines
        self.checkpoint, self.salt, self.left_out = last[11], last[12], pages[0].get(17, [])
        if self.ring[:1] != [[self.checkpoint, self.salt]]:
            self.ring = [[self.checkpoint, self.salt], *self.ring][:MOST_CHECKPOINTS]
        self.scopes = {scope: self.checkpoint for scope in scopes}
        self.answered |= {each.number: each for each in outcomes}
        decided = {each.number for each in outcomes if each.status != DEFERRED}
        self.kept |= {one.number: one for one in self.waiting if one.number in decided}
        self.waiting = [one for one in self.waiting if one.number not in decided]
        self.recovering = bool(last.get(20))
        healing.put_in_boxes(self, {at for at in had if at not in images})
        return outcomes

    def check_chain(self, last):
        """Section 10: outcomes are this laptop's only if the server's last change of it is this laptop's own."""
        number, at = last.get(21, 0), last.get(22)
        if self.chain.ids.get(number, at) != at:
            raise ValueError("The outcomes are those of a copy of this laptop.")

    def memberships(self, pages, scopes):
        """Those there are now, and those that are new, of the scopes that are left."""
        members, entered = {each for each in self.members if each[0] in scopes}, []
        for number, each in enumerate(pages):
            for scope, entity, row, inside, *_ in each.get(4, []):
                members.discard((scope, entity, row))
                if inside:
                    members.add((scope, entity, row))
                    entered.append((number, (scope, entity, row)))
        return members, entered

    def take_own(self, answer, images, told, lines):
        """The new images of rows only this laptop has touched: they do not come back."""
        mine = next((one for one in self.waiting if one.number == answer.number), None)
        made = set()
        if mine is None or answer.status not in (APPLIED, MERGED):
            return made
        for operation in mine.operations:
            at = operation.entity, operation.id
            if at in told or at in answer.left:
                continue
            row = merge.own(operation, images.get(at), answer, self, lines, answer.edited or mine.edited)
            if row is not None:
                images[at] = row
                made.add(at)
        return made

    @staticmethod
    def without_strays(images, members, scopes, entered, brought, made):
        """Steps 3 and 4: what was deleted or moved while it was out of sight, and what is in no scope any more."""
        kept = set().union(*digest.inside(images, members, scopes).values())
        for page in {page for page, _ in entered}:
            here = [each for number, each in entered if number == page]
            late = {at for at, numbers in brought.items() if max(numbers) >= page}
            for own in (False, True):
                heads = [each for each in here if (page in brought.get(each[1:], ())) != own]
                for ats in digest.inside(images, heads, {scope for scope, _, _ in heads}).values():
                    kept -= ats - late - (made if own else set())
        return {at: row for at, row in images.items() if at in kept}

    def compare(self, last, found):
        """Step 8. Nothing is published where the server counts otherwise."""
        if last.get(13):
            return
        theirs = listed(last)
        differ = {at: (found.get(at), theirs.get(at)) for at in found.keys() | theirs.keys() if found.get(at) != theirs.get(at)}
        if differ:
            raise Differs(differ)

    def count(self):
        return digest.tables(self.digest_key, self.images, self.members, self.scopes)

    # ---- Pushing ---------------------------------------------------------------------------------------------

    def keep(self, *operations):
        """Seals one change; it waits from now on."""
        made = self.chain.seal(self.now(), self.checkpoint, list(operations))
        self.waiting.append(made)
        return made

    def push(self, changes=None):
        if changes is None:
            changes = [one for one in self.waiting if one.number not in self.answered]  # the server has deferred ones
        if not changes:
            return 0
        answer = self.ask("/v1/push", {0: self.history_id, 1: self.chain.incarnation, 2: changes[0].before,
                                       3: [one.body for one in changes], 5: sorted(self.withdrawn), 6: SCHEMA})
        return answer.get(0, 0)

    def round(self, **how):
        self.push()
        return self.pull(**how)

    def renew(self):
        """Section 10, `forked`: a new incarnation, under which what the server does not have is sealed again. What it has
        comes as rows that another has touched, so nothing need be kept of it.
        """
        old, self.chain, waiting = self.chain, change.Chain(), self.waiting
        answer = self.wire.post("/v1/renew", {0: old.incarnation, 1: self.chain.incarnation, 2: self.chain.secret, 3: 1,
                                              4: [[one.number, one.id] for one in waiting]})
        known = answer.get(0, [])
        self.former.append(old.incarnation)
        self.waiting, self.answered, self.kept = [], {}, {}
        for one in waiting:
            if one.number not in known:
                self.waiting.append(self.chain.seal_anew(one))

    def rev(self, entity, at):
        """seenRev of an edit made now."""
        row = self.images.get((entity, at))
        return row.rev if row else 0

    def shown(self, entity, at):
        """What the person sees: the server's image with what waits merged onto it."""
        row = self.images.get((entity, at))
        for one in self.waiting:
            for operation in one.operations:
                if (operation.entity, operation.id) == (entity, at):
                    row = merge.fold(operation, row, one.edited, self.chain.incarnation)
        return row

    def all_shown(self, entity):
        """Every row of a kind that the person sees."""
        ids = {at for kind, at in self.images if kind == entity}
        ids |= {each.id for one in self.waiting for each in one.operations if (each.kind, each.entity) == (change.CREATE, entity)}
        return [row for at in sorted(ids) if (row := self.shown(entity, at))]


class Differs(Exception):
    """Digests of a checkpoint that are not the server's: {(scope, entity): (mine, the server's)}."""

    def __init__(self, tables):
        self.tables = tables
        super().__init__("; ".join(f"{page.SCOPE_KINDS[scope[0]]} {page.BY_NUMBER[entity].name}: {mine} here, {theirs} there"
                                   for (scope, entity), (mine, theirs) in tables.items()))
