import { addDays, HOUR_MILLIS, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';
import { oracleAmounts } from '../../../../tests/kit/roster-oracle.js';
import { disturbedDay, type DisturbedDay } from '../../../../tests/kit/repair-case.js';
import { judgeAgent } from '../evaluation/index.js';
import type { PlacedShift } from '../exchanges/index.js';
import type { Shift } from '../roster/index.js';
import { proposeRepairs, type RepairAction, type RepairCase } from './index.js';

const drawn: fc.Arbitrary<DisturbedDay> = fc.record({
  seed: fc.integer({ min: 1, max: 6 }),
  day: fc.integer({ min: 0, max: 4 }),
  hour: fc.integer({ min: 7, max: 17 }),
  factors: fc.array(fc.constantFrom(0.4, 0.8, 1, 1.2, 1.8), { minLength: 2, maxLength: 5 }),
  missing: fc.uniqueArray(fc.nat({ max: 23 }), { maxLength: 4 }),
  trainings: fc.uniqueArray(fc.nat({ max: 23 }), { maxLength: 4 }),
  bound: fc.boolean(),
});

/** A day on which putting off trainings helps; few drawn ones are. */
const WITH_TRAININGS: DisturbedDay = {
  ...{ seed: 2, day: 2, hour: 10, factors: [1.2, 1], bound: false },
  ...{ missing: [], trainings: [0, 3, 2, 22] },
};

/** Rules whose breach the repair must never cause, by the straight oracle: those on breaks and their places. */
const BREAK_RULES = ['break-by-work-length', 'activity-windows', 'template-activity-lengths', 'no-overlapping-shifts'];

const afterAction = (given: RepairCase, action: RepairAction): Map<string, readonly Shift[]> => {
  const changed = new Map<string, readonly Shift[]>();
  for (const { before, after } of action.changes) {
    const own = changed.get(after.agentId) ?? given.shifts.filter(({ agentId }) => agentId === after.agentId);
    changed.set(
      after.agentId,
      [...own.filter((shift) => (shift as PlacedShift).id !== before?.id), after].sort((a, b) => a.startAt - b.startAt),
    );
  }
  return changed;
};

describe('repairs of a day', () => {
  it('never break a must rule, by the rules and by the independent oracle, and move nothing that has begun', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(drawn, (disturbed) => {
        const given = disturbedDay(disturbed);
        const { actions } = proposeRepairs(given);
        for (const action of actions) {
          kinds.set(action.kind, (kinds.get(action.kind) ?? 0) + 1);
          for (const [agentId, shifts] of afterAction(given, action)) {
            const own = given.shifts.filter((shift) => shift.agentId === agentId);
            const before = judgeAgent(given.problem, agentId, own);
            expect(judgeAgent(given.problem, agentId, shifts).hardBreaches).toBeLessThanOrEqual(before.hardBreaches);
            const agent = given.problem.agents.find(({ id }) => id === agentId)!;
            const [old, now] = [own, shifts].map((list) => oracleAmounts(given.problem, agent, list));
            for (const rule of BREAK_RULES) expect([rule, now![rule]! <= old![rule]! + 1e-9]).toEqual([rule, true]);
          }
          for (const { before, after } of action.changes) {
            const begun = (shift: Shift) =>
              shift.activities.filter(
                ({ startAt, activityTypeId }) =>
                  activityTypeId !== 'contact' && startAt < given.now + 15 * MINUTE_MILLIS,
              );
            expect(begun(after)).toEqual(begun(before!));
            expect(before!.locked ?? false).toBe(false);
          }
        }
      }),
      { numRuns: 25, examples: [[WITH_TRAININGS]] },
    );
    // Of every kind something was tried, or the property says nothing about it.
    expect([...kinds.keys()].sort()).toEqual([
      'call-on-skills',
      'delay-activity',
      'move-breaks',
      'offer-overtime',
      'offer-time-off',
      'pull-from-queue',
    ]);
  });

  it('leave the day better than they say it was: fewer minutes short or cheaper cover, best first', () => {
    fc.assert(
      fc.property(drawn, (disturbed) => {
        const { actions, short, over } = proposeRepairs(disturbedDay(disturbed));
        expect(actions.map(({ score }) => score)).toEqual(actions.map(({ score }) => score).sort((a, b) => b - a));
        for (const { kind, effect, offer, changes, paidMinutes, wellbeing } of actions) {
          // Only offers change what is paid: more for overtime, less for time off.
          expect(Math.sign(Math.round(paidMinutes))).toBe(
            kind === 'offer-overtime' ? 1 : kind === 'offer-time-off' ? -1 : 0,
          );
          expect(wellbeing.people).toBeGreaterThan(0);
          expect(wellbeing.longestRunMinutesAfter).toBeGreaterThan(0);
          expect(effect.slots.length).toBeGreaterThan(0);
          expect(offer === null).toBe(changes.length > 0);
          if (kind === 'move-breaks') expect(effect.costChange).toBeLessThan(0);
          if (kind === 'offer-time-off') expect(effect.shortMinutesAdded).toBeCloseTo(0, 6);
          if (kind === 'offer-overtime') expect(effect.shortMinutesRemoved).toBeGreaterThan(0);
          for (const { before, after } of effect.service)
            expect([before, after].every((x) => x >= 0 && x <= 1)).toBe(true);
        }
        if (short.length === 0 && over.length === 0) expect(actions).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('moves at most three breaks in the smaller of its two offers, and is done after a few were applied', () => {
    const day = { seed: 2, day: 1, hour: 9, factors: [0.4, 1.8], missing: [], trainings: [], bound: false };
    let given = disturbedDay(day);
    const movesOf = () => proposeRepairs(given, { most: 40 }).actions.filter(({ kind }) => kind === 'move-breaks');
    let moves = movesOf();
    expect(Math.min(...moves.map(({ wellbeing }) => wellbeing.people))).toBeLessThanOrEqual(3);
    for (let round = 0; moves.length > 0; round++) {
      expect(round).toBeLessThan(10);
      const byId = new Map(moves[0]!.changes.map(({ before, after }) => [before!.id, after]));
      given = { ...given, shifts: given.shifts.map((shift) => ({ ...shift, ...byId.get(shift.id) })) };
      moves = movesOf();
    }
  });

  it('has nothing to say after the day, and nothing of a queue nobody asks for', () => {
    const disturbed = { seed: 1, day: 0, hour: 9, factors: [1.8, 1], missing: [1], trainings: [], bound: false };
    const given = disturbedDay(disturbed);
    const end = startOfLocalDay(addDays(given.problem.startsOn, 1), given.problem.zone);
    expect(proposeRepairs({ ...given, now: end - HOUR_MILLIS / 60 }).actions).toEqual([]);
    expect(proposeRepairs(given, { queueId: 'nobody' }).actions).toEqual([]);
    const { queueId } = proposeRepairs(given).short[0]!;
    expect(proposeRepairs(given, { queueId }).actions.every((action) => action.queueId === queueId)).toBe(true);
  });
});
