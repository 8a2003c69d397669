import { addDays, startOfLocalDay } from '@yotei/time';
import { optimiseRoster } from '@yotei/scheduling/optimiser';
import type { RosterProblem, Shift } from '@yotei/scheduling/roster';
import { rosterInstance } from './roster-instances.js';
import { oracleLawAmounts } from './roster-oracle-law.js';
import type { LawParameters } from './roster-oracle-law-rules.js';

/** 48 h and the daily 11 h: people with two days off need them together, or a short Friday and a late Monday. */
const LONG_REST = 3540;

interface Weeks {
  readonly seed: number;
  /** Planned at once. */
  readonly weeks: number;
  /** In which the rest must fall. */
  readonly restWeeks: number;
}

function centre({ seed, weeks, restWeeks }: Weeks, isAsked: boolean): RosterProblem {
  const problem = rosterInstance({ agents: 8, seed, weeks, zone: 'Europe/Berlin', startsOn: '2025-03-24' });
  const parameters = { longRestMinutes: LONG_REST, weeks: restWeeks };
  return {
    ...problem,
    timeOff: [],
    historyFromAt: startOfLocalDay(addDays(problem.startsOn, -28), problem.zone),
    rules: isAsked ? [...problem.rules, { ruleId: 'weekly-rest', level: 'must', parameters }] : problem.rules,
  };
}

/** The oracle judges every rule at once; what it says of others is not asked. */
const lawOfNothingElse = (restWeeks: number): LawParameters => ({
  weekMost: 9999,
  average: 9999,
  averageWeeks: 1,
  rollingMost: 9999,
  rollingDays: 7,
  overtime: 9999,
  fewestMonths: 1,
  mostMonths: 1,
  yearOvertime: 9999,
  yearStart: 1,
  longMonth: 9999,
  longMonths: 1,
  longRest: LONG_REST,
  restWeeks,
  daysOff: 0,
  offWeeks: 1,
  weekday: 7,
  freeDays: 0,
  freeWeeks: 1,
  nightShifts: 99,
  nightWeeks: 1,
  nightFrom: 0,
  nightUntil: 300,
  nightMost: 9999,
  youngDay: 9999,
  youngWeek: 9999,
  youngRest: 0,
  youngWork: 9999,
  startRange: 1440,
  startWeeks: 1,
  steps: 99,
  stepWeeks: 1,
  mealWork: 9999,
  mealMinutes: 0,
  mealLatest: 9999,
  meal: 0,
  pauseEvery: 9999,
  pauseMinutes: 0,
  stretch: 9999,
  leastPause: 0,
  trainingLeast: 0,
  trainingMost: 9999,
  trainingWeeks: 1,
});

/** Minutes of rest missing in all, as the oracle counts them. */
function missing(problem: RosterProblem, shifts: readonly Shift[], restWeeks: number): number {
  const p = lawOfNothingElse(restWeeks);
  return problem.agents.reduce((sum, agent) => {
    const plan = shifts.filter(({ agentId }) => agentId === agent.id);
    const before = problem.history.filter(({ agentId }) => agentId === agent.id);
    return sum + oracleLawAmounts(problem, agent, { plan, before, p })['weekly-rest']!;
  }, 0);
}

function planned(problem: RosterProblem): readonly Shift[] {
  const result = optimiseRoster(problem, { seed: 1, iterationLimit: 20, nowMillis: () => 0 });
  if (result.kind !== 'roster') throw new Error(`roster expected; the answer is ${result.kind}`);
  return result.roster.shifts;
}

describe('rosters under a long weekly rest, against the independent oracle', () => {
  // The second week of the plan begins with the night on which the clock goes forward.
  it.each<Weeks>([
    { seed: 1, weeks: 1, restWeeks: 1 },
    { seed: 2, weeks: 2, restWeeks: 1 },
    { seed: 3, weeks: 2, restWeeks: 2 },
  ])('hold it where plans without the rule do not: $weeks weeks at once, a rest in every $restWeeks', (given) => {
    const asked = centre(given, true);
    const unasked = centre(given, false);
    expect(missing(unasked, planned(unasked), given.restWeeks)).toBeGreaterThan(0);
    expect(missing(asked, planned(asked), given.restWeeks)).toBe(0);
  });

  it('goes on from last week’s last shift', () => {
    const first = centre({ seed: 4, weeks: 1, restWeeks: 1 }, true);
    const history = planned(first);
    const next = centre({ seed: 4, weeks: 1, restWeeks: 1 }, true);
    const startsOn = addDays(first.startsOn, 7);
    const second: RosterProblem = {
      ...rosterInstance({ agents: 8, seed: 4, zone: 'Europe/Berlin', startsOn }),
      agents: first.agents,
      timeOff: [],
      history,
      historyFromAt: first.historyFromAt,
      rules: next.rules,
    };
    expect(missing(second, planned(second), 1)).toBe(0);
  });

  it('is listed, not held, where shifts that must stay leave none', () => {
    const asked = centre({ seed: 1, weeks: 1, restWeeks: 1 }, true);
    const free = centre({ seed: 1, weeks: 1, restWeeks: 1 }, false);
    const found = planned(free);
    const broken = free.agents.find(
      ({ id }) => missing({ ...free, agents: free.agents.filter((agent) => agent.id === id) }, found, 1) > 0,
    )!;
    const fixedShifts = found.filter(({ agentId }) => agentId === broken.id);
    const result = optimiseRoster({ ...asked, fixedShifts }, { seed: 1, iterationLimit: 20, nowMillis: () => 0 });
    if (result.kind !== 'roster') throw new Error(`roster expected; the answer is ${result.kind}`);
    expect(result.judgedBreaches!.map(({ ruleId, agentId }) => [ruleId, agentId])).toEqual([
      ['weekly-rest', broken.id],
    ]);
  });
});
