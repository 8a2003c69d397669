"""Writes forecast-golden.json beside this file: values for the golden tests, computed by numpy, which shares no code
with the library. Run: python3 forecast-golden.py"""

import json
import pathlib

import numpy as np

rng = np.random.default_rng(20261121)

# Thin SVD of weighted rows and a ridge regression.
rows = rng.normal(size=(14, 6)) + np.linspace(1, 3, 6)
weights = 0.95 ** np.arange(14)[::-1]
_, singular, vectors = np.linalg.svd(np.sqrt(weights)[:, None] * rows, full_matrices=False)
vectors = vectors[:3] * np.where(vectors[:3].sum(axis=1) < 0, -1, 1)[:, None]
y = rng.normal(size=14)
penalties = np.array([0.01, 0.5, 0.5, 1, 2, 4])
coefficients = np.linalg.solve(rows.T @ (weights[:, None] * rows) + np.diag(penalties), rows.T @ (weights * y))

# Ten weeks of a queue open on five weekdays in four hours a day; the last four weeks are forecast week by week.
level = np.array([130, 110, 100, 100, 95])
shape = np.array([0.6, 1.2, 1.0, 0.8])
contacts = rng.poisson(level[None, :, None] * shape[None, None, :], size=(10, 5, 4)).astype(float)


def backtest(weeks):
    error = total = day_error = signed = 0.0
    for origin in range(6, 10):
        forecast = contacts[origin - weeks : origin].mean(axis=0)
        difference = forecast - contacts[origin]
        error += np.abs(difference).sum()
        day_error += np.abs(difference.sum(axis=1)).sum()
        signed += difference.sum()
        total += contacts[origin].sum()
    naive = np.abs(np.diff(contacts[:6], axis=0)).mean()
    return {"wapeByInterval": error / total, "wapeByDay": day_error / total, "bias": signed / total, "mase": error / (4 * 20) / naive}


golden = {
    "source": "numpy.linalg.svd and solve; WAPE, bias and MASE (Hyndman & Koehler 2006) written out with arrays",
    "generatedBy": "golden/forecast-golden.py, an independent program",
    "seed": 20261121,
    "tolerance": "relative 1e-9, both sides are doubles; 1e-6 for singular vectors, found by iteration, and for the ridge, whose diagonal is raised by 1e-9",
    "linear": {
        "rows": rows.tolist(),
        "weights": weights.tolist(),
        "vectors": vectors.tolist(),
        "y": y.tolist(),
        "penalties": penalties.tolist(),
        "coefficients": coefficients.tolist(),
    },
    "backtest": {
        "firstOn": "2026-01-05",
        "openFromHour": 9,
        "contactsByWeekDayHour": contacts.tolist(),
        "rows": {"seasonal-naive": backtest(1), "planner-mean": backtest(4)},
    },
}
pathlib.Path(__file__).with_name("forecast-golden.json").write_text(json.dumps(golden, indent=1) + "\n")
