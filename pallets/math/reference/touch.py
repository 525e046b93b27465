#!/usr/bin/env python3
"""Writes the reference points of the modules `barrier` and `fixed`: touch.csv and fixed.csv, next to this file.

    pip install mpmath
    python3 touch.py            writes both tables, after checking the formula; some ten seconds
    python3 touch.py --check    only checks the formula against the integral of the first-passage density

The numbers come from mpmath with 80 digits and from the formula in its textbook form, with error functions; the crate
uses another form of it, in whole numbers. The random numbers have a fixed seed, so that a second run writes the same
files.
"""

import argparse
import random
from pathlib import Path

from mpmath import ceil, erfc, exp, floor, inf, log, mp, mpf, pi, quad, sqrt

mp.dps = 80
HERE = Path(__file__).resolve().parent
ONE = 10**18
DAY = 86_400_000
YEAR = 365 * DAY
MAX_PRICE = 10**36
VOLATILITY = (ONE // 10_000, 10 * ONE)
TIME = (1, 800 * DAY)
UNIT = 2**112


def normal(x):
    """The normal distribution function."""
    return erfc(-x / sqrt(mpf(2))) / 2


def variance(volatility, time):
    return (mpf(volatility) / ONE) ** 2 * time / YEAR


def touch(side, spot, barrier, volatility, time):
    """The value of the one-touch, as in the documentation of `barrier`."""
    if (spot <= barrier) if side == "below" else (spot >= barrier):
        return mpf(1)
    b, v = log(mpf(barrier) / spot), variance(volatility, time)
    s, ratio = sqrt(v), mpf(spot) / barrier
    if side == "below":
        return normal((b + v / 2) / s) + ratio * normal((b - v / 2) / s)
    return normal((-b - v / 2) / s) + ratio * normal((-b + v / 2) / s)


def integral(spot, barrier, volatility, time):
    """The same from the density of the first passage: |b|/√(2πw³)·exp(-(b + w/2)²/2w) over w in 0..v, with w = b²/z²."""
    b, v = log(mpf(barrier) / spot), variance(volatility, time)
    x = abs(b) / sqrt(v)

    def density(z):
        w = (b / z) ** 2
        return sqrt(2 / pi) * exp(-((b + w / 2) ** 2) / (2 * w))

    return quad(density, [x, x + 1, x + 2, x + 4, x + 8, x + 16, x + 40, inf])


def check(rng):
    worst = mpf(0)
    for _ in range(40):
        point = realistic(rng)
        worst = max(worst, abs(touch(*point) - integral(*point[1:])))
    print("largest difference between formula and integral:", mp.nstr(worst, 3))
    assert worst < mpf(10) ** -30


def log_uniform(rng, low, high):
    return min(high, max(low, int(mp.nint(exp(mpf(rng.uniform(float(log(low)), float(log(high)))))))))


def clamp_price(price):
    return min(MAX_PRICE, max(1, int(price)))


def realistic(rng):
    """A coin near one, a barrier some way off, 0.5 % to 200 % volatility, 7 to 400 days."""
    spot = rng.randint(9 * ONE // 10, 11 * ONE // 10)
    volatility = log_uniform(rng, ONE // 200, 2 * ONE)
    time = rng.randint(7 * DAY, 400 * DAY)
    if rng.random() < 0.75:
        return "below", spot, spot * rng.randint(500_000, 999_000) // 10**6, volatility, time
    return "above", spot, spot * rng.randint(1_001_000, 2_000_000) // 10**6, volatility, time


def anywhere(rng):
    """All numbers over their whole range, small as often as large."""
    low, high = sorted([log_uniform(rng, 1, MAX_PRICE), log_uniform(rng, 1, MAX_PRICE)])
    volatility, time = log_uniform(rng, *VOLATILITY), log_uniform(rng, *TIME)
    return ("below", high, low, volatility, time) if rng.random() < 0.5 else ("above", low, high, volatility, time)


def in_reach(rng):
    """Any volatility and time, and a barrier 0 to 10 deviations away, where the value is neither zero nor one."""
    volatility, time = log_uniform(rng, *VOLATILITY), log_uniform(rng, *TIME)
    factor = exp(sqrt(variance(volatility, time)) * mpf(rng.uniform(0, 10)))
    near = log_uniform(rng, 10**9, MAX_PRICE)
    far = clamp_price(near / factor) if rng.random() < 0.5 else clamp_price(near * factor)
    return ("below" if far < near else "above"), near, far, volatility, time


def edges(rng):
    """Both ends of every range, steps of one unit, ratios of 10^36, a barrier at and beyond the spot."""
    pairs = [(1, 2), (1, MAX_PRICE), (MAX_PRICE - 1, MAX_PRICE), (ONE - 1, ONE), (ONE, ONE + 1), (MAX_PRICE // 3, MAX_PRICE // 2)]
    pairs += [(2, 3), (3, 4), (10**9, 10**9 + 1), (10**35, MAX_PRICE), (ONE * 999 // 1000, ONE), (ONE // 2, ONE)]
    volatilities = [VOLATILITY[0], VOLATILITY[0] + 1, ONE // 10, ONE, VOLATILITY[1] - 1, VOLATILITY[1]]
    times = [1, 2, DAY, YEAR, TIME[1] - 1, TIME[1]]
    for low, high in pairs:
        for volatility in volatilities:
            for time in times:
                yield "below", high, low, volatility, time
                yield "above", low, high, volatility, time
    for price in (1, ONE, MAX_PRICE):
        yield "below", price, price, ONE, YEAR
        yield "above", price, price, ONE, YEAR
    yield "below", ONE - 1, ONE, ONE, YEAR
    yield "above", ONE + 1, ONE, ONE, YEAR


def write_touch(rng):
    rows = [realistic(rng) for _ in range(6_500)]
    rows += [in_reach(rng) for _ in range(4_300)]
    rows += [anywhere(rng) for _ in range(1_200)]
    rows += list(edges(rng))
    with open(HERE / "touch.csv", "w", newline="\n") as out:
        out.write("side,spot (any unit),barrier (the same),volatility (10^-18 a year),time (ms),value (10^-24 rounded up)\n")
        for row in rows:
            value = int(ceil(touch(*row) * 10**24))
            out.write(",".join(map(str, row)) + f",{value}\n")
    print("touch.csv:", len(rows), "rows")


def fixed_rows(rng):
    def units(value):
        return int(floor(value * UNIT + mpf(1) / 2))

    for top, bottom in [(1, 1), (2, 1), (3, 2), (4, 3), (MAX_PRICE, MAX_PRICE - 1), (2**128 - 1, 1), (10**18 + 1, 10**18)]:
        yield "ln", top, bottom, units(log(mpf(top) / bottom))
    for _ in range(400):
        bottom, top = sorted([log_uniform(rng, 1, MAX_PRICE), log_uniform(rng, 1, MAX_PRICE)])
        if rng.random() < 0.5:
            bottom = max(1, top - log_uniform(rng, 1, top))
        yield "ln", top, bottom, units(log(mpf(top) / bottom))
    for _ in range(300):
        top, bottom = log_uniform(rng, 1, 2**63), log_uniform(rng, 2**32, 2**63)
        yield "sqrt", top, bottom, int(floor(sqrt(mpf(top) / bottom) * UNIT))
    for x in [0, 1, UNIT] + [rng.randrange(11 * UNIT) for _ in range(300)]:
        yield "exp", x, 0, units(exp(mpf(x) / UNIT))
    for x in [0, 1, UNIT, 300 * UNIT] + [rng.randrange(80 * UNIT) for _ in range(300)]:
        yield "exp_minus", x, 0, units(exp(-mpf(x) / UNIT))
    cut = UNIT // 4 * 17
    for y in [0, 1, UNIT, cut - 1, cut, 255 * UNIT] + [rng.randrange(6 * UNIT) for _ in range(300)] + [rng.randrange(30 * UNIT) for _ in range(150)]:
        at = mpf(y) / UNIT
        density, tail = exp(-at * at / 2) / sqrt(2 * pi), normal(-at)
        yield "density", y, 0, units(density)
        yield "tail", y, 0, units(tail)
        yield "mills", y, 0, units(tail / density)


def write_fixed(rng):
    rows = list(fixed_rows(rng))
    with open(HERE / "fixed.csv", "w", newline="\n") as out:
        out.write("function,argument (2^-112; ln and sqrt: whole),second argument (whole),value (2^-112)\n")
        for row in rows:
            out.write(",".join(map(str, row)) + "\n")
    print("fixed.csv:", len(rows), "rows")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args()
    check(random.Random(1991))
    if not arguments.check:
        write_touch(random.Random(1992))
        write_fixed(random.Random(1993))


if __name__ == "__main__":
    main()
