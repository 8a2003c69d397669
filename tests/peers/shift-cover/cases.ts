/** One case of `cases.json`: shifts by the hours they cover, demand by day and hour, caps, and what is made small. */
export interface CoverCase {
  readonly id: string;
  /** Agents asked for, by day and hour; days do not touch each other. */
  readonly demand: readonly (readonly number[])[];
  readonly shifts: readonly CoverShift[];
  readonly objective: 'shift-count' | 'absolute-deviation' | 'shift-cost';
  readonly maxPerShift: number | null;
  readonly maxOnDuty: number | null;
  /** Proved elsewhere; null where no solution exists. */
  readonly optimum: number | null;
}

export interface CoverShift {
  readonly name: string;
  /** Hours of the day it covers; one over midnight covers the first hours of the same day. */
  readonly hours: readonly boolean[];
  readonly cost: number;
}

interface RawCase {
  readonly id: string;
  readonly demand?: readonly number[];
  readonly demand_by_day?: readonly (readonly number[])[] | string;
  readonly shift_coverage?: Readonly<Record<string, readonly number[]>> | string;
  readonly shift_cost?: Readonly<Record<string, number>>;
  readonly max_staff_on_duty_per_period?: number;
  readonly max_per_shift?: number;
  readonly objective: string;
  readonly optimum: number | null;
}

const HOURS = 24;
const CYCLIC_SHIFT_HOURS = 8;

/** `as two-day-abs` stands for what that case has. */
function resolved<K extends 'demand_by_day' | 'shift_coverage'>(
  cases: readonly RawCase[],
  raw: RawCase,
  key: K,
): Exclude<RawCase[K], string | undefined> {
  const value = raw[key];
  if (typeof value === 'string')
    return resolved(
      cases,
      cases.find((each) => each.id === value.replace(/^as /, ''))!,
      key,
    );
  if (value === undefined) throw new Error(`case ${raw.id} must have ${key}`);
  return value as Exclude<RawCase[K], string | undefined>;
}

function objectiveOf(cases: readonly RawCase[], { id, objective }: RawCase): CoverCase['objective'] {
  if (objective.startsWith('as '))
    return objectiveOf(
      cases,
      cases.find((each) => each.id === objective.slice(3))!,
    );
  if (/\|coverage - demand\|/.test(objective)) return 'absolute-deviation';
  if (/^min cost/.test(objective)) return 'shift-cost';
  if (/^min (number of shifts|sum of shift head-counts)/.test(objective)) return 'shift-count';
  throw new Error(`case ${id}: objective (${objective}) is not known here`);
}

/** Eight hours from each full hour, over midnight where they reach it. */
const cyclicShifts = (): CoverShift[] =>
  Array.from({ length: HOURS }, (_, start) => ({
    name: `from-${start}`,
    cost: 1,
    hours: Array.from({ length: HOURS }, (__, hour) => (hour - start + HOURS) % HOURS < CYCLIC_SHIFT_HOURS),
  }));

/** Reads the cases of the shift-cover file. */
export function parseCoverCases(text: string): CoverCase[] {
  const cases = JSON.parse(text) as readonly RawCase[];
  return cases.map((raw) => {
    const isCyclic = raw.demand !== undefined;
    const coverage = isCyclic ? {} : resolved(cases, raw, 'shift_coverage');
    return {
      id: raw.id,
      demand: isCyclic ? [raw.demand!] : resolved(cases, raw, 'demand_by_day'),
      shifts: isCyclic
        ? cyclicShifts()
        : Object.entries(coverage).map(([name, hours]) => ({
            name,
            cost: raw.shift_cost?.[name] ?? 1,
            hours: hours.map((each) => each === 1),
          })),
      objective: objectiveOf(cases, raw),
      maxPerShift: raw.max_per_shift ?? null,
      maxOnDuty: raw.max_staff_on_duty_per_period ?? null,
      optimum: raw.optimum,
    };
  });
}

/** What a solution is worth by the case's own words: its objective, and what it breaks. */
export function scoreCover(
  cover: CoverCase,
  counts: readonly (readonly number[])[],
): { value: number; breaches: string[] } {
  const breaches: string[] = [];
  let deviation = 0;
  counts.forEach((byShift, day) => {
    byShift.forEach((count, k) => {
      if (cover.maxPerShift !== null && count > cover.maxPerShift)
        breaches.push(`day ${day}: ${count} on ${cover.shifts[k]!.name}; at most ${cover.maxPerShift}`);
    });
    for (let hour = 0; hour < HOURS; hour++) {
      const present = byShift.reduce((sum, count, k) => sum + (cover.shifts[k]!.hours[hour] ? count : 0), 0);
      const asked = cover.demand[day]![hour]!;
      deviation += Math.abs(present - asked);
      if (cover.objective !== 'absolute-deviation' && present < asked)
        breaches.push(`day ${day} hour ${hour}: ${present} present; ${asked} asked`);
      if (cover.maxOnDuty !== null && present > cover.maxOnDuty)
        breaches.push(`day ${day} hour ${hour}: ${present} present; at most ${cover.maxOnDuty}`);
    }
  });
  const weighed = (weight: (k: number) => number) =>
    counts.reduce((sum, byShift) => sum + byShift.reduce((own, count, k) => own + count * weight(k), 0), 0);
  const value =
    cover.objective === 'absolute-deviation'
      ? deviation
      : weighed((k) => (cover.objective === 'shift-cost' ? cover.shifts[k]!.cost : 1));
  return { value, breaches };
}
