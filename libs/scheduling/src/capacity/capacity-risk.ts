import { RandomSource } from '../optimiser/random-source.js';
import type { CapacityGroup, CapacityPlan } from './capacity-plan.js';
import { attritionAt, headcountOf, type Headcount } from './headcount.js';
import { needOf } from './evaluate-capacity.js';
import { requiredHours, workloadAt } from './weekly-requirement.js';

export interface RiskOptions {
  readonly seed: number;
  /** Default 400. */
  readonly paths?: number;
  /** Share of the required hours that may be missing before a week counts as short; default 0.01. */
  readonly toleranceFraction?: number;
  readonly shouldStop?: () => boolean;
}

export interface GroupRisk {
  readonly groupId: string;
  /** By week: share of the paths short even with all overtime and outsourcing allowed. */
  readonly chanceShort: readonly number[];
  /** Effective minus required people of full time over the paths, before any measure. */
  readonly gapP10: readonly number[];
  readonly gapP50: readonly number[];
  readonly gapP90: readonly number[];
}

export interface CapacityRiskAnswer {
  readonly paths: number;
  readonly groups: readonly GroupRisk[];
  /** By week: share of the paths with any group short. */
  readonly anyShort: readonly number[];
}

const PATHS = 400;
const TOLERANCE = 0.01;

/**
 * The plan against what may come: demand drawn around its forecast (lognormal, errors of consecutive weeks and of groups
 * correlated as the plan says), and who leaves drawn person by person. The same seed gives the same answer.
 */
export function capacityRisk(plan: CapacityPlan, options: RiskOptions): CapacityRiskAnswer {
  const { paths = PATHS, toleranceFraction = TOLERANCE } = options;
  const random = new RandomSource(options.seed);
  const { groups, weeks } = plan;
  const expected = headcountOf(plan);
  const points = groups.map((group) => workloadAt(group, 0.5));
  const short = groups.map(() => new Int32Array(weeks));
  const any = new Int32Array(weeks);
  const gaps = groups.map(() => Array.from({ length: weeks }, () => new Float64Array(paths)));
  let done = 0;
  for (; done < paths && !options.shouldStop?.(); done += 1) {
    const errors = errorsOf(plan, random);
    const isShort = new Uint8Array(weeks);
    groups.forEach((group, index) => {
      const count = drawnHeadcount(plan, { group, expected: expected[index]! }, random);
      for (let week = 0; week < weeks; week += 1) {
        const workload = points[index]![week]! * Math.exp(group.spreadFraction[week]! * errors[index]![week]!);
        const required = requiredHours(workload, group.requirement);
        const need = needOf(group, count, { week, requiredHours: required });
        const most = need.supplyHours + need.overtimeMax + need.outsourcedMax;
        gaps[index]![week]![done] = (need.supplyHours - required) / fteHours(plan, group, week);
        if (required - most <= toleranceFraction * required) continue;
        short[index]![week]! += 1;
        isShort[week] = 1;
      }
    });
    isShort.forEach((flag, week) => (any[week]! += flag));
  }
  return {
    paths: done,
    anyShort: shares(any, done),
    groups: groups.map(({ id }, index) => ({
      groupId: id,
      chanceShort: shares(short[index]!, done),
      ...quantilesOf(gaps[index]!, done),
    })),
  };
}

const shares = (counts: Int32Array, of: number): number[] => Array.from(counts, (count) => (of > 0 ? count / of : 0));

/** Hours on contacts of one full-time equivalent. */
function fteHours({ fullTimeHours }: CapacityPlan, group: CapacityGroup, week: number): number {
  return fullTimeHours * (1 - group.inOfficeShrinkage[week]!) * (1 - group.outOfOfficeShrinkage[week]!);
}

function quantilesOf(weeks: readonly Float64Array[], count: number): Pick<GroupRisk, 'gapP10' | 'gapP50' | 'gapP90'> {
  const sorted = weeks.map((values) => values.slice(0, count).sort());
  const at = (q: number): number[] =>
    sorted.map((values) => (count > 0 ? values[Math.min(count - 1, Math.floor(q * count))]! : Number.NaN));
  return { gapP10: at(0.1), gapP50: at(0.5), gapP90: at(0.9) };
}

