# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes cases by chance: a small company with price lists, a customer and a document. Every case has a bit of everything, so that features meet;
prices, percentages and quantities are such that they often sit on a tie of rounding. Lists refer only to lists that stand after them, so
that no circle comes about but by intention (spoil)."""

import datetime
import random
from decimal import Decimal

# What a currency looks like: how much 0.01 EUR is about, its steps, endings.
CURRENCIES = {
    "EUR": (Decimal("1"), ("0.05", "0.1", "0.5", "0.01", "0.25", "1"), ("0.99", "0.9", "0.95", "0.5", "0.05", "4.99", "0.1", "1", "29.9")),
    "USD": (Decimal("1"), ("0.05", "0.1", "0.5", "0.01", "0.25"), ("0.99", "0.95", "0.5", "0.09", "1", "49")),
    "JPY": (Decimal("100"), ("5", "10", "50", "2", "1"), ("9", "98", "8", "50", "5", "10", "2980")),
    "KWD": (Decimal("0.5"), ("0.005", "0.05", "0.01", "0.025"), ("0.995", "0.95", "0.5", "0.009", "0.1", "9.5")),
}
PLACES = {"EUR": 2, "USD": 2, "JPY": 0, "KWD": 3}
# Of one EUR.
WORTH = {"EUR": Decimal("1"), "USD": Decimal("1.085"), "JPY": Decimal("160"), "KWD": Decimal("0.3125")}
QUANTITIES = ("1", "2", "3", "4", "5", "7", "10", "12", "20", "24", "25", "50", "100", "120", "158", "0.5", "1.5", "2.5", "0.25", "7.5", "12.5", "33.3333")
BREAKS = ("1", "2", "5", "10", "12", "20", "24", "50", "100")
PERCENTAGES = ("5", "10", "2.5", "12.5", "50", "4", "3", "33.3333", "20", "1.25", "15")
FOUR_PLACES = Decimal("0.0001")
DAY = datetime.date(2026, 3, 15)


def plain(x):
    """With at most four decimals."""
    text = format(x.quantize(FOUR_PLACES), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Maker:
    def __init__(self, seed, number):
        self.random = random.Random("%s/%d" % (seed, number))
        self.number = number

    # ---- Chance ----

    def often(self, percent):
        return self.random.random() * 100 < percent

    def one(self, *those):
        return self.random.choice(those)

    def some(self, those, most):
        return self.random.sample(those, self.random.randint(1, min(most, len(those))))

    def id(self):
        text = "%032x" % self.random.getrandbits(128)
        return "%s-%s-7%s-8%s-%s" % (text[:8], text[8:12], text[13:16], text[17:20], text[20:])

    def code(self):
        # Few, so that some are equal; "Z" < "a" byte by byte, "é" after both.
        return self.one("a", "b", "Z", "B-1", "é", "aa") + self.one("", "", "1", "2")

    def day(self, offset):
        return (self.date + datetime.timedelta(days=offset)).isoformat()

    def validity(self, record, often_edge=25):
        """Mostly one that contains the date; sometimes just, sometimes just not."""
        if self.often(45):
            return
        if self.often(60):
            record["validFrom"] = self.day(0 if self.often(often_edge) else -self.random.randint(1, 60))
        if self.often(50):
            record["validTo"] = self.day(0 if self.often(often_edge) else self.random.randint(1, 60))
        if self.often(10):
            record[self.one("validFrom", "validTo")] = ""
            if self.often(60):
                record["validTo"] = self.day(-1)
            else:
                record["validFrom"] = self.day(1)

    def price(self, currency, least=2, most=60):
        """With up to four decimals, often half of the smallest unit."""
        scale = CURRENCIES[currency][0]
        x = self.random.randint(least * 20, most * 20) * scale / 20
        unit = Decimal(1).scaleb(-PLACES[currency])
        x = x.quantize(unit) if self.often(60) else x
        if self.often(25) and PLACES[currency] < 4:
            x += unit / 2 if PLACES[currency] < 3 or self.often(50) else 0
        return plain(max(x, unit))

    # ---- The company ----

    def make(self):
        self.date = DAY + datetime.timedelta(days=self.random.randint(0, 200))
        self.currency = self.one("EUR", "EUR", "USD", "JPY", "JPY", "KWD", "KWD")
        self.inclusive = self.often(50)
        self.make_customer()
        self.families = [self.id() for _ in range(2)]
        self.products = [self.product() for _ in range(self.random.randint(3, 5))]
        self.pins = []
        self.make_lists()
        case = {"case": self.number, "lists": self.lists, "companyList": self.company, "products": self.products}
        case["rates"] = self.rates()
        case["taxRates"] = self.tax_rates()
        case["customer"] = self.customer
        case["date"] = self.date.isoformat()
        case["currency"] = self.currency
        case["taxInclusive"] = self.inclusive
        case["half"] = self.one("half_away", "half_even")
        case["list"] = self.named
        case["pins"] = self.pins
        if self.often(65):
            case["useRates"] = [one["id"] for one in self.random.sample(case["rates"], min(len(case["rates"]), self.random.randint(1, 6)))]
        self.lines(case)
        case["promotions"] = [self.promotion(case) for _ in range(self.random.randint(3, 7))]
        self.document_discount(case)
        if self.often(12):
            self.odd(case)
        if self.often(4):
            self.spoil(case)
        return self.without_defaults(case)

    def make_customer(self):
        self.accounts = [self.id() for _ in range(self.random.randint(1, 3))]
        self.territories = [self.id() for _ in range(self.random.randint(1, 3))]
        self.segment = self.id()
        self.strangers = [self.id() for _ in range(2)]  # territories, segments, accounts of others
        self.customer = {"accounts": self.accounts, "segment": self.segment if self.often(92) else "", "territories": self.territories, "country": "DE",
                         "region": "BY" if self.often(75) else "", "taxation": self.one(*["normal"] * 6, "reverse_charge", "exempt")}

    def product(self):
        units = {"box": self.one("12", "6", "0.5", "2.5", "10", "1.3333")} if self.often(85) else {}
        if self.often(30):
            units["kg"] = self.one("0.75", "3", "1")
        return {"id": self.id(), "family": self.one(*self.families, self.families[0]), "unit": self.one("pc", "pc", "kg" if "kg" not in units else "pc"),
                "taxClass": self.one("standard", "", "reduced", "reduced", "luxury"), "units": units}

    def tax_rates(self):
        rates = []

        def rate(tax_class, percent, **more):
            rates.append(dict({"id": self.id(), "country": "DE", "taxClass": tax_class, "percent": percent}, **more))

        rate("standard", self.one("19", "20", "25"), validFrom=self.one("", self.day(0), self.day(-100)))
        rate("standard", "16", validTo=self.one("", self.day(-1), self.day(0)))
        rate("reduced", self.one("7", "5", "12.5"))
        if self.often(70):
            rate(self.one("standard", "reduced"), self.one("8.875", "6", "10"), region="BY", validFrom=self.one("", self.day(-5), self.day(0)))
        if self.often(30):
            rate("standard", "18", region="BY", validFrom=self.one("", self.day(1), self.day(-5)))
        if self.often(40):
            rate(self.one("standard", "reduced"), "9", region="HH")
        if self.often(70):
            rate("luxury", self.one("33", "2.5", "0"))
        rates.append({"id": self.id(), "country": "FR", "taxClass": self.one("standard", "luxury"), "percent": "21"})
        self.random.shuffle(rates)
        return rates

    def rates(self):
        rates = []
        others = [one for one in CURRENCIES if one != self.currency]
        pairs = [(one, self.currency) for one in others] + ([(others[0], others[1]), (others[1], others[2]), (others[0], others[2])])
        for first, second in pairs:
            for _ in range(self.one(1, 2, 2, 3) if self.often(90) else 0):
                one, other = (first, second) if self.often(50) else (second, first)
                worth = (WORTH[other] / WORTH[one] * self.random.randint(95, 105) / 100)
                amounts = (Decimal(1), worth) if worth >= Decimal("0.1") else (Decimal(100), (worth * 100).quantize(Decimal("0.01")))
                if self.often(30):
                    amounts = (Decimal(1), Decimal("0.5")) if worth < 1 else (Decimal(1), Decimal(max(1, int(worth))))
                day = self.day(self.one(-20, -3, -3, -1, 0, 0, 1))
                rates.append({"id": self.id(), "from": one, "to": other, "date": day, "fromAmount": plain(amounts[0]), "toAmount": plain(amounts[1])})
        self.random.shuffle(rates)
        return rates

    # ---- Lists ----

    def make_lists(self):
        """From the last to the first: what a list refers to is there already."""
        self.lists = []
        root = self.price_list(whole=True)
        self.company = self.price_list(parent=root)["id"] if self.often(70) else root["id"]
        parents = [self.price_list() for _ in range(self.one(1, 1, 2))]
        for territory in self.territories:
            if self.often(75):
                self.price_list(territory=territory, parent=self.one(*parents, None))
        for _ in range(self.one(0, 1, 1, 2)):
            self.price_list(segment=self.segment, parent=self.one(*parents, None))
        if self.often(20):
            self.price_list(segment=self.segment, territory=self.one(*self.territories))
        if self.often(20):
            self.price_list(segment=self.strangers[0], territory=self.strangers[1])
        self.named = ""
        if self.often(38):
            middle = self.price_list(parent=root) if self.often(30) else root
            self.named = self.price_list(parent=middle)["id"]
        for _ in range(self.one(0, 1, 1, 1, 2)):
            self.agreement()
        self.random.shuffle(self.lists)

    def price_list(self, whole=False, parent=None, **more):
        """whole: it has a price for everything."""
        rest = list(self.lists)
        currency = self.currency if whole or self.often(62) else self.one(*CURRENCIES)
        one = dict({"id": self.id(), "code": self.code(), "currency": currency, "active": whole or self.often(95),
                    "parent": parent["id"] if parent else "", "breaks": self.one("slab", "graduated"),
                    "taxInclusive": self.inclusive if self.often(55) else not self.inclusive, "converts": self.often(82)}, **more)
        self.rounding(one)
        self.revisions(one)
        one["entries"] = []
        for product in self.products:
            if whole or self.often(55):
                self.entries(one, product["id"], rest, whole)
        self.random.shuffle(one["entries"])
        self.lists.append(one)
        return one

    def rounding(self, one):
        _, steps, endings = CURRENCIES[one["currency"]]
        one["rounding"] = self.one("nearest", "nearest", "up", "down")
        if self.often(60):
            one["step"] = self.one(*steps)
        if self.often(40):
            one["endsIn"] = self.one(*endings)

    def revisions(self, one):
        """Numbers ascend, each mostly follows the one before."""
        revisions = []
        for number in range(1, self.one(0, 1, 2, 3, 3, 4) + 1):
            follows = ""
            if revisions and self.often(85):
                follows = revisions[-1]["id"] if self.often(85) else self.one(*revisions)["id"]
            revisions.append({"id": self.id(), "number": number, "published": self.often(85),
                              "effectiveFrom": self.one("", self.day(-30), self.day(-1), self.day(0), self.day(1), self.day(9)), "follows": follows})
        if revisions and self.often(25):
            self.pins += [revision["id"] for revision in self.some(revisions, self.one(1, 1, 1, 2))]
        if len(revisions) > 1 and self.often(3):
            revisions[0]["follows"] = revisions[-1]["id"]
        self.random.shuffle(revisions)
        one["revisions"] = revisions

    def entries(self, one, product, rest, whole):
        """Of a product, in the base of the list and in some of its revisions."""
        places = [""] if whole or self.often(70) else []
        places += [revision["id"] for revision in one["revisions"] if self.often(45)]
        for place in places or [""]:
            if not whole and self.often(8):
                one["entries"].append({"id": self.id(), "revision": place, "product": product, "kind": "removed"})
                if self.often(50):
                    continue
            starts = [""] if whole or self.often(70) else [self.one("0", "5", "20")]
            starts += sorted(self.some(BREAKS, 3), key=Decimal) if self.often(65) else []
            for start in dict.fromkeys(starts):
                entry = self.entry(one, place, product, start, rest)
                if start == "" and whole:
                    entry = dict(entry, kind="fixed", price=self.price(one["currency"]))
                    entry.pop("validFrom", None)
                    entry.pop("validTo", None)
                one["entries"].append(entry)
                if self.often(15):
                    one["entries"].append(self.entry(one, place, product, start, rest))

    def entry(self, one, place, product, start, rest):
        entry = {"id": self.id(), "revision": place, "product": product, "kind": "fixed", "minQuantity": start}
        if rest and self.often(40):
            entry.update(kind="percent_of_list", percent=self.one("110", "95", "87.5", "50", "102.5", "100", "133.3333"), baseList=self.one(*rest)["id"])
        else:
            entry["price"] = self.price(one["currency"])
            if self.often(22):
                entry.update(kind="percent_of_cost", percent="130")
        if self.often(35):
            entry["minPrice"] = self.price(one["currency"], 20, 60)
        self.validity(entry)
        return entry

    def agreement(self):
        base = self.one(*self.lists)
        agreement = self.price_list(account=self.one(*self.accounts) if self.often(94) else self.strangers[0])
        agreement["revisions"] = []
        if self.often(75):
            agreement.update(baseList=base["id"], percent=self.one(*PERCENTAGES, "95", "90", "87.5"))
            agreement["percent"] = self.one("95", "90", "87.5", "102.5", "50")
        agreement["entries"] = [dict(one, revision="") for one in agreement["entries"] if one["kind"] != "removed" and self.often(60)]
        self.validity(agreement)

    # ---- The document ----

    def lines(self, case):
        groups = ["", self.id(), self.id()] if self.often(75) else [""]
        lines = []
        for _ in range(self.one(1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8, 8, 9, 9)):
            product = self.one(*self.products)
            line = {"id": self.id(), "group": self.one(*groups), "product": product["id"], "quantity": self.one(*QUANTITIES),
                    "unit": self.one("", product["unit"], *product["units"], *product["units"])}
            if self.often(7):
                line["handPrice"] = self.price(self.currency)
            elif self.often(6):
                line["includedPart"] = True
            if self.often(14):
                line["discountPercent"] = self.one(*PERCENTAGES)
            if self.often(10) and "includedPart" not in line:
                line["discountAmount"] = plain(Decimal(CURRENCIES[self.currency][1][0]) * self.one(1, 1, 2) / self.one(1, 2))
            if self.often(16):
                line.update(role=self.one("optional", "alternative"), chosen=self.often(50))
            lines.append(line)
        if self.often(60):
            # Lines with equal nets, for the spreading of a discount.
            for _ in range(self.one(1, 2, 3)):
                lines.append(dict(self.one(lines[0], *lines), id=self.id()))
            self.random.shuffle(lines)
        for line in lines:
            if line.get("role") == "alternative":
                line["alternativeTo"] = self.one(*lines)["id"]
        case["lines"] = lines

    def promotion(self, case):
        kind = self.one("percent", "amount", "free_item", "buy_get")
        scale = CURRENCIES[self.currency][0]
        one = {"id": self.id(), "code": self.code(), "kind": kind, "priority": self.one(100, 100, 50, 10), "exclusive": self.often(28),
               "active": self.often(97), "repeats": self.often(55)}
        if one["priority"] == 100 and self.often(40):
            del one["priority"]
        self.validity(one)
        for key, own, strangers in (("territories", self.territories, self.strangers), ("segments", [self.segment], self.strangers),
                                    ("accounts", self.accounts, self.strangers)):
            if self.often(20):
                one[key] = self.some(own, 2) + (self.some(strangers, 2) if self.often(30) else []) if self.often(88) else self.some(strangers, 2)
        if self.often(30):
            one["products"] = self.some([line["id"] for line in self.products], 3)
        if self.often(30):
            one["families"] = self.some(self.families, 2)
        if self.often(40 if kind != "free_item" else 60):
            one["minQuantity"] = self.one("1", "2", "5", "10", "20", "2.5")
        if self.often(35):
            one["minAmount"] = plain(self.one(1, 1, 1, 10) * self.random.randint(1, 100) * 10 * scale)
            one["minAmountCurrency"] = self.currency if self.often(92) else self.one(*CURRENCIES)
        if kind == "percent":
            one["percent"] = self.one(*PERCENTAGES)
        elif kind == "amount":
            one["amount"] = plain(Decimal(CURRENCIES[self.currency][1][0]) * self.one(1, 2, 5, 5, 200) / self.one(1, 2, 4))
            one["amountCurrency"] = self.currency if self.often(92) else self.one(*CURRENCIES)
        else:
            one["buy"] = self.one("1", "2", "3", "5", "10", "2.5")
            one["free"] = self.one("1", "1", "2", "0.5")
            if kind == "free_item" or self.often(50):
                one["freeProduct"] = self.one(*self.products)["id"]
        return one

    def document_discount(self, case):
        if self.often(42):
            case["discountPercent"] = self.one(*PERCENTAGES[:6], "0.5", "7.5")
        if self.often(40):
            unit = Decimal(1).scaleb(-PLACES[self.currency])
            case["discountAmount"] = plain(self.random.randint(1, 400) * unit + (unit / 2 if self.often(10) and PLACES[self.currency] < 4 else 0))

    def odd(self, case):
        """What is allowed, and rare: it refers to what is not there, or says nothing."""
        price_list, promotion, line = self.one(*self.lists), self.one(*case["promotions"]), self.one(*case["lines"])
        entry = self.one(*price_list["entries"], {})
        oddities = [
            lambda: case.update(companyList=self.one("", self.id())), lambda: case.update(list=self.id()),
            lambda: case["pins"].append(self.id()), lambda: case.setdefault("useRates", []).append(self.id()),
            lambda: price_list.update(parent=self.id()), lambda: price_list.update(baseList=self.id()), lambda: price_list.update(percent="0"),
            lambda: price_list.update(percent="90", baseList=self.lists[0]["id"]) if not price_list.get("account") else None,
            lambda: price_list.update(endsIn="0", step="0"), lambda: price_list.pop("breaks", ""), lambda: price_list.pop("rounding", ""),
            lambda: entry.update(kind="percent_of_list", percent="90", baseList=self.one("", self.id())) if entry.get("kind") == "fixed" else None,
            lambda: entry.update(price="0", minPrice="") if entry.get("kind") == "fixed" else None, lambda: entry.update(minPrice="0"),
            lambda: promotion.update(minQuantity="0"), lambda: promotion.update(minAmount="0", minAmountCurrency=self.currency),
            lambda: promotion.update(minAmount="", minAmountCurrency=self.currency), lambda: promotion.update(minAmount="10", minAmountCurrency=""),
            lambda: promotion.update(buy="0"), lambda: promotion.update(free="0"), lambda: promotion.update(percent="0"), lambda: promotion.update(percent="100"),
            lambda: promotion.update(territories=[self.id()]), lambda: promotion.update(priority=0), lambda: promotion.update(priority=-1),
            lambda: self.customer.update(country=""), lambda: self.customer.update(accounts=[]), lambda: self.customer.update(territories=[]),
            lambda: self.products[0].update(family=""), lambda: self.products[0].update(taxClass="none"),
            lambda: line.update(role="alternative", chosen=True, alternativeTo=self.one("", self.id(), line["id"])),
            lambda: line.update(role="optional", alternativeTo=self.one(*case["lines"])["id"]), lambda: line.update(chosen=True),
            lambda: line.update(handPrice="0", discountAmount=""), lambda: line.update(discountPercent="100", discountAmount=""),
            lambda: line.update(quantity="0.0001"), lambda: line.update(quantity="9999.9999"),
            lambda: case.update(discountPercent="0.0001"), lambda: case.update(promotions=[], pins=[]),
        ]
        for change in self.some(oddities, 4):
            change()

    def spoil(self, case):
        """Makes a document that is refused, or just not."""
        line = self.one(*case["lines"])
        what = self.one("no quantity", "base quantity", "amount", "list price too high", "most", "everything off", "negative discount", "negative", "too many", "circle of parents", "circle of base lists", "line percent", "line amount", "document percent",
                        "document amount", "no price", "price too high")
        first = next(one for one in self.lists if one["id"] == (self.named or self.company))
        if what == "no quantity":
            line["quantity"] = self.one("0", "")
        elif what == "negative":
            line["quantity"] = "-1"
        elif what == "too many":
            line["quantity"] = "10000000.0001"
        elif what == "base quantity":
            line["quantity"] = "9999999.5"
        elif what == "amount":
            line.update(quantity="1000000", handPrice=self.one("100000000", "99999999", "99999999.9999"), unit="")
        elif what == "list price too high":
            for entry in (entry for one in self.lists for entry in one["entries"] if entry["product"] == line["product"] and "price" in entry):
                entry.update(price="1000000001", minPrice="")
        elif what == "most":
            line.update(quantity="10000000", unit="", handPrice=self.one("9000000", "9999999.9999"))
        elif what == "everything off":
            case.update(discountPercent="100", discountAmount="")
        elif what == "negative discount":
            self.one(line, case)["discountAmount"] = "-0.01"
        elif what == "circle of parents":
            between = self.one(first, self.price_list(parent=first))
            self.one(first, first, *self.lists).update(active=True, parent=between["id"])
        elif what == "circle of base lists":
            self.circle(case, line)
        elif what == "line percent":
            line["discountPercent"] = self.one("100.0001", "-1")
        elif what == "line amount":
            line.update(handPrice="1", discountAmount="1.0001")
        elif what == "document percent":
            case["discountPercent"] = "100.5"
        elif what == "document amount":
            case["discountAmount"] = "100000000000"
        elif what == "no price":
            stranger = dict(self.products[0], id=self.id())
            case["products"].append(stranger)
            line.update(product=stranger["id"], unit="", handPrice="", includedPart=False)
        else:
            line["handPrice"] = "1000000001"

    def circle(self, case, line):
        """Two lists, each a percentage of the other, and nothing else that has a price of this product."""
        one, other = self.price_list(whole=True), self.price_list(whole=True)
        for this, that in ((one, other), (other, one)):
            this["revisions"] = []
            this["entries"] = [{"id": self.id(), "product": line["product"], "kind": "percent_of_list", "percent": "90", "baseList": that["id"]}]
        case["list"] = one["id"]
        for price_list in self.lists:
            if price_list.get("account"):
                price_list["active"] = False

    def without_defaults(self, case):
        """A key with its default is mostly left out."""
        defaults = ("", 0, False, None, [])
        if self.often(20):
            return case

        def lean(value):
            if isinstance(value, dict):
                return {key: lean(one) for key, one in value.items() if one not in defaults or isinstance(one, float)
                        or (key in ("active", "priority"))}
            return [lean(one) for one in value] if isinstance(value, list) else value

        return lean(case)


def make(seed, number):
    return Maker(seed, number).make()
