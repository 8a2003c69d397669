"""Writes methods-golden.json beside this file: values of the regression of the counts, the spline basis, the two
smoothing filters and the search, computed by numpy and scipy or written out again here; no code is shared with the
library. Run: python3 methods-golden.py"""

import json
import pathlib
from datetime import date, timedelta

import numpy as np
from scipy.interpolate import BSpline
from scipy.optimize import minimize

rng = np.random.default_rng(20261122)

# Regression of the counts: eight weeks of five weekdays in six slots, one calendar feature, by a general optimiser
# on the penalised likelihood (the library solves normal equations).
SLOTS, EFFECT_PENALTY, MONTH_PENALTY, SHAPE_PENALTY, BEND_PENALTY, DISCOUNT = 6, 0.1, 30.0, 200.0, 30.0, 0.99
first = date(2026, 1, 5)
days = [first + timedelta(k) for k in range(56) if (first + timedelta(k)).weekday() < 5]
origin = first + timedelta(56)
features = np.array([[float(d.day <= 2)] for d in days])
shape = np.array([20, 45, 60, 50, 40, 15.0])
counts = np.array([rng.poisson(shape * (1.3 if d.weekday() == 0 else 1) * (1.2 if d.day <= 2 else 1)) for d in days]).astype(float)


def month_columns(d):
    columns = np.zeros(31)
    on = d
    while on == d or (on > d - timedelta(7) and on.weekday() >= 5):
        at = on.day - 1
        columns[at] += 1
        columns[(at + 1) % 31] += 0.5
        columns[(at - 1) % 31] += 0.5
        on -= timedelta(1)
    return columns


def design(d, feature):
    rows = np.zeros((SLOTS, 1 + 31 + 7 + SLOTS + 7 * SLOTS))
    rows[:, 0] = feature
    rows[:, 1:32] = month_columns(d)
    rows[:, 32 + d.weekday()] = 1
    rows[:, 39 : 39 + SLOTS] = np.eye(SLOTS)
    at = 39 + SLOTS + d.weekday() * SLOTS
    rows[:, at : at + SLOTS] = np.eye(SLOTS)
    return rows


X = np.vstack([design(d, f[0]) for d, f in zip(days, features)])
y = counts.ravel()
w = np.repeat([DISCOUNT ** ((origin - d).days - 1) for d in days], SLOTS)
bend = np.diff(np.eye(SLOTS), 2, axis=0)
bends = BEND_PENALTY * bend.T @ bend


def penalty(day_weight):
    P = np.zeros((X.shape[1], X.shape[1]))
    P[0, 0] = EFFECT_PENALTY * day_weight
    P[range(1, 32), range(1, 32)] = MONTH_PENALTY * day_weight
    P[range(32, 39), range(32, 39)] = 1
    P[39 : 39 + SLOTS, 39 : 39 + SLOTS] = bends + 1e-3 * np.eye(SLOTS)
    for k in range(7):
        at = 39 + SLOTS + k * SLOTS
        P[at : at + SLOTS, at : at + SLOTS] = bends + SHAPE_PENALTY * np.eye(SLOTS)
    return P


beta = np.zeros(X.shape[1])
beta[39 : 39 + SLOTS] = np.log(counts.mean())
for _ in range(20):
    # A day's weight is that of its expected counts, as for the penalties in days of evidence.
    day_weight = (w * np.exp(X @ beta)).sum() / sum(w[::SLOTS])
    P = penalty(day_weight)
    found = minimize(
        lambda b: (w * (np.exp(X @ b) - y * (X @ b))).sum() + 0.5 * b @ P @ b,
        beta,
        jac=lambda b: X.T @ (w * (np.exp(X @ b) - y)) + P @ b,
        hess=lambda b: X.T @ ((w * np.exp(X @ b))[:, None] * X) + P,
        method="trust-exact",
        options={"gtol": 1e-8},
    )
    beta = found.x
ahead = [origin + timedelta(k) for k in range(5)]
rates = [np.exp(design(d, float(d.day <= 2)) @ beta).tolist() for d in ahead]

# Cubic B-splines by scipy.
bumps, spline_slots = 10, 36
spacing = spline_slots / (bumps - 3)
basis = BSpline.design_matrix((np.arange(spline_slots) + 0.5) / spacing, np.arange(-3.0, bumps + 1), 3).toarray()

