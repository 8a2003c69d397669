import fc from 'fast-check';
import { simulateCentre, simulateStationary, type SimulatedCentre, type SimulationResult } from './index.js';

const seeds = fc.integer({ min: 0, max: 2 ** 40 });
const STEP = 900;

/** A morning of one or two queues, with changing rates and staffing. */
function morning(agents: readonly number[], change: Partial<SimulatedCentre> = {}): SimulatedCentre {
  return {
    intervalSeconds: STEP,
    intervalCount: 4,
    periods: [{ id: 'day', firstInterval: 0, endInterval: 4, kind: 'day' }],
    queues: [
      {
        id: 'voice',
        contacts: [10, 40, 30, 20],
        rateCv: { interval: 0.1, day: 0.2 },
        handleTime: { kind: 'lognormal', meanSeconds: 180, cv: 1 },
        patience: { kind: 'exponential', meanSeconds: 200 },
        goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
      },
      { id: 'mail', contacts: 8, handleTime: { kind: 'gamma', meanSeconds: 240, cv: 0.5 }, priority: 2 },
    ],
    groups: [
      { id: 'both', skills: [{ queueId: 'voice' }, { queueId: 'mail', priority: 2 }], agents },
      { id: 'mail', skills: [{ queueId: 'mail' }], agents: 1 },
    ],
    ...change,
  };
}
const staffing = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 });

const perfectly = (a: number, b: number) => Math.abs(a - b) < 1e-6;

describe('what holds for every simulation', () => {
  it('every contact offered is answered, abandoned, blocked or still there, and spans add up', () => {
    fc.assert(
      fc.property(staffing, seeds, (agents, seed) => {
        const { queues } = simulateCentre(morning(agents), { replications: 3, seed });
        for (const { intervals, periods, whole } of queues) {
          for (const span of [...intervals, ...periods, whole]) {
            const parts = [span.answered, span.abandoned, span.blocked, span.unserved].map(({ value }) => value);
            expect(parts.every((part) => part >= 0)).toBe(true);
            expect(
              perfectly(
                parts.reduce((sum, part) => sum + part, 0),
                span.offered.value,
              ),
            ).toBe(true);
          }
          const total = intervals.reduce((sum, { offered }) => sum + offered.value, 0);
          expect(perfectly(total, whole.offered.value) && perfectly(total, periods[0]!.offered.value)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the same seed gives the same result; replications are the same ones however many follow', () => {
    fc.assert(
      fc.property(staffing, seeds, (agents, seed) => {
        const play = (replications: number) =>
          simulateCentre(morning(agents), { replications, seed, keepReplications: true });
        expect(play(4)).toEqual(play(4));
        const first = (result: SimulationResult) =>
          Array.from(result.queues[0]!.whole.replications!.serviceLevelFraction).slice(0, 2);
        expect(first(play(2))).toEqual(first(play(4)));
      }),
      { numRuns: 10 },
    );
  });

  it('whatever the staffing, the same contacts come (common random numbers)', () => {
    fc.assert(
      fc.property(staffing, staffing, seeds, (agents, others, seed) => {
        const offered = (counts: readonly number[]) =>
          simulateCentre(morning(counts), { replications: 2, seed }).queues.flatMap(({ intervals }) =>
            intervals.map((interval) => interval.offered.value),
          );
        expect(offered(agents)).toEqual(offered(others));
      }),
      { numRuns: 20 },
    );
  });

  it('one agent more never makes anybody wait longer where one queue is served first come first served', () => {
    // Pathwise: with the same contacts and nobody leaving, every wait is at most as long (Kiefer & Wolfowitz 1955).
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), seeds, (agents, seed) => {
        const alone = (count: number): SimulatedCentre => ({
          intervalSeconds: STEP,
          intervalCount: 4,
          queues: [{ id: 'q', contacts: [10, 40, 30, 20], handleTime: { kind: 'lognormal', meanSeconds: 180, cv: 1 } }],
          groups: [{ id: 'g', skills: [{ queueId: 'q' }], agents: count }],
        });
        const play = (count: number) =>
          simulateCentre(alone(count), { replications: 5, seed, keepReplications: true }).queues[0]!;
        const [fewer, more] = [play(agents), play(agents + 1)];
        fewer.intervals.forEach(({ replications }, i) => {
          replications!.asaSeconds.forEach((wait, r) => {
            const shorter = more.intervals[i]!.replications!.asaSeconds[r]!;
            if (!Number.isNaN(wait)) expect(shorter).toBeLessThanOrEqual(wait * 1.000001);
          });
        });
      }),
      { numRuns: 25 },
    );
  });

  it('agents who are no faster together than alone: a group cut in two serves as well as whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), seeds, (agents, seed) => {
        const skills = [{ queueId: 'voice' }, { queueId: 'mail', priority: 2 }];
        const cut = morning([], {
          groups: [
            { id: 'a', skills, agents: 1 },
            { id: 'b', skills, agents: agents - 1 },
          ],
        });
        const whole = morning([], { groups: [{ id: 'a', skills, agents }] });
        const play = (centre: SimulatedCentre) => simulateCentre(centre, { replications: 2, seed }).queues;
        const waits = (centre: SimulatedCentre) => play(centre).map((queue) => queue.whole.meanWaitSeconds.value);
        waits(cut).forEach((wait, i) => expect(wait).toBeCloseTo(waits(whole)[i]!, 6));
      }),
      { numRuns: 20 },
    );
  });
});

