# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Chapter five: a quote. Made of groups and lines, computed, changed by two, handed over without a network, and accepted."""
import json

import office
from change import new_id
from laptop import APPLIED, MERGED
from papers import ONE, Paper, amount, as_id, derived, hash_of, money, named
from world import E, creating, deleting, edit, editing, heading, line, must, outcome_of, value

QUOTE, LINE, GROUP, DOCUMENT = (E[name].number for name in ("quote", "quote_line", "quote_group", "quote_document"))


def model(laptop):
    """A draft of this user's with a line that is priced by a list: what it is priced with will do for another."""
    for row in laptop.all_shown(LINE):
        priced = named(row)
        draft = laptop.shown(QUOTE, priced["quote"])
        draft = named(draft) if draft else {}
        if draft.get("status") == "draft" and draft.get("owner") == laptop.user and priced.get("list_price") and priced.get("quantity", 0) >= 10 * ONE:
            return draft, priced
    return None


class Writing:
    """A quote in the making: its rows are one change."""

    def __init__(self, laptop, **fields):
        self.laptop, (like, self.priced) = laptop, model(laptop)
        self.quote, self.operations = new_id(laptop.now()), []
        same = {key: like[key] for key in ("account", "currency", "date", "valid_until", "pins", "rounding", "language") if key in like}
        self.add("quote", self.quote, title="On paper", status="draft", revision=1, owner=laptop.user, **same, **fields)

    def add(self, name, at, **fields):
        self.operations.append(creating(name, at, **fields))
        return at

    def group(self, title, position):
        return self.add("quote_group", new_id(self.laptop.now()), quote=self.quote, title=title, position=position)

    def line(self, position, **fields):
        """As the model is priced."""
        same = {key: self.priced[key] for key in ("product", "quantity", "list_price", "tax_percent", "why", "unit") if key in self.priced}
        return self.add("quote_line", new_id(self.laptop.now()), quote=self.quote, position=position,
                        **{"kind": "item", "role": "normal", **same, **fields})

    def keep(self):
        return self.laptop.keep(*self.operations)


