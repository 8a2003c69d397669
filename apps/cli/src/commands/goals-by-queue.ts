import type { ProblemList } from '../frame/problem-list.js';
import { readTable } from '../io/csv-reader.js';
import { RowReader } from '../io/row-reader.js';
import { deferredFieldsOf, type DeferredFields } from './deferred-options.js';
import { checkLending } from './lent-agents.js';
import { loadChangesOf, type LoadChangeFields } from './load-changes.js';
import { missingField, staffingFieldsOf, type StaffingFields } from './staffing-options.js';

/** What is asked of a queue's rows. */
export type RowFields = StaffingFields & DeferredFields & LoadChangeFields;

/** The goals by queue. Without a file one entry, for every queue. */
export async function goalsByQueue(
  options: { readonly goals?: string },
  optionsOf: (queue: string) => StaffingFields & DeferredFields,
  problems: ProblemList,
): Promise<(queue: string) => RowFields | undefined> {
  const lackOf = (fields: RowFields) => (fields.answerWithinHours === undefined ? missingField(fields) : null);
  if (options.goals === undefined) {
    const lack = lackOf(optionsOf(''));
    if (lack) problems.add({ ...lack, message: `${lack.message}; or give --goals` });
    return optionsOf;
  }
  const table = await readTable(options.goals, { required: ['queue'], problems });
  const goals = new Map<string, { reader: RowReader; fields: RowFields }>();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const queue = reader.text('queue') ?? '';
    if (goals.has(queue)) reader.report('queue', `'${queue}' stands there twice; keep one row a queue`);
    const own = optionsOf(queue);
    const fields = { ...staffingFieldsOf(reader, own), ...deferredFieldsOf(reader, own), ...loadChangesOf(reader) };
    const lack = lackOf(fields);
    if (lack) reader.report(lack.field, lack.message);
    goals.set(queue, { reader, fields });
  }
  checkLending(goals);
  return (queue) => goals.get(queue)?.fields;
}
