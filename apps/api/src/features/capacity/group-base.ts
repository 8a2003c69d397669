import {
  lawTogether,
  peopleByGroup,
  requiredHours,
  requirementLawOf,
  spreadOfBand,
  type CapacityGroup,
  type CapacityPlan,
  type GroupPeople,
  type RequirementLaw,
  type SkilledPerson,
} from '@yotei/scheduling/capacity';
import type { CostTerms } from '@yotei/scheduling/costs';
import type { ScenarioQueue } from '@yotei/scheduling/scenarios';
import { requirementOf, ShrinkageClock, type ShrinkageReason, type StaffingPlan } from '@yotei/scheduling/staffing';
import { addDays, intervalStart, type LocalDate } from '@yotei/time';

/** Weeks of one queue from the long-range forecast. */
export interface QueueWeeks {
  readonly fromOn: LocalDate;
  readonly contacts: readonly number[];
  readonly p10: readonly number[];
  readonly p90: readonly number[];
  readonly handleSeconds: readonly (number | null)[];
}

export interface CapacityBaseInput {
  readonly firstOn: LocalDate;
  readonly weeks: number;
  /** A week of each queue interval by interval, with its staffing plan. */
  readonly queues: readonly ScenarioQueue[];
  readonly longRange: ReadonlyMap<string, QueueWeeks>;
  readonly skills: readonly { readonly id: string; readonly name: string }[];
  readonly queueNames: ReadonlyMap<string, { readonly en: string; readonly ja: string }>;
  readonly people: readonly SkilledPerson[];
  /** Share of the people who leave in a year; null = not known. */
  readonly annualAttrition: number | null;
  readonly fullTimeHours: number;
  readonly paidBreakFraction: number;
  readonly costs: CostTerms | null;
}

export type CapacityNote =
  'no-long-range' | 'short-long-range' | 'assumed-attrition' | 'assumed-leave' | 'no-costs' | 'assumed-hiring';

/** Loads at which the requirement of the known week is asked for, against its own. */
const LOADS = [0.6, 1, 1.6];
/** Causes that keep people away from work; all others are within it. */
const AWAY = new Set(['sickness', 'absence', 'no-show', 'leave', 'vacation', 'holiday', 'time-off']);
const ASSUMED = { annualAttrition: 0.2, leave: 0.08, spread: 0.1, maxOccupancy: 0.88, overtime: 0.05, timeOff: 0.03 };
/** Wage of an hour where nothing is set up, so that people weigh against overtime at all. */
const ASSUMED_WAGE = { currency: 'JPY', perHour: 1500, overtimeFraction: 0.25 };
const WEEKS_A_YEAR = 52;

const always = (value: number, weeks: number): number[] => new Array<number>(weeks).fill(value);
const tidy = (value: number, digits = 4): number => Number(value.toFixed(digits));

/** One who handles several contacts at once gives each the time it takes when all of them are held. */
export function agentShareOf({ concurrency = 1, slowdownFraction = 0 }: StaffingPlan): number {
  return (1 + slowdownFraction * (concurrency - 1)) / concurrency;
}

interface QueueWeek {
  readonly contacts: number;
  readonly agentSeconds: number;
  readonly workloadHours: number;
  readonly rootHours: number;
  readonly baseHours: number;
  readonly inOffice: number;
  readonly away: number;
}

/** The known week of a queue: its load, the law of its requirement, the share of the paid time lost. */
export function knownWeekOf({ forecast, plan }: ScenarioQueue): QueueWeek {
  const share = agentShareOf(plan);
  let [contacts, seconds] = [0, 0];
  for (let i = 0; i < forecast.grid.count; i += 1) {
    const count = forecast.contacts[i]!;
    if (!(count > 0)) continue;
    contacts += count;
    seconds += count * (forecast.averageHandleSeconds[i]! || 0) * share;
  }
  const law = requirementLawOf(
    LOADS.map((load) => {
      const scaled = { ...forecast, contacts: Float64Array.from(forecast.contacts, (count) => count * load) };
      const { summary } = requirementOf(plan, scaled);
      const required = summary.weeks.reduce((sum, week) => sum + week.agentHoursRequired, 0);
      return { workloadHours: (load * seconds) / 3600, requiredHours: required };
    }),
  );
  return {
    contacts,
    agentSeconds: contacts > 0 ? seconds / contacts : 0,
    workloadHours: seconds / 3600,
    ...law,
    inOffice: lostTo(forecast, plan.shrinkage, (id) => !AWAY.has(id)),
    away: lostTo(forecast, plan.shrinkage, (id) => AWAY.has(id)),
  };
}

