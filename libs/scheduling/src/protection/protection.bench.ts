import { addDays, type LocalDate } from '@yotei/time';
import { demoWeek } from '../../../../tests/kit/demo-week.js';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { coverageOf } from '../evaluation/index.js';
import { optimiseRoster } from '../optimiser/index.js';
import type { Agent, ObjectiveSettings, RosterProblem, RuleSetting, Shift } from '../roster/index.js';
import { requiredAgents } from '../staffing/index.js';
import type { QueueWork } from '../wellbeing/index.js';
import { hardTurns } from './hard-turns.js';
import { protectionFigures, spreadWithinContracts } from './protection-figures.js';
import { pauseAdvice } from './template-pauses.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

interface Week {
  readonly problem: RosterProblem;
  readonly work: readonly QueueWork[];
}

/** A centre planned for some weeks, and how many steps the search of a week takes. */
export interface ProtectionScene {
  readonly name: string;
  readonly iterations: number;
  readonly weekOf: (startsOn: LocalDate) => Week;
}

const HANDLE_SECONDS: Readonly<Record<string, number>> = { voice: 300, technical: 420, chat: 330 };
const HARD_SHARE: Readonly<Record<string, number>> = { voice: 0.1, technical: 0.2, chat: 0.05 };

function generated(agents: number, iterations: number): ProtectionScene {
  const weekOf = (startsOn: LocalDate): Week => {
    const problem = rosterInstance({ agents, seed: 1, startsOn });
    return { problem, work: workOf(problem) };
  };
  return { name: `${agents} agents`, iterations, weekOf };
}

/** Weeks planned one after another, each with those before as its history: fairness has a memory of four. */
export const WEEKS = 4;
const FIRST_MONDAY = '2026-11-02';
const DEMO_TODAY = '2026-10-28';

export const PROTECTION_SCENES: readonly ProtectionScene[] = [
  generated(100, 10_000),
  { name: 'demo centre', iterations: 5_000, weekOf: (startsOn) => demoWeek(DEMO_TODAY, startsOn) },
  generated(500, 6_000),
];

const LONG_STRETCH = 'max-continuous-contact-minutes';
/** Rest that no law sets in Japan: 8 hours must be, 11 are what protection asks for. */
const LEAST_REST: RuleSetting = {
  ruleId: 'min-rest-between-shifts',
  level: 'must',
  parameters: { restMinutes: 480 },
};
const PROTECTION: ObjectiveSettings = {
  wellbeing: [
    { termId: 'quick-return', weight: 200 },
    { termId: 'backward-rotation', weight: 8 },
  ],
  fairness: { memoryWeeks: 4, weights: { late: 20, early: 20, weekend: 20, night: 20 } },
};

/** Contact work in one run that protection asks for, minutes. */
const LONGEST_RUN = 120;

/** Templates that cannot keep the longest run get a pause more. */
function withPauses({ templates, activityTypes, slotMinutes }: RosterProblem): RosterProblem['templates'] {
  const pauseMinutes = Math.ceil(15 / slotMinutes) * slotMinutes;
  const advice = pauseAdvice(templates, activityTypes, { contactMinutes: LONGEST_RUN, pauseMinutes });
  const better = new Map(advice.map(({ templateId, template }) => [templateId, template]));
  return templates.map((template) => better.get(template.id) ?? template);
}

/** The same centre planned for coverage and wishes alone, or with people protected. */
function asPlanned(problem: RosterProblem, protection: ObjectiveSettings | null): RosterProblem {
  const others = problem.rules.filter(({ ruleId }) => ruleId !== LONG_STRETCH && ruleId !== LEAST_REST.ruleId);
  const rules = [...others, LEAST_REST];
  if (!protection) return { ...problem, rules };
  return {
    ...problem,
    templates: withPauses(problem),
    rules: [
      ...rules,
      { ruleId: LONG_STRETCH, level: 'prefer', weight: 1, parameters: { contactMinutes: LONGEST_RUN } },
    ],
    objective: protection,
  };
}

/** The most work that the demand's agents hold at 80 % within 20 s: the generator's loads, to a hundredth of an erlang. */
function workOf(problem: RosterProblem): QueueWork[] {
  return problem.demand.map(({ queueId, agentsToRoster }) => {
    const aht = HANDLE_SECONDS[queueId]!;
    const known = new Map<number, number>();
    const erlangs = Float64Array.from(agentsToRoster, (agents) => {
      const load = known.get(agents) ?? heldBy(agents, aht);
      known.set(agents, load);
      return load;
    });
    const hardShare = erlangs.map(() => HARD_SHARE[queueId]!);
    return { queueId, erlangs, handleSeconds: erlangs.map(() => aht), hardShare };
  });
}

