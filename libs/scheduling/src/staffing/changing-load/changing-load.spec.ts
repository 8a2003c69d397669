import { LOAD_METHODS, requirementOf, type LoadMethod, type StaffingPlan } from '../index.js';
import { TransientQueue } from '../../../../../tests/kit/transient-queue.js';

/*
 * The load methods against the exact time-dependent queue (tests/kit/transient-queue.ts, itself checked with a
 * reference table): arrivals of 30 erlangs, 60 % more and less over twelve hours, Erlang C, 80/20.
 */
const DAY_SECONDS = 43_200;
/** Pieces of an interval with an even rate each, so that the truth sees the slope within an interval. */
const PIECES = 3;

interface Case {
  readonly handleSeconds: number;
  readonly intervalSeconds: number;
}

/** Contacts between two times of the day, exactly: the integral of 30/h (1 - 0.6 cos(2 pi t / 12 h)). */
function contactsBetween(from: number, until: number, handleSeconds: number): number {
  const turn = (2 * Math.PI) / DAY_SECONDS;
  return (30 / handleSeconds) * (until - from - (0.6 / turn) * (Math.sin(turn * until) - Math.sin(turn * from)));
}

interface Day {
  readonly lowest: number;
  readonly agentHours: number;
}

function dayBy(loadMethod: LoadMethod, { handleSeconds, intervalSeconds }: Case): Day {
  const count = DAY_SECONDS / intervalSeconds;
  const own = Array.from({ length: count }, (_, index) =>
    contactsBetween(index * intervalSeconds, (index + 1) * intervalSeconds, handleSeconds),
  );
  const plan: StaffingPlan = {
    modelId: 'erlang-c',
    goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
    loadMethod,
  };
  // The day before makes the load at the start of the second one that of a centre that runs through.
  const { requiredAgents } = requirementOf(
    plan,
    {
      grid: { startAt: 0, stepMinutes: intervalSeconds / 60, count: 2 * count },
      zone: 'UTC',
      contacts: [...own, ...own],
      averageHandleSeconds: new Array<number>(2 * count).fill(handleSeconds),
    },
    { loadStart: 'running' },
  );
  const agents = requiredAgents.subarray(count);
  const levels = serviceLevels(agents, { handleSeconds, intervalSeconds });
  return {
    lowest: Math.min(...levels),
    agentHours: (agents.reduce((sum, n) => sum + n, 0) * intervalSeconds) / 3600,
  };
}

function serviceLevels(agents: Float64Array, { handleSeconds, intervalSeconds }: Case): number[] {
  // The load of an infinite-server queue with this arrival rate and exponential handle times, at midnight.
  const turn = (2 * Math.PI * handleSeconds) / DAY_SECONDS;
  const queue = new TransientQueue(110, 20, 30 * (1 - 0.6 / (1 + turn * turn)));
  return Array.from(agents, (present, index) => {
    let answered = 0;
    let contacts = 0;
    for (let piece = 0; piece < PIECES; piece += 1) {
      const from = (index + piece / PIECES) * intervalSeconds;
      const arriving = contactsBetween(from, from + intervalSeconds / PIECES, handleSeconds);
      const { serviceLevel } = queue.run({
        contacts: arriving,
        agents: present,
        intervalSeconds: intervalSeconds / PIECES,
        handleSeconds,
        patienceSeconds: Infinity,
      });
      answered += arriving * serviceLevel;
      contacts += arriving;
    }
    return answered / contacts;
  });
}

describe('the lowest service level of a day whose load swings, for a goal of 80 %', () => {
  const half = (handleSeconds: number): Case => ({ handleSeconds, intervalSeconds: 1800 });
  // docs/methods/changing-load.md prints these.
  it.each([
    [half(180), { interval: 75.0, lagged: 80.1, mol: 80.6 }, { interval: 418, mol: 419 }],
    [half(600), { interval: 66.7, lagged: 79.9, mol: 80.1 }, { interval: 432, mol: 432 }],
    [half(1800), { interval: 36.5, lagged: 77.5, mol: 80.9 }, { interval: 436, mol: 437 }],
    [
      { handleSeconds: 1800, intervalSeconds: 900 },
      { interval: 36.9, lagged: 78.2, mol: 80.6 },
      { interval: 437, mol: 436.25 },
    ],
  ])('%j', (given, lowest, hours) => {
    const [interval, lagged, carried] = LOAD_METHODS.map((method) => dayBy(method, given));
    expect(100 * interval!.lowest).toBeCloseTo(lowest.interval, 0);
    expect(100 * lagged!.lowest).toBeCloseTo(lowest.lagged, 0);
    expect(100 * carried!.lowest).toBeCloseTo(lowest.mol, 0);
    expect([interval!.agentHours, carried!.agentHours]).toEqual([hours.interval, hours.mol]);
    // The goal in every interval, with hardly more hours than each interval for itself.
    expect(carried!.lowest).toBeGreaterThan(0.8);
    expect(carried!.agentHours / interval!.agentHours).toBeLessThan(1.005);
  });
});

describe('a load that jumps within an interval', () => {
  const count = 12;
  const stepsOf = (erlangs: (index: number) => number, handleSeconds: number) => {
    const intervalSeconds = 1800;
    const contacts = Array.from({ length: count }, (_, index) => (erlangs(index) * intervalSeconds) / handleSeconds);
    const lowestBy = (loadMethod: LoadMethod): Day => {
      const { requiredAgents } = requirementOf(
        { modelId: 'erlang-c', goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 }, loadMethod },
        {
          grid: { startAt: 0, stepMinutes: 30, count },
          zone: 'UTC',
          contacts,
          averageHandleSeconds: new Array<number>(count).fill(handleSeconds),
        },
        { loadStart: 'empty' },
      );
      const queue = new TransientQueue(110);
      const levels = contacts.map((arriving, index) => {
        const agents = requiredAgents[index]!;
        return queue.run({ contacts: arriving, agents, intervalSeconds, handleSeconds, patienceSeconds: Infinity })
          .serviceLevel;
      });
      return {
        lowest: Math.min(...levels),
        agentHours: requiredAgents.reduce((sum, n) => sum + n, 0) / 2,
      };
    };
    return { interval: lowestBy('interval'), carried: lowestBy('modified-offered-load') };
  };

  // At the mean of the load within the interval the lowest would be 73 and 62 %: waits grow faster than the load.
  it.each([
    ['four hours from 10 to 40 erlangs and back, half an hour a contact', 1800, 0.1, 82],
    ['the same, three minutes a contact', 180, 31, 80],
  ])('keeps the goal: %s', (_, handleSeconds, lowestByItself, lowest) => {
    const { interval, carried } = stepsOf((index) => (index < 4 || index >= 8 ? 10 : 40), handleSeconds);
    expect(100 * interval.lowest).toBeCloseTo(lowestByItself, 0);
    expect(100 * carried.lowest).toBeCloseTo(lowest, 0);
    expect(carried.agentHours / interval.agentHours).toBeLessThan(1.02);
  });
});
