import fc from 'fast-check';
import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { oracleTeamAmounts } from '../../../../../tests/kit/team-oracle.js';
import type { RosterProblem, TeamRuleSetting } from '../../roster/index.js';
import { optimiseRoster } from '../optimise-roster.js';
import { joinParts } from './join-rosters.js';
import { partProblem } from './roster-part.js';
import { splitProblem, type SplitBy } from './split-problem.js';

const still = { seed: 1, nowMillis: () => 0 };

/** A centre on two sites with rules over people of both. */
function twoSites(seed: number, teamRules: readonly TeamRuleSetting[]): RosterProblem {
  const base = rosterInstance({ agents: 12, seed });
  return { ...base, teamRules, agents: base.agents.map((agent, i) => ({ ...agent, siteId: i % 2 ? 'b' : 'a' })) };
}

const agentsAt = (...places: number[]) => ({ agentIds: places.map((place) => rosterIds[place]!) });
const rosterIds = rosterInstance({ agents: 12, seed: 1 }).agents.map(({ id }) => id);

const floor = (agents: number, who: TeamRuleSetting['who'] = {}): TeamRuleSetting => ({
  id: 'floor',
  ruleId: 'minimum-on-duty',
  level: 'must',
  parameters: { agents },
  who,
  fromMinute: 660,
  untilMinute: 900,
  weekdays: [1, 2, 3, 4, 5],
});
const apart: TeamRuleSetting = {
  id: 'apart',
  ruleId: 'exclusion',
  level: 'must',
  who: agentsAt(2, 5),
  weekdays: [1, 3],
};

/** Plans the parts, joins them and plans the whole on from there, as the api's jobs do. */
function plannedInParts(problem: RosterProblem, how: SplitBy) {
  const split = splitProblem(problem, how);
  const planned = split.parts.map((part) => {
    const result = optimiseRoster(partProblem(problem, part), { ...still, iterationLimit: 20 });
    if (result.kind === 'team-rules-unmet' && result.roster) return { roster: result.roster, lowerBound: 0 };
    if (result.kind !== 'roster') throw new Error(`part ${part.id} must have a roster, not ${result.kind}`);
    return result;
  });
  const joined = joinParts(problem, split, planned);
  const whole = optimiseRoster(problem, { ...still, iterationLimit: 60, resumeFrom: joined.roster });
  return { split, joined, whole };
}

/** Two people of both sites who could do without Mondays must not both work on one. */
function withPair(problem: RosterProblem): RosterProblem {
  const free = (site: string) =>
    problem.agents.find(({ siteId, availability }) => siteId === site && (availability?.length ?? 7) >= 6)!.id;
  const who = { agentIds: [free('a'), free('b')] };
  return { ...problem, teamRules: [...problem.teamRules!, { ...apart, who, weekdays: [1] }] };
}

describe('a problem in parts with rules across agents of several', () => {
  it('shares numbers so that the shares add up, and keeps a part able to answer', () => {
    const problem = twoSites(1, [floor(3)]);
    const { parts, losses } = splitProblem(problem, { by: 'site' });
    expect(losses).toContain('team-rules');
    const shares = parts.map(({ teamRules }) => teamRules![0]!);
    expect(shares.map(({ level }) => level)).toEqual(['prefer', 'prefer']);
    expect(shares.reduce((sum, { parameters }) => sum + Number(parameters!['agents']), 0)).toBe(3);
  });

  it('keeps agents of a small rule in one part, and sites that share what cannot be shared', () => {
    const problem = twoSites(1, [apart]);
    expect(splitProblem(problem, { by: 'site' }).parts).toHaveLength(1);
    const bySize = splitProblem(problem, { by: 'size', agentsMax: 5 });
    expect(bySize.losses).not.toContain('team-rules');
    const holders = bySize.parts.filter(({ teamRules }) => teamRules!.length > 0);
    expect(holders.map(({ agentIds }) => agentIds)).toEqual([expect.arrayContaining([...apart.who.agentIds!])]);
    expect(holders[0]!.teamRules).toEqual([apart]);
  });

  it('joins to a roster that keeps every must rule once the whole is planned on, by the oracle', () => {
    const ways: SplitBy[] = [{ by: 'site' }, { by: 'size', agentsMax: 6 }];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.constantFrom(...ways), (seed, how) => {
        const floored = twoSites(seed, [floor(2)]);
        // Sites whose people must not work together are planned in one part: nothing would be joined.
        const problem = how.by === 'site' ? floored : withPair(floored);
        const { split, whole } = plannedInParts(problem, how);
        expect(split.parts).toHaveLength(2);
        if (whole.kind !== 'roster') throw new Error(`the whole must be planned, not ${whole.kind}`);
        const amounts = Object.values(oracleTeamAmounts(problem, whole.roster.shifts));
        expect(amounts).toEqual(problem.teamRules!.map(() => 0));
      }),
      { numRuns: 3 },
    );
  });

  it('leaves a session over several parts to the whole', () => {
    const session = {
      id: 'talk',
      title: 'Talk',
      activityTypeId: 'meeting',
      lengthMinutes: 30,
      form: 'together' as const,
      who: {},
    };
    const problem = { ...twoSites(2, []), sessions: [session as never] };
    const { parts } = splitProblem(problem, { by: 'site' });
    expect(parts.map((part) => partProblem(problem, part).sessions)).toEqual([[], []]);
  });
});
