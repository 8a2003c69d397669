"""Values for contact-calibration.golden.spec.ts by numpy and scipy, an independent program.

Run: python3 calibration.py > calibration.json
"""
import json
import sys

import numpy as np
from scipy import optimize, special, stats

rng = np.random.default_rng(19990101)

# Waits: Weibull patience against an exponential offered wait, whole seconds, ties included.
n = 400
patience = 150 * rng.weibull(0.8, n)
offered = np.where(rng.random(n) < 0.3, 0, rng.exponential(70, n))
wait = np.floor(np.minimum(patience, offered)) + 0.0
left = patience < offered
wait = np.where(left, np.maximum(wait, 1), wait)
day = rng.integers(0, 12, n)

asked = left | (wait > 0)
sample = stats.CensoredData.right_censored(wait[asked], ~left[asked])
ecdf = stats.ecdf(sample)
bounds = ecdf.sf.confidence_interval(0.95, method="log-log")
at = [1, 2, 5, 10, 20, 30, 60, 90, 120]
curve = [
    {
        "wait": t,
        "surviving": float(ecdf.sf.evaluate([t])[0]),
        "low": float(bounds.low.evaluate([t])[0]),
        "high": float(bounds.high.evaluate([t])[0]),
    }
    for t in at
]


def best(negative, start):
    found = optimize.minimize(negative, start, method="Nelder-Mead", options={"xatol": 1e-10, "fatol": 1e-10, "maxiter": 20000})
    return found.x, -found.fun


def censored(dist):
    def negative(p):
        d = dist(p)
        return -(d.logpdf(wait[left]).sum() + d.logsf(wait[asked & ~left]).sum())

    return negative


fits = {}
x, value = best(censored(lambda p: stats.expon(scale=np.exp(p[0]))), [4.0])
fits["exponential"] = {"logLikelihood": value, "meanSeconds": float(np.exp(x[0]))}
x, value = best(censored(lambda p: stats.weibull_min(np.exp(p[0]), scale=np.exp(p[1]))), [0.0, 4.5])
fits["weibull"] = {"logLikelihood": value, "shape": float(np.exp(x[0])), "scaleSeconds": float(np.exp(x[1]))}
x, value = best(censored(lambda p: stats.lognorm(np.exp(p[1]), scale=np.exp(p[0]))), [4.0, 0.0])
fits["lognormal"] = {"logLikelihood": value, "mu": float(x[0]), "sigma": float(np.exp(x[1]))}
x, value = best(censored(lambda p: stats.gamma(np.exp(p[0]), scale=np.exp(p[1]))), [0.0, 4.5])
fits["gamma"] = {"logLikelihood": value, "shape": float(np.exp(x[0])), "scaleSeconds": float(np.exp(x[1]))}


def by_day(top, bottom):
    """Linearised ratio of day sums, t interval on the logarithm."""
    days = np.unique(day)
    y = np.array([top[day == d].sum() for d in days])
    z = np.array([bottom[day == d].sum() for d in days])
    ratio = y.sum() / z.sum()
    k = len(days)
    error = np.sqrt(((y - ratio * z) ** 2).sum() * k / (k - 1)) / z.sum() / ratio
    half = stats.t.ppf(0.975, k - 1) * error
    return {"value": ratio, "low": ratio * np.exp(-half), "high": ratio * np.exp(half)}


operational = by_day(wait, left.astype(float))

# Handle times: gamma with short services mixed in; fits cut off at 10 s.
handle = np.floor(np.where(rng.random(n) < 0.06, rng.uniform(0, 10, n), rng.gamma(1.6, 120, n)))
usual = handle[handle >= 10]


def truncated(dist):
    def negative(p):
        d = dist(p)
        return -(d.logpdf(usual).sum() - len(usual) * d.logsf(10))

    return negative


handle_fits = {}
x, value = best(truncated(lambda p: stats.expon(scale=np.exp(p[0]))), [5.0])
handle_fits["exponential"] = {"logLikelihood": value, "meanSeconds": float(np.exp(x[0]))}
x, value = best(truncated(lambda p: stats.lognorm(np.exp(p[1]), scale=np.exp(p[0]))), [5.0, 0.0])
handle_fits["lognormal"] = {"logLikelihood": value, "mu": float(x[0]), "sigma": float(np.exp(x[1]))}
x, value = best(truncated(lambda p: stats.gamma(np.exp(p[0]), scale=np.exp(p[1]))), [0.3, 4.5])
handle_fits["gamma"] = {"logLikelihood": value, "shape": float(np.exp(x[0])), "scaleSeconds": float(np.exp(x[1]))}

# Arrivals: six weeks of two weekdays with a day factor.
counts = []
for group, size in ((1, 6), (2, 5)):
    level = rng.uniform(10, 30, 8) * (1.3 if group == 1 else 1.0)
    factors = rng.gamma(25, 1 / 25, size)
    counts.append([[int(c) for c in rng.poisson(level * f * rng.gamma(50, 1 / 50, 8))] for f in factors])

interval_top = interval_bottom = pair_top = pair_bottom = day_top = day_bottom = 0.0
for group in counts:
    c = np.array(group, float)
    k = len(c)
    m = c.mean(0)
    cov = np.cov(c, rowvar=False)
    total = c.sum(1)
    interval_top += (k - 1) * (np.diag(cov) - m).sum()
    interval_bottom += (k - 1) * (m**2 - np.diag(cov) / k).sum()
    off = ~np.eye(len(m), dtype=bool)
    pair_top += (k - 1) * cov[off].sum()
    pair_bottom += (k - 1) * (np.outer(m, m) - cov / k)[off].sum()
    day_top += (k - 1) * (total.var(ddof=1) - total.mean())
    day_bottom += (k - 1) * (total.mean() ** 2 - total.var(ddof=1) / k)

json.dump(
    {
        "source": "Kaplan & Meier 1958 with log-log bounds by scipy.stats.ecdf; censored and truncated likelihoods by scipy.stats densities, maximised by scipy.optimize; covariances by numpy",
        "generatedBy": "golden/calibration.py (numpy %s, scipy %s)" % (np.__version__, __import__("scipy").__version__),
        "seed": "19990101 (numpy default_rng)",
        "tolerance": "relative 1e-9 for curves and moments, 1e-5 for fitted parameters (two searches), 3e-3 for t intervals (expansion of t)",
        "contacts": [[int(d), int(w), bool(a), int(h)] for d, w, a, h in zip(day, wait, left, handle)],
        "curve": curve,
        "patienceFits": fits,
        "operationalSeconds": operational,
        "handleFits": handle_fits,
        "handleMean": float(handle[~left].mean()),
        "counts": counts,
        "rateSpread": {"interval": interval_top / interval_bottom, "day": day_top / day_bottom, "dayFactor": pair_top / pair_bottom},
        "logGamma": [[float(s), float(special.gammaln(s))] for s in (0.1, 0.5, 1.5, 7.25, 40.0, 300.5)],
        "normalTail": [[float(z), float(stats.norm.sf(z))] for z in (-6.0, -1.0, 0.0, 0.3, 1.96, 5.0, 12.0)],
        "studentT95": [[k, float(stats.t.ppf(0.975, k))] for k in (4, 6, 10, 27, 58)],
        "wilson": [[e, t, float(r.low), float(r.high)] for e, t in ((0, 20), (3, 20), (50, 400)) for r in (stats.binomtest(e, t).proportion_ci(0.95, method="wilson"),)],
    },
    sys.stdout,
)
