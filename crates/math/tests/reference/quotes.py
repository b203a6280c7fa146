#!/usr/bin/env python3
"""Writes quotes.csv: prices and Greeks at 60 digits, 25 printed. Needs mpmath; argument: number of rows."""
import random
import sys

from mpmath import erfc, exp, log, mp, mpf, nstr, pi, sqrt

mp.dps = 60
random.seed(7)
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 400
YEAR = 31_536_000
COLUMNS = "call put delta_call delta_put gamma vega theta_call theta_put rho_call rho_put vanna volga charm_call charm_put".split()


def cdf(x):
    return erfc(-x / sqrt(2)) / 2


def density(x):
    return exp(-x * x / 2) / sqrt(2 * pi)


def spot(S, K, T, v, r):
    root = sqrt(T)
    s = v * root
    d1 = (log(S / K) + r * T) / s + s / 2
    d2, d = d1 - s, exp(-r * T)
    n = density(d1)
    decay = -S * n * v / (2 * root)
    charm = -n * (r / s - d2 / (2 * T))
    return [S * cdf(d1) - K * d * cdf(d2), K * d * cdf(-d2) - S * cdf(-d1), cdf(d1), -cdf(-d1),
            n / (S * s), S * n * root, decay - r * K * d * cdf(d2), decay + r * K * d * cdf(-d2),
            T * K * d * cdf(d2), -T * K * d * cdf(-d2), -n * d2 / v, S * n * root * d1 * d2 / v, charm, charm]


def forward(F, K, T, v, r):
    root = sqrt(T)
    s = v * root
    d1 = log(F / K) / s + s / 2
    d2, d = d1 - s, exp(-r * T)
    n = density(d1)
    call = d * (F * cdf(d1) - K * cdf(d2))
    put = d * (K * cdf(-d2) - F * cdf(-d1))
    decay = -d * F * n * v / (2 * root)
    drift = d * n * d2 / (2 * T)
    return [call, put, d * cdf(d1), -d * cdf(-d1), d * n / (F * s), d * F * n * root, decay + r * call,
            decay + r * put, -T * call, -T * put, -d * n * d2 / v, d * F * n * root * d1 * d2 / v,
            drift + r * d * cdf(d1), drift - r * d * cdf(-d1)]


def text(value):
    return nstr(value, 25, min_fixed=0, max_fixed=0) if abs(value) > mpf(10) ** -60 else "0"


def case(index):
    """Realistic, wide, and at the edges of the domain by turns."""
    pick, between = random.choice, lambda low, high: 10 ** random.uniform(low, high)
    kind = index % 4
    if kind < 2:
        S, ratio = between(-2, 6), 5 ** random.uniform(-1, 1)
        T, v, r = int(between(3.6, 7.8)), between(-1.3, 0.6), random.uniform(-0.05, 0.2)
    elif kind == 2:
        S, ratio = between(-8, 9), between(-6, 6)
        T, v, r = int(between(0, 8.49)), between(-3, 1), random.uniform(-0.2, 1)
    else:
        S, T = pick([1e-8, 1e-3, 1, 100, 1e5, 1e9]), pick([1, 60, 1800, 86_400, 31_536_000, 315_360_000])
        v, r = pick([0.001, 0.05, 0.6, 3, 10]), pick([-0.2, 0, 0.05, 1])
        s = v * (T / YEAR) ** 0.5
        ratio = pick([1, 1 + 1e-9, 1 - 1e-9, 2.718281828 ** (random.uniform(-5, 5) * min(s, 2))])
    S, K = f"{S:.18f}", f"{min(max(S * ratio, 1e-8), 1e9):.18f}"
    return S, K, T, f"{v:.12f}", f"{r:.12f}"


print(",".join(["id,S,K,T_sec,vol,r"] + COLUMNS + ["b76_" + c for c in COLUMNS]))
for index in range(COUNT):
    S, K, T, v, r = case(index)
    numbers = mpf(S), mpf(K), mpf(T) / YEAR, mpf(v), mpf(r)
    values = spot(*numbers) + forward(*numbers)
    print(",".join([str(index), S, K, str(T), v, r] + [text(x) for x in values]))
