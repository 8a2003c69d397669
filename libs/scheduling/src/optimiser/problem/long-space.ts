import type { AgentView, DayTracker } from '../../rules/index.js';
import type { ActiveRule } from './agent-limits.js';
import { contractPairs, type WeekLimits } from './contract-pairs.js';
import { LongRules, type TableCache } from './long-rules.js';
import { DAYS, keysOf, readyAfter, type DayChoice, type StartLimits, type TourSpace } from './tour-space.js';

/** A must rule told day by day. */
export interface ActiveTracker {
  readonly tracker: DayTracker;
  readonly seldomBinds: boolean;
  /** Rule, parameters and what is the agent's own. */
  readonly key: string;
}

export interface LongSpaceInput extends StartLimits {
  readonly agent: number;
  readonly group: number;
  readonly days: readonly (readonly DayChoice[])[];
  readonly mustWork: readonly boolean[];
  /** Most days in a row, and those worked up to the day before the horizon. */
  readonly maxRunDays: number;
  readonly carriedRunDays: number;
  readonly weeks: readonly WeekLimits[];
  readonly trackers: readonly ActiveTracker[];
  readonly runCost: Float64Array | null;
  readonly ownWorth: Float64Array | null;
  readonly followUpPrices?: readonly number[];
  readonly baseCost: number;
  readonly zone: string;
  readonly cache: TableCache;
}

/** Trackers of the agent's must rules; an agent without any is planned week by week. */
export function activeTrackers(rules: readonly ActiveRule[], view: AgentView): ActiveTracker[] {
  return rules.flatMap(({ rule, must, parameters }) => {
    if (!must || rule.tour.kind !== 'tracked') return [];
    const tracker = rule.tour.tracker(view, parameters);
    const key = `${rule.id} ${JSON.stringify(parameters)} ${tracker.own ?? ''}`;
    return [{ tracker, seldomBinds: rule.tour.seldomBinds ?? false, key }];
  });
}

const NO_LIMITS: WeekLimits = {
  minMinutes: 0,
  maxMinutes: Number.POSITIVE_INFINITY,
  maxDays: Number.POSITIVE_INFINITY,
  endCost: null,
};

/** Lays the choices of a whole horizon out in typed arrays, with the agent's rules as tables. */
export function longSpace(input: LongSpaceInput): TourSpace {
  const days = input.days.map((choices) =>
    [...choices].sort((a, b) => a.startMinute - b.startMinute || a.pattern - b.pattern),
  );
  const all = days.flat();
  const count = days.length;
  const dayFrom = new Int32Array(count + 1);
  days.forEach((choices, day) => (dayFrom[day + 1] = dayFrom[day]! + choices.length));
  const paidLengths = [...new Set(all.map((choice) => choice.paidMinutes))].sort((a, b) => a - b);
  return {
    agent: input.agent,
    group: input.group,
    week: 0,
    days: count,
    lastWeek: true,
    long: longRules(input, days),
    baseCost: input.baseCost,
    dayFrom,
    pattern: Int32Array.from(all, (choice) => choice.pattern),
    startSlot: Int32Array.from(all, (choice) => choice.startSlot),
    startMinute: Int32Array.from(all, (choice) => choice.startMinute),
    readyMinute: Int32Array.from(all, (choice) => readyAfter(choice, input)),
    paidIndex: Int32Array.from(all, (choice) => paidLengths.indexOf(choice.paidMinutes)),
    cost: Float64Array.from(all, (choice) => choice.cost),
    mustWork: Uint8Array.from(input.mustWork, Number),
    ...keysOf(days, {
      lastWeek: true,
      weekEndMinute: 0,
      restMinutes: input.restMinutes,
      startDistanceMinutes: input.startDistanceMinutes,
      followUpPrices: input.followUpPrices,
    }),
    pairs: contractPairs(
      paidLengths.map((minutes) => ({ minutes, unsocial: 0 })),
      NO_LIMITS,
      count,
    ),
    paidLengths,
    canFinish: new Uint8Array(0),
    maxRunDays: input.maxRunDays,
    runCost: input.runCost,
    ownWorth: input.ownWorth,
    maxDays: count,
  };
}

function longRules(input: LongSpaceInput, days: readonly (readonly DayChoice[])[]): LongRules {
  const trackers = [...input.trackers];
  if (input.maxRunDays < days.length)
    trackers.push({
      tracker: runTracker(input.maxRunDays, input.carriedRunDays),
      seldomBinds: false,
      key: `run ${input.maxRunDays}`,
    });
  trackers.sort((a, b) => Number(a.seldomBinds) - Number(b.seldomBinds));
  const choices = days.map((onDay) =>
    onDay.map((choice) => ({
      symbols: trackers.map(({ tracker }) => tracker.symbolOf?.(choice.shift) ?? 0),
      paidMinutes: choice.paidMinutes,
    })),
  );
  const { mustWork } = input;
  const weeks = input.weeks.some(limits) ? input.weeks : null;
  return new LongRules(
    {
      days: days.length,
      trackers: trackers.map(({ tracker }) => tracker),
      steady: trackers.filter(({ seldomBinds }) => !seldomBinds).length,
      keys: trackers.map(({ key }) => key),
      zone: input.zone,
      weeks,
      choices,
      mustWork,
    },
    trackers.map(({ seldomBinds }) => seldomBinds),
    input.cache,
  );
}

/** Whether the week is limited at all. */
function limits({ minMinutes, maxMinutes, maxDays, endCost }: WeekLimits): boolean {
  return minMinutes > 0 || maxMinutes < Number.POSITIVE_INFINITY || maxDays < DAYS || endCost !== null;
}

/** Days worked in a row up to yesterday. */
function runTracker(most: number, carried: number): DayTracker {
  return {
    initial: Math.min(most, carried),
    step: (state, symbol) => (symbol < 0 ? 0 : state < most ? state + 1 : -1),
  };
}