def write(laptop, **fields):
    """The quote, its groups and its lines."""
    made = Writing(laptop, **fields)
    plant, spare = made.group("Plant", "a"), made.group("Spare parts", "b")
    by_hand = amount(made.priced["list_price"]) * 97 // 100 + 1  # to four decimals
    lines = [made.line("a", quote_group=plant, discount_percent=5 * ONE),
             made.line("b", quote_group=plant, role="optional"),
             made.line("a", quote_group=spare, quantity=2 * ONE + ONE // 2, price=money(by_hand, "EUR"), discount_amount="0.10 EUR"),
             made.line("c", kind="text", product=None, quantity=None, list_price=None, tax_percent=None, why=None, unit=None, description="Delivered free")]
    made.keep()
    return made.quote, lines


def totals(laptop, quote):
    sums = Paper(laptop, quote).sums
    return sums.net, sums.tax, sums.gross


def same_totals(client, laptop, quote):
    """What the true client computes of the same rows."""
    client.run("sync")
    told = client.run("quote", "show", as_id(quote))
    mine, currency = totals(laptop, quote), value(laptop, "quote", quote, "currency")
    theirs = tuple(amount(told["totals"][key]["amount"] + " " + currency) for key in ("net", "tax", "gross"))
    must(mine == theirs, f"A quote comes to {mine} here and to {theirs} on satchelctl's laptop.")
    return mine


def making(laptop, client):
    heading("A quote")
    quote, lines = write(laptop, discount_percent=2 * ONE, introduction='Dear "all",\nas agreed')
    before = totals(laptop, quote)
    laptop.round()
    must(not laptop.waiting and laptop.images[QUOTE, quote].root == value(laptop, "quote", quote, "account"), "A quote does not hang on its account.")
    net, tax, gross = same_totals(client, laptop, quote)
    must((net, tax, gross) == before and tax > 0, "A quote comes to something else once it has been sent.")
    line("written", f"two groups, four lines, 2 % off: {money(net, 'EUR')} and {money(tax, 'EUR')} tax, on satchelctl's laptop too")
    return quote, lines


def changed_by_two(laptop, client, manager, quote, lines):
    """Different things of one line, and a line more: both stand, and somebody has to look before it goes out."""
    manager.pull()
    edit(manager, "quote_line", lines[0], quantity=40 * ONE)
    manager.round()
    edit(laptop, "quote_line", lines[0], discount_percent=8 * ONE)
    made = new_id(laptop.now())
    laptop.keep(creating("quote_line", made, quote=quote, position="d", kind="item", role="normal", quantity=ONE, price="7.77 EUR", tax_percent=19 * ONE,
                         description="By hand"))
    laptop.round()
    row = named(laptop.images[LINE, lines[0]])
    must((row["quantity"], row["discount_percent"]) == (40 * ONE, 8 * ONE), "Of two changes to one line one is lost.")
    must(value(laptop, "quote", quote, "review") == "merged", "Nobody is told to look at a quote that two have changed.")
    same_totals(client, laptop, quote)
    edit(laptop, "quote", quote, review=None)
    laptop.round()
    line("changed by two", "quantity there, discount and a line here: both stand, totals computed anew, and it is marked")
    return lines + [made]


def handing(laptop, quote, number, /, **spoilt):
    """The operations that hand a quote over: it becomes sent, and its paper is kept. `spoilt`: fields of the paper that are to be wrong."""
    edited, paper = editing(laptop, "quote", quote, status="sent", number=number), Paper(laptop, quote, number=number)
    body, currency = paper.body(), paper.currency
    fields = {"quote": quote, "number": number, "revision": paper.quote.get("revision", 1), "handed_at": laptop.now(), "handed_by": laptop.user,
              **{key: money(getattr(paper.sums, key), currency) for key in ("net", "tax", "gross")}, "hash": hash_of(body), "body": body, **spoilt}
    if "body" in spoilt and "hash" not in spoilt:
        fields["hash"] = hash_of(spoilt["body"])
    return edited, creating("quote_document", new_id(laptop.now()), **fields)


def hand_over(laptop, quote, number):
    """The quote's document."""
    operations = handing(laptop, quote, number)
    laptop.keep(*operations)
    return operations[1].id


def rows_of(laptop, name, quote):
    return {at[1]: row for at, row in laptop.images.items() if at[0] == E[name].number and row.fields.get(E[name]["quote"]) == quote}


def row_of(laptop, name, at):
    row = laptop.images.get((E[name].number, at))
    must(row, f"There is no {name} under the id that the page gives it.")
    return named(row)


def told(laptop, quote):
    """Whether an inbox row says that this quote was made of another one's edits."""
    return any(item.get("rule") == "handed_over" and item.get("record") == as_id(quote) for item in map(named, laptop.all_shown(E["conflict"].number)))


def a_fact(laptop, second, manager, client, quote, lines):
    """Handed over without a network, while the manager's edit is at the server already and another laptop's still comes."""
    manager.pull()
    second.pull()
    number = f"Q-{min(office.lease(laptop, 'quote')):06}"
    before = laptop.checkpoint
    edit(manager, "quote_line", lines[0], quantity=99 * ONE)
    manager.round()
    document = hand_over(laptop, quote, number)
    paper = json.loads(named(laptop.shown(DOCUMENT, document))["body"])
    laptop.round()
    must(before < laptop.checkpoint and value(laptop, "quote", quote, "status") == "sent", "A quote that was handed over is not sent.")
    must(value(laptop, "quote_line", lines[0], "quantity") == 40 * ONE, "A fact holds an edit that its paper does not.")
    must(Paper(laptop, quote).body() == value(laptop, "quote_document", document, "body"), "The rows of a fact do not say what its paper says.")
    revision = derived(b"satchel revision", quote, document)
    made = row_of(laptop, "quote", revision)
    must((made["former"], made["revision"], made["number"], made["status"], made["review"], made["owner"]) ==
         (quote, 2, number, "draft", "merged", manager.user), f"The next revision is {made}.")
    must(value(laptop, "quote_line", derived(revision, lines[0]), "quantity") == 99 * ONE, "The manager's edit is not in the next revision.")
    must(len(rows_of(laptop, "quote_line", revision)) == len(lines) and len(rows_of(laptop, "quote_group", revision)) == 2, "The next revision lacks rows.")
    manager.pull()
    must(told(laptop, revision) and told(manager, revision), "One of the two is not told of the next revision.")
    same_totals(client, laptop, revision)
    line("a fact", f"{number}, {paper['gross']} EUR: stays as the customer has it; what the manager had changed is revision 2")
    return number, document


def edited_afterwards(laptop, second, quote, lines, number):
    """By a laptop that had not seen it go out: a revision of its own, with all that it does later."""
    edit(second, "quote_line", lines[2], quantity=3 * ONE)
    made = new_id(second.now())
    second.keep(creating("quote_line", made, quote=quote, position="e", kind="text", description="One more word"))
    mine = second.waiting[-1]
    second.round()
    revision = derived(b"satchel revision", quote, second.chain.incarnation)
    row = row_of(second, "quote", revision)
    must((row["former"], row["revision"], row["number"], row["owner"]) == (quote, 3, number, second.user), f"The revision of a late edit is {row}.")
    must(value(second, "quote_line", derived(revision, lines[2]), "quantity") == 3 * ONE, "A late edit is not in the next revision.")
    must(value(second, "quote_line", lines[2], "quantity") == 2 * ONE + ONE // 2, "A late edit is in the fact.")
    must(value(second, "quote_line", made, "quote") == revision, "A late line is not in the next revision, under its own id.")
    answer = outcome_of(second, mine)
    must(answer.status in (APPLIED, MERGED) and (LINE, made) in answer.left | {(kind, at) for kind, at, _ in answer.given}, f"The outcome of a late line is {answer}.")
    laptop.pull()
    line("too late", "another laptop's edit and its new line are revision 3; the fact has neither")


def handed_over_twice(world, laptop, second):
    """Two laptops give the customer the same quote, each on paper of its own."""
    quote, lines = write(laptop)
    laptop.round()
    second.pull()
    one, other = (f"Q-{min(office.lease(each, 'quote')):06}" for each in (laptop, second))
    first = hand_over(laptop, quote, one)
    edit(second, "quote_line", lines[0], discount_percent=7 * ONE)
    document = hand_over(second, quote, other)
    paper = named(second.shown(DOCUMENT, document))["body"]
    laptop.round()
    second.round()
    laptop.pull()
    revision = derived(b"satchel revision", quote, second.chain.incarnation)
    must(value(laptop, "quote_document", first, "quote") == quote and value(laptop, "quote_document", document, "quote") == revision,
         "A second hand-over is not a revision of its own.")
    must(value(laptop, "quote_document", document, "body") == paper and value(laptop, "quote", revision, "status") == "sent", "The second paper is not what the customer has.")
    must(value(laptop, "quote_line", lines[0], "discount_percent") == 5 * ONE and
         value(laptop, "quote_line", derived(revision, lines[0]), "discount_percent") == 7 * ONE, "One of two facts is not as its paper.")
    must(all("twice" in (value(laptop, "quote", each, "flags") or "") for each in (quote, revision)), "Nobody is told that a quote went out twice.")
    must(value(laptop, "quote", quote, "number") == one and value(laptop, "quote", revision, "number") == other, "A paper's number is not its quote's.")
    line("handed over twice", f"{one} and {other}: two facts, each as its customer has it, and flagged")


def accepting(laptop, quote, number, /, **spoilt):
    """The operations that accept a quote: the customer's word, an order and its lines."""
    paper = Paper(laptop, quote)
    order, currency = derived(b"satchel order", quote), paper.currency
    now = laptop.now()
    fields = {"number": number, "account": paper.quote["account"], "quote": quote, "owner": laptop.user, "ordered_on": paper.quote["date"], "currency": currency,
              **{key: money(getattr(paper.sums, key), currency) for key in ("net", "tax", "gross")}, "status": "new", **spoilt}
    made = [editing(laptop, "quote", quote, status="accepted", accepted_by="Ana Ruiz", accepted_at=now), creating("order", order, **fields)]
    for each in paper.lines:
        if each["counted"]:
            made.append(creating("order_line", derived(order, each["id"]), order=order, position=each["position"], product=each["product"],
                                 description=each["description"], quantity=each["quantity"], unit=each["unit"], unit_price=money(each["unit_price"], currency),
                                 net=money(each["net"] - each["share"], currency), tax_percent=each["tax_percent"]))
    return made, order


def accepted_on_two(laptop, second, manager, quote):
    """The customer says yes to two people, and neither knew: it is one order."""
    for each in (second, manager):
        each.pull()
    numbers = [f"O-{min(office.lease(each, 'order')):06}" for each in (laptop, manager)]
    operations, order = accepting(laptop, quote, numbers[0])
    laptop.keep(*operations)
    manager.keep(*accepting(manager, quote, numbers[1])[0])
    laptop.round()
    manager.round()
    laptop.pull()
    must(value(laptop, "quote", quote, "status") == "accepted" and value(laptop, "order", order, "number") == numbers[0], "The first acceptance does not stand.")
    lines = [named(row) for at, row in laptop.images.items() if at[0] == E["order_line"].number and row.fields[E["order_line"]["order"]] == order]
    net = sum(amount(each["net"]) for each in lines)
    must(net == amount(value(laptop, "order", order, "net")) == Paper(laptop, quote).sums.net, "An order is not the sum of its lines.")
    must(len(lines) == len([each for each in operations if each.entity == E["order_line"].number]), "An order has a line twice.")
    line("accepted", f"by two who did not know of each other: one order, {numbers[0]}, {money(net, 'EUR')} of {len(lines)} lines")


def refused(world, laptop, manager, quote, document):
    """What is no document, and what may not become of a fact. Each with a sentence, and nothing in the server's tables is touched."""
    draft, lines = write(laptop)
    laptop.round()
    row = row_of(laptop, "quote", draft)
    number = f"Q-{min(office.lease(laptop, 'quote')):06}"
    body = handing(laptop, draft, number)[1].fields[E["quote_document"]["body"]]
    dearer = body.replace('"gross":"', '"gross":"1')
    fact = next(iter(rows_of(laptop, "quote_line", quote)))
    sent = editing(laptop, "quote", draft, status="sent", number=number)
    cases = [("a hash of something else", handing(laptop, draft, number, hash=hash_of("else"))),
             ("sums that are not those of its lines", handing(laptop, draft, number, body=dearer, gross=money(amount("1" + money(Paper(laptop, draft).sums.gross, "EUR")), "EUR"))),
             ("another total than is printed", handing(laptop, draft, number, gross="1.00 EUR")),
             ("white space", handing(laptop, draft, number, body=body.replace(",", ", ", 1))),
             ("somebody else's hand", handing(laptop, draft, number, handed_by=manager.user)),
             ("another number than is printed", handing(laptop, draft, number, number="Q-1")),
             ("no document", [sent]),
             ("a document and no hand-over", handing(laptop, draft, number)[1:]),
             ("an acceptance of what was never sent", accepting(laptop, draft, "O-1")[0]),
             ("an approval that nobody is asked for", [editing(laptop, "quote", draft, status="in_approval")]),
             ("a fact's quantity", [editing(laptop, "quote_line", fact, quantity=ONE)]),
             ("a line less of a fact", [deleting(laptop, "quote_line", fact)]),
             ("a fact's deletion", [deleting(laptop, "quote", quote)]),
             ("another paper for the same fact", [editing(laptop, "quote_document", document, number="Q-2")]),
             ("an order that is not the sum of its lines", accepting(laptop, quote, "O-1", net="1.00 EUR")[0]),
             ("a customer's word without an order", accepting(laptop, quote, "O-1")[0][:1]),
             ("a quote of no account", [creating("quote", new_id(laptop.now()), currency="EUR", date=row["date"], status="draft", owner=laptop.user)]),
             ("another currency", [editing(laptop, "quote", draft, currency="USD")])]
    world.refused(laptop, cases, {"another paper for the same fact": "forbidden"})
    line("refused", f"{len(cases)} hand-overs, acceptances and edits that may not be: a sentence each, and the server's tables are as they were")
    return draft, lines


def play(world, laptop, client, manager):
    second = world.signed_in("salesperson", "Paper laptop, second")
    quote, lines = making(laptop, client)
    lines = changed_by_two(laptop, client, manager, quote, lines)
    number, document = a_fact(laptop, second, manager, client, quote, lines)
    edited_afterwards(laptop, second, quote, lines, number)
    handed_over_twice(world, laptop, second)
    refused(world, laptop, manager, quote, document)
    accepted_on_two(laptop, second, manager, quote)
    return second
