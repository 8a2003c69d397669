import fc from 'fast-check';
import { joinedCentres } from '../../../../../tests/kit/joined-centres.js';
import { rosterCase } from '../../../../../tests/kit/roster-arbitraries.js';
import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../../evaluation/index.js';
import { coverageGrid, demandOnSlots, type Roster, type RosterProblem } from '../../roster/index.js';
import { optimiseRoster } from '../optimise-roster.js';
import { joinParts, joinRosters } from './join-rosters.js';
import { partProblem } from './roster-part.js';
import { splitProblem } from './split-problem.js';

const still = { seed: 1, nowMillis: () => 0 };

function plannedBy(problem: RosterProblem, iterationLimit: number, resumeFrom?: Roster) {
  const result = optimiseRoster(problem, { ...still, iterationLimit, resumeFrom });
  if (result.kind !== 'roster') throw new Error(`result (${result.kind}) must be a roster; choose another seed`);
  return result;
}

describe('splitting by independent skill groups', () => {
  it('costs and breaches of the parts of any roster add up to those of the whole', () => {
    let split = 0;
    fc.assert(
      fc.property(rosterCase, fc.integer({ min: 1, max: 4 }), ({ problem, roster }, partsMax) => {
        const { parts, independent } = splitProblem(problem, { by: 'skill-group', partsMax });
        expect(independent).toBe(true);
        if (parts.length > 1) split++;
        expect(parts.flatMap((part) => part.agentIds).sort()).toEqual(problem.agents.map(({ id }) => id).sort());
        expect(parts.flatMap((part) => part.demand).length).toBe(problem.demand.length);
        const whole = evaluateRoster(problem, roster);
        const judged = parts.map((part) => {
          const chosen = new Set(part.agentIds);
          return evaluateRoster(partProblem(problem, part), {
            shifts: roster.shifts.filter(({ agentId }) => chosen.has(agentId)),
          });
        });
        expect(judged.reduce((sum, each) => sum + each.hardBreaches, 0)).toBe(whole.hardBreaches);
        expect(judged.reduce((sum, each) => sum + each.cost, 0)).toBeCloseTo(whole.cost, 5);
      }),
      { numRuns: 80 },
    );
    expect(split).toBeGreaterThan(0);
  });

  it('plans each centre apart as it would alone, and the bounds add up to one of the whole', () => {
    const problem = joinedCentres([
      { agents: 8, seed: 1 },
      { agents: 6, seed: 2 },
      { agents: 5, seed: 4 },
    ]);
    const split = splitProblem(problem, { by: 'skill-group' });
    expect(split).toMatchObject({ independent: true, losses: [] });
    // Agents of one skill of a centre may stand apart from its others, so there are at least as many parts as centres.
    expect(split.parts.length).toBeGreaterThanOrEqual(3);
    const planned = split.parts.map((part) => plannedBy(partProblem(problem, part), 40));
    const joined = joinParts(problem, split, planned);
    expect(joined.evaluation.hardBreaches).toBe(0);
    expect(joined.evaluation.cost).toBeCloseTo(
      planned.reduce((sum, part) => sum + part.cost, 0),
      5,
    );
    const whole = plannedBy(problem, 400);
    expect(joined.lowerBound).toBeLessThanOrEqual(Math.min(whole.cost, joined.evaluation.cost) + 1e-6);
    expect(joined.lowerBound).toBeGreaterThan(0.9 * whole.lowerBound);
  });

  it('joins agents who share a rule across agents, and says that fair shares are of the part', () => {
    const two = joinedCentres([
      { agents: 5, seed: 1 },
      { agents: 5, seed: 2 },
    ]);
    const apart = splitProblem(two, { by: 'skill-group' }).parts.length;
    const who = { agentIds: [two.agents[0]!.id, two.agents[9]!.id] };
    const rule = { id: 'pair', ruleId: 'exclusion', level: 'must' as const, who, fromMinute: 0, untilMinute: 1440 };
    expect(splitProblem({ ...two, teamRules: [rule] }, { by: 'skill-group' }).parts.length).toBe(apart - 1);
    const always = { ...rule, ruleId: 'minimum-on-duty', fromMinute: undefined, untilMinute: undefined };
    expect(splitProblem({ ...two, teamRules: [always] }, { by: 'skill-group' }).parts.length).toBe(1);
    const fair = { ...two, objective: { fairness: { memoryWeeks: 4, weights: { night: 5 } } } };
    expect(splitProblem(fair, { by: 'skill-group' })).toMatchObject({ independent: false, losses: ['fair-shares'] });
  });
});

describe('splitting where agents of several parts serve a queue', () => {
  const problem = rosterInstance({ agents: 24, seed: 3 });

  it.each([{ agentsMax: 8 }, { agentsMax: 11 }])('shares the demand out whole, in groups of $agentsMax', (how) => {
    const split = splitProblem(problem, { by: 'size', ...how });
    expect(split).toMatchObject({ independent: false, losses: ['agents-across-parts'] });
    expect(Math.max(...split.parts.map((part) => part.agentIds.length))).toBeLessThanOrEqual(how.agentsMax);
    const grid = coverageGrid(problem);
    problem.demand.forEach((queue, i) => {
      const asked = demandOnSlots(queue, grid);
      const parts = split.parts.map((part) => part.demand[i]!);
      for (let slot = 0; slot < grid.count; slot++) {
        const shares = parts.map((part) => part.agentsToRoster[slot]!);
        expect(shares.every((share) => share >= 0 && Number.isInteger(share))).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(asked[slot]);
      }
    });
  });

  it('joins to a legal roster that the whole can be planned on from, with a bound of the whole', () => {
    const split = splitProblem(problem, { by: 'size', agentsMax: 12 });
    const joined = joinParts(
      problem,
      split,
      split.parts.map((part) => plannedBy(partProblem(problem, part), 40)),
    );
    expect(joined.evaluation.hardBreaches).toBe(0);
    expect(joined.lowerBound).toBeNull();
    const mended = plannedBy(problem, 40, joined.roster);
    expect(mended.cost).toBeLessThanOrEqual(joined.evaluation.cost + 1e-6);
    expect(mended.lowerBound).toBeLessThanOrEqual(mended.cost);
  });
});

describe('splitting by week', () => {
  const problem = rosterInstance({ agents: 8, seed: 6, weeks: 3 });

  it('plans one week after the other with those before as history, legally', () => {
    const split = splitProblem(problem, { by: 'week' });
    expect(split.parts.map(({ after }) => after)).toEqual([[], ['1'], ['2']]);
    expect(split.losses).toContain('later-weeks');
    const done: Roster[] = [];
    for (const part of split.parts) {
      const before = done.flatMap((roster) => roster.shifts);
      done.push(plannedBy(partProblem(problem, part, before), 20).roster);
    }
    expect(evaluateRoster(problem, joinRosters(problem, done)).hardBreaches).toBe(0);
  });

  it.each([
    ['an assumed roster', () => plannedBy(problem, 5).roster],
    ['nobody at work before', (): Roster => ({ shifts: [] })],
  ])('plans all weeks at once after %s; the whole mends what does not fit', (_, assume) => {
    const assumed = assume();
    const split = splitProblem(problem, { by: 'week', assumed });
    expect(split.parts.every(({ after }) => after.length === 0)).toBe(true);
    const planned = split.parts.map((part) => plannedBy(partProblem(problem, part, assumed.shifts), 20));
    const { roster } = joinParts(problem, split, planned);
    expect(evaluateRoster(problem, plannedBy(problem, 20, roster).roster).hardBreaches).toBe(0);
  });
});
