# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections e to h of core/rules/PRICING.md, and the answer as CASES.md wants it."""

from lists import Lists
from promotions import Promotions, order
from rounding import DECIMALS, HUNDRED, M, MOST_LINES, ONE, Refused, U, ZERO, fitting, given, limited, limited_quantity, minor, number, written


def discounts(record):
    """Percentage and amount, of a line or of the document."""
    percent, amount = given(record, "discountPercent") or ZERO, given(record, "discountAmount") or ZERO
    if not ZERO <= percent <= HUNDRED or amount < 0:
        raise Refused("discount")
    return percent, amount


class Line:
    def __init__(self, record, lists, replaced):
        self.record = record
        self.id = record["id"]
        self.product = record.get("product") or ""
        self.trace = set()
        self.quantity = given(record, "quantity") or ZERO
        if limited_quantity(self.quantity) <= 0:
            raise Refused("quantity")
        product = lists.products.get(self.product) or {}
        unit = record.get("unit") or ""
        self.factor = ONE
        if unit and unit != product.get("unit"):
            self.factor = number(product["units"][unit])
            if self.factor != ONE:
                self.trace.add("unit with a factor")
        self.q = limited_quantity(self.quantity * self.factor)
        self.role = record.get("role") or "normal"
        self.chosen = bool(record.get("chosen"))
        self.counted = self.id not in replaced if self.role == "normal" else self.chosen
        self.hand_price = given(record, "handPrice")
        self.included = bool(record.get("includedPart"))
        self.price = None if self.included else lists.price(self.product, self.q)
        self.tax = lists.tax_rate(self.product, self.trace)
        self.offer = None
        self.share = ZERO

    @property
    def in_promotions(self):
        return self.price is not None and self.hand_price is None

    def list_price(self):
        if self.included:
            return ZERO
        if self.price is None:
            return None
        return U((self.offer.unit_price if self.offer else self.price.value) * self.factor)

    # ---- e. Set by hand, f. Line net ----

    def finish(self, currency, half):
        price = limited(self.hand_price if self.hand_price is not None else self.list_price())
        if price is None:
            raise Refused("no price")
        percent, amount = discounts(self.record)
        self.unit_price = U(price * (HUNDRED - percent) / 100, self.trace) - amount
        if self.unit_price < 0:
            raise Refused("negative price")
        self.net = fitting(M(self.quantity * self.unit_price, currency, half, self.trace))
        self.tell(percent, amount)

    def tell(self, percent, amount):
        if self.in_promotions:
            self.trace |= self.price.trace
        if self.hand_price is not None:
            self.trace.add("hand price")
        elif self.included:
            self.trace.add("included part")
        if percent:
            self.trace.add("line percent")
        if amount:
            self.trace.add("line amount")
        if self.role != "normal":
            self.trace.add(self.role + (" chosen" if self.chosen else " not chosen"))
        elif not self.counted:
            self.trace.add("line replaced")


