"""Golden values of erlang-x and chat: the chain of states and incomplete beta functions in 50 digits, with mpmath.

Run `python3 birth-death-chains.py` in this folder; it writes erlang-x.json and chat.json anew. It shares no code and no
formula beyond the chain itself with the models.
"""
import json
from mpmath import mp, mpf, exp, betainc, findroot, gammainc, inf

mp.dps = 50


def waiting(rates_full, lam, theta, places, t):
    """p_{m+j}/p_m, and for each j the chances of a turn after t and of service after t, with the mean waits served."""
    terms, turn, served, wait = [], [], [], []
    term, j, ahead = mpf(1), 0, mpf(0)
    while True:
        terms.append(term)
        stage = rates_full + (j + 1) * theta
        if j < places:
            if theta == 0:
                turn.append(gammainc(j + 1, rates_full * t, regularized=True))
                served.append(turn[-1])
            else:
                s, y = rates_full / theta, exp(-theta * t)
                turn.append(betainc(s, j + 1, 0, y, regularized=True))
                served.append(s / (s + j + 1) * betainc(s + 1, j + 1, 0, y, regularized=True))
            ahead += 1 / stage
            wait.append(rates_full / stage * ahead)
        if j == places or (term < mpf(10) ** -45 and stage > lam):
            return terms, turn, served, wait
        term *= lam / stage
        j += 1


def attempt(lam, h, patience, agents, lines, t):
    mu, theta = 1 / h, (mpf(0) if patience == inf else 1 / mpf(patience))
    below = [mpf(1)]
    for k in range(1, agents + 1):
        below.append(below[-1] * lam / (k * mu))
    terms, turn, served, wait = waiting(agents * mu, lam, theta, lines - agents, t)
    scale = below[-1]
    norm = sum(below[:-1]) + scale * sum(terms)
    p = [scale * term / norm for term in terms]
    blocked = p[-1] if len(p) == lines - agents + 1 else mpf(0)
    queue = sum(j * x for j, x in enumerate(p))
    abandoned = theta * queue / lam
    answered = 1 - blocked - abandoned
    return {
        "p_block": blocked,
        "p_wait": sum(p[: len(wait)]),
        "p_abandon": abandoned,
        "p_served": answered,
        "sl_offered": answered - sum(x * late for x, late in zip(p, served)),
        "p_wait_gt_t": exp(-theta * t) * sum(x * late for x, late in zip(p, turn)),
        "asa_answered": sum(x * w for x, w in zip(p, wait)) / answered,
        "queue_len": queue,
        "occupancy": lam * answered * h / agents,
    }


def erlang_x(calls, interval, aht, patience, agents, lines, t, redial):
    lam, h, t, r = mpf(calls) / interval, mpf(aht), mpf(t), mpf(redial) / 100
    total = lam
    if r > 0:
        excess = lambda x: x * (1 - r * (1 - attempt(x, h, patience, agents, lines, t)["p_served"])) - lam
        total = findroot(excess, (lam, lam / (1 - r)), solver="anderson", tol=mpf(10) ** -60)
    return {"total_attempt_rate_per_s": total, **attempt(total, h, patience, agents, lines, t)}


def chat(chats, interval, aht, most, slowdown, patience, agents, t):
    lam, h, t, f = mpf(chats) / interval, mpf(aht), mpf(t), mpf(slowdown) / 100
    pace = lambda m: m / (h * (1 + f * (m - 1))) if m else mpf(0)
    rate = lambda k: sum(pace(k // agents + (1 if i < k % agents else 0)) for i in range(agents))
    slots = agents * most
    theta = mpf(0) if patience == inf else 1 / mpf(patience)
    below = [mpf(1)]
    for k in range(1, slots + 1):
        below.append(below[-1] * lam / rate(k))
    terms, _, served, wait = waiting(rate(slots), lam, theta, 10**6, t)
    norm = sum(below[:-1]) + below[-1] * sum(terms)
    p = [below[-1] * term / norm for term in terms]
    free = [x / norm for x in below[:-1]]
    queue = sum(j * x for j, x in enumerate(p))
    abandoned = theta * queue / lam
    active = sum(k * x for k, x in enumerate(free)) + slots * sum(p)
    return {
        "p_wait": sum(p),
        "p_abandon": abandoned,
        "sl_offered": 1 - abandoned - sum(x * late for x, late in zip(p, served)),
        "asa_answered": sum(x * w for x, w in zip(p, wait)) / (1 - abandoned),
        "queue_len": queue,
        "mean_active_chats": active,
        "agent_busy_fraction": (sum(min(k, agents) * x for k, x in enumerate(free)) + agents * sum(p)) / agents,
        "slot_occupancy": active / slots,
    }


X_INPUTS = "calls interval_s aht_s patience_s agents lines t_s redial_percent".split()
X_ROWS = [
    (100, 1800, 180, 300, 12, 12, 20, 0),
    (100, 1800, 180, 300, 12, 18, 20, 50),
    (100, 1800, 180, inf, 12, 25, 20, 30),
    (40, 900, 320, 45, 10, 16, 10, 75),
    (3, 1800, 60, 600, 1, 2, 30, 0),
    (12, 900, 1800, 90, 20, 26, 60, 90),
    (900, 1800, 200, 240, 95, 130, 20, 40),
    (900, 1800, 200, 20, 60, 140, 5, 60),
    (400, 1800, 90, inf, 15, 40, 120, 0),
    (2200, 1800, 150, 400, 180, 260, 30, 25),
]
CHAT_INPUTS = "chats interval_s aht_s max_concurrency slowdown_percent patience_s agents t_s".split()
CHAT_ROWS = [
    (60, 1800, 600, 3, 20, 300, 10, 30),
    (60, 1800, 600, 3, 20, inf, 11, 30),
    (25, 900, 420, 2, 0, 120, 7, 45),
    (25, 900, 420, 2, 100, 120, 7, 45),
    (8, 1800, 900, 5, 35, 600, 1, 60),
    (300, 1800, 500, 4, 15, 180, 35, 20),
    (90, 900, 240, 1, 40, 200, 26, 20),
    (500, 1800, 700, 3, 25, inf, 110, 60),
]


def number(value):
    return "Infinity" if value == inf else float(mp.nstr(value, 15)) if isinstance(value, mpf) else value


def write(name, inputs, rows, compute):
    results = [compute(*row) for row in rows]
    columns = ["id", *inputs, *results[0]]
    body = [[f"{name}-{i + 1}", *map(number, row), *map(number, result.values())] for i, (row, result) in enumerate(zip(rows, results))]
    head = {
        "source": "the chain of states and incomplete beta functions with mpmath at 50 digits, an independent program; 15 digits printed",
        "generatedBy": "golden/birth-death-chains.py",
        "seed": "none: deterministic",
        "tolerance": "relative 1e-9, or absolute 1e-12 below 1e-3 (1e-9 for service levels): both sides are doubles",
    }
    lines = ",\n".join("    " + json.dumps(row) for row in body)
    text = json.dumps({**head, "columns": columns}, indent=2, ensure_ascii=False)[:-2]
    with open(f"{name}.json", "w") as file:
        file.write(f'{text},\n  "rows": [\n{lines}\n  ]\n}}\n')


write("erlang-x", X_INPUTS, X_ROWS, erlang_x)
write("chat", CHAT_INPUTS, CHAT_ROWS, chat)
