import fc from 'fast-check';
import { firstRoster } from '../../../../tests/kit/first-roster.js';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { oracleTeamAmounts } from '../../../../tests/kit/team-oracle.js';
import { evaluateRoster } from '../evaluation/index.js';
import type { RosterProblem, TeamRuleSetting } from '../roster/index.js';
import { RELAXATIONS } from './relaxations/catalogue.js';
import { widerTemplates } from './relaxations/template-windows.relaxation.js';
import type { Relaxed } from './relaxations/relaxation.js';
import { shortStretches } from './short-stretches.js';
import { WhatIf } from './what-if.js';

/** The whole problem with one agent's changed: an own contract and own rules for that agent. */
function wholeWith(problem: RosterProblem, agentId: string, { solo }: Relaxed): RosterProblem {
  const changed = solo.agents[0]!;
  const own = `own of ${agentId}`;
  return {
    ...problem,
    templates: solo.templates,
    ...(solo.teamRules && { teamRules: solo.teamRules }),
    contracts: [...problem.contracts, { ...solo.contracts[0]!, id: own }],
    agents: problem.agents.map((agent) => (agent.id === agentId ? { ...changed, contractId: own } : agent)),
    timeOff: [...problem.timeOff.filter((each) => each.agentId !== agentId), ...solo.timeOff],
    rules: [
      ...problem.rules.map((each) => ({ ...each, contractIds: problem.contracts.map(({ id }) => id) })),
      ...solo.rules.map((each) => ({ ...each, contractIds: [own] })),
    ],
  };
}

/** Rules across agents that bind in a small centre. */
function withTeamRules(problem: RosterProblem): RosterProblem {
  const ids = problem.agents.map(({ id }) => id);
  const midday = { fromMinute: 600, untilMinute: 960 };
  const teamRules: TeamRuleSetting[] = [
    { id: 'midday', ruleId: 'minimum-on-duty', level: 'must', parameters: { agents: 2 }, who: {}, ...midday },
    { id: 'apart', ruleId: 'exclusion', level: 'must', who: { agentIds: ids.slice(0, 2) }, weekdays: [2, 4] },
    {
      id: 'partner',
      ruleId: 'pairing',
      level: 'prefer',
      weight: 0.2,
      who: { agentIds: ids.slice(2, 4) },
      partners: { agentIds: ids.slice(3) },
    },
    { id: 'few', ruleId: 'maximum-off', level: 'prefer', weight: 7, parameters: { agents: 3 }, who: {} },
  ];
  return { ...problem, teamRules };
}

/** Must rules broken, in slots: a day counts as ten of them (20,000 against 2,000 cost units). */
const brokenBy = (amounts: Record<string, number>): number => amounts['midday']! / 15 + amounts['apart']! * 10;

describe('what letting a limit out is said to save', () => {
  it('is what a full evaluation of the roster with that week finds, and breaks no rule but the one let out', () => {
    let judged = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (seed, pick) => {
        const problem = withTeamRules(rosterInstance({ agents: 8, seed, weeks: seed % 3 === 0 ? 2 : 1 }));
        const roster = firstRoster(problem, seed);
        const before = evaluateRoster(problem, roster);
        const teamBefore = oracleTeamAmounts(problem, roster.shifts);
        const whatIf = new WhatIf(problem, roster);
        const [stretch] = shortStretches(problem, before.coverage);
        const agent = pick % problem.agents.length;
        const { id } = problem.agents[agent]!;
        const context = {
          solo: whatIf.solo(agent),
          wider: widerTemplates(problem),
          slot: stretch!.deepest,
          skillId: stretch!.skillId,
        };
        for (const relaxed of RELAXATIONS.flatMap((relaxation) => relaxation.relax(context))) {
          const skillId = relaxed.limit.kind === 'skill' ? relaxed.limit.skillId : undefined;
          const found = whatIf.best(whatIf.trial(agent, 0, relaxed.solo, skillId));
          if (!found) continue;
          judged++;
          const others = roster.shifts.filter((shift) => shift.agentId !== id);
          const after = evaluateRoster(wholeWith(problem, id, relaxed), { shifts: [...others, ...found.shifts] });
          expect(after.cost - before.cost).toBeCloseTo(found.costChange, 3);
          const team = oracleTeamAmounts(problem, [...others, ...found.shifts]);
          // A roster made at once may break rules across agents; no week is offered that breaks them further.
          if (relaxed.limit.kind !== 'team-rule') expect(brokenBy(team)).toBeLessThanOrEqual(brokenBy(teamBefore));
          expect(after.breaches.filter(({ level }) => level === 'must')).toEqual([]);
        }
      }),
      { numRuns: 5 },
    );
    expect(judged).toBeGreaterThan(25);
  });
});
