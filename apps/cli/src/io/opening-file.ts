import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import type { Read } from './quantities.js';
import { RowReader } from './row-reader.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Whether a queue is open at a wall-clock minute (0..1439) of a weekday (1 = Monday). */
export type OpeningHours = (queue: string, weekday: number, minuteOfDay: number) => boolean;

/** Opening hours from a CSV file: `weekday` (mon … sun or 1 … 7), `opens`, `closes` (HH:MM, closes up to 24:00), optional `queue`; a weekday without a row is closed. */
export async function readOpeningHours(path: string): Promise<OpeningHours> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['weekday', 'opens', 'closes'], problems });
  problems.throwIfAny();
  const spans: { queue?: string; weekday: number; opens: number; closes: number }[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const weekday = reader.required('weekday', 'mon … sun or 1 … 7', readWeekday);
    const opens = reader.required('opens', 'a time such as 08:00', readMinute);
    const closes = reader.required('closes', 'a time such as 18:00', readMinute);
    if (weekday === undefined || opens === undefined || closes === undefined) continue;
    if (closes <= opens) reader.report('closes', 'is not after opens; write two rows for hours over midnight');
    else spans.push({ queue: reader.text('queue'), weekday, opens, closes });
  }
  problems.throwIfAny();
  return (queue, weekday, minuteOfDay) =>
    spans.some(
      (span) =>
        (span.queue === undefined || span.queue === queue) &&
        span.weekday === weekday &&
        minuteOfDay >= span.opens &&
        minuteOfDay < span.closes,
    );
}

export function readWeekday(text: string): Read<number> {
  const named = WEEKDAYS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  const weekday = /^[1-7]$/.test(text) ? Number(text) : named;
  return weekday > 0
    ? { kind: 'value', value: weekday }
    : { kind: 'problem', message: `'${text}' is not a weekday; expected mon … sun or 1 … 7` };
}

export function readMinute(text: string): Read<number> {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text);
  const minute = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN;
  return minute <= 1440 && Number(parts?.[2]) < 60
    ? { kind: 'value', value: minute }
    : { kind: 'problem', message: `'${text}' is not a time of day; expected for example 08:00` };
}
