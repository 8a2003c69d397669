import { curveMeasures, curveRows, type Curve } from './curve.model.js';

const CURVE: Curve = {
  agents: [10, 11, 12],
  serviceLevelFraction: [0, 0.7, 0.85],
  asaSeconds: [null, 40, 9],
  occupancyFraction: [1, 0.9, 0.8],
  abandonmentFraction: [0, 0, 0],
  blockingFraction: [0, 0, 0],
  chanceFraction: [null, null, null],
  met: [false, false, true],
  answerIndex: 2,
};
const GOAL = { serviceLevelFraction: null, asaSeconds: null } as never;

describe('the curve of one agent more or fewer', () => {
  it('has a row for each number of agents; waits without end are unknown', () => {
    expect(curveRows(CURVE)[0]).toEqual({
      agents: 10,
      level: 0,
      wait: null,
      occupancy: 1,
      abandonment: 0,
      blocking: 0,
      chance: null,
      met: false,
    });
  });

  it('offers what there is something to see of', () => {
    expect(curveMeasures(CURVE, GOAL).map(({ id }) => id)).toEqual(['service-level', 'asa', 'occupancy']);
  });

  it('puts what the goal names first, with its target', () => {
    const [first] = curveMeasures(CURVE, { serviceLevelFraction: null, asaSeconds: 20 } as never);
    expect(first).toMatchObject({ id: 'asa', target: 20, isShare: false });
  });

  it('holds the share in time of work that can wait against the share asked for, all of it unless told', () => {
    const mail = { ...CURVE, asaSeconds: [null, null, null], abandonmentFraction: [null, null, null] };
    const measures = (goal: object) => curveMeasures(mail, goal as never);
    expect(measures({ answerWithinHours: 8, answeredWithinHoursFraction: 0.95 })[0]).toMatchObject({ target: 0.95 });
    expect(measures({ answerWithinHours: 8 })[0]).toMatchObject({ id: 'service-level', target: 1 });
    expect(measures({ answerWithinHours: 8 }).map(({ id }) => id)).toEqual(['service-level', 'occupancy']);
  });

  it('ends the axis of waits where the interesting part does: ten times the answer, not beyond the largest', () => {
    const asa = (waits: (number | null)[]) =>
      curveMeasures({ ...CURVE, asaSeconds: waits }, GOAL).find(({ id }) => id === 'asa')!.most;
    expect(asa([null, 40, 9])).toBe(40);
    expect(asa([5000, 40, 9])).toBe(90);
    expect(asa([5000, 1, 0.1])).toBe(20);
  });
});
