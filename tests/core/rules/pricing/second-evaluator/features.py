# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The features of core/rules/PRICING.md whose pairs are counted, by the names the evaluator tells them with, and which pairs cannot be."""

import collections
import itertools

FEATURES = """
agreement | agreement's percentage | named list | segment's list | territory's list | company's list | parent | list passed over
pinned revision | followed revision | entries of no revision | revision not yet effective | revision not published | revision from this day
removed entry | entry not valid | edge of validity | later valid_from | below the first break
higher break | graduated
percentage of a list | percentage of cost | base list's parent | base list in another currency
rounding nearest | rounding up | rounding down | rounding step | ends in | tie of a list's step | tie of a unit price
minimum price | currency without a rate | rate from list to document | rate from document to list | named rate
tax put in | tax taken out | region's tax rate | reverse charge | exempt
promotion: percent | promotion: amount | promotion: free_item | promotion: buy_get | several promotions | repeated | another product free
exclusive promotion taken | exclusive promotion not taken | exclusive free item | promotion rounded by its list | promotion rounded to no more | minimum after a promotion
min_quantity reached | min_quantity not reached | min_amount reached | min_amount not reached | promotion in another currency
promotion's territories | promotion's segments | promotion's accounts | promotion's products | promotion's families
unit with a factor | hand price | included part | line percent | line amount
optional chosen | optional not chosen | alternative chosen | alternative not chosen | line replaced | groups
document percent | document amount | discount left over | equal remainders | several tax rates | inclusive
half to even | half away from zero | no decimals | two decimals | three decimals
"""
NAMES = [name.strip() for name in FEATURES.replace("\n", "|").split("|") if name.strip()]

# Pairs that cannot have an effect in one document: (those, those or None for "among themselves", reason).
EXCLUDED = [
    (("no decimals", "two decimals", "three decimals"), None, "a document has one currency"),
    (("half to even", "half away from zero"), None, "a document rounds in one way"),
    (("named list",), ("segment's list", "territory's list", "company's list"), "a document that names a list skips these"),
    (("tax put in",), ("tax taken out",), "the first is of inclusive documents, the second of exclusive ones"),
    (("inclusive",), ("tax taken out",), "it is of exclusive documents"),
    (("reverse charge", "exempt"), None, "a customer has one taxation"),
    (("reverse charge", "exempt"), ("several tax rates",), "then every rate is 0"),
]
LEAST = 200
LEAST_OF = 100000


def excluded_pairs():
    pairs = {}
    for these, those, reason in EXCLUDED:
        for one, other in itertools.combinations(these, 2) if those is None else itertools.product(these, those):
            pairs[tuple(sorted((one, other)))] = reason
    return pairs


class Count:
    def __init__(self):
        self.cases = 0
        self.refused = collections.Counter()
        self.single = collections.Counter()
        self.pairs = collections.Counter()

    def add(self, features):
        self.cases += 1
        refused = [name for name in features if name.startswith("refused: ")]
        if refused:
            self.refused.update(refused)
            return
        names = sorted(features)
        self.single.update(names)
        self.pairs.update(itertools.combinations(names, 2))

    def add_count(self, other):
        self.cases += other.cases
        self.refused.update(other.refused)
        self.single.update(other.single)
        self.pairs.update(other.pairs)

    def unknown(self):
        return sorted(set(self.single) - set(NAMES))

    def ranked(self):
        """(count, pair) of all possible pairs, the fewest first."""
        excluded = excluded_pairs()
        return sorted((self.pairs[pair], pair) for pair in itertools.combinations(sorted(NAMES), 2) if pair not in excluded)

    def few(self):
        return [one for one in self.ranked() if one[0] < LEAST]

    def print_all(self):
        for name, count in sorted(self.single.items(), key=lambda one: one[1]):
            print("%8d  %s" % (count, name))
        for name, count in sorted(self.refused.items()):
            print("%8d  %s" % (count, name))
        for pair, reason in sorted(excluded_pairs().items()):
            seen = self.pairs[pair]
            print("%8s  %s + %s: %s" % ("-" if not seen else "SEEN %d" % seen, pair[0], pair[1], reason))
        self.print_summary()

    def print_summary(self):
        ranked = self.ranked()
        print("features: %d; possible pairs: %d; cases: %d, refused: %d" % (len(NAMES), len(ranked), self.cases, sum(self.refused.values())))
        if self.unknown():
            print("not in the list of features: " + ", ".join(self.unknown()))
        few = self.few()
        for count, pair in (few if len(few) <= 400 or self.cases >= LEAST_OF else few[:10]) or ranked[:10]:
            print("%8d  %s + %s" % (count, *pair))
        print("pairs met less than %d times: %d" % (LEAST, len(few)))