function heldBy(agents: number, averageHandleSeconds: number): number {
  let low = 0;
  let high = agents;
  while (high - low > 0.01) {
    const load = (low + high) / 2;
    const answer = requiredAgents(
      'erlang-c',
      { contacts: (load * 900) / averageHandleSeconds, intervalSeconds: 900, averageHandleSeconds },
      { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
    );
    if (answer.kind === 'staffed' && answer.agents <= agents) low = load;
    else high = load;
  }
  return low;
}

/** What the weeks in a row come to. */
export interface WeeksPlanned {
  readonly people: readonly Agent[];
  readonly shortRests: number;
  readonly lateToEarly: number;
  readonly longStretches: number;
  readonly minutesOverCap: number;
  readonly shortHours: number;
  readonly requiredHours: number;
  /** Standard deviation over agents, less the contract's mean, of unsocial shifts and of hours with hard contacts. */
  readonly unsocialSpread: number;
  /** With turns for hard contacts where people are protected, and as they go round evenly. */
  readonly hardSpread: number;
  readonly evenHardSpread: number;
}

const SUMMED = [
  'shortRests',
  'lateToEarly',
  'longStretches',
  'minutesOverCap',
  'shortHours',
  'requiredHours',
] as const satisfies readonly (keyof WeeksPlanned)[];

function add(sums: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [agent, amount] of more) sums.set(agent, (sums.get(agent) ?? 0) + amount);
}

/** Plans the weeks of a scene; null protects nobody. */
export function planWeeks({ weekOf, iterations }: ProtectionScene, protection: ObjectiveSettings | null): WeeksPlanned {
  let history: readonly Shift[] = [];
  const sums = { shortRests: 0, lateToEarly: 0, longStretches: 0, minutesOverCap: 0, shortHours: 0, requiredHours: 0 };
  const [unsocial, hard, evenHard] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  let people: readonly Agent[] = [];
  for (let week = 0; week < WEEKS; week++) {
    const { problem: drawn, work } = weekOf(addDays(FIRST_MONDAY, 7 * week));
    // The same people each week; the generator draws others with another date.
    const centre =
      week === 0 ? drawn : { ...drawn, agents: people, timeOff: [], history, historyFromAt: history[0]!.startAt };
    const problem = asPlanned(centre, protection);
    const result = optimiseRoster(problem, { seed: 1, iterationLimit: iterations, nowMillis: () => 0 });
    if (result.kind !== 'roster') throw new Error(`week (${result.kind}) must have a roster; choose another seed`);
    const of = protectionFigures(problem, result.roster, work);
    for (const key of SUMMED) sums[key] += of[key];
    add(unsocial, of.unsocial);
    add(evenHard, of.hardMinutes);
    const { agents, activityTypes } = problem;
    const coverage = coverageOf(problem, result.roster);
    const input = { agents, activityTypes, coverage, work, shifts: result.roster.shifts };
    add(hard, protection ? hardTurns(input, { memory: hard }).hardMinutes : of.hardMinutes);
    history = [...problem.history, ...result.roster.shifts].sort((a, b) => a.startAt - b.startAt);
    people = problem.agents;
  }
  const unsocialSpread = spreadWithinContracts(people, unsocial);
  const [hardSpread, evenHardSpread] = [hard, evenHard].map((minutes) => spreadWithinContracts(people, minutes) / 60);
  return { ...sums, people, unsocialSpread, hardSpread: hardSpread!, evenHardSpread: evenHardSpread! };
}

function rowsOf(scene: ProtectionScene): BenchRow[] {
  const without = planWeeks(scene, null);
  const withIt = planWeeks(scene, PROTECTION);
  const row = (what: string, of: (one: WeeksPlanned) => number, unit: string): BenchRow => ({
    name: `${scene.name}, ${WEEKS} weeks: ${what}`,
    value: of(withIt),
    unit,
    ratio: of(withIt) / of(without),
    against: `coverage alone: ${of(without).toFixed(2)}`,
  });
  return [
    row('rests under 11 h', (one) => one.shortRests, 'in all'),
    row('late-to-early changes', (one) => one.lateToEarly, 'in all'),
    row('contact work over 2 h in one run', (one) => one.longStretches, 'in all'),
    row('time above 85 % occupancy', (one) => one.minutesOverCap / one.people.length / WEEKS, 'min a person and week'),
    row('spread of unsocial shifts within a contract', (one) => one.unsocialSpread, 'shifts, SD'),
    row('spread of hard contacts within a contract, with turns', (one) => one.hardSpread, 'hours, SD'),
    row('the same without turns', (one) => one.evenHardSpread, 'hours, SD'),
    row('short agent-hours of required', (one) => (100 * one.shortHours) / one.requiredHours, '%'),
  ];
}

/** A roster that protects people beside one for coverage alone: what falls, and what it costs in coverage. */
export function bench({ quick }: { readonly quick: boolean }): BenchRow[] {
  return (quick ? PROTECTION_SCENES.slice(0, 2) : PROTECTION_SCENES).flatMap(rowsOf);
}
