# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Section d of core/rules/PRICING.md: promotions."""

from lists import valid_on
from rounding import HUNDRED, L, U, ZERO, given, limited, limited_quantity


class Offer:
    """What one promotion, or those that are not exclusive together, make of a line."""

    def __init__(self, promotions, exclusive):
        self.promotions = promotions
        self.exclusive = exclusive
        self.effective = []  # those that did something: changed p, or gave goods
        self.unit_price = None
        self.free = []  # (promotion, product, quantity)
        self.cost = None
        self.trace = set()


def order(promotion):
    return promotion.get("priority", 100), promotion.get("code", "").encode(), promotion["id"]


class Promotions:
    def __init__(self, lists, lines):
        """`lines`: those priced by a to c that have part in promotions."""
        self.lists = lists
        self.lines = lines
        self.currency = lists.currency
        self.open = sorted((one for one in lists.case.get("promotions", ()) if self.is_open(one)), key=order)
        self.sums = {}  # promotion -> (sum, quantity) of the counted lines it is on, or None if there is none
        for promotion in self.open:
            counted = [line for line in lines if line.counted and self.is_on(promotion, line)]
            self.sums[promotion["id"]] = (sum((line.price.value * line.q for line in counted), ZERO),
                                          sum((line.q for line in counted), ZERO)) if counted else None

    def is_open(self, promotion):
        customer = self.lists.customer
        return (promotion.get("active", True) and valid_on(promotion, self.lists.date)
                and among(promotion.get("territories"), customer.get("territories", ()))
                and among(promotion.get("segments"), [customer.get("segment") or ""])
                and among(promotion.get("accounts"), customer.get("accounts", ())))

    def is_on(self, promotion, line):
        products, families = promotion.get("products") or (), promotion.get("families") or ()
        if not products and not families:
            return True
        product = self.lists.products.get(line.product) or {}
        return line.product in products or (product.get("family") or "") in families

    def sum_suffices(self, promotion, trace):
        """Its sum >= min_amount, if there is one, and that in the document's currency."""
        least = min_amount(promotion)
        if least is None:
            return True
        if promotion["minAmountCurrency"] != self.currency:
            trace.add("promotion in another currency")
            return False
        enough = (self.sums[promotion["id"]] or (ZERO, ZERO))[0] >= least
        trace.add("min_amount reached" if enough else "min_amount not reached")
        return enough

    def applies(self, promotion, line, trace):
        if promotion["kind"] == "free_item" or not self.is_on(promotion, line):
            return False
        least = given(promotion, "minQuantity")
        if least:
            trace.add("min_quantity reached" if line.q >= least else "min_quantity not reached")
            if line.q < least:
                return False
        if not self.sum_suffices(promotion, trace):
            return False
        if promotion["kind"] == "amount" and promotion.get("amountCurrency") != self.currency:
            trace.add("promotion in another currency")
            return False
        return True

    # ---- On a line ----

    def settle(self, line):
        """The offer that is taken for a line."""
        applying = [one for one in self.open if self.applies(one, line, line.trace)]
        exclusive = [one for one in applying if one.get("exclusive")]
        others = [one for one in applying if not one.get("exclusive")]
        offers = [self.offer(line, [one], True) for one in exclusive]
        if others or not exclusive:
            offers.append(self.offer(line, others, False))
        # The exclusive ones stand first and in their order, so that min() takes the right one of equal ones.
        taken = min(offers, key=lambda one: one.cost)
        line.trace |= taken.trace
        if exclusive:
            line.trace.add("exclusive promotion taken" if taken.exclusive else "exclusive promotion not taken")
        if len(taken.effective) > 1:
            line.trace.add("several promotions")
        for promotion in taken.effective:
            line.trace |= restrictions(promotion)
        return taken

    def offer(self, line, promotions, exclusive):
        offer = Offer(promotions, exclusive)
        p = line.price.value
        value = ZERO
        for promotion in promotions:
            before = p
            if promotion["kind"] == "percent":
                p = p * (HUNDRED - (given(promotion, "percent") or ZERO)) / 100
            elif promotion["kind"] == "amount":
                p = max(ZERO, p - (given(promotion, "amount") or ZERO))
            else:
                value += self.bought_and_got(line, promotion, offer)
            if p != before or (offer.free and offer.free[-1][0] is promotion):
                offer.effective.append(promotion)
            if p != before:
                offer.trace.add("promotion: " + promotion["kind"])
        offer.unit_price = self.rounded(line, p, offer.trace)
        offer.cost = offer.unit_price * line.q - value
        return offer

    def bought_and_got(self, line, promotion, offer):
        """Notes what comes free; answers its value."""
        buy = given(promotion, "buy")
        n = line.q // buy if buy else 0
        if not promotion.get("repeats"):
            n = min(n, 1)
        quantity = limited_quantity(n * (given(promotion, "free") or ZERO))
        if quantity == 0:
            return ZERO
        offer.trace.add("promotion: buy_get")
        if n > 1:
            offer.trace.add("repeated")
        product = promotion.get("freeProduct") or line.product
        offer.free.append((promotion, product, quantity))
        if product == line.product:
            return quantity * line.price.value
        offer.trace.add("another product free")
        return self.value(product, quantity)

    def rounded(self, line, p, trace):
        """Once, at the end, if a percent or an amount changed the price."""
        before = line.price.value
        if p == before:
            return p
        price_list = line.price.price_list
        if given(price_list, "step") or given(price_list, "endsIn"):
            p = L(p, price_list, self.currency, trace)
            trace.add("promotion rounded by its list")
        else:
            p = U(p, trace)
        if p > before:
            p = before
            trace.add("promotion rounded to no more")
        limited(p)
        minimum = line.price.minimum
        if minimum is not None and before >= minimum and p < minimum:
            p = minimum
            trace.add("minimum after a promotion")
        return p

    def value(self, product, quantity):
        price = self.lists.price(product, quantity) if quantity else None
        return quantity * price.value if price else ZERO

    # ---- On the whole document ----

    def free_items(self, trace):
        """(promotion, product, quantity) of the free_item promotions that are given."""
        applying = [one for one in self.open if one["kind"] == "free_item" and self.gives(one, trace)]
        given_ones = [(one, one.get("freeProduct") or "", limited_quantity(self.times(one) * (given(one, "free") or ZERO))) for one in applying]
        given_ones = [one for one in given_ones if one[2] > 0]  # what would give nothing does not apply
        exclusive = [one for one in given_ones if one[0].get("exclusive")]
        if exclusive:
            trace.add("exclusive free item")
            # max() takes the first of equal ones, and they stand in their order.
            given_ones = [max(exclusive, key=lambda one: self.value(one[1], one[2]))]
        for promotion, _, quantity in given_ones:
            trace.add("promotion: free_item")
            if quantity > given(promotion, "free"):
                trace.add("repeated")
            trace |= restrictions(promotion)
        return given_ones

    def gives(self, promotion, trace):
        sums = self.sums[promotion["id"]]
        if sums is None:
            return False
        least = given(promotion, "minQuantity")
        if least:
            trace.add("min_quantity reached" if sums[1] >= least else "min_quantity not reached")
            if sums[1] < least:
                return False
        return self.sum_suffices(promotion, trace)

    def times(self, promotion):
        amount, quantity = self.sums[promotion["id"]]
        if not promotion.get("repeats"):
            return 1
        if min_amount(promotion):
            return amount // min_amount(promotion)
        if given(promotion, "minQuantity"):
            return quantity // given(promotion, "minQuantity")
        return 1


def min_amount(promotion):
    """There if its currency is."""
    return given(promotion, "minAmount") or ZERO if promotion.get("minAmountCurrency") else None


def among(allowed, those):
    return not allowed or any(one in allowed for one in those)


def restrictions(promotion):
    return {"promotion's " + one for one in ("territories", "segments", "accounts", "products", "families") if promotion.get(one)}
