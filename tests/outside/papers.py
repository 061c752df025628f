# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a quote comes to (core/rules/PRICING.md, e to h) and how it stands on paper (core/rules/QUOTES.md, "The paper"): both
counted here once more, from rows. Numbers are ten-thousandths, as on the wire.
"""
import json
import pathlib
import re
import uuid
from fractions import Fraction

import page
from change import blake

PAGE = (pathlib.Path(__file__).parents[2] / "core" / "rules" / "QUOTES.md").read_text(encoding="utf-8")
ONE = 10_000
ROLES = ["normal", "optional", "alternative"]


def read_keys():
    """The order of the keys of a document, address, group, line and tax, as the page has them."""
    block = re.search(r"## The paper\n.*?```\n(.*?)```", PAGE, re.S)[1]
    keys, at = {}, "document"
    for text in block.splitlines():
        if head := re.match(r"(\w+): ", text):
            at, text = head[1], text[head.end():]
        keys.setdefault(at, []).extend(re.findall(r"\w+", re.sub(r"\(.*?\)", "", text)))
    return keys


KEYS = read_keys()


def derived(key, *names):
    """`Id::derived`: an id that is the same wherever it is computed."""
    octets = bytearray(blake(b"".join(names), key))
    octets[6], octets[8] = 0x80 | octets[6] & 0x0F, 0x80 | octets[8] & 0x3F
    return bytes(octets)


def named(row):
    return {page.BY_NUMBER[row.entity].fields[number].name: value for number, value in row.fields.items()} | {"id": row.id}


def half_away(number):
    whole, rest = divmod(abs(number), 1)
    return int(whole + (rest >= Fraction(1, 2))) * (1 if number >= 0 else -1)


def half_even(number):
    return round(number)


def minor(currency):
    """In ten-thousandths."""
    return ONE // 10 ** {"JPY": 0, "KWD": 3}.get(currency, 2)


def amount(money):
    """Of `12.30 EUR`."""
    return int(Fraction(money.split(" ")[0]) * ONE)


def money(number, currency):
    text = decimal(number)
    whole, _, rest = text.partition(".")
    places = {"JPY": 0, "KWD": 3}.get(currency, 2)
    return f"{whole}{'.' if rest or places else ''}{rest.ljust(places, '0')} {currency}"


def decimal(number):
    """The shortest form."""
    whole, rest = divmod(abs(number), ONE)
    return ("-" if number < 0 else "") + str(whole) + (f".{rest:04}".rstrip("0") if rest else "")


class Arithmetic:
    """Steps e to h, for lines as dicts; puts unit_price, net and share into them."""

    def __init__(self, quote, lines):
        self.currency, self.minor = quote["currency"], minor(quote["currency"])
        self.half = half_even if quote.get("rounding") == "half_even" else half_away
        self.inclusive = quote.get("tax_inclusive") == 1
        self.lines, self.counted = lines, [line for line in lines if line["counted"]]
        for line in lines:
            self.line(line)
        self.sum = sum(line["net"] for line in self.counted)
        self.discount = self.rounded(Fraction(self.sum * quote.get("discount_percent", 0), 100 * ONE)) + \
            self.rounded(Fraction(amount(quote["discount_amount"]) if "discount_amount" in quote else 0))
        self.spread()
        self.taxes = [self.taxed(rate) for rate in sorted({line["tax_percent"] for line in self.counted})]
        self.net, self.tax = sum(one["net"] for one in self.taxes), sum(one["tax"] for one in self.taxes)
        self.gross = self.net + self.tax

    def rounded(self, number):
        """M: to the smallest coin."""
        return self.half(number / self.minor) * self.minor

    def line(self, line):
        if line["kind"] == "text":
            line["unit_price"] = line["net"] = line["share"] = 0
            return
        price = half_away(Fraction(line["price"] * (100 * ONE - line["discount_percent"]), 100 * ONE)) - line["discount_amount"]
        line["unit_price"], line["net"], line["share"] = price, self.rounded(Fraction(line["quantity"] * price, ONE)), 0

    def spread(self):
        if not self.sum:
            return
        coins, rests = self.discount // self.minor, []
        for line in self.counted:
            exact = Fraction(coins * line["net"], self.sum)
            line["share"] = int(exact) * self.minor
            rests.append((-(exact - int(exact)), -line["net"], line["id"], line))
        left = coins - sum(line["share"] for line in self.counted) // self.minor
        for *_, line in sorted(rests, key=lambda one: one[:3])[:left]:
            line["share"] += self.minor

    def taxed(self, rate):
        of = sum(line["net"] - line["share"] for line in self.counted if line["tax_percent"] == rate)
        tax = self.rounded(Fraction(of * rate, 100 * ONE + (rate if self.inclusive else 0)))
        return {"percent": rate, "net": of - tax if self.inclusive else of, "tax": tax}


class Paper:
    """A quote as a laptop shows it, with its groups and lines, as a document. `more`: fields that it is about to get."""

    def __init__(self, laptop, quote, **more):
        self.laptop = laptop
        self.quote = named(laptop.shown(page.ENTITIES["quote"].number, quote)) | more
        self.groups = self.parts("quote_group")
        places = {group["id"]: at + 1 for at, group in enumerate(self.groups)}
        rows = sorted(self.parts("quote_line"), key=lambda row: places.get(row.get("quote_group"), 0))
        replaced = {row.get("alternative_to") for row in rows if row.get("role") == "alternative" and row.get("chosen")}
        self.lines = [self.line(row, replaced, places) for row in rows]
        self.sums = Arithmetic(self.quote, self.lines)
        self.currency = self.quote["currency"]

    def parts(self, name):
        rows = [named(row) for row in self.laptop.all_shown(page.ENTITIES[name].number) if row.fields.get(page.ENTITIES[name]["quote"]) == self.quote["id"]]
        return sorted(rows, key=lambda row: (row["position"].encode(), row["id"]))

    def other(self, name, at):
        row = self.laptop.images.get((page.ENTITIES[name].number, at)) if at else None
        return named(row) if row else {}

    def line(self, row, replaced, places):
        role, product = row.get("role", "normal"), self.other("product", row.get("product"))
        listed, by_hand = (amount(row[key]) if key in row else None for key in ("list_price", "price"))
        counts = row["kind"] == "item" and (row["id"] not in replaced if role == "normal" else row.get("chosen") == 1)
        return {
            **{key: row.get(key) for key in ("id", "position", "kind", "alternative_to", "part_of", "product", "part_number", "quantity",
                                             "promotion", "why", "delivery_date")},
            "group": row.get("quote_group") if row.get("quote_group") in places else None, "role": role, "chosen": row.get("chosen") == 1, "counted": counts,
            "code": product.get("code"), "description": row.get("description") or product.get("name"), "unit": row.get("unit") or product.get("unit"),
            "list_price": listed, "hand_price": by_hand, "discount_percent": row.get("discount_percent", 0),
            "discount_amount": amount(row["discount_amount"]) if "discount_amount" in row else 0, "tax_percent": row.get("tax_percent", 0),
            "promotion_name": self.other("promotion", row.get("promotion")).get("name"), "free": row.get("free") == 1,
            "price": by_hand if by_hand is not None else 0 if row.get("free") else listed or 0}

    def document(self):
        quote, sums = self.quote, self.sums
        account, contact, owner = (self.other(name, quote.get(field)) for name, field in (("account", "account"), ("contact", "contact"), ("user", "owner")))
        nets = {group["id"]: sum(line["net"] for line in self.lines if line["counted"] and line["group"] == group["id"]) for group in self.groups}
        whole = {key: quote.get(key) for key in KEYS["document"]} | {
            "format": 1, "quote": quote["id"], "revision": quote.get("revision", 1), "tax_inclusive": quote.get("tax_inclusive") == 1,
            "half": quote.get("rounding") if quote.get("rounding") != "half_away" else None,
            "taxation": account.get("taxation") if account.get("taxation") != "normal" else None, "customer_name": account.get("name"),
            "customer_number": account.get("number"), "customer_vat_id": account.get("vat_id"), "customer_address": address(account),
            "contact_name": " ".join(contact[key] for key in ("first_name", "last_name") if key in contact),
            "seller_name": owner.get("name"), "seller_email": owner.get("email"), "seller_phone": owner.get("phone"),
            "groups": [ordered("group", group | {"subtotal": number(nets[group["id"]])}) for group in self.groups],
            "lines": [self.printed(line) for line in self.lines], "discount_percent": number(quote.get("discount_percent", 0)),
            "discount_amount": number(amount(quote["discount_amount"])) if "discount_amount" in quote else None,
            "taxes": [ordered("tax", {key: number(value) for key, value in tax.items()}) for tax in sums.taxes]}
        whole |= {key: number(getattr(sums, key)) for key in ("sum", "discount", "net", "tax", "gross")}
        return ordered("document", whole)

    @staticmethod
    def printed(line):
        numbers = ("quantity", "discount_percent", "discount_amount", "unit_price", "net", "share", "tax_percent")
        prices = {key: decimal(line[key]) for key in ("list_price", "hand_price") if line[key] is not None}
        of_kind = {key: line[key] for key, first in (("kind", "item"), ("role", "normal")) if line[key] != first}
        return ordered("line", {**line, "kind": None, "role": None, **of_kind, **{key: number(line[key] or 0) for key in numbers},
                                "list_price": None, "hand_price": None, **prices})

    def body(self):
        return as_json(self.document())

    def seal(self):
        def price(value):
            return "" if value is None else decimal(value)

        text = "".join(f"{each}\n" for each in (self.currency, decimal(self.quote.get("discount_percent", 0)),
                                                decimal(amount(self.quote["discount_amount"]) if "discount_amount" in self.quote else 0)))
        for line in sorted((line for line in self.lines if line["kind"] == "item"), key=lambda line: line["id"]):
            each = [as_id(line["id"]), as_id(line["product"] or bytes(16)), str(ROLES.index(line["role"])), "chosen" if line["chosen"] else "",
                    as_id(line["alternative_to"] or bytes(16)), decimal(line["quantity"]), line["unit"] or "", price(line["list_price"]), price(line["hand_price"]),
                    decimal(line["discount_percent"]), decimal(line["discount_amount"]), decimal(line["tax_percent"]), "free" if line["free"] else ""]
            text += "".join(f"{one}\t" for one in each) + "\n"
        return hash_of(text)


def address(row):
    return json.loads(row["address"]) if "address" in row else None


def number(value):
    return decimal(value) if value else None


def as_id(octets):
    return str(uuid.UUID(bytes=octets))


def ordered(kind, values):
    """In the page's order; what is empty is left out."""
    kept = {key: values.get(key) for key in KEYS[kind] if values.get(key) not in (None, "", [], {}, False, 0)}
    return {key: as_id(value) if isinstance(value, bytes) else value for key, value in kept.items()}


def as_json(item):
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"))


def hash_of(text):
    return blake(text.encode(), size=32).hex()
