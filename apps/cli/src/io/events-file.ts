import { isLocalDate } from '@yotei/time';
import type { CalendarEvent, CalendarEventKind } from '@yotei/forecast';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import type { Read } from './quantities.js';
import { RowReader } from './row-reader.js';

const KINDS: readonly CalendarEventKind[] = ['holiday', 'closed', 'campaign', 'outage', 'other'];

/** An event and the queue it is for; without a queue it is for all. */
export interface EventOfQueue extends CalendarEvent {
  readonly queue?: string;
}

/** Events from a CSV file: `from`, optional `until` (both included), `kind`, optional `title` and `queue`. */
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
    else
      events.push({ fromOn, untilOn: until, kind, title: reader.text('title') ?? kind, queue: reader.text('queue') });
  }
  problems.throwIfAny();
  return events;
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