/** Share of the paid time lost to some causes, over the intervals with contacts. */
function lostTo(
  { grid, zone, contacts }: ScenarioQueue['forecast'],
  reasons: readonly ShrinkageReason[] | undefined,
  counts: (id: string) => boolean,
): number {
  const own = (reasons ?? []).filter(({ id }) => counts(id));
  if (own.length === 0) return 0;
  const clock = new ShrinkageClock(own, zone, 'all');
  let [sum, open] = [0, 0];
  for (let i = 0; i < grid.count; i += 1) {
    if (!(contacts[i]! > 0)) continue;
    sum += clock.fractionAt(intervalStart(grid, i), grid.stepMinutes);
    open += 1;
  }
  return open > 0 ? sum / open : 0;
}

interface GroupWeeks {
  readonly contacts: number[];
  readonly handleSeconds: number[];
  readonly spreadFraction: number[];
}

/** Contacts and agents' time of the queues of one skill by week. Without a long-range forecast the known week is repeated. */
function weeksOf(input: CapacityBaseInput, queues: readonly KnownQueue[]): GroupWeeks {
  const { firstOn, weeks, longRange } = input;
  const rows: GroupWeeks = { contacts: [], handleSeconds: [], spreadFraction: [] };
  for (let week = 0; week < weeks; week += 1) {
    const on = addDays(firstOn, 7 * week);
    let [contacts, seconds, variance] = [0, 0, 0];
    for (const { queue, week: known } of queues) {
      const ahead = longRange.get(queue.id);
      const at = ahead ? weekIndex(ahead, on) : -1;
      const count = at >= 0 ? ahead!.contacts[at]! : (ahead?.contacts.at(-1) ?? known.contacts);
      const handle = at >= 0 ? ahead!.handleSeconds[at] : null;
      const each = handle ? handle * agentShareOf(queue.plan) : known.agentSeconds;
      const spread = ahead ? spreadOfBand(...bandOf(ahead, at)) || ASSUMED.spread : ASSUMED.spread;
      contacts += count;
      seconds += count * each;
      variance += (count * each * spread) ** 2;
    }
    rows.contacts.push(tidy(contacts, 1));
    rows.handleSeconds.push(tidy(contacts > 0 ? seconds / contacts : 0, 1));
    rows.spreadFraction.push(tidy(seconds > 0 ? Math.sqrt(variance) / seconds : ASSUMED.spread));
  }
  return rows;
}

function bandOf({ p10, p90 }: QueueWeeks, at: number): [number, number] {
  return at >= 0 ? [p10[at]!, p90[at]!] : [p10.at(-1) ?? 0, p90.at(-1) ?? 0];
}

function weekIndex({ fromOn, contacts }: QueueWeeks, on: LocalDate): number {
  const days = (Date.parse(on) - Date.parse(fromOn)) / 86_400_000;
  const at = Math.round(days / 7);
  return at >= 0 && at < contacts.length ? at : -1;
}

/** The wage rows, or what is assumed without any. */
function pricesOf({ costs }: CapacityBaseInput, skillId: string): CapacityGroup['prices'] {
  const wage =
    costs?.wages.find((row) => row.skillId === skillId) ??
    costs?.wages.find((row) => !row.skillId && !row.contractId) ??
    costs?.wages[0];
  const perHour = (wage?.perPaidHour ?? ASSUMED_WAGE.perHour) * (1 + (costs?.onCostFraction ?? 0));
  const overtime = costs?.premiums.find(({ kind }) => kind === 'overtime')?.fraction ?? ASSUMED_WAGE.overtimeFraction;
  return {
    perHour: tidy(perHour, 2),
    overtimePerHour: tidy(perHour * (1 + overtime), 2),
    timeOffSavedPerHour: tidy(perHour, 2),
    outsourcedPerHour: tidy(2 * perHour, 2),
    perHire: tidy(100 * perHour, 0),
    perTrainingWeek: tidy(5 * perHour, 0),
    shortPerHour: tidy(4 * perHour, 2),
  };
}

const HIRING: CapacityGroup['hiring'] = {
  minHeads: 1,
  maxHeads: 12,
  firstWeek: 4,
  everyWeeks: 4,
  trainingWeeks: 4,
  trainerHoursPerHead: 2,
  trainingAttrition: 0.01,
  speedUp: [0.6, 0.7, 0.8, 0.9],
  tenure: [{ untilWeek: 26, factor: 2 }],
};

