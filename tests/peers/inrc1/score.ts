import {
  weekdayOf,
  type Inrc1Contract,
  type Inrc1Employee,
  type Inrc1Instance,
  type Inrc1Pattern,
  type Soft,
} from './instance.js';

/** Shift of each employee (row) on each day; null is a day off. */
export type Inrc1Roster = readonly (readonly (string | null)[])[];

export interface Inrc1Score {
  readonly total: number;
  readonly parts: Readonly<Record<string, number>>;
  /** Cover that is not met exactly: one sentence each. */
  readonly breaches: readonly string[];
}

type Row = readonly (string | null)[];

const over = ({ on, weight, value }: Soft, count: number): number => (on ? weight * Math.max(0, count - value) : 0);
const under = ({ on, weight, value }: Soft, count: number): number => (on ? weight * Math.max(0, value - count) : 0);

/** Lengths of the rows of true. The period stands alone: a row at its edge is as long as it is inside. */
function rowLengths(flags: readonly boolean[]): number[] {
  const lengths: number[] = [];
  flags.forEach((is, i) => {
    if (is && flags[i - 1] === true) lengths[lengths.length - 1]!++;
    else if (is) lengths.push(1);
  });
  return lengths;
}

const rows = (flags: readonly boolean[], min: Soft, max: Soft): number =>
  rowLengths(flags).reduce((sum, length) => sum + over(max, length) + under(min, length), 0);

/** Days of each weekend inside the period, in order. */
function weekendsOf(instance: Inrc1Instance, { weekend }: Inrc1Contract): number[][] {
  const weekends: number[][] = [];
  for (let day = 0; day < instance.days; day++) {
    if (!weekend.includes(weekdayOf(instance, day))) continue;
    if (day > 0 && weekend.includes(weekdayOf(instance, day - 1)) && weekends.length > 0) weekends.at(-1)!.push(day);
    else weekends.push([day]);
  }
  return weekends;
}

/** Days off beside days worked: of a weekend's edges, those that miss. */
function brokenDays(row: Row, days: readonly number[]): number {
  const worked = days.map((day) => row[day] !== null);
  if (!worked.includes(true)) return 0;
  return worked.indexOf(true) + (worked.length - 1 - worked.lastIndexOf(true));
}

/** For each shift worked in the weekend, the days on which it is not. */
function unlikeDays(row: Row, days: readonly number[]): number {
  const kinds = new Set(days.map((day) => row[day]).filter((shift) => shift != null));
  return [...kinds].reduce((sum, kind) => sum + days.filter((day) => row[day] !== kind).length, 0);
}

/** One where a weekend without work follows a night; a weekend at the start of the period follows nothing. */
function freeAfterNight({ shifts }: Inrc1Instance, row: Row, days: readonly number[]): number {
  const before = row[days[0]! - 1];
  const isNight = shifts.find(({ id }) => id === before)?.isNight === true;
  return isNight && days.every((day) => row[day] === null) ? 1 : 0;
}

function matches(instance: Inrc1Instance, { days }: Inrc1Pattern, row: Row, from: number): boolean {
  const fits = days.map(({ shift, weekday }, i) => {
    const worked = row[from + i]!;
    if (weekday !== null && weekdayOf(instance, from + i) !== weekday) return null;
    return shift === 'None' ? worked === null : shift === 'Any' ? worked !== null : worked === shift;
  });
  if (fits.includes(null)) return false;
  // Free before a weekend with work: one of the days behind the free one is enough.
  if (days[0]!.shift === 'None') return fits[0] === true && fits.slice(1).includes(true);
  return fits.every(Boolean);
}

function patternCost(instance: Inrc1Instance, { patterns }: Inrc1Contract, row: Row): number {
  let cost = 0;
  for (const pattern of patterns)
    for (let from = 0; from + pattern.days.length <= instance.days; from++)
      if (matches(instance, pattern, row, from)) cost += pattern.weight;
  return cost;
}

function employeeParts(instance: Inrc1Instance, employee: Inrc1Employee, row: Row): Record<string, number> {
  const { contract } = employee;
  const works = row.map((shift) => shift !== null);
  const assignments = works.filter(Boolean).length;
  const weekends = weekendsOf(instance, contract);
  const weekendWorked = weekends.map((days) => days.some((day) => works[day]));
  const each = (soft: Soft, cost: (row: Row, days: readonly number[]) => number) =>
    soft.on ? soft.weight * weekends.reduce((sum, days) => sum + cost(row, days), 0) : 0;
  const unskilled = row.filter((shift) => {
    const needs = instance.shifts.find(({ id }) => id === shift)?.skills ?? [];
    return needs.some((skill) => !employee.skills.includes(skill));
  }).length;
  return {
    assignments: over(contract.maxAssignments, assignments) + under(contract.minAssignments, assignments),
    workRows: rows(works, contract.minDays, contract.maxDays),
    freeRows: rows(
      works.map((is) => !is),
      contract.minFreeDays,
      contract.maxFreeDays,
    ),
    weekendRows: rows(weekendWorked, contract.minWeekendsInRow, contract.maxWeekendsInRow),
    completeWeekends: each(contract.completeWeekends, brokenDays),
    identicalWeekends: each(contract.identicalWeekends, unlikeDays),
    nightsBeforeFreeWeekends: each(contract.noNightBeforeFreeWeekend, (own, days) =>
      freeAfterNight(instance, own, days),
    ),
    alternativeSkill: contract.alternativeSkill.on ? contract.alternativeSkill.weight * unskilled : 0,
    patterns: patternCost(instance, contract, row),
  };
}

/**
 * Judges a roster by the rules of the competition (Haspeslagh et al. 2014) as published solvers count them, apart from the
 * product's own: cover is hard and exact, everything else soft.
 */
export function scoreInrc1(instance: Inrc1Instance, roster: Inrc1Roster): Inrc1Score {
  const parts: Record<string, number> = {};
  instance.employees.forEach((employee, i) => {
    for (const [part, cost] of Object.entries(employeeParts(instance, employee, roster[i]!)))
      parts[part] = (parts[part] ?? 0) + cost;
  });
  const rowOf = new Map(instance.employees.map(({ id }, i) => [id, roster[i]!]));
  parts['requests'] = instance.requests.reduce((sum, { employee, day, shift, weight, on }) => {
    const worked = rowOf.get(employee)![day]!;
    const isMet = worked !== null && (shift === null || worked === shift);
    return sum + (isMet === on ? 0 : weight);
  }, 0);
  const breaches = instance.cover.flatMap((asked, day) =>
    instance.shifts.flatMap(({ id }) => {
      const present = roster.filter((row) => row[day] === id).length;
      const required = asked.get(id) ?? 0;
      return present === required ? [] : [`day ${day}: ${present} on ${id}; exactly ${required}`];
    }),
  );
  return { total: Object.values(parts).reduce((sum, cost) => sum + cost, 0), parts, breaches };
}
