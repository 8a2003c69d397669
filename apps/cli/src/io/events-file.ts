import { isLocalDate } from '@yotei/time';
import type { CalendarEvent, CalendarEventKind, EventEffect } from '@yotei/forecast';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import type { Read } from './quantities.js';
import { RowReader } from './row-reader.js';

const KINDS: readonly CalendarEventKind[] = ['holiday', 'closed', 'campaign', 'outage', 'other'];

/** An event and the queue it is for; without a queue it is for all. */
export interface EventOfQueue extends CalendarEvent {
  readonly queue?: string;
}

/**
 * Events from a CSV file: `from`, optional `until` (both included), `kind`, optional `title`, `queue`, and of an effect of
 * its own `effect` (`learned`, or a fraction such as -0.38) and `half_life_days`.
 */
export async function readEvents(path: string): Promise<readonly EventOfQueue[]> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['from', 'kind'], problems });
  problems.throwIfAny();
  const events: EventOfQueue[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const fromOn = reader.required('from', 'a date such as 2026-12-24', readDate);
    const kind = reader.required('kind', `one of ${KINDS.join(', ')}`, readKind);
    const until = reader.text('until') === undefined ? fromOn : reader.required('until', 'a date', readDate);
    if (!fromOn || !kind || !until) continue;
    if (until < fromOn) reader.report('until', `'${until}' is before '${fromOn}'`);
    else {
      const effect = effectOf(reader);
      const named = { title: reader.text('title') ?? kind, queue: reader.text('queue') };
      events.push({ fromOn, untilOn: until, kind, ...named, ...(effect ? { effect } : {}) });
    }
  }
  problems.throwIfAny();
  return events;
}

/** `learned` or a number; a day of an effect that fades needs to be told by how much it does. */
function effectOf(reader: RowReader): EventEffect | undefined {
  const halfLifeDays = reader.number('half_life_days', { min: 0.1, max: 365 });
  const ramp = halfLifeDays === undefined ? {} : { ramp: { kind: 'decay', halfLifeDays } as const };
  if (reader.text('effect') === 'learned') return { kind: 'learned', ...ramp };
  const fraction = reader.number('effect', { min: -0.99, max: 20 });
  if (fraction !== undefined) return { kind: 'given', fraction, ...ramp };
  return halfLifeDays === undefined ? undefined : { kind: 'learned', ...ramp };
}

function readDate(text: string): Read<string> {
  return isLocalDate(text)
    ? { kind: 'value', value: text }
    : { kind: 'problem', message: `'${text}' is not a date; expected for example 2026-12-24` };
}

function readKind(text: string): Read<CalendarEventKind> {
  const kind = KINDS.find((known) => known === text);
  return kind
    ? { kind: 'value', value: kind }
    : { kind: 'problem', message: `'${text}' is not one of ${KINDS.join(', ')}` };
}