class Document:
    def __init__(self, case):
        self.case = case
        self.trace = set()
        self.currency = case["currency"]
        self.half = case.get("half") or "half_away"
        records = case.get("lines", ())
        if len(records) > MOST_LINES:
            raise Refused("lines")
        self.lists = Lists(case)
        replaced = {one.get("alternativeTo") for one in records if one.get("role") == "alternative" and one.get("chosen")}
        self.lines = [Line(one, self.lists, replaced) for one in records]
        self.give_promotions()
        for line in self.lines:
            line.finish(self.currency, self.half)
            self.trace |= line.trace
        self.counted = [line for line in self.lines if line.counted]
        self.discount_document()
        self.tax()

    def give_promotions(self):
        promotions = Promotions(self.lists, [line for line in self.lines if line.in_promotions])
        self.free = []  # (promotion, line or None, product, quantity, counted)
        for line in promotions.lines:
            line.offer = promotions.settle(line)
            for promotion, product, quantity in line.offer.free:
                self.free.append((promotion, line, product, quantity, line.counted))
        for promotion, product, quantity in promotions.free_items(self.trace):
            self.free.append((promotion, None, product, quantity, True))
        self.free.sort(key=lambda one: (order(one[0]), one[1].id if one[1] else ""))

    # ---- g. Sub-totals and the document discount ----

    def discount_document(self):
        self.groups = {line.record.get("group") or "": ZERO for line in self.lines}
        for line in self.counted:
            self.groups[line.record.get("group") or ""] += line.net
        self.sum = fitting(sum((line.net for line in self.counted), ZERO))
        percent, amount = discounts(self.case)
        self.discount = M(self.sum * percent / 100, self.currency, self.half, self.trace) + M(amount, self.currency, self.half, self.trace)
        if self.discount > self.sum:
            raise Refused("document discount")
        if self.discount > 0:
            self.trace |= {name for name, value in (("document percent", percent), ("document amount", amount)) if value}
            self.spread()

    def spread(self):
        smallest = minor(self.currency)
        remainders = []
        left = self.discount
        for line in self.counted:
            exact = self.discount * line.net / self.sum / smallest
            line.share = (exact.numerator // exact.denominator) * smallest
            left -= line.share
            remainders.append((-(exact * smallest - line.share), -line.net, line.id, line))
        remainders.sort(key=lambda one: one[:3])
        units = int(left / smallest)
        for _, _, _, line in remainders[:units]:
            line.share += smallest
        if units:
            self.trace.add("discount left over")
            if units < len(remainders) and remainders[units - 1][0] == remainders[units][0]:
                self.trace.add("equal remainders")

    # ---- h. Tax ----

    def tax(self):
        amounts = {}
        for line in self.counted:
            amounts[line.tax] = amounts.get(line.tax, ZERO) + line.net - line.share
        for _, _, product, _, counted in self.free:
            if counted:
                amounts.setdefault(self.lists.tax_rate(product, set()), ZERO)
        self.taxes = []  # (rate, net, tax)
        for r, A in sorted(amounts.items()):
            if self.lists.inclusive:
                tax = M(A * r / (HUNDRED + r), self.currency, self.half, self.trace)
                self.taxes.append((r, A - tax, tax))
            else:
                self.taxes.append((r, A, M(A * r / 100, self.currency, self.half, self.trace)))
        self.net = sum((net for _, net, _ in self.taxes), ZERO)
        self.tax_sum = sum((tax for _, _, tax in self.taxes), ZERO)
        fitting(self.net + self.tax_sum)
        if len([1 for r, net, _ in self.taxes if net]) > 1:
            self.trace.add("several tax rates")
        if self.lists.inclusive:
            self.trace.add("inclusive")
        if sum(1 for total in self.groups.values() if total) > 1:
            self.trace.add("groups")
        self.trace.add({0: "no decimals", 2: "two decimals", 3: "three decimals"}[DECIMALS.get(self.currency, 2)])

    # ---- The answer ----

    def answer(self):
        revisions, rates = set(), set()
        for line in self.lines:
            if line.price:
                revisions |= line.price.revisions
                rates |= line.price.rates
        return {
            "case": self.case.get("case", 0), "error": False,
            "lines": [self.line_answer(line) for line in self.lines],
            "free": [{"promotion": promotion["id"], "line": line.id if line else None, "product": product, "quantity": written(quantity),
                      "taxPercent": written(self.lists.tax_rate(product, set())), "counted": counted}
                     for promotion, line, product, quantity, counted in self.free],
            "revisions": sorted(revisions), "rates": sorted(rates),
            "groups": {group: written(total) for group, total in self.groups.items()},
            "sum": written(self.sum), "discount": written(self.discount),
            "taxes": [{"percent": written(r), "net": written(net), "tax": written(tax)} for r, net, tax in self.taxes],
            "net": written(self.net), "tax": written(self.tax_sum), "gross": written(self.net + self.tax_sum)}

    @staticmethod
    def line_answer(line):
        list_price = line.list_price()
        minimum = line.price.minimum if line.price else None
        return {
            "id": line.id, "listPrice": None if list_price is None else written(list_price), "taxPercent": written(line.tax),
            "minimum": None if minimum is None else written(U(minimum * line.factor)),
            "promotions": [one["id"] for one in line.offer.effective] if line.offer else [],
            "list": line.price.price_list["id"] if line.price else None,
            "unitPrice": written(line.unit_price), "net": written(line.net), "share": written(line.share)}


def evaluate(case):
    """(answer, features): the features of the page that had an effect; of a refused document the reason."""
    try:
        document = Document(case)
        return document.answer(), document.trace
    except Refused as refused:
        return {"case": case.get("case", 0), "error": True}, {"refused: " + str(refused)}
