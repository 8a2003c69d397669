import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import {
  activityTypes,
  amy,
  dayTemplate,
  openContract,
  problemOf,
  shiftOf,
} from '../../../../tests/kit/roster-builder.js';
import { evaluateRoster } from '../evaluation/index.js';
import { coverageGrid, type Roster, type RosterProblem } from '../roster/index.js';
import { defaultRuleSettings, findRule, type WorkRule } from '../rules/index.js';
import type { BestRoster, OptimiseProgress } from './optimise.js';
import { optimiseRoster, optimiseWithRules } from './optimise-roster.js';

const still = { seed: 1, nowMillis: () => 0 };

function withDemand(problem: RosterProblem, agents: number, from = 36, until = 72): RosterProblem {
  const grid = coverageGrid(problem);
  const agentsToRoster = Array.from({ length: grid.count }, (_, slot) =>
    slot % 96 >= from && slot % 96 < until ? agents : 0,
  );
  return { ...problem, demand: [{ queueId: 'voice', skillId: 'voice', grid, agentsToRoster }] };
}

describe('planning a roster', () => {
  it('refuses a must rule that it can only check', () => {
    const watched: WorkRule = { ...findRule('min-rest-between-shifts')!, id: 'watched', tour: { kind: 'check-only' } };
    const find = (id: string) => (id === 'watched' ? watched : findRule(id));
    const result = optimiseWithRules(problemOf({ rules: [{ ruleId: 'watched', level: 'must' }] }), still, find);
    expect(result).toEqual({ kind: 'unsupported-rule', ruleIds: ['watched'] });
  });

  it('refuses a must limit on contact work where templates place contact work as an activity', () => {
    const mail = { id: 'mail', title: 'Mail', paid: true, contactWork: true };
    const part = { activityTypeId: 'mail', lengthMinutes: 60, earliestStartMinutes: 60, latestStartMinutes: 60 };
    const problem = problemOf({
      activityTypes: [...activityTypes, mail],
      templates: [{ ...dayTemplate, activities: [part, ...dayTemplate.activities] }],
      rules: [{ ruleId: 'max-continuous-contact-minutes', level: 'must' }],
    });
    expect(optimiseRoster(problem, still)).toEqual({
      kind: 'unsupported-rule',
      ruleIds: ['max-continuous-contact-minutes'],
    });
  });

  it('refuses a must rule that nobody knows', () => {
    const result = optimiseRoster(problemOf({ rules: [{ ruleId: 'no-mondays', level: 'must' }] }), still);
    expect(result).toEqual({ kind: 'unsupported-rule', ruleIds: ['no-mondays'] });
  });

  it('names an agent without any tour and the fewest rules that cannot be kept together', () => {
    // 40 h in shifts of 8 paid hours need five days; the contract allows four.
    const contract = { ...openContract, weeklyMinutesMin: 2400, weeklyMinutesMax: 2400, daysPerWeekMax: 4 };
    const result = optimiseRoster(problemOf({ contracts: [contract], rules: defaultRuleSettings() }), still);
    expect(result).toMatchObject({
      kind: 'infeasible',
      agents: [{ agentId: 'amy', ruleIds: ['max-days-per-week', 'weekly-paid-minutes'] }],
    });
  });

  it('names a rule that a given shift breaks', () => {
    const problem = problemOf({
      rules: defaultRuleSettings(),
      fixedShifts: [shiftOf('Tue 09:00-18:00 lunch@12:00+60 as:day')],
      timeOff: [
        {
          agentId: 'amy',
          startAt: shiftOf('Tue 00:00-12:00').startAt,
          endAt: shiftOf('Tue 00:00-12:00').endAt,
          paidMinutes: 0,
        },
      ],
    });
    expect(optimiseRoster(problem, still)).toMatchObject({
      kind: 'infeasible',
      agents: [{ agentId: 'amy', ruleIds: ['no-work-in-time-off'] }],
    });
  });

  it('counts paid leave to the contract', () => {
    const contract = { ...openContract, weeklyMinutesMin: 2400, weeklyMinutesMax: 2400, daysPerWeekMax: 5 };
    const leave = { startAt: shiftOf('Mon 00:00-12:00').startAt, endAt: shiftOf('Wed 00:00-12:00').startAt };
    const problem = problemOf({
      contracts: [contract],
      rules: defaultRuleSettings(),
      timeOff: [{ agentId: 'amy', ...leave, paidMinutes: 960 }],
    });
    const result = optimiseRoster(withDemand(problem, 1), { ...still, iterationLimit: 20 });
    expect(result.kind).toBe('roster');
    if (result.kind !== 'roster') return;
    // 2400 - 960 = 1440 minutes: three shifts of 480 paid minutes.
    expect(result.roster.shifts).toHaveLength(3);
  });

  it('says why a slot is short', () => {
    const nobody = optimiseRoster(withDemand(problemOf({ agents: [{ ...amy, skillIds: [] }] }), 1), {
      ...still,
      iterationLimit: 5,
    });
    expect(nobody.kind === 'roster' && new Set(nobody.unmet.map((each) => each.why))).toEqual(new Set(['no-skill']));
    const early = optimiseRoster(withDemand(problemOf(), 1, 0, 20), { ...still, iterationLimit: 5 });
    expect(early.kind === 'roster' && new Set(early.unmet.map((each) => each.why))).toEqual(
      new Set(['no-shift-possible']),
    );
    const rules = defaultRuleSettings();
    const full = optimiseRoster(
      withDemand(problemOf({ rules, contracts: [{ ...openContract, weeklyMinutesMax: 480 }] }), 1, 48, 52),
      { ...still, iterationLimit: 5 },
    );
    expect(full.kind === 'roster' && new Set(full.unmet.map((each) => each.why))).toEqual(new Set(['contract-limit']));
    const period = (maxMinutes: number) => {
      const more = { ruleId: 'period-paid-minutes', level: 'must' as const, parameters: { maxMinutes } };
      const problem = problemOf({ rules: [...rules, more], contracts: [openContract] });
      const result = optimiseRoster(withDemand(problem, 1, 48, 52), { ...still, iterationLimit: 5 });
      return result.kind === 'roster' && new Set(result.unmet.map((each) => each.why));
    };
    // Room for one shift of 480 paid minutes in the period: the contract would allow more, the rule does not.
    expect(period(480)).toEqual(new Set(['work-rule']));
    expect(period(10_000)).toEqual(new Set(['contract-limit']));
  });

  it('can be stopped at any moment: nothing before the first roster, a legal one after it', () => {
    const problem = rosterInstance({ agents: 12, seed: 2 });
    const stoppedAt = (poll: number) => {
      let asked = 0;
      return optimiseRoster(problem, { ...still, iterationLimit: 30, isCancelled: () => ++asked > poll });
    };
    // An agent is prepared, proven possible, planned and judged in turn: each asks once, so 36 polls come before the roster.
    const kinds = Array.from({ length: 80 }, (_, poll) => {
      const result = stoppedAt(poll);
      if (result.kind !== 'roster') return result.kind;
      expect(result.stoppedBy).toBe('cancel');
      expect(evaluateRoster(problem, result.roster)).toMatchObject({ hardBreaches: 0, cost: result.cost });
      return 'roster';
    });
    const first = kinds.indexOf('roster');
    expect(first).toBeGreaterThanOrEqual(36);
    expect(first).toBeLessThan(40);
    expect(new Set(kinds.slice(0, first))).toEqual(new Set(['stopped-before-first-roster']));
    expect(new Set(kinds.slice(first))).toEqual(new Set(['roster']));
  });

  it('stops at the time limit of the clock it is given', () => {
    let now = 0;
    const result = optimiseRoster(rosterInstance({ agents: 12, seed: 2 }), {
      seed: 1,
      timeLimitSeconds: 3,
      nowMillis: () => (now += 20),
    });
    expect(result).toMatchObject({ kind: 'roster', stoppedBy: 'time' });
    if (result.kind === 'roster') expect(result.seconds).toBeGreaterThanOrEqual(3);
  });

  it('reports progress at most four times a second, with falling cost and a rising bound', () => {
    let now = 0;
    const told: OptimiseProgress[] = [];
    optimiseRoster(rosterInstance({ agents: 12, seed: 2 }), {
      seed: 1,
      timeLimitSeconds: 4,
      nowMillis: () => (now += 7),
      onProgress: (progress) => told.push(progress),
    });
    expect(told.length).toBeGreaterThan(3);
    told.slice(1).forEach((progress, i) => {
      expect(progress.seconds - told[i]!.seconds).toBeGreaterThanOrEqual(0.25);
      expect(progress.bestCost ?? 0).toBeLessThanOrEqual(told[i]!.bestCost ?? Number.POSITIVE_INFINITY);
      expect(progress.lowerBound ?? 0).toBeGreaterThanOrEqual(told[i]!.lowerBound ?? 0);
    });
    expect(told.at(-1)!.gapHours).not.toBeNull();
  });

  it('hands over each better roster at most as often as asked, at the cost it has', () => {
    let now = 0;
    const problem = rosterInstance({ agents: 12, seed: 2 });
    const told: BestRoster[] = [];
    optimiseRoster(problem, {
      seed: 1,
      timeLimitSeconds: 6,
      nowMillis: () => (now += 7),
      onBest: (best) => told.push(best),
      bestEverySeconds: 0.5,
    });
    expect(told.length).toBeGreaterThan(2);
    told.forEach(({ seconds, cost, roster }, i) => {
      expect(evaluateRoster(problem, roster).cost).toBeCloseTo(cost, 4);
      if (i > 0) expect(cost).toBeLessThan(told[i - 1]!.cost);
      if (i > 0) expect(seconds - told[i - 1]!.seconds).toBeGreaterThanOrEqual(0.5);
    });
  });

  it('resumes from a roster: keeps what is locked and never ends worse', () => {
    const problem = rosterInstance({ agents: 12, seed: 2 });
    const first = optimiseRoster(problem, { ...still, iterationLimit: 60 });
    if (first.kind !== 'roster') throw new Error(`first (${first.kind}) must be a roster`);
    const shifts = first.roster.shifts.map((shift, i) => (i % 5 === 0 ? { ...shift, locked: true } : shift));
    const again = optimiseRoster(problem, { ...still, seed: 2, iterationLimit: 60, resumeFrom: { shifts } });
    if (again.kind !== 'roster') throw new Error(`again (${again.kind}) must be a roster`);
    for (const shift of shifts.filter(({ locked }) => locked)) expect(again.roster.shifts).toContainEqual(shift);
    expect(again.cost).toBeLessThanOrEqual(first.cost + 1e-6);
  });

  it('loses nothing when it is stopped and resumed, again and again', () => {
    const problem = rosterInstance({ agents: 10, seed: 5 });
    let resumeFrom: Roster | undefined;
    let cost = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 4; round++) {
      let asked = 0;
      const result = optimiseRoster(problem, {
        ...still,
        seed: round,
        resumeFrom,
        isCancelled: () => ++asked > 60 + 150 * round,
      });
      if (result.kind !== 'roster') throw new Error(`result (${result.kind}) must be a roster`);
      expect(result.stoppedBy).toBe('cancel');
      expect(result.cost).toBeLessThanOrEqual(cost + 1e-6);
      cost = result.cost;
      resumeFrom = result.roster;
    }
  });

  it('resumes from a roster of the second week alone, and joins the weeks legally', () => {
    const problem = rosterInstance({ agents: 6, seed: 3, weeks: 2 });
    const first = optimiseRoster(problem, { ...still, iterationLimit: 20 });
    if (first.kind !== 'roster') throw new Error(`first (${first.kind}) must be a roster`);
    const secondWeekAt = problem.demand[0]!.grid.startAt + 7 * 86_400_000;
    const shifts = first.roster.shifts.filter((shift) => shift.startAt >= secondWeekAt);
    const again = optimiseRoster(problem, { ...still, seed: 7, iterationLimit: 20, resumeFrom: { shifts } });
    expect(again.kind === 'roster' && evaluateRoster(problem, again.roster).hardBreaches).toBe(0);
  });
});
