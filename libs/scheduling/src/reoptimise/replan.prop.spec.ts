import { addDays, HOUR_MILLIS, localDateOf, overlaps, startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { optimiseRoster } from '../optimiser/index.js';
import { indexProblem, paidMinutesOf, type Roster, type RosterProblem, type Shift } from '../roster/index.js';
import { replan } from './replan.js';
import { KEEP, type Keep, type ReplanOptions } from './replan-options.js';

const ZONE = 'Europe/Berlin';
const bases = new Map<number, { problem: RosterProblem; base: Roster } | null>();

function planned(problem: RosterProblem, options: { seed: number; resumeFrom?: Roster }): Roster | null {
  const result = optimiseRoster(problem, { ...options, iterationLimit: 0, nowMillis: () => 0 });
  return result.kind === 'roster' ? result.roster : null;
}

/** A planned centre, and its demand as it turns out: half again as much in the mornings. */
function centre(seed: number): { problem: RosterProblem; base: Roster } | null {
  if (!bases.has(seed)) {
    const problem = rosterInstance({ agents: 8, seed, zone: ZONE, startsOn: '2026-11-02' });
    const base = planned(problem, { seed });
    bases.set(seed, base && { problem: withMoreMornings(problem), base });
  }
  return bases.get(seed)!;
}

function withMoreMornings(problem: RosterProblem): RosterProblem {
  const demand = problem.demand.map((queue) => ({
    ...queue,
    agentsToRoster: queue.agentsToRoster.map((value, slot) => (slot % 96 < 48 ? value * 1.5 : value)),
  }));
  return { ...problem, demand };
}

const shiftsOf = (roster: Roster, agentId: string) => roster.shifts.filter((shift) => shift.agentId === agentId);
const dates = (shifts: readonly Shift[]) => new Set(shifts.map(({ startAt }) => localDateOf(startAt, ZONE)));
const span = ({ agentId, startAt, endAt }: Shift) => `${agentId}/${startAt}/${endAt}`;

function paidByAgent(problem: RosterProblem, roster: Roster): number[] {
  const { activityTypes } = indexProblem(problem);
  return problem.agents.map(({ id }) =>
    shiftsOf(roster, id).reduce((sum, shift) => sum + paidMinutesOf(shift, activityTypes), 0),
  );
}

/** Whether what was to be kept is. */
const isKept: Record<Keep, (problem: RosterProblem, before: Roster, after: Roster) => void> = {
  shifts: (_problem, before, after) => {
    const now = new Set(after.shifts.map((shift) => JSON.stringify([span(shift), shift.activities])));
    for (const shift of before.shifts) expect(now).toContain(JSON.stringify([span(shift), shift.activities]));
  },
  'published-days': (problem, before, after) => {
    const until = addDays(problem.startsOn, 2);
    const early = (roster: Roster) =>
      roster.shifts.filter(({ startAt }) => localDateOf(startAt, ZONE) <= until).map(span);
    expect(early(after)).toEqual(early(before));
  },
  'days-off': (problem, before, after) => {
    for (const { id } of problem.agents) {
      const worked = dates(shiftsOf(before, id));
      for (const on of dates(shiftsOf(after, id))) expect(worked).toContain(on);
    }
  },
  starts: (problem, before, after) => {
    for (const { id } of problem.agents) {
      const starts = new Map(shiftsOf(before, id).map(({ startAt }) => [localDateOf(startAt, ZONE), startAt]));
      for (const { startAt } of shiftsOf(after, id)) {
        const on = localDateOf(startAt, ZONE);
        expect(startAt).toBe(starts.get(on) ?? startAt);
      }
    }
  },
  'paid-hours': (problem, before, after) => {
    expect(paidByAgent(problem, after)).toEqual(paidByAgent(problem, before));
  },
};

describe('planning again', () => {
  it('keeps everything it is told to keep, and changes what it may', () => {
    let changes = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.subarray([...KEEP], { minLength: 1 }), (seed, keep) => {
        const found = centre(seed);
        fc.pre(found !== null);
        const { problem, base } = found!;
        const options: ReplanOptions = { keep, disruption: 0, publishedUntilOn: addDays(problem.startsOn, 2) };
        const again = replan(problem, base, options);
        const after = planned(again.problem, { seed, resumeFrom: again.resumeFrom });
        expect(after).not.toBeNull();
        for (const part of keep) isKept[part](problem, base, after!);
        if (JSON.stringify(after) !== JSON.stringify(base)) changes++;
      }),
      { numRuns: 8 },
    );
    expect(changes).toBeGreaterThan(1);
  });

  it('without anything kept and with change free is a fresh plan', () => {
    const { problem, base } = centre(1)!;
    expect(replan(problem, base, { keep: [], disruption: 0 }).problem).toBe(problem);
  });

  it('changes nobody but the one who is ill when change is dear', () => {
    const { problem, base } = centre(1)!;
    const lost = base.shifts.find(({ startAt }) => startAt > startOfLocalDay(addDays(problem.startsOn, 1), ZONE))!;
    const absence = { agentId: lost.agentId, startAt: lost.startAt - HOUR_MILLIS, endAt: lost.endAt };
    const again = replan(problem, base, { keep: [], disruption: 1e4, absences: [absence] });
    expect(again.released).toEqual([lost]);
    const after = planned(again.problem, { seed: 5, resumeFrom: again.resumeFrom })!;
    expect(after.shifts.some((shift) => shift.agentId === lost.agentId && overlaps(shift, absence))).toBe(false);
    const others = (roster: Roster) => roster.shifts.filter((shift) => span(shift) !== span(lost)).map(span);
    expect(others(after)).toEqual(others(base));
  });

  it('leaves the past alone and starts nothing before now', () => {
    const { problem, base } = centre(2)!;
    const decidedAt = startOfLocalDay(addDays(problem.startsOn, 2), ZONE) + 10 * HOUR_MILLIS;
    const again = replan(problem, base, { keep: [], disruption: 0, decidedAt });
    const after = planned(again.problem, { seed: 5, resumeFrom: again.resumeFrom })!;
    const past = (roster: Roster) => roster.shifts.filter(({ startAt }) => startAt < decidedAt).map(span);
    expect(past(after)).toEqual(past(base));
  });
});
