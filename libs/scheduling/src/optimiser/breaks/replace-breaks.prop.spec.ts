import { addDays, HOUR_MILLIS, instantOfLocal, startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';
import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../../evaluation/index.js';
import type { Roster, RosterProblem } from '../../roster/index.js';
import { optimiseRoster } from '../optimise-roster.js';
import { replaceBreaks } from './replace-breaks.js';

const planned = new Map<number, { problem: RosterProblem; roster: Roster } | null>();

function centre(seed: number): { problem: RosterProblem; roster: Roster } | null {
  if (!planned.has(seed)) {
    const problem = rosterInstance({ agents: 12, seed, zone: 'Europe/Berlin', startsOn: '2025-03-24' });
    const result = optimiseRoster(problem, { seed, iterationLimit: 0, nowMillis: () => 0 });
    planned.set(seed, result.kind === 'roster' ? { problem, roster: result.roster } : null);
  }
  return planned.get(seed)!;
}

/** A day as it may turn out: other demand, somebody ill, a price on moved breaks. */
const drawn = fc.record({
  seed: fc.integer({ min: 1, max: 2 }),
  hour: fc.integer({ min: 0, max: 150 }),
  factors: fc.array(fc.constantFrom(0.5, 1, 1, 1.6), { minLength: 3, maxLength: 9 }),
  ill: fc.option(fc.nat({ max: 11 })),
  breakQuarterWeight: fc.constantFrom(0, 0, 3),
});

function dayAsItTurnsOut(
  { problem, roster }: { problem: RosterProblem; roster: Roster },
  change: { hour: number; factors: number[]; ill: number | null; breakQuarterWeight: number },
) {
  const fromAt = startOfLocalDay(problem.startsOn, problem.zone) + change.hour * HOUR_MILLIS;
  const changed: RosterProblem = {
    ...problem,
    demand: problem.demand.map((queue, q) => ({
      ...queue,
      agentsToRoster: queue.agentsToRoster.map(
        (value, slot) => value * change.factors[(Math.floor(slot / 3) + q) % change.factors.length]!,
      ),
    })),
    timeOff:
      change.ill === null
        ? problem.timeOff
        : [
            ...problem.timeOff,
            {
              agentId: problem.agents[change.ill]!.id,
              startAt: fromAt,
              endAt: fromAt + 9 * HOUR_MILLIS,
              paidMinutes: 0,
            },
          ],
    objective: {
      stability: { dayWeight: 0, movedHourWeight: 0, breakQuarterWeight: change.breakQuarterWeight },
      stabilityBase: { shifts: roster.shifts },
    },
  };
  return { changed, fromAt };
}

describe('placing breaks again', () => {
  it('moves only breaks after the instant, keeps every rule the roster kept, and never makes the cover worse', () => {
    let moves = 0;
    fc.assert(
      fc.property(drawn, ({ seed, ...change }) => {
        const found = centre(seed);
        fc.pre(found !== null);
        const { changed, fromAt } = dayAsItTurnsOut(found!, change);
        const { roster } = found!;
        const answer = replaceBreaks(changed, roster, { fromAt });
        moves += answer.moved.length;
        const before = evaluateRoster(changed, roster);
        const after = evaluateRoster(changed, answer.roster);
        expect(after.hardBreaches).toBe(before.hardBreaches);
        expect(answer.staffingAfter).toBeLessThanOrEqual(answer.staffingBefore + 1e-6);
        // The evaluation counts the shift of someone ill as if it were worked; the search does not.
        if (change.ill === null) expect(after.cost).toBeLessThanOrEqual(before.cost + 1e-6);
        answer.roster.shifts.forEach((shift, i) => {
          const old = roster.shifts[i]!;
          expect([shift.agentId, shift.startAt, shift.endAt]).toEqual([old.agentId, old.startAt, old.endAt]);
          const over = (each: typeof old) =>
            each.activities.filter(({ activityTypeId, startAt }) => activityTypeId !== 'contact' && startAt < fromAt);
          expect(over(shift)).toEqual(over(old));
        });
      }),
      { numRuns: 20 },
    );
    expect(moves).toBeGreaterThan(10);
  });

  it('agrees with the evaluation on what it gained, and is done when asked again', () => {
    const found = centre(1)!;
    const change = { hour: 32, factors: [0.5, 1.6, 1], ill: null, breakQuarterWeight: 0 };
    const { changed, fromAt } = dayAsItTurnsOut(found, change);
    const first = replaceBreaks(changed, found.roster, { fromAt });
    const cost = (roster: Roster) =>
      evaluateRoster(changed, roster).parts.understaffing + evaluateRoster(changed, roster).parts.overstaffing;
    expect(first.moved.length).toBeGreaterThan(0);
    expect(first.staffingBefore).toBeCloseTo(cost(found.roster), 4);
    expect(first.staffingAfter).toBeCloseTo(cost(first.roster), 4);
    expect(replaceBreaks(changed, first.roster, { fromAt }).moved).toEqual([]);
  });

  it('leaves locked shifts and shifts outside the window of time alone', () => {
    const found = centre(2)!;
    const change = { hour: 0, factors: [0.5, 1.6, 1], ill: null, breakQuarterWeight: 0 };
    const { changed, fromAt } = dayAsItTurnsOut(found, change);
    const locked = { shifts: found.roster.shifts.map((shift) => ({ ...shift, locked: true })) };
    expect(replaceBreaks(changed, locked, { fromAt }).searchedShifts).toBe(0);
    const untilAt = instantOfLocal(addDays(changed.startsOn, 1), 0, changed.zone);
    const { moved } = replaceBreaks(changed, found.roster, { fromAt, untilAt });
    expect(moved.every(({ shiftStartAt }) => shiftStartAt < untilAt)).toBe(true);
  });
});
