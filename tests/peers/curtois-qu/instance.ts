/** A shift type; `mayNotFollow` are the shifts that may not be worked on the day after it. */
export interface CqShift {
  readonly id: string;
  readonly minutes: number;
  readonly mayNotFollow: readonly string[];
}

export interface CqEmployee {
  readonly id: string;
  /** Most times each shift may be worked; a shift not named here has no limit. */
  readonly maxShifts: ReadonlyMap<string, number>;
  readonly maxTotalMinutes: number;
  readonly minTotalMinutes: number;
  readonly maxConsecutiveShifts: number;
  readonly minConsecutiveShifts: number;
  readonly minConsecutiveDaysOff: number;
  readonly maxWeekends: number;
  readonly daysOff: ReadonlySet<number>;
}

export interface CqRequest {
  readonly employee: string;
  readonly day: number;
  readonly shift: string;
  readonly weight: number;
}

export interface CqCover {
  readonly day: number;
  readonly shift: string;
  readonly requirement: number;
  readonly weightUnder: number;
  readonly weightOver: number;
}

/** One instance of the shift scheduling benchmark of Curtois and Qu. Day 0 is a Monday. */
export interface CqInstance {
  readonly days: number;
  readonly shifts: readonly CqShift[];
  readonly employees: readonly CqEmployee[];
  readonly onRequests: readonly CqRequest[];
  readonly offRequests: readonly CqRequest[];
  readonly cover: readonly CqCover[];
}

/** Shift worked by each employee (row, in the instance's order) on each day (column); null is a day off. */
export type CqRoster = readonly (readonly (string | null)[])[];

type Row = readonly [fields: readonly string[], line: number];

const SECTION = /^SECTION_(\w+)$/;
const KNOWN = ['HORIZON', 'SHIFTS', 'STAFF', 'DAYS_OFF', 'SHIFT_ON_REQUESTS', 'SHIFT_OFF_REQUESTS', 'COVER'];

function sectionsOf(text: string): Map<string, Row[]> {
  const sections = new Map<string, Row[]>();
  let rows: Row[] | null = null;
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.replace(/^\uFEFF/, '').trim();
    if (line === '' || line.startsWith('#')) return;
    const name = SECTION.exec(line)?.[1];
    if (name !== undefined) {
      if (!KNOWN.includes(name))
        throw new Error(`line ${index + 1}: section (${line}) must be one of ${KNOWN.join(', ')}`);
      rows = sections.get(name) ?? [];
      sections.set(name, rows);
    } else if (rows === null) throw new Error(`line ${index + 1}: text (${line}) must stand below a SECTION_ line`);
    else rows.push([line.split(',').map((field) => field.trim()), index + 1]);
  });
  for (const name of ['HORIZON', 'SHIFTS', 'STAFF']) {
    if (!sections.get(name)?.length) throw new Error(`file must have SECTION_${name} with at least one line`);
  }
  return sections;
}

/** Fields of one line, read by position with complaints that name the line. */
class RowFields {
  constructor(private readonly row: Row) {}

  text(at: number): string {
    const value = this.row[0][at];
    return value ? value : this.refuse(`field ${at + 1} must not be empty`);
  }

  whole(at: number, below = Number.POSITIVE_INFINITY): number {
    const value = Number(this.text(at));
    if (Number.isInteger(value) && value >= 0 && value < below) return value;
    return this.refuse(
      `field ${at + 1} (${this.row[0][at]}) must be a whole number from 0${below < Infinity ? ` to ${below - 1}` : ''}`,
    );
  }

  known(at: number, ids: ReadonlySet<string>, what: string): string {
    const id = this.text(at);
    return ids.has(id) ? id : this.refuse(`${what} (${id}) must be one of ${[...ids].slice(0, 20).join(', ')}`);
  }

  list(at: number): string[] {
    return (this.row[0][at] ?? '').split('|').filter((part) => part !== '');
  }

  from(at: number): readonly string[] {
    return this.row[0].slice(at).filter((field) => field !== '');
  }

  refuse(message: string): never {
    throw new Error(`line ${this.row[1]}: ${message}`);
  }
}

function uniqueIds(ids: readonly string[], what: string): ReadonlySet<string> {
  const set = new Set(ids);
  if (set.size < ids.length)
    throw new Error(`${what} (${ids.find((id, i) => ids.indexOf(id) < i)}) must be named once`);
  return set;
}

function maxShiftsOf(fields: RowFields, shiftIds: ReadonlySet<string>): Map<string, number> {
  const limits = new Map<string, number>();
  for (const part of fields.list(1)) {
    const [id = '', count = ''] = part.split('=').map((each) => each.trim());
    if (!shiftIds.has(id) || !/^\d+$/.test(count)) fields.refuse(`limit (${part}) must be SHIFT=COUNT`);
    limits.set(id, Number(count));
  }
  return limits;
}

/**
 * Reads an instance file. Comment lines, blank lines, blanks around fields, either line end and sections in any order
 * are accepted; anything else throws with the number of its line.
 */
export function parseCqInstance(text: string): CqInstance {
  const sections = sectionsOf(text);
  const rows = (name: string): RowFields[] => (sections.get(name) ?? []).map((row) => new RowFields(row));
  const days = rows('HORIZON')[0]!.whole(0);
  const shiftIds = uniqueIds(
    rows('SHIFTS').map((row) => row.text(0)),
    'shift',
  );
  const staffIds = uniqueIds(
    rows('STAFF').map((row) => row.text(0)),
    'employee',
  );
  const daysOff = new Map<string, Set<number>>([...staffIds].map((id) => [id, new Set<number>()]));
  for (const row of rows('DAYS_OFF')) {
    const own = daysOff.get(row.known(0, staffIds, 'employee'))!;
    row.from(1).forEach((_, i) => own.add(row.whole(i + 1, days)));
  }
  const requests = (name: string): CqRequest[] =>
    rows(name).map((row) => ({
      employee: row.known(0, staffIds, 'employee'),
      day: row.whole(1, days),
      shift: row.known(2, shiftIds, 'shift'),
      weight: row.whole(3),
    }));
  return {
    days,
    shifts: rows('SHIFTS').map((row) => ({
      id: row.text(0),
      minutes: row.whole(1),
      mayNotFollow: row.list(2).map((id) => (shiftIds.has(id) ? id : row.refuse(`shift (${id}) must be named before`))),
    })),
    employees: rows('STAFF').map((row) => ({
      id: row.text(0),
      maxShifts: maxShiftsOf(row, shiftIds),
      maxTotalMinutes: row.whole(2),
      minTotalMinutes: row.whole(3),
      maxConsecutiveShifts: row.whole(4),
      minConsecutiveShifts: row.whole(5),
      minConsecutiveDaysOff: row.whole(6),
      maxWeekends: row.whole(7),
      daysOff: daysOff.get(row.text(0))!,
    })),
    onRequests: requests('SHIFT_ON_REQUESTS'),
    offRequests: requests('SHIFT_OFF_REQUESTS'),
    cover: rows('COVER').map((row) => ({
      day: row.whole(0, days),
      shift: row.known(1, shiftIds, 'shift'),
      requirement: row.whole(2),
      weightUnder: row.whole(3),
      weightOver: row.whole(4),
    })),
  };
}
