import {
  laggedLoad,
  lognormalOfferedLoad,
  modifiedOfferedLoad,
  requirementOf,
  type StaffingForecast,
  type StaffingPlan,
} from '../index.js';

const halfHour = (contacts: number, handleSeconds: number) => ({ contacts, handleSeconds, intervalSeconds: 1800 });

describe('the modified offered load', () => {
  it('builds up from nothing when the centre opens', () => {
    // a = 20 x 180 / 1800 = 2; mean 2 - 2 (1 - e^-10) / 10 = 1.80000908, end 2 (1 - e^-10) = 1.99990920
    const [load] = modifiedOfferedLoad([halfHour(20, 180)], 'empty');
    expect(load!.meanErlangs).toBeCloseTo(1.80000907998595, 13);
    expect(load!.endErlangs).toBeCloseTo(1.99990920014048, 13);
  });

  it('stays where it is when the centre runs through evenly', () => {
    const even = Array.from({ length: 4 }, () => halfHour(20, 1800));
    for (const { meanErlangs } of modifiedOfferedLoad(even, 'running')) expect(meanErlangs).toBe(20);
  });

  it('runs down after the last contact came', () => {
    const [, after] = modifiedOfferedLoad([halfHour(20, 1800), halfHour(0, 1800)], 'empty');
    // 20 (1 - 1/e) in hand at the end; mean of its decay over one handle time 20 (1 - 1/e)²
    expect(after!.meanErlangs).toBeCloseTo(20 * (1 - Math.exp(-1)) ** 2, 12);
  });
});

it('runs down over a pause of any length as over the same time in pieces', () => {
  const [, , last] = modifiedOfferedLoad(
    [halfHour(20, 600), { ...halfHour(0, 600), intervalSeconds: 3600 }, halfHour(5, 600)],
    'empty',
  );
  const [, , , pieces] = modifiedOfferedLoad(
    [halfHour(20, 600), halfHour(0, 600), halfHour(0, 600), halfHour(5, 600)],
    'empty',
  );
  expect(last!.meanErlangs).toBeCloseTo(pieces!.meanErlangs, 14);
});

describe('the lagged load', () => {
  it('is the rate of one handle time earlier', () => {
    // 600 s of the second half-hour still see the first one's rate: (20 x 600 + 50 x 1200) / 1800 = 40 contacts
    const [first, second] = laggedLoad([halfHour(20, 600), halfHour(50, 600)], 'empty');
    expect(first!.meanErlangs).toBeCloseTo((20 * (1200 / 1800) * 600) / 1800, 13);
    expect(second!.meanErlangs).toBeCloseTo((40 * 600) / 1800, 13);
    // In hand at its end: what arrived in the last 600 s
    expect(second!.endErlangs).toBeCloseTo((50 * 600) / 1800, 13);
  });

  it('reaches back over several intervals where contacts last longer', () => {
    const loads = laggedLoad([halfHour(10, 3600), halfHour(20, 3600), halfHour(30, 3600)], 'running');
    expect(loads.map(({ meanErlangs }) => meanErlangs)).toEqual([20, 20, 20]);
    expect(loads.at(-1)!.endErlangs).toBeCloseTo(50, 13);
  });
});

describe('the offered load with lognormal handle times', () => {
  const day = Array.from({ length: 24 }, (_, index) => halfHour(50 + 40 * Math.sin(index / 3), 900));

  it('settles at the load of each interval where nothing changes, whatever the spread', () => {
    for (const handleTimeCv of [0, 0.5, 1, 2]) {
      const loads = lognormalOfferedLoad(
        Array.from({ length: 200 }, () => halfHour(20, 900)),
        { start: 'empty', handleTimeCv },
      );
      expect(loads.at(-1)!.meanErlangs).toBeCloseTo(10, 3);
      const running = lognormalOfferedLoad([halfHour(20, 900), halfHour(20, 900)], { start: 'running', handleTimeCv });
      for (const { meanErlangs, endErlangs } of running) {
        expect(meanErlangs).toBeCloseTo(10, 12);
        expect(endErlangs).toBeCloseTo(10, 12);
      }
    }
  });

  it('equals an integral by small steps', () => {
    const cv = 0.8;
    const loads = lognormalOfferedLoad(day, { start: 'empty', handleTimeCv: cv });
    // m(T) = sum over the small steps before T of rate x P(S > age), P by a sample of the normal's quantiles
    const sigma = Math.sqrt(Math.log1p(cv * cv));
    const normal = Array.from({ length: 2000 }, (_, i) => quantile((i + 0.5) / 2000));
    const samples = normal.map((z) => Math.exp(Math.log(900) - (sigma * sigma) / 2 + sigma * z));
    const at = 10 * 1800;
    let inHand = 0;
    for (let seconds = 0; seconds < at; seconds += 10) {
      const rate = day[Math.floor(seconds / 1800)]!.contacts / 1800;
      const age = at - seconds - 5;
      inHand += 10 * rate * (samples.filter((sample) => sample > age).length / samples.length);
    }
    expect(loads[9]!.endErlangs / inHand).toBeCloseTo(1, 2);
  });

  it('lies near the exponential one where the spread is as wide, and at the lagged arrivals where there is none', () => {
    const constant = lognormalOfferedLoad(day, { start: 'running', handleTimeCv: 0 });
    // Every contact lasts 900 s: at the end of an interval half of its contacts are in hand.
    expect(constant[5]!.endErlangs).toBeCloseTo(day[5]!.contacts / 2, 10);
    const wide = lognormalOfferedLoad(day, { start: 'running', handleTimeCv: 1 });
    const exponential = modifiedOfferedLoad(day, 'running');
    wide.forEach(({ meanErlangs }, index) => {
      expect(Math.abs(meanErlangs / exponential[index]!.meanErlangs - 1)).toBeLessThan(0.05);
    });
  });
});

