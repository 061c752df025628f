# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers and the three kinds of rounding of core/rules/PRICING.md, "Words". All numbers are fractions, so exact."""

from fractions import Fraction
from functools import lru_cache

ZERO = Fraction(0)
ONE = Fraction(1)
HUNDRED = Fraction(100)
FOUR_PLACES = Fraction(1, 10000)

# Decimals of currencies that have not two.
DECIMALS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "PYG": 0, "UGX": 0, "XAF": 0, "XOF": 0, "XPF": 0, "RWF": 0,
            "KWD": 3, "BHD": 3, "OMR": 3, "JOD": 3, "TND": 3, "IQD": 3, "LYD": 3}


# Limits.
MOST_QUANTITY = Fraction(10000000)
MOST_PRICE = Fraction(1000000000)
MOST_LINES = 10000
TOO_MUCH = Fraction(10) ** 14  # an amount has at most 14 digits before the point


class Refused(Exception):
    """What the page calls an error, or refuses."""


def limited(price):
    """A price, also one on the way to another, or a minimum (or None)."""
    if price is not None and price > MOST_PRICE:
        raise Refused("unit price")
    return price


def limited_quantity(quantity):
    if quantity > MOST_QUANTITY:
        raise Refused("quantity")
    return quantity


def fitting(amount):
    if amount >= TOO_MUCH:
        raise Refused("amount")
    return amount


@lru_cache(maxsize=100000)
def number(text):
    return Fraction(text)


def given(record, key):
    """The number under this key, or None if it is absent or empty."""
    text = record.get(key)
    return number(text) if text else None


def written(x):
    """A decimal in its shortest form."""
    scaled = x * 10000
    if scaled.denominator != 1:
        raise AssertionError("more than four decimals: %s" % x)
    whole, rest = divmod(abs(scaled.numerator), 10000)
    text = "%d.%04d" % (whole, rest)
    return ("-" if x < 0 else "") + text.rstrip("0").rstrip(".")


@lru_cache(maxsize=None)
def minor(currency):
    return Fraction(1, 10 ** DECIMALS.get(currency, 2))


def multiple(x, unit, how, trace=None, name=None):
    """The multiple of `unit` near x; how: nearest (half away from zero), half_even, up (not below), down (not above).
    A tie is told to the trace by its name."""
    divisor = x.denominator * unit.numerator
    whole, rest = divmod(x.numerator * unit.denominator, divisor)
    if how == "up":
        more = rest > 0
    elif how == "down":
        more = False
    else:
        more = 2 * rest > divisor
        if 2 * rest == divisor:
            more = whole % 2 == 1 if how == "half_even" else x >= 0
            if trace is not None and (how == "nearest" or not more):
                trace.add(name)
    return (whole + more) * unit


def U(x, trace=None):
    return multiple(x, FOUR_PLACES, "nearest", trace, "tie of a unit price")


def M(x, currency, half, trace=None):
    if half == "half_even":
        return multiple(x, minor(currency), "half_even", trace, "half to even")
    return multiple(x, minor(currency), "nearest", trace, "half away from zero")


@lru_cache(maxsize=None)
def power_of_ten_above(e):
    power = ONE
    while power > e:
        power /= 10
    while power <= e:
        power *= 10
    return power


def L(x, price_list, currency, trace):
    """A computed price of a list."""
    how = price_list.get("rounding") or "nearest"
    step = given(price_list, "step")
    y = multiple(x, step or minor(currency), how, trace, "tie of a list's step")
    e = given(price_list, "endsIn")
    result = ending(y, e, how) if e else y
    if result != x:
        trace.add("rounding " + how)
        if e:
            trace.add("ends in")
        elif step:
            trace.add("rounding step")
    return result


def ending(y, e, how):
    """The candidate e, e + T, e + 2T, ... for y."""
    T = power_of_ten_above(e)
    below = (y - e) // T  # of the largest candidate not above y; negative: there is none
    if below < 0:
        return e
    lower = e + below * T
    if how == "down" or lower == y:
        return lower
    higher = lower + T
    if how == "up":
        return higher
    return lower if y - lower < higher - y else higher
