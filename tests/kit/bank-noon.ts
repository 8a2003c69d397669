import { forecastRestOfDay, historyFromSeries, type QueueHistory } from '@yotei/forecast';
import {
  addDays,
  emptySeries,
  HOUR_MILLIS,
  intervalIndex,
  localDaysGrid,
  startOfLocalDay,
  weekdayOf,
  type LocalDate,
} from '@yotei/time';
import { BANK_ZONE, bankCalls } from './anonymous-bank.js';

/** One afternoon of the log: what the morning said of it, what noon said, and what came. */
export interface NoonRow {
  readonly on: LocalDate;
  readonly cameUntilNoon: number;
  readonly factor: number;
  readonly afternoon: number;
  readonly morningSaid: number;
  readonly noonSaid: number;
  /** Sum over half-hours of |forecast - actual|. */
  readonly morningMissed: number;
  readonly noonMissed: number;
}

const STEP_MINUTES = 30;
const FIRST_ON = '1999-01-01';
const DAYS = 31;
/** Before it there is too little history for a week's pattern. */
const FROM_ON = '1999-01-17';
/** The centre is closed from Friday afternoon to Saturday evening: no afternoon to forecast. */
const CLOSED = new Set([5, 6]);
/** Two days are missing from the file. */
const MISSING = new Set(['1999-01-11', '1999-01-12']);

/** Calls of January 1999 offered to agents, by half-hour; days the file lacks are unknown, not empty. */
export function januaryHistory(): QueueHistory {
  const grid = localDaysGrid(FIRST_ON, DAYS, BANK_ZONE, STEP_MINUTES);
  const contacts = emptySeries(grid);
  for (let day = 0; day < DAYS; day++) {
    const on = addDays(FIRST_ON, day);
    if (MISSING.has(on)) continue;
    const from = intervalIndex(grid, startOfLocalDay(on, BANK_ZONE));
    contacts.values.fill(0, from, from + 48);
  }
  for (const { contact } of bankCalls()) {
    const at = intervalIndex(grid, contact.arrivedAt);
    if (at >= 0 && at < grid.count && !Number.isNaN(contacts.values[at]!)) contacts.values[at]! += 1;
  }
  return historyFromSeries(contacts, emptySeries(grid), BANK_ZONE);
}

/** Every afternoon from the 17th on, each forecast with the days before it alone, at midnight and again at noon. */
export function noonRows(methodId = 'planner-mean'): NoonRow[] {
  const history = januaryHistory();
  return history.days.flatMap(({ on, contacts: soFar }): NoonRow[] => {
    if (on < FROM_ON || CLOSED.has(weekdayOf(on)) || MISSING.has(on)) return [];
    const at = startOfLocalDay(on, BANK_ZONE) + 12 * HOUR_MILLIS;
    const result = forecastRestOfDay(history, { methodId, on, at, soFar, seed: 1 });
    if (result.kind !== 'forecast') throw new Error(`the rest of ${on} must be forecast, not ${result.kind}`);
    const row = { afternoon: 0, morningSaid: 0, noonSaid: 0, morningMissed: 0, noonMissed: 0 };
    for (let slot = 24; slot < soFar.length; slot++) {
      const noon = result.day.contacts[slot]!;
      if (Number.isNaN(noon)) continue;
      const [morning, came] = [noon / result.factor, soFar[slot]!];
      row.afternoon += came;
      row.morningSaid += morning;
      row.noonSaid += noon;
      row.morningMissed += Math.abs(morning - came);
      row.noonMissed += Math.abs(noon - came);
    }
    return [{ on, cameUntilNoon: result.contactsSoFar, factor: result.factor, ...row }];
  });
}

const count = (value: number) => Math.round(value).toLocaleString('en-GB');

/** The rows and their sum as a table in Markdown. */
export function noonTable(rows: readonly NoonRow[]): string[] {
  const sum = (of: (row: NoonRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const missed = (row: Pick<NoonRow, 'afternoon' | 'morningMissed' | 'noonMissed'>) => [
    `${((100 * row.morningMissed) / row.afternoon).toFixed(1)} %`,
    `${((100 * row.noonMissed) / row.afternoon).toFixed(1)} %`,
  ];
  const total = {
    afternoon: sum(({ afternoon }) => afternoon),
    morningMissed: sum(({ morningMissed }) => morningMissed),
    noonMissed: sum(({ noonMissed }) => noonMissed),
  };
  return [
    line([
      'day',
      'came until noon',
      'factor',
      'came after',
      'morning said',
      'noon said',
      'morning missed',
      'noon missed',
    ]),
    line(['---', ...Array<string>(7).fill('---:')]),
    ...rows.map((row) =>
      line([
        row.on,
        count(row.cameUntilNoon),
        row.factor.toFixed(2),
        count(row.afternoon),
        count(row.morningSaid),
        count(row.noonSaid),
        ...missed(row),
      ]),
    ),
    line([
      'all',
      count(sum(({ cameUntilNoon }) => cameUntilNoon)),
      '',
      count(total.afternoon),
      count(sum(({ morningSaid }) => morningSaid)),
      count(sum(({ noonSaid }) => noonSaid)),
      ...missed(total),
    ]),
  ];
}
