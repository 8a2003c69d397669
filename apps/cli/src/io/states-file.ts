import type { Instant, ZoneId } from '@yotei/time';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import { RowReader } from './row-reader.js';

/** An event as the centre takes it; `id` makes it count once however often it is sent. */
export interface StateToSend {
  readonly id: string;
  readonly agent: string;
  readonly at: Instant;
  readonly state: string;
}

/**
 * Agent states from a CSV file: `at`, `agent`, `state` and optional `id`; times with an offset, or local to `zone`. Rows
 * without an id get one of what they say, so that the same file sent twice changes nothing. In order of time.
 */
export async function readStates(
  path: string,
  options: { readonly columns?: Readonly<Record<string, string>>; readonly zone?: ZoneId },
): Promise<readonly StateToSend[]> {
  const problems = new ProblemList();
  const table = await readTable(path, {
    required: ['at', 'agent', 'state'],
    problems,
    ...(options.columns && { columns: options.columns }),
  });
  problems.throwIfAny();
  const events: StateToSend[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const at = reader.instant('at', options.zone === undefined ? {} : { zone: options.zone });
    const text = (column: string, expected: string) =>
      reader.required(column, expected, (value) => ({ kind: 'value', value }));
    const agent = text('agent', 'an employee number, e-mail address or id');
    const state = text('state', 'a state in the words of the source');
    if (at === undefined || agent === undefined || state === undefined) continue;
    events.push({ id: reader.text('id') ?? `${agent}/${at}/${state}`, agent, at, state });
  }
  problems.throwIfAny();
  return events.sort((a, b) => a.at - b.at);
}
