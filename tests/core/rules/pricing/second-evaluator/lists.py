# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sections a to c of core/rules/PRICING.md: from which list a price comes, and how it becomes one of the document."""

from rounding import HUNDRED, ONE, Refused, U, L, ZERO, given, limited, minor, multiple, number


class Price:
    """A price of one of the product's own unit, its minimum (or None), and where they were taken from."""

    def __init__(self):
        self.value = None
        self.minimum = None
        self.price_list = None
        self.place = ""  # why the list is in the chain
        self.revisions = set()
        self.rates = set()
        self.trace = set()  # which features of the page had a part in it

    def take_over(self, other):
        self.revisions |= other.revisions
        self.rates |= other.rates
        self.trace |= other.trace


def valid_on(record, date):
    return (record.get("validFrom") or "") <= date and date <= (record.get("validTo") or "9999-12-31")


def later_first(text):
    """Sorts dates as text by later first, an empty one last."""
    return [-ord(letter) for letter in text] or [1]


class Lists:
    def __init__(self, case):
        self.case = case
        self.date = case["date"]
        self.currency = case["currency"]
        self.inclusive = bool(case.get("taxInclusive"))
        self.customer = case.get("customer") or {}
        self.lists = {one["id"]: one for one in case.get("lists", ())}
        self.products = {one["id"]: one for one in case.get("products", ())}
        self.pins = set(case.get("pins", ()))
        self.named_rates = set(case.get("useRates", ()))
        self.entries = {}  # (list, revision, product) -> entries
        for price_list in self.lists.values():
            for entry in price_list.get("entries", ()):
                key = (price_list["id"], entry.get("revision") or "", entry["product"])
                self.entries.setdefault(key, []).append(entry)
        self.revisions = {}
        self.asking = []  # the lists whose price is being looked for, to notice circles
        self.the_chain = self.chain()

    # ---- a. Which list ----

    def with_parents(self, list_id):
        """The list, its parent, and so on. What is inactive, not valid or not there is left out, and what it leads to."""
        walked = []
        while list_id and list_id in self.lists:
            price_list = self.lists[list_id]
            if list_id in walked:
                raise Refused("lists in a circle by their parents")
            if self.left_out(price_list):
                break
            walked.append(list_id)
            list_id = price_list.get("parent")
        return [self.lists[one] for one in walked]

    def left_out(self, price_list):
        return not price_list.get("active", True) or bool(price_list.get("account") and not valid_on(price_list, self.date))

    def chain(self):
        chain = []  # (list, place)
        seen = set()

        def add(price_list, place):
            if price_list["id"] not in seen and (place == "agreement" or not price_list.get("account")):
                seen.add(price_list["id"])
                chain.append((price_list, place))

        def add_with_parents(list_id, place):
            for depth, price_list in enumerate(self.with_parents(list_id)):
                add(price_list, place if depth == 0 else "parent")

        for account in self.customer.get("accounts", ()):
            for agreement in self.agreements_of(account):
                add(agreement, "agreement")
        if self.case.get("list"):
            add_with_parents(self.case["list"], "named list")
            return chain
        if self.customer.get("segment"):
            for price_list in self.lists_with("segment", self.customer["segment"]):
                add_with_parents(price_list["id"], "segment's list")
        for territory in self.customer.get("territories", ()):
            for price_list in self.lists_with("territory", territory):
                add_with_parents(price_list["id"], "territory's list")
        add_with_parents(self.case.get("companyList"), "company's list")
        return chain

    def agreements_of(self, account):
        found = [one for one in self.lists.values() if one.get("account") == account and not self.left_out(one)]
        return sorted(found, key=lambda one: (later_first(one.get("validFrom") or ""), one.get("code", "").encode(), one["id"]))

    def lists_with(self, key, value):
        found = [one for one in self.lists.values() if one.get(key) == value and not one.get("account")]
        return sorted(found, key=lambda one: (one.get("code", "").encode(), one["id"]))

    def price(self, product, q):
        """What the first list of the chain has for it, or None."""
        passed = set()
        for price_list, place in self.the_chain:
            price = self.price_of(price_list, product, q, self.currency, True, passed)
            if price:
                price.place = place
                price.trace.add(place)
                price.trace |= passed
                return price
            passed.add("list passed over")
        return None

    # ---- Which entries of a list ----

    def revision(self, price_list, trace):
        if price_list["id"] in self.revisions:
            revision, hints = self.revisions[price_list["id"]]
        else:
            revision, hints = self.find_revision(price_list)
            self.revisions[price_list["id"]] = (revision, hints)
        trace |= hints
        return revision

    def find_revision(self, price_list):
        all_of_it = price_list.get("revisions", ())
        published = [one for one in all_of_it if one.get("published")]
        effective = [one for one in published if (one.get("effectiveFrom") or "") <= self.date]
        newest = max(effective, key=lambda one: one["number"], default=None)
        pinned = max((one for one in all_of_it if one["id"] in self.pins), key=lambda one: one["number"], default=None)
        if pinned:
            return pinned, {"pinned revision"} if pinned is not newest else set()
        number_of = newest["number"] if newest else 0
        hints = set()
        if any(one["number"] > number_of for one in published):
            hints.add("revision not yet effective")
        if any(one["number"] > number_of and not one.get("published") for one in all_of_it):
            hints.add("revision not published")
        if newest and any(one.get("effectiveFrom") == self.date for one in [newest]):
            hints.add("revision from this day")
        return newest, hints

    def entries_of(self, price_list, revision, product, trace):
        """All entries of the first in the line of descent that has any."""
        by_id = {one["id"]: one for one in price_list.get("revisions", ())}
        first = revision["id"] if revision else ""
        at = first
        walked = set()
        while True:
            found = self.entries.get((price_list["id"], at, product))
            if found or not at:
                if at != first:
                    trace.add("followed revision" if at else "entries of no revision")
                return found or []
            walked.add(at)
            at = by_id[at].get("follows") or "" if at in by_id else ""
            if at in walked:
                at = ""

    def fitting_entries(self, price_list, revision, product, trace, passed):
        """(min_quantity, entry), ascending."""
        entries = self.entries_of(price_list, revision, product, trace)
        if any(entry.get("kind") == "removed" for entry in entries):
            passed.add("removed entry")
            return []
        best = {}
        for entry in entries:
            if not valid_on(entry, self.date):
                trace.add("entry not valid")
                passed.add("entry not valid")
                continue
            least = given(entry, "minQuantity") or ZERO
            if least not in best:
                best[least] = entry
                continue
            trace.add("later valid_from")
            other = best[least]
            mine, others = entry.get("validFrom") or "", other.get("validFrom") or ""
            if mine > others or (mine == others and entry["id"] < other["id"]):
                best[least] = entry
        return sorted(best.items())

    def price_of(self, price_list, product, q, currency, change_tax, passed):
        """The price this list has, in this currency, or None. What a list without one is passed over for goes into `passed`."""
        if price_list["id"] in self.asking:
            raise Refused("lists in a circle by their base lists")
        self.asking.append(price_list["id"])
        try:
            return self.price_asked(price_list, product, q, currency, change_tax, passed)
        finally:
            self.asking.pop()

    def price_asked(self, price_list, product, q, currency, change_tax, passed):
        price = Price()
        price.price_list = price_list
        agreement = bool(price_list.get("account"))
        revision = None if agreement else self.revision(price_list, price.trace)
        if revision:
            price.revisions.add(revision["id"])
        fitting = self.fitting_entries(price_list, revision, product, price.trace, passed)
        if fitting and q < fitting[0][0]:
            passed.add("below the first break")
            fitting = []
        if fitting:
            last = self.by_breaks(price_list, fitting, product, q, price)
        elif agreement and price_list.get("baseList") and given(price_list, "percent"):
            last = None
            price.value = self.percent_of_list(price_list, price_list["baseList"], given(price_list, "percent"), product, q, price)
            price.trace.add("agreement's percentage")
        else:
            return None
        if price.value is None:
            return None
        price.minimum = given(last, "minPrice") if last else None
        return self.made_fit(price, currency, change_tax, product, passed)

    # ---- b. Quantity breaks ----

    def by_breaks(self, price_list, fitting, product, q, price):
        """Sets the value; answers the entry of the last part."""
        reached = [(least, entry) for least, entry in fitting if least <= q]
        if price_list.get("breaks") != "graduated":
            if len(reached) > 1:
                price.trace.add("higher break")
            price.value = self.entry_price(price_list, reached[-1][1], product, q, price)
            return reached[-1][1]
        parts = []  # (quantity, entry)
        starts = [ZERO] + [least for least, _ in fitting[1:]]
        ends = starts[1:] + [q]
        for (_, entry), start, end in zip(fitting, starts, ends):
            quantity = min(end, q) - start
            if quantity > 0:
                parts.append((quantity, entry))
        if len(parts) == 1:
            price.value = self.entry_price(price_list, parts[0][1], product, q, price)
            return parts[0][1]
        amount = ZERO
        for quantity, entry in parts:
            value = self.entry_price(price_list, entry, product, q, price)
            if value is None:
                return None
            amount += quantity * value
        price.value = U(amount / q, price.trace)
        price.trace.add("graduated")
        return parts[-1][1]

    # ---- c. Formulas, rounding, minimum, currency, tax ----

    def entry_price(self, price_list, entry, product, q, price):
        if self.date in (entry.get("validFrom"), entry.get("validTo")):
            price.trace.add("edge of validity")
        kind = entry.get("kind") or "fixed"
        if kind == "percent_of_list":
            price.trace.add("percentage of a list")
            return self.percent_of_list(price_list, entry.get("baseList"), given(entry, "percent") or ZERO, product, q, price)
        if kind == "percent_of_cost":
            price.trace.add("percentage of cost")
        return limited(given(entry, "price") or ZERO)

    def percent_of_list(self, price_list, base_id, percent, product, q, price):
        for depth, base in enumerate(self.with_parents(base_id)):
            b = self.price_of(base, product, q, price_list["currency"], False, set())
            if b:
                price.take_over(b)
                if depth:
                    price.trace.add("base list's parent")
                if base["currency"] != price_list["currency"]:
                    price.trace.add("base list in another currency")
                return limited(L(b.value * percent / 100, price_list, price_list["currency"], price.trace))
        return None

    def made_fit(self, price, currency, change_tax, product, passed):
        """Minimum, currency and tax basis."""
        price_list = price.price_list
        limited(price.minimum)
        if price.minimum is not None and price.minimum > price.value:
            price.value = price.minimum
            price.trace.add("minimum price")
        if price_list["currency"] != currency:
            factor = self.conversion(price_list, currency, price) if price_list.get("converts") else None
            if factor is None:
                passed.add("currency without a rate")
                return None
            price.value = limited(multiple(price.value * factor, minor(currency), "nearest"))
            if price.minimum is not None:
                price.minimum = limited(multiple(price.minimum * factor, minor(currency), "nearest"))
        if change_tax and bool(price_list.get("taxInclusive")) != self.inclusive:
            with_tax = HUNDRED + self.percentage(product, price.trace)
            factor = with_tax / 100 if self.inclusive else 100 / with_tax
            price.value = limited(U(price.value * factor, price.trace))
            if price.minimum is not None:
                price.minimum = limited(U(price.minimum * factor))
            if factor != ONE:
                price.trace.add("tax put in" if self.inclusive else "tax taken out")
        return price

    def conversion(self, price_list, currency, price):
        """What a price of the list is multiplied with, or None without a rate."""
        pair = {price_list["currency"], currency}
        between = [one for one in self.case.get("rates", ()) if {one["from"], one["to"]} == pair]

        def rank(rate):
            return later_first(rate["date"]), rate["to"] != currency, rate["id"]

        dated = min((one for one in between if one["date"] <= self.date), key=rank, default=None)
        named = min((one for one in between if one["id"] in self.named_rates), key=lambda one: one["id"], default=None)
        rate = named or dated
        if not rate:
            return None
        if named and named is not dated:
            price.trace.add("named rate")
        price.rates.add(rate["id"])
        factor = number(rate["toAmount"]) / number(rate["fromAmount"])
        price.trace.add("rate from list to document" if rate["to"] == currency else "rate from document to list")
        return factor if rate["to"] == currency else 1 / factor

    # ---- Tax rate ----

    def percentage(self, product, trace):
        """Of the product's tax class, whatever the customer's taxation."""
        tax_class = (self.products.get(product) or {}).get("taxClass") or "standard"
        country, region = self.customer.get("country") or "", self.customer.get("region") or ""
        fitting = [one for one in self.case.get("taxRates", ())
                   if (one.get("country") or "") == country and (one.get("taxClass") or "standard") == tax_class
                   and (one.get("region") or "") in ("", region) and valid_on(one, self.date)]
        best = min(fitting, default=None, key=lambda one: (not one.get("region"), later_first(one.get("validFrom") or ""), one["id"]))
        if not best:
            return ZERO
        if best.get("region"):
            trace.add("region's tax rate")
        return number(best["percent"])

    def tax_rate(self, product, trace):
        taxation = self.customer.get("taxation") or "normal"
        if taxation != "normal":
            if self.percentage(product, set()) > 0:
                trace.add("reverse charge" if taxation == "reverse_charge" else "exempt")
            return ZERO
        return self.percentage(product, trace)