# ETS(A,Ad,A) with a season of five open weekdays.
weekdays = [1 + k % 5 for k in range(60)]
values = np.log(1000 + 5 * np.arange(60)) + np.array([0.2, 0, -0.05, -0.05, -0.1])[np.arange(60) % 5] + rng.normal(0, 0.03, 60)
values[17] += 1.5
alpha, trend, gamma, damping = 0.3, 0.05, 0.1, 0.9


def smooth():
    means = {k: values[[i for i, d in enumerate(weekdays) if d == k]].mean() for k in range(1, 6)}
    centre = np.mean(list(means.values()))
    season = {k: means[k] - centre for k in means}
    level = np.mean([values[i] - season[weekdays[i]] for i in range(14)])
    scale = 1.4826 * np.sort([abs(values[i] - level - season[weekdays[i]]) for i in range(60)])[30]
    slope, errors = 0.0, []
    for i in range(60):
        slope *= damping
        level += slope
        error = values[i] - level - season[weekdays[i]]
        errors.append(error)
        held = np.clip(error, -2.5 * scale, 2.5 * scale)
        level, slope = level + alpha * held, slope + trend * held
        season[weekdays[i]] += gamma * held
    return errors, [level + slope * sum(damping**j for j in range(1, h + 1)) + season[1 + (h - 1) % 5] for h in range(1, 11)]


ets_errors, ets_ahead = smooth()

# Double seasonal smoothing with AR(1), Taylor 2010, from given states; without outliers.
table = rng.normal(0, 0.1, (14, 4)) + np.array([3.0, 5, 6, 4])
table[3, 2] = np.nan
factors = {"level": 0.05, "day": 0.1, "week": 0.2, "inherited": 0.4}
level, day, week, last = 4.5, np.array([-1.4, 0.5, 1.4, -0.5]), np.zeros((8, 4)), 0.0
squares, seen, ahead_squares = 1.0, 1, 0.0
for n in range(14):
    k = 1 + n % 7
    evening = level
    for s in range(4):
        if np.isnan(table[n, s]):
            continue
        season = day[s] + week[k, s]
        ahead_squares += (table[n, s] - evening - season) ** 2
        limit = 3 * np.sqrt(squares / seen)
        error = float(np.clip(table[n, s] - level - season - factors["inherited"] * last, -limit, limit))
        squares, seen = squares + error**2, seen + 1
        level += factors["level"] * error
        day[s] += factors["day"] * error
        week[k, s] += factors["week"] * error
        last = error

golden = {
    "source": "Wood 2017 3.1 (penalised likelihood by scipy.optimize), Eilers & Marx 1996 (scipy BSpline), Hyndman et al. 2008 2.5 and Taylor 2010 (recursions written out again)",
    "generatedBy": "golden/methods-golden.py, an independent program",
    "seed": 20261122,
    "tolerance": "relative 1e-3 for rates, where the library stops when no coefficient moves by more than 5e-3 (Newton steps, so the error is of the order of its square); absolute 1e-9 elsewhere, both sides are doubles",
    "poisson": {
        "originOn": origin.isoformat(),
        "settings": {"discountPerDay": DISCOUNT, "spread": 0, "weekdayShapePenalty": SHAPE_PENALTY, "effectPenaltyDays": EFFECT_PENALTY},
        "days": [{"on": d.isoformat(), "features": f.tolist(), "counts": c.tolist()} for d, f, c in zip(days, features, counts)],
        "ahead": [{"on": d.isoformat(), "features": [float(d.day <= 2)], "rates": r} for d, r in zip(ahead, rates)],
    },
    "spline": {"slots": spline_slots, "bumps": bumps, "basis": basis.tolist()},
    "ets": {
        "values": values.tolist(),
        "weekdays": weekdays,
        "factors": {"level": alpha, "trend": trend, "season": gamma, "damping": damping},
        "errors": [float(e) for e in ets_errors],
        "ahead": [float(a) for a in ets_ahead],
    },
    "doubleSeasonal": {
        "days": [[None if np.isnan(v) else float(v) for v in row] for row in table],
        "factors": factors,
        "start": {"level": 4.5, "day": [-1.4, 0.5, 1.4, -0.5]},
        "end": {"level": level, "day": day.tolist(), "week": week.tolist(), "lastError": last},
        "dayAheadSquares": ahead_squares,
    },
}
pathlib.Path(__file__).with_name("methods-golden.json").write_text(json.dumps(golden, indent=1) + "\n")
