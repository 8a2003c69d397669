import { checkLineage, type LineageKind, type QueueLineage } from '@yotei/forecast';
import { isLocalDate } from '@yotei/time';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import type { Read } from './quantities.js';
import { RowReader } from './row-reader.js';

const KINDS: readonly LineageKind[] = ['split', 'moved', 'merged', 'like'];

/** Lineage from a CSV file: `queue`, `kind` (split, moved, merged, like), `from`, optional `share` (learned when empty), `since`. */
export async function readLineage(path: string): Promise<readonly QueueLineage[]> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['queue', 'kind', 'from', 'since'], problems });
  problems.throwIfAny();
  const lineage: QueueLineage[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const before = problems.count;
    const queue = reader.required('queue', 'a queue', asText);
    const kind = reader.required('kind', `one of ${KINDS.join(', ')}`, readKind);
    const from = reader.required('from', 'the queue it came from', asText);
    const sinceOn = reader.required('since', 'a date such as 2026-11-02', readDate);
    const share = reader.number('share', { above: 0, max: 100 }) ?? null;
    if (problems.count > before || !queue || !kind || !from || !sinceOn) continue;
    const line: QueueLineage = { queue, kind, from, share, sinceOn };
    reader.orReport(() => checkLineage([line]), { share: 'share', from: 'from' });
    lineage.push(line);
  }
  problems.throwIfAny();
  return lineage;
}

const asText = (text: string): Read<string> => ({ kind: 'value', value: text });

export function readDate(text: string): Read<string> {
  return isLocalDate(text)
    ? { kind: 'value', value: text }
    : { kind: 'problem', message: `'${text}' is not a date; expected for example 2026-11-02` };
}

function readKind(text: string): Read<LineageKind> {
  const kind = KINDS.find((known) => known === text);
  return kind
    ? { kind: 'value', value: kind }
    : { kind: 'problem', message: `'${text}' is not one of ${KINDS.join(', ')}` };
}
