import { MINUTE_MILLIS } from '@yotei/time';
import fc from 'fast-check';
import { disturbedDay } from '../../../../tests/kit/repair-case.js';
import { judgeAgent } from '../evaluation/index.js';
import { breatherFor, type RepairCase } from './index.js';

const drawn = fc.record({
  seed: fc.integer({ min: 1, max: 4 }),
  day: fc.integer({ min: 0, max: 4 }),
  hour: fc.integer({ min: 9, max: 15 }),
  people: fc.uniqueArray(fc.nat({ max: 23 }), { minLength: 1, maxLength: 4 }),
});

const dayOf = ({ seed, day, hour }: { seed: number; day: number; hour: number }): RepairCase =>
  disturbedDay({ seed, day, hour, factors: [1, 1], missing: [], trainings: [], bound: false });

describe('breaks sooner', () => {
  it('come for those asked for alone, earlier than they were, never too soon to be told, and break no must rule', () => {
    let moved = 0;
    fc.assert(
      fc.property(drawn, ({ people, ...day }) => {
        const given = dayOf(day);
        const asked = people.map((i) => given.problem.agents[i % given.problem.agents.length]!.id);
        const action = breatherFor(given, asked);
        for (const { before, after } of action?.changes ?? []) {
          moved++;
          expect(asked).toContain(after.agentId);
          const pauses = (one: typeof after) =>
            one.activities.filter(({ activityTypeId }) => activityTypeId !== 'contact');
          const [old, now] = [pauses(before!), pauses(after)];
          expect(now).toHaveLength(old.length);
          const differs = now.filter((one, i) => one.startAt !== old[i]!.startAt);
          expect(differs).toHaveLength(1);
          const [sooner] = differs;
          expect(sooner!.startAt).toBeLessThan(old[now.indexOf(sooner!)]!.startAt);
          expect(sooner!.startAt).toBeGreaterThanOrEqual(given.now + 15 * MINUTE_MILLIS);
          const own = given.shifts.filter(({ agentId }) => agentId === after.agentId);
          const changed = own.map((shift) => (shift.id === before!.id ? after : shift));
          const breaches = (shifts: typeof changed) => judgeAgent(given.problem, after.agentId, shifts).hardBreaches;
          expect(breaches(changed)).toBeLessThanOrEqual(breaches(own));
        }
      }),
      { numRuns: 30 },
    );
    // Or the property says nothing.
    expect(moved).toBeGreaterThan(10);
  });

  it('do not go all at once where that would leave nobody: the second person waits', () => {
    const given = dayOf({ seed: 1, day: 0, hour: 9 });
    const everybody = given.problem.agents.map(({ id }) => id);
    const together = breatherFor(given, everybody)!;
    const alone = everybody.flatMap((id) => breatherFor(given, [id])?.changes ?? []);
    const startOf = (changes: readonly (typeof alone)[number][], agentId: string) => {
      const { before, after } = changes.find((one) => one.after.agentId === agentId)!;
      const was = new Set(before!.activities.map(({ activityTypeId, startAt }) => `${activityTypeId} ${startAt}`));
      return after.activities.find(
        ({ activityTypeId, startAt }) => activityTypeId !== 'contact' && !was.has(`${activityTypeId} ${startAt}`),
      )!.startAt;
    };
    const atOnce = (changes: readonly (typeof alone)[number][]) => {
      const starts = changes.map(({ after }) => startOf(changes, after.agentId));
      return Math.max(...starts.map((at) => starts.filter((one) => one === at).length));
    };
    expect(together.changes.length).toBeGreaterThan(3);
    expect(atOnce(together.changes)).toBeLessThan(atOnce(alone));
  });

  it('has nothing to move for nobody, for who is not at work, and after the last break', () => {
    const given = dayOf({ seed: 1, day: 2, hour: 10 });
    expect(breatherFor(given, [])).toBeNull();
    expect(breatherFor(given, ['nobody'])).toBeNull();
    expect(breatherFor({ ...given, now: given.untilAt - 15 * MINUTE_MILLIS }, [given.shifts[0]!.agentId])).toBeNull();
  });
});