/** Standard normal quantile by bisection of a sum, independent of the code under test. */
function quantile(p: number): number {
  const cdf = (z: number): number => {
    // Taylor series of the error function.
    let term = z;
    let sum = z;
    for (let k = 1; k < 200; k += 1) {
      term *= (-z * z) / (2 * k);
      sum += term / (2 * k + 1);
    }
    return 0.5 + sum / Math.sqrt(2 * Math.PI);
  };
  let [low, high] = [-5, 5];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

describe('a requirement with long handle times', () => {
  const plan: StaffingPlan = {
    modelId: 'erlang-c',
    goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
    loadMethod: 'interval',
  };
  const carriedPlan: StaffingPlan = { ...plan, loadMethod: 'modified-offered-load' };
  const forecast: StaffingForecast = {
    grid: { startAt: 0, stepMinutes: 30, count: 4 },
    zone: 'UTC',
    contacts: [20, 20, 0, Number.NaN],
    averageHandleSeconds: [1800, 1800, Number.NaN, Number.NaN],
  };

  it('asks for fewer at the opening and for some after the last contact', () => {
    const own = requirementOf(plan, forecast);
    const carried = requirementOf(carriedPlan, forecast, { loadStart: 'empty' });
    expect([own.loadMethod, carried.loadMethod]).toEqual(['interval', 'modified-offered-load']);
    expect(carried.requiredAgents[0]).toBeLessThan(own.requiredAgents[0]!);
    expect([own.requiredAgents[2], carried.requiredAgents[2]! > 0]).toEqual([0, true]);
    expect([carried.notes[3], carried.requiredAgents[3]]).toEqual(['closed', 0]);
    expect(carried.loadErlangs[0]).toBeCloseTo(20 * Math.exp(-1), 12); // 20 - 20 (1 - 1/e) x 1
  });

  it('is the default', () => {
    const { loadMethod: _method, ...unsaid } = plan;
    expect(requirementOf(unsaid, forecast)).toEqual(requirementOf(carriedPlan, forecast));
  });

  it('says what is left in hand after closing, as overtime', () => {
    const carried = requirementOf(carriedPlan, forecast, { loadStart: 'empty' });
    // In hand when the third half-hour ends: 20 (1 - e^-2) e^-1; in the next one on average x (1 - e^-1)
    const overtime = 20 * (1 - Math.exp(-2)) * Math.exp(-1) * (1 - Math.exp(-1));
    expect([...carried.overtimeErlangs.slice(0, 3)]).toEqual([0, 0, 0]);
    expect(carried.overtimeErlangs[3]).toBeCloseTo(overtime, 12);
    expect(carried.summary.days[0]!.overtimeHours).toBeCloseTo(overtime / 2, 2);
  });

  it('carries two contacts of an agent who handles two at once for as long as each lasts', () => {
    const carried = requirementOf({ ...carriedPlan, concurrency: 2 }, forecast, { loadStart: 'empty' });
    const single = requirementOf(carriedPlan, forecast, { loadStart: 'empty' });
    expect(carried.loadContacts).toEqual(single.loadContacts);
    // Overtime is that of agents, who have two in hand each.
    expect(carried.overtimeErlangs[3]).toBe(single.overtimeErlangs[3]! / 2);
  });

  it('takes the centre to be empty at a start that the next day shows to be an opening', () => {
    const days: StaffingForecast = {
      grid: { startAt: 0, stepMinutes: 30, count: 50 },
      zone: 'UTC',
      contacts: Array.from({ length: 50 }, (_, index) => (index % 48 < 16 ? 20 : Number.NaN)),
      averageHandleSeconds: new Array<number>(50).fill(1800),
    };
    const { loadErlangs } = requirementOf(carriedPlan, days);
    expect(loadErlangs[0]).toBeCloseTo(20 * Math.exp(-1), 12);
    // From the end of the day, e^-32 of the load is left when it opens again.
    expect(loadErlangs[48]).toBeCloseTo(loadErlangs[0]!, 10);
    const through = requirementOf(carriedPlan, { ...days, contacts: new Array<number>(50).fill(20) });
    expect(through.loadErlangs[0]).toBe(20);
  });
});
