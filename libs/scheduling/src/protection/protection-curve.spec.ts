import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import type { RosterProblem } from '../roster/index.js';
import { protectedProblem, protectionAt, protectionCurve, PROTECTION_FACTORS, type ProtectionPoint } from './index.js';

/** A centre where eight hours of rest are a must and more is for the planner to choose. */
const centre = (): RosterProblem => {
  const problem = rosterInstance({ agents: 9, seed: 3 });
  return {
    ...problem,
    rules: problem.rules.map((rule) =>
      rule.ruleId === 'min-rest-between-shifts' ? { ...rule, parameters: { restMinutes: 480 } } : rule,
    ),
  };
};

describe('the curve of protection against coverage', () => {
  const FACTORS = [0, 1];
  const seen: number[] = [];
  const curve = protectionCurve(centre(), {
    seed: 1,
    iterationLimit: 500,
    factors: FACTORS,
    nowMillis: () => 0,
    onPoint: ({ factor }) => seen.push(factor),
  });
  const points = (): readonly ProtectionPoint[] => (curve.kind === 'curve' ? curve.points : []);

  it('has a point for each factor, told as it is found', () => {
    expect(points().map(({ factor }) => factor)).toEqual(FACTORS);
    expect(seen).toEqual(FACTORS);
    expect(PROTECTION_FACTORS.length).toBeGreaterThanOrEqual(5);
    for (const { requiredHours } of points()) expect(requiredHours).toBe(points()[0]!.requiredHours);
  });

  it('buys rest with coverage: more protection, fewer short rests', () => {
    const [none, full] = points();
    expect(none!.shortRests).toBeGreaterThan(0);
    expect(full!.shortRests).toBe(0);
    expect(full!.lateToEarly).toBeLessThan(none!.lateToEarly);
    expect(full!.shortHours).toBeGreaterThanOrEqual(0);
  });

  it('ends with the points it has when cancelled', () => {
    let asked = 0;
    const stopped = protectionCurve(centre(), {
      seed: 1,
      iterationLimit: 3,
      nowMillis: () => 0,
      onPoint: () => asked++,
      isCancelled: () => asked >= 1,
    });
    expect(stopped).toMatchObject({ kind: 'curve', points: [{ factor: 0 }] });
  });

  it('says why there is none', () => {
    const problem = centre();
    const none = {
      ...problem,
      templates: [],
      contracts: problem.contracts.map((one) => ({ ...one, templateIds: [] })),
    };
    expect(protectionCurve(none, { seed: 1, iterationLimit: 1, nowMillis: () => 0 })).toEqual({
      kind: 'no-roster',
      because: 'infeasible',
    });
  });
});

describe('the prices of protection', () => {
  it('take the place of the problem’s own and leave the rest of the objective', () => {
    const problem: RosterProblem = {
      ...centre(),
      objective: {
        wellbeing: [{ termId: 'quick-return', weight: 1, parameters: { restHours: 12 } }],
        fairness: { memoryWeeks: 8, weights: { night: 1, 'denied-wish': 5 } },
        stability: { dayWeight: 1, movedHourWeight: 2, breakQuarterWeight: 3 },
      },
    };
    expect(protectedProblem(problem, protectionAt(1)).objective).toEqual({
      wellbeing: [
        { termId: 'quick-return', weight: 60, parameters: { restHours: 12 } },
        { termId: 'backward-rotation', weight: 12 },
      ],
      fairness: { memoryWeeks: 8, weights: { night: 12, late: 8, early: 6, weekend: 8, 'denied-wish': 5 } },
      stability: { dayWeight: 1, movedHourWeight: 2, breakQuarterWeight: 3 },
    });
    expect(protectedProblem(problem, protectionAt(0)).objective?.wellbeing).toEqual([]);
  });
});
