import { staffingPlanFaults } from './plan-faults.js';
import type { StaffingPlan } from './staffing-plan.js';

const GOAL = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const PLAN: StaffingPlan = { modelId: 'erlang-a', goal: GOAL, patienceSeconds: 150 };
const pathsOf = (plan: Partial<StaffingPlan>): readonly string[] =>
  staffingPlanFaults({ ...PLAN, ...plan }).map(({ path }) => path);
// What arrives from outside the compiler's sight.
const foreign = (value: unknown): never => value as never;

describe('what is wrong with a staffing plan', () => {
  it('is nothing when it can be computed with, whatever is left to its default', () => {
    expect(staffingPlanFaults(PLAN)).toEqual([]);
    expect(
      pathsOf({
        loadMethod: 'lagged',
        staffedFor: { kind: 'chance', chanceFraction: 0.9 },
        shrinkage: [
          { id: 'sickness', fraction: 0.05, planned: false },
          { id: 'team-meeting', fraction: 0.5, planned: true, weekdays: [1], fromMinute: 540, untilMinute: 600 },
        ],
      }),
    ).toEqual([]);
  });

  it('names the field', () => {
    expect(pathsOf({ modelId: 'crystal-ball' })).toEqual(['modelId']);
    expect(pathsOf({ patienceSeconds: undefined })).toEqual(['patienceSeconds']);
    expect(pathsOf({ patienceSeconds: -1 })).toEqual(['patienceSeconds']);
    expect(pathsOf({ goal: { serviceLevelFraction: 80, answerWithinSeconds: 20 } })).toEqual([
      'goal.serviceLevelFraction',
    ]);
    expect(pathsOf({ goal: { serviceLevelFraction: 0.8 } })).toEqual(['goal.answerWithinSeconds']);
    expect(pathsOf({ goal: { ...GOAL, asaSeconds: Number.NaN } })).toEqual(['goal.asaSeconds']);
    expect(pathsOf({ goal: { ...GOAL, serviceLevelVariant: foreign('ours') } })).toEqual(['goal.serviceLevelVariant']);
    expect(pathsOf({ goal: {} })).toEqual(['goal']);
    expect(pathsOf({ loadMethod: foreign('guess') })).toEqual(['loadMethod']);
    expect(pathsOf({ staffedFor: { kind: 'chance', chanceFraction: 1 } })).toEqual(['staffedFor.chanceFraction']);
  });

  it('counts reasons of shrinkage from 0', () => {
    const fine = { id: 'training', fraction: 0.02, planned: true };
    expect(
      pathsOf({
        shrinkage: [
          fine,
          { ...fine, fraction: 1 },
          { ...fine, id: 'Late arrival' },
          { ...fine, weekdays: [0] },
          { ...fine, fromMinute: 600, untilMinute: 600 },
        ],
      }),
    ).toEqual(['shrinkage.1.fraction', 'shrinkage.2.id', 'shrinkage.3.weekdays', 'shrinkage.4.untilMinute']);
  });

  it('asks work that can wait for the hours it may take', () => {
    const deferred = (goal: StaffingPlan['goal']) => pathsOf({ modelId: 'deferred', patienceSeconds: undefined, goal });
    expect(deferred({ answerWithinHours: 8, answeredWithinHoursFraction: 0.95, maxOccupancyFraction: 0.9 })).toEqual(
      [],
    );
    expect(deferred({ answerWithinHours: 8, maxOccupancyFraction: 0 })).toEqual(['goal']);
    expect(deferred({ maxOccupancyFraction: 0.9 })).toEqual(['goal.answerWithinHours']);
    expect(deferred({ answerWithinHours: 0 })).toEqual(['goal.answerWithinHours']);
    expect(deferred({ answerWithinHours: 8, answerWithinClock: foreign('lunar') })).toEqual(['goal.answerWithinClock']);
    expect(deferred({ answerWithinHours: 8, answeredWithinHoursFraction: 2 })).toEqual([
      'goal.answeredWithinHoursFraction',
    ]);
  });

  it('says of a goal that nobody can reach which nearest one somebody can', () => {
    const [certain] = staffingPlanFaults({ ...PLAN, goal: { ...GOAL, serviceLevelFraction: 1, asaSeconds: 0 } });
    expect(certain).toMatchObject({ path: 'goal', nearestGoal: { serviceLevelFraction: 0.99, asaSeconds: 1 } });
    const hides = { ...GOAL, serviceLevelVariant: 'answered-of-answered' as const };
    const [hidden] = staffingPlanFaults({ ...PLAN, goal: hides });
    expect(hidden).toMatchObject({ path: 'goal', nearestGoal: { ...hides, maxAbandonmentFraction: 0.05 } });
    for (const { nearestGoal } of [certain!, hidden!])
      expect(staffingPlanFaults({ ...PLAN, goal: nearestGoal! })).toEqual([]);
  });

  it('is told in both languages', () => {
    for (const { message } of staffingPlanFaults({ ...PLAN, patienceSeconds: 0, goal: { asaSeconds: -1 } }))
      expect([message.en, message.ja].every((text) => text.length > 5)).toBe(true);
  });
});
