#!/usr/bin/env python3
"""Writes kernels.csv: values of the binary kernels at 60 digits. Needs mpmath; argument: rows a function."""
import random
import sys

from mpmath import erfc, exp, floor, frexp, log, mp, mpf, pi, sqrt

mp.dps = 60
random.seed(1)
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 40


def words(value):
    """mantissa · 2^exponent with 120 bits."""
    if value == 0:
        return "0,0"
    sign = -1 if value < 0 else 1
    mantissa, exponent = frexp(abs(value))
    return f"{sign * int(mp.nint(mantissa * mpf(2) ** 120))},{int(exponent) - 120}"


def row(name, argument, value):
    print(f"{name},{argument},{words(value)}")


def mills(y):
    return sqrt(pi / 2) * exp(y * y / 2) * erfc(y / sqrt(2))


def spread(low, high):
    """Even, and close to the ends and to zero."""
    for _ in range(COUNT):
        yield random.uniform(low, high)
    for k in range(0, 60, 6):
        for sign in (1, -1):
            x = sign * 2.0**-k
            if low <= x <= high:
                yield x
    yield low
    yield high


print("kernel,argument,mantissa,exponent")
for x in spread(-45, 45):
    argument = int(mpf(x) * mpf(2) ** 64)
    row("exp", argument, exp(mpf(argument) / mpf(2) ** 64))
for x in spread(-60, 60):
    argument = int(mpf(2) ** (mpf(x) + 63))
    if argument >= 1:
        row("ln", argument, log(mpf(argument) / mpf(2) ** 63))
        row("sqrt", argument, sqrt(mpf(argument)))
for x in spread(-0.5, 15.99):
    argument = int(mpf(x) * mpf(2) ** 59)
    row("mills", argument, mills(mpf(argument) / mpf(2) ** 59))
for x in spread(-15.99, 15.99):
    argument = int(mpf(x) * mpf(2) ** 59)
    y = mpf(argument) / mpf(2) ** 59
    row("density", argument, exp(-y * y / 2) / sqrt(2 * pi))
    row("upper_tail", argument, erfc(y / sqrt(2)) / 2)
    row("cdf", argument, erfc(-y / sqrt(2)) / 2)
