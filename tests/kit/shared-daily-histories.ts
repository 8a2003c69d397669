import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dateOfEpochDay, epochDay } from '@yotei/time';
import type { QueueHistory } from '@yotei/forecast';
import { sharedRows, SHARED_DATA } from './shared-data.js';

/** A history of one interval a day; NaN = missing. */
export function dailyHistory(values: ReadonlyMap<string, number>): QueueHistory {
  return {
    zone: 'UTC',
    stepMinutes: 1440,
    days: [...values]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([on, contacts]) => ({ on, contacts: Float64Array.of(contacts) })),
  };
}

/** Calls to a travel company, 2013 to November 2015. */
export function travelHistory(): QueueHistory {
  return dailyHistory(
    new Map(sharedRows('travel-calls-daily/calls.csv').map((row) => [row['date']!, Number(row['calls'])])),
  );
}

/** The ACD report has no dates; its first day is taken to be Monday 2 January 2017, which only names the weeks. */
export function acdHistory(): QueueHistory {
  const first = epochDay('2017-01-02');
  const rows = sharedRows('daily-acd-kpi/call_center_data.csv');
  return dailyHistory(
    new Map(rows.map((row) => [dateOfEpochDay(first + Number(row['Index']) - 1), Number(row['Incoming Calls'])])),
  );
}

/** Ambulance incidents by series, `region/priority`, and the sums `region`, `/priority` and `` (all). */
export function ambulanceHistories(): Map<string, QueueHistory> {
  const text = gunzipSync(readFileSync(resolve(SHARED_DATA, 'ambulance-daily-hier/incidents_daily.csv.gz'))).toString();
  const series = new Map<string, Map<string, number>>();
  for (const line of text.trim().split('\n').slice(1)) {
    const [on, region, priority, count] = line.trim().split(',') as [string, string, string, string];
    for (const name of [`${region}/${priority}`, region, `/${priority}`, '']) {
      const days = series.get(name) ?? new Map<string, number>();
      days.set(on, (days.get(on) ?? 0) + Number(count));
      series.set(name, days);
    }
  }
  return new Map([...series].map(([name, days]) => [name, dailyHistory(days)]));
}
