/** A soft constraint of a contract: whether it counts, what each unit costs, and its limit where it has one. */
export interface Soft {
  readonly on: boolean;
  readonly weight: number;
  readonly value: number;
}

export interface Inrc1Contract {
  readonly id: string;
  readonly maxAssignments: Soft;
  readonly minAssignments: Soft;
  readonly maxDays: Soft;
  readonly minDays: Soft;
  readonly maxFreeDays: Soft;
  readonly minFreeDays: Soft;
  readonly maxWeekendsInRow: Soft;
  readonly minWeekendsInRow: Soft;
  /** Weekdays of a weekend, 0 (Sunday) to 6. */
  readonly weekend: readonly number[];
  readonly completeWeekends: Soft;
  readonly identicalWeekends: Soft;
  /** No night on the day before a weekend without work. */
  readonly noNightBeforeFreeWeekend: Soft;
  readonly alternativeSkill: Soft;
  readonly patterns: readonly Inrc1Pattern[];
}

/** Days in a row nobody should work so: a shift, any shift, or none, each on a weekday or on any. */
export interface Inrc1Pattern {
  readonly weight: number;
  readonly days: readonly { readonly shift: string; readonly weekday: number | null }[];
}

export interface Inrc1Employee {
  readonly id: string;
  readonly contract: Inrc1Contract;
  readonly skills: readonly string[];
}

export interface Inrc1Request {
  readonly employee: string;
  readonly day: number;
  /** Null: any shift. */
  readonly shift: string | null;
  readonly weight: number;
  readonly on: boolean;
}

/** An instance of the first nurse rostering competition. */
export interface Inrc1Instance {
  readonly id: string;
  readonly startsOn: string;
  readonly days: number;
  /** A night ends on the day after it starts. */
  readonly shifts: readonly { readonly id: string; readonly isNight: boolean; readonly skills: readonly string[] }[];
  readonly employees: readonly Inrc1Employee[];
  /** Nurses asked for, exactly, by day and shift. */
  readonly cover: readonly ReadonlyMap<string, number>[];
  readonly requests: readonly Inrc1Request[];
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY_MILLIS = 86_400_000;

/** Rows of a section: lines ended by semicolons, fields parted by commas. */
function rowsOf(text: string, heading: string): string[][] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => !line.startsWith('//'));
  const at = lines.findIndex((line) => line.split(/[\s;=]/)[0] === heading);
  if (at < 0) throw new Error(`file must have a section ${heading}`);
  const rows: string[][] = [];
  for (const line of lines.slice(at + 1)) {
    if (/^[A-Z_]+(\s*=\s*\d+|\s+\d+)?;$/.test(line)) break;
    if (line !== '')
      rows.push(
        line
          .replace(/;$/, '')
          .split(',')
          .map((field) => field.trim()),
      );
  }
  return rows;
}

function softOf(text: string): Soft {
  const [, on, weight, value] = /^\((\d)\|(\d+)(?:\|(\d+))?\)$/.exec(text) ?? [];
  if (weight === undefined) throw new Error(`constraint (${text}) must be written (on|weight) or (on|weight|value)`);
  return { on: on === '1', weight: Number(weight), value: Number(value ?? 1) };
}

function patternsOf(text: string): Map<string, Inrc1Pattern> {
  return new Map(
    rowsOf(text, 'PATTERNS').map(([id, weight, entries]) => [
      id!,
      {
        weight: Number(weight),
        days: [...entries!.matchAll(/\((\w+)\|(\w+)\)/g)].map(([, shift, on]) => ({
          shift: shift!,
          weekday: on === 'Any' ? null : WEEKDAYS.indexOf(on!),
        })),
      },
    ]),
  );
}

/** `SaturdaySunday` and the like. */
const weekendOf = (text: string): number[] =>
  WEEKDAYS.flatMap((name, weekday) => (text.includes(name) ? [weekday] : []));

function contractOf(row: readonly string[], patterns: ReadonlyMap<string, Inrc1Pattern>): Inrc1Contract {
  const soft = (at: number) => softOf(row[at]!);
  for (const [at, name] of [
    [11, 'weekends in four weeks'],
    [16, 'free days after nights'],
  ] as const)
    if (softOf(row[at]!).on) throw new Error(`contract ${row[0]}: limits on ${name} are not scored here`);
  return {
    id: row[0]!,
    maxAssignments: soft(3),
    minAssignments: soft(4),
    maxDays: soft(5),
    minDays: soft(6),
    maxFreeDays: soft(7),
    minFreeDays: soft(8),
    maxWeekendsInRow: soft(9),
    minWeekendsInRow: soft(10),
    weekend: weekendOf(row[12]!),
    completeWeekends: soft(13),
    identicalWeekends: soft(14),
    noNightBeforeFreeWeekend: soft(15),
    alternativeSkill: soft(17),
    patterns: (row[19] ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => patterns.get(id)!),
  };
}

/** Reads an instance of the competition in its text form. Throws for limits no published instance here uses. */
export function parseInrc1(text: string): Inrc1Instance {
  const [id, startsOn, endsOn] = rowsOf(text, 'SCHEDULING_PERIOD')[0]!;
  const first = Date.parse(`${startsOn}T00:00:00Z`);
  const dayOf = (on: string) => (Date.parse(`${on}T00:00:00Z`) - first) / DAY_MILLIS;
  const days = dayOf(endsOn!) + 1;
  const patterns = patternsOf(text);
  const contracts = new Map(rowsOf(text, 'CONTRACTS').map((row) => [row[0]!, contractOf(row, patterns)]));
  const weekly = rowsOf(text, 'DAY_OF_WEEK_COVER');
  const dated = rowsOf(text, 'DATE_SPECIFIC_COVER');
  const requests = (heading: string, on: boolean): Inrc1Request[] =>
    rowsOf(text, heading).map((row) => ({
      employee: row[0]!,
      day: dayOf(row[1]!),
      shift: row.length > 3 ? row[2]! : null,
      weight: Number(row.at(-1)),
      on,
    }));
  return {
    id: id!,
    startsOn: startsOn!,
    days,
    shifts: rowsOf(text, 'SHIFT_TYPES').map((row) => ({
      id: row[0]!,
      isNight: row[3]! < row[2]!,
      skills: row.slice(5),
    })),
    employees: rowsOf(text, 'EMPLOYEES').map((row) => ({
      id: row[0]!,
      contract: contracts.get(row[2]!)!,
      skills: row.slice(4),
    })),
    cover: Array.from({ length: days }, (_, day) => {
      const weekday = WEEKDAYS[new Date(first + day * DAY_MILLIS).getUTCDay()]!;
      const own = dated.filter(([on]) => dayOf(on!) === day);
      const rows = own.length > 0 ? own : weekly.filter(([name]) => name === weekday);
      return new Map(rows.map(([, shift, count]) => [shift!, Number(count)]));
    }),
    requests: [
      ...requests('DAY_OFF_REQUESTS', false),
      ...requests('DAY_ON_REQUESTS', true),
      ...requests('SHIFT_OFF_REQUESTS', false),
      ...requests('SHIFT_ON_REQUESTS', true),
    ],
  };
}

/** Weekday of a day of the period, 0 (Sunday) to 6. */
export const weekdayOf = ({ startsOn }: Inrc1Instance, day: number): number =>
  new Date(Date.parse(`${startsOn}T00:00:00Z`) + day * DAY_MILLIS).getUTCDay();