describe('one agent more, where contacts leave', () => {
  const paired = (agents: number, measure: 'serviceLevelFraction' | 'abandonmentFraction') => {
    const play = (count: number) =>
      simulateCentre(morning(Array<number>(4).fill(count)), { replications: 150, seed: 21, keepReplications: true })
        .queues[0]!.whole.replications![measure];
    const [fewer, more] = [play(agents), play(agents + 1)];
    const gains = Array.from(fewer, (value, r) => more[r]! - value);
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (gains.length - 1);
    return mean / Math.sqrt(variance / gains.length);
  };

  it.each([3, 5, 7])('serves better in expectation than %i, surely so in paired replications', (agents) => {
    expect(paired(agents, 'serviceLevelFraction')).toBeGreaterThan(4);
    expect(paired(agents, 'abandonmentFraction')).toBeLessThan(-4);
  });
});

describe('agents who miss shifts', () => {
  const spans = (shift: number, from: number) => [
    { fromSeconds: from, untilSeconds: from + 600, shift },
    { fromSeconds: from + 800, untilSeconds: from + 1500, shift },
  ];
  const centre = morning([], {
    queues: [{ id: 'voice', contacts: 0, handleTime: { kind: 'deterministic', seconds: 1 } }],
    groups: [
      {
        id: 'g',
        skills: [{ queueId: 'voice' }],
        members: Array.from({ length: 30 }, () => [...spans(0, 10), ...spans(1, 1800)]),
        absenceFraction: 0.2,
      },
    ],
  });

  it('work four shifts in five, each shift missed as a whole and for itself', () => {
    const { whole, intervals } = simulateCentre(centre, { replications: 400, seed: 3 }).groups[0]!;
    // 30 agents × 2 shifts × 1,300 s × 0.8 over 3,600 s; 24,000 shifts, so 1 % is five standard errors.
    const expected = (30 * 2 * 1300 * 0.8) / 3600;
    expect(Math.abs(whole.agentsAtWork.value / expected - 1)).toBeLessThan(0.016);
    expect(whole.agentsAtWork.standardError).toBeGreaterThan(0);
    // Missed as a whole: both parts of the first shift lie in the first two intervals in the ratio 690 : 610 each time.
    const [first, second] = intervals.map(({ agentsAtWork }) => agentsAtWork.value);
    expect(first! / second!).toBeCloseTo((600 + 90) / 610, 9);
  });

  it('are the same in every plan of the same shifts', () => {
    const play = () => simulateCentre(centre, { replications: 5, seed: 3 }).groups[0]!.whole.agentsAtWork.value;
    expect(play()).toBe(play());
  });
});

describe('a simulation that is stopped or badly asked', () => {
  const centre = morning([4, 8, 8, 6]);

  it('answers what was complete when cancelled', () => {
    let asked = 0;
    const result = simulateCentre(centre, { replications: 50, isCancelled: () => ++asked > 3 });
    expect(result).toMatchObject({ replications: 3, stoppedBy: 'cancel' });
    expect(result.queues[0]!.whole.offered.value).toBeGreaterThan(0);
  });

  it('has no interval from one replication, and tells progress after each', () => {
    const told: number[] = [];
    const result = simulateCentre(centre, {
      replications: 1,
      onProgress: ({ replications }) => told.push(replications),
    });
    expect(told).toEqual([1]);
    expect(result.queues[0]!.whole.serviceLevelFraction.standardError).toBeNaN();
  });

  it.each([
    [{ intervalCount: 0 }, 'intervalCount (0) must be a whole number, 1 or more'],
    [{ queues: [] }, 'queues (none) must be at least one'],
    [{ periods: [{ id: 'x', firstInterval: 2, endInterval: 5 }] }, 'period x (2..5) must be a span of the 4 intervals'],
    [
      { groups: [{ id: 'g', skills: [{ queueId: 'fax' }], agents: 1 }] },
      'group g: skill (fax) must be one of the queues (voice, mail)',
    ],
    [{ groups: [{ id: 'g', skills: [], agents: 1.5 }] }, 'group g: agents (1.5) must be a whole number, 0 or more'],
    [{ groups: [{ id: 'g', skills: [] }] }, 'group g (neither) must be staffed by agents or by members, one of them'],
  ])('refuses %j', (change, message) => {
    expect(() => simulateCentre({ ...centre, ...change })).toThrow(message);
  });

  it('refuses a handle time that is none, and options out of range', () => {
    const wrong = {
      ...centre,
      queues: [{ ...centre.queues[0]!, handleTime: { kind: 'exponential', meanSeconds: -1 } as const }],
    };
    expect(() => simulateCentre(wrong)).toThrow('queue voice: handleTime.meanSeconds (-1) must be 0 or more, finite');
    expect(() => simulateCentre(centre, { replications: 0 })).toThrow(
      'replications (0) must be a whole number, 1 or more',
    );
    expect(() => simulateCentre(centre, { replications: 1e7 })).toThrow('must be at most 4166666; ask for fewer');
    expect(() => simulateStationary(centre, { batchSeconds: 100 })).toThrow('intervalCount (4) must be 1');
  });
});