/** Standard normal errors by group and week: a wander over the weeks, part of it common to all groups. */
function errorsOf({ groups, weeks, risk }: CapacityPlan, random: RandomSource): Float64Array[] {
  const common = wander(weeks, risk.weekCorrelation, random);
  const [shared, own] = [Math.sqrt(risk.groupCorrelation), Math.sqrt(1 - risk.groupCorrelation)];
  return groups.map(() => {
    const alone = wander(weeks, risk.weekCorrelation, random);
    return alone.map((value, week) => own * value + shared * common[week]!);
  });
}

function wander(weeks: number, correlation: number, random: RandomSource): Float64Array {
  const values = new Float64Array(weeks);
  const fresh = Math.sqrt(1 - correlation * correlation);
  for (let week = 0; week < weeks; week += 1) {
    const drawn = normal(random);
    values[week] = week === 0 ? drawn : correlation * values[week - 1]! + fresh * drawn;
  }
  return values;
}

/** Box & Muller 1958. */
function normal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction());
}

/** How many of so many leave; the part of a person that a share is stays in proportion. */
function leaving(heads: number, chance: number, random: RandomSource): number {
  const whole = Math.floor(heads);
  let gone = (heads - whole) * chance;
  if (chance <= 0) return 0;
  if (chance >= 1) return heads;
  // Jumps from one leaver to the next (Devroye 1986, ch. X.4): few draws where few leave.
  const log = Math.log(1 - chance);
  for (let at = jump(log, random); at < whole; at += 1 + jump(log, random)) gone += 1;
  return gone;
}

const jump = (log: number, random: RandomSource): number => Math.floor(Math.log(1 - random.fraction()) / log);

/** One cohort by week, who leaves drawn by chance; `tenureFrom` null: experienced people. */
function drawCohort(
  group: CapacityGroup,
  of: { readonly heads: number; readonly start: number; readonly weeks: number; readonly isNew: boolean },
  random: RandomSource,
): Float64Array {
  const heads = new Float64Array(of.weeks);
  let now = of.heads;
  for (let week = of.start; week < of.weeks; week += 1) {
    if (!of.isNew) now = Math.max(0, now + group.headChange[week]!);
    heads[week] = now;
    const chance = of.isNew ? attritionAt(group, week, week - of.start) : group.weeklyAttrition[week]!;
    now -= leaving(now, chance, random);
  }
  return heads;
}

/**
 * People of a group with chance in who leaves. Those there and those hired are drawn; the effect of people going over is
 * taken as expected, since what they are paid and trained for is planned.
 */
function drawnHeadcount(
  plan: CapacityPlan,
  { group, expected }: { readonly group: CapacityGroup; readonly expected: Headcount },
  random: RandomSource,
): Headcount {
  const { weeks } = plan;
  const [onContacts, effective, trainerHours] = [expected.onContacts, expected.effective, expected.trainerHours].map(
    (column) => Float64Array.from(column),
  ) as [Float64Array, Float64Array, Float64Array];
  const cohorts = [
    { heads: group.heads, start: 0, weeks, isNew: false },
    ...plan.classes
      .filter(({ groupId }) => groupId === group.id)
      .map(({ heads, week }) => ({ heads, start: week, weeks, isNew: true })),
  ];
  const { trainingWeeks, speedUp, trainerHoursPerHead } = group.hiring;
  for (const cohort of cohorts) {
    const drawn = drawCohort(group, cohort, random);
    const mean = meanCohort(group, cohort);
    for (let week = cohort.start; week < weeks; week += 1) {
      const off = drawn[week]! - mean[week]!;
      const since = week - cohort.start;
      if (cohort.isNew && since < trainingWeeks) {
        trainerHours[week]! += off * trainerHoursPerHead;
        continue;
      }
      onContacts[week]! += off;
      effective[week]! += off * (cohort.isNew ? (speedUp[since - trainingWeeks] ?? 1) : 1);
    }
  }
  return { ...expected, onContacts: [...onContacts], effective: [...effective], trainerHours: [...trainerHours] };
}

function meanCohort(
  group: CapacityGroup,
  of: { readonly heads: number; readonly start: number; readonly weeks: number; readonly isNew: boolean },
): Float64Array {
  const heads = new Float64Array(of.weeks);
  let now = of.heads;
  for (let week = of.start; week < of.weeks; week += 1) {
    if (!of.isNew) now = Math.max(0, now + group.headChange[week]!);
    heads[week] = now;
    now *= 1 - (of.isNew ? attritionAt(group, week, week - of.start) : group.weeklyAttrition[week]!);
  }
  return heads;
}
