import { addDays, type LocalDate } from '@yotei/time';
import type { CapacityColumn, CapacityWeek } from './evaluate-capacity.js';

export type CapacityPeriod = 'week' | 'month' | 'quarter';

/** Columns that are a state of the week: over a period their mean counts. All others add up. */
const MEANS: ReadonlySet<CapacityColumn> = new Set([
  'requiredFteNet',
  'requiredFte',
  'heads',
  'inTraining',
  'availableFte',
  'effectiveFte',
  'gapFte',
]);

/** A column, and the two whose sums its share is made of. */
const SHARES: Readonly<Partial<Record<CapacityColumn, (sums: Readonly<Record<CapacityColumn, number>>) => number>>> = {
  gapFraction: ({ gapFte, requiredFte }) => ratio(gapFte, requiredFte),
  outsourcedFraction: ({ outsourcedHours, requiredHours }) => ratio(outsourcedHours, requiredHours),
  shortFraction: ({ shortHours, requiredHours }) => ratio(shortHours, requiredHours),
};

/** Shares of paid time, and occupancy, weigh by what they are shares of. */
const WEIGHTS: Readonly<Partial<Record<CapacityColumn, (week: CapacityWeek) => number>>> = {
  overtimeFraction: ({ availableFte }) => availableFte,
  timeOffFraction: ({ availableFte }) => availableFte,
  occupancyFraction: ({ workloadHours, occupancyFraction }) =>
    occupancyFraction > 0 ? workloadHours / occupancyFraction : 0,
};

const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** Several rows as one: hours, people's coming and going and money add up, people are averaged over `weeks`, shares weighed. */
function together(rows: readonly CapacityWeek[], weeks: number): CapacityWeek {
  const columns = Object.keys(rows[0]!) as CapacityColumn[];
  const sums = Object.fromEntries(
    columns.map((column) => [column, rows.reduce((sum, row) => sum + row[column], 0)]),
  ) as Record<CapacityColumn, number>;
  const value = (column: CapacityColumn): number => {
    const weight = WEIGHTS[column];
    if (weight)
      return ratio(
        rows.reduce((sum, row) => sum + row[column] * weight(row), 0),
        rows.reduce((sum, row) => sum + weight(row), 0),
      );
    const shareOf = SHARES[column];
    if (shareOf) return shareOf(sums);
    return MEANS.has(column) ? sums[column] / weeks : sums[column];
  };
  return Object.fromEntries(columns.map((column) => [column, value(column)])) as unknown as CapacityWeek;
}

/** All groups together, by week. */
export function totalWeeks(groups: readonly (readonly CapacityWeek[])[]): CapacityWeek[] {
  return (groups[0] ?? []).map((_, week) =>
    together(
      groups.map((weeks) => weeks[week]!),
      1,
    ),
  );
}

/** All weeks as one row: hours, coming and going and money in sum, people on average. */
export const wholeOf = (weeks: readonly CapacityWeek[]): CapacityWeek => together(weeks, weeks.length);

/** The month or quarter a week belongs to: that of its Thursday, in which most of it lies; as its first day. */
export function periodStart(weekOn: LocalDate, period: CapacityPeriod): LocalDate {
  if (period === 'week') return weekOn;
  const [year, month] = addDays(weekOn, 3).split('-').map(Number) as [number, number, number];
  const first = period === 'month' ? month : month - ((month - 1) % 3);
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

export interface CapacityPeriodSum extends CapacityWeek {
  readonly fromOn: LocalDate;
  readonly weeks: number;
}

/** Weeks of one group (or of all) by month or quarter. */
export function sumByPeriod(
  rows: readonly CapacityWeek[],
  firstOn: LocalDate,
  period: CapacityPeriod,
): CapacityPeriodSum[] {
  const parts = new Map<LocalDate, CapacityWeek[]>();
  rows.forEach((row, week) => {
    const start = periodStart(addDays(firstOn, 7 * week), period);
    parts.set(start, [...(parts.get(start) ?? []), row]);
  });
  return [...parts].map(([fromOn, own]) => ({ fromOn, weeks: own.length, ...together(own, own.length) }));
}
