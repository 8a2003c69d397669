import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../../evaluation/index.js';
import type { RosterProblem } from '../../roster/index.js';
import { optimiseRoster } from '../optimise-roster.js';

describe('planning with sessions', () => {
  it('places them in the shifts it plans, says their harm, and keeps must rules and a valid bound', () => {
    const instance = rosterInstance({ agents: 20, seed: 2 });
    const problem: RosterProblem = {
      ...instance,
      activityTypes: [...instance.activityTypes, { id: 'meeting', title: 'Meeting', paid: true, contactWork: false }],
      sessions: [
        {
          id: 'huddle',
          title: 'Huddle',
          activityTypeId: 'meeting',
          lengthMinutes: 15,
          who: {},
          form: 'together',
          attendeesAtOnceMax: 6,
          period: 'week',
        },
        {
          id: 'talk',
          title: 'One-to-one',
          activityTypeId: 'meeting',
          lengthMinutes: 30,
          who: {},
          form: 'alone',
          attendeesAtOnceMax: 2,
        },
      ],
    };
    const result = optimiseRoster(problem, { seed: 1, iterationLimit: 40, nowMillis: () => 0 });
    if (result.kind !== 'roster') throw new Error(result.kind);
    const judged = evaluateRoster(problem, result.roster);
    expect(judged.hardBreaches).toBe(0);
    expect(result.cost).toBe(judged.cost);
    expect(result.lowerBound).toBeLessThanOrEqual(result.cost);
    const attending = (id: string) =>
      result.sessions!.places.filter(({ sessionId }) => sessionId === id).flatMap(({ agentIds }) => agentIds);
    const missed = result.sessions!.unplaced.flatMap(({ agentIds }) => agentIds).length;
    // All of the twenty attend both, or are named.
    expect(attending('talk').length + attending('huddle').length + missed).toBe(40);
    expect(missed).toBeLessThan(4);
    const inRoster = result.roster.shifts.flatMap(({ activities }) => activities.filter(({ sessionId }) => sessionId));
    expect(inRoster).toHaveLength(attending('talk').length + attending('huddle').length);
  });
});
