#!/usr/bin/env python3
"""Derives the coefficients of crates/math/src/fixed: exp2, ln and the Mills ratio.

Needs mpmath. Prints each polynomial as the code has it, with the error of the rounded coefficients
in exact arithmetic, searched on 4,001 points. What the integer steps add is in kernels.md.
"""
from mpmath import atanh, cos, erfc, exp, fsum, log, mp, mpf, nstr, pi, sqrt

mp.dps = 50


def mills(y):
    """(1 - N(y)) / n(y)."""
    return sqrt(pi / 2) * exp(y * y / 2) * erfc(y / sqrt(2))


def chebyshev(f, low, high, degree):
    """The interpolant of f at the Chebyshev nodes of [low, high], as coefficients of T_k(v)."""
    count = degree + 1
    nodes = [cos(pi * (2 * j + 1) / (2 * count)) for j in range(count)]
    values = [f((low + high) / 2 + (high - low) / 2 * x) for x in nodes]
    return [
        (2 if k else 1)
        * fsum(values[j] * cos(k * pi * (2 * j + 1) / (2 * count)) for j in range(count))
        / count
        for k in range(count)
    ]


def monomial(coefficients):
    """Chebyshev coefficients as coefficients of v^j."""
    basis = [[mpf(1)], [mpf(0), mpf(1)]]
    while len(basis) < len(coefficients):
        following = [mpf(0)] + [2 * x for x in basis[-1]]
        for index, x in enumerate(basis[-2]):
            following[index] -= x
        basis.append(following)
    out = [mpf(0)] * len(coefficients)
    for c, polynomial in zip(coefficients, basis):
        for index, x in enumerate(polynomial):
            out[index] += c * x
    return out


def rounded(coefficients, places):
    return [int(mp.nint(c * mpf(2) ** p))
            for c, p in zip(coefficients, places)]


def worst(f, low, high, to_w, coefficients, places):
    """Largest |polynomial - f| over the interval."""
    worst_error = mpf(0)
    steps = 4000
    for index in range(0, steps + 1, 1):
        x = low + (high - low) * index / steps
        w = to_w(x)
        total = mpf(0)
        for c, p in zip(reversed(coefficients), reversed(places)):
            total = total * w + c / mpf(2) ** p
        worst_error = max(worst_error, abs(total - f(x)))
    return worst_error


def print_biased(coefficients, biases):
    """The coefficients raised by what the step before them loses on average, where the code rounds down."""
    print("  in the code:", ", ".join(f"{c + int(mp.nint(b)):_}" for c, b in zip(coefficients, biases)))


def show(name, coefficients, places, error):
    print(f"{name}: largest error {nstr(error, 3)} = 2^{nstr(log(error, 2), 4)}")
    for index, (c, p) in enumerate(zip(coefficients, places)):
        print(f"  {index:2} {c:_}  /2^{p}")


def exp2(degree, places):
    """2^w on [-1/2, 1/2], the constant term exactly one."""
    low, high = mpf(-1) / 2, mpf(1) / 2
    # (2^w - 1)/w by interpolation, so that w = 0 gives one.
    quotient = lambda w: (mpf(2) ** w - 1) / w if abs(w) > mpf(10) ** -20 else log(2)
    rest = monomial(chebyshev(quotient, low, high, degree - 1))
    rest = [c * mpf(2) ** j for j, c in enumerate(rest)]  # v = 2w
    coefficients = [mpf(1)] + rest
    integers = rounded(coefficients, places)
    show("2^w", integers, places, worst(lambda w: mpf(2) ** w, low, high, lambda w: w, integers, places))


def ln():
    """2 atanh(z)/z in t = z^2, z up to (sqrt 2 - 1)/(sqrt 2 + 1), by w = t * 8 < 1/4."""
    largest = ((sqrt(2) - 1) / (sqrt(2) + 1)) ** 2 * mpf("1.0001")
    f = lambda t: 2 * atanh(sqrt(t)) / sqrt(t) if t > 0 else mpf(2)
    inner = lambda t: (f(t) - 2) / t if t > mpf(10) ** -30 else mpf(2) / 3
    rest = monomial(chebyshev(inner, mpf(0), largest, 8))
    # v = t / (largest/2) - 1: expand to powers of t.
    half = largest / 2
    powers = [mpf(0)] * len(rest)
    shift = [mpf(1)]
    for c in rest:
        for index, x in enumerate(shift):
            powers[index] += c * x
        following = [mpf(0)] * (len(shift) + 1)
        for index, x in enumerate(shift):
            following[index] -= x
            following[index + 1] += x / half
        shift = following
    scaled = [mpf(2)] + [c / mpf(8) ** (j + 1) for j, c in enumerate(powers)]
    places = [61] + [64] * 4 + [50] * 5
    integers = rounded(scaled, places)
    show("2 atanh(z)/z in 8 z^2", integers, places, worst(f, mpf(0), largest, lambda t: 8 * t, integers, places))


def mills_ratio(degree, places, biases):
    """M(y) on [-0.51, 16.01] in w = (u - centre)/(4 half-widths of u), u = 1/(y + 5)."""
    c, low_y, high_y = mpf(5), mpf("-0.51"), mpf("16.01")
    low, high = 1 / (high_y + c), 1 / (low_y + c)
    coefficients = monomial(chebyshev(lambda u: mills(1 / u - c), low, high, degree))
    coefficients = [x * mpf(2) ** j for j, x in enumerate(coefficients)]
    integers = rounded(coefficients, places)
    print_biased(integers, biases)
    half, centre = (high - low) / 2, (high + low) / 2
    to_w = lambda y: (1 / (y + c) - centre) / (2 * half)
    show("mills", integers, places, worst(mills, low_y, high_y, to_w, integers, places))
    scale = 1 / (2 * half) / 4
    print("  factor 1/(8 half) - 1, /2^64:", f"{int(mp.nint((scale - 1) * mpf(2) ** 64)):_}")
    # One unit less, for what the products before it lose on average.
    print("  offset centre/(2 half) /2^64:", f"{int(mp.nint(centre / (2 * half) * mpf(2) ** 64)) - 1:_}")


def constants():
    print("log2(e)/2^63", f"{int(mp.nint(mpf(2) ** 63 / log(2))):_}")
    print("ln 2 /2^64", f"{int(mp.nint(mpf(2) ** 64 * log(2))):_}")
    print("ln 2 /2^96", f"{int(mp.nint(mpf(2) ** 96 * log(2))):_}")
    print("sqrt(log2(e)/2)/2^64", f"{int(mp.nint(mpf(2) ** 64 * sqrt(1 / log(2) / 2))):_}")
    print("log2(sqrt(2 pi))/2^64", f"{int(mp.nint(mpf(2) ** 64 * log(sqrt(2 * pi), 2))):_}")


if __name__ == "__main__":
    exp2(12, [63] + [62] * 8 + [55] * 4)
    exp2(9, [62] * 5 + [41] * 5)
    ln()
    mills_ratio(25, [62, 61] + [60] * 19 + [44] * 5, [0.5, 0.5] + [1 + k % 2 for k in range(19)] + [0] * 5)
    mills_ratio(18, [60] * 10 + [34] * 9, [1 + k % 2 for k in range(10)] + [0] * 9)
    constants()
