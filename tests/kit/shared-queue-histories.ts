import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { epochDay, weekdayOf } from '@yotei/time';
import type { CalendarEvent, QueueHistory } from '@yotei/forecast';

/** Days of the Israeli bank under 55 % of their weekday's median (its README): taken as absent, as in the protocol. */
const LOW_DAYS = new Set(
  [
    '03-02',
    '03-08',
    '03-31',
    '04-01',
    '04-06',
    '04-07',
    '04-20',
    '04-21',
    '05-20',
    '05-21',
    '07-24',
    '09-11',
    '09-12',
    '09-19',
    '09-20',
  ].map((day) => `1999-${day}`),
);

interface Count {
  readonly on: string;
  readonly minuteOfDay: number;
  readonly contacts: number;
}

function halfHours(counts: readonly Count[], zone: string): QueueHistory {
  const days = new Map<string, Float64Array>();
  for (const { on, minuteOfDay, contacts } of counts) {
    let values = days.get(on);
    if (!values) days.set(on, (values = new Float64Array(48).fill(Number.NaN)));
    const slot = Math.floor(minuteOfDay / 30);
    values[slot] = (values[slot]! || 0) + contacts;
  }
  // UTC stands for the wall clock here: neither series has a doubled or missing hour in its opening hours.
  return {
    zone,
    stepMinutes: 30,
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([on, contacts]) => ({ on, contacts })),
  };
}

function countsOf(text: string, columns: readonly [number, number, number]): Count[] {
  const [onColumn, timeColumn, countColumn] = columns;
  return text
    .trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const cells = line.split(/[,]/);
      if (cells[countColumn] === '') return [];
      const time = cells[timeColumn]!.slice(-5);
      return [
        {
          on: cells[onColumn]!.slice(0, 10),
          minuteOfDay: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
          contacts: Number(cells[countColumn]),
        },
      ];
    });
}

/** The North American bank in half hours from 07:00; the lone 21:00-21:05 interval is left out. */
export function bankHistory(dataFolder: string): QueueHistory {
  const text = readFileSync(resolve(dataFolder, 'bank-calls-5min/bank_calls.csv'), 'utf8');
  return halfHours(
    countsOf(text, [0, 0, 1]).filter(({ minuteOfDay }) => minuteOfDay < 1260),
    'UTC',
  );
}

/** Closed days that the bank's planners knew ahead. */
export const BANK_EVENTS: readonly CalendarEvent[] = ['2003-05-26', '2003-07-04', '2003-09-01'].map((on) => ({
  fromOn: on,
  untilOn: on,
  kind: 'closed',
  title: 'holiday',
}));

/** The Israeli bank, Sunday to Thursday from 07:00, low days absent. */
export function israeliBankHistory(dataFolder: string): QueueHistory {
  const text = gunzipSync(
    readFileSync(resolve(dataFolder, 'anon-bank-volume-6min/calls_1999_jan_sep.csv.gz')),
  ).toString();
  const counts = countsOf(text, [0, 1, 2]).filter(
    ({ on, minuteOfDay }) => minuteOfDay >= 420 && ![5, 6].includes(weekdayOf(on)) && !LOW_DAYS.has(on),
  );
  return halfHours(counts, 'UTC');
}

/** The same centre as it is: all days, all hours, holidays and half days in it. */
export function israeliBankWholeHistory(dataFolder: string): QueueHistory {
  const text = gunzipSync(
    readFileSync(resolve(dataFolder, 'anon-bank-volume-6min/calls_1999_jan_sep.csv.gz')),
  ).toString();
  return halfHours(countsOf(text, [0, 1, 2]), 'UTC');
}

/** Origins by the protocol: each of the last `count` starts of a week (`weekday`, 1 = Monday) whose horizon ends with the history's last week. */
export function weekOrigins(
  history: QueueHistory,
  options: { weekday: number; horizonDays: number; count: number },
): string[] {
  const { weekday, horizonDays, count } = options;
  const last = epochDay(history.days.at(-1)!.on);
  const origins: string[] = [];
  for (let day = last; origins.length < count && day > epochDay(history.days[0]!.on) + 28; day--) {
    const on = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (weekdayOf(on) === weekday && day + horizonDays - 1 <= last + 2) origins.push(on);
  }
  return origins.reverse();
}

/** Origins by the protocol: each `step`-th of the last `days` days that have history, the last day among them. */
export function dayOrigins(history: QueueHistory, options: { within: number; step: number }): string[] {
  const last = epochDay(history.days.at(-1)!.on);
  return history.days
    .map(({ on }) => on)
    .filter((on) => last - epochDay(on) < options.within && (last - epochDay(on)) % options.step === 0);
}
