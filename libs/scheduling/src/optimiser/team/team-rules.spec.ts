import { activityTypes, amy, dayTemplate, openContract, problemOf } from '../../../../../tests/kit/roster-builder.js';
import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { oracleTeamAmounts } from '../../../../../tests/kit/team-oracle.js';
import { evaluateRoster } from '../../evaluation/index.js';
import { coverageGrid, type RosterProblem, type TeamRuleSetting } from '../../roster/index.js';
import { defaultRuleSettings } from '../../rules/index.js';
import { optimiseRoster } from '../optimise-roster.js';

const options = { seed: 1, iterationLimit: 250, nowMillis: () => 0 };

/** A centre of 20: every fourth a senior, the last four beginners. */
function centre(teamRules: readonly TeamRuleSetting[]): RosterProblem {
  const problem = rosterInstance({ agents: 20, seed: 3 });
  return {
    ...problem,
    agents: problem.agents.map((agent, i) => ({
      ...agent,
      seniority: i % 4 === 0 ? 'senior' : i >= 17 ? 'entry' : undefined,
    })),
    teamRules,
  };
}

const ids = (problem: RosterProblem, ...places: number[]) => places.map((place) => problem.agents[place]!.id);

describe('planning with rules across agents', () => {
  it('holds every kind together, as an independent oracle sees it', () => {
    const base = centre([]);
    const problem = centre([
      {
        id: 'senior-there',
        ruleId: 'minimum-on-duty',
        level: 'must',
        who: { seniorities: ['senior'] },
        fromMinute: 600,
        untilMinute: 960,
        weekdays: [1, 2, 3, 4, 5],
      },
      {
        id: 'mentor',
        ruleId: 'pairing',
        level: 'must',
        who: { seniorities: ['entry'] },
        partners: { seniorities: ['senior'] },
      },
      { id: 'never-both', ruleId: 'exclusion', level: 'must', who: { agentIds: ids(base, 1, 2) }, weekdays: [6, 7] },
      {
        id: 'not-at-once',
        ruleId: 'maximum-on-duty',
        level: 'must',
        who: { agentIds: ids(base, 5, 6) },
        weekdays: [1, 2],
      },
      {
        id: 'half-there',
        ruleId: 'maximum-off',
        level: 'must',
        who: {},
        parameters: { agents: 8 },
        weekdays: [1, 2, 3, 4, 5],
      },
      { id: 'together', ruleId: 'same-start', level: 'must', who: { agentIds: ids(base, 9, 10) } },
    ]);
    const result = optimiseRoster(problem, options);
    expect(result.kind).toBe('roster');
    if (result.kind !== 'roster') return;
    expect(oracleTeamAmounts(problem, result.roster.shifts)).toEqual({
      'senior-there': 0,
      mentor: 0,
      'never-both': 0,
      'not-at-once': 0,
      'half-there': 0,
      together: 0,
    });
    const judged = evaluateRoster(problem, result.roster);
    expect(judged.hardBreaches).toBe(0);
    expect(result.lowerBound).toBeLessThanOrEqual(result.cost);
    // Without the rules the same search breaks them: the test would prove nothing otherwise.
    const free = optimiseRoster(base, options);
    if (free.kind !== 'roster') throw new Error('the centre without rules must have a roster');
    expect(evaluateRoster(problem, free.roster).teamBreaches.length).toBeGreaterThan(5);
  });

  it('weighs a preferred rule against staffing: the dearer it is, the less it is broken', () => {
    const amountAt = (weight: number) => {
      const problem = centre([
        { id: 'senior', ruleId: 'minimum-on-duty', level: 'prefer', weight, who: { seniorities: ['senior'] } },
      ]);
      const result = optimiseRoster(problem, options);
      if (result.kind !== 'roster') throw new Error(result.kind);
      const judged = evaluateRoster(problem, result.roster);
      expect(result.cost).toBe(judged.cost);
      return judged.teamBreaches.reduce((sum, { amount }) => sum + amount, 0);
    };
    expect(amountAt(10)).toBeLessThan(amountAt(0.001));
  });

  it('counts only contact work where asked: somebody stays while the other has lunch', () => {
    const rule: TeamRuleSetting = {
      id: 'phone',
      ruleId: 'minimum-on-duty',
      level: 'must',
      who: {},
      fromMinute: 720,
      untilMinute: 900,
      weekdays: [1, 2],
      parameters: { contactOnly: true },
    };
    const problem = problemOf({
      agents: ['amy', 'bob'].map((id) => ({ ...amy, id })),
      teamRules: [rule],
      rules: defaultRuleSettings().filter(({ level }) => level === 'must'),
      contracts: [{ ...openContract, weeklyMinutesMin: 960, weeklyMinutesMax: 960 }],
      activityTypes,
      templates: [{ ...dayTemplate, latestStartMinute: 540 }],
    });
    const result = optimiseRoster(problem, { ...options, iterationLimit: 60 });
    expect(result.kind === 'roster' && oracleTeamAmounts(problem, result.roster.shifts)).toEqual({ phone: 0 });
  });

  it('says at once which rule no roster can keep, and when', () => {
    const problem = centre([
      {
        id: 'night-senior',
        title: 'A senior at night',
        ruleId: 'minimum-on-duty',
        level: 'must',
        who: { seniorities: ['senior'] },
        fromMinute: 1380,
        untilMinute: 1800,
        weekdays: [1],
      },
    ]);
    const result = optimiseRoster(problem, options);
    expect(result).toMatchObject({
      kind: 'team-rules-unmet',
      proven: true,
      roster: null,
      // Open 07:00 to 22:00: from 23:00 to 06:00 nobody can be there, the earliest start is 07:00.
      breaches: [
        { settingId: 'night-senior', source: 'A senior at night', amount: 420, values: { agents: 1, present: 0 } },
      ],
    });
  });

  it('answers with the nearest roster where it found none that keeps them', () => {
    const base = problemOf();
    const grid = coverageGrid(base);
    const agents = ['amy', 'bob'].map((id) => ({ ...amy, id }));
    const problem = problemOf({
      agents,
      demand: [{ queueId: 'q', skillId: 'voice', grid, agentsToRoster: Array.from({ length: grid.count }, () => 0) }],
      // Both must work five days, which two people in a week of seven cannot do apart.
      contracts: [{ ...openContract, weeklyMinutesMin: 2400, weeklyMinutesMax: 2400 }],
      rules: defaultRuleSettings().filter(({ level }) => level === 'must'),
      teamRules: [{ id: 'apart', ruleId: 'exclusion', level: 'must', who: {} }],
    });
    const result = optimiseRoster(problem, { ...options, iterationLimit: 50 });
    expect(result.kind).toBe('team-rules-unmet');
    if (result.kind !== 'team-rules-unmet') return;
    expect(result.proven).toBe(false);
    // Ten working days on seven: three of them shared.
    expect(result.breaches.map(({ amount }) => amount)).toEqual([1, 1, 1]);
    expect(evaluateRoster(problem, result.roster!).breaches.filter(({ level }) => level === 'must')).toEqual([]);
  });
});
