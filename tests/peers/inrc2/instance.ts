/** Least and most of something that comes in rows. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

export interface Inrc2Contract {
  readonly assignments: Span;
  readonly consecutiveDays: Span;
  readonly consecutiveDaysOff: Span;
  readonly maxWeekends: number;
  readonly completeWeekends: boolean;
}

/** What a nurse brings from before the first week. */
export interface NurseHistory {
  readonly assignments: number;
  readonly weekends: number;
  /** Null: the last day was off. */
  readonly lastShift: string | null;
  readonly sameShiftDays: number;
  readonly workedDays: number;
  readonly daysOff: number;
}

export interface Inrc2Nurse {
  readonly id: string;
  readonly contract: Inrc2Contract;
  readonly skills: readonly string[];
  readonly history: NurseHistory;
}

export interface Inrc2Shift {
  readonly id: string;
  readonly consecutive: Span;
  /** Shifts that may not be worked on the next day. */
  readonly mayNotFollow: readonly string[];
}

/** Nurses asked for on one day, shift and skill: the least is hard, the optimum soft. */
export interface Inrc2Cover {
  readonly day: number;
  readonly shift: string;
  readonly skill: string;
  readonly minimum: number;
  readonly optimum: number;
}

/** A scenario of the second nurse rostering competition with all its weeks known at once. Day 0 is a Monday. */
export interface Inrc2Instance {
  readonly days: number;
  readonly shifts: readonly Inrc2Shift[];
  readonly nurses: readonly Inrc2Nurse[];
  readonly cover: readonly Inrc2Cover[];
  /** `shift` null: any shift. */
  readonly offRequests: readonly { readonly nurse: string; readonly day: number; readonly shift: string | null }[];
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Lines below a heading, up to the next blank line. */
function linesBelow(text: string, heading: string): string[][] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  const at = lines.findIndex((line) => line === heading || line.startsWith(`${heading} `));
  if (at < 0) throw new Error(`file must have a section ${heading}`);
  const rest = lines.slice(at + 1);
  const end = rest.indexOf('');
  return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.split(/\s+/));
}

function spanOf(text: string): Span {
  const [, min, max] = /^\((\d+),(\d+)\)$/.exec(text) ?? [];
  if (max === undefined) throw new Error(`span (${text}) must be written (least,most)`);
  return { min: Number(min), max: Number(max) };
}

function contractsOf(scenario: string): Map<string, Inrc2Contract> {
  return new Map(
    linesBelow(scenario, 'CONTRACTS').map(([id, assignments, work, rest, weekends, complete]) => [
      id!,
      {
        assignments: spanOf(assignments!),
        consecutiveDays: spanOf(work!),
        consecutiveDaysOff: spanOf(rest!),
        maxWeekends: Number(weekends),
        completeWeekends: complete === '1',
      },
    ]),
  );
}

function historiesOf(history: string): Map<string, NurseHistory> {
  return new Map(
    linesBelow(history, 'NURSE_HISTORY').map(([id, assignments, weekends, last, same, worked, off]) => [
      id!,
      {
        assignments: Number(assignments),
        weekends: Number(weekends),
        lastShift: last === 'None' ? null : last!,
        sameShiftDays: Number(same),
        workedDays: Number(worked),
        daysOff: Number(off),
      },
    ]),
  );
}

/** Puts scenario, history and the files of the weeks together. Throws where a section or a nurse is missing. */
export function parseInrc2(files: { scenario: string; history: string; weeks: readonly string[] }): Inrc2Instance {
  const contracts = contractsOf(files.scenario);
  const histories = historiesOf(files.history);
  const after = new Map(
    linesBelow(files.scenario, 'FORBIDDEN_SHIFT_TYPES_SUCCESSIONS').map(([id, , ...next]) => [id!, next]),
  );
  return {
    days: files.weeks.length * 7,
    shifts: linesBelow(files.scenario, 'SHIFT_TYPES').map(([id, span]) => ({
      id: id!,
      consecutive: spanOf(span!),
      mayNotFollow: after.get(id!) ?? [],
    })),
    nurses: linesBelow(files.scenario, 'NURSES').map(([id, contract, , ...skills]) => {
      const own = contracts.get(contract!);
      const history = histories.get(id!);
      if (!own || !history) throw new Error(`nurse ${id} must have a contract (${contract}) and a line of history`);
      return { id: id!, contract: own, skills, history };
    }),
    cover: files.weeks.flatMap((week, w) =>
      linesBelow(week, 'REQUIREMENTS').flatMap(([shift, skill, ...spans]) =>
        spans.map((text, day) => {
          const { min, max } = spanOf(text);
          return { day: w * 7 + day, shift: shift!, skill: skill!, minimum: min, optimum: max };
        }),
      ),
    ),
    offRequests: files.weeks.flatMap((week, w) =>
      linesBelow(week, 'SHIFT_OFF_REQUESTS').map(([nurse, shift, day]) => ({
        nurse: nurse!,
        day: w * 7 + DAYS.indexOf(day!),
        shift: shift === 'Any' ? null : shift!,
      })),
    ),
  };
}
