import { capacityProfile, deferredCohorts, OpeningClock, planDeferred, type DeferredWork } from './index.js';
import { workCurves } from './work-curves.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

const DAY = 96;

/** Mail of so many days by quarter-hours: by weekday, hour and season; open 8 to 20 h, Monday to Saturday. */
function mail(days: number): DeferredWork {
  const at = Array.from({ length: days * DAY }, (_, index) => ({
    weekday: Math.floor(index / DAY) % 7,
    hour: (index % DAY) / 4,
    noise: ((index * 7919) % 101) / 101,
  }));
  return {
    intervalSeconds: 900,
    contacts: at.map(({ weekday, hour, noise }, index) => {
      const ofHour = hour >= 8 && hour < 22 ? 20 + 12 * Math.sin(hour / 2) : 3;
      return (weekday < 5 ? 1 : 0.3) * ofHour * (0.7 + 0.6 * noise) * (1 + 0.3 * Math.sin(index / 5000));
    }),
    averageHandleSeconds: at.map(() => 400),
    open: at.map(({ weekday, hour }) => weekday < 6 && hour >= 8 && hour < 20),
    promise: { withinHours: 4 },
    end: 'clear',
  };
}

/** The critical window by trying all of them: the demand bound as it is written. */
function worstWindow(due: Float64Array, arrived: Float64Array, span: { from: number; until: number }) {
  let worst = { ratio: 0, from: span.from, until: span.from };
  for (let from = span.from; from < span.until; from += 1) {
    for (let until = from + 1; until <= span.until; until += 1) {
      const ratio = (due[until]! - arrived[from]!) / (until - from);
      if (ratio > worst.ratio) worst = { ratio, from, until };
    }
  }
  return worst;
}

/**
 * Critical intervals peeled in the plain way: all windows, once for every one that is taken out. What came before a
 * window is due by its beginning, what comes in it is done by its end, so either side is a problem of its own.
 */
function plainPeeling(dueIn: Float64Array, arrivedIn: Float64Array): Float64Array {
  const [due, arrived] = [dueIn.slice(), arrivedIn.slice()];
  const agents = new Float64Array(due.length - 1);
  const open = [{ from: 0, until: agents.length }];
  for (let span = open.pop(); span; span = open.pop()) {
    const { ratio, from, until } = worstWindow(due, arrived, span);
    if (ratio <= 0) continue;
    agents.fill(ratio, from, until);
    if (from > span.from) {
      due[from] = arrived[from]!;
      open.push({ from: span.from, until: from });
    }
    if (until < span.until) {
      arrived[until] = due[until]!;
      open.push({ from: until, until: span.until });
    }
  }
  return agents;
}

/** The least of some times in milliseconds; the first rounds warm the compiler up. */
function millisOf(run: () => void, times = 20): number {
  let least = Infinity;
  for (let round = 0; round < times; round += 1) {
    const startedAt = performance.now();
    run();
    least = Math.min(least, performance.now() - startedAt);
  }
  return least;
}

function mustAgree(name: string, ours: ArrayLike<number>, plain: ArrayLike<number>): void {
  for (let index = 0; index < ours.length; index += 1) {
    if (Math.abs(ours[index]! - plain[index]!) > 1e-6 * Math.max(1, plain[index]!)) {
      throw new Error(`${name}: ${ours[index]} agents at ${index}, plain ${plain[index]}`);
    }
  }
}

/** Least-cost profile against critical intervals peeled window by window, and a whole plan of a year. */
export async function bench(context: { readonly quick: boolean }): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, days] of [
    ['4 weeks', 28],
    ['a quarter', 91],
    ...(context.quick ? [] : [['a year', 365] as const]),
  ] as const) {
    const work = mail(days);
    const clock = new OpeningClock(work.open);
    const cohorts = deferredCohorts(work, clock);
    const { due, arrived } = workCurves(cohorts, clock);
    const ours = millisOf(() => capacityProfile(cohorts, clock));
    let plain: Float64Array = new Float64Array();
    const peeled = millisOf(() => (plain = plainPeeling(due, arrived)), 1);
    const { agents, levelAgents } = capacityProfile(cohorts, clock);
    mustAgree(name, agents, plain);
    const bound = millisOf(() => {
      const { ratio } = worstWindow(due, arrived, { from: 0, until: clock.openCount });
      mustAgree(`${name}, level`, [levelAgents], [ratio]);
    }, 1);
    rows.push(
      { name: `${name} of quarter-hours: least-cost profile`, value: ours, unit: 'ms' },
      {
        name: `${name}: critical intervals peeled window by window`,
        value: peeled,
        unit: 'ms',
        ratio: peeled / ours,
        against: 'ours',
      },
      {
        name: `${name}: least level alone by the demand bound`,
        value: bound,
        unit: 'ms',
        ratio: bound / ours,
        against: 'ours, profile and level',
      },
    );
  }
  const year = mail(365);
  const plans = {
    'all in time': {},
    '95 % in time': { keptFraction: 0.95 },
    'room for chance': { safety: { z: 1.28 } },
  };
  for (const [name, more] of Object.entries(plans)) {
    rows.push({
      name: `a year’s whole plan, ${name}`,
      value: millisOf(() => planDeferred({ ...year, ...more }), 4),
      unit: 'ms',
    });
  }
  return rows;
}