function groupOf(
  input: CapacityBaseInput,
  of: {
    readonly id: string;
    readonly queues: readonly KnownQueue[];
    readonly law: RequirementLaw;
    readonly own: GroupPeople | undefined;
  },
): CapacityGroup {
  const { id, queues, law, own } = of;
  const { weeks } = input;
  const work = queues.reduce((sum, { week }) => sum + week.workloadHours, 0);
  const mean = (value: (week: QueueWeek) => number): number =>
    work > 0 ? queues.reduce((sum, { week }) => sum + week.workloadHours * value(week), 0) / work : 0;
  const inOffice = 1 - (1 - mean((week) => week.inOffice)) * (1 - input.paidBreakFraction);
  const away = 1 - (1 - mean((week) => week.away)) * (1 - ASSUMED.leave);
  return {
    id,
    title: titleOf(input, id, queues),
    ...weeksOf(input, queues),
    inOfficeShrinkage: always(tidy(inOffice), weeks),
    outOfOfficeShrinkage: always(tidy(away), weeks),
    weeklyAttrition: always(weeklyAttritionOf(input.annualAttrition ?? ASSUMED.annualAttrition), weeks),
    headChange: always(0, weeks),
    overtimeMax: always(ASSUMED.overtime, weeks),
    timeOffMax: always(ASSUMED.timeOff, weeks),
    outsourcedMin: always(0, weeks),
    outsourcedMax: always(0, weeks),
    requirement: {
      rootHours: tidy(law.rootHours),
      baseHours: tidy(law.baseHours, 2),
      maxOccupancyFraction: ASSUMED.maxOccupancy,
    },
    heads: tidy(own?.heads ?? 0, 2),
    paidHours: tidy(own && own.heads > 0 ? own.paidHours : input.fullTimeHours, 2),
    hiring: HIRING,
    prices: pricesOf(input, id),
  };
}

/** A plan out of what the centre has now, and what in it is assumed for want of anything known. */
export function capacityBaseOf(input: CapacityBaseInput): {
  readonly plan: CapacityPlan;
  readonly notes: readonly CapacityNote[];
} {
  const known = input.queues.map((queue) => ({ queue, week: knownWeekOf(queue) }));
  const bySkill = bySkillOf(known.filter(({ week }) => week.contacts > 0));
  const laws = new Map([...bySkill].map(([id, queues]) => [id, lawTogether(queues.map(({ week }) => week))]));
  const needs = new Map(
    [...bySkill].map(([id, queues]) => {
      const workload = queues.reduce((sum, { week }) => sum + week.workloadHours, 0);
      return [id, requiredHours(workload, { ...laws.get(id)!, maxOccupancyFraction: ASSUMED.maxOccupancy })];
    }),
  );
  const people = new Map(peopleByGroup(input.people, needs).map((one) => [one.groupId, one]));
  const groups = [...bySkill].map(([id, queues]) =>
    groupOf(input, { id, queues, law: laws.get(id)!, own: people.get(id) }),
  );
  const plan: CapacityPlan = {
    firstOn: input.firstOn,
    weeks: input.weeks,
    fullTimeHours: input.fullTimeHours,
    currency: input.costs?.currency ?? ASSUMED_WAGE.currency,
    groups,
    crossTraining: [],
    risk: { planFor: 0.5, weekCorrelation: 0.95, groupCorrelation: 0.3 },
    classes: [],
    moves: [],
  };
  return { plan, notes: notesOf(input) };
}

interface KnownQueue {
  readonly queue: ScenarioQueue;
  readonly week: QueueWeek;
}

function bySkillOf(known: readonly KnownQueue[]): Map<string, KnownQueue[]> {
  const bySkill = new Map<string, KnownQueue[]>();
  for (const one of known) {
    const { skillId } = one.queue;
    if (skillId) bySkill.set(skillId, [...(bySkill.get(skillId) ?? []), one]);
  }
  return bySkill;
}

/** A share a year as a share a week, those who stay multiplied up again: 1 - (1 - a)^(1/52). */
export const weeklyAttritionOf = (annual: number): number => tidy(1 - (1 - annual) ** (1 / WEEKS_A_YEAR), 5);

/** A skill with one queue has that queue's name in both languages; others only their own. */
function titleOf(
  { skills, queueNames }: CapacityBaseInput,
  id: string,
  queues: readonly KnownQueue[],
): { en: string; ja: string } {
  const single = queues.length === 1 ? queueNames.get(queues[0]!.queue.id) : undefined;
  const name = skills.find((skill) => skill.id === id)?.name ?? id;
  return single ?? { en: name, ja: name };
}

function notesOf({ queues, longRange, firstOn, weeks, annualAttrition, costs }: CapacityBaseInput): CapacityNote[] {
  const lastOn = addDays(firstOn, 7 * (weeks - 1));
  const ahead = queues.map(({ id }) => longRange.get(id));
  return [
    ...(ahead.some((one) => !one) ? (['no-long-range'] as const) : []),
    ...(ahead.some((one) => one && weekIndex(one, lastOn) < 0) ? (['short-long-range'] as const) : []),
    ...(annualAttrition === null ? (['assumed-attrition'] as const) : []),
    'assumed-leave',
    'assumed-hiring',
    ...(costs ? [] : (['no-costs'] as const)),
  ];
}
